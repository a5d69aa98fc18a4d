"""E-mail addresses: any local part that is in use, any domain with a dot, whole across a sure line end.

No list of domains is consulted: presidio's own pattern asks the network for one. What remains: addresses
spelt out ("name at example dot org").
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.claims import Anchor, Claim, Example, Shape, TextRecogniser, claims_of
from redact.values.people import Label

__all__ = ["RECOGNISER"]

_LOCAL = r"[\p{L}\p{N}_](?:[\p{L}\p{N}._%+'&/-]{0,62}[\p{L}\p{N}_+-])?"
_NAME = r"[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?"
# Broken by a line end where that is sure: after the @, or after a dot before what only ends a domain.
_ENDINGS = r"(?:gov|nhs|police|ac|co|org|sch|mod|uk|com|net|eu|info|example)"
_DOT = rf"(?:\.|\.[ ]?\n[ ]*(?={_ENDINGS}\b))"
_AT = Anchor(regex.compile("@"), 80, 300)
_SHAPES = (
    Shape(
        "address",
        regex.compile(
            rf"(?<![\p{{L}}\p{{N}}_.+%-])(?P<value>(?:{_LOCAL})(?:[ ]?\n[ ]*)?@(?:[ ]?\n[ ]*)?"
            rf"{_NAME}(?:{_DOT}{_NAME})*{_DOT}(?:\p{{L}}{{2,24}}|xn--[a-z0-9-]+))(?![\p{{L}}\p{{N}}_@])"
        ),
        0.98, 0.98, "the form of an e-mail address", _AT,
    ),
    Shape(
        "address without an ending",
        regex.compile(rf"(?<![\p{{L}}\p{{N}}_.+%-])(?P<value>{_LOCAL}[.]{_LOCAL}@{_NAME})(?![\p{{L}}\p{{N}}_@.])"),
        0.6, 0.6, "the form of an e-mail address without the end of its domain", _AT,
    ),
    Shape(
        "address with spaces",
        regex.compile(
            rf"(?<![\p{{L}}\p{{N}}_.+%-])(?P<value>{_LOCAL}[ ]?@[ ]?{_NAME}(?:\.{_NAME})*"
            r"\.(?:uk|com|org|net|gov|eu))(?![\p{L}\p{N}_@])"
        ),
        0.85, 0.85, "the form of an e-mail address with a space at its @", _AT,
    ),
)  # fmt: skip


def _find(text: str) -> Iterator[Claim]:
    return claims_of(text, Label.EMAIL, _SHAPES)


RECOGNISER = TextRecogniser(
    name="email",
    version="1",
    labels=(Label.EMAIL,),
    find=_find,
    examples=(
        Example("Write to a.person@anytown.example.", ("a.person@anytown.example",)),
        Example(
            "SCR_admin@board.example or tom+scr@board.example",
            ("SCR_admin@board.example", "tom+scr@board.example"),
        ),
        Example("x.o'brien@anytown.gcsx.gov.uk", ("x.o'brien@anytown.gcsx.gov.uk",)),
        Example("[a@b.example](mailto:a@b.example)", ("a@b.example", "a@b.example")),
        Example(
            '<a href="mailto:team@board.example">team@board.example</a>',
            ("team@board.example", "team@board.example"),
        ),
        Example(
            "first.last@example.nhs.net, first@example.pnn.police.uk",
            ("first.last@example.nhs.net", "first@example.pnn.police.uk"),
        ),
        Example("e-mail:someone@example.photography", ("someone@example.photography",)),
        Example("someone@example.\ngov.uk", ("someone@example.\ngov.uk",)),
        Example("someone@\nexample.org", ("someone@\nexample.org",)),
        Example("someone @ example.org", ("someone @ example.org",)),
        Example("some\u200bone@exam\u00adple.org", ("some\u200bone@exam\u00adple.org",)),
    ),
    near_misses=(
        "@child_x_2001",
        "Meet @ 10.30",
        "cost: 3 @ 4.50 each",
        "www.board.example",
        "a.person at anytown",
        "user@",
    ),
)  # fmt: skip
