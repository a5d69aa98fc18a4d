"""The words by which one place is told from another: around a stretch, and beside a short passage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redact.values.folding import fold
from redact.values.text import Passage

__all__ = ["WORDS", "folded_words", "words_beside"]

WORDS = 5  # on each side: enough to tell places apart, few enough to survive an edit nearby
_WINDOW = 160  # characters of a neighbour in which these words are looked for
_NEIGHBOURS = 8  # passages on each side: a cell has no more words than a label has
_WORD = re.compile(r"\w+")


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
