"""What lies in the bytes of the file beside the document that they show.

Earlier versions of a page stay in a pdf that was saved by adding to it, and any reader can go back to
them. Objects that nothing leads to, and bytes after the end, are not shown and not read.
"""

from __future__ import annotations

import re
from typing import Any

from redact.formats.pdf.gathering import Gathering, strings_in
from redact.formats.pdf.survey import Survey
from redact.values.text import Part

__all__ = ["look_for_leftovers"]

_END = re.compile(rb"%%EOF")
_START = re.compile(rb"startxref\s+\d+")
_OBJECT = re.compile(rb"(?:^|[\r\n\s])(\d{1,7})[ \r\n\t]+(\d{1,5})[ \r\n\t]+obj\b")
# Word closes each file with a second table that lists nothing, for the sake of old readers.
_EMPTY_UPDATE = re.compile(rb"%%EOF\s+xref\s+0 0\s+trailer\s*<<[^()]{0,600}>>\s*startxref\s+\d+\s+%%EOF\s*\Z")
_SAVE_NEW = 'Save it as a new file ("Save as", not "Save") or print it to a new PDF, and check that.'
_AFTER_END = b" \r\n\t\0"


def look_for_leftovers(pdf: Any, data: bytes, found: Survey, gathering: Gathering) -> None:
    """Report earlier versions, objects that nothing leads to, and bytes before and after the document."""
    ends = max(len(_END.findall(data)), len(_START.findall(data)))
    if ends > (2 if pdf.is_linearized or _EMPTY_UPDATE.search(data) else 1):
        gathering.gap(
            Part.HIDDEN_TEXT,
            "P26",
            "earlier versions of the document are kept in the file",
            data,
            remedy=_SAVE_NEW,
        )
    last = data.rfind(b"%%EOF")
    rest = data[last + len(b"%%EOF") :] if last >= 0 else b""
    start = data[: max(0, data.find(b"%PDF-"))]
    if rest.strip(_AFTER_END):
        gathering.gap(
            Part.HIDDEN_TEXT, "P27", "there are bytes after the end of the document", rest, remedy=_SAVE_NEW
        )
    if start.strip(_AFTER_END):
        what = "there are bytes before the start of the document"
        gathering.gap(Part.HIDDEN_TEXT, "P27", what, start, remedy=_SAVE_NEW)
    lost = _lost(pdf, found)
    if not pdf.is_encrypted and ends <= 2:
        lost += _not_listed(pdf, data)
    if lost:
        what = "the file holds objects that nothing in the document leads to"
        gathering.gap(Part.HIDDEN_TEXT, "P27", what, b"\0".join(lost), remedy=_SAVE_NEW)


def _lost(pdf: Any, found: Survey) -> list[bytes]:
    """Give the bytes of each object with words or data in it that the walk did not reach."""
    import pikepdf

    lost = []
    for value in pdf.objects:
        if not isinstance(value, pikepdf.Object) or value.objgen in found.seen:
            continue
        if isinstance(value, pikepdf.Stream):
            if not _is_of_the_file(pdf, value):
                lost.append(bytes(value.read_raw_bytes()))
        elif words := list(strings_in(value)):
            lost.append("\0".join(words).encode("utf-8", "surrogatepass"))
    return lost


def _is_of_the_file(pdf: Any, stream: Any) -> bool:
    """Tell whether a stream holds the file's own tables: packed objects, references, hints for the web."""
    if str(stream.get("/Type", "")) in ("/ObjStm", "/XRef"):
        return True
    hints = {
        "/S",
        "/Length",
        "/Filter",
        "/DecodeParms",
        "/T",
        "/O",
        "/A",
        "/E",
        "/V",
        "/I",
        "/C",
        "/L",
        "/R",
        "/B",
        "/P",
    }
    return bool(pdf.is_linearized) and "/S" in stream and set(stream.keys()) <= hints


def _not_listed(pdf: Any, data: bytes) -> list[bytes]:
    """Find objects that stand in the bytes and in no table: left behind by a careless program."""
    known = {value.objgen[0] for value in pdf.objects if getattr(value, "objgen", None)}
    highest = len(pdf.objects) * 2 + 1_000
    places: dict[int, list[int]] = {}
    for match in _OBJECT.finditer(data):
        places.setdefault(int(match[1]), []).append(match.end())
    return [
        str(number).encode()
        for number, starts in sorted(places.items())
        if number <= highest and (len(starts) > 1 or (number not in known and _holds_words(data, starts[0])))
    ]


def _holds_words(data: bytes, start: int) -> bool:
    """Tell whether an object that no table lists holds a string or a stream, not only a number."""
    end = data.find(b"endobj", start, start + 2_000)
    inside = data[start : end if end >= 0 else start + 2_000]
    return b"(" in inside or b"stream" in inside or re.search(rb"<[0-9A-Fa-f]", inside) is not None
