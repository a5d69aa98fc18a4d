"""A text with marked stretches, and changes of its letters that keep the marks where they belong."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Generic, TypeVar

__all__ = ["Edit", "Stretch", "Written", "edited"]

What = TypeVar("What", covariant=True)
Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Stretch(Generic[What]):
    """Half-open code points of a text, and what stands there."""

    start: int
    end: int
    what: What = field(repr=False)


@dataclass(frozen=True, slots=True)
class Edit:
    """`old` letters from `start` on become `new`."""

    start: int
    old: int
    new: str


@dataclass(frozen=True, slots=True)
class Written:
    """A text and its stretches, in the order in which they were written."""

    text: str = field(repr=False)
    stretches: tuple[Stretch[object], ...] = field(repr=False)

    def of(self, kind: type[Kind]) -> list[Stretch[Kind]]:
        """Give the stretches of one kind, in order of their starts."""
        found = [Stretch(s.start, s.end, s.what) for s in self.stretches if isinstance(s.what, kind)]
        return sorted(found, key=lambda stretch: (stretch.start, stretch.end))


def edited(written: Written, edits: Iterable[Edit]) -> Written:
    """Change letters. An edit lies within a stretch or outside of it, never across one of its ends.

    Raises:
        ValueError: two edits overlap.
    """
    ordered = sorted(edits, key=lambda edit: (edit.start, edit.old))
    if any(first.start + first.old > after.start for first, after in pairwise(ordered)):
        raise ValueError("two edits overlap")
    pieces: list[str] = []
    at = 0
    for edit in ordered:
        pieces += [written.text[at : edit.start], edit.new]
        at = edit.start + edit.old
    pieces.append(written.text[at:])
    starts = [edit.start for edit in ordered]
    ends = [edit.start + edit.old for edit in ordered]
    grown = [0, *accumulate(len(edit.new) - edit.old for edit in ordered)]
    stretches = (
        # What is put in at a start stands before the stretch, what is put in at an end behind it.
        Stretch(
            stretch.start + grown[bisect_right(ends, stretch.start)],
            stretch.end + grown[bisect_left(starts, stretch.end)],
            stretch.what,
        )
        for stretch in written.stretches
    )
    return Written("".join(pieces), tuple(stretches))
