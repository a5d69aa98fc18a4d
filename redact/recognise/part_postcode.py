"""Parts of a postcode beside words of a place: "in SW4", "the BR1 area", "a flat in MK11".

What looks like a road (M25), a label in use (SW1) or a section of an act (S47) counts only where the words
beside it leave no doubt. What remains: a part of a postcode with nothing beside it ("moved SW4 to BR1").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from redact.recognise import regex
from redact.recognise.claims import Claim, Example, TextRecogniser
from redact.recognise.lists import words
from redact.values.people import Label

__all__ = ["RECOGNISER"]

_AREA_WORD = r"(?:area|postal[ ]area|postal[ ]district|post[ ]?code|district|part[ ]of|postcodes)"
# Letters that labels in use, posts, roads and sections begin with too.
_DOUBTFUL = frozenset(
    {"SW", "SN", "PO", "TA", "HS", "DA", "CT", "LA", "ST", "PR", "CH", "IP", "DT", "SS", "S", "M"}
)
_HINT = regex.compile(r"(?<![\p{L}\p{N}_/-])[A-Z]{1,2}[1-9]")
_BEFORE = regex.compile(r"(?r)(?<![\p{L}\p{N}_])(?:in|around|within|near|In)[ ](?:the[ ])?")
_REASONS = {
    "part and place": "a part of a postcode behind or before a word of a place",
    "part and place, likely": "a part of a postcode beside words of living somewhere",
}
_CUE = regex.compile(
    r"(?<!\p{L})(?i:liv(?:es?|ed|ing)|resid(?:es?|ed|ing)|mov(?:ed|es?|ing)|rehoused|flat|house|home|property|address"
    r"|accommodation|hostel|bedsit|tenancy|postcode|located|based|nursery|surgery)(?!\p{L})[^.;\n\x00]{0,40}$"
)


@cache
def _pattern() -> regex.Pattern[str]:
    areas = "|".join(
        sorted((area.upper() for area in words("postcode-areas")), key=lambda area: (-len(area), area))
    )
    return regex.compile(
        rf"(?<![\p{{L}}\p{{N}}_/-])(?P<value>(?P<letters>{areas})(?:[1-9]\d?|[1-9][A-HJKMNP-Y]))(?:[ ]\d)?"
        rf"(?P<behind>[ ]{_AREA_WORD}(?!\p{{L}}))?(?![\p{{L}}\p{{N}}_/])(?![ -]?\d)(?!'s)"
    )


def _find(text: str) -> Iterator[Claim]:
    for hit in _HINT.finditer(text):
        match = _pattern().match(text, hit.start())
        before = _BEFORE.match(text, max(0, hit.start() - 12), hit.start())
        if match is None or (before is None and match["behind"] is None):
            continue
        start, pattern = match.start(), "part and place"
        if match["letters"] in _DOUBTFUL or len(match["letters"]) == 1:
            if match["behind"] is None:
                if before is None or not _may_be_lived_in(text, match["letters"], before.start()):
                    continue
                # With the word before it: so that it is more than the label in use that it looks like.
                start = before.start()
            pattern = "part and place, likely"
        yield Claim(start, match.end(), Label.POSTCODE, 0.6, 0.6, pattern, _REASONS[pattern])


def _may_be_lived_in(text: str, letters: str, at: int) -> bool:
    return len(letters) > 1 and _CUE.search(text, max(0, at - 60), at) is not None


RECOGNISER = TextRecogniser(
    name="part-postcode",
    version="1",
    labels=(Label.POSTCODE,),
    find=_find,
    examples=(
        Example("in the BR1 area", ("BR1 area",)),
        Example("They lived in SW4 then.", ("in SW4",)),
        Example("the MK11 postcode", ("MK11 postcode",)),
        Example("He was seen in SE10.", ("SE10",)),
        Example("a flat in SW9", ("in SW9",)),
        Example("the S10 area", ("S10 area",)),
        Example("a house in EC1A", ("EC1A",)),
    ),
    near_misses=(
        "SW1 and HV2 visited.",
        "a change in SW2's view",
        "confidence in SW4 was low",
        "on the A12 and the M25",
        "in S47 enquiries",
        "B12 was low",
        "Child A2 in M1",
        "in AB99 9ZZ",
        "his mother, A12 and the baby",
        "the care plan for A1 was",
    ),
)
