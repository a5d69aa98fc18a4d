"""Where a table begins on a sheet, so that each column keeps its heading.

A sheet often has a title above its table, or several tables one below the other. Recognisers take the first
row of a table for its headings, so a table must begin there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

__all__ = ["Filled", "Tables"]

_LONGEST_HEADING = 80  # characters


@dataclass(frozen=True, slots=True)
class Filled:
    """One cell with something in it: its text, and what tells a heading from an entry."""

    column: int
    text: str = field(repr=False)
    is_text: bool
    bold: bool


class Tables:
    """Says row by row whether a new table begins; rows are told from the top."""

    def __init__(self, starts: frozenset[int]) -> None:
        """Begin a sheet; `starts` are the rows at which the file itself says that a table begins."""
        self._starts = starts
        self._row = 0
        self._begun = False
        self._in_table = False

    def begins(self, row: int, cells: Sequence[Filled]) -> bool:
        """Tell whether this row begins a new table (or what stands above the first one)."""
        blank_before = row > self._row + 1
        self._row = row
        heads = _are_headings(cells)
        first = not self._begun
        self._begun = True
        if row in self._starts:
            self._in_table = True
            return True
        if heads and not self._in_table:
            self._in_table = True
            return True
        # Rows of a table may be set apart by empty ones; only bold headings begin another table.
        return first or (heads and blank_before and all(cell.bold for cell in cells))


def _are_headings(cells: Sequence[Filled]) -> bool:
    """Tell whether cells can be headings of columns: two or more short texts without a figure."""
    return len(cells) > 1 and all(
        cell.is_text
        and len(cell.text) <= _LONGEST_HEADING
        and not cell.text.rstrip().endswith((":", "."))
        and not any(letter.isdigit() for letter in cell.text)
        for cell in cells
    )
