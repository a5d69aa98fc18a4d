"""Convert a file before it is read, where LibreOffice is there: outside of the guarded child."""

from __future__ import annotations

import os

from redact.errors import WrongType
from redact.values.text import Format

__all__ = ["NEEDS_OFFICE", "convert_first", "recognised"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAM = "WordDocument".encode("utf-16-le")  # the name of the stream that holds the text
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_ODT = b"application/vnd.oasis.opendocument.text"
_SUFFIXES = {".doc": Format.DOC, ".odt": Format.ODT, ".rtf": Format.RTF}

_SAVE_AS_DOCX = "Open it in Word, save it as a Word document (.docx), and check that file."
NEEDS_OFFICE = (
    "a file of this kind is read through LibreOffice, which is not on this machine",
    "Install LibreOffice (it is free), or save the file in Word as a Word document (.docx), and check that.",
)


def recognised(data: bytes) -> Format | None:
    """Say which of the three formats the bytes are of, by their start and their marks; None for none."""
    if data.startswith(b"{\\rtf"):
        return Format.RTF
    if data.startswith(b"PK\x03\x04") and data[30:38] == b"mimetype":
        kind = data[38:].partition(b"PK")[0][:60]
        return Format.ODT if kind == _ODT else None
    if data.startswith(_OLE) and _STREAM in data and _LOCKED not in data:
        return Format.DOC
    return None


def convert_first(path: str) -> bytes | None:
    """Convert a file that is read through LibreOffice.

    Returns: the bytes of a Word document; None for a file of any other kind, and where LibreOffice is not on
    this machine (its reader says so).

    Raises:
        WrongType: it holds macros, which are not handed to any program.
        Unreadable: the file is not there or closed to us.
        Damaged, LimitReached, NotWritten: the conversion failed.
    """
    from redact.formats import office
    from redact.formats.intake import read_bytes

    wanted = _SUFFIXES.get(os.path.splitext(path)[1].lower())
    if wanted is None:
        return None
    data = read_bytes(path)
    if recognised(data) is not wanted or not office.available():
        return None
    if wanted is Format.DOC and _MACROS in data:
        raise WrongType(
            "an old Word document with macros cannot be read whole, so it is not read at all", _SAVE_AS_DOCX
        )
    return office.convert(data, f".{wanted.value}", ".docx")
