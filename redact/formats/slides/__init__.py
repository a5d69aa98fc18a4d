"""Read a presentation whole: every slide, shown or hidden, its notes, and what it is made on.

What remains: text in pictures is not read without a reader of pictures (each is a Gap), and whether words on
a slide can be seen on their ground is not told.
"""

from __future__ import annotations

from redact.formats.building import DocumentBuilder
from redact.values.text import Document

__all__ = ["read", "recognises"]


def recognises(data: bytes) -> bool:
    """Tell whether `data` is PowerPoint's zip, whole or cut off, or an encrypted Office file."""
    from redact.formats.openxml.opening import looks_like
    from redact.formats.slides.program import POWERPOINT

    return looks_like(data, POWERPOINT)


def read(data: bytes, builder: DocumentBuilder) -> Document:
    """Read a presentation; the pages of the document are its slides.

    Returns: the document. Passages stand in this order: file name; slide by slide its text, its notes and its
    comments; masters and layouts; and then what stands beside the slides.

    Raises:
        PasswordNeeded: it is encrypted, and `builder.request.password` does not open it.
        WrongType: it is another Office file, a template, a show, or has macros.
        Damaged, Hostile, LimitReached: as of a Word document.
    """
    from redact.formats.slides.whole import read_whole

    return read_whole(data, builder)
