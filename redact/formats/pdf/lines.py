"""A page of a pdf, as pdfium reads it → the lines that stand on it, with their places.

Every character that pdfium gives is in exactly one line. Positions are in points, turned so that the
text of each line runs from left to right and `y` grows upward: a page of sideways text is read like any
other. Only the ends of words are measured, which keeps a page at about 3 ms.
"""

from __future__ import annotations

import ctypes
import itertools
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from redact.errors import LimitReached
from redact.formats.pdf.ruler import Ruler
from redact.values.text import Part

__all__ = ["Line", "Mark", "PageLines", "Word", "read_page"]

MAX_CHARACTERS_A_PAGE = 200_000

# What pdfium puts in place of a hyphen that ends a line; it drops the line end after it.
_HYPHEN = "\ufffe"
_VISUAL_LINE = re.compile("(?P<body>[^\r\n\ufffe]*)(?P<end>\r\n|\r|\n|\ufffe|\\Z)")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a word that is hidden or set apart: half-open code points into the word."""

    start: int
    end: int
    part: Part
    place: str


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a line: half-open code points into the line's text, and where it stands.

    `made` says that the space before it is pdfium's own: in the file there is only a distance. `first` to
    `last`, half-open, are pdfium's indices of its characters on the page.
    """

    start: int
    end: int
    x0: float
    x1: float
    made: bool = False
    first: int = 0
    last: int = 0
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text. `y` is its baseline, `angle` the quarter or other turn in degrees.

    `hyphen` says that it ended in a hyphen, which is not in `text`. `sorted_text` is another reading, the
    characters in the order of their places, where that is not the order of the file.
    """

    text: str = field(repr=False)
    x0: float
    x1: float
    y: float
    size: float
    angle: int = 0
    bold: bool = False
    hyphen: bool = False
    words: tuple[Word, ...] = ()
    sorted_text: str | None = field(default=None, repr=False)

    def part(self, first: int, last: int) -> Line:
        """Give the words from `first` up to, not including, `last` as a line of its own."""
        if first == 0 and last == len(self.words):
            return self
        words = self.words[first:last]
        low, high = words[0].start, words[-1].end
        moved = tuple(replace(word, start=word.start - low, end=word.end - low) for word in words)
        hyphen = self.hyphen and last == len(self.words)
        return Line(
            self.text[low:high],
            words[0].x0,
            words[-1].x1,
            self.y,
            self.size,
            self.angle,
            self.bold,
            hyphen,
            moved,
        )


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines of one page in the order of the file, the page's size, and whether its letters are sure."""

    lines: tuple[Line, ...]
    width: float
    height: float
    doubtful: bool = False

    @property
    def main_angle(self) -> int:
        """The way in which most letters of the page run, in degrees."""
        letters: Counter[int] = Counter()
        for line in self.lines:
            letters[line.angle] += len(line.text)
        return letters.most_common(1)[0][0] if letters else 0


Look = Callable[[Any, str, tuple[Line, ...]], tuple[Line, ...]]


def read_page(page: Any, look: Look | None = None) -> PageLines:
    """Read the lines of a pypdfium2 page.

    Args:
        look: told the page's text page, its characters and its lines, gives the lines marked.

    Raises LimitReached for a page that holds more characters than any page of a report.
    """
    from pypdfium2 import raw

    textpage = page.get_textpage()
    try:
        count = max(0, textpage.count_chars())
        if count > MAX_CHARACTERS_A_PAGE:
            raise LimitReached(
                f"a page holds more than {MAX_CHARACTERS_A_PAGE:,} characters",
                "Open it in the program that made it, save it as a new file there, and check that.",
            )
        ruler = Ruler(raw, textpage)
        units = _units(raw, textpage, count)
        lines = tuple(_lines(units, ruler))
        if look is not None:
            lines = look(textpage, units, lines)
        width, height = page.get_size()
        return PageLines(lines, width, height, doubtful=_doubtful(units))
    finally:
        textpage.close()


def _units(raw: Any, textpage: Any, count: int) -> str:
    """Give the text with exactly one code unit for each of pdfium's character indices."""
    if count == 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    got = raw.FPDFText_GetText(textpage, 0, count, buffer) - 1
    if got == count:
        return "".join(map(chr, buffer[:count]))
    # Characters that pdfium cannot name are left out of its text; the indices would slip.
    codes = (raw.FPDFText_GetUnicode(textpage, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)


def _doubtful(text: str) -> bool:
    """Tell whether letters came out that no reader can see: private, control or replacement characters.

    One that stands alone is a bullet or a tick from a symbol font; one beside a letter hides a letter.
    """
    strange = r"[\ue000-\uf8ff\ufffd\x00-\x08\x0b\x0c\x0e-\x1f\x80-\x9f]"
    return re.search(rf"{strange}\S|\S{strange}", text.replace(_HYPHEN, " ")) is not None


def _lines(units: str, ruler: Ruler) -> Iterator[Line]:
    for match in _VISUAL_LINE.finditer(units):
        words = list(_WORD.finditer(units, match.start("body"), match.end("body")))
        if words:
            yield _line(units, words, match["end"] == _HYPHEN, ruler)


def _line(units: str, found: list[re.Match[str]], hyphen: bool, ruler: Ruler) -> Line:
    start, end = found[0].start(), found[-1].end()
    middle = found[len(found) // 2].start()
    angle = ruler.angle(start)
    turn = _turn(angle)
    words: list[Word] = []
    for match in found:
        x0, x1 = _extent(ruler, match.start(), match.end() - 1, turn)
        made = bool(words) and ruler.made(match.start() - 1)
        first, last = match.span()
        words.append(Word(first - start, last - start, x0, x1, made, first, last))
    size = ruler.size(middle)
    _, y = turn(*ruler.origin(start))
    out_of_order = any(word.x1 < word.x0 for word in words) or any(
        after.x0 < before.x0 for before, after in itertools.pairwise(words)
    )
    text, placed = _whole_characters(units[start:end], words)
    return Line(
        text=text,
        x0=min(word.x0 for word in placed),
        x1=max(word.x1 for word in placed),
        y=y,
        size=size,
        angle=angle,
        bold=ruler.bold(middle),
        hyphen=hyphen,
        words=tuple(placed),
        sorted_text=_by_place(units, start, end, ruler, turn, size) if out_of_order else None,
    )


def _turn(angle: int) -> Any:
    """Make the function that turns a point of the page so that text at `angle` runs to the right."""
    if angle == 0:
        return _straight
    # pdfium's angles run clockwise where y grows upward.
    cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return lambda x, y: (x * cosine - y * sine, x * sine + y * cosine)


def _straight(x: float, y: float) -> tuple[float, float]:
    return x, y


def _extent(ruler: Ruler, first: int, last: int, turn: Any) -> tuple[float, float]:
    """Give where the text from one character to another begins and ends, the last one's far side."""
    left, right, bottom, top = ruler.corners(first)
    if turn is _straight:  # the common case, without the geometry
        return left, right if last == first else ruler.corners(last)[1]
    x0 = min(turn(left, bottom)[0], turn(right, top)[0])
    if last != first:
        left, right, bottom, top = ruler.corners(last)
    x1 = max(turn(left, bottom)[0], turn(right, top)[0])
    return x0, x1


def _whole_characters(text: str, words: list[Word]) -> tuple[str, list[Word]]:
    """Join surrogate pairs, of which each half has an index of its own, and move the words with them."""
    if text.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in text):
        return text, words
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    places = [0]
    for letter in text:
        places.append(places[-1] + (0 if "\udc00" <= letter <= "\udfff" else 1))
    return joined, [replace(word, start=places[word.start], end=places[word.end]) for word in words]


def _by_place(units: str, start: int, end: int, ruler: Ruler, turn: Any, size: float) -> str:
    """Read a line by the places of its characters, a space where the distance is as wide as one."""
    letters = []
    for index in range(start, end):
        if not units[index].isspace():
            x0, x1 = _extent(ruler, index, index, turn)
            letters.append((x0, x1, units[index]))
    letters.sort()
    pieces: list[str] = []
    for (_, right, letter), after in zip(letters, [*letters[1:], None], strict=True):
        pieces.append(letter)
        if after is not None and after[0] - right > 0.2 * size:
            pieces.append(" ")
    return "".join(pieces).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
