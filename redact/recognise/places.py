"""Places by the words around them: "lived in Anytown", "Weir Stores", "a room over the chip shop in …".

A town or a village is asked about where a review is for the public; what stands in a street becomes a part of
an address together with the street. What remains: a place that nothing but its name shows; the name model
finds most of them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.grids import View
from redact.recognise.lists import entries
from redact.recognise.organisation_names import name_before
from redact.recognise.place_names import TOWN, guess, of_bodies
from redact.recognise.proper_words import WORD
from redact.recognise.readings import Reading
from redact.recognise.unclaimed import Guess, Stretch, free
from redact.values.people import Evidence, Label, Mention, Standing

__all__ = ["RECOGNISER"]

_NAME, _VERSION = "places", "1"
_LIKELY = 0.6  # an address that is this sure has its number
_PART_OF_ADDRESS = 0.58
_TOWN_NAME = rf"{WORD}(?:(?:[ ]|-)(?:(?:on|upon|in|le|under|by|of|the)(?:[ ]|-)){{0,2}}{WORD}){{0,2}}"
_OF = r"(?:(?i:town|village|city|borough|hamlet|suburb|outskirts|centre)[ ]of[ ])?"
_IN = regex.compile(
    r"(?<!\p{L})(?i:liv(?:es?|ed|ing)|resid(?:es?|ed|ing)|settled|gr[eo]w(?:n|ing)?[ ]up|born|raised"
    r"|brought[ ]up|(?:re)?housed|based|home|house|flat|hostel|tenancy|property|accommodation|bedsit"
    r"|stay(?:s|ed|ing))(?:[ ](?:back|again|alone|together|there|briefly|locally))?[ ]"
    rf"(?i:in|near|around|outside)[ ](?:the[ ])?{_OF}(?P<value>{_TOWN_NAME})(?![\p{{L}}\p{{N}}'@-])"
)
_TOWN_OF = regex.compile(
    rf"(?<!\p{{L}})(?i:town|village|hamlet|suburb|estate)[ ]of[ ](?P<value>{_TOWN_NAME})"
    r"(?![\p{L}\p{N}'@-])"
)
_TO = regex.compile(
    r"(?<!\p{L})(?i:moved?|moving|relocated|emigrated|travelled|fled|came)(?:[ ](?:back|away|over|again))?[ ]"
    rf"(?i:to|from)[ ](?:the[ ])?{_OF}(?P<value>{_TOWN_NAME})(?![\p{{L}}\p{{N}}'@-])"
)
_CUES = regex.compile(r"[ ](?:in|near|around|outside|of|to|from)[ ](?:the[ ])?(?:\p{Ll}+[ ]of[ ])?(?=\p{Lu})")
_CAPITAL = regex.compile(r"(?<![\p{L}\p{N}_])\p{Lu}[\p{L}'-]*+[ ](?=\p{Lu})")

_DWELLING = (
    r"(?:rooms?|flats?|bedsit(?:ter)?s?|maisonette|studio|house|bungalow|caravan|lodgings|shop|home|unit)"
)
_BY = (
    r"(?:over|above|below|under|beneath|behind|beside|next[ ](?:door[ ])?to|opposite|across[ ]from"
    r"|near|by|facing|at[ ]the[ ](?:back|rear|end|top|bottom|side)[ ]of"
    r"|(?:round|around|on)[ ]the[ ]corner[ ](?:of|from))"
)
_ARTICLE = r"(?:(?:the|an?|one|his|her|their)[ ])"
# Every town has them, so with a town alone they are no part of an address.
_EVERYWHERE = frozenset(
    {"hospital", "school", "university", "prison", "police station", "stadium", "shop", "shops", "hotel",
     "bank", "park", "club", "restaurant", "church", "station"}
)  # fmt: skip
_REASONS = {
    "in a street": "what stands in a street whose name follows",
    "landmark": "a name before the word for a shop or another thing that everybody there knows",
    "town": "a name behind words that a place follows",
}


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    by_words = list(_by_words(views, mentions))
    yield from by_words
    by_passage: dict[str, list[Mention]] = defaultdict(list)
    for each in (*mentions, *by_words):
        is_part = each.label is Label.ADDRESS and each.score < _LIKELY
        if is_part or (each.label is Label.PLACE and TOWN <= each.score < _LIKELY):
            by_passage[each.span.passage].append(each)
    for view in views:
        for reading in view.first:
            for each in by_passage.get(reading.passage.id, ()):
                yield from _part_of_address(reading, each)


def _by_words(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    bodies = of_bodies(views, mentions)
    sure = list(_guesses(views, bodies, (_IN, _TOWN_OF)))
    by_look = [each for each in mentions if each.evidence.recogniser not in ("mid-sentence", "openers")]
    # Nobody lives in somebody: what has nothing but its look gives way to these words.
    yield from free(views, by_look, iter([*sure, *_landmarks(views)]), _evidence)
    yield from free(views, mentions, _guesses(views, bodies, (_TO,)), _evidence)


def _evidence(one: Guess) -> Evidence:
    return Evidence(_NAME, _VERSION, one.pattern, _REASONS.get(one.pattern, one.because))


def _guesses(
    views: Sequence[View], bodies: frozenset[str], patterns: Sequence[regex.Pattern[str]]
) -> Iterator[tuple[Stretch, Guess]]:
    for view in views:
        for reading in view.first:
            if not _CUES.search(reading.text):
                continue
            for pattern in patterns:
                for match in pattern.finditer(reading.text):
                    start, end = match.span("value")
                    one = guess(reading.text[start:end], bodies)
                    if one is not None and one.label is Label.PLACE and not match["value"].endswith("'s"):
                        yield Stretch(reading, start, end, 1.0), one


def _landmarks(views: Sequence[View]) -> Iterator[tuple[Stretch, Guess]]:
    one = Guess(Label.PLACE, TOWN, "landmark", _REASONS["landmark"])
    for view in views:
        for reading in view.first:
            for word in _CAPITAL.finditer(reading.text):
                match = _named_landmark().match(reading.text, word.end())
                name = name_before(reading.text, match.start()) if match else None
                if match and name is not None and not name.titled:
                    yield Stretch(reading, name.start, match.end(), 1.0), one


@cache
def _named_landmark() -> regex.Pattern[str]:
    """Two words and some single ones that no other recogniser has for its own."""
    own = [
        each
        for each in entries("landmarks")
        if " " in each or each in ("stores", "superstore", "off-licence")
    ]
    every = "|".join(
        map(regex.escape, sorted([*own, "news", "mini mart"], key=lambda each: (-len(each), each)))
    )
    return regex.compile(rf"(?=\p{{Lu}})(?i:{every})(?![\p{{L}}\p{{N}}_'@-])(?![ ]\p{{Lu}})")


def _part_of_address(reading: Reading, place: Mention) -> Iterator[Mention]:
    """Join what stands in a street, or the home over it, with the street that follows."""
    at = _at(reading, place.span.start)
    end = _at(reading, place.span.end - 1) + 1
    if not reading.text[max(0, at - 4) : at].strip():
        return
    match = _before_street().match(reading.text, max(0, at - 100), at)
    if match is None or place.standing is Standing.PUBLIC:
        return
    if place.label is Label.PLACE and (
        match["home"] is None and (match["the"] is None or match["thing"].casefold() in _EVERYWHERE)
    ):
        return
    evidence = Evidence(_NAME, _VERSION, "in a street", _REASONS["in a street"])
    made = mention(reading, match.start("value"), end, Label.ADDRESS, _PART_OF_ADDRESS, evidence)
    if made is not None:
        yield made


def _at(reading: Reading, offset: int) -> int:
    """Find the place in a reading's text of a code point of its passage."""
    return offset - reading.base if reading.starts is None else bisect_left(reading.starts, offset)


@cache
def _before_street() -> regex.Pattern[str]:
    things = "|".join(map(regex.escape, sorted(entries("landmarks"), key=lambda each: (-len(each), each))))
    some = r"(?:\p{Ll}+[ ]){0,2}?"
    return regex.compile(
        rf"(?r)(?<![\p{{L}}\p{{N}}'-])(?P<value>(?:(?P<home>{_DWELLING}[ ]{_BY}[ ]){_ARTICLE}?{some}"
        rf"|(?P<the>the[ ])?)(?P<thing>(?i:{things})))"
        r",?[ ](?:in|on|off|at|along|down|near|by)[ ](?:the[ ])?"
    )


RECOGNISER = FollowUpRecogniser(
    name=_NAME,
    version=_VERSION,
    labels=(Label.PLACE, Label.ADDRESS),
    find=_find,
    examples=(
        Example("The family lived in Anytown for a year.", ("Anytown",)),
        Example("They were housed in the village of Elmhurst.", ("Elmhurst",)),
        Example("He was born in Pakistan.", ("Pakistan",)),
        Example("a room over the chip shop in Weir Street", ("room over the chip shop in Weir Street",)),
        Example("seen at the chip shop in Weir Street", ("the chip shop in Weir Street",)),
        Example("He bought drink at Tanner Off Licence that day.", ("Tanner Off Licence",)),
        Example(
            "the flat above the launderette, off Tanner Row", ("flat above the launderette, off Tanner Row",)
        ),
    ),
    near_misses=(
        "The family lived in England, and later in Kent.",
        "He was born in May and raised in Care.",
        "She lived in Karen's flat.",
        "the off licence and the Retail Park",
        "a room over the chip shop in the town",
        "They lived near the Crown Court.",
    ),
)
