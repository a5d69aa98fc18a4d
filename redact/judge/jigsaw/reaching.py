"""Whose pictures are asked about, and whose are noted: one question for a family, one for anybody else.

A family is asked about where what is told of the household or of one of its members leads there, or where
its members make a combination that none of them makes alone. The question is about all that is told of the
family, since whoever finds one has found the others; the members that lead to it are noted beside it, each by
themselves. Where nobody is asked about and all of it together is much, that is noted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from redact.judge.jigsaw.pictures import FAMILY, HOUSEHOLD
from redact.judge.jigsaw.weighing import combinations_of, weigh
from redact.values.jigsaw import Fact, FactKind, JigsawTable, Picture, Reach

__all__ = ["Reached", "reached"]


@dataclass(frozen=True, slots=True)
class Reached:
    """A picture that reaches a threshold: with the facts that count for it, and what they weigh."""

    picture: Picture
    facts: tuple[Fact, ...]
    weight: int
    reach: Reach

    @property
    def own(self) -> tuple[Fact, ...]:
        """Give the facts that are told of nobody else."""
        return tuple(fact for fact in self.facts if fact.whom.key == self.picture.whom.key)


def reached(
    pictures: Sequence[Picture], table: JigsawTable, without: Collection[FactKind] = ()
) -> tuple[Reached, ...]:
    """Choose the pictures that are asked about or noted, in their order.

    Args:
        without: kinds that rules of their own judge; they do not count.
    """
    seen = [_seen(picture, table, without) for picture in pictures]
    family = next((one for one in seen if one.picture.whom.key == FAMILY), None)
    members = [one for one in seen if one.picture.whom.side in HOUSEHOLD and one is not family]
    chosen = [one for one in seen if one.picture.whom.side not in HOUSEHOLD and one.weight >= table.notes]
    if family is not None:
        chosen += _of_family(family, members, table)
    order = {picture.whom.key: at for at, picture in enumerate(pictures)}
    return tuple(sorted(chosen, key=lambda one: order[one.picture.whom.key]))


def _seen(picture: Picture, table: JigsawTable, without: Collection[FactKind]) -> Reached:
    facts = tuple(fact for fact in picture.facts if fact.kind not in without)
    weight = weigh(facts, table)
    return Reached(picture, facts, weight, Reach.ASKS if weight >= table.asks else Reach.NOTES)


def _of_family(family: Reached, members: Sequence[Reached], table: JigsawTable) -> Iterator[Reached]:
    asked: Reached | None = None
    if family.reach is Reach.ASKS and (not members or _leads(family, members, table)):
        # Where everything is told of one of them, it is that one's question.
        whole = set(family.facts)
        asked = next((one for one in members if whole <= set(one.facts)), family)
        yield asked
    noted = [one for one in members if one is not asked and one.weight >= table.notes]
    for one in noted:
        yield Reached(one.picture, one.facts, one.weight, Reach.NOTES)
    if asked is None and not noted and family.weight >= table.notes:
        yield Reached(family.picture, family.facts, family.weight, Reach.NOTES)


def _leads(family: Reached, members: Sequence[Reached], table: JigsawTable) -> bool:
    if any(one.reach is Reach.ASKS for one in members) or weigh(family.own, table) >= table.asks:
        return True
    alone = {id_ for one in members for id_ in combinations_of(one.facts, table)}
    alone.update(combinations_of(family.own, table))
    return not alone.issuperset(combinations_of(family.facts, table))
