"""Read the copy that LibreOffice made of a file, and then the file itself for what the copy lacks."""

from __future__ import annotations

from collections.abc import Callable

from redact.errors import WrongType
from redact.formats.building import DocumentBuilder
from redact.formats.converted.first import NEEDS_OFFICE
from redact.formats.converted.leftovers import Leftovers
from redact.values.text import Document

__all__ = ["read_copy"]


def read_copy(data: bytes, builder: DocumentBuilder, search: Callable[[bytes, Leftovers], None]) -> Document:
    """Read the copy in `builder.request.converted`, and search `data`, the file itself.

    Returns: the document. The passages of the copy come first, then what only the file itself holds.

    Raises:
        WrongType: there is no copy, since LibreOffice is not on this machine.
        Damaged, Hostile, LimitReached: as of a Word document, of the copy or of the file.
    """
    from redact.formats.word import read as read_word

    copy = builder.request.converted
    if copy is None:
        raise WrongType(*NEEDS_OFFICE)
    document = read_word(copy, builder)
    search(data, Leftovers(builder, document, copy))
    return builder.build(pages=document.pages, paging=document.paging, tail=document.tail)
