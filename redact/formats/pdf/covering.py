"""Why a word of a page cannot be seen: the place of the catalogue under which it is reported.

The drawing has shown that it cannot be seen. What hides it is looked up here, and only names the place: a
wrong answer is a word reported as hidden in another way.
"""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from redact.formats.pdf.seeing import CLEAR, Boxes, Look, Painted, Sight
from redact.values.text import Part

__all__ = ["ANNOTATED", "LAYERED", "Covers", "Hidden", "is_dark", "is_even"]

Box = tuple[float, float, float, float]

DARK = 110  # of 255; a box that is no darker than this is not black
_EVEN = 40  # steps between the lightest and the darkest pixel of one colour
_COVERED = 0.6  # of a word's box, and it lies under something
_HATCHED = 6  # strokes over one word
_BROAD = 4.0  # points; a line as broad hides a word
_MOST_LYING = 500  # things over one word; the last ones hide those below
_MOST_ASKED = 40  # of them, asked how they are drawn
_RECTANGLE = 5  # points of a path, the first one twice


@dataclass(frozen=True, slots=True)
class Hidden:
    """Where a word stands that is not seen: its part and its place in the catalogue."""

    part: Part
    place: str


ANNOTATED = Hidden(Part.UNDER_A_BOX, "P7")
LAYERED = Hidden(Part.LAYER, "P11")
_INVISIBLE = Hidden(Part.HIDDEN_TEXT, "P10")
_PALE = Hidden(Part.HIDDEN_TEXT, "P9")


def is_dark(colours: Any) -> bool:
    """Tell whether the pixels of a box are dark, most of them."""
    return bool(colours.size and np.median(colours.max(axis=1)) < DARK)


def is_even(colours: Any) -> bool:
    """Tell whether the pixels of a box are one colour, but for a few at its edges."""
    if not colours.size:
        return False
    low, high = np.percentile(colours, (4, 96), axis=0)
    return bool((high - low).max() < _EVEN)


class Covers:
    """Everything drawn on one page, asked what lies over one word."""

    def __init__(self, sight: Sight, look: Look) -> None:
        self.sight = sight
        self.look = look

    def why(self, box: Box, order: int, mode: int, size: float, colour: tuple[int, int, int, int]) -> Hidden:
        """Say what hides a word.

        Args:
            box: of the word, in points of the page.
            order: of its text object in the order of drawing.
            mode: its mode of drawing text, as pdf numbers them.
            size: of its letters in points.
            colour: red, green, blue and opacity of 255 in which they are filled.
        """
        if mode in (3, 7) or colour[3] == 0:
            return _INVISIBLE
        if size < 2:
            return _PALE
        shown, bare = self.look.patch(box)
        if not shown.size:
            return _INVISIBLE  # beside the page
        over = self.over(box, order)
        if over is not None:
            return Hidden(Part.UNDER_A_BOX, over)
        blue_green_red = np.array(colour[2::-1])
        alike = np.abs(np.median(bare, axis=0) - blue_green_red).max() < CLEAR
        if alike and is_dark(bare):
            return Hidden(Part.UNDER_A_BOX, "P3")  # black on black
        return _PALE if alike else _INVISIBLE

    def over(self, box: Box, order: int) -> str | None:
        """Give the place of what covers a box and is drawn after `order`; None where nothing does."""
        orders, boxes = self._all
        shares = _shares(boxes, box)
        lying = np.flatnonzero((orders > order) & (shares > 0))[-_MOST_LYING:]
        if not len(lying) or _union(boxes[lying], box) < _COVERED:
            return None
        raw = self.sight.raw
        whole = lying[shares[lying] >= _COVERED]
        found = [self.sight.painted[at] for at in (whole if len(whole) else lying)]
        if any(one.kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING) for one in found):
            return "P5"
        paths = [one for one in found if one.kind == raw.FPDF_PAGEOBJ_PATH][-_MOST_ASKED:]
        return self._of_paths(paths, box, whole=bool(len(whole))) if paths else "P4"

    def pictured(self) -> float:
        """Give the share of the page that pictures take."""
        width, height = self.sight.width, self.sight.height
        page = (0.0, 0.0, height, width) if self.sight.turned else (0.0, 0.0, width, height)
        kinds = np.array([one.kind for one in self.sight.painted], np.int64)
        shares = _shares(self._all[1][kinds == self.sight.raw.FPDF_PAGEOBJ_IMAGE], page)
        return min(1.0, float(shares.sum()))

    @cached_property
    def _all(self) -> tuple[npt.NDArray[np.int64], Boxes]:
        """The order and the box of everything that is drawn, in the order of drawing."""
        orders = np.array([one.order for one in self.sight.painted], np.int64)
        return orders, np.array([one.box for one in self.sight.painted], np.float64).reshape(-1, 4)

    def _of_paths(self, paths: Sequence[Painted], box: Box, *, whole: bool) -> str:
        raw = self.sight.raw
        shapes = [_Shape.of(raw, one.handle) for one in paths]
        strokes = sum(shape.points for shape in shapes if shape.stroked and not shape.filled)
        if strokes >= 2 * _HATCHED and all(shape.width < _BROAD for shape in shapes if not shape.filled):
            return "P6"
        filled = [shape for shape in shapes if shape.filled]
        top = filled[-1] if filled else None
        if top is None:
            return "P4"
        if top.clear or self._is_patterned(top, box):
            return "P5"
        return "P3" if whole and top.rectangle else "P4"

    def _is_patterned(self, shape: _Shape, box: Box) -> bool:
        """Tell whether what is seen is not the colour that a path says: its colour is a pattern's."""
        shown, _ = self.look.patch(box)
        said = np.array(shape.colour[::-1])
        return bool(shown.size and np.abs(np.median(shown, axis=0) - said).max() > CLEAR)


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a path is drawn."""

    filled: bool
    stroked: bool
    width: float
    clear: bool  # not wholly opaque, or mixed with what lies under it
    colour: tuple[int, int, int]
    points: int
    rectangle: bool

    @classmethod
    def of(cls, raw: Any, handle: Any) -> _Shape:
        fill, stroke, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
        red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
        raw.FPDFPath_GetDrawMode(handle, fill, stroke)
        raw.FPDFPageObj_GetStrokeWidth(handle, width)
        raw.FPDFPageObj_GetFillColor(handle, red, green, blue, opacity)
        points = raw.FPDFPath_CountSegments(handle)
        rectangle = points in (4, _RECTANGLE) and _is_upright(raw, handle, points)
        colour = (red.value, green.value, blue.value)
        clear = opacity.value < 255 or bool(raw.FPDFPageObj_HasTransparency(handle))
        return cls(bool(fill.value), bool(stroke.value), width.value, clear, colour, points, rectangle)


def _is_upright(raw: Any, handle: Any, points: int) -> bool:
    """Tell whether a path of four corners stands straight on the page."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(handle, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    places = []
    for index in range(points):
        piece = raw.FPDFPath_GetPathSegment(handle, index)
        if raw.FPDFPathSegment_GetType(piece) == raw.FPDF_SEGMENT_BEZIERTO:
            return False
        raw.FPDFPathSegment_GetPoint(piece, x, y)
        places.append(
            (
                matrix.a * x.value + matrix.c * y.value,
                matrix.b * x.value + matrix.d * y.value,
            )
        )
    return all(min(abs(p - r), abs(q - s)) < 0.1 for (p, q), (r, s) in itertools.pairwise(places))


def _shares(boxes: Boxes, box: Box) -> npt.NDArray[np.float64]:
    """Give the share of `box` that lies in each of some boxes."""
    wide = np.minimum(boxes[:, 2], box[2]) - np.maximum(boxes[:, 0], box[0])
    high = np.minimum(boxes[:, 3], box[3]) - np.maximum(boxes[:, 1], box[1])
    area = max((box[2] - box[0]) * (box[3] - box[1]), 1e-6)
    found: npt.NDArray[np.float64] = np.clip(wide, 0, None) * np.clip(high, 0, None) / area
    return found


def _union(boxes: Boxes, box: Box) -> float:
    """Give the share of a box that lies under any of some boxes, counted on a grid."""
    xs = np.linspace(box[0], box[2], 24)
    ys = np.linspace(box[1], box[3], 8)
    across = (xs >= boxes[:, 0, None]) & (xs <= boxes[:, 2, None])
    upward = (ys >= boxes[:, 1, None]) & (ys <= boxes[:, 3, None])
    return float((upward[:, :, None] & across[:, None, :]).any(axis=0).mean())
