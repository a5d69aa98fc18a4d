"""National Insurance numbers: two letters, six digits, a letter A to D.

HMRC's manual NIM39110 says which letters are in use; prefixes of administration (QQ, OO, CR, FY, MW, NC,
PP, PY, PZ) are taken too. There is no check digit. What remains: a number without its last letter and
without words that say what it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.claims import Anchor, Claim, Example, Shape, TextRecogniser, claims_of
from redact.values.people import Label

__all__ = ["RECOGNISER"]

_EDGE = r"(?<![\p{L}\p{N}_])(?<!\p{N}[-/.])"
_STOP = r"(?![\p{L}\p{N}_])"
_GAP = r"[ ]?[ .\n/-]?[ ]?"
_USUAL = r"(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]"
_OFFICE = r"(?:QQ|OO|CR|FY|MW|NC|PP|PY|PZ)"
_DIGITS = rf"\d\d{_GAP}\d\d{_GAP}\d\d"
_SIX = Anchor(regex.compile(_DIGITS), 10, 8)
_BECAUSE = "two letters, six digits and a letter"
_SHAPES = (
    Shape("in use", regex.compile(rf"{_EDGE}{_USUAL}{_GAP}{_DIGITS}{_GAP}[A-D]{_STOP}"), 0.9, 0.98, _BECAUSE),
    Shape(
        "prefix of administration", regex.compile(rf"{_EDGE}{_OFFICE}{_GAP}{_DIGITS}{_GAP}[A-D]{_STOP}"),
        0.85, 0.95, _BECAUSE,
    ),
    Shape(
        "near: prefix not in use", regex.compile(rf"{_EDGE}[A-Z]{{2}}{_GAP}{_DIGITS}{_GAP}[A-FMP]{_STOP}"),
        0.0, 0.65, "the form of a National Insurance number with letters that are not in use",
    ),
    Shape(
        "near: lower case",
        regex.compile(rf"{_EDGE}[a-z]{{2}}{_GAP}{_DIGITS}{_GAP}[a-d]{_STOP}", regex.IGNORECASE),
        0.0, 0.85, "two letters, six digits and a letter, in lower case", _SIX,
    ),
    Shape(
        "near: last letter missing",
        regex.compile(rf"{_EDGE}[A-Z]{{2}}{_GAP}{_DIGITS}(?![\p{{L}}\p{{N}}_]|[ -]\d)"),
        0.0, 0.65, "two letters and six digits without the last letter",
    ),
    Shape(
        "near: letter O for a digit",
        regex.compile(
            rf"{_EDGE}{_USUAL}[ ]?(?=[\d ]*O)[\dO]{{2}}[ ]?[\dO]{{2}}[ ]?[\dO]{{2}}[ ]?[A-D]{_STOP}"
        ),
        0.0, 0.7, "the form of a National Insurance number with a letter O among the digits",
    ),
)  # fmt: skip


def _find(text: str) -> Iterator[Claim]:
    return claims_of(text, Label.NATIONAL_INSURANCE, _SHAPES)


RECOGNISER = TextRecogniser(
    name="national-insurance",
    version="1",
    labels=(Label.NATIONAL_INSURANCE,),
    find=_find,
    phrases=(
        "ni", "nino", "n.i.", "ni no", "ni number", "national insurance", "national insurance number",
        "nat ins",
        "benefits", "dwp",
    ),
    examples=(
        Example("QQ123456C", ("QQ123456C",)),
        Example("AB 12 34 56 C", ("AB 12 34 56 C",)),
        Example("National Insurance number: ab123456c", ("ab123456c",)),
        Example("NI no. AA000000", ("AA000000",)),
        Example("AB-12-34-56-D was hers", ("AB-12-34-56-D",)),
        Example("NINO\tZZ123456A", ("ZZ123456A",)),
        Example("AB\u00a012\u200b34\u00a056\u00a0C", ("AB\u00a012\u200b34\u00a056\u00a0C",)),
        Example("MW000000A", ("MW000000A",)),
        Example("ni number AB 12 34 5O C", ("AB 12 34 5O C",)),
    ),
    near_misses=(
        "ZZ123456A",
        "AB123456E",
        "AB 12 34 56 cases",
        "XAB123456C",
        "AB1234567C",
        "SW123456 is registered",
        "on 12 34 56",
    ),
)  # fmt: skip
