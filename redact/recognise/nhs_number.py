"""NHS numbers: ten digits whose last one checks the others (modulus 11).

A number that fails its check still names a person when words say that it is an NHS number: it was
mistyped, or one digit was misread. Its pattern says so and its score is lower. What remains: ten digits
with no grouping, no words and a failed check, which could be anything.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.claims import Claim, Example, TextRecogniser
from redact.values.people import Label

__all__ = ["RECOGNISER", "is_valid"]

_EDGE = r"(?<![\p{L}\p{N}_£$€+])(?<!\d[./-])(?<!\+\d\d[ ])"
# "NHS:999 000 0018DOB:": the label of the next field may be run into it.
_STOP = r"(?:(?![\p{L}\p{N}_]|[./-]\d)|(?=\p{Lu}{2,5}[ ]?:))"
# One of the gaps may be a line end.
_USUAL = regex.compile(
    rf"{_EDGE}\d{{3}}(?:(?P<gap>[ ]?[- .][ ]?|\n)\d{{3}}(?P=gap)|[ ]\d{{3}}[ ]?\n[ ]?|[ ]?\n[ ]?\d{{3}}[ ])"
    rf"\d{{4}}{_STOP}"
)
_JOINED = regex.compile(rf"{_EDGE}\d{{10}}{_STOP}")
_ODD = regex.compile(rf"{_EDGE}\d(?:[ -]{{0,2}}\d){{9}}{_STOP}")
# An O or an l that a scanner read in place of a digit.
_MISREAD = regex.compile(
    rf"{_EDGE}(?=[\d -]{{0,14}}[OoIl])(?=(?:[OoIl -]{{0,5}}\d){{7}})"
    rf"[\dOoIl]{{3}}[ -]?[\dOoIl]{{3}}[ -]?[\dOoIl]{{4}}{_STOP}"
)
_TELEPHONE = regex.compile(
    r"\b(?:tel|telephone|phone|mobile|mob|fax|dial)\b[.:]?[ ]?(?:no|number)?[.:]?[ ]*$", regex.IGNORECASE
)

_MODULUS = 11  # NHS Data Dictionary, "NHS NUMBER": weights 10 to 2, check digit 11 - remainder


def is_valid(digits: str) -> bool:
    """Tell whether ten digits pass the check of an NHS number; ten equal digits do not count."""
    total = sum(int(digit) * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True))
    check = (_MODULUS - total % _MODULUS) % _MODULUS
    return check == int(digits[9]) and len(set(digits)) > 1


def _find(text: str) -> Iterator[Claim]:
    for match in _USUAL.finditer(text):
        yield from _judge(
            text, match, alone=0.9, failed="grouped as an NHS number, near: checksum fails", failed_near=0.7
        )
    for match in _JOINED.finditer(text):
        yield from _judge(text, match, alone=0.6, failed="ten digits, near: checksum fails", failed_near=0.65)
    for match in _ODD.finditer(text):
        if not _USUAL.fullmatch(match[0]) and not _JOINED.fullmatch(match[0]):
            yield from _judge(
                text, match, alone=0.0, failed="ten digits, near: checksum fails", failed_near=0.6
            )
    for match in _MISREAD.finditer(text):
        yield Claim(match.start(), match.end(), Label.NHS_NUMBER, 0.0, 0.6, "near: a letter among the digits",
            "ten digits of which one was written as a letter",
        )  # fmt: skip


def _judge(
    text: str, match: regex.Match[str], *, alone: float, failed: str, failed_near: float
) -> Iterator[Claim]:
    if _TELEPHONE.search(text, max(0, match.start() - 24), match.start()):
        return
    digits = "".join(letter for letter in match[0] if letter.isdigit())
    if len(set(digits)) == 1:
        return
    if is_valid(digits):
        pattern, because = "ten digits, checksum holds", "ten digits that pass the check of an NHS number"
        yield Claim(match.start(), match.end(), Label.NHS_NUMBER, alone, 0.98, pattern, because)
    else:
        because = "ten digits that fail the check of an NHS number"
        yield Claim(match.start(), match.end(), Label.NHS_NUMBER, 0.0, failed_near, failed, because)


RECOGNISER = TextRecogniser(
    name="nhs-number",
    version="1",
    labels=(Label.NHS_NUMBER,),
    find=_find,
    phrases=(
        "nhs", "nhs no", "nhs number", "nhs id", "patient", "patient number", "rio", "systmone", "emis",
        "chi", "pds", "national health service number", "hospital number",
    ),
    examples=(
        Example("NHS number: 999 000 0018", ("999 000 0018",)),
        Example("999 000\n0018 and 999\n000 0018", ("999 000\n0018", "999\n000 0018")),
        Example("999-000-0018 was written on it", ("999-000-0018",)),
        Example("NHS no 9990000018", ("9990000018",)),
        Example("the file 9990000018 was lost", ("9990000018",)),
        Example("999 000 0019 (NHS number)", ("999 000 0019",)),
        Example("NHS No.\t9990000018", ("9990000018",)),
        Example("Name\tNHS number\nChild K\t999 000 0019", ("999 000 0019",)),
        Example("999\u00a0000\u00a0\u200b0018", ("999\u00a0000\u00a0\u200b0018",)),
        Example("NHS: 99 9000 0018", ("99 9000 0018",)),
        Example("NHS number 999 OOO 0018", ("999 OOO 0018",)),
    ),
    near_misses=(
        "the file 9990000019 was lost",
        "07700 900 123",
        "Tel 999 000 0018",
        "1111111111 and NHS 0000000000",
        "999 000 00181",
        "the NHS in 2009 and 2010",
        "£999 000 0018",
    ),
)  # fmt: skip
