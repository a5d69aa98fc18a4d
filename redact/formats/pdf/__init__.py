"""PDF → Document.

Every character that pdfium finds on a page is in a passage, and what nobody sees of it is marked with what
hides it. Metadata, outline, annotations, links, form fields, descriptions, attached files, earlier versions
and what lies loose in the file are passages too; what hides besides text is a trace; anything else that is
in the file is a gap. What remains: words that are hidden by others of their own colour on a crowded page.
"""

from __future__ import annotations

from redact.formats.building import DocumentBuilder
from redact.values.text import Document

__all__ = ["read", "recognises"]

_HEADER = b"%PDF-"
_HEADER_WITHIN = 1024  # bytes; what other readers accept


def recognises(data: bytes) -> bool:
    """Tell whether the bytes say that they are a pdf, at their start or soon after it."""
    return _HEADER in data[:_HEADER_WITHIN]


def read(data: bytes, builder: DocumentBuilder) -> Document:
    """Read a pdf whole.

    Raises:
        PasswordNeeded: encrypted, and the password does not open it.
        Damaged: broken beyond reading.
        Hostile, LimitReached: built to hurt, or beyond any report.
    """
    from redact.formats.pdf.reading import read_pdf

    return read_pdf(data, builder)
