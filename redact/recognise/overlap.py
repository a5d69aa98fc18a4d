"""What becomes of mentions that overlap.

1. The same stretch, the same label: the higher score stays, of equals the earlier recogniser.
2. The same stretch, different labels: the higher score stays, of equals the earlier recogniser. A label in
   use (Child K, SW1) that is likely counts as sure: only what is surer still takes its place, and letters
   of somebody known ("Ms KH").
3. One inside the other: the longer stays if it is at least likely (0.6) or as strong as the shorter one;
   else both stay, and so do somebody's letters in a label in use ("GP KH"). Of the same label the longer
   always stays, with the higher of both scores and its own standing; one that stands otherwise than as a
   participant swallows none whom a form or a word of kinship shows.
4. The same stretch, the same label, but different standings: the one that is no participant's stays, for
   it was decided from the position; the score is the higher one.
5. Partly overlapping: both stay. Dropping either would lose characters that nobody else claims.

So whatever a dropped mention covered is covered by one that stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from redact.recognise.labelled_letters import OF_A_LABEL
from redact.values.people import Label, Mention, Standing

__all__ = ["Settled", "settle"]

_LIKELY = 0.6
# What these say of a name makes it a participant's, whatever its position.
_OF_THE_CASE = frozenset({"fields", "kinship"})
# Below what a checksum, a field or a title makes sure; somebody's letters above the label that they are.
_IN_USE, _LETTERS_IN_USE = 0.84, 0.845


def settle(mentions: Iterable[Mention], order: Mapping[str, int]) -> list[Mention]:
    """Settle overlaps, passage by passage.

    Args:
        order: the rank of each recogniser's name; lower wins a tie.

    Returns: the mentions that stay, sorted by start within each passage, passages in the order in which
    they first appear.
    """
    return Settled(order).add(mentions)


class Settled:
    """Mentions that are settled as `settle` does, and again whenever more are found.

    A passage in which nothing overlaps is looked at again only when something is found there: that says the
    same as settling all of them, at a tenth of the cost.
    """

    def __init__(self, order: Mapping[str, int]) -> None:
        self._order = order
        self._by_passage: dict[str, list[Mention]] = {}
        self._overlapping: set[str] = set()

    def add(self, mentions: Iterable[Mention]) -> list[Mention]:
        """Settle what is here with these mentions; gives all that stay, as `settle` does."""
        touched = dict.fromkeys(self._overlapping)
        for each in mentions:
            passage = each.span.passage
            touched[passage] = None
            self._by_passage.setdefault(passage, []).append(each)
        for passage in touched:
            group = sorted(self._by_passage[passage], key=lambda found: found.span.start)
            if all(before.span.end <= each.span.start for before, each in pairwise(group)):
                self._overlapping.discard(passage)  # nothing overlaps, as in nearly every passage
            else:
                self._overlapping.add(passage)
                group = _settle_passage(group, self._order)
            self._by_passage[passage] = group
        return [each for group in self._by_passage.values() for each in group]


def _settle_passage(group: list[Mention], order: Mapping[str, int]) -> list[Mention]:
    """Settle one passage: longest first, so that each mention meets what could swallow it."""
    best: dict[tuple[int, int], Mention] = {}
    for each in sorted(group, key=lambda found: _rank(found, order)):
        place = (each.span.start, each.span.end)
        first = best.setdefault(place, each)
        if first.label is each.label and not _stands(first) and _stands(each):
            best[place] = replace(first, standing=each.standing)
    kept: list[Mention] = []
    # In order of start, longer first: all that could contain a mention, and still reaches it, is open.
    open_: list[int] = []
    for each in sorted(best.values(), key=lambda found: (found.span.start, -found.span.end)):
        open_ = [at for at in open_ if kept[at].span.end > each.span.start]
        swallower = next((at for at in open_ if _swallows(kept[at], each)), None)
        if swallower is None:
            open_.append(len(kept))
            kept.append(each)
        elif kept[swallower].label is each.label and kept[swallower].score < each.score:
            kept[swallower] = replace(kept[swallower], score=each.score)
    return kept


def _swallows(longer: Mention, shorter: Mention) -> bool:
    if not longer.span.contains(shorter.span) or shorter.evidence.pattern == OF_A_LABEL:
        return False
    if _stands(longer) and not _stands(shorter) and shorter.evidence.recogniser in _OF_THE_CASE:
        return False
    return longer.label is shorter.label or longer.score >= min(_LIKELY, shorter.score)


def _stands(mention: Mention) -> bool:
    """Tell whether a name stands otherwise than as a participant's."""
    return mention.standing is not Standing.PARTICIPANT


def _rank(found: Mention, order: Mapping[str, int]) -> tuple[float, int, str, str, float]:
    place = order.get(found.evidence.recogniser, len(order))
    in_use = found.label is Label.PSEUDONYM and found.score >= _LIKELY
    least = _LETTERS_IN_USE if found.evidence.pattern == OF_A_LABEL else _IN_USE if in_use else 0.0
    strength = max(found.score, least)
    return -strength, place, found.label.value, found.standing.value, -found.score
