"""A table as text, its values parted by commas, semicolons or tabs: rows of cells, nothing else.

Such a file is no document to publish, so it is refused by `check`; it is read as one of a case's own papers.
"""

from __future__ import annotations

import csv
import io

from redact.errors import Damaged, LimitReached

__all__ = ["MAX_BYTES", "rows_of"]

MAX_BYTES = 8 * 1024**2  # a staff list of a whole region is far below
_MOST_COLUMNS = 60
_LONGEST_CELL = 10_000
_PARTING = (",", ";", "\t", "|")


def rows_of(data: bytes) -> tuple[tuple[str, ...], ...]:
    """Read a file's bytes, in UTF-8, UTF-16 with its mark, or as Windows writes Western Europe.

    Returns: rows of the same width; what is missing at a row's end is empty.

    Raises:
        LimitReached: it is larger than any such list.
        Damaged: it is no text, or a quote is never closed.
    """
    if len(data) > MAX_BYTES:
        raise LimitReached("this list is larger than 8 MB", "Take only the rows that belong to the case.")
    text = _decoded(data)
    parting = max(_PARTING, key=text.partition("\n")[0].count)
    try:
        read = csv.reader(io.StringIO(text, newline=""), delimiter=parting, strict=True)
        rows = [tuple(cell.strip()[:_LONGEST_CELL] for cell in row[:_MOST_COLUMNS]) for row in read]
    except csv.Error:
        raise Damaged("this list cannot be read: a quote is not closed", "Save it anew as CSV.") from None
    width = max(map(len, rows), default=0)
    return tuple(row + ("",) * (width - len(row)) for row in rows if any(row))


def _decoded(data: bytes) -> str:
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Damaged("this is no list of values: it holds bytes that no text has", "Save it anew as CSV.")
    for encoding in ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Damaged("the letters of this list cannot be told", "Save it as CSV UTF-8.")
