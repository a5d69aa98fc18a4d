"""A text as it is seen: without signs that print nothing, with plain spaces, and with the way back."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

__all__ = ["Seen", "seen"]

_PLAIN = re.compile(r"[\x00-\x7f\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]*")


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen of a text; `at` gives for each sign its code point in that text."""

    text: str = field(repr=False)
    at: tuple[int, ...] = field(repr=False)

    def inside(self, start: int, end: int) -> tuple[int, int]:
        """Give where half-open code points of the whole text lie in what is seen of it."""
        first = sum(1 for one in self.at if one < start)
        return first, first + sum(1 for one in self.at if start <= one < end)

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Give the half-open code points of the whole text behind a stretch of what is seen, not empty."""
        return self.at[start], self.at[end - 1] + 1


def seen(text: str) -> Seen | None:
    """Say what is seen of a text; none where that is the text itself."""
    if _PLAIN.fullmatch(text):
        return None
    kept = [(number, sign) for number, sign in enumerate(text) if unicodedata.category(sign) != "Cf"]
    spaced = ((" " if unicodedata.category(sign) == "Zs" else sign) for _, sign in kept)
    return Seen("".join(spaced), tuple(number for number, _ in kept))
