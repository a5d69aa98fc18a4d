"""A clean Word document → the bytes of a PDF, by LibreOffice.

LibreOffice prints what tracked changes deleted, asks the network for what a document links to, and puts the
stored value of a content control over its text. So none of these may be in the document any more: it is
looked at first, whoever cleaned it. What comes out holds the hour, the program and the headings once more,
and goes through the cleaner of PDFs before anybody gets it.
"""

from __future__ import annotations

import io
import re
import zipfile

from redact.errors import RedactError
from redact.formats import office

__all__ = ["print_to_pdf"]

_OUTSIDE = re.compile(rb"TargetMode\s*=\s*[\"']External")
_BOUND = re.compile(rb"xmlns:?(\w*)\s*=\s*[\"'][^\"']*/wordprocessingml/(?:2006/)?main[\"']")
_CHANGES = rb"ins|del|moveFrom|moveTo|delText|delInstrText|cellDel|cellIns"
_LARGEST_PART = 64 * 1024 * 1024  # as the reader of Word documents allows


def print_to_pdf(content: bytes, *, seconds: float = office.SECONDS) -> bytes:
    """Make a PDF of a docx that was cleaned.

    Returns: what LibreOffice wrote, which is not clean itself.

    Raises:
        RedactError: the document was not cleaned.
        FileFault: LibreOffice is not on this machine.
        Damaged, LimitReached, NotWritten: as `office.convert`.
    """
    for what in _traps_in(content):
        raise RedactError(f"a document that is to be printed still has {what}", "Tell the makers of redact.")
    return office.convert(content, ".docx", ".pdf", seconds=seconds)


def _traps_in(content: bytes) -> list[str]:
    found = []
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for member in package.infolist():
            if not member.filename.endswith((".xml", ".rels")):
                continue
            with package.open(member) as part:
                text = part.read(_LARGEST_PART)
            found += _traps_of(text)
    return found


def _traps_of(text: bytes) -> list[str]:
    found = ["a target outside of it"] if _OUTSIDE.search(text) else []
    for prefix in set(_BOUND.findall(text)):
        named = re.escape(prefix) + b":" if prefix else b""
        if re.search(b"<" + named + b"(?:" + _CHANGES + rb")[\s/>]", text):
            found.append("tracked changes")
        if re.search(b"<" + named + rb"dataBinding[\s/>]", text):
            found.append("a link to stored data")
    return found
