"""A long text cut into stretches that the name model reads at once, at the ends of lines and sentences.

Every word is in exactly one window. A window is cut inside a sentence only where the sentence is longer
than a window, and there behind a comma or between cells, if it has any.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from itertools import accumulate, islice

from redact.recognise.model.pieces import Gap, Shape, Word, Words

__all__ = ["LONGEST", "Seam", "cut", "seams", "windows"]

LONGEST = 126  # pieces in a window; the marks of its start and its end make them 128


class Seam(IntEnum):
    """How good a place before a word is for a cut: the higher the better."""

    INSIDE = 0
    WORD = 1
    CLAUSE = 2
    SENTENCE = 3
    LINE = 4


_CLOSING = frozenset({Shape.QUOTE_OR_HYPHEN, Shape.BRACKET})


def seams(words: Words, first: int = 0) -> list[Seam]:
    """Judge the place before each word, from the word with the number `first` on."""
    found: list[Seam] = []
    for number in range(first, len(words)):
        word = words[number]
        if word.gap is Gap.LINE:
            found.append(_at_line_end(words, number))
        elif word.gap is Gap.CELL:
            found.append(Seam.CLAUSE)
        elif word.gap is Gap.GLUED:
            found.append(Seam.INSIDE)
        else:
            found.append(_between(words, number))
    return found


def windows(each: Iterator[Word], words: list[Word], at_once: int = 2_000) -> Iterator[tuple[int, int]]:
    """Give the windows of a text as `cut` does, each as soon as it is sure where it ends.

    So the first windows of a long text are being read while the rest is still parted into words.

    Args:
        each: the words of the text, one after the other.
        words: empty; they are put into it, so far as windows of them were given.
        at_once: words that are taken before windows are cut.
    """
    start = 0
    while more := tuple(islice(each, at_once)):
        words += more
        found = cut([len(word.pieces) for word in words[start:]], seams(words, start))
        # With more words the last one may end elsewhere.
        sure = found[:-1] if len(more) == at_once else found
        yield from ((start + low, start + high) for low, high in sure)
        start += sure[-1][1] if sure else 0
    if start < len(words):
        yield start, len(words)


def cut(sizes: list[int], places: list[Seam], limit: int = LONGEST) -> list[tuple[int, int]]:
    """Cut words into windows.

    Args:
        sizes: the number of pieces of each word.
        places: how good the place before each word is.
        limit: the most pieces in a window; one word that is longer is a window by itself.

    Returns: half-open ranges of words, one behind the other, none empty; nothing for no words.
    """
    totals = [0, *accumulate(sizes)]
    found: list[tuple[int, int]] = []
    start = 0
    while start < len(sizes):
        end = start + 1
        while end < len(sizes) and totals[end + 1] - totals[start] <= limit:
            end += 1
        if end < len(sizes):
            end = _best(totals, places, start, end)
        found.append((start, end))
        start = end
    return found


def _best(totals: list[int], places: list[Seam], start: int, end: int) -> int:
    """Choose the last of the best places in the second half; before it only for the end of a sentence."""
    half = (totals[start] + totals[end]) / 2
    found, rank = end, places[end]
    for place in range(end - 1, start, -1):
        if totals[place] < half and rank >= Seam.SENTENCE:
            break
        if places[place] > rank and (totals[place] >= half or places[place] >= Seam.SENTENCE):
            found, rank = place, places[place]
    return found


def _at_line_end(words: Words, number: int) -> Seam:
    """A text of fixed width breaks its lines inside sentences, and inside names."""
    if number == 0 or words[number - 1].shape is Shape.STOP:
        return Seam.LINE
    return Seam.CLAUSE if words[number].shape is Shape.LOWER else Seam.SENTENCE


def _between(words: Words, number: int) -> Seam:
    before = number - 1
    while before > 0 and words[before].shape in _CLOSING and words[before].gap is Gap.GLUED:
        before -= 1
    if words[before].shape is Shape.STOP:
        # "Mr. Vesey", "K. Brandreth": no sentence ends behind a short word with a capital.
        short = before > 0 and words[before].gap is Gap.GLUED and _is_short(words, before - 1)
        return Seam.WORD if short or words[number].shape is Shape.LOWER else Seam.SENTENCE
    return Seam.CLAUSE if words[number - 1].shape is Shape.COMMA_OR_COLON else Seam.WORD


def _is_short(words: Words, number: int) -> bool:
    word = words[number]
    if word.shape is Shape.CAPITAL:
        return True
    return word.shape is Shape.TITLE and word.end - word.start <= 3
