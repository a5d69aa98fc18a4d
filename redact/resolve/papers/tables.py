"""The tables of a document as rows of texts: those of the file, and lines whose columns are parted.

What remains: a table that a PDF draws without lines is read as running text, and is none here.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.values.text import Document, Part

__all__ = ["Rows", "tables_of"]

Rows = tuple[tuple[str, ...], ...]

_WIDEST = 60  # columns; a hostile table has thousands
_READ = (Part.BODY, Part.TABLE, Part.TEXT_BOX)


def tables_of(document: Document) -> Iterator[Rows]:
    """Give each table of a document in reading order; a cell that is missing or merged is an empty text.

    Headers, comments, deletions and all else that is no text of the paper itself are left out.
    """
    cells: dict[tuple[int, int], str] = {}
    lines: list[tuple[str, ...]] = []
    at: tuple[Part, int | None] | None = None
    for passage in document.passages:
        if passage.location.part not in _READ or passage.focus:
            continue
        place = (passage.location.part, passage.location.block)
        if passage.location.cell is None or place != at:
            yield from _closed(cells)
            cells, at = {}, place
        if passage.location.cell is not None:
            yield from _ended(lines)
            lines = []
            _put(cells, *passage.location.cell, passage.text)
            continue
        for line in passage.text.split("\n"):
            if "\t" in line:
                lines.append(tuple(cell.strip() for cell in line.split("\t")[:_WIDEST]))
            else:
                yield from _ended(lines)
                lines = []
    yield from _closed(cells)
    yield from _ended(lines)


def _put(cells: dict[tuple[int, int], str], row: int, column: int, text: str) -> None:
    if column <= _WIDEST:
        known = cells.get((row, column), "")
        cells[row, column] = f"{known}\n{text}".strip()


def _closed(cells: dict[tuple[int, int], str]) -> Iterator[Rows]:
    if not cells:
        return
    width = max(column for _, column in cells)
    rows = sorted({row for row, _ in cells})
    yield tuple(tuple(cells.get((row, column), "").strip() for column in range(1, width + 1)) for row in rows)


def _ended(lines: list[tuple[str, ...]]) -> Iterator[Rows]:
    if lines:
        width = max(map(len, lines))
        yield tuple(line + ("",) * (width - len(line)) for line in lines)
