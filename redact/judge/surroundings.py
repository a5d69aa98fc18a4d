"""The words by which one place is told from another: around a stretch, and beside a short passage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redact.values.folding import fold
from redact.values.text import Passage

__all__ = ["context_of", "folded_words", "words_beside"]

WORDS = 5  # on each side: enough to tell places apart, few enough to survive an edit nearby
_WINDOW = 160  # characters of a neighbour in which these words are looked for
_NEIGHBOURS = 8  # passages on each side: a cell has no more words than a label has
_WORD = re.compile(r"\w+")


def context_of(passages: Sequence[Passage], at: int, start: int, end: int) -> tuple[str, ...]:
    """Give what tells one place from another: the folded words before it, itself, those behind it.

    Where few words stand around it, as in a cell, what stands beside the passage counts too: a month in one
    table must not clear the child of that name in another.

    Args:
        at: the number of the passage.
        start, end: half-open code points of its text.
    """
    text = passages[at].text
    before = folded_words(text[max(0, start - _WINDOW) : start])[-WORDS:]
    after = folded_words(text[end : end + _WINDOW])[:WORDS]
    # Not only its words: an address and a number are told apart by their punctuation.
    inside = " ".join(fold(text[start:end]).text.split())
    few = len(before) + len(after) < WORDS
    return (" ".join(before), inside, " ".join(after), *(words_beside(passages, at) if few else ()))


def folded_words(text: str) -> list[str]:
    """Give the words of a text in one spelling."""
    return _WORD.findall(fold(text).text)


def words_beside(passages: Sequence[Passage], at: int) -> tuple[str, str]:
    """Give the folded words before and after the passage with the number `at`.

    Those of its own row in a table, so that a row that moves keeps them; where that has none, those of the
    nearest passages in the same part and place of the file.
    """
    for near in (_same_row, _same_part):
        before = _words(near(passages, at, -1), last=True)
        after = _words(near(passages, at, 1), last=False)
        if before or after:
            return before, after
    return "", ""


def _words(near: Iterator[Passage], *, last: bool) -> str:
    found: list[str] = []
    for passage in near:
        if last:
            found = folded_words(passage.text[-_WINDOW:])[-WORDS:] + found
        else:
            found += folded_words(passage.text[:_WINDOW])[:WORDS]
        if len(found) >= WORDS:
            break
    return " ".join(found[-WORDS:] if last else found[:WORDS])


def _same_row(passages: Sequence[Passage], at: int, step: int) -> Iterator[Passage]:
    own = passages[at].location
    if own.cell is None:
        return
    for passage in _from(passages, at, step):
        there = passage.location
        if there.cell is None or (there.part, there.block, there.cell[0]) != (
            own.part,
            own.block,
            own.cell[0],
        ):
            return
        yield passage


def _same_part(passages: Sequence[Passage], at: int, step: int) -> Iterator[Passage]:
    own = passages[at].location
    for passage in _from(passages, at, step):
        if (passage.location.part, passage.location.place) == (own.part, own.place):
            yield passage


def _from(passages: Sequence[Passage], at: int, step: int) -> Iterator[Passage]:
    for number in range(1, _NEIGHBOURS + 1):
        if 0 <= at + step * number < len(passages):
            yield passages[at + step * number]
