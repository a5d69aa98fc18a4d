"""The sentences of a document as words with their places: what phrases are looked for in.

Cells of a table are sentences of their own, with the words of their row's first cell and of their column's
head beside them. What is repeated on each page, and a file's own name, is no sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from redact.judge.sentences import sentences
from redact.values.text import Document, Passage

__all__ = ["Piece", "piece_of", "pieces_of", "within"]

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_PLAIN = str.maketrans({"\u2019": None, "'": None})
_HEAD = 8  # words of a cell that asks for another's value
_FIELD = re.compile(r"\s*([A-Z][\w' /()-]{1,40}?)[ \t]*[:\t]")


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence: its folded words, where each begins and ends in the passage, and which has a capital.

    `start` and `end` are half-open code points of the passage. `paragraph` is the same for the sentences of
    one passage, or of one row of a table. `row` and `column` are the words that ask for a cell's value.
    `headings` are the headings above it.
    """

    passage: str
    text: str = field(repr=False)
    start: int
    end: int
    words: tuple[str, ...] = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)
    ends: tuple[int, ...] = field(repr=False)
    paragraph: str
    row: str = field(default="", repr=False)
    column: str = field(default="", repr=False)
    headings: tuple[str, ...] = field(default=(), repr=False)
    is_heading: bool = False

    def gap(self, number: int) -> str:
        """Give what stands between a word and the one before it."""
        return self.text[self.ends[number - 1] : self.starts[number]] if number else ""

    def capital(self, number: int) -> bool:
        """Tell whether a word begins with a capital."""
        return self.text[self.starts[number]].isupper()

    def at(self, offset: int) -> int:
        """Give the number of the first word that ends behind an offset."""
        low, high = 0, len(self.ends)
        while low < high:
            middle = (low + high) // 2
            if self.ends[middle] <= offset:
                low = middle + 1
            else:
                high = middle
        return low


def pieces_of(document: Document) -> Iterator[Piece]:
    """Give the sentences of a document in reading order."""
    heads: dict[tuple[int | None, int], str] = {}
    rows: dict[tuple[int | None, int], str] = {}
    for passage in document.passages:
        if passage.apart or passage.repeated or not passage.text.strip():
            continue
        asked = _asked(passage, heads, rows)
        spans = [(0, len(passage.text))] if passage.heading_level else sentences(passage.text)
        for start, end in spans:
            for first, last in _lines(passage.text, start, end):
                if passage.focus and not any(low < last and first < high for low, high in passage.focus):
                    continue
                yield _piece(passage, first, last, asked)


def piece_of(text: str) -> Piece:
    """Read a text that stands by itself, as a heading does, as one sentence."""
    return Piece("", text, 0, len(text), *_words_in(text, 0, len(text)), "")


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_T = TypeVar("_T", bound=_Placed)


def within(piece: Piece, placed: Sequence[_T]) -> list[_T]:
    """Give what stands inside a sentence, of stretches of its passage in the order in which they begin."""
    first = bisect_left(placed, piece.start, key=lambda one: one.start)
    last = bisect_left(placed, piece.end, first, key=lambda one: one.start)
    return [one for one in placed[first:last] if one.end <= piece.end]


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part a sentence at the ends of lines that are rows of a form: "Age: 3"."""
    if "\n" not in text[start:end]:
        yield start, end
        return
    at = start
    for match in re.finditer(r"\n", text[start:end]):
        here = start + match.start()
        if _FIELD.match(text, here + 1, end):
            yield at, here
            at = here + 1
    yield at, end


def _asked(
    passage: Passage, heads: dict[tuple[int | None, int], str], rows: dict[tuple[int | None, int], str]
) -> tuple[str, str, str]:
    cell = passage.location.cell
    if cell is None:
        return "", "", passage.id
    block = passage.location.block
    words = passage.text if len(passage.text.split()) <= _HEAD else ""
    if cell[0] == 1:
        heads.setdefault((block, cell[1]), words)
    if cell[1] == 1:
        rows.setdefault((block, cell[0]), words)
    row = rows.get((block, cell[0]), "") if cell[1] > 1 else ""
    column = heads.get((block, cell[1]), "") if cell[0] > 1 else ""
    return row, column, f"{block}:{cell[0]}"


def _piece(passage: Passage, start: int, end: int, asked: tuple[str, str, str]) -> Piece:
    row, column, paragraph = asked
    words, starts, ends = _words_in(passage.text, start, end)
    return Piece(
        passage.id,
        passage.text,
        start,
        end,
        words,
        starts,
        ends,
        paragraph,
        row,
        column,
        passage.headings,
        passage.heading_level is not None,
    )


def _words_in(text: str, start: int, end: int) -> tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...]]:
    found = list(_WORD.finditer(text, start, end))
    words = [match[0] for match in found]
    if "'" in text or "\u2019" in text:
        words = [word.translate(_PLAIN) for word in words]
    spans = [match.span() for match in found]
    return (
        tuple([word.casefold() for word in words]),
        tuple([first for first, _ in spans]),
        tuple([last for _, last in spans]),
    )
