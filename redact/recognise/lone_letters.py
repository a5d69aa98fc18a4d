"""One letter, or two set apart, for somebody whose name the same document holds: "K was seen", "K M rang".

A letter alone proves little: it is asked about where it does what only somebody does, or owns something, and
a name that begins with it stands in the same document. A letter that is a label in use anywhere in the call
("Child K") is left alone, and so are the words for a thing with a letter ("vitamin K", "section D"). Two
letters apart stand for any name of the call, where the name model thinks so or somebody does something. What
remains: a letter in the middle of a sentence, A, I and O, and one whose name stands in another document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser
from redact.recognise.grids import View
from redact.recognise.model.views import chance
from redact.recognise.openers import acts
from redact.recognise.readings import Reading
from redact.recognise.repeat_names import without_marks
from redact.recognise.taken import Place, people_where_free, taken_by
from redact.values.people import Evidence, Label, Mention, Standing

__all__ = ["RECOGNISER"]

_LEAST_SCORE = 0.5
_ASKED = 0.4
_ODDS = 0.02  # the model's, of a person, from which two letters set apart are asked about
_LONE = regex.compile(r"(?<![\p{L}\p{N}.'&/@_-])[B-HJ-NP-Z](?:(?='s[ ]\p{Ll})|\.?(?=[ ]\p{Ll}))")
_APART = regex.compile(r"(?<![\p{L}\p{N}.'&/@_-]|\p{Lu}[ ])\p{Lu}[ ]\p{Lu}(?![\p{L}\p{N}.'@_-]|[ ]\p{Lu})")
_BEGINS = regex.compile(r"(?:^|[\n\t\x00]|[.!?:;,][\"')\]]*[ ])[ \"'(]*(?:[\d./:-]+[ ])*$")
_OWNER_BEFORE = regex.compile(
    r"(?:^|[\n\t\x00.!?:;,(]|\b(?:and|of|to|with|for|by|at|in|that|from|said|saw|about))[ ]*$"
)
_IS = regex.compile(r"[ ](?:was|is|has|had|did|does|will)[ ]\p{Ll}")
_EVIDENCE = Evidence(
    "lone-letters",
    "1",
    "a letter for a name",
    "the first letter or letters of a name that the same document holds, where somebody may stand",
)


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    labels = {
        texts[each.span.passage][each.span.start : each.span.end].split()[-1]
        for each in mentions
        if each.label is Label.PSEUDONYM
    }
    names = list(_names(mentions, texts))
    pairs = frozenset(f"{every[0][0]} {every[-1][0]}" for _, every in names if len(every) > 1)
    taken = taken_by(mentions)
    for view in views:
        here = {passage.id for passage in view.document.passages}
        letters = frozenset(every[0][0] for passage, every in names if passage in here) - labels
        for reading in view.first if letters or pairs else ():
            places = _in_reading(view, reading, letters | pairs)
            yield from people_where_free(places, taken, _ASKED, _EVIDENCE)


def _names(mentions: Sequence[Mention], texts: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    """Give the words of each name of the case that begin with capitals, without marks, and its passage."""
    for each in mentions:
        if (
            each.label is Label.PERSON
            and each.score >= _LEAST_SCORE
            and each.standing is Standing.PARTICIPANT
        ):
            every = without_marks(texts[each.span.passage][each.span.start : each.span.end]).split()
            if len(every[0]) > 2 and every[0][0].isupper() and every[-1][0].isupper():
                yield each.span.passage, every


def _in_reading(view: View, reading: Reading, letters: frozenset[str]) -> Iterator[Place]:
    for pattern, may_be in ((_LONE, _is_somebody), (_APART, _are_somebodys)):
        for match in pattern.finditer(reading.text):
            if match[0].rstrip(".") in letters and may_be(view, reading, match):
                yield reading, match.start(), match.end()


def _is_somebody(view: View, reading: Reading, match: regex.Match[str]) -> bool:
    text, (start, end) = reading.text, match.span()
    low = max(0, start - 24)
    if text[end : end + 2] == "'s":
        return _OWNER_BEFORE.search(text, low, start) is not None
    does = acts(text, end) or _IS.match(text, end) is not None
    return does and _BEGINS.search(text, low, start) is not None


def _are_somebodys(view: View, reading: Reading, match: regex.Match[str]) -> bool:
    odds = chance(view, reading, *match.span())
    return odds is None or odds >= _ODDS or acts(reading.text, match.end())


RECOGNISER = FollowUpRecogniser(
    name="lone-letters",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Mother: Karen Harte\n\nK was seen at home. She said no; K left.", ("K", "K")),
        Example("Mother: Karen Harte\n\nThen they came. K. cried.", ("K.",)),
        Example("Mother: Karen Harte\n\nK H was seen at home.", ("K H",)),
    ),
    near_misses=(
        "Mother: Karen Harte\n\nChild K was seen, and K left.",
        "Mother: Karen Harte\n\nVitamin K was given. In group K's room M said so.",
        "Mother: Karen Harte\n\nD was seen at home. Q. said",
        "K was seen at home.",
    ),
)
