"""Measures the characters of one page of a pdf, as pdfium sees them."""

from __future__ import annotations

import ctypes
import math
from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = ["Ruler", "address_of"]

_TINY_FONT = 1.0  # points; pdfium gives 1 where it does not know


def address_of(handle: Any) -> int:
    """Give the address behind a handle of pdfium: it is the same for the same object."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


class Ruler:
    """Measures characters of one text page, with its buffers made once."""

    def __init__(self, raw: Any, textpage: Any) -> None:
        self._raw = raw
        self._page = textpage
        self._box = [ctypes.c_double() for _ in range(4)]
        self._refs = [ctypes.byref(value) for value in self._box]
        self._matrix = raw.FS_MATRIX()

    def corners(self, index: int) -> tuple[float, float, float, float]:
        """Give left, right, bottom and top of a character on the page."""
        self._raw.FPDFText_GetCharBox(self._page, index, *self._refs)
        return self._box[0].value, self._box[1].value, self._box[2].value, self._box[3].value

    def boxes(self, indices: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
        """Give left, low, right and high of the ink of some characters, in points of the page."""
        measure, page, refs = self._raw.FPDFText_GetCharBox, self._page, self._refs
        left, right, low, high = self._box
        found = []
        for index in indices.tolist():
            measure(page, index, *refs)
            found.append((left.value, low.value, right.value, high.value))
        return np.array(found, np.float64).reshape(-1, 4)

    def text_object(self, index: int) -> int:
        """Give the address of the object that draws a character; 0 for one that pdfium made up."""
        handle = self._raw.FPDFText_GetTextObject(self._page, index)
        return address_of(handle) if handle else 0

    def colour(self, index: int) -> tuple[int, int, int, int]:
        """Give red, green, blue and opacity of a character's inside, each of 255; black where unknown."""
        values = [ctypes.c_uint(0), ctypes.c_uint(0), ctypes.c_uint(0), ctypes.c_uint(255)]
        self._raw.FPDFText_GetFillColor(self._page, index, *values)
        red, green, blue, opacity = (value.value for value in values)
        return red, green, blue, opacity

    def origin(self, index: int) -> tuple[float, float]:
        """Give where a character stands on its baseline."""
        self._raw.FPDFText_GetCharOrigin(self._page, index, self._refs[0], self._refs[1])
        return self._box[0].value, self._box[1].value

    def made(self, index: int) -> bool:
        """Tell whether pdfium made a character up: a space where there is only a distance."""
        return bool(self._raw.FPDFText_IsGenerated(self._page, index) == 1)

    def angle(self, index: int) -> int:
        """Give by how many degrees a character is turned, clockwise."""
        radians = self._raw.FPDFText_GetCharAngle(self._page, index)
        return round(math.degrees(radians)) % 360 if radians > 0 else 0

    def size(self, index: int) -> float:
        """Give the size of a character in points, as it is drawn."""
        points = float(self._raw.FPDFText_GetFontSize(self._page, index))
        if self._raw.FPDFText_GetMatrix(self._page, index, self._matrix):
            points *= math.hypot(self._matrix.c, self._matrix.d)
        return max(abs(points), _TINY_FONT)

    def bold(self, index: int) -> bool:
        """Tell whether a character is set in a bold font."""
        name = ctypes.create_string_buffer(128)
        self._raw.FPDFText_GetFontInfo(self._page, index, name, 128, None)
        return b"bold" in name.value.lower() or self._raw.FPDFText_GetFontWeight(self._page, index) >= 600
