"""Two versions of one drawing that say the same: what is written into the first is written into the others.

Word keeps a text box twice, once for itself and once for older programs, and the reader reads it once.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from redact.formats.word.cleaning.shears import drop
from redact.formats.word.markup import MC, Element, W
from redact.formats.word.saying import says_the_same, visible_text

__all__ = ["Twins"]


class Twins:
    """Made before anything is written; `settle` is called after it."""

    def __init__(self, roots: Iterable[Element]) -> None:
        found = []
        for root in roots:
            for alternate in root.iter(MC + "AlternateContent"):
                choices = list(alternate)
                twins = [other for other in choices[1:] if says_the_same(other, choices[0])]
                if twins and visible_text(choices[0]):
                    found.append((choices[0], visible_text(choices[0]), twins))
        self._found = found

    def settle(self) -> set[Element]:
        """Bring every version to what the first says now; one that cannot be brought there goes.

        Returns: the roots in which something was changed.
        """
        touched: set[Element] = set()
        for first, before, twins in reversed(self._found):  # what is inside of another comes first
            if visible_text(first) == before:
                continue
            for twin in twins:
                touched.add(twin.getroottree().getroot())
                _bring(twin, first)
        return touched


def _bring(twin: Element, first: Element) -> None:
    ours, theirs = _boxes(first), _boxes(twin)
    if len(ours) == len(theirs):
        for source, target in zip(ours, theirs, strict=True):
            target[:] = [deepcopy(child) for child in source]
    if visible_text(twin) != visible_text(first):
        drop(twin)


def _boxes(element: Element) -> list[Element]:
    """Give the text boxes of a drawing that lie in no other one of it."""
    inner = {
        nested
        for box in element.iter(W + "txbxContent")
        for nested in box.iter(W + "txbxContent")
        if nested is not box
    }
    return [box for box in element.iter(W + "txbxContent") if box not in inner]
