"""Read a spreadsheet whole: every sheet, shown or hidden, and every part beside the sheets.

The parts are walked with lxml, under the limits and checks of the Word reader. A library of spreadsheets
would leave out what this is about (caches, connections, texts that no cell shows any more) and would show
of a cell either its formula or its value.

What remains: text in pictures is not read without a reader of pictures (each is a Gap); a formula whose
result is not stored is a Gap; words that only a conditional format hides are read as words that are shown.
"""

from __future__ import annotations

from redact.formats.building import DocumentBuilder
from redact.values.text import Document

__all__ = ["read", "recognises"]


def recognises(data: bytes) -> bool:
    """Tell whether `data` is Excel's zip, whole or cut off, or an encrypted Office file."""
    from redact.formats.openxml.opening import looks_like
    from redact.formats.sheets.program import EXCEL

    return looks_like(data, EXCEL)


def read(data: bytes, builder: DocumentBuilder) -> Document:
    """Read a spreadsheet.

    Returns: the document. Passages stand in this order: file name; sheet by sheet its name, its cells row by
    row, its comments; drawings; what no cell shows; and then what stands beside the sheets.

    Raises:
        PasswordNeeded: it is encrypted, and `builder.request.password` does not open it.
        WrongType: it is another Office file, a template, binary, or has macros.
        Damaged, Hostile, LimitReached: as of a Word document.
    """
    from redact.formats.sheets.whole import read_whole

    return read_whole(data, builder)
