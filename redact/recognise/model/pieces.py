"""Words of a text as the name model sees them: pieces of its vocabulary, a shape, and the gap before each.

The training recipe imports this module, so what a model was trained on and what it reads cannot differ.
A word is a run of letters and digits; every other sign that prints is a word of its own, a row of four or
more equal signs ("........") is one. Nothing that prints is passed over but the bar between cells, which is
a gap.
What remains: a letter of another alphabet that looks like a Latin one is another letter here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path

__all__ = ["CLASS_END", "CLASS_START", "MASK", "PAD", "Gap", "Shape", "Vocabulary", "Word", "Words"]

PAD, UNKNOWN, CLASS_START, CLASS_END, MASK = 0, 100, 101, 102, 103  # places in the encoder's vocabulary
_LONGEST_WORD = 100  # letters; a longer one is unknown, as the encoder was trained


class Shape(IntEnum):
    """What a word looks like; the encoder's own vocabulary knows no capitals."""

    NONE = 0
    LOWER = 1
    TITLE = 2
    UPPER = 3
    CAPITAL = 4  # one capital alone
    MIXED = 5
    DIGITS = 6
    LETTERS_AND_DIGITS = 7
    STOP = 8
    QUOTE_OR_HYPHEN = 9
    COMMA_OR_COLON = 10
    SLASH_OR_AND = 11
    BRACKET = 12
    CASELESS = 13  # letters of a script without capitals
    OTHER = 14


class Gap(IntEnum):
    """What stands between a word and the one before; `INSIDE` marks the further pieces of one word."""

    GLUED = 0
    SPACE = 1
    LINE = 2
    CELL = 3
    INSIDE = 4


@dataclass(frozen=True, slots=True)
class Word:
    """Half-open code points of the text, the word's pieces, its shape, and the gap before it."""

    start: int
    end: int
    pieces: tuple[int, ...] = field(repr=False)
    shape: Shape
    gap: Gap


Words = Sequence[Word]

_IDEOGRAPHS = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # each is a word, as in the encoder's training
_MARKS = (
    "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"  # within a word: accents set apart, what prints nothing
)
_WORD = re.compile(
    rf"[{_IDEOGRAPHS}]"
    rf"|[^\W_{_IDEOGRAPHS}]+(?:[{_MARKS}]+[^\W_{_IDEOGRAPHS}]*)*"
    rf"|(?P<sign>[^\s\w|{_MARKS}]|_)(?:(?P=sign){{3,}})?"
)
_SIGNS = {
    **dict.fromkeys(".!?\u2026", Shape.STOP),
    **dict.fromkeys(
        "'\"-\u2010\u2011\u2012\u2013\u2014\u2018\u2019\u201c\u201d`\u00b4", Shape.QUOTE_OR_HYPHEN
    ),
    **dict.fromkeys(",:;", Shape.COMMA_OR_COLON),
    **dict.fromkeys("/&\\+", Shape.SLASH_OR_AND),
    **dict.fromkeys("()[]{}<>", Shape.BRACKET),
}
# As the readings of documents fold them, so that a text folded or not gives the same pieces.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201b\u02bc\u02b9\u2032\u0060\u00b4", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f", '"'),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", None),
    }
)


class Vocabulary:
    """The pieces that the encoder knows, and how a word falls into them: the longest first."""

    def __init__(self, pieces: Mapping[str, int]) -> None:
        self._pieces = pieces

    @classmethod
    def read(cls, path: Path) -> Vocabulary:
        """Read a vocabulary, one piece a line; its place is its number.

        Raises:
            OSError, UnicodeError: the file cannot be read.
        """
        return cls.parse(path.read_bytes())

    @classmethod
    def parse(cls, content: bytes) -> Vocabulary:
        """Read a vocabulary from the bytes of its file."""
        lines = content.decode("utf-8").split("\n")
        return cls({piece: number for number, piece in enumerate(lines) if piece})

    def words(self, text: str) -> tuple[Word, ...]:
        """Give the words of a text in order; spans are half-open code points of it. Empty for no text."""
        return tuple(self.each_word(text))

    def each_word(self, text: str) -> Iterator[Word]:
        """Give the words of a text as `words` does, one after the other."""
        # Only for this text: what was read is not kept.
        known: dict[str, tuple[tuple[int, ...], Shape]] = {}
        before = 0
        for match in _WORD.finditer(text):
            start, end = match.span()
            written = match[0]
            if (entry := known.get(written)) is None:
                entry = known[written] = self._pieces_of(written), _shape(written)
            gap = Gap.GLUED if start == before and before else _gap(text[before:start], before == 0)
            yield Word(start, end, entry[0], entry[1], gap)
            before = end

    def _pieces_of(self, written: str) -> tuple[int, ...]:
        word = written.translate(_PLAIN).lower()
        if not word.isascii():
            letters = unicodedata.normalize("NFD", word)
            word = "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")
        if not word[:1].isalnum():
            word = word[:1]  # a row of equal signs reads as one
        if not word or len(word) > _LONGEST_WORD:
            return (UNKNOWN,)
        pieces: list[int] = []
        start = 0
        while start < len(word):
            mark = "##" if start else ""
            for end in range(len(word), start, -1):
                piece = self._pieces.get(mark + word[start:end])
                if piece is not None:
                    pieces.append(piece)
                    start = end
                    break
            else:
                return (UNKNOWN,)
        return tuple(pieces)


def _gap(between: str, first: bool) -> Gap:
    if first or "\n" in between or "\r" in between:
        return Gap.LINE
    if "\t" in between or "|" in between or len(between) > 2:
        return Gap.CELL
    return Gap.SPACE if between else Gap.GLUED


def _shape(written: str) -> Shape:
    if not written[0].isalnum():
        return _SIGNS.get(written[0], Shape.OTHER)
    letters = [letter for letter in written if letter.isalnum()]
    if all(letter.isalpha() for letter in letters):
        return _shape_of_letters("".join(letters))
    return Shape.LETTERS_AND_DIGITS if any(letter.isalpha() for letter in letters) else Shape.DIGITS


def _shape_of_letters(word: str) -> Shape:
    if word.islower():
        return Shape.LOWER
    if word.isupper():
        return Shape.UPPER if len(word) > 1 else Shape.CAPITAL
    if not any(letter.isupper() or letter.islower() for letter in word):
        return Shape.CASELESS
    return Shape.TITLE if word[0].isupper() and word[1:].islower() else Shape.MIXED
