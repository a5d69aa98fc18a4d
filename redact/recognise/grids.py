"""A document as recognisers see it: its readings, and its tables as grids of cells.

A grid is a table of the file, or lines of a plain text whose columns are parted by tabs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from redact.recognise.readings import Reading
from redact.values.text import Document, Part

__all__ = ["Cell", "Grid", "Slice", "View", "grids"]

_REACH = 9  # columns; a merged cell may take several, and a hostile table has thousands


@dataclass(frozen=True, slots=True)
class Slice:
    """A stretch of a first reading: half-open code points of its text."""

    reading: Reading = field(repr=False)
    start: int
    end: int

    @property
    def text(self) -> str:
        """The stretch itself."""
        return self.reading.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its 1-based row and column, and its paragraphs."""

    row: int
    column: int
    slices: tuple[Slice, ...]

    @property
    def text(self) -> str:
        """The paragraphs of the cell, joined by line ends."""
        return "\n".join(piece.text for piece in self.slices).strip()


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one table by (row, column); a missing cell is one without text or merged into another.

    `first_row` is the number of the row that may hold the headers.
    """

    cells: Mapping[tuple[int, int], Cell] = field(repr=False)
    first_row: int

    def left_of(self, cell: Cell) -> Cell | None:
        """Give the nearest cell with text to the left, or None."""
        return self._nearest(cell, range(cell.column - 1, max(0, cell.column - _REACH), -1))

    def right_of(self, cell: Cell) -> Cell | None:
        """Give the nearest cell with text to the right, or None."""
        return self._nearest(cell, range(cell.column + 1, cell.column + _REACH))

    def header_of(self, cell: Cell) -> Cell | None:
        """Give the cell of the first row in the same column; None for a cell of that row."""
        return None if cell.row == self.first_row else self.cells.get((self.first_row, cell.column))

    def _nearest(self, cell: Cell, columns: range) -> Cell | None:
        found = (self.cells.get((cell.row, column)) for column in columns)
        return next((other for other in found if other is not None), None)


@dataclass(frozen=True, slots=True)
class View:
    """One document, its first readings in order, its further readings, and its grids.

    `kept` is for what was costly to find out of this view and is asked for more than once, by the asker's
    name; it goes when the view does.
    """

    document: Document
    first: tuple[Reading, ...] = field(repr=False)
    further: tuple[Reading, ...] = field(repr=False)
    grids: tuple[Grid, ...] = field(repr=False)
    kept: dict[str, object] = field(default_factory=dict, repr=False, compare=False)


def grids(first: Sequence[Reading]) -> Iterator[Grid]:
    """Find the tables of one document from its first readings, in the order in which they begin."""
    tables: dict[tuple[Part, int | None], dict[tuple[int, int], list[Slice]]] = {}
    ordered: list[dict[tuple[int, int], list[Slice]]] = []
    for reading in first:
        location = reading.passage.location
        if location.cell is not None:
            key = (location.part, location.block)
            if key not in tables:
                ordered.append(tables.setdefault(key, {}))
            tables[key].setdefault(location.cell, []).append(Slice(reading, 0, len(reading.text)))
        elif "\t" in reading.text:
            ordered.extend(_tabbed(reading))
    for table in ordered:
        cells = {place: Cell(*place, tuple(slices)) for place, slices in table.items()}
        filled = {place: cell for place, cell in cells.items() if cell.text}
        if filled:
            yield Grid(filled, min(row for row, _ in filled))


def _tabbed(reading: Reading) -> Iterator[dict[tuple[int, int], list[Slice]]]:
    """Read runs of lines that hold tabs as tables; several tabs in a row leave columns empty."""
    table: dict[tuple[int, int], list[Slice]] = {}
    start = 0
    for row, line in enumerate(reading.text.split("\n"), 1):
        if "\t" in line:
            at = start
            for column, cell in enumerate(line.split("\t"), 1):
                if cell.strip():
                    table[(row, column)] = [Slice(reading, at, at + len(cell))]
                at += len(cell) + 1
        elif table:
            yield table
            table = {}
        start += len(line) + 1
    if table:
        yield table
