"""Read scanned pages and pictures of a pdf, where there is a reader of pictures on the machine."""

from __future__ import annotations

import io
import math
from typing import Any

from redact.formats.ocr import Recognised, ocr_text
from redact.formats.pdf.gathering import Gathering
from redact.values.text import Part

__all__ = ["read_picture", "read_scan"]

_DOTS = 200 / 72  # of a rendered page to one of the file's own units: 200 to the inch
_MOST_DOTS = 25_000_000


def read_scan(data: bytes, number: int, gathering: Gathering) -> bool:
    """Read a page without text, as it is seen.

    Args:
        data: the whole file, as it was opened.
        number: of the page, from 1.

    Returns: whether its words are surely all that it shows; else it is to be reported as a gap.
    """
    import pypdfium2

    if gathering.reader is None:
        return False
    try:
        document = pypdfium2.PdfDocument(io.BytesIO(data))
    except pypdfium2.PdfiumError:
        return False
    try:
        page = document[number - 1]
        width, height = page.get_size()
        scale = min(_DOTS, math.sqrt(_MOST_DOTS / max(1.0, width * height)))
        pixels = page.render(scale=scale, grayscale=True).to_pil()
        page.close()
    except (pypdfium2.PdfiumError, ValueError, MemoryError):
        return False
    finally:
        document.close()
    whole = _keep(ocr_text(pixels, gathering.reader), number, gathering)
    if whole:
        gathering.scans.add(number)
    return whole


def read_picture(pixels: Any, page: int | None, gathering: Gathering) -> bool:
    """Read one picture (a `PIL.Image`, or None) that is drawn first on `page`, if on any.

    Returns: whether its words are surely all that it shows, or were read with its page; else it is a gap.
    """
    if page is not None and page in gathering.scans:
        return True
    if pixels is None or gathering.reader is None:
        return False
    return _keep(ocr_text(pixels, gathering.reader), page, gathering)


def _keep(found: Recognised | None, page: int | None, gathering: Gathering) -> bool:
    for text in found.paragraphs if found else ():
        gathering.text(text, Part.IMAGE, "P34", page)
    return found is not None and found.whole
