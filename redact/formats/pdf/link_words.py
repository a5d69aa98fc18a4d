"""The words under the links of a pdf that lead out of it."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from redact.formats.accessible import Link
from redact.formats.pdf.contents import pages
from redact.formats.pdf.gathering import plain_text
from redact.values.text import Document, Location, Part, Passage, Span

__all__ = ["MAX_LINKS", "links_of"]

MAX_LINKS = 5_000

_Box = tuple[float, float, float, float]
_Area = tuple[
    str, str, tuple[_Box, ...]
]  # where a link leads, words of its own, the boxes in which it stands


def links_of(pdf: Any, data: bytes, document: Document) -> list[Link] | None:
    """Give the links that lead out of the file, page by page; None where there are too many.

    Args:
        data: the file, as pdfium opens it.
    """
    import pypdfium2

    areas = {number: list(_areas(page)) for number, page, _ in pages(pdf) if "/Annots" in page}
    if sum(map(len, areas.values())) > MAX_LINKS:
        return None
    if not any(areas.values()):
        return []
    by_page: dict[int | None, list[Passage]] = defaultdict(list)
    for passage in document.passages:
        by_page[passage.location.page].append(passage)
    opened = pypdfium2.PdfDocument(io.BytesIO(data))
    try:
        return [
            _link(number, target, own or words, by_page[number])
            for number, found in areas.items()
            if found
            for (target, own, _), words in zip(found, _words(opened, number, found), strict=True)
        ]
    finally:
        opened.close()


def _link(number: int, target: str, words: str, passages: Sequence[Passage]) -> Link:
    words = " ".join(words.split())
    found = [one for one in passages if words and not one.apart and one.text.count(words) == 1]
    if len(found) != 1:
        return Link(words, target, Location(Part.LINK, "P20", number))
    at = found[0].text.index(words)
    return Link(words, target, found[0].location, Span(found[0].id, at, at + len(words)))


def _areas(page: Any) -> Iterator[_Area]:
    """Give the links of a page; neighbours that lead to one place are one link over several lines."""
    import pikepdf

    held = page.get("/Annots")
    last: _Area | None = None
    for one in list(held)[: MAX_LINKS + 1] if isinstance(held, pikepdf.Array) else []:
        if not isinstance(one, pikepdf.Dictionary) or one.get("/Subtype") != "/Link":
            continue
        action = one.get("/A")
        address = action.get("/URI") if isinstance(action, pikepdf.Dictionary) else None
        target = plain_text(address)
        boxes = tuple(_boxes(one))
        if target is None or not boxes:
            continue
        own = plain_text(one.get("/Contents")) or ""
        if last is not None and last[0] == target:
            last = (target, last[1] or own, (*last[2], *boxes))
            continue
        if last is not None:
            yield last
        last = (target, own, boxes)
    if last is not None:
        yield last


def _boxes(annotation: Any) -> Iterator[_Box]:
    """Give the boxes of a link, each with its left, bottom, right and top edge."""
    corners = _numbers(annotation.get("/QuadPoints"))
    fours = [corners[at : at + 8] for at in range(0, len(corners) - 7, 8)] or [
        _numbers(annotation.get("/Rect"))
    ]
    for points in fours[:100]:
        if len(points) >= 4:
            yield min(points[::2]), min(points[1::2]), max(points[::2]), max(points[1::2])


def _words(opened: Any, number: int, areas: Sequence[_Area]) -> list[str]:
    page = opened[number - 1]
    try:
        textpage = page.get_textpage()
        try:
            return [" ".join(_under(textpage, box) for box in boxes) for _, _, boxes in areas]
        finally:
            textpage.close()
    finally:
        page.close()


def _under(textpage: Any, box: _Box) -> str:
    """Give the words in a box, but for its edges: they reach into the lines above and below.

    What is left of its height touches a full stop on the baseline as well as an apostrophe.
    """
    left, bottom, right, top = box
    high = top - bottom
    return str(textpage.get_text_bounded(left + 0.5, bottom + 0.2 * high, right - 0.5, bottom + 0.75 * high))


def _numbers(value: Any) -> list[float]:
    import pikepdf

    items = list(value) if isinstance(value, pikepdf.Array) else []
    return [float(item) for item in items if hasattr(item, "__float__")]
