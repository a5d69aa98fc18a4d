"""A word that stands before one surname again and again is a forename: "Red N'Zogbia", "Con Wellesley".

Where the same word with a capital stands directly before a name of one word in two places or more, once of
them in the midst of a sentence, it belongs to the name there and at the beginning of a sentence too. Titles,
posts, relatives and small words are none. What remains: such a forename that the call writes once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser
from redact.recognise.grids import View
from redact.recognise.known_things import is_a_things_name
from redact.recognise.name_edges import before_surnames
from redact.recognise.names import is_particle, title_words
from redact.recognise.readings import Reading
from redact.recognise.taken import taken_by
from redact.recognise.times import is_time
from redact.values.people import Evidence, Label, Mention, Standing
from redact.values.text import Span

__all__ = ["RECOGNISER"]

_LEAST_SCORE = 0.45
_LEAST_PLACES = 2
_REACH = 32  # characters before a surname
_WORD = regex.compile(r"(?<![\p{L}\p{N}'_-])(?P<word>\p{Lu}\p{Ll}+)[ ]$")
_INSIDE = regex.compile(r"[\p{Ll},][ ]$")
_EVIDENCE = Evidence(
    "forenames-again", "1", "word before a surname", "a word that stands before this surname elsewhere too"
)

_Place = tuple[Mention, int, bool]  # a surname, where the word before begins, and whether in mid-sentence


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    homes = {reading.passage.id: reading for view in views for reading in view.first}
    taken = taken_by(each for each in mentions if each.label is Label.PERSON)
    pairs: dict[tuple[str, str], list[_Place]] = defaultdict(list)
    for each in mentions:
        found = _before(homes, each)
        if found is not None and not taken.touches(each.span.passage, found[1], each.span.start):
            pairs[found[0]].append((each, *found[1:]))
    for places in pairs.values():
        if len(places) >= _LEAST_PLACES and any(is_inside for *_, is_inside in places):
            for each, start, _ in places:
                yield replace(each, span=Span(each.span.passage, start, each.span.end), evidence=_EVIDENCE)


def _before(homes: Mapping[str, Reading], each: Mention) -> tuple[tuple[str, str], int, bool] | None:
    """Give the word before a name of one word, with that name, its place, and whether in mid-sentence."""
    if (
        each.label is not Label.PERSON
        or each.score < _LEAST_SCORE
        or each.standing is not Standing.PARTICIPANT
    ):
        return None
    reading = homes.get(each.span.passage)
    text = reading.passage.text if reading is not None else ""
    name = text[each.span.start : each.span.end]
    if not name[:1].isupper() or " " in name or name.isupper():
        return None
    before = _WORD.search(text, max(0, each.span.start - _REACH), each.span.start)
    if before is None or _is_nobodys(before["word"].casefold()) or is_time(text, *before.span("word")):
        return None
    is_inside = _INSIDE.search(text, max(0, before.start() - 2), before.start()) is not None
    return (before["word"], name.removesuffix("'s")), before.start(), is_inside


def _is_nobodys(plain: str) -> bool:
    return (
        plain in before_surnames() or plain in title_words() or is_particle(plain) or is_a_things_name(plain)
    )


RECOGNISER = FollowUpRecogniser(
    name="forenames-again",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Mrs Harte came.\n\nThen we rang Red Harte. Red Harte read it.", ("Red Harte", "Red Harte")),
        Example("Mrs Harte came.\n\nThe log of Job Harte and, for Job Harte, a card.", ("Job Harte",) * 2),
        Example(
            "Dr Quill's note.\n\nMet at Progress Quill's. Progress Quill, by text: no.",
            ("Progress Quill",) * 2,
        ),
    ),
    near_misses=(
        "Mrs Harte rang.\n\nThen we rang Nurse Harte, and Nurse Harte came. So Harte came. So Harte left.",
        "Mrs Harte rang.\n\nThen we rang Red Harte.",
        "Mrs Harte rang.\n\nHowever Harte left. However Harte left.",
    ),
)
