"""Pictures of a pdf → gaps: nobody but a person can say what a picture shows.

The fingerprint of a picture is made from its decoded pixels where they can be decoded within limits, so
that a copy saved anew is known again, and from its raw bytes where not.
"""

from __future__ import annotations

import contextlib
from typing import Any

from redact.formats.pdf.gathering import Gathering
from redact.formats.pdf.opening import decoded_size
from redact.formats.pdf.scans import read_picture
from redact.values.text import Part

__all__ = ["inline_picture", "picture"]

MAX_PIXELS = 50_000_000
_LOOK = "Look at the picture, and record that it shows nobody and names nobody; else replace it."
_WHAT = "a picture, which only a person can read"


def picture(image: Any, page: int | None, gathering: Gathering) -> None:
    """Report one picture object, with the first page on which it is drawn."""
    place = "P29" if page is None else "P34"
    if page is not None and read_picture(_opened(image) if gathering.reader else None, page, gathering):
        return
    gathering.gap(Part.IMAGE, place, _WHAT, _content(image), page=page, remedy=_LOOK)


def inline_picture(data: bytes, page: int | None, gathering: Gathering) -> None:
    """Report a picture that stands in the drawing of a page itself."""
    if page in gathering.scans:
        return
    gathering.gap(Part.IMAGE, "P34", _WHAT, data, page=page, remedy=_LOOK)


def _content(image: Any) -> bytes:
    """Give the pixels of a picture and of its masks: another mask shows another part of it."""
    import pikepdf

    masks = [image.get(key) for key in ("/SMask", "/Mask")]
    return b"".join(_pixels(one) for one in [image, *masks] if isinstance(one, pikepdf.Stream))


def _pixels(image: Any) -> bytes:
    opened = _opened(image)
    return bytes(image.read_raw_bytes()) if opened is None else _digestible(opened.convert("RGB"))


def _opened(image: Any) -> Any:
    """Decode a picture into a `PIL.Image`; None for one that no decoder takes, or that is too large."""
    import pikepdf

    with contextlib.suppress(Exception):  # any decoder may refuse in its own way; then the raw bytes stand
        width, height = int(image["/Width"]), int(image["/Height"])
        most = width * height * 8 + 65_536  # four components of 16 bits
        if 0 < width * height <= MAX_PIXELS and decoded_size(image, most) <= most:
            opened = pikepdf.PdfImage(image).as_pil_image()
            if opened.width * opened.height <= MAX_PIXELS:
                opened.load()
                return opened
    return None


def _digestible(opened: Any) -> bytes:
    return f"{opened.mode} {opened.width} {opened.height} ".encode() + bytes(opened.tobytes())
