"""What facts of one person weigh together: each thing told once, at its most exact, wherever it stands.

The order of the facts and how they are spread over sentences, pages and documents make no difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from redact.values.jigsaw import Exactness, Fact, FactKind, Instead, JigsawTable
from redact.values.rules import Audience

__all__ = ["Things", "after", "combinations_of", "things_of", "weigh"]

_FURTHER = 3  # things of one kind that count beside the heaviest
_RANK = {Exactness.EXACT: 0, Exactness.NEAR: 1, Exactness.BROAD: 2}
_PLACE = {kind: number for number, kind in enumerate(FactKind)}
_DAYS = (FactKind.DATE, FactKind.BIRTH)
_DAY, _MONTH = 10, 7  # characters of 2009-03-14 and of 2009-03

# Each thing told, by its `same`: of which kinds it is, and how exactly it is told of each.
Things = Mapping[str, Mapping[FactKind, Exactness]]


def weigh(facts: Iterable[Fact], table: JigsawTable) -> int:
    """Give what facts of one person weigh together, what is added for their combinations included."""
    things = things_of(facts)
    adds = {one.id: one.adds for one in table.combinations}
    return _weight_of(things, table) + sum(adds[id_] for id_ in _joined(things, table))


def combinations_of(facts: Iterable[Fact], table: JigsawTable) -> tuple[str, ...]:
    """Give the ids of the combinations that facts of one person make, in the order of the table.

    A fact that is told broadly joins none, and one of them must be told exactly: few of few are still many.
    """
    return _joined(things_of(facts), table)


def after(facts: Iterable[Fact], table: JigsawTable, audience: Audience) -> Mapping[FactKind, int]:
    """Give by kind what is left when what is suggested instead is written for all facts of that kind.

    The weight as it is, where nothing is suggested for the audience.
    """
    # Where a thing is told makes no difference: hundreds of places tell some dozens of things.
    told = {(fact.kind, fact.exactness, fact.same): fact for fact in facts}.values()
    kinds = {fact.kind for fact in told}
    now = weigh(told, table)
    left: dict[FactKind, int] = {}
    for kind in (one for one in FactKind if one in kinds):
        instead = table.substitute(kind, audience)
        if instead is None:
            left[kind] = now
        else:
            written = (fact for one in told for fact in _written(one, kind, instead))
            left[kind] = min(now, weigh(written, table))
    return left


def things_of(facts: Iterable[Fact]) -> Things:
    """Group facts of one person by the things that they tell, each kind at its most exact."""
    found: dict[str, dict[FactKind, Exactness]] = {}
    for fact in facts:
        kinds = found.setdefault(fact.same or f"a {fact.kind.value}", {})
        before = kinds.get(fact.kind)
        if before is None or _RANK[fact.exactness] < _RANK[before]:
            kinds[fact.kind] = fact.exactness
    return found


def _weight_of(things: Things, table: JigsawTable) -> int:
    """Count each thing under one of its kinds, and of each kind the heaviest wholly, further ones a little.

    A thing of two kinds (nine years in prison: the sentence, and a time in prison) counts under the heavier
    of them that is not taken by a heavier thing.
    """
    told_by_days = {
        same[:_MONTH]
        for same, kinds in things.items()
        if len(same) == _DAY and any(kinds.get(kind) is Exactness.EXACT for kind in _DAYS)
    }
    pairs = sorted(
        (-table.weights[kind].of(exactness), _PLACE[kind], same, kind)
        for same, kinds in things.items()
        for kind, exactness in kinds.items()
        if not (kind is FactKind.MONTH and same in told_by_days)
    )
    total = 0
    first: dict[FactKind, str] = {}
    counted: set[str] = set()
    for minus, _, same, kind in pairs:
        if same not in counted and kind not in first:
            first[kind] = same
            counted.add(same)
            total -= minus
    return total + sum(_further(things, counted, table).values())


def _further(things: Things, counted: set[str], table: JigsawTable) -> Mapping[FactKind, int]:
    """Give by kind what the things add that are not the heaviest of any kind."""
    number: dict[FactKind, int] = {}
    for same, kinds in things.items():
        if same in counted:
            continue
        told = [kind for kind, exactness in kinds.items() if exactness is not Exactness.BROAD]
        if told:
            kind = max(told, key=lambda one: (table.weights[one].further, -_PLACE[one]))
            number[kind] = number.get(kind, 0) + 1
    return {kind: min(count, _FURTHER) * table.weights[kind].further for kind, count in number.items()}


def _joined(things: Things, table: JigsawTable) -> tuple[str, ...]:
    told: set[FactKind] = set()
    exact: set[FactKind] = set()
    for kinds in things.values():
        for kind, exactness in kinds.items():
            if exactness is not Exactness.BROAD:
                told.add(kind)
            if exactness is Exactness.EXACT:
                exact.add(kind)
    return tuple(
        one.id
        for one in table.combinations
        if told.issuperset(one.all_of)
        and (not one.any_of or not told.isdisjoint(one.any_of))
        and not exact.isdisjoint((*one.all_of, *one.any_of))
    )


def _written(fact: Fact, kind: FactKind, instead: Instead) -> Iterator[Fact]:
    """Give what a fact tells when the substitute stands for it: less exactly, or nothing."""
    if fact.kind is not kind:
        yield fact
    elif instead.left is not None:
        least = max(fact.exactness, instead.left, key=_RANK.__getitem__)
        yield replace(fact, exactness=least)
        if kind is FactKind.DATE and fact.exactness is Exactness.EXACT and len(fact.same) == _DAY:
            # A day becomes its month, which tells something too.
            yield replace(fact, kind=FactKind.MONTH, exactness=Exactness.NEAR, same=fact.same[:_MONTH])
