"""Pieces of text → lines and rules on sheets of paper, and what each of them is.

Each page of the old file begins a new sheet, and goes on over as many as it needs. What is set is set in the
order in which it was read.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from redact.formats.pdf.retypeset.breaking import broken
from redact.formats.pdf.retypeset.grids import Grid, grid_of
from redact.formats.pdf.retypeset.pieces import Piece
from redact.values.text import Part

__all__ = ["Element", "Line", "Rule", "Sheet", "Typeset", "typeset"]

_LONG, _SHORT = 841.89, 595.28  # points; A4
_SIDE, _TOP, _BOTTOM = 60.0, 62.0, 56.0  # margins, in points
_BODY, _SMALL = 10.0, 8.0
_SCALES = (1.0, 0.96, 0.92, 0.88)  # the first in which a page of the old file fits on a sheet
_HEADINGS = (16.0, 14.0, 12.5, 11.5)  # by their level; those below are as large as the last
_LEADING = 1.32  # baseline to baseline, in sizes
_BANNER = 30.0  # from the upper edge


@dataclass(frozen=True, slots=True)
class Line:
    """A line on a sheet, from its left end on the baseline. `element` is what it is of; of None it is of
    nothing that is read with the text."""  # fmt: skip

    x: float
    y: float
    size: float
    bold: bool
    text: str = field(repr=False)
    element: int | None


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight rule between two points."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(slots=True)
class Sheet:
    """One page of the new file."""

    width: float
    height: float
    lines: list[Line] = field(default_factory=list, repr=False)
    rules: list[Rule] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Element:
    """What a stretch of the text is, by its name in the standard: H1, P, Table, TR, TH; and what it is in."""

    kind: str
    parent: int | None


@dataclass(slots=True)
class Typeset:
    """The new document, before it is drawn."""

    sheets: list[Sheet] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)


def typeset(pieces: Sequence[Piece], notes: Mapping[int, str], wide: frozenset[int], line: str) -> Typeset:
    """Set every piece.

    Args:
        notes: words of ours at the end of a page of the old file, by its number.
        wide: the numbers of the pages that are wider than high.
        line: what every sheet says above its text, if anything.
    """
    setter = _Setter(line)
    by_page = {
        number: list(own) for number, own in itertools.groupby(pieces, lambda one: one.passage.location.page)
    }
    for number in sorted({*notes, *(page for page in by_page if page is not None)}):
        setter.page(by_page.get(number, []), notes.get(number), wide=number in wide)
    if not setter.made.sheets:
        setter.page([], None, wide=False)
    return setter.made


class _Setter:
    """Sets one thing under the other."""

    def __init__(self, line: str) -> None:
        self.made = Typeset()
        self._line = line
        self._wide = False
        self._scale = 1.0
        self._y = 0.0
        self._fresh = True
        self._levels: list[int] = []

    def page(self, pieces: Sequence[Piece], note: str | None, *, wide: bool) -> None:
        """Set what stood on one page of the old file: a little smaller where it then fits on one sheet."""
        self._wide = wide
        sheets, elements, levels = len(self.made.sheets), len(self.made.elements), list(self._levels)
        for scale in (*_SCALES, _SCALES[0]):
            del self.made.sheets[sheets:], self.made.elements[elements:]
            self._levels = list(levels)
            self._scale = scale
            self._page(pieces, note)
            if len(self.made.sheets) == sheets + 1:
                break

    def _page(self, pieces: Sequence[Piece], note: str | None) -> None:
        self._turn()
        at = 0
        while at < len(pieces) and pieces[at].passage.location.part is not Part.FOOTER:
            at += self._block(pieces[at:])
        if note:
            self._text(note, "P", _SMALL, above=0.8)
        for piece in pieces[at:]:
            self._block([piece])

    def _block(self, pieces: Sequence[Piece]) -> int:
        """Set a paragraph, or a table with all of its cells. Returns: how many pieces it took."""
        first = pieces[0]
        where = first.passage.location
        if where.part is Part.TABLE:
            cells = list(
                itertools.takewhile(
                    lambda one: (
                        (one.passage.location.part, one.passage.location.block) == (where.part, where.block)
                    ),
                    pieces,
                )
            )
            self._table(cells)
            return len(cells)
        level = first.passage.heading_level
        if level is not None and where.part is Part.BODY:
            rank = self._rank(level)
            self._text(first.text, f"H{rank}", _HEADINGS[min(rank, len(_HEADINGS)) - 1], above=1.0, bold=True)
        elif where.part in (Part.HEADER, Part.FOOTER):
            self._text(first.text, "P", _SMALL, above=0.8)
        else:
            self._text(first.text, "P", _BODY, above=0.6)
        return 1

    def _rank(self, level: int) -> int:
        """Give a heading's level such that none is left out between it and the heading above it."""
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        self._levels.append(level)
        return min(6, len(self._levels))

    # ---------------------------------------------------------------- paper

    @property
    def _sheet(self) -> Sheet:
        return self.made.sheets[-1]

    @property
    def _room(self) -> float:
        return self._sheet.width - 2 * _SIDE

    def _turn(self) -> None:
        """Begin a new sheet."""
        width, height = (_LONG, _SHORT) if self._wide else (_SHORT, _LONG)
        self.made.sheets.append(Sheet(width, height))
        self._y = height - _TOP
        self._fresh = True
        if self._line:
            self._sheet.lines.append(Line(_SIDE, height - _BANNER, _SMALL, True, self._line, None))

    def _element(self, kind: str, parent: int | None = None) -> int:
        self.made.elements.append(Element(kind, parent))
        return len(self.made.elements) - 1

    def _text(self, text: str, kind: str, size: float, *, above: float, bold: bool = False) -> None:
        """Set a paragraph; `above` is the free space over it, in sizes."""
        size = round(size * self._scale, 2)
        lines = broken(text, self._room, size, bold=bold)
        element = self._element(kind)
        if not self._fresh:
            self._y -= above * size
        # A heading stays with two lines of what follows it, and no paragraph leaves one line behind.
        needed = size * _LEADING * min(2, len(lines)) + (2 * _BODY * _LEADING if bold else 0.0)
        if not self._fresh and self._y - needed < _BOTTOM:
            self._turn()
        for number, line in enumerate(lines):
            if self._y - size * _LEADING < _BOTTOM:
                self._turn()
            self._y -= size * _LEADING
            self._fresh = False
            gap = " " if number + 1 < len(lines) else ""
            self._sheet.lines.append(Line(_SIDE, self._y, size, bold, line + gap, element))

    # ---------------------------------------------------------------- tables

    def _table(self, cells: Sequence[Piece]) -> None:
        highest = self._sheet.height - _TOP - _BOTTOM
        grid = grid_of(cells, self._room, highest, _BODY * self._scale)
        if grid is None:  # a row is higher than a sheet
            for piece in cells:
                self._text(piece.text, "P", _BODY, above=0.6)
            return
        table = self._element("Table")
        if not self._fresh:
            self._y -= 0.6 * _BODY
        for number in range(len(grid.rows)):
            if self._y - grid.heights[number] < _BOTTOM and not self._fresh:
                self._turn()
            self._row(grid, number, self._element("TR", table))
            self._fresh = False
        self._y -= 0.3 * _BODY

    def _row(self, grid: Grid, number: int, row: int) -> None:
        top, bottom = self._y, self._y - grid.heights[number]
        self._sheet.rules += [
            Rule(_SIDE, top, _SIDE + grid.width, top),
            Rule(_SIDE, bottom, _SIDE + grid.width, bottom),
        ]
        self._sheet.rules.append(Rule(_SIDE + grid.width, bottom, _SIDE + grid.width, top))
        for cell in grid.rows[number]:
            x = _SIDE + cell.left
            self._sheet.rules.append(Rule(x, bottom, x, top))
            kind = "TH" if grid.headed and number == 0 else "TD"
            element = self._element("P", self._element(kind, row))
            y = top - grid.pad
            for line in cell.lines:
                y -= grid.size * _LEADING
                self._sheet.lines.append(Line(x + grid.pad, y + grid.drop, grid.size, False, line, element))
        self._y = bottom
