"""Whether the letters that a font's map gives are as wide as such letters are.

A map that lies gives an i where an m is drawn. In any font for reading an i is narrow and an m is wide, so
the widths of the file, held against those of two usual fonts, tell a map that is shuffled. What remains: a
map that changes a few letters for others of their width, and fonts in which all letters are equally wide.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from redact.formats.pdf.lettering import lettering_of

__all__ = ["widths_disagree"]

_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
# Thousandths of the size: Helvetica and Times, by their published metrics.
_HELVETICA = (
    "556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 "
    "667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611"
)
_TIMES = (
    "444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444 "
    "722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 722 722 611"
)
_USUAL = tuple(dict(zip(_LETTERS, map(float, row.split()), strict=True)) for row in (_HELVETICA, _TIMES))
_ENOUGH = 8  # different letters; with fewer, chance says too much
_ALIKE = 0.6  # correlation with either; in fonts for reading it is 0.9 and more
_VARIED = 0.12  # spread of the widths by their mean; less is a typewriter's font
_MOST_WIDTHS = 70_000


def widths_disagree(font: Any) -> bool:
    """Tell whether the widths of a font's letters are those of other letters than its map gives."""
    import pikepdf

    if not isinstance(font.get("/ToUnicode"), pikepdf.Stream) or str(font.get("/Subtype", "")) == "/Type3":
        return False
    lettering = lettering_of(font)
    if lettering is None:
        return False
    widths = _composite(font) if str(font.get("/Subtype", "")) == "/Type0" else _simple(font)
    known: dict[str, float] = {}
    for code, letter in lettering.letters.items():
        if letter in _USUAL[0] and widths.get(code, 0) > 0:
            known.setdefault(letter, widths[code])
    if len(known) < _ENOUGH or _spread(list(known.values())) < _VARIED:
        return False
    return max(_correlation(known, usual) for usual in _USUAL) < _ALIKE


def _simple(font: Any) -> dict[int, float]:
    import pikepdf

    widths = font.get("/Widths")
    if not isinstance(widths, pikepdf.Array):
        return {}
    first = int(font.get("/FirstChar", 0))
    return {first + at: _number(width) for at, width in enumerate(list(widths)[:_MOST_WIDTHS])}


def _composite(font: Any) -> dict[int, float]:
    """Give the widths of a composite font of which the codes are the numbers of its shapes."""
    import pikepdf

    inner = font.get("/DescendantFonts")
    if not str(font.get("/Encoding", "")).startswith("/Identity") or not isinstance(inner, pikepdf.Array):
        return {}
    rows = inner[0].get("/W") if len(inner) and isinstance(inner[0], pikepdf.Dictionary) else None
    items: list[Any] = list(rows)[:_MOST_WIDTHS] if isinstance(rows, pikepdf.Array) else []
    found: dict[int, float] = {}
    at = 0
    while at + 1 < len(items):
        first = int(_number(items[at]))
        if isinstance(items[at + 1], pikepdf.Array):
            found |= {first + step: _number(width) for step, width in enumerate(items[at + 1])}
            at += 2
        elif at + 2 < len(items):
            last = min(int(_number(items[at + 1])), first + _MOST_WIDTHS)
            found |= dict.fromkeys(range(first, last + 1), _number(items[at + 2]))
            at += 3
        else:
            break
    return found


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return 0.0


def _spread(values: list[float]) -> float:
    mean = sum(values) / len(values)
    return math.sqrt(sum((value - mean) ** 2 for value in values) / len(values)) / mean


def _correlation(known: Mapping[str, float], usual: Mapping[str, float]) -> float:
    ours, theirs = list(known.values()), [usual[letter] for letter in known]
    our_mean, their_mean = sum(ours) / len(ours), sum(theirs) / len(theirs)
    pairs = [(one - our_mean, other - their_mean) for one, other in zip(ours, theirs, strict=True)]
    both: float = sum(one * other for one, other in pairs)
    alone: float = sum(one * one for one, _ in pairs) * sum(other * other for _, other in pairs)
    return both / math.sqrt(alone) if alone > 0 else 1.0
