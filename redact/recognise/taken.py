"""What mentions have claimed already, asked for place by place at little cost however many there are."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from redact.recognise.claims import mention
from redact.recognise.readings import Reading
from redact.values.people import Evidence, Label, Mention

__all__ = ["Place", "Taken", "people_where_free", "taken_by"]

Place = tuple[Reading, int, int]  # half-open code points of a reading's text


@dataclass(frozen=True, slots=True)
class Taken:
    """The stretches of each passage that mentions cover: starts and ends, both rising, none overlapping."""

    stretches: Mapping[str, tuple[Sequence[int], Sequence[int]]] = field(repr=False)

    def touches(self, passage: str, start: int, end: int) -> bool:
        """Tell whether any of the half-open code points of the passage is covered."""
        starts, ends = self.stretches.get(passage, ((), ()))
        at = bisect_right(ends, start)
        return at < len(starts) and starts[at] < end

    def holds(self, passage: str, start: int, end: int) -> bool:
        """Tell whether all of the half-open code points of the passage are covered by one stretch."""
        starts, ends = self.stretches.get(passage, ((), ()))
        at = bisect_right(starts, start) - 1
        return at >= 0 and ends[at] >= end


def taken_by(mentions: Iterable[Mention]) -> Taken:
    """Join what the mentions cover, passage by passage; mentions that overlap make one stretch."""
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for span in (each.span for each in mentions):
        spans[span.passage].append((span.start, span.end))
    found: dict[str, tuple[Sequence[int], Sequence[int]]] = {}
    for passage, every in spans.items():
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted(every):
            if ends and start < ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        found[passage] = starts, ends
    return Taken(found)


def people_where_free(
    places: Iterable[Place], taken: Taken, score: float, evidence: Evidence
) -> Iterator[Mention]:
    """Claim somebody at each place that no mention touches, in the order of the places."""
    for reading, start, end in places:
        made = mention(reading, start, end, Label.PERSON, score, evidence)
        if made is not None and not taken.touches(made.span.passage, made.span.start, made.span.end):
            yield made
