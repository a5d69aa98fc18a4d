"""The letters of one page by the words that they make, with the box of each on the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from redact.formats.pdf.lines import Word
from redact.formats.pdf.ruler import Ruler

__all__ = ["Box", "Lettered"]

Box = tuple[float, float, float, float]  # left, low, right, high, in points of the page

_MOST_WORDS = 2_500  # of a page, compared each with each


class Lettered:
    """The letters and digits of a page. A word is known by its number, in the order of the page's lines."""

    def __init__(
        self, raw: Any, textpage: Any, units: str, words: Sequence[Word], letters: Sequence[int]
    ) -> None:
        self.words = words
        self._units = units
        self.letters: npt.NDArray[np.int64] = np.array(letters, np.int64)
        self.ruler = Ruler(raw, textpage)
        self.boxes = self.ruler.boxes(self.letters)
        self.starts = np.searchsorted(self.letters, [word.first for word in words])
        self.ends = np.searchsorted(self.letters, [word.last for word in words])

    def of(self, number: int) -> slice:
        """Give where the letters of a word stand among all letters."""
        return slice(int(self.starts[number]), int(self.ends[number]))

    def box(self, letters: slice) -> Box:
        """Give the box around some letters."""
        boxes = self.boxes[letters]
        left, low = boxes[:, :2].min(axis=0)
        right, high = boxes[:, 2:].max(axis=0)
        return float(left), float(low), float(right), float(high)

    def length(self, number: int) -> int:
        """Give the length of a word in code points."""
        return self.words[number].end - self.words[number].start

    def is_short_name(self, number: int) -> bool:
        """Tell whether a word is two letters, as short names are, and a capital first."""
        text = "".join(self._units[index] for index in self.letters[self.of(number)].tolist())
        return len(text) == 2 and text.isalpha() and text[0].isupper()

    def counted(self, letters: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
        """Count, for each word, the letters for which something holds."""
        sums = np.concatenate([[0], np.cumsum(letters)])
        found: npt.NDArray[np.int64] = sums[self.ends] - sums[self.starts]
        return found

    def inside(self, box: Box) -> list[int]:
        """Give the words of which a letter's middle lies in a box."""
        middle = (self.boxes[:, :2] + self.boxes[:, 2:]) / 2
        inside = np.logical_and((middle > box[:2]).all(axis=1), (middle < box[2:]).all(axis=1))
        return [int(number) for number in np.flatnonzero(self.counted(inside))]

    def overlaid(self, share: float) -> list[int]:
        """Give the words of whose box so large a share lies under other words'; none on a crowded page."""
        filled = np.flatnonzero(self.ends > self.starts)
        if not 1 < len(filled) <= _MOST_WORDS:
            return []
        order = self.starts[filled]
        least = np.minimum.reduceat(self.boxes[:, :2], order)
        most = np.maximum.reduceat(self.boxes[:, 2:], order)
        area = np.maximum((most - least).prod(axis=1), 1e-6)
        shared = np.ones((len(filled), len(filled)))
        for axis in (0, 1):
            nearer = np.minimum(most[:, None, axis], most[None, :, axis])
            shared *= np.clip(nearer - np.maximum(least[:, None, axis], least[None, :, axis]), 0, None)
        np.fill_diagonal(shared, 0)
        return [int(filled[n]) for n in np.flatnonzero(shared.sum(axis=1) > share * area)]
