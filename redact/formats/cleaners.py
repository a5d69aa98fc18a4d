"""The register of cleaners: from a file's bytes to its publication copy, run in a guarded child.

To add a format, write a module with

    clean(content: bytes, request: Request, options: CleaningOptions) -> Cleaned | Refusal

and a line in `CLEANERS`. It gets the whole file, writes nothing, and answers with values only. What it does
not understand it does not carry over. `redact.formats.proof` then reads and searches what it gave.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module

from redact.errors import WrongType, WrongUse
from redact.formats.building import DocumentBuilder, Progress, Request
from redact.formats.intake import FORMATS, read_bytes
from redact.values.cleaning import Cleaned, CleaningOptions, Refusal
from redact.values.text import Document, Format

__all__ = ["CLEANERS", "Cleaner", "clean_content", "clean_file", "cleaner_of", "read_copy"]


@dataclass(frozen=True, slots=True)
class Cleaner:
    """How one format is cleaned.

    `module` has `clean`, and is imported only when a file of the format is cleaned. `seen` are the ids of
    places whose text a reader of the file sees; text without a place id is seen too. `unwrapped` are those of
    them that are no places any more in the copy: their text stays, and stands in the plain text. What the
    reader finds in any other place of the copy is a leak, unless `Cleaned.places` names it.
    """

    format: Format
    module: str
    suffixes: tuple[str, ...]
    seen: frozenset[str]
    unwrapped: frozenset[str] = frozenset()

    @property
    def stays(self) -> frozenset[str]:
        """The ids of places in which text of the copy may stand."""
        return self.seen - self.unwrapped

    def function(self) -> Callable[[bytes, Request, CleaningOptions], Cleaned | Refusal]:
        """Import the cleaner."""
        found: Callable[[bytes, Request, CleaningOptions], Cleaned | Refusal] = import_module(
            self.module
        ).clean
        return found


def _numbered(letter: str, *ranges: tuple[int, int]) -> frozenset[str]:
    return frozenset(f"{letter}{number}" for first, last in ranges for number in range(first, last + 1))


CLEANERS: tuple[Cleaner, ...] = (
    # Not seen are covered cells and hidden rows (D7) and the other version of a drawing (D9). Controls, tags
    # and insertions are unwrapped; plain fields (page numbers) stay, so what fields show (D14) does.
    Cleaner(
        Format.DOCX,
        "redact.formats.word.cleaning",
        (".docx",),
        seen=_numbered("D", (1, 6), (8, 8), (10, 11), (13, 21), (23, 24)),
        unwrapped=frozenset({"D11", "D13", "D15"}),
    ),
    # Fields become drawing (P22). Gaps tell of fonts, boxes and pictures (P16, P30, P34) and stand in the
    # copy as they stood in the file; its number (P32) is made from its own bytes.
    Cleaner(
        Format.PDF,
        "redact.formats.pdf.cleaning",
        (".pdf",),
        seen=_numbered("P", (1, 2), (16, 16), (22, 22), (30, 30), (32, 32), (34, 34)),
        unwrapped=frozenset({"P22"}),
    ),
    Cleaner(Format.TXT, "redact.formats.plain_cleaning", (".txt", ".text"), seen=frozenset()),
    Cleaner(Format.MD, "redact.formats.plain_cleaning", (".md", ".markdown"), seen=frozenset()),
)


def cleaner_of(format: Format) -> Cleaner:
    """Give the cleaner of a format.

    Raises:
        WrongType: files of this format cannot be cleaned.
    """
    for entry in CLEANERS:
        if entry.format is format:
            return entry
    raise WrongType(
        "a file of this format cannot be cleaned",
        "Save it as a Word document, clean that, and make the PDF from the clean copy.",
    )


def clean_file(
    path: str, sha256: str, request: Request, format: Format, options: CleaningOptions, progress: Progress
) -> Cleaned | Refusal:
    """Clean the file at `path`, which the reader has read as `format`; call it in the guard.

    Args:
        sha256: of the bytes that were read: a file that was changed meanwhile is another file.

    Raises:
        FileFault: as the reader of the format does.
        WrongType: files of this format cannot be cleaned.
        WrongUse: the file was changed since it was read.
    """
    content = read_bytes(path)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise WrongUse("the document was changed while it was cleaned", "Clean it again.")
    return clean_content(content, request, format, options, progress)


def clean_content(
    content: bytes, request: Request, format: Format, options: CleaningOptions, progress: Progress
) -> Cleaned | Refusal:
    """Clean the bytes of a file; call it in the guard.

    Raises:
        FileFault: as the reader of the format does.
        WrongType: files of this format cannot be cleaned.
    """
    function = cleaner_of(format).function()
    return function(content, replace(request, progress=progress), options)


def read_copy(content: bytes, request: Request, format: Format, progress: Progress) -> Document:
    """Read the bytes of a copy with the reader of its format; call it in the guard.

    Raises:
        FileFault: the copy is not what a reader of its format can read.
    """
    reader = next(entry for entry in FORMATS if entry.format is format).reader()
    sha256 = hashlib.sha256(content).hexdigest()
    return reader(content, DocumentBuilder(replace(request, progress=progress), sha256=sha256, format=format))
