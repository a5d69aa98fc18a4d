"""What a page looks like with its text and without it: which characters can be seen at all.

Whatever hides a word - a box, the paper's own colour, a clip, a layer - its pixels do not change when the
text is taken away. So each page is drawn twice, and nothing has to be known about what hides what. Text is
taken away in memory, by setting each text object to be drawn invisibly. What remains: a word of the colour
of a photograph under it; two words over one another that are both drawn are told apart by their colours.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from redact.formats.pdf.matrices import SAME, Matrix, matrix_of, placed, times
from redact.formats.pdf.ruler import address_of

__all__ = ["CLEAR", "MAX_PIXELS", "PALE", "Boxes", "Look", "Painted", "Sight", "show_fields"]

MAX_PIXELS = 25_000_000  # of one drawing of a page
SCALE = 1.5  # pixels a point; thin letters of 6 points still darken one
CLOSER = 4.0  # the same where a first look found little
SMALLEST = 0.6  # below it letters run into one another, and nothing can be said
CLEAR = 40  # steps of 255 by which a pixel changes where a letter is seen
PALE = 12  # and where a large one is still made out
_MARGIN = 8  # pixels drawn above and below what is looked for
_MOST_OBJECTS = 400_000  # of one page, its forms counted as often as they are drawn
_DEEPEST = 14

Boxes = npt.NDArray[np.float64]  # rows of left, low, right, high in points of the page
Pixels = npt.NDArray[np.uint32]
Truths = npt.NDArray[np.bool_]
Sums = npt.NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Painted:
    """An object of a page in the order of drawing: pdfium's handle and kind, and where it stands."""

    order: int
    kind: int
    handle: Any = field(repr=False)
    box: tuple[float, float, float, float]


class Sight:
    """Looks at one page. Use it before the page is closed."""

    def __init__(self, page: Any) -> None:
        from pypdfium2 import raw

        self.raw = raw
        self._page = page
        self.width, self.height = page.get_size()
        self.orders: dict[int, int] = {}
        self.modes: dict[int, int] = {}
        self._texts: list[tuple[Any, int]] = []
        for order, (handle, kind, _) in enumerate(self._objects()):
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                mode = raw.FPDFTextObj_GetTextRenderMode(handle)
                address = address_of(handle)
                self._texts.append((handle, mode))
                self.orders[address] = order
                if mode not in (raw.FPDF_TEXTRENDERMODE_FILL, raw.FPDF_TEXTRENDERMODE_STROKE):
                    self.modes[address] = mode

    @property
    def too_large(self) -> bool:
        """Tell whether the page is so large that its letters would be lost in the largest drawing of it."""
        return self._scale(SCALE) < SMALLEST

    @property
    def turned(self) -> bool:
        """Tell whether the page is shown turned by a quarter, so that its width is its height."""
        return bool(self.raw.FPDFPage_GetRotation(self._page) % 2)

    @property
    def has_notes(self) -> bool:
        """Tell whether annotations hang on the page."""
        return bool(self.raw.FPDFPage_GetAnnotCount(self._page) > 0)

    def look(self, around: Boxes, *, closer: bool = False, notes: bool = True) -> Look:
        """Draw the page with its text and without it.

        Args:
            around: boxes that are to be seen; what stands above and below all of them is not drawn.
            closer: larger, for thin letters.
            notes: with annotations, which may lie over words.
        """
        scale = self._scale(CLOSER if closer else SCALE)
        size = (max(1, math.ceil(self.width * scale)), max(1, math.ceil(self.height * scale)))
        mapping = self._mapping(size)
        rows = around[:, :2] @ mapping[1, :2] + mapping[1, 2], around[:, 2:] @ mapping[1, :2] + mapping[1, 2]
        top = min(size[1] - 1, max(0, int(min(rows[0].min(), rows[1].min())) - _MARGIN))
        low = max(top + 1, min(size[1], int(max(rows[0].max(), rows[1].max())) + _MARGIN))
        mapping[1, 2] -= top
        shown = self._draw(size, top, low, notes)
        self._set(invisible=True)
        bare = self._draw(size, top, low, notes)
        self._set(invisible=False)
        return Look(shown, bare, mapping)

    @cached_property
    def painted(self) -> tuple[Painted, ...]:
        """Give everything that is drawn and is no text, in the order of drawing."""
        raw = self.raw
        edges = [ctypes.c_float() for _ in range(4)]
        found = []
        for order, (handle, kind, matrix) in enumerate(self._objects()):
            if kind != raw.FPDF_PAGEOBJ_TEXT and raw.FPDFPageObj_GetBounds(handle, *edges):
                left, low, right, high = (edge.value for edge in edges)
                found.append(Painted(order, kind, handle, placed(matrix, left, low, right, high)))
        return tuple(found)

    def _scale(self, wanted: float) -> float:
        return min(wanted, math.sqrt(MAX_PIXELS / max(1.0, self.width * self.height)))

    def _draw(self, size: tuple[int, int], top: int, low: int, notes: bool) -> Pixels:
        """Draw the rows of pixels from `top` to `low`, half-open, of a drawing of so many pixels."""
        raw = self.raw
        width, height = size
        pixels = np.full((low - top, width), 0xFFFFFFFF, np.uint32)
        stride = width * pixels.itemsize
        bitmap = raw.FPDFBitmap_CreateEx(width, low - top, raw.FPDFBitmap_BGRx, pixels.ctypes.data, stride)
        flags = raw.FPDF_ANNOT if notes else 0
        try:
            raw.FPDF_RenderPageBitmap(bitmap, self._page, 0, -top, width, height, 0, flags)
            if notes and self._page.formenv:  # fields of a form are drawn by a call of their own
                raw.FPDF_FFLDraw(self._page.formenv, bitmap, self._page, 0, -top, width, height, 0, flags)
        finally:
            raw.FPDFBitmap_Destroy(bitmap)
        return pixels

    def _set(self, *, invisible: bool) -> None:
        hidden = self.raw.FPDF_TEXTRENDERMODE_INVISIBLE
        for handle, mode in self._texts:
            self.raw.FPDFTextObj_SetTextRenderMode(handle, hidden if invisible else mode)

    def _mapping(self, size: tuple[int, int]) -> Boxes:
        """Measure how points of the page become pixels; rows for x and y, columns for x, y and 1."""
        fine = 256  # pdfium answers in whole pixels
        width, height = size[0] * fine, size[1] * fine
        found = []
        x, y = ctypes.c_int(), ctypes.c_int()
        for point in ((0.0, 0.0), (1000.0, 0.0), (0.0, 1000.0)):
            self.raw.FPDF_PageToDevice(self._page, 0, 0, width, height, 0, *point, x, y)
            found.append((x.value / fine, y.value / fine))
        (x0, y0), (x1, y1), (x2, y2) = found
        return np.array([[(x1 - x0) / 1000, (x2 - x0) / 1000, x0], [(y1 - y0) / 1000, (y2 - y0) / 1000, y0]])

    def _objects(self) -> Iterator[tuple[Any, int, Matrix]]:
        raw = self.raw
        left = [_MOST_OBJECTS]

        def below(
            count: int, get: Any, owner: Any, matrix: Matrix, depth: int
        ) -> Iterator[tuple[Any, int, Matrix]]:
            for index in range(count):
                left[0] -= 1
                handle = get(owner, index)
                if not handle or left[0] < 0:
                    return
                kind = raw.FPDFPageObj_GetType(handle)
                if kind != raw.FPDF_PAGEOBJ_FORM:
                    yield handle, kind, matrix
                elif depth < _DEEPEST:
                    inner = times(matrix_of(raw, handle), matrix)
                    inside = raw.FPDFFormObj_CountObjects(handle)
                    yield from below(inside, raw.FPDFFormObj_GetObject, handle, inner, depth + 1)

        count = raw.FPDFPage_CountObjects(self._page)
        yield from below(count, raw.FPDFPage_GetObject, self._page, SAME, 0)


class Look:
    """One page as it is and without its text, pixel beside pixel."""

    def __init__(self, shown: Pixels, bare: Pixels, mapping: Boxes) -> None:
        self._shown = shown
        self._bare = bare
        self._mapping = mapping
        self._places = np.flatnonzero(shown != bare)
        self._steps = _steps(shown.ravel()[self._places], bare.ravel()[self._places])

    def clear(self, boxes: Boxes) -> Truths:
        """Tell for each box whether the text changes a pixel in it so that a reader sees it."""
        return _any_in(self._clear, self.pixels(boxes))

    def pale(self, boxes: Boxes) -> Truths:
        """Tell for each box whether the text changes a pixel in it at least a little."""
        return _any_in(self._pale, self.pixels(boxes))

    @cached_property
    def _clear(self) -> Sums:
        return self._summed(CLEAR)

    @cached_property
    def _pale(self) -> Sums:
        return self._summed(PALE)

    def _summed(self, least: int) -> Sums:
        """Count, in each row of pixels, those that change by so much, from the left up to each."""
        height, width = self._shown.shape
        marks = np.zeros((height, width + 1), np.bool_)
        rows, columns = np.divmod(self._places[self._steps >= least], width)
        marks[rows, columns + 1] = True
        return np.cumsum(marks, axis=1, dtype=np.uint16)

    def pixels(self, boxes: Boxes) -> npt.NDArray[np.int64]:
        """Give each box in pixels, cut to the page: left, top, right and low, half-open."""
        height, width = self._shown.shape
        first = boxes[:, (0, 1)] @ self._mapping[:, :2].T + self._mapping[:, 2]
        second = boxes[:, (2, 3)] @ self._mapping[:, :2].T + self._mapping[:, 2]
        least, most = np.minimum(first, second), np.maximum(first, second)
        start = np.floor(least + 0.3).astype(np.int64)
        end = np.maximum(np.ceil(most - 0.3).astype(np.int64), start + 1)
        limits = np.array([width, height])
        return np.hstack([np.clip(start, 0, limits), np.clip(end, 0, limits)])

    @property
    def scale(self) -> float:
        """Give the pixels of a point; 0 where the page is shown turned."""
        (across, down, _), _ = self._mapping.tolist()
        return float(across) if across > 0 and abs(down) < 1e-6 else 0.0

    @property
    def left_edge(self) -> float:
        """Give where the drawing begins, in points of the page."""
        return float(-self._mapping[0, 2] / self._mapping[0, 0])

    def dark(self, left: int, top: int, right: int, low: int) -> Truths:
        """Tell for each pixel of a box, without its text, whether every colour in it is less than half."""
        found: Truths = (self._bare[top:low, left:right] & np.uint32(0x808080)) == 0
        return found

    def patch(
        self, box: tuple[float, float, float, float]
    ) -> tuple[npt.NDArray[np.int16], npt.NDArray[np.int16]]:
        """Give the colours in a box, with the text and without it: rows of blue, green, red."""
        left, top, right, low = self.pixels(np.array([box]))[0]
        return _colours(self._shown[top:low, left:right]), _colours(self._bare[top:low, left:right])


def show_fields(document: Any) -> None:
    """Have the fields of a form drawn with the pages of a pypdfium2 document: one may lie over words.

    Nothing of the form is run. Call it before a page is opened.
    """
    from pypdfium2 import raw

    document.init_forms()
    if document.formenv:
        raw.FPDF_SetFormFieldHighlightAlpha(document.formenv, 0)  # a field is shown as it prints


def _colours(pixels: Pixels) -> npt.NDArray[np.int16]:
    return np.ascontiguousarray(pixels).view(np.uint8).reshape(-1, 4)[:, :3].astype(np.int16)


def _steps(one: Pixels, other: Pixels) -> npt.NDArray[np.int16]:
    """Give by how much each pixel differs, in the colour that differs most."""
    most = np.zeros(len(one), np.int16)
    for shift in (0, 8, 16):
        first, second = ((one >> shift) & 0xFF).astype(np.int16), ((other >> shift) & 0xFF).astype(np.int16)
        np.maximum(most, np.abs(first - second), out=most)
    return most


def _any_in(sums: Sums, boxes: npt.NDArray[np.int64]) -> Truths:
    """Tell for each box whether a pixel in it counts, row by row of all boxes at once."""
    left, top, right, low = boxes.T
    found = np.zeros(len(boxes), np.bool_)
    waiting = np.flatnonzero((top < low) & (left < right))
    row = top.copy()
    while len(waiting):
        here = row[waiting]
        found[waiting] = sums[here, right[waiting]] != sums[here, left[waiting]]
        row[waiting] += 1
        waiting = waiting[~found[waiting] & (row[waiting] < low[waiting])]
    return found
