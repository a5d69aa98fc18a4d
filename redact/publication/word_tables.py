"""A table whose cells are read in another order: row by row, column by column, or line by line of a row.

The words of each cell stay in their order, each row (or column) stays together, and no cell is read before
one that stands to its left (or above it) has begun: so two cells that were exchanged are no other order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from redact.publication.word_tokens import Text, Token
from redact.values.text import Part

__all__ = ["Table", "heading_rows", "made_whole", "read_otherwise", "tables_of"]

_HEADING_ROWS = 3
_LONGEST_HEADING = 80  # words
_MOST_PIECES = 5  # of one word
_MOST_WAYS = 50_000  # of sharing words out among cells
_Cells = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Table:
    """Where a table lies among the words of a Word file, half-open, and its cells by row and column."""

    number: int
    start: int
    end: int
    cells: Mapping[tuple[int, int], tuple[str, ...]]


def tables_of(text: Text) -> tuple[Table, ...]:
    """Find the tables in the flow of a Word file."""
    found: dict[int, list[int]] = {}
    for index, token in enumerate(text.flow):
        place = text.at(token).location
        if place.part is Part.TABLE and place.cell is not None and place.block is not None:
            found.setdefault(place.block, []).append(index)
    return tuple(_table(number, indices, text) for number, indices in found.items())


def heading_rows(tables: Sequence[Table]) -> Mapping[int, tuple[tuple[str, ...], ...]]:
    """Give the first row of each table, its first two and its first three, as they may be printed again."""
    told = {}
    for table in tables:
        rows = [tuple(key for cell in row for key in cell) for row in _rows(table)[:_HEADING_ROWS]]
        heads = [sum(rows[:many], ()) for many in range(1, len(rows) + 1)]
        told[table.number] = tuple(head for head in heads if 0 < len(head) <= _LONGEST_HEADING)
    return told


def made_whole(table: Table, keys: Sequence[str]) -> list[str]:
    """Join again the words of a table that were parted where a line of a narrow cell ends."""
    known = {key for cell in table.cells.values() for key in cell}
    found: list[str] = []
    at = 0
    while at < len(keys):
        many = 1
        if keys[at] not in known:
            ways = (many for many in range(2, _MOST_PIECES + 1) if "".join(keys[at : at + many]) in known)
            many = next(ways, 1)
        found.append("".join(keys[at : at + many]))
        at += many
    return found


def read_otherwise(table: Table, keys: Sequence[str]) -> bool:
    """Tell whether these are the words of a table, in an order in which it may be read."""
    if Counter(keys) != Counter(key for cell in table.cells.values() for key in cell):
        return False
    return any(_along(lines, keys) for lines in (_rows(table), _columns(table)))


# ------------------------------------------------------------------ private


def _table(number: int, indices: Sequence[int], text: Text) -> Table:
    cells: dict[tuple[int, int], list[str]] = {}
    for index in indices:
        token: Token = text.flow[index]
        cell = text.at(token).location.cell or (0, 0)
        cells.setdefault(cell, []).append(token.key)
    return Table(number, indices[0], indices[-1] + 1, {cell: tuple(keys) for cell, keys in cells.items()})


def _rows(table: Table) -> list[_Cells]:
    rows = sorted({row for row, _ in table.cells})
    return [[table.cells[cell] for cell in sorted(table.cells) if cell[0] == row] for row in rows]


def _columns(table: Table) -> list[_Cells]:
    columns = sorted({column for _, column in table.cells})
    return [[table.cells[cell] for cell in sorted(table.cells) if cell[1] == column] for column in columns]


def _along(lines: Sequence[_Cells], keys: Sequence[str]) -> bool:
    at = 0
    for cells in lines:
        many = sum(map(len, cells))
        if not _shared_out(cells, keys[at : at + many]):
            return False
        at += many
    return at == len(keys)


def _shared_out(cells: _Cells, keys: Sequence[str]) -> bool:
    """Share words out among cells, each in its order, none begun after a later one has ended."""
    ends = tuple(map(len, cells))
    start = (0,) * len(cells)
    waiting = [(start, 0)]
    known = {(start, 0)}
    while waiting:
        places, last = waiting.pop()
        if places == ends:
            return True
        if len(known) > _MOST_WAYS:
            return False
        for way in _ways(cells, keys[sum(places)], places, last):
            if way not in known:
                known.add(way)
                waiting.append(way)
    return False


def _ways(
    cells: _Cells, key: str, places: tuple[int, ...], last: int
) -> Iterator[tuple[tuple[int, ...], int]]:
    """Give the cells that a word may be the next word of; the one that was read last comes out first."""
    order = sorted(range(len(cells)), key=lambda cell: (cell == last, -cell))
    for cell in order:
        at = places[cell]
        if at == len(cells[cell]) or cells[cell][at] != key:
            continue
        later_ended = any(0 < len(cells[other]) == places[other] for other in range(cell + 1, len(cells)))
        if at or not later_ended:
            yield (*places[:cell], at + 1, *places[cell + 1 :]), cell
