"""Two rows of words → which word of the one is which of the other, in one order.

Rare stretches that stand in both are found first, and what lies between two of them is compared by itself:
so 30,000 words take a second, and a chapter that was moved does not drag the rest along. What lies between is
the longest common row of rapidfuzz.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from rapidfuzz.distance import Indel

__all__ = ["aligned"]

_STRETCH = 4  # words that make a stretch rare
_LARGEST = 400_000_000  # pairs of words that are compared at once: 50 MB


def aligned(one: Sequence[str], other: Sequence[str]) -> list[int]:
    """Give for each word of `one` the index of its word in `other`, rising; -1 where it has none."""
    numbers: dict[str, int] = {}
    first = [numbers.setdefault(word, len(numbers)) for word in one]
    second = [numbers.setdefault(word, len(numbers)) for word in other]
    found = [-1] * len(first)
    at, there = 0, 0
    for begin, begin_other in (*_anchors(first, second), (len(first), len(second))):
        _between(first, second, (at, begin), (there, begin_other), found)
        if begin < len(first) and begin_other < len(second):
            found[begin] = begin_other
        at, there = begin + 1, begin_other + 1
    return found


def _between(
    one: Sequence[int], other: Sequence[int], here: tuple[int, int], there: tuple[int, int], found: list[int]
) -> None:
    """Compare two stretches, half-open, and note what is the same."""
    (start, end), (begin, stop) = here, there
    while start < end and begin < stop and one[start] == other[begin]:
        found[start] = begin
        start, begin = start + 1, begin + 1
    while start < end and begin < stop and one[end - 1] == other[stop - 1]:
        end, stop = end - 1, stop - 1
        found[end] = stop
    if start == end or begin == stop:
        return
    if (end - start) * (stop - begin) > _LARGEST:  # nothing rare in common: they are two texts
        return
    for step in Indel.opcodes(one[start:end], other[begin:stop]):
        if step.tag == "equal":
            for offset in range(step.src_end - step.src_start):
                found[start + step.src_start + offset] = begin + step.dest_start + offset


def _anchors(one: Sequence[int], other: Sequence[int]) -> list[tuple[int, int]]:
    """Find the beginnings of stretches that stand once in each row, as many as rise in both."""
    here, there = _once(one), _once(other)
    pairs = sorted((at, there[stretch]) for stretch, at in here.items() if stretch in there)
    return _rising(pairs)


def _once(row: Sequence[int]) -> Mapping[tuple[int, ...], int]:
    found: dict[tuple[int, ...], int] = {}
    for at in range(len(row) - _STRETCH + 1):
        stretch = tuple(row[at : at + _STRETCH])
        found[stretch] = -1 if stretch in found else at
    return {stretch: at for stretch, at in found.items() if at >= 0}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the longest row of pairs in which the second rises with the first."""
    ends: list[int] = []  # the least end of a row of each length
    which: list[int] = []
    before: list[int] = []
    for number, (_, value) in enumerate(pairs):
        length = bisect_left(ends, value)
        before.append(which[length - 1] if length else -1)
        if length == len(ends):
            ends.append(value)
            which.append(number)
        else:
            ends[length] = value
            which[length] = number
    row: list[tuple[int, int]] = []
    at = which[-1] if which else -1
    while at >= 0:
        row.append(pairs[at])
        at = before[at]
    return row[::-1]
