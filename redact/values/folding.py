"""Folding: one spelling for what a reader would call the same word, with the way back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

__all__ = ["Folded", "fold"]

# Typed in place of the apostrophe or hyphen that stands in the other document.
_ONE_FOR_ONE = dict.fromkeys("\u2018\u2019\u201b\u02bc\u02b9\u2032\uff07\u0060\u00b4", "'") | dict.fromkeys(
    "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d", "-"
)
# Characters that print nothing: soft hyphen, zero-width spaces and joiners, word joiner, BOM, bidi marks.
_INVISIBLE = frozenset(
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)

_ASCII = re.compile(r"[\x00-\x7f]+")
_OF_ASCII = {code: " " for code in range(128) if chr(code).isspace() and chr(code) != "\n"} | {ord("`"): "'"}


class Folded:
    """A folded text (`text`), and for each of its positions the code points of the passage behind it."""

    __slots__ = ("_ends", "_starts", "text")

    def __init__(self, text: str, starts: Sequence[int], ends: Sequence[int]) -> None:
        self.text = text
        self._starts = starts
        self._ends = ends

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the original half-open code points of the stretch `text[start:end]`.

        Raises ValueError for an empty stretch: nothing in the original stands behind it.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no stretch from {start} to {end} in {len(self.text)} characters")
        return self._starts[start], self._ends[end - 1]


def fold(text: str, *, case: bool = True) -> Folded:
    """Fold a text: NFKC, curly quotes, odd spaces and hyphens; zero-width characters dropped.

    Args:
        case: fold letter case too. Off where capitals matter (collar numbers, plates).

    Returns: the folded text with its map; of an empty text, an empty one.
    """
    if text.isascii():
        return Folded(_fold_ascii(text, case), range(len(text)), range(1, len(text) + 1))
    kept: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    while at < len(text):
        # Of ASCII each letter folds by itself, but for the last one before a combining mark.
        end = _ascii_end(text, at)
        if end > at:
            kept.append(_fold_ascii(text[at:end], case))
            starts += range(at, end)
            ends += range(at + 1, end + 1)
            at = end
            continue
        end = at + 1
        # A letter folds together with the combining marks behind it: e + U+0301 is é.
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        piece = _fold_cluster(text[at:end], case)
        kept.append(piece)
        starts += [at] * len(piece)
        ends += [end] * len(piece)
        at = end
    return Folded("".join(kept), starts, ends)


def _ascii_end(text: str, at: int) -> int:
    """Find where a stretch of ASCII ends of which no letter folds together with another; `at` for none."""
    run = _ASCII.match(text, at)
    if run is None:
        return at
    end = run.end()
    return end - 1 if end < len(text) and unicodedata.combining(text[end]) else end


def _fold_ascii(text: str, case: bool) -> str:
    plain = text.translate(_OF_ASCII)
    return plain.casefold() if case else plain


@lru_cache(maxsize=4096)
def _fold_cluster(cluster: str, case: bool) -> str:
    if cluster in _INVISIBLE:
        return ""
    # Both before and after NFKC: it makes an ordinary space and a mark of U+00B4, and U+2010 of U+2011.
    plain = unicodedata.normalize("NFKC", "".join(_ONE_FOR_ONE.get(letter, letter) for letter in cluster))
    plain = "".join(
        " " if letter != "\n" and letter.isspace() else _ONE_FOR_ONE.get(letter, letter) for letter in plain
    )
    return plain.casefold() if case else plain
