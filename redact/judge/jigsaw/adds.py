"""What one document of a call tells of somebody that no other does, and what that adds to the picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redact.judge.jigsaw.weighing import things_of, weigh
from redact.values.jigsaw import Adds, Exactness, Fact, FactKind, JigsawTable, Picture

__all__ = ["adds_of", "told_only_by"]

_RANK = {Exactness.EXACT: 0, Exactness.NEAR: 1, Exactness.BROAD: 2}


def adds_of(pictures: Sequence[Picture], table: JigsawTable, documents: Sequence[str]) -> tuple[Adds, ...]:
    """Say for each picture what each document alone tells; with one document there is nothing to say.

    Args:
        documents: their ids, in the order of the call.
    """
    if len(documents) < 2:
        return ()
    return tuple(one for picture in pictures for one in _adds(picture, table, documents))


def told_only_by(facts: Sequence[Fact], others: Sequence[Fact]) -> tuple[Fact, ...]:
    """Choose the facts that others do not tell, or not as exactly."""
    known = things_of(others)
    return tuple(
        fact
        for fact in facts
        for told in [known.get(fact.same or f"a {fact.kind.value}", {}).get(fact.kind)]
        if told is None or _RANK[fact.exactness] < _RANK[told]
    )


def _adds(picture: Picture, table: JigsawTable, documents: Sequence[str]) -> Iterator[Adds]:
    for document in documents:
        own = [fact for fact in picture.facts if fact.document == document]
        others = [fact for fact in picture.facts if fact.document != document]
        only = {fact.kind for fact in told_only_by(own, others)}
        if only:
            kinds = tuple(kind for kind in FactKind if kind in only)
            yield Adds(picture.whom.key, document, kinds, picture.weight - weigh(others, table))
