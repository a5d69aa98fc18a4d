"""What has moved between two resolutions: a document more never moves a mention in silence."""

from __future__ import annotations

from collections import Counter

from redact.values.people import Mention, Resolution
from redact.values.persons import Move

__all__ = ["changes"]


def changes(before: Resolution, after: Resolution) -> tuple[Move, ...]:
    """Give each mention of both resolutions that stands elsewhere in the second one, in its order there.

    An entity of the first is held to be that one of the second which has most of its mentions, and no two are
    held to be the same. So of two persons who have become one the smaller has moved, of one who was split
    the smaller part. Mentions that only one of the two has are no moves.
    """
    was, now = _whose(before), _whose(after)
    both = [mention for mention in now if mention in was]
    same = _same(Counter((was[mention], now[mention]) for mention in both), before, after)
    return tuple(
        Move(mention, was[mention], now[mention])
        for mention in both
        if (same.get(was[mention]) if was[mention] else "") != now[mention]
    )


def _whose(resolution: Resolution) -> dict[Mention, str]:
    found = {mention: entity.id for entity in resolution.entities for mention in entity.mentions}
    return found | dict.fromkeys(resolution.unresolved, "")


def _same(shared: Counter[tuple[str, str]], before: Resolution, after: Resolution) -> dict[str, str]:
    """Say which entity of the second resolution is which of the first: that with most mentions in common."""
    earlier = {entity.id: number for number, entity in enumerate(before.entities)}
    later = {entity.id: number for number, entity in enumerate(after.entities)}
    pairs = sorted(
        (pair for pair in shared if all(pair)),
        key=lambda pair: (-shared[pair], earlier[pair[0]], later[pair[1]]),
    )
    found: dict[str, str] = {}
    taken: set[str] = set()
    for was, now in pairs:
        if was not in found and now not in taken:
            found[was] = now
            taken.add(now)
    return found
