"""Our own words for kinds of fact, how exactly they are told, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable

from redact.judge.jigsaw.weighing import after, weigh
from redact.values.jigsaw import Exactness, Fact, FactKind, JigsawTable
from redact.values.rules import Audience

__all__ = ["instead_of", "listed", "told_kinds", "words_of_kind"]

_RANK = {Exactness.EXACT: 0, Exactness.NEAR: 1, Exactness.BROAD: 2}
_HOW = {Exactness.EXACT: " (exact)", Exactness.NEAR: "", Exactness.BROAD: " (broad)"}


def words_of_kind(kind: FactKind) -> str:
    """Give what a kind of fact is called in reports."""
    return kind.words


def listed(words: Iterable[str]) -> str:
    """Join words: "a, b and c"."""
    every = list(words)
    return " and ".join([", ".join(every[:-1]), every[-1]] if len(every) > 1 else every)


def told_kinds(facts: Iterable[Fact]) -> str:
    """Name the kinds of facts, each once at its most exact, in the order of the kinds."""
    best: dict[FactKind, Exactness] = {}
    for fact in facts:
        before = best.get(fact.kind, fact.exactness)
        best[fact.kind] = min(before, fact.exactness, key=_RANK.__getitem__)
    return listed(words_of_kind(kind) + _HOW[best[kind]] for kind in FactKind if kind in best)


def instead_of(facts: Iterable[Fact], table: JigsawTable, audience: Audience) -> str:
    """Say by kind what to write instead, first where it takes away most; empty where nothing is suggested."""
    told = tuple(facts)
    now = weigh(told, table)
    left = after(told, table, audience)
    said = [
        f"{words_of_kind(kind)}: {instead.words}"
        for kind in sorted(left, key=left.__getitem__)
        for instead in [table.substitute(kind, audience)]
        if instead is not None and left[kind] < now
    ]
    return f"Instead, by what it takes away: {'; '.join(said)}." if said else ""
