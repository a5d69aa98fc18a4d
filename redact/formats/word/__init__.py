"""Read a Word document whole: every part of the package is read, understood and harmless, or a Gap.

The parts are walked with lxml. python-docx is not used for reading: it loads all parts before their
sizes can be looked at, reads no Strict files, and its paragraphs leave out content controls, text boxes,
tracked insertions, fields and smart tags; its table cells repeat one by one what a single attribute says.

What remains: text in pixels of pictures is not read (each picture is a Gap), and what Word computes only
when it prints (fields that have never been updated, list numbers) is not in the file.
"""

from __future__ import annotations

from redact.formats.building import DocumentBuilder
from redact.formats.word.package import looks_like_word
from redact.formats.word.unlocking import is_locked
from redact.values.text import Document

__all__ = ["read", "recognises"]


def recognises(data: bytes) -> bool:
    """Tell whether `data` is Word's zip, whole or cut off, or an encrypted Office file."""
    return is_locked(data) or looks_like_word(data)


def read(data: bytes, builder: DocumentBuilder) -> Document:
    """Read a Word document.

    Returns: the document. Passages stand in this order: file name, body with what it anchors, headers,
    footers, footnotes, endnotes, comments, building blocks, and then what stands beside the text.

    Raises:
        PasswordNeeded: it is encrypted, and `builder.request.password` does not open it.
        WrongType: it is another Office file, a template, has macros, or is locked by rights management.
        Damaged: it is cut off, broken, or says nowhere what it is.
        Hostile: it is built as no program builds it.
        LimitReached: it is too large, too deep or too long.
    """
    from redact.formats.word.whole import read_whole

    return read_whole(data, builder)
