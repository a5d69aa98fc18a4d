"""Keys that were copied into a document: a sealed file of age, and the secret that opens one.

Whoever has the passphrase, today or in thirty years, reads every name out of a sealed key that was published;
whoever has the secret needs none. What remains: a part from the middle of a sealed file, without its ends.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.claims import Claim, Example, Shape, TextRecogniser, claims_of
from redact.values.people import Label

__all__ = ["RECOGNISER"]

_DASHES = r"[-\u2013\u2014]{1,5}"  # of two hyphens some programs make one dash
_SHAPES = (
    Shape(
        "sealed file",
        regex.compile(rf"{_DASHES} ?(?:BEGIN|END) AGE ENCRYPTED FILE ?{_DASHES}", regex.IGNORECASE),
        0.99, 0.99, "the first or the last line of a sealed file",
    ),
    Shape(
        "content of a sealed file",
        # "age-encryption.org/v1" as it stands, and as the first line of every sealed file has it.
        regex.compile(r"age-encryption\.org/v1\b|(?<![A-Za-z0-9+/])YWdlLWVuY3J5cHRpb24ub3JnL3Yx[A-Za-z0-9+/]*"),
        0.97, 0.97, "the beginning of a sealed file",
    ),
    Shape(
        "secret of a key",
        # Printed in four lines, of which the first ends three signs behind it.
        regex.compile(
            r"AGE-SECRET-KEY-(?:PQ-)?1(?:\s?[A-Z0-9]){3,200}(?![a-z])|age-secret-key-(?:pq-)?1[a-z0-9]{15,200}"
        ),
        0.99, 0.99, "a secret that opens sealed files",
    ),
)  # fmt: skip


def _find(text: str) -> Iterator[Claim]:
    return claims_of(text, Label.SEALED_KEY, _SHAPES)


RECOGNISER = TextRecogniser(
    name="sealed-keys",
    version="1",
    labels=(Label.SEALED_KEY,),
    find=_find,
    examples=(
        Example("-----BEGIN AGE ENCRYPTED FILE-----", ("-----BEGIN AGE ENCRYPTED FILE-----",)),
        Example("Header: age-encryption.org/v1", ("age-encryption.org/v1",)),
        Example("On the paper: AGE-SECRET-KEY-14VZ", ("AGE-SECRET-KEY-14VZ",)),
    ),
    near_misses=("The file was encrypted by age.", "The age of the file is unknown.", "Key 1: AGE"),
)
