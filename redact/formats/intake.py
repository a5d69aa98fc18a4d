"""From a path to the reader that understands the file, or to an error that says what to do.

What a file is, is decided by its bytes; its name may only agree. The file is read once, and the bytes
that are hashed are the bytes that are parsed.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module

from redact.errors import Damaged, LimitReached, Unreadable, WrongType
from redact.formats.building import DocumentBuilder, Progress, Request
from redact.formats.refusals import MAGIC, OWN_MAGIC, REFUSED
from redact.values.text import Document, Format

__all__ = ["FORMATS", "REFUSED", "ReadableFormat", "known_suffix", "read_bytes", "read_file"]

MAX_FILE_BYTES = 512 * 1024 * 1024  # no review is near it; PDFs of scans reach some 200 MB


@dataclass(frozen=True, slots=True)
class ReadableFormat:
    """One format: how it is called, how its file names end, and where its reader is.

    `module` has `read(data: bytes, builder: DocumentBuilder) -> Document` and
    `recognises(data: bytes) -> bool`. It is imported only when a file of the format is read.
    """

    format: Format
    title: str
    suffixes: tuple[str, ...]
    module: str
    reads: str

    @property
    def is_text(self) -> bool:
        """Tell whether the file is text and nothing else, which no bytes at its start can prove."""
        return self.format in (Format.TXT, Format.MD)

    def recognises(self, data: bytes) -> bool:
        """Tell whether the bytes are of this format; a broken file of it may still be recognised."""
        return bool(import_module(self.module).recognises(data))

    def reader(self) -> Callable[[bytes, DocumentBuilder], Document]:
        """Import the reader."""
        function: Callable[[bytes, DocumentBuilder], Document] = import_module(self.module).read
        return function


# Tried in this order; plain text comes last because any bytes might be text.
FORMATS: tuple[ReadableFormat, ...] = (
    ReadableFormat(
        Format.DOCX, "Word document", (".docx",), "redact.formats.word", "every part of the package"
    ),
    ReadableFormat(
        Format.PDF, "PDF", (".pdf",), "redact.formats.pdf", "text, metadata, outline, annotations"
    ),
    ReadableFormat(
        Format.XLSX,
        "Excel spreadsheet",
        (".xlsx",),
        "redact.formats.sheets",
        "every sheet, shown or hidden, and every part of the package",
    ),
    ReadableFormat(
        Format.PPTX,
        "PowerPoint presentation",
        (".pptx",),
        "redact.formats.slides",
        "slides, notes, comments, masters, and every part of the package",
    ),
    ReadableFormat(
        Format.DOC,
        "old Word document",
        (".doc",),
        "redact.formats.converted.doc",
        "a copy made by LibreOffice, and the file's own bytes",
    ),
    ReadableFormat(
        Format.ODT,
        "OpenDocument text",
        (".odt",),
        "redact.formats.converted.odt",
        "a copy made by LibreOffice, and every part of the file",
    ),
    ReadableFormat(
        Format.RTF,
        "rich text",
        (".rtf",),
        "redact.formats.converted.rtf",
        "a copy made by LibreOffice, and every group of the file",
    ),
    ReadableFormat(
        Format.MD, "Markdown text", (".md", ".markdown"), "redact.formats.plain", "the file as it is"
    ),
    ReadableFormat(Format.TXT, "plain text", (".txt", ".text"), "redact.formats.plain", "the file as it is"),
)


def read_file(path: str, request: Request, progress: Progress) -> Document:
    """Read one file whole, whatever its format.

    Args:
        path: where the file is; only `request.name` goes into the document.
        progress: told pages done, and pages in all where that is known.

    Raises:
        Unreadable: no such file, not a regular file, closed to us, in use.
        WrongType: a format that we do not read.
        PasswordNeeded, Damaged, Hostile, LimitReached: see their docstrings.
    """
    data = read_bytes(path)
    if not data:
        raise Damaged(
            "the file is empty", "Look whether the right file was given, or whether it is still being copied."
        )
    found = _choose(data, _suffix(request.name))
    builder = DocumentBuilder(
        replace(request, progress=progress), sha256=hashlib.sha256(data).hexdigest(), format=found.format
    )
    return found.reader()(data, builder)


def known_suffix(path: str) -> str:
    """Give the ending of a file's name where it is one that we know, else nothing.

    `report.docx` gives `.docx`; the ending of `notes.karen` may be a name, and gives nothing.
    """
    suffix = _suffix(path)
    readable = any(suffix in entry.suffixes for entry in FORMATS)
    return suffix if readable or suffix in REFUSED else ""


def _suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()


def _choose(data: bytes, suffix: str) -> ReadableFormat:
    """Decide by the bytes; a name that says something else is an error, because one of the two is wrong."""
    named = next((entry for entry in FORMATS if suffix in entry.suffixes), None)
    if named is None and suffix in REFUSED:
        raise WrongType(*REFUSED[suffix])
    if named is not None and not named.is_text and named.recognises(data):
        return named  # a locked file, or one that holds another, may look like several
    # Almost any bytes can be taken for text, so text is believed only where nothing else is recognised.
    found = next((entry for entry in FORMATS if entry.recognises(data)), None)
    if named is None:
        raise _no_such_ending(data, found)
    if named.is_text and found is None and not data.startswith(tuple(MAGIC)):
        return named  # its reader says what is wrong with it
    if found is None or (found.is_text and not named.is_text):
        raise _broken(named, data)
    if found is not named and not (found.is_text and named.is_text):
        raise Damaged(
            f"the file is named as {_a(named.title)} but holds {_a(found.title)}",
            f"Look at it; if it is the right file, give it a name that ends in {found.suffixes[0]}.",
        )
    return named


def _a(title: str) -> str:
    return f"{'an' if title[0] in 'AEIOUaeiou' else 'a'} {title}"


def _no_such_ending(data: bytes, found: ReadableFormat | None) -> WrongType:
    for magic, refused in MAGIC.items():
        if data.startswith(magic) and (found is None or found.is_text):
            return WrongType(*refused)
    if found is None:
        return WrongType(
            "this is not a kind of file that can be read",
            "Give a Word document (.docx), a PDF, a spreadsheet (.xlsx) or a text file;"
            " `redact formats` lists them.",
        )
    title = "plain text" if found.is_text else found.title
    ending = ".txt" if found.is_text else found.suffixes[0]
    return WrongType(
        f"the file's name does not end as that of {_a(title)} does, which it seems to be",
        f"Look at it; if that is what it is, give it a name that ends in {ending}.",
    )


def _broken(named: ReadableFormat, data: bytes) -> Damaged | WrongType:
    """Explain a file that is not what its name says, and nothing else that is read."""
    own = OWN_MAGIC.get(named.format, b"")
    for magic, refused in MAGIC.items():
        if data.startswith(magic) and magic != own:
            return WrongType(*refused)
    return Damaged(
        f"the file is named as {_a(named.title)} but is not one, or is broken",
        "Open it in the program that made it, save it as a new file, and check that.",
    )


def read_bytes(path: str) -> bytes:
    """Read a regular file, once. Never waits on a pipe, never follows to a device."""
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            raise _not_a_file(status.st_mode)
        if status.st_size > MAX_FILE_BYTES:
            raise LimitReached(
                f"the file is larger than {MAX_FILE_BYTES // 1024**2} MB",
                "Split it, or save it again with smaller pictures.",
            )
        with open(path, "rb") as file:
            return file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise _unreadable(error) from None


def _not_a_file(mode: int) -> Unreadable:
    if stat.S_ISDIR(mode):
        return Unreadable("this is a folder, not a file", "Give the files in it, for instance with *.docx.")
    return Unreadable(
        "this is a pipe or a device, not a file", "Save what it gives into a file, and check that."
    )


def _unreadable(error: OSError) -> Unreadable:
    """Put a system error into words that help; its own text holds the path."""
    if error.errno == errno.ENOENT:
        return Unreadable(
            "there is no such file", "Look at the spelling; put a path with spaces in quotation marks."
        )
    # Windows: 32 and 33 are sharing and lock violations; Word holds a file that it has open.
    if getattr(error, "winerror", None) in (32, 33):
        return Unreadable(
            "the file is open in another program", "Close it in Word, or make a copy and check that."
        )
    if isinstance(error, PermissionError):
        return Unreadable(
            "you have no permission to read the file",
            "Close it in Word if it is open there; else ask its owner for the right to read it.",
        )
    return Unreadable(
        f"the system could not read the file (error {error.errno})",
        "Copy it to your own disk, and check the copy.",
    )
