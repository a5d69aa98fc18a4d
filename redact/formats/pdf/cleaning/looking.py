"""Draws pages, and tells whether two files look alike and say the same.

What remains: a picture that was cut may be drawn a pixel further, so a pixel may stand beside its place, of
which there are 96 to the inch; something that moved by a hair goes unnoticed.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from redact.errors import Damaged
from redact.formats.building import Progress, no_progress

__all__ = [
    "Pixels",
    "drawn",
    "look_different",
    "open_drawable",
    "say_different",
    "with_fields_drawn",
    "without_replacements",
]

Pixels = npt.NDArray[np.uint8]

_DPI = 96
_MOST_PIXELS = 25_000_000  # of one page (documents notes, section 4)
_SEEN = 24  # of 255; a picture that was cut is mixed from other pixels at its edge
_POINTS = 72
_MARKED = re.compile(rb"\bBDC\b")
_LETTERS = re.compile(r"[^\W_]+")
_SAVE_AGAIN = "Open it in the program that made it, save it as a new PDF there, and clean that file."


def open_drawable(data: bytes) -> Any:
    """Open a pdf for drawing; close it afterwards.

    pdfium draws the fields of forms only in an environment of its own, and not the same way each time: give
    it a file `with_fields_drawn`.

    Raises Damaged where pdfium does not open it.
    """
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(io.BytesIO(data))
    except pypdfium2.PdfiumError:
        raise Damaged("the file is damaged: its pages cannot be opened", _SAVE_AGAIN) from None


def drawn(page: Any, *, dpi: int = _DPI, upright: bool = True) -> Pixels:
    """Draw a page as it is seen, with what hangs on it; in rows of red, green and blue.

    Args:
        upright: as it is shown; else as its own space has it, without its turn.
    """
    width, height = page.get_size()
    scale = min(dpi / _POINTS, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
    turn = 0 if upright else (360 - page.get_rotation()) % 360
    bitmap = page.render(scale=scale, rotation=turn, rev_byteorder=True, prefer_bgrx=False)
    try:
        pixels = bitmap.to_numpy()
        if pixels.ndim == 2:
            pixels = pixels[:, :, None]
        return np.array(np.repeat(pixels, 3, axis=2) if pixels.shape[2] == 1 else pixels[:, :, :3])
    finally:
        bitmap.close()


def with_fields_drawn(data: bytes, *, keep: Callable[[Any], bool] | None = None) -> bytes:
    """Write the file anew with what its fields show drawn into its pages, by qpdf.

    Args:
        keep: which annotations stay beside them; none where it is not given.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        others = []
        for page in pdf.pages:
            found = page.obj.get("/Annots")
            every = list(found) if isinstance(found, pikepdf.Array) else []
            fields = [one for one in every if one.get("/Subtype") == "/Widget"]
            others.append([one for one in every if keep is not None and keep(one)])
            page.obj["/Annots"] = pdf.make_indirect(pikepdf.Array(fields))
        if isinstance(pdf.Root.get("/AcroForm"), pikepdf.Dictionary):
            pdf.Root["/AcroForm"]["/NeedAppearances"] = False
        pdf.flatten_annotations("screen")
        for page, kept in zip(pdf.pages, others, strict=True):
            page.obj["/Annots"] = pikepdf.Array(kept)
        if "/AcroForm" in pdf.Root:
            del pdf.Root["/AcroForm"]
        buffer = io.BytesIO()
        pdf.save(buffer, encryption=False, fix_metadata_version=False)
        return buffer.getvalue()


def without_replacements(data: bytes) -> bytes:
    """Write the file anew without the texts that stand for what is drawn (ActualText).

    pdfium reads such a text in place of the drawn one. Layers keep their marks.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.contents_coalesce()
        streams = [page.obj.get("/Contents") for page in pdf.pages]
        streams += [
            one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form"
        ]
        for stream in streams:
            if isinstance(stream, pikepdf.Stream) and _MARKED.search(stream.read_bytes()):
                stream.write(pikepdf.unparse_content_stream([*_unmarked(stream)]))
        buffer = io.BytesIO()
        pdf.save(buffer, fix_metadata_version=False)
        return buffer.getvalue()


def _unmarked(stream: Any) -> Iterator[Any]:
    import pikepdf

    for instruction in pikepdf.parse_content_stream(stream):
        operands = list(instruction.operands)
        if str(instruction.operator) == "BDC" and str(operands[0]) != "/OC":
            yield [operands[0]], pikepdf.Operator("BMC")
        else:
            yield instruction


def look_different(before: bytes, after: bytes, progress: Progress = no_progress) -> tuple[int, ...]:
    """Give the numbers of the pages that look different in two files of as many pages."""
    found = []
    for number, one, other in _pairs(before, after):
        if not _alike(drawn(one), drawn(other)):
            found.append(number)
        progress(number, None)
    return tuple(found)


def say_different(before: bytes, after: bytes, thinned: frozenset[int]) -> tuple[int, ...]:
    """Give the numbers of the pages that do not say what they said.

    Args:
        thinned: pages from which text was left out: these may say less, and nothing new.
    """
    found = []
    for number, one, other in _pairs(before, after):
        old, new = _words(one), _words(other)
        if (new - old) or (number not in thinned and old - new):
            found.append(number)
    return tuple(found)


def _pairs(before: bytes, after: bytes) -> Iterator[tuple[int, Any, Any]]:
    first, second = open_drawable(before), open_drawable(after)
    try:
        if len(first) != len(second):
            raise Damaged("two readers find different numbers of pages in the file", _SAVE_AGAIN)
        for index in range(len(first)):
            one, other = first[index], second[index]
            try:
                yield index + 1, one, other
            finally:
                one.close()
                other.close()
    finally:
        first.close()
        second.close()


def _alike(one: Pixels, other: Pixels) -> bool:
    if one.shape != other.shape:
        return False
    return np.array_equal(one, other) or (_lies_within(one, other) and _lies_within(other, one))


def _lies_within(one: Pixels, other: Pixels) -> bool:
    """Tell whether each pixel is as one beside it in the other drawing, or between two of them."""
    high, wide = one.shape[:2]
    padded = np.pad(other, ((1, 1), (1, 1), (0, 0)), mode="edge")
    near = [padded[y : y + high, x : x + wide] for y in range(3) for x in range(3)]
    darkest, lightest = np.minimum.reduce(near).astype(np.int16), np.maximum.reduce(near).astype(np.int16)
    return bool(((one >= darkest - _SEEN) & (one <= lightest + _SEEN)).all())


def _words(page: Any) -> Counter[str]:
    """Count the letters and digits that a page says; where words end may differ by a hair's breadth."""
    textpage = page.get_textpage()
    try:
        text = unicodedata.normalize("NFKC", textpage.get_text_range())
    finally:
        textpage.close()
    # Private characters are pictures of a font, of which readers give one or none.
    letters = (letter for word in _LETTERS.findall(text) for letter in word)
    return Counter(letter for letter in letters if unicodedata.category(letter) != "Co")
