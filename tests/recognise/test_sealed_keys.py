"""A key that was copied into a document is found; words about keys are left alone."""

from __future__ import annotations

import pytest

from redact.keystore.seal import seal
from redact.recognise.finding import find_mentions
from redact.recognise.sealed_keys import RECOGNISER
from tests.keystore.people import imogen
from tests.recognise.recognise_factory import text_document, text_of

SECRET = "AGE-SECRET-KEY-1" + "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L" * 2  # the checksum fails: it opens nothing


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # both ends of a sealed file
        ("-----BEGIN AGE ENCRYPTED FILE-----", ["-----BEGIN AGE ENCRYPTED FILE-----"]),
        ("-----END AGE ENCRYPTED FILE-----", ["-----END AGE ENCRYPTED FILE-----"]),
        # a program has made one sign of two hyphens
        ("\u2014BEGIN AGE ENCRYPTED FILE\u2014", ["\u2014BEGIN AGE ENCRYPTED FILE\u2014"]),
        # a secret, alone, in small letters, and in groups as it is printed
        (SECRET, [SECRET]),
        (SECRET.lower(), [SECRET.lower()]),
        (f"{SECRET[:19]} {SECRET[19:]}", [f"{SECRET[:19]} {SECRET[19:]}"]),
        # the first of the four lines in which it is printed
        (SECRET[:19], [SECRET[:19]]),
        # words about keys
        ("The key is an age encrypted file.", []),
        ("Her secret key was age 1.", []),
        ("a secret key, AGE-SECRET-KEY, is kept on paper", []),
        ("age-secret-key-1 and so on", []),
    ],
)  # fmt: skip
def test_sealed_keys(text: str, values: list[str]) -> None:
    assert found_in(text) == values


def test_a_whole_sealed_file_is_found_by_its_ends_and_without_them() -> None:
    text = seal("key", "K7", {}, signer=imogen(), recipients=[imogen().card.age]).decode("ascii")
    assert len(found_in(text)) == 3
    body = text.splitlines()[1:-1]
    assert len(found_in(" ".join(body))) == 1


def found_in(text: str) -> list[str]:
    document = text_document(text)
    mentions = find_mentions([document], recognisers=(RECOGNISER,))
    return [text_of([document], one) for one in mentions]
