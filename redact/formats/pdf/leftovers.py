"""What lies in the bytes of the file beside the document that they show.

Earlier versions of a page stay in a pdf that was saved by adding to it, and any reader can go back to
them. Objects that nothing leads to, and bytes after the end, are not shown. All of it is read where it
can be, and is a gap where not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from redact.formats.building import DocumentBuilder, Request
from redact.formats.pdf.gathering import Gathering, strings_in
from redact.formats.pdf.inside import as_text, is_inside, read_version
from redact.formats.pdf.loose import words_of_stream
from redact.formats.pdf.metadata import says_nothing
from redact.formats.pdf.survey import Survey
from redact.formats.pdf.unshown import read_hidden_pages
from redact.values.text import Document, Part

__all__ = ["look_for_leftovers"]

_MOST_VERSIONS = 12  # read one by one; each is a whole document
_END = re.compile(rb"%%EOF")
_START = re.compile(rb"startxref\s+\d+")
_OBJECT = re.compile(rb"(?:^|[\r\n\s])(\d{1,7})[ \r\n\t]+(\d{1,5})[ \r\n\t]+obj\b")
# Word closes each file with a second table that lists nothing, for the sake of old readers.
_EMPTY_UPDATE = re.compile(rb"%%EOF\s+xref\s+0 0\s+trailer\s*<<[^()]{0,600}>>\s*startxref\s+\d+\s+%%EOF\s*\Z")
_SAVE_NEW = 'Save it as a new file ("Save as", not "Save") or print it to a new PDF, and check that.'
_AFTER_END = b" \r\n\t\0"
_VERSIONS = "earlier versions of the document are kept in the file"
_LOST = "the file holds objects that nothing in the document leads to"

Read = Callable[[bytes, DocumentBuilder], Document]


def look_for_leftovers(
    pdf: Any, data: bytes, found: Survey, gathering: Gathering, read: Read, request: Request, said: list[str]
) -> None:
    """Read earlier versions, objects that nothing leads to, and bytes before and after the document.

    Args:
        data: the file without encryption.
        read: reads a pdf whole, for the earlier versions.
        said: what the document says now.
    """
    ends = max(len(_END.findall(data)), len(_START.findall(data)))
    ordinary = 2 if pdf.is_linearized or _EMPTY_UPDATE.search(data) else 1
    if ends > ordinary and not is_inside():
        _versions(data, gathering, read, request, said)
    last = data.rfind(b"%%EOF")
    rest = data[last + len(b"%%EOF") :] if last >= 0 else b""
    start = data[: max(0, data.find(b"%PDF-"))]
    _bytes_around(rest, "there are bytes after the end of the document", gathering)
    _bytes_around(start, "there are bytes before the start of the document", gathering)
    _lost(pdf, found, gathering)
    if not pdf.is_encrypted and ends <= ordinary:
        for number, content in _not_listed(pdf, data):
            gathering.trace(Part.HIDDEN_TEXT, "P27", _LOST, content)
            _gap(number, gathering)


def _versions(data: bytes, gathering: Gathering, read: Read, request: Request, said: list[str]) -> None:
    gathering.trace(Part.HIDDEN_TEXT, "P26", _VERSIONS, data)
    ends = [match.end() for match in _END.finditer(data)]
    earlier = [data[:end] for end in ends[:-1] if _is_version(data, end)]
    unread = len(earlier) > _MOST_VERSIONS or not earlier
    for version in earlier[-_MOST_VERSIONS:]:
        news = read_version(version, read, request, said)
        if news is None:
            unread = True
        for text in news or ():
            gathering.text(text, Part.HIDDEN_TEXT, "P26")
    if unread:
        gathering.gap(Part.HIDDEN_TEXT, "P26", _VERSIONS, data, remedy=_SAVE_NEW)


def _is_version(data: bytes, end: int) -> bool:
    """Tell whether a document ends here: the first table of a file for the web has nothing before it."""
    before = data.rfind(b"startxref", 0, end)
    return before >= 0 and data[before + 9 : end - 5].split()[:1] != [b"0"]


def _bytes_around(rest: bytes, what: str, gathering: Gathering) -> None:
    if not rest.strip(_AFTER_END):
        return
    gathering.trace(Part.HIDDEN_TEXT, "P27", what, rest)
    text = as_text(rest.strip(_AFTER_END))
    if text is None:
        gathering.gap(Part.HIDDEN_TEXT, "P27", what, rest, remedy=_SAVE_NEW)
        return
    for line in text.splitlines():
        gathering.text(line, Part.HIDDEN_TEXT, "P27")


def _lost(pdf: Any, found: Survey, gathering: Gathering) -> None:
    """Read each object with words or data in it that the walk did not reach."""
    import pikepdf

    pages = []
    for value in pdf.objects:
        if not isinstance(value, pikepdf.Object) or value.objgen in found.seen:
            continue
        if isinstance(value, pikepdf.Stream):
            if not _is_of_the_file(pdf, value):
                _lost_stream(pdf, value, gathering)
        elif isinstance(value, pikepdf.Dictionary) and value.get("/Type") == "/Page":
            pages.append(value)
        elif words := list(strings_in(value)):
            content = "\0".join(words).encode("utf-8", "surrogatepass")
            gathering.trace(Part.HIDDEN_TEXT, "P27", _LOST, content)
            for text in words:
                if not says_nothing(text):
                    gathering.text(text, Part.HIDDEN_TEXT, "P27")
    read_hidden_pages(pages, gathering)


def _lost_stream(pdf: Any, stream: Any, gathering: Gathering) -> None:
    raw = bytes(stream.read_raw_bytes())
    gathering.trace(Part.HIDDEN_TEXT, "P27", _LOST, raw)
    words = words_of_stream(pdf, stream)
    for text in words or ():
        gathering.text(text, Part.HIDDEN_TEXT, "P27")
    if words is None:
        _gap(raw, gathering)


def _gap(content: bytes, gathering: Gathering) -> None:
    gathering.gap(Part.HIDDEN_TEXT, "P27", _LOST, content, remedy=_SAVE_NEW)


def _is_of_the_file(pdf: Any, stream: Any) -> bool:
    """Tell whether a stream holds the file's own tables: packed objects, references, hints for the web."""
    if str(stream.get("/Type", "")) in ("/ObjStm", "/XRef"):
        return True
    hints = {"/S", "/Length", "/Filter", "/DecodeParms", *(f"/{letter}" for letter in "TOAEVICLRBP")}
    return bool(pdf.is_linearized) and "/S" in stream and set(stream.keys()) <= hints


def _not_listed(pdf: Any, data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Find objects that stand in the bytes and in no table: left behind by a careless program."""
    known = {value.objgen[0] for value in pdf.objects if getattr(value, "objgen", None)}
    highest = len(pdf.objects) * 2 + 1_000
    places: dict[int, list[int]] = {}
    for match in _OBJECT.finditer(data):
        places.setdefault(int(match[1]), []).append(match.end())
    for number, starts in sorted(places.items()):
        twice = len(starts) > 1
        if number <= highest and (twice or (number not in known and _holds_words(data, starts[0]))):
            yield str(number).encode(), _inside(data, starts[0])


def _inside(data: bytes, start: int) -> bytes:
    end = data.find(b"endobj", start, start + 2_000)
    return data[start : end if end >= 0 else start + 2_000]


def _holds_words(data: bytes, start: int) -> bool:
    """Tell whether an object that no table lists holds a string or a stream, not only a number."""
    inside = _inside(data, start)
    return b"(" in inside or b"stream" in inside or re.search(rb"<[0-9A-Fa-f]", inside) is not None
