"""Postcodes of the United Kingdom, whole; a part of one only behind the word postcode.

The letters before the first digit must be one of the areas of Royal Mail, so "A12 3AB" is a road and a
word. In small letters a whole one is asked about; a short one, and an O typed for a 0, count beside words
of an address only. What remains: a part of a
postcode without the word beside it ("the SW1 area").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from redact.recognise import regex
from redact.recognise.claims import Anchor, Claim, Example, Shape, TextRecogniser, claims_of
from redact.recognise.lists import words
from redact.values.people import Label

__all__ = ["RECOGNISER"]

# Behind a figure and a stroke stands the end of a fraction or a reference, but behind a date of a run that
# strokes part ("HARTE/IDA/01.02.83/ZZ99 3VZ") stands an address.
_EDGE = r"(?<![\p{L}\p{N}_])(?<!\p{N}[-.])(?:(?<!\p{N}/)|(?<=\d[./-]\d\d?[./-](?:\d\d)?\d\d/))"
_STOP = r"(?![\p{L}\p{N}_])"
_INWARD = r"[0-9][ABD-HJLNP-UW-Z]{2}"
_GAP = r"(?:[ ]{0,3}|[ ]?\n[ ]?|-)"


# Every whole postcode ends in a digit, which a scanner may have read as a letter, and two letters.
_END = Anchor(regex.compile(r"[0-9OIl][A-Z]{2}(?![\p{L}\p{N}_])"), 12, 4)
# Ordinals and measures of three signs or two that fit the end of a postcode: "m1 2nd", "e1 3rd", "s1 2xl".
_MEASURE = r"(?!(?:1st|2nd|3rd|[04-9]th|[0-9](?:xl|ft|st|lb|hr|yr|gb|tb|pt|wd|dr|ed|pp|ds|ps)))"
_SMALL_END = Anchor(regex.compile(r"[0-9][a-z]{2}(?![\p{L}\p{N}_])"), 12, 4)
_ANY_END = Anchor(regex.compile(r"[0-9][A-Za-z]{2}(?![\p{L}\p{N}_])|\b(?i:bfpo)"), 12, 12)


@cache
def _shapes() -> tuple[Shape, ...]:
    areas = "|".join(
        sorted((area.upper() for area in words("postcode-areas")), key=lambda area: (-len(area), area))
    )
    outward = rf"(?:{areas})(?:[0-9]{{1,2}}|[0-9][A-HJKMNP-Y])"
    special = rf"GIR[ ]?0AA|BFPO[ ]?\d{{1,4}}|ZZ99{_GAP}[0-9][A-Z]{{2}}"
    slipped = rf"(?:{areas})(?:[0-9OIl]{{1,2}}){_GAP}[0-9OIl][ABD-HJLNP-UW-Z]{{2}}"
    return (
        Shape(
            "whole", regex.compile(rf"{_EDGE}{outward}{_GAP}{_INWARD}{_STOP}"),
            0.9, 0.98, "the form of a postcode in an area that exists", _END,
        ),
        Shape(
            "special", regex.compile(rf"{_EDGE}(?:{special}){_STOP}"),
            0.9, 0.98, "a postcode without a place",
        ),
        _behind_a_comma(outward),
        _in_small_letters(),
        Shape(
            "near: lower case",
            regex.compile(rf"{_EDGE}(?:{outward}{_GAP}{_INWARD}|{special}){_STOP}", regex.IGNORECASE),
            0.0, 0.85, "the form of a postcode in lower case", _ANY_END,
        ),
        Shape(
            "near: letter for a digit",
            regex.compile(rf"{_EDGE}(?=[A-Z]+[0-9 ]*[OIl])(?=[A-Z]+[OIl ]*[0-9]){slipped}{_STOP}"),
            0.0, 0.7, "the form of a postcode with a letter in place of a digit", _END,
        ),
        Shape(
            "part behind the word",
            regex.compile(
                r"(?i:\bpost[ -]?codes?)"
                r"(?:[ ](?:is|was|of|area|areas|district|districts|sector|begins|starts|with|in|the)\b"
                rf"|[ :\t\x01(\"'])+(?P<value>{outward}(?:[ ][0-9])?){_STOP}(?![ ]?[0-9][A-Z]{{2}})"
            ),
            0.75, 0.75, "a part of a postcode behind the word postcode",
        ),
    )  # fmt: skip


def _in_small_letters() -> Shape:
    """A whole postcode with its space and no words of an address beside it: "hers, 12 quill hill zz99 3vz".

    One letter and one figure before the space are too few: "b1 2" and two letters may be anything.
    """
    two = "|".join(sorted(area for area in words("postcode-areas") if len(area) == 2))
    one = "|".join(sorted(area for area in words("postcode-areas") if len(area) == 1))
    outward = rf"(?:(?:{two})(?:[0-9]{{1,2}}|[0-9][a-hjkmnp-y])|(?:{one})(?:[0-9]{{2}}|[0-9][a-hjkmnp-y]))"
    return Shape(
        "small letters alone",
        regex.compile(
            rf"{_EDGE}(?:zz99[ ][0-9][a-z]{{2}}|{outward}[ ]{_MEASURE}[0-9][abd-hjlnp-uw-z]{{2}}){_STOP}"
        ),
        0.6, 0.85, "the form of a whole postcode in small letters", _SMALL_END,
    )  # fmt: skip


def _behind_a_comma(outward: str) -> Shape:
    return Shape(
        "lower case behind a comma",
        regex.compile(
            rf"(?<=\p{{L}},\s{{1,2}})(?=\w{{3}})"
            rf"(?P<value>{outward}[ ]{{1,2}}{_INWARD}|ZZ99[ ]{{1,2}}[0-9][A-Z]{{2}}){_STOP}",
            regex.IGNORECASE,
        ),
        0.8, 0.9, "the form of a postcode in lower case behind a comma", _SMALL_END,
    )  # fmt: skip


def _find(text: str) -> Iterator[Claim]:
    return claims_of(text, Label.POSTCODE, _shapes())


RECOGNISER = TextRecogniser(
    name="postcode",
    version="1",
    labels=(Label.POSTCODE,),
    find=_find,
    phrases=(
        "postcode", "post code", "postal code", "address", "addresses", "lives at", "lived at", "living at",
        "home of", "flat", "house", "street", "road", "avenue", "close", "lane", "drive", "crescent",
        "moved to", "moved from",
    ),
    examples=(
        Example("SW1A 1AA is the postcode", ("SW1A 1AA",)),
        Example("Anytown, ZZ99 3VZ.", ("ZZ99 3VZ",)),
        Example("AB99 9ZZ, BX9 9ZZ and M99 9ZZ", ("AB99 9ZZ", "BX9 9ZZ", "M99 9ZZ")),
        Example("AB999ZZ", ("AB999ZZ",)),
        Example("her address, ab99 9zz", ("ab99 9zz",)),
        Example("GIR 0AA or BFPO 9999", ("GIR 0AA", "BFPO 9999")),
        Example("AB99\n9ZZ", ("AB99\n9ZZ",)),
        Example("AB99\u00a09ZZ and AB\u200b99 9ZZ", ("AB99\u00a09ZZ", "AB\u200b99 9ZZ")),
        Example("Postcode: AB99 OZZ", ("AB99 OZZ",)),
        Example("now 12 tanner fold, anytown, ab99 9zz. found out", ("ab99 9zz",)),
        Example("tanner fold, anytown,\nzz99 3vz", ("zz99 3vz",)),
        Example("Postcode\tab99 9zz", ("ab99 9zz",)),
        Example("the postcode AB99 was searched", ("AB99",)),
        Example("EC1A 9ZZ", ("EC1A 9ZZ",)),
        Example("HARTE/IDA/01.02.83/ZZ99 3VZ", ("ZZ99 3VZ",)),
        Example("tenant of 12 quill hill zz99 3vz, was told", ("zz99 3vz",)),
        Example("harte at ab99 9zz since may", ("ab99 9zz",)),
    ),
    near_misses=(
        "the A303, the M62, B12 and S47",
        "A12 3AB",
        "Child A2 and SW1 were seen.",
        "his mother, A12 and the baby",
        "X99 9ZZ",
        "AB99 OZZ was the code",
        "dose b12 2mg, in m1 2nd of ward e1, se1 3rd year, size ab12 2xl",
        "ref 551/AB99 9ZZ and 3/AB99 9ZZ",
        "B1 2AM to 5PM",
        "s.47 1:1 34/40",
        "an XAB99 9ZZ file",
        "sizes m, s1 2xl and l",
    ),
)  # fmt: skip
