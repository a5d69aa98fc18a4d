"""A text → the lines that it is set in.

A line ends at a space, and never behind a hyphen: whoever reads the new file would take that for a word that
was broken there. A word that is longer than a line is cut where the line is full.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from redact.formats.pdf.retypeset.face import BOLD, REGULAR, face

__all__ = ["broken", "longest_word", "width_of"]

_TAB = "    "  # narrower than what a reader takes for the gap between two columns
_WORD = re.compile(r"\S+(?:(?<=-) +\S+)*")  # with what follows a hyphen at its end


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Give how wide a text is, in points."""
    return _ems(text, bold) * size


def longest_word(text: str, size: float, *, bold: bool = False) -> float:
    """Give how wide the widest word of a text is, in points."""
    return max((_ems(word, bold) * size for word in text.split()), default=0.0)


def broken(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Break a text into lines of at most `width` points; its own line ends are kept, empty lines are not."""
    return [
        line
        for own in text.replace("\t", _TAB).split("\n")
        if own.strip()
        for line in _lines(own.strip(), width / size, bold)
    ]


@lru_cache(maxsize=65_536)
def _ems(text: str, bold: bool) -> float:
    return face(BOLD if bold else REGULAR).width(text)


def _lines(text: str, width: float, bold: bool) -> Iterator[str]:
    line, at = "", 0
    for found in _WORD.finditer(text):
        gap = text[at : found.start()]
        at = found.end()
        if line and _ems(line, bold) + _ems(gap, bold) + _ems(found[0], bold) <= width:
            line += gap + found[0]
            continue
        if line:
            yield line
        *full, line = _cut(found[0], width, bold)
        yield from full
    if line:
        yield line


def _cut(word: str, width: float, bold: bool) -> list[str]:
    """Cut a word that is longer than a line; not behind a hyphen, nor before a mark that sits on a letter."""
    pieces: list[str] = []
    piece, room = "", width
    for letter in word:
        wide = _ems(letter, bold)
        if piece and wide > room and not piece.endswith("-") and wide:
            pieces.append(piece)
            piece, room = "", width
        piece += letter
        room -= wide
    return [*pieces, piece]
