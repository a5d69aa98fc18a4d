"""The tables of a document as rows of cells, and which of them are lists of contents, forms or grids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from redact.judge.lines import Line

__all__ = ["Cell", "Table", "tables_of"]

_HEADER_WORDS = 10  # of a cell that says what its column holds


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell; `lines` are the numbers of its lines in the outline."""

    row: int
    column: int
    lines: tuple[int, ...]
    text: str = field(repr=False)
    words: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Table:
    """A table by rows, blank cells left out: nothing was read in them. `columns` is how many it has."""

    rows: tuple[Mapping[int, Cell], ...] = field(repr=False)
    columns: int
    first: int
    last: int

    @property
    def header(self) -> int | None:
        """Give the number of the row that says what the columns hold; none in a form or a list."""
        if self.columns < 2:
            return None
        for number, row in enumerate(self.rows[:4]):
            if len(row) < 2:
                continue
            short = all(len(cell.words) <= _HEADER_WORDS for cell in row.values())
            return number if short and len(row) > self.columns / 2 else None
        return None


def tables_of(lines: Sequence[Line]) -> tuple[Table, ...]:
    """Gather the lines of cells into tables, in reading order."""
    return tuple(_table(lines, first, last) for first, last in _runs(lines))


def _runs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    start = 0
    for at in range(1, len(lines) + 1):
        if at < len(lines) and lines[at].cell and lines[at].block == lines[start].block and lines[start].cell:
            continue
        if lines and lines[start].cell:
            yield start, at
        start = at


def _table(lines: Sequence[Line], first: int, last: int) -> Table:
    cells: dict[tuple[int, int], list[int]] = {}
    for at in range(first, last):
        cell = lines[at].cell
        if cell is not None:
            cells.setdefault(cell, []).append(at)
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), numbers in sorted(cells.items()):
        text = "\n".join(lines[at].text for at in numbers)
        words = tuple(word for at in numbers for word in lines[at].words)
        rows.setdefault(row, {})[column] = Cell(row, column, tuple(numbers), text, words)
    columns = max(column for row in rows.values() for column in row)
    return Table(tuple(rows[row] for row in sorted(rows)), columns, first, last)
