"""Pictures: all that the documents of a call tell of one person, and of the family as a whole.

What is told of the household counts with the child whom the review is about too: whoever knows the family
knows the child. In the picture of the family everything stands that is told of any of its members, since
each of them leads to the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from redact.judge.jigsaw.weighing import after, combinations_of, weigh
from redact.values.jigsaw import Exactness, Fact, FactKind, JigsawTable, Picture, Side, Whom
from redact.values.people import Label, Standing
from redact.values.rules import Audience
from redact.values.text import Document

if TYPE_CHECKING:
    from redact.judge.bundle import Bundle

__all__ = ["FAMILY", "HOUSEHOLD", "in_reading_order", "names_of", "pictures_of"]

FAMILY = "family"  # the key of the household, and of the picture of all its members
_THE_FAMILY = Whom(FAMILY, "the family", Side.FAMILY)
HOUSEHOLD = frozenset({Side.CHILD, Side.SIBLING, Side.FAMILY})


def pictures_of(facts: Sequence[Fact], table: JigsawTable, audience: Audience) -> tuple[Picture, ...]:
    """Make the picture of each person of whom a fact is told, and of the family; the heaviest first.

    Args:
        facts: in reading order.
    """
    by: dict[str, list[Fact]] = defaultdict(list)
    whoms: dict[str, Whom] = {}
    for fact in facts:
        by[fact.whom.key].append(fact)
        whoms.setdefault(fact.whom.key, fact.whom)
    household = [fact for fact in facts if fact.whom.side in HOUSEHOLD]
    if household:
        whoms[FAMILY] = _THE_FAMILY
    made = [_picture(whom, _told_of(whom, by, facts), table, audience) for whom in whoms.values()]
    return tuple(sorted(made, key=lambda one: (-one.weight, one.whom.key)))


def names_of(bundle: Bundle, whoms: Mapping[str, Whom], documents: Iterable[Document]) -> tuple[Fact, ...]:
    """Give the names of people that still stand in documents: a whole name is exact, a part of it near.

    Args:
        whoms: by the id of an entity, whom it is; others are somebody.
    """
    inside = {passage.id: document.id for document in documents for passage in document.passages}
    found = []
    for entity in bundle.resolution.entities:
        if entity.label is not Label.PERSON:
            continue
        whom = whoms.get(entity.id) or Whom(entity.id, entity.mask, Side.SOMEBODY)
        whole = any(len(name.split()) > 1 for name in entity.names)
        exactness = Exactness.EXACT if whole else Exactness.NEAR
        for mention in entity.mentions:
            if mention.standing is Standing.PARTICIPANT and mention.span.passage in inside:
                document = inside[mention.span.passage]
                found.append(
                    Fact(FactKind.NAME, exactness, whom, document, mention.span, entity.id, "a name is there")
                )
    return tuple(found)


def in_reading_order(facts: Iterable[Fact], documents: Sequence[Document]) -> tuple[Fact, ...]:
    """Sort facts by where they stand: document by document in the order of the call."""
    order = {
        passage.id: (number, place)
        for number, document in enumerate(documents)
        for place, passage in enumerate(document.passages)
    }
    return tuple(
        sorted(
            facts,
            key=lambda one: (
                order[one.span.passage], one.span.start, one.span.end, one.kind.value, one.whom.key,
            ),
        )
    )  # fmt: skip


def _told_of(whom: Whom, by: Mapping[str, list[Fact]], facts: Sequence[Fact]) -> tuple[Fact, ...]:
    if whom.key == FAMILY:
        return tuple(fact for fact in facts if fact.whom.side in HOUSEHOLD)
    if whom.side is Side.CHILD:
        return tuple(fact for fact in facts if fact.whom.key in (whom.key, FAMILY))
    return tuple(by[whom.key])


def _picture(whom: Whom, facts: tuple[Fact, ...], table: JigsawTable, audience: Audience) -> Picture:
    return Picture(
        whom,
        facts,
        weigh(facts, table),
        combinations_of(facts, table),
        MappingProxyType(after(facts, table, audience)),
    )
