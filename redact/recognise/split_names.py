"""A whole name of the call that stands in two cells or lines: "Luka | Both", "Told Rosa / Quillham".

One half may be a word that no place shows to be a name; beside the other, where the documents hold both as
one name, it is. What remains: a name in two cells that stands whole nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.grids import View
from redact.recognise.names import title_words
from redact.recognise.readings import folded
from redact.recognise.repeat_names import key_of
from redact.recognise.taken import taken_by
from redact.values.people import Evidence, Label, Mention, Standing

__all__ = ["RECOGNISER"]

_LEAST_SCORE, _SCORE = 0.6, 0.7
_STANDINGS = (Standing.PARTICIPANT, Standing.PANEL)
_SHORTEST = 2  # letters of a half
_HALVES = regex.compile(
    r"(?<![\p{L}\p{N}'@_-])(?P<one>\p{L}[\p{L}\p{M}'-]+)[ ]?,?[ ]?[\t\n][ ]?(?P<other>\p{L}[\p{L}\p{M}'-]+)"
    r"(?![\p{L}\p{M}\p{N}@])"
)
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}'-]*")
_EVIDENCE = Evidence(
    "split-names", "1", "halves of a name", "a name of these documents in two cells or lines"
)


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    whole = _whole(views, mentions)
    taken = taken_by(each for each in mentions if each.label is Label.PERSON)
    for view in views if whole else ():
        for reading in view.first:
            for match in _HALVES.finditer(reading.text, overlapped=True):
                if frozenset({key_of(match["one"]), key_of(match["other"])}) not in whole:
                    continue
                for half in ("one", "other"):
                    start, end = match.span(half)
                    made = mention(reading, start, end, Label.PERSON, _SCORE, _EVIDENCE)
                    if made is not None and not taken.holds(
                        made.span.passage, made.span.start, made.span.end
                    ):
                        yield made


def _whole(views: Sequence[View], mentions: Sequence[Mention]) -> frozenset[frozenset[str]]:
    """Give the keys of forename and surname of each likely whole name of somebody of the case."""
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    names = {
        texts[each.span.passage][each.span.start : each.span.end]
        for each in mentions
        if each.label is Label.PERSON and each.score >= _LEAST_SCORE and each.standing in _STANDINGS
    }
    found: set[frozenset[str]] = set()
    for name in names:
        parts = [word for word in _WORD.findall(folded(name)[0]) if word.casefold() not in title_words()]
        if len(parts) == 2 and min(map(len, parts)) >= _SHORTEST:
            found.add(frozenset(map(key_of, parts)))
    return frozenset(found)


RECOGNISER = FollowUpRecogniser(
    name="split-names",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Father: Sahra Both\n\nSahra\tBoth\tfather", ("Both",)),
        Example("Father: Sahra Both\n\n1\tBoth\tSahra\t4", ("Both",)),
        Example("Father: Sahra Both\n\nSeen: Both,\nSahra and a dog.", ("Both",)),
    ),
    near_misses=(
        "Father: Sahra Both\n\nBoth\tcame\tlate",
        "Father: Sahra Given\n\nThe form was given\nto Sahra.",
        "Father: Sahra Never\n\nNever\tOnce\tOften",
    ),
)
