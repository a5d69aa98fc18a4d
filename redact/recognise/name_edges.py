"""What belongs before a name that was found without it: "Abu" of Abu Zaid, "van" of van Dijk, "Chance" of
Chance Harte.

A small word of surnames directly before a likely name is a part of it. So is, at the beginning of a sentence
and before a surname that is known, a forename that is an ordinary word too, if the name model does not hold
that impossible. What remains: a word before a name that is in no list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser
from redact.recognise.grids import View
from redact.recognise.lists import kinds, words
from redact.recognise.model.views import chance
from redact.recognise.names import name_words, title_words
from redact.recognise.plain_words import is_seldom_a_name
from redact.recognise.readings import Reading
from redact.recognise.repeat_edges import SENTENCE_START
from redact.values.people import Evidence, Label, Mention, Standing
from redact.values.text import Span

__all__ = ["RECOGNISER"]

_LEAST_SCORE = 0.6
# The model's odds of a person, from which a word before a surname is a forename: one of the lists, another.
_ODDS, _SELDOM_ODDS = 0.01, 0.4
# In capitals DI is an inspector and LA an authority.
_PARTICLES = regex.compile(
    r"(?<![\p{L}\p{N}'-])(?:(?:[Dd](?:e|as|os|u|el|ella|ela|i|er)|[Ll][ae]|[Vv][ao]n|[AaEe]l|[Bb]int?[ie]?|[Bb]inte"
    r"|[Ii]bn|[Aa]bu|DE|VAN|VON|DER|ABU|BIN)[ ])+$"
)
_WORD = regex.compile(r"(?<![\p{L}\p{N}'_-])(\p{Lu}\p{Ll}+)[ ]$")
_ASKING = frozenset({"will", "may", "can"})  # "Will Harte come?"
_AROUND = 32  # characters before a name
_EVIDENCE = Evidence("name-edges", "1", "before a name", "a small word or a forename directly before a name")


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    homes = {reading.passage.id: (view, reading) for view in views for reading in view.first}
    likely = [
        each
        for each in mentions
        if each.label is Label.PERSON
        and each.score >= _LEAST_SCORE
        and each.standing in (Standing.PARTICIPANT, Standing.PANEL)
        and each.span.passage in homes
    ]
    names = [_text(homes[each.span.passage][1], each) for each in likely]
    surnames = frozenset(name.split()[-1].casefold() for name in names if " " in name)
    for each, name in zip(likely, names, strict=True):
        start = _start(*homes[each.span.passage], each, is_surname=name.casefold() in surnames)
        if start < each.span.start:
            yield replace(each, span=Span(each.span.passage, start, each.span.end), evidence=_EVIDENCE)


def _text(reading: Reading, name: Mention) -> str:
    return reading.passage.text[name.span.start : name.span.end]


def _start(view: View, reading: Reading, name: Mention, *, is_surname: bool) -> int:
    """Give where the name begins with what belongs before it; code points of its passage."""
    text, start = reading.passage.text, name.span.start
    low = max(0, start - _AROUND)
    small = _PARTICLES.search(text, low, start)
    if small is not None:
        return int(small.start())
    before = _WORD.search(text, low, start)
    if before is None or not is_surname or not text[start].isupper():
        return start
    begins = SENTENCE_START.search(text, max(0, before.start() - 6), before.start()) is not None
    if not begins:
        return start
    odds = chance(view, reading, before.start(1), before.end(1)) if reading.text == text else None
    return int(before.start()) if odds is not None and odds >= _least(before[1]) else start


def _least(word: str) -> float:
    """Give the odds from which a word before a surname is a forename; above 1 where it is none."""
    plain = word.casefold()
    if plain in _ASKING or plain in title_words() or plain in kinds("kinship"):
        return 2.0
    if plain in name_words() or plain in words("forenames"):
        return _ODDS
    return _SELDOM_ODDS if is_seldom_a_name(word) else 2.0


RECOGNISER = FollowUpRecogniser(
    name="name-edges",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Child: Omar Abu Zaid\n\nThen they left, ABU ZAID.", ("ABU ZAID",)),
        Example("Child: Ines van Dijk\n\nThey told van Dijk so.", ("van Dijk",)),
        Example("Child: Joris de Vries\n\nThey told de Vries so.", ("de Vries",)),
    ),
    near_misses=(
        "Child: Omar Zaid\n\nThen Zaid left the van. Zaid came in a vanity.",
        "Child: Grace Harte\n\nWill Harte come? Told Harte.",
        "Child: Omar Zaid\n\nThe den was cold. They told Zaid so.",
    ),
)
