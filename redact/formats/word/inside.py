"""Files inside a Word document: each is read by the reader of its format, down to three files deep.

Everything in such a file stands in one place of the document, whatever its own reader calls it: a person
takes it out as a whole.
"""

from __future__ import annotations

import hashlib

from redact.errors import FileFault
from redact.formats.building import DocumentBuilder, Request
from redact.formats.word.attributes import plain_value
from redact.formats.word.package import unpack
from redact.formats.word.reading import Reading
from redact.formats.word.strangers import path_like, without_paths, words_in
from redact.values.text import Document, Location, Part

__all__ = ["MAX_DEPTH", "keep_words", "read_inside"]

MAX_DEPTH = 3
MAX_FILES = 60  # read as files inside one document; any more is a Gap

# Formats that are read without another program: sixty starts of one would take longer than anybody waits.
_BY_THEMSELVES = frozenset({"docx", "pdf", "xlsx", "pptx"})

_ZIP, _ZIP_END, _ZIP_END_BYTES = b"PK\x03\x04", b"PK\x05\x06", 22
_LOOK = "Take the file out, or open it and look at it."
# Parts of a package of Office in which a person writes nothing: their words are names of looks.
_LOOKS = ("styles.xml", "theme1.xml", "[content_types].xml", ".rels")


def read_inside(reading: Reading, content: bytes, place: str) -> bool:
    """Read a file that is inside the document, and add all its text in one place of it.

    Returns: whether it was read whole; if not, the words that could be found in it were added.
    """
    here = Location(Part.EMBEDDED_FILE, place, reading.page, reading.builder.next_block(Part.EMBEDDED_FILE))
    document = _read(reading, content)
    if document is None:
        inner = _zip_in(content)
        _keep_all(reading, content, inner, place)
        return False
    for passage in document.passages:
        reading.emit(passage.text, here, focus=passage.focus)
    for gap in document.gaps:
        what = f"something in an embedded file: {gap.what}"
        reading.builder.gap(here, what, _LOOK, gap.fingerprint.encode())
    return True


def keep_words(reading: Reading, content: bytes, part: Part, place: str) -> None:
    """Keep the words that can be found in bytes of any format, and paths of files apart."""
    for text in words_in(content):
        paths = path_like(text) if part is Part.EMBEDDED_FILE else []
        for path in paths:
            reading.later(path, part, "D35")
        rest = without_paths(text) if paths else text
        if not plain_value(rest):
            reading.later(rest, part, place)


def _read(reading: Reading, content: bytes) -> Document | None:
    from redact.formats.intake import FORMATS

    request = reading.builder.request
    if request.depth >= MAX_DEPTH or reading.files_inside >= MAX_FILES:
        return None
    for entry in FORMATS:
        if entry.format.value in _BY_THEMSELVES and entry.recognises(content):
            reading.files_inside += 1
            inner = Request("", request.secret, depth=request.depth + 1)
            digest = hashlib.sha256(content).hexdigest()
            builder = DocumentBuilder(inner, sha256=digest, format=entry.format)
            try:
                return entry.reader()(content, builder)
            except FileFault:
                return None
    return None


def _zip_in(content: bytes) -> bytes | None:
    """Find a zip that lies somewhere in other bytes, as in the container of an OLE object."""
    start, end = content.find(_ZIP), content.rfind(_ZIP_END)
    return content[start : end + _ZIP_END_BYTES] if 0 <= start < end else None


def _keep_all(reading: Reading, content: bytes, inner: bytes | None, place: str) -> None:
    if inner is not None and inner != content and _read_again(reading, inner, place):
        keep_words(reading, content.replace(inner, b""), Part.EMBEDDED_FILE, place)
        return
    try:
        members = unpack(inner).members if inner is not None else {}
    except FileFault:
        members = {}
    for name, member in members.items():
        if not name.lower().endswith(_LOOKS):
            keep_words(reading, member, Part.EMBEDDED_FILE, place)
    if not members:
        keep_words(reading, content, Part.EMBEDDED_FILE, place)


def _read_again(reading: Reading, inner: bytes, place: str) -> bool:
    document = _read(reading, inner)
    if document is None:
        return False
    for passage in document.passages:
        reading.later(passage.text, Part.EMBEDDED_FILE, place)
    return True
