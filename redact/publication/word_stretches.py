"""The stretches in which two rows of words are not the same: each a half-open range of both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

__all__ = ["Hole", "holes_of"]

_NEAR = 3  # words: two stretches as near as this are looked at together
_LARGEST_TOGETHER = 4_000  # pairs of places


@dataclass(frozen=True, slots=True)
class Hole:
    """A stretch of each side, half-open indices into its words."""

    start: int
    end: int
    begin: int
    stop: int


def holes_of(match: Sequence[int], others: int) -> list[Hole]:
    """Give the stretches between what is the same, with a few words on each side that are.

    Which of two like signs is the one that was set in, only their neighbours tell. Stretches that are near
    each other and small are given as one.

    Args:
        match: for each word of the Word file the index of the same word, rising; -1 where there is none.
        others: how many words are published.
    """
    found: list[Hole] = []
    for hole in _bare_holes(match, others):
        before = found[-1] if found else Hole(0, 0, 0, 0)
        wide = _widened(hole, match, others, before)
        if found and _together(before, wide):
            found[-1] = Hole(before.start, wide.end, before.begin, wide.stop)
        else:
            found.append(wide)
    return found


def _bare_holes(match: Sequence[int], others: int) -> Iterator[Hole]:
    here, there = 0, 0
    same = [(index, place) for index, place in enumerate(match) if place >= 0]
    for index, place in (*same, (len(match), others)):
        if index > here or place > there:
            yield Hole(here, index, there, place)
        here, there = index + 1, place + 1


def _widened(hole: Hole, match: Sequence[int], others: int, before: Hole) -> Hole:
    """Add the neighbours that are the same, as far as they touch it, and not those of the hole before."""
    start, begin = hole.start, hole.begin
    while start > max(before.end, hole.start - _NEAR) and begin and match[start - 1] == begin - 1:
        start, begin = start - 1, begin - 1
    end, stop = hole.end, hole.stop
    while end < min(len(match), hole.end + _NEAR) and stop < others and match[end] == stop:
        end, stop = end + 1, stop + 1
    return Hole(start, end, begin, stop)


def _together(before: Hole, hole: Hole) -> bool:
    size = (hole.end - before.start + 1) * (hole.stop - before.begin + 1)
    touches = hole.start <= before.end and hole.begin <= before.stop
    return touches and size <= _LARGEST_TOGETHER
