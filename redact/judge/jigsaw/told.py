"""What is told in a sentence before it is known of whom: a kind, how exactly, and where."""

from __future__ import annotations

from dataclasses import dataclass, field

from redact.values.jigsaw import Exactness, FactKind

__all__ = ["Told", "without_doubles"]

_RANK = {Exactness.EXACT: 2, Exactness.NEAR: 1, Exactness.BROAD: 0}


@dataclass(frozen=True, slots=True)
class Told:
    """One thing told; `start` and `end` are half-open code points of the passage. `same` is as in `Fact`."""

    kind: FactKind
    exactness: Exactness
    start: int
    end: int
    same: str = field(repr=False)
    because: str
    found: bool = False  # by a recogniser, which looked at more than words


def without_doubles(told: list[Told]) -> list[Told]:
    """Leave out what overlaps something of its own kind that is told more exactly, or at more length."""
    kept: dict[FactKind, list[Told]] = {}
    for one in sorted(told, key=_first):
        beside = kept.setdefault(one.kind, [])
        if not any(one.start < other.end and other.start < one.end for other in beside):
            beside.append(one)
    return sorted((one for each in kept.values() for one in each), key=lambda one: (one.start, one.end))


def _first(told: Told) -> tuple[int, bool, int, int]:
    return -_RANK[told.exactness], not told.found, told.start - told.end, told.start
