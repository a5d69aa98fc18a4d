"""Gaps in lines of text where words were blacked out and really taken away: their width still tells.

In a font of letters of different widths a gap fits few names, so its width is said, and about how many
letters that is; never which names would fit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from redact.formats.pdf.gathering import Gathering
from redact.formats.pdf.lines import Line
from redact.formats.pdf.seeing import Look
from redact.values.text import Part

__all__ = ["report_gaps"]

_LEAST = 1.2  # font sizes; narrower than any name of three letters
_BESIDE = 1.5  # font sizes; a box may begin so far from the word before it
_LETTER = 0.5  # font sizes; how wide a letter is on the whole
_ASIDE = 12  # font sizes; how far from a line a box may still be part of it
_WIDEST = 30  # font sizes; a wider box is a rule or a picture
_MOST_LINES = 400  # of a page
_MOST_GAPS = 50  # of a page that are said one by one


def report_gaps(look: Look, lines: Sequence[Line], number: int, gathering: Gathering) -> None:
    """Report each dark box that stands in a line of text with no letters under it."""
    level = [line for line in lines if not line.angle and line.words][:_MOST_LINES]
    if not level or not look.scale:
        return
    boxes = [
        (line.x0 - _ASIDE * line.size, line.y, line.x1 + _ASIDE * line.size, line.y + 0.6 * line.size)
        for line in level
    ]
    told = 0
    for line, strip in zip(level, look.pixels(np.array(boxes)).tolist(), strict=True):
        for width in _gaps(look, line, strip):
            told += 1
            if told <= _MOST_GAPS:
                letters = max(1, round(width / (_LETTER * line.size)))
                what = (
                    "words were taken out and a box marks the place; its width, "
                    f"{width:.0f} points, is that of about {letters} letters"
                )
                content = f"{number} {line.y:.1f} {width:.1f}".encode()
                gathering.trace(Part.BODY, "P30", what, content, page=number)


def _gaps(look: Look, line: Line, strip: list[int]) -> Iterator[float]:
    """Give the widths of the dark boxes between the words of a line and at its ends, in points."""
    left, top, right, low = strip
    least = _LEAST * line.size
    middle = (top + low) // 2
    if low - top < 3 or not any(
        end - start > least * look.scale
        for start, end in _runs(look.dark(left, middle, right, middle + 1)[0])
    ):
        return
    for start, end in _runs(look.dark(left, top, right, low).all(axis=0)):
        x0 = look.left_edge + (left + start) / look.scale
        x1 = look.left_edge + (left + end) / look.scale
        if not least < x1 - x0 < _WIDEST * line.size:
            continue
        if any(word.x0 < x1 - 1 and x0 + 1 < word.x1 for word in line.words):
            continue
        near = _BESIDE * line.size
        if any(abs(word.x1 - x0) < near or abs(word.x0 - x1) < near for word in line.words):
            yield x1 - x0


def _runs(dark: Any) -> list[tuple[int, int]]:
    """Give the runs of dark pixels in a row, half-open; none in a row that lies beside the page."""
    if not dark.size:
        return []
    edges = np.flatnonzero(dark[1:] != dark[:-1]) + 1
    bounds = [0, *edges.tolist(), len(dark)]
    first = 0 if dark[0] else 1
    return list(zip(bounds[first::2], bounds[first + 1 :: 2], strict=False))
