"""Why the hidden words of one page are hidden: asked of drawings of it without this or that."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from redact.formats.pdf.covering import ANNOTATED, LAYERED, Covers, Hidden, is_dark, is_even
from redact.formats.pdf.lettered import Box, Lettered
from redact.formats.pdf.seeing import Look, Sight
from redact.values.text import Part

__all__ = ["Reasons", "Surroundings"]

_NEARER = 8  # steps of 255 by which a letter brings a pixel nearer to its own colour
_MORE_THAN_HALF = 0.5  # of a word's letters seen in another drawing: what that one lacks hides it


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of a page beside its drawing.

    `marks` are the boxes of marks for redaction that were never applied, in points of the page.
    `layered` opens the same page with every layer shown; None where the file has no layers.
    """

    marks: tuple[Box, ...] = ()
    layered: Callable[[], Any] | None = field(default=None, repr=False)


class Reasons:
    """Looks up what hides the words of one page."""

    def __init__(self, sight: Sight, look: Look, text: Lettered, known: Surroundings) -> None:
        self._sight = sight
        self._look = look
        self._text = text
        self._known = known
        self.covers = Covers(sight, look)

    def of(self, hidden: Mapping[int, slice]) -> dict[int, Hidden]:
        """Say for each word what hides it.

        Args:
            hidden: its letters that are not seen, by the number of the word.
        """
        found: dict[int, Hidden] = {}
        boxes = self._text.boxes
        if self._sight.has_notes:
            found |= dict.fromkeys(self._seen_in(self._sight.look(boxes, notes=False), hidden), ANNOTATED)
        page = self._known.layered() if self._known.layered else None
        if page is not None:
            try:
                found |= dict.fromkeys(self._seen_in(Sight(page).look(boxes), hidden), LAYERED)
            finally:
                page.close()
        return found | {n: self._why(letters) for n, letters in hidden.items() if n not in found}

    def in_a_scan(self, hidden: Mapping[int, slice]) -> dict[int, Hidden]:
        """Judge recognised words by the picture under them: one that shows no letters hides a word."""
        found = {}
        for number, letters in hidden.items():
            if letters.start >= letters.stop:
                continue  # a word of signs that are not counted: it lies nowhere
            shown, _ = self._look.patch(self._text.box(letters))
            if not shown.size:
                found[number] = Hidden(Part.HIDDEN_TEXT, "P10")
            elif is_even(shown):
                found[number] = Hidden(Part.UNDER_A_BOX if is_dark(shown) else Part.HIDDEN_TEXT, "P12")
        return found

    def is_cut_out(self, letters: slice) -> bool:
        """Tell whether something is drawn through letters that clip it, in their shape."""
        box = self._text.box(letters)
        shown, _ = self._look.patch(box)
        return not is_even(shown) and self.covers.over(box, self._order(letters)) is not None

    def stands_out(self, letters: slice) -> bool:
        """Tell whether letters under or over others are drawn in a colour of their own that is seen."""
        index = int(self._text.letters[letters.start])
        box = self._text.box(letters)
        if self.covers.over(box, self._order(letters)) in ("P3", "P4"):
            return False
        shown, bare = self._look.patch(box)
        own = np.array(self._text.ruler.colour(index)[2::-1])
        with_text, without = np.abs(shown - own).max(axis=1), np.abs(bare - own).max(axis=1)
        return bool((with_text + _NEARER < without).any())

    def _seen_in(self, look: Look, hidden: Mapping[int, slice]) -> list[int]:
        """Give the words of which half the letters are seen in another drawing of the page."""
        result = []
        for number, letters in hidden.items():
            boxes = self._text.boxes[letters]
            if np.mean(look.clear(boxes) & ~self._look.clear(boxes)) > _MORE_THAN_HALF:
                result.append(number)
        return result

    def _order(self, letters: slice) -> int:
        address = self._text.ruler.text_object(int(self._text.letters[letters.start]))
        return self._sight.orders.get(address, 0)

    def _why(self, letters: slice) -> Hidden:
        index = int(self._text.letters[letters.start])
        ruler = self._text.ruler
        address = ruler.text_object(index)
        mode = self._sight.modes.get(address, 0)
        box, order = self._text.box(letters), self._order(letters)
        return self.covers.why(box, order, mode, ruler.size(index), ruler.colour(index))
