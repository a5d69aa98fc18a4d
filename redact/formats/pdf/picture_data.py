"""What a picture carries beside its pixels: EXIF, comments, descriptions, and the part that is cut off."""

from __future__ import annotations

import ctypes
import re
from typing import Any

from redact.formats.pdf.gathering import Gathering
from redact.formats.pdf.metadata import read_xmp
from redact.formats.picture_data import picture_data
from redact.formats.word.strangers import words_in
from redact.values.text import Part

__all__ = ["read_picture_data", "report_cropped"]

_MOST_BYTES = 60_000_000
_CROPPED = 0.04  # of a picture's box; less is a matter of rounding
_XMP = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)
_READ_ELSEWHERE = (b"Exif\0", b"http://ns.adobe.com/xap/", b"http://ns.adobe.com/xmp/", b"Adobe\0")


def read_picture_data(image: Any, page: int | None, gathering: Gathering) -> None:
    """Read the words that a picture object carries beside its pixels; what else it tells is a trace."""
    import pikepdf

    filters = image.get("/Filter")
    names = [str(filters)] if isinstance(filters, pikepdf.Name) else [str(one) for one in filters or ()]
    if names[-1:] not in (["/DCTDecode"], ["/DCT"], ["/JPXDecode"]):
        return
    try:
        raw = bytes(
            image.read_raw_bytes()
            if len(names) == 1
            else image.read_bytes(pikepdf.StreamDecodeLevel.generalized)
        )
    except (pikepdf.PdfError, pikepdf.DataDecodingError, RuntimeError):
        return
    if len(raw) > _MOST_BYTES:
        what = "a picture with more data than is looked through"
        gathering.gap(Part.IMAGE, "P29", what, raw, page=page)
        return
    for packet in _XMP.findall(raw):
        read_xmp(packet, gathering, page, place="P29")
    found = picture_data(raw)
    for text in found.texts:
        gathering.text(text.strip("\0 "), Part.IMAGE, "P29", page)
    for stretch in found.raw:
        if not stretch.startswith(_READ_ELSEWHERE):
            for text in words_in(stretch):
                gathering.text(text, Part.IMAGE, "P29", page)
    for fact in found.facts:
        gathering.trace(Part.IMAGE, "P29", fact, raw[:65_536], page=page)


def report_cropped(page: Any, number: int, gathering: Gathering) -> None:
    """Report each picture of a page of which a part is cut off: the whole of it is in the file."""
    from pypdfium2 import raw

    edges = [ctypes.c_float() for _ in range(4)]
    shown = _page_box(raw, page)
    for index in range(raw.FPDFPage_CountObjects(page)):
        handle = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(handle) != raw.FPDF_PAGEOBJ_IMAGE:
            continue
        if not raw.FPDFPageObj_GetBounds(handle, *edges):
            continue
        box = tuple(edge.value for edge in edges)
        window = _within(shown, _clip(raw, handle))
        area = (box[2] - box[0]) * (box[3] - box[1])
        seen = _within((box[0], box[1], box[2], box[3]), window)
        left_over = max(0.0, seen[2] - seen[0]) * max(0.0, seen[3] - seen[1])
        if area > 4 and left_over < (1 - _CROPPED) * area:
            what = "a picture of which a part is cut off on the page; the file holds all of it"
            content = f"{number} {box}".encode()
            gathering.trace(Part.IMAGE, "P29", what, content, page=number)


def _page_box(raw: Any, page: Any) -> tuple[float, float, float, float]:
    left, low, right, high = (ctypes.c_float() for _ in range(4))
    for ask in (raw.FPDFPage_GetCropBox, raw.FPDFPage_GetMediaBox):
        if ask(page, left, low, right, high):
            return left.value, low.value, right.value, high.value
    width, height = page.get_size()
    turned = raw.FPDFPage_GetRotation(page) % 2
    return (0.0, 0.0, height, width) if turned else (0.0, 0.0, width, height)


def _within(one: tuple[float, ...], other: tuple[float, ...] | None) -> tuple[float, float, float, float]:
    if other is None:
        return one[0], one[1], one[2], one[3]
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def _clip(raw: Any, handle: Any) -> tuple[float, float, float, float] | None:
    """Give the box of an object's clip; None where it has none."""
    clip = raw.FPDFPageObj_GetClipPath(handle)
    count = raw.FPDFClipPath_CountPaths(clip) if clip else -1
    box: tuple[float, float, float, float] | None = None
    x, y = ctypes.c_float(), ctypes.c_float()
    for path in range(max(0, count)):
        points = []
        for index in range(min(200, max(0, raw.FPDFClipPath_CountPathSegments(clip, path)))):
            raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, path, index), x, y)
            points.append((x.value, y.value))
        if points:
            xs, ys = [x for x, _ in points], [y for _, y in points]
            box = _within((min(xs), min(ys), max(xs), max(ys)), box)
    return box
