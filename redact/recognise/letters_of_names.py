"""The letters that people sign with and are called by: "AH" of Anna Harte, "RS" and "RD" of Rosa de Souza.

What remains: the letters of a name that the documents never hold in full.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from redact.recognise import regex
from redact.recognise.grids import View
from redact.recognise.names import is_particle, title_words
from redact.recognise.repeat_names import without_marks
from redact.values.people import Label, Mention, Standing

__all__ = ["letters_of"]

_LEAST_SCORE = 0.6  # a name that is itself only asked about explains no letters
_WORD = regex.compile(r"\p{Lu}[\p{L}\p{M}']*")
_INNER = regex.compile(r"^\p{Lu}|(?<=['\p{Ll}])\p{Lu}")  # O'Rourke, McKay


def letters_of(views: Sequence[View], mentions: Sequence[Mention], standings: Sequence[Standing]) -> set[str]:
    """Give the letters that stand for each full name of whoever stands so, as written and without marks."""
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    names = {
        texts[each.span.passage][each.span.start : each.span.end]
        for each in mentions
        if each.label is Label.PERSON and each.score >= _LEAST_SCORE and each.standing in standings
    }
    return {
        written
        for name in names
        for letters in _letters_of(name)
        for written in (letters, without_marks(letters))
    }


def _letters_of(name: str) -> Iterator[str]:
    first, comma, rest = name.partition(",")
    return chain(_spelt(f"{rest} {first}" if comma else first), _surname_first(first))


def _surname_first(name: str) -> Iterator[str]:
    """Give the letters of a name whose surname stands first and in capitals: "HARTE Anna"."""
    first, _, rest = name.partition(" ")
    if len(first) > 1 and first.isupper() and rest[1:2].islower():
        yield rest[0] + first[0]


def _spelt(name: str) -> Iterator[str]:
    """Give the letters of a name: of all its words, of the first and the last, with those inside a word."""
    words_ = [word for word in _WORD.findall(name) if word.casefold() not in title_words()]
    if not 2 <= len(words_) <= 5 or not any(len(word) > 1 for word in words_):
        return
    every = "".join(word[0] for word in words_)
    yield from (every[:3], every[0] + every[-1])
    if len(every) > 2:
        yield every[0] + every[1]  # of a double surname, or a middle name, the first alone
    small = [word[0].upper() for word in name.split() if word[0].islower() and is_particle(word)]
    if small:
        yield from (every[0] + small[0], every[0] + small[0] + every[-1])
    apart = [found[0] for word in name.split() if (found := _WORD.search(word))]
    if 2 <= len(apart) <= 3:
        yield "".join(word[0] for word in apart)
    inner = every[0] + "".join(_INNER.findall(words_[-1]))
    if len(inner) == 3:
        yield inner
