"""A pdf of pictures: each page as it is seen, with a layer of the words that are seen.

No word that cannot be seen is in it, whatever hides it. What remains: a picture shows the width of a box that
somebody drew, and what a person reads in a picture no program checks.
"""

from __future__ import annotations

import io
import zlib
from typing import Any

import numpy as np

from redact.formats.building import Progress
from redact.formats.pdf.cleaning.assembling import page_box, write_pdf
from redact.formats.pdf.cleaning.covering import may_cover
from redact.formats.pdf.cleaning.looking import Pixels, drawn, open_drawable, with_fields_drawn
from redact.formats.pdf.cleaning.wordlayer import WordLayer
from redact.formats.pdf.gathering import Gathering
from redact.formats.pdf.hidden_pages import Hiding
from redact.formats.pdf.lines import PageLines, read_page
from redact.formats.pdf.opening import Opened
from redact.values.text import Part

__all__ = ["picture_copy"]

_DPI = 200
_QUALITY = 85  # of a JPEG, taken where pixels do not pack well: photographs, scans
_LARGE = 700_000  # bytes of one page
# Pixels that are packed without loss are unpacked again when the copy is searched for words, a second a page:
# a longer file is packed as JPEG throughout.
_FEW = 20  # pages


def picture_copy(opened: Opened, title: str | None, progress: Progress) -> bytes:
    """Build the pdf of pictures.

    Raises Damaged where a page cannot be drawn.
    """
    import pikepdf

    target = pikepdf.new()
    layer = WordLayer(target)
    document = open_drawable(opened.data)
    drawable = open_drawable(with_fields_drawn(opened.data, keep=may_cover))
    seen = _Seen()
    try:
        with Hiding(opened.pdf, seen) as hiding:
            for index in range(opened.pages):
                page = document[index]
                try:
                    lines = read_page(
                        page, lambda *read, page=page, at=index: hiding.look(page, at + 1, *read)
                    )
                finally:
                    page.close()
                pixels = drawn(drawable[index], dpi=_DPI, upright=False)
                words = None if index + 1 in seen.doubtful else lines
                picture = _picture(target, pixels, lossless=opened.pages <= _FEW)
                _add(target, opened.pdf.pages[index].obj, picture, words, layer)
                progress(index + 1, opened.pages)
    finally:
        document.close()
        drawable.close()
    layer.finish()
    return write_pdf(target, title)


class _Seen(Gathering):
    """Hears which pages have words that cannot be told to be seen: scans, pages that are too large."""

    def __init__(self) -> None:
        super().__init__()
        self.doubtful: set[int] = set()

    def gap(
        self, part: Part, place: str, what: str, content: bytes, *, page: int | None = None, remedy: str = ""
    ) -> None:
        """Note the page."""
        self.doubtful.add(page or 0)

    def trace(self, part: Part, place: str, what: str, content: bytes, *, page: int | None = None) -> None:
        """Note the page of a scan with recognised words; other traces say nothing about words."""
        if place == "P12":
            self.doubtful.add(page or 0)


def _add(target: Any, source: Any, picture: Any, lines: PageLines | None, layer: WordLayer) -> None:
    import pikepdf

    left, bottom, right, top = page_box(source)
    page = pikepdf.Dictionary(Type=pikepdf.Name.Page, MediaBox=pikepdf.Array([left, bottom, right, top]))
    content = f"q {right - left:.4f} 0 0 {top - bottom:.4f} {left:.4f} {bottom:.4f} cm /X1 Do Q\n".encode()
    fonts: dict[str, Any] = {}
    if lines is not None:
        written, fonts = layer.of(lines)
        content += written
    page["/Resources"] = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X1=picture))
    if fonts:
        page["/Resources"]["/Font"] = pikepdf.Dictionary(fonts)
    page["/Contents"] = target.make_stream(content)
    if turn := _turn(source):
        page["/Rotate"] = turn
    target.pages.append(pikepdf.Page(target.make_indirect(page)))


def _turn(page: Any) -> int:
    for _ in range(64):
        if "/Rotate" in page:
            return int(page["/Rotate"]) % 360 // 90 * 90
        page = page.get("/Parent")
        if page is None:
            break
    return 0


def _picture(target: Any, pixels: Pixels, *, lossless: bool) -> Any:
    """Make a picture object: grey where nothing has a colour, without loss where that is not large.

    Args:
        lossless: whether it may be packed without loss.
    """
    import pikepdf
    from PIL import Image

    grey = bool((pixels.max(axis=2) - pixels.min(axis=2)).max(initial=0) <= 3)
    plane = np.ascontiguousarray(pixels[:, :, 1] if grey else pixels)
    entries = {
        "Type": pikepdf.Name.XObject,
        "Subtype": pikepdf.Name.Image,
        "Width": plane.shape[1],
        "Height": plane.shape[0],
        "BitsPerComponent": 8,
        "ColorSpace": pikepdf.Name.DeviceGray if grey else pikepdf.Name.DeviceRGB,
    }
    packed = zlib.compress(plane.tobytes(), 6) if lossless else b""
    if 0 < len(packed) <= _LARGE:
        return target.make_stream(packed, Filter=pikepdf.Name.FlateDecode, **entries)
    buffer = io.BytesIO()
    Image.fromarray(plane).save(buffer, "JPEG", quality=_QUALITY, optimize=False)
    return target.make_stream(buffer.getvalue(), Filter=pikepdf.Name.DCTDecode, **entries)
