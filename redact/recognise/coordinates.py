"""A place on the map: decimal degrees, degrees and minutes, the National Grid, three words, a link to a map.

Degrees count within the British Isles only. What remains: a place in words, and coordinates elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.claims import Anchor, Claim, Example, Shape, TextRecogniser, claims_of
from redact.values.people import Label

__all__ = ["RECOGNISER"]

_EDGE = r"(?<![\p{L}\p{N}_.-])"
_STOP = r"(?![\p{L}\p{N}_])"
_DEGREES = regex.compile(
    rf"{_EDGE}(?P<north>(?:49|5\d|60)\.\d{{3,8}})[ ]?°?[ ]?N?(?:[ ]?,[ ]?|[ ]?/[ ]?|[ ]{{1,2}}|;[ ]?)"
    rf"(?P<east>[-−]?\d\.\d{{3,8}})[ ]?°?[ ]?[EW]?{_STOP}(?!\.\d)"
)
_MINUTES = r"\d{1,2}(?:\.\d+)?[ ]?['′][ ]?(?:\d{1,2}(?:\.\d+)?[ ]?(?:\"|″|'')[ ]?)?"
_SQUARE = r"(?:\d{3}[ ]?\d{3}|\d{4}[ ]?\d{4}|\d{5}[ ]?\d{5})"
_SHAPES = (
    Shape(
        "degrees and minutes",
        regex.compile(
            rf"{_EDGE}(?:49|5\d|60)[ ]?°[ ]?{_MINUTES}N[ ,]{{0,3}}\d[ ]?°[ ]?{_MINUTES}[EW]{_STOP}"
        ),
        0.9, 0.9, "degrees and minutes within the British Isles", Anchor(regex.compile("°"), 24, 60),
    ),
    Shape(
        "grid reference",
        regex.compile(rf"{_EDGE}[HNOST][A-HJ-Z][ ]?{_SQUARE}{_STOP}"),
        0.0, 0.85, "the form of a reference to the National Grid",
    ),
    Shape(
        "three words",
        regex.compile(r"(?<![\p{L}\p{N}:/])///(?P<value>\p{Ll}{2,20}\.\p{Ll}{2,20}\.\p{Ll}{2,20})(?![\p{L}\p{N}.])"),
        0.95, 0.95, "three words of the map that names squares so",
    ),
    Shape(
        "three words behind the name of the map",
        regex.compile(
            r"(?i:what3words?|w3w|what[ ]three[ ]words)[ :]{1,3}(?:(?:is|was|location|address)[ :]{1,2})*"
            r"(?P<value>\p{Ll}{2,20}\.\p{Ll}{2,20}\.\p{Ll}{2,20})(?![\p{L}\p{N}])"
        ),
        0.95, 0.95, "three words behind the name of the map that names squares so",
    ),
)  # fmt: skip


def _find(text: str) -> Iterator[Claim]:
    for match in _DEGREES.finditer(text):
        if 49.8 <= float(match["north"]) <= 60.9 and -8.7 <= float(match["east"].replace("−", "-")) <= 2.0:
            because = "two decimal degrees within the British Isles"
            yield Claim(match.start(), match.end(), Label.PLACE, 0.9, 0.9, "decimal degrees", because)
    yield from claims_of(text, Label.PLACE, _SHAPES)


RECOGNISER = TextRecogniser(
    name="coordinates",
    version="1",
    labels=(Label.PLACE,),
    find=_find,
    phrases=(
        "grid reference",
        "grid ref",
        "grid",
        "ordnance survey",
        "os",
        "ngr",
        "map",
        "coordinates",
        "easting",
    ),
    examples=(
        Example("at 51.5007, -0.1246 that night", ("51.5007, -0.1246",)),
        Example("55.9533,-3.1883", ("55.9533,-3.1883",)),
        Example("52.20531\u00b0 N, 0.12181\u00b0 E", ("52.20531\u00b0 N, 0.12181\u00b0 E",)),
        Example("51\u00b030'02\"N 0\u00b007'28\"W", ("51\u00b030'02\"N 0\u00b007'28\"W",)),
        Example("found at ///aaa.bbb.ccc", ("aaa.bbb.ccc",)),
        Example("what3words: aaa.bbb.ccc", ("aaa.bbb.ccc",)),
        Example("grid reference TQ 300 800", ("TQ 300 800",)),
    ),
    near_misses=(
        "40.7128, -74.0060",
        "51.50, 0.12",
        "3.14159, 2.71828",
        "a mean of 51.5007 in 2009",
        "www.anytown.example",
        "TQ 300 800 was the code",
        "https:///aaa",
        "sections 51.5 and 0.1",
    ),
)
