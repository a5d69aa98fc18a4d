"""Which editions a rule holds in: those that it names, and those that take it over.

A rule of a board is taken over only by editions whose text that board's procedure carries: a procedure of
2010 says nothing of what a review of 2020 owes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from redact.rulebook.faults import Faults, quoted, suggestion
from redact.rulebook.packs import Shelf
from redact.rulebook.readers import Mapped
from redact.values.packs import Board, Pack
from redact.values.rules import Edition, Rule

__all__ = ["Held", "expanded"]


@dataclass(frozen=True, slots=True)
class Held:
    """One rule, with the file that it came from and the lines of its keys."""

    rule: Rule
    path: str
    keys: Mapped


def expanded(held: Mapping[str, Held], shelves: Sequence[Shelf], faults: Faults) -> Mapping[str, Rule]:
    """Give each rule all editions in which it holds, and check what it names.

    Args:
        held: the rules by their ids.
        shelves: the editions and boards.
    """
    packs = {shelf.holds.edition: shelf.holds for shelf in shelves if isinstance(shelf.holds, Pack)}
    boards = {shelf.holds.id: shelf.holds for shelf in shelves if isinstance(shelf.holds, Board)}
    _check_chains(shelves, packs, faults)
    for one in held.values():
        _check_names(one, "board", one.rule.board, tuple(boards), faults)
        _check_names(one, "replaces", one.rule.replaces, tuple(held), faults)
    _check_drops(held, shelves, packs, faults)
    return {id_: _wider(one.rule, packs, boards) for id_, one in held.items()}


def _wider(rule: Rule, packs: Mapping[Edition, Pack], boards: Mapping[str, Board]) -> Rule:
    if not rule.edition:
        return rule
    own = {edition for board in rule.board if board in boards for edition in boards[board].editions}
    taken = {
        edition
        for edition, pack in packs.items()
        if edition in rule.edition or (_takes_over(pack, rule, packs) and (not rule.board or edition in own))
    }
    every = taken | set(rule.edition)
    return replace(rule, edition=tuple(edition for edition in Edition if edition in every))


def _takes_over(pack: Pack, rule: Rule, packs: Mapping[Edition, Pack]) -> bool:
    for ancestor in _line(pack, packs):
        if ancestor.edition in rule.edition:
            return True
        if rule.id in ancestor.drops:
            return False
    return False


def _line(pack: Pack, packs: Mapping[Edition, Pack]) -> Iterable[Pack]:
    """Give a pack, the one that it inherits from, and so on; each once."""
    seen: list[Edition] = []
    here: Pack | None = pack
    while here is not None and here.edition not in seen:
        seen.append(here.edition)
        yield here
        here = packs.get(here.inherits) if here.inherits else None


def _check_names(one: Held, key: str, named: Sequence[str], known: tuple[str, ...], faults: Faults) -> None:
    what = "board" if key == "board" else "rule"
    for name in named:
        if name not in known:
            near = suggestion(name, known)
            faults.add(one.path, one.keys[key][0], f"{key}: there is no {what} {quoted(name)}{near}")


def _check_chains(shelves: Sequence[Shelf], packs: Mapping[Edition, Pack], faults: Faults) -> None:
    for shelf in shelves:
        pack = shelf.holds
        if not isinstance(pack, Pack) or pack.inherits is None:
            continue
        line = shelf.keys["inherits"][0]
        if pack.inherits not in packs:
            faults.add(shelf.path, line, f"inherits: there is no pack {quoted(pack.inherits.value)}")
        elif any(ancestor.inherits is pack.edition for ancestor in _line(pack, packs)):
            faults.add(shelf.path, line, "inherits: the packs inherit from one another in a circle")


def _check_drops(
    held: Mapping[str, Held], shelves: Sequence[Shelf], packs: Mapping[Edition, Pack], faults: Faults
) -> None:
    """Check that a pack drops only what it would have: a drop that meets nothing is a slip."""
    for shelf in shelves:
        pack = shelf.holds
        if not isinstance(pack, Pack):
            continue
        above = {ancestor.edition for ancestor in _line(pack, packs)} - {pack.edition}
        for id_ in pack.drops:
            if id_ not in held:
                what = f"there is no rule {quoted(id_)}{suggestion(id_, tuple(held))}"
            elif not above & set(held[id_].rule.edition):
                what = f"it does not inherit the rule {quoted(id_)}"
            else:
                continue
            faults.add(shelf.path, shelf.keys["drops"][0], f"drops: {what}")
