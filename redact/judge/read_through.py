"""A document as one text in reading order: lines and notes, each with what it is and where it stands.

Lines of contents are in it, so that whoever reads can leave them out; what a reader does not see is not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from redact.judge.outline import Outline
from redact.judge.roles import Role
from redact.values.text import Document, Part, Span

__all__ = ["Kind", "Stretch", "Through", "read_through"]

_NOTES = frozenset((Part.FOOTNOTE, Part.ENDNOTE))
_SHOUTED = 0.7  # of the letters are capitals: in such a line capitals say nothing
_FEW_LETTERS = 8
_FEW_IN_A_HEADING = 4
_SHORT_NOTE = 14  # words
# What the head of a column says that holds the words behind abbreviations.
_MEANING = re.compile(
    r"\b(?:meanings?|means|definitions?|explanations?|stands?\s+for|in\s+full|full\s+(?:name|title|form|term)"
    r"|long\s+form)\b",
    re.IGNORECASE,
)


class Kind(Enum):
    """What a stretch is for its reader."""

    TEXT = "text"
    HEADING = "heading"
    CONTENTS = "contents"
    TERMS = "terms"  # a line of a list of terms
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Stretch:
    """One line or note: `at` is its offset in the whole text, `start` that in its passage."""

    passage: str
    start: int
    at: int
    kind: Kind
    shouts: bool
    block: int | None = None
    cell: tuple[int, int] | None = None

    def span(self, start: int, end: int) -> Span:
        """Give where half-open offsets of the whole text stand in the passage."""
        return Span(self.passage, start - self.at + self.start, end - self.at + self.start)


@dataclass(frozen=True, slots=True)
class Through:
    """The whole text, its stretches in order, and the short notes by the capital that they begin with.

    Such a note may explain an abbreviation by nothing but its words.
    """

    text: str = field(repr=False)
    stretches: tuple[Stretch, ...]
    notes: Mapping[str, Sequence[str]] = field(repr=False)
    rows: Mapping[tuple[int | None, int], tuple[tuple[int, str], ...]] = field(repr=False)
    _offsets: tuple[int, ...] = field(repr=False)

    def at(self, offset: int) -> Stretch:
        """Give the stretch in which an offset of the whole text stands."""
        return self.stretches[bisect_right(self._offsets, offset) - 1]

    def beside(self, stretch: Stretch) -> tuple[str, ...]:
        """Give the texts of the other cells of a row."""
        if stretch.cell is None:
            return ()
        row, column = stretch.cell
        return tuple(text for number, text in self.rows.get((stretch.block, row), ()) if number != column)


def read_through(document: Document, outline: Outline, terms: Collection[int]) -> Through:
    """Put a document's lines and notes into one text, a line end between them.

    Args:
        terms: numbers of the outline's lines that are a list of terms.
    """
    pieces: list[str] = []
    stretches: list[Stretch] = []
    rows: dict[tuple[int | None, int], list[tuple[int, str]]] = {}
    notes: dict[str, list[str]] = {}
    at = 0
    for passage, start, text, kind, block, cell in _lines(document, outline, terms):
        few = _FEW_IN_A_HEADING if kind is Kind.HEADING else _FEW_LETTERS
        stretches.append(Stretch(passage, start, at, kind, _shouts(text, few), block, cell))
        pieces.append(text)
        at += len(text) + 1
        if cell is not None:
            rows.setdefault((block, cell[0]), []).append((cell[1], text))
        if len(text.split()) <= _SHORT_NOTE and (
            kind is Kind.NOTE or (kind is Kind.TEXT and text[:1].isdigit())
        ):
            note = text.lstrip("0123456789.)] ")
            notes.setdefault(note[:1].upper(), []).append(note)
    return Through(
        "\n".join(pieces),
        tuple(stretches),
        notes,
        {row: tuple(cells) for row, cells in rows.items()},
        tuple(one.at for one in stretches),
    )


def _lines(
    document: Document, outline: Outline, terms: Collection[int]
) -> Iterator[tuple[str, int, str, Kind, int | None, tuple[int, int] | None]]:
    by_passage: dict[str, list[int]] = {}
    heads = (line for line in outline.lines if line.cell and line.cell[0] == 1 and _MEANING.search(line.text))
    tables = {line.block for line in heads}
    for number, line in enumerate(outline.lines):
        by_passage.setdefault(line.passage, []).append(number)
    for passage in document.passages:
        if passage.location.part in _NOTES and not passage.repeated and passage.text.strip():
            yield passage.id, 0, passage.text, Kind.NOTE, None, None
        for number in by_passage.get(passage.id, ()):
            line = outline.lines[number]
            in_terms = number in terms or (line.cell is not None and line.block in tables)
            kind = _kind(outline.roles[number], in_terms)
            yield line.passage, line.start, line.text, kind, line.block, line.cell


def _kind(role: Role, is_term: bool) -> Kind:
    if role is Role.CONTENTS:
        return Kind.CONTENTS
    if is_term:
        return Kind.TERMS
    return Kind.HEADING if role is Role.HEADING else Kind.TEXT


def _shouts(text: str, few: int) -> bool:
    capitals = sum(map(str.isupper, text))
    return capitals > few and capitals > _SHOUTED * sum(map(str.isalpha, text))
