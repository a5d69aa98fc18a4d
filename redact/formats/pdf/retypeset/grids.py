"""The cells of a table → columns as wide as what is in them, and rows as high."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from redact.formats.pdf.retypeset.breaking import broken, longest_word, width_of
from redact.formats.pdf.retypeset.pieces import Piece

__all__ = ["Grid", "GridCell", "grid_of"]

_SIZES = (0.9, 0.8, 0.7, 0.6)  # of the text's; the first in which no word has to be cut, else the last
_PAD = 3.5  # points between a rule and the words beside it
_LEADING = 1.32
_DROP = 0.3  # sizes; a line of text hangs so far below its baseline
_LONGEST_HEAD = 60  # characters
_WIDEST = 60.0  # ems; a cell is asked for no more room than a line of so many


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell with its lines; `left` is where it begins, in points from the table's left edge."""

    left: float
    lines: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table that is set: rows of cells, and how high each is; `headed`: the first row names the columns."""

    width: float
    size: float
    rows: tuple[tuple[GridCell, ...], ...]
    heights: tuple[float, ...]
    headed: bool = False

    @property
    def pad(self) -> float:
        """Give the room between a rule and the words beside it."""
        return _PAD

    @property
    def drop(self) -> float:
        """Give how far the baseline of a line stands above its lower edge."""
        return _DROP * self.size


_Texts = dict[tuple[int, int], str]


def grid_of(cells: Sequence[Piece], width: float, highest: float, body: float) -> Grid | None:
    """Set a table of a given width in points; None where a row of it would be higher than `highest`.

    Args:
        body: the size of the text around it.
    """
    texts: _Texts = {}
    for piece in cells:
        row, column = piece.passage.location.cell or (1, 1)
        before = texts.get((row, column))
        texts[row, column] = piece.text if before is None else f"{before}\n{piece.text}"
    rows = sorted({row for row, _ in texts})
    columns = list(range(1, 1 + max(column for _, column in texts)))
    for part in _SIZES:
        size = part * body
        widths, fits = _widths(texts, columns, width, size)
        if fits:
            break
    made = [_row(texts, row, columns, widths, size) for row in rows]
    heights = tuple(2 * _PAD + size * _LEADING * max(len(cell.lines) for cell in row) for row in made)
    headed = _is_headed(texts, rows, columns)
    return None if max(heights) > highest else Grid(width, size, tuple(made), heights, headed)


def _is_headed(texts: _Texts, rows: Sequence[int], columns: Sequence[int]) -> bool:
    """Tell whether the first row looks like names of columns: a few words in every cell, and no sentence.

    The old file may say so too, but its tags are not read; where the row looks otherwise nothing is claimed.
    """
    first = [texts.get((rows[0], column), "").strip() for column in columns]
    return (
        len(rows) > 1
        and len(columns) > 1
        and all(any(map(str.isalpha, text)) and len(text) <= _LONGEST_HEAD for text in first)
        and not any(text.endswith((".", ":", ";", ",", "?")) for text in first)
    )


def _widths(texts: _Texts, columns: Sequence[int], width: float, size: float) -> tuple[list[float], bool]:
    """Give each column its widest word and a share of what is left; and say whether there is room for all."""
    least, wanted = [], []
    alone = _alone(texts)
    for column in columns:
        own = [text for (row, at), text in texts.items() if at == column and row not in alone]
        narrow = max((longest_word(text, size) for text in own), default=size)
        wide = max((width_of(line, size) for text in own for line in text.split("\n")), default=narrow)
        least.append(narrow + 2 * _PAD + 0.1)
        wanted.append(max(narrow, min(wide, _WIDEST * size)) + 2 * _PAD + 0.1)
    fits = sum(least) <= width
    if not fits:
        return [width * one / sum(least) for one in least], False
    return _filled(least, wanted, width), True


def _filled(least: Sequence[float], wanted: Sequence[float], width: float) -> list[float]:
    """Share out what is left, as much to each that can still use it; then as much to each."""
    widths = list(least)
    for most in (wanted, [width] * len(widths)):
        while (left := width - sum(widths)) > 0.01:
            hungry = [at for at, own in enumerate(widths) if most[at] - own > 0.01]
            if not hungry:
                break
            step = min(left / len(hungry), *(most[at] - widths[at] for at in hungry))
            for at in hungry:
                widths[at] += step
    return widths


def _alone(texts: _Texts) -> set[int]:
    """Give the rows of which only the first cell has words: they stand over the whole width."""
    rows = {row for row, _ in texts}
    return {row for row in rows if [column for at, column in texts if at == row] == [1]}


def _row(
    texts: _Texts, row: int, columns: Sequence[int], widths: Sequence[float], size: float
) -> tuple[GridCell, ...]:
    if row in _alone(texts):
        return (GridCell(0.0, tuple(broken(texts[row, 1], sum(widths) - 2 * _PAD, size))),)
    found = []
    left = 0.0
    for column, wide in zip(columns, widths, strict=True):
        text = texts.get((row, column), "")
        found.append(GridCell(left, tuple(broken(text, wide - 2 * _PAD, size))))
        left += wide
    return tuple(found)
