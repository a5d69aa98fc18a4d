"""Notes and text boxes that are not printed word for word, and the numbers by which notes are called.

A number of a note is a number like any other: it is allowed for as often as notes can be called, in the text
and before the note, and not once more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from redact.publication.word_alignment import aligned
from redact.publication.word_tokens import Text, Token

__all__ = ["doubtful", "marks_of", "window_of"]

_SIGNS = ("*", "**", "\u2020", "\u2021", "\u00a7")
_TWICE = 2  # in the text, and before the note
_MOST = 5_000
_LIKE = 0.6  # of its words
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def marks_of(text: Text) -> frozenset[str]:
    """Give the spellings that the numbers of the notes of a Word file may have."""
    if not text.notes:
        return frozenset()
    numbers = range(1, min(len(text.notes), _MOST) + 1)
    return frozenset((*map(str, numbers), *map(_roman, numbers), *_SIGNS))


def doubtful(notes: Sequence[int], other: Sequence[Token], marks: frozenset[str]) -> list[int]:
    """Give the words of what is published that are allowed for as numbers of notes once too often.

    Args:
        notes: their indices.
    """
    seen: Counter[str] = Counter()
    found = []
    for index in sorted(notes):
        key = other[index].key
        ends = (key[at:] for at in range(len(key)))
        mark = next((end for end in ends if end in marks), key)
        seen[mark] += 1
        if seen[mark] > _TWICE and mark not in _SIGNS:
            found.append(index)
    return found


def window_of(tokens: Sequence[Token], other: Sequence[Token], free: Sequence[int]) -> tuple[int, int] | None:
    """Find where a note is printed that is not there word for word: most of its words, close together.

    Args:
        free: the indices, rising, of the words of what is published that nothing explains yet.

    Returns: half-open places in `free`; none where it is nowhere.
    """
    pairs = aligned([one.key for one in tokens], [other[index].key for index in free])
    found = [place for place in pairs if place >= 0]
    if len(found) < _LIKE * len(tokens):
        return None
    first, last = found[0], found[-1] + 1
    return (first, last) if last - first <= 2 * len(tokens) + 2 else None


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written
