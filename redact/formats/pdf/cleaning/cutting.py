"""Pixels of a picture, unpacked: the part that is seen cut out, and what a mask hides made black."""

from __future__ import annotations

import io
import math
from typing import Any

from redact.formats.pdf.cleaning.objects import components
from redact.formats.pdf.cleaning.placing import Box

__all__ = ["Cut", "blacken_unseen", "cut_box", "cut_out", "row_bytes", "unit_box", "unpacked_jpeg"]

# Columns from and up to, rows from and up to, counted from the upper left corner.
Cut = tuple[int, int, int, int]

_NEARLY = 2  # pixels at an edge; a picture that loses no more is taken to be seen whole
_BORDER = 5  # pixels across: two on each side
_EIGHT = 8  # pixels of one bit in a byte


def row_bytes(entries: Any, width: int) -> int:
    """Give how many bytes a row of so many pixels takes."""
    if bool(entries.get("/ImageMask", False)):
        return (width + 7) // 8
    bits = int(entries.get("/BitsPerComponent", 8))
    return (width * components(entries.get("/ColorSpace")) * bits + 7) // 8


def cut_box(part: Box | None, width: int, height: int) -> Cut | None:
    """Give the pixels that are seen; None where that is all of them, or cannot be told.

    Args:
        part: of the picture's unit square, that is seen.
    """
    if part is None:
        return None
    left, bottom, right, top = part
    columns = (max(0, math.floor(left * width + 1e-6)), min(width, math.ceil(right * width - 1e-6)))
    rows = (
        max(0, math.floor((1 - top) * height + 1e-6)),
        min(height, math.ceil((1 - bottom) * height - 1e-6)),
    )
    if columns[0] >= columns[1] or rows[0] >= rows[1]:
        return (0, 0, 0, 0)
    lost = (columns[0], width - columns[1], rows[0], height - rows[1])
    return None if max(lost) <= _NEARLY else (*columns, *rows)


def unit_box(cut: Cut, width: int, height: int) -> Box:
    """Give the part of the unit square that a cut keeps."""
    return (cut[0] / width, 1 - cut[3] / height, cut[1] / width, 1 - cut[2] / height)


def cut_out(data: bytes, entries: Any, cut: Cut) -> tuple[bytes, Cut]:
    """Cut pixels that are packed row by row; where several share a byte, a few more are kept.

    Returns: the bytes, and what was kept.
    """
    width = int(entries["/Width"])
    first, last, top, bottom = cut
    bits = 1 if bool(entries.get("/ImageMask", False)) else int(entries.get("/BitsPerComponent", 8))
    if bits < _EIGHT:
        first, last = first // _EIGHT * _EIGHT, min(width, -(-last // _EIGHT) * _EIGHT)
    whole, before, kept = (
        row_bytes(entries, width),
        row_bytes(entries, first),
        row_bytes(entries, last - first),
    )
    rows = (data[whole * row + before : whole * row + before + kept] for row in range(top, bottom))
    return b"".join(rows), (first, last, top, bottom)


def unpacked_jpeg(data: bytes, entries: Any) -> bytes | None:
    """Decode a JPEG to samples, as its colour space asks for them; None for kinds not decoded here."""
    from PIL import Image

    mode = {1: "L", 3: "RGB"}.get(components(entries.get("/ColorSpace")))
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG",)) as picture:
            size = (int(entries["/Width"]), int(entries["/Height"]))
            if picture.mode != mode or picture.size != size or int(entries.get("/BitsPerComponent", 8)) != 8:
                return None
            return picture.tobytes()
    except MemoryError:
        raise
    except Exception:  # whatever the decoder raises: then it stays as it is
        return None


def blacken_unseen(data: bytes, entries: Any, seen: bytes, mask: Any) -> bytes:
    """Make black what a mask makes wholly transparent: it is in the file and nobody sees it.

    Args:
        seen: the samples of the mask, one byte each.
        mask: its entries; one that is of another size or depth, or turned round, leaves the picture as it is.
    """
    import pikepdf
    from PIL import Image, ImageFilter

    size = (int(entries["/Width"]), int(entries["/Height"]))
    space = entries.get("/ColorSpace")
    is_indexed = isinstance(space, pikepdf.Array) and str(space[0]) == "/Indexed"
    mode = None if is_indexed else {1: "L", 3: "RGB", 4: "CMYK"}.get(components(space))
    alike = (int(mask["/Width"]), int(mask["/Height"])) == size
    deep = int(entries.get("/BitsPerComponent", 8)) == 8 == int(mask.get("/BitsPerComponent", 8))
    if not (alike and deep and mode) or any(key in mask or key in entries for key in ("/Matte", "/Decode")):
        return data
    if len(seen) < size[0] * size[1] or len(data) < row_bytes(entries, size[0]) * size[1] or min(seen) > 0:
        return data
    # Readers mix a pixel with its neighbours when they draw it larger: those at the border stay.
    shown = Image.frombytes("L", size, seen).point([0] + [255] * 255).filter(ImageFilter.MaxFilter(_BORDER))
    picture = Image.frombytes(mode, size, data)
    return Image.composite(picture, Image.new(mode, size), shown).tobytes()
