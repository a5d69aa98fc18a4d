"""Two keys that were made of one: what differs, by pseudonym, and one key of both in which nothing is lost.

Where the parent is known, what one side has changed counts and what one side has taken out is out, unless the
other has worked on it. Without the parent everything of both stays. Two answers to one question are told; for
single facts somebody says whose counts, and a spelling with two answers has none and is asked about again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from redact.errors import WrongUse
from redact.resolve.settling import plain, words_of
from redact.values.key import Key, KeyLink, KeyPerson, KeyRetired, KeyTable, KeyThing, Recipient, highest_id

__all__ = ["Joined", "join"]

Entry = KeyPerson | KeyThing
_E = TypeVar("_E", KeyPerson, KeyThing)
_T = TypeVar("_T")
_SINGLE: dict[type, tuple[str, ...]] = {
    KeyPerson: ("pseudonym", "slot", "born", "stays"),
    KeyThing: ("pseudonym", "slot"),
}
_MANY: dict[type, tuple[str, ...]] = {KeyPerson: ("names", "relations", "roles"), KeyThing: ("names",)}


@dataclass(frozen=True, slots=True)
class Joined:
    """The key of both, what differs, and of whom something must be chosen; nothing told is a name."""

    key: Key = field(repr=False)
    differences: tuple[str, ...]
    conflicts: tuple[str, ...]


def join(ours: Key, theirs: Key, base: Key | None, *, prefer_theirs: bool | None = None) -> Joined:
    """Make one key of two.

    Args:
        base: the parent of both; none where it is not there.
        prefer_theirs: whose answer counts where two are given; none tells them as conflicts and keeps ours.

    Raises:
        WrongUse: the two were not made of one key.
    """
    if (ours.case, ours.secret, ours.created) != (theirs.case, theirs.secret, theirs.created):
        raise WrongUse("these two were not made of one key", "Look whether the right file was named.")
    theirs = _renumbered(ours, theirs, base)
    told = _Told(prefer_theirs)
    people = _entries(
        ours.people, theirs.people, base.people if base else (), _busy(ours, theirs, base), told
    )
    things = _entries(
        ours.things, theirs.things, base.things if base else (), _busy(ours, theirs, base), told
    )
    retired = tuple({(one.pseudonym, one.of): one for one in (*ours.retired, *theirs.retired)}.values())
    people, things = _labelled(people, things, ours, retired, told)
    ids = {one.id for one in people} | {one.id for one in things}
    people = tuple(
        replace(one, relations=tuple(other for other in one.relations if other.person in ids))
        for one in people
    )
    key = replace(
        ours,
        people=people,
        things=things,
        recipients=_recipients(ours, theirs, base),
        links=tuple(one for one in _links(ours, theirs, base, told) if one.of is None or one.of in ids),
        tables=_tables(ours.tables, theirs.tables),
        retired=_kept_back(ours, theirs, retired, people, things),
        highest_id=max(ours.highest_id, theirs.highest_id, highest_id(ours), highest_id(theirs)),
    )
    return Joined(key, tuple(told.differences), tuple(told.conflicts))


# ------------------------------------------------------------------ private


@dataclass(slots=True)
class _Told:
    prefer_theirs: bool | None
    differences: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)


def _every(key: Key) -> list[Entry]:
    return [*key.people, *key.things]


def _called(one: Entry) -> str:
    return one.pseudonym or one.id


def _renumbered(ours: Key, theirs: Key, base: Key | None) -> Key:
    """Give new ids to those of theirs whose id was given to somebody else here meanwhile."""
    before = {one.id for one in _every(base)} if base else set()
    here: dict[str, Entry] = {one.id: one for one in _every(ours)}
    number = max(ours.highest_id, theirs.highest_id, highest_id(ours), highest_id(theirs))
    new: dict[str, str] = {}
    for one in _every(theirs):
        if one.id in here and one.id not in before and not _same(here[one.id], one):
            number += 1
            new[one.id] = f"{one.id[0]}{number}"
    people = tuple(
        replace(
            one,
            id=new.get(one.id, one.id),
            relations=tuple(replace(to, person=new.get(to.person, to.person)) for to in one.relations),
        )
        for one in theirs.people
    )
    return replace(
        theirs,
        people=people,
        things=tuple(replace(one, id=new.get(one.id, one.id)) for one in theirs.things),
        links=tuple(replace(one, of=new.get(one.of or "", one.of)) for one in theirs.links),
        retired=tuple(replace(one, of=new.get(one.of, one.of)) for one in theirs.retired),
        highest_id=number,
    )


def _same(one: Entry, other: Entry) -> bool:
    """Tell whether two of one id are the same: they bear one name at least, or nothing else is known."""
    names = [{tuple(sorted(words_of(name.text))) for name in entry.names} for entry in (one, other)]
    return bool(names[0] & names[1]) or one == other


def _recipients(ours: Key, theirs: Key, base: Key | None) -> tuple[Recipient, ...]:
    """Give who opens it: without the parent nobody knows who has left, so those here alone."""
    if base is None:
        return ours.recipients
    sides = [{one.card.id: one for one in key.recipients} for key in (ours, theirs, base)]
    return tuple(_three(*sides).values())


def _busy(ours: Key, theirs: Key, base: Key | None) -> set[str]:
    """Give the ids to which one side has pointed since: they are not taken out because the other did so."""
    before = set(base.links) if base else set()
    return {one.of for one in (*ours.links, *theirs.links) if one.of is not None and one not in before}


def _entries(
    ours: Sequence[_E], theirs: Sequence[_E], base: Sequence[_E], busy: set[str], told: _Told
) -> tuple[_E, ...]:
    here: dict[str, _E] = {one.id: one for one in ours}
    there: dict[str, _E] = {one.id: one for one in theirs}
    before = {one.id: one for one in base}
    made: list[_E] = []
    for id in dict.fromkeys((*here, *there)):
        mine, other, was = here.get(id), there.get(id), before.get(id)
        if mine is not None and other is not None:
            made.append(_both(mine, other, was, told))
            continue
        one = mine if mine is not None else other
        if one is None:
            continue
        where = "here" if mine is not None else "there"
        if was is None:
            told.differences.append(f"only {where}: {_called(one)}")
        elif one == was and id not in busy:
            told.differences.append(f"taken out {'there' if where == 'here' else 'here'}: {_called(one)}")
            continue
        else:
            told.differences.append(f"taken out on one side, worked on {where}, so kept: {_called(one)}")
        made.append(one)
    return tuple(made)


def _both(mine: _E, other: _E, was: _E | None, told: _Told) -> _E:
    if mine == other:
        return mine
    changes: dict[str, Any] = {}
    for name in _SINGLE[type(mine)]:
        first, second = getattr(mine, name), getattr(other, name)
        before = getattr(was, name) if was is not None else None
        changes[name] = first if first == second else _one(name, first, second, before, was, mine, told)
    for name in _MANY[type(mine)]:
        sides = [{item: item for item in getattr(one, name)} for one in (mine, other)]
        before = {item: item for item in getattr(was, name)} if was is not None else {}
        changes[name] = tuple(_three(sides[0], sides[1], before))
    if changes.get("stays"):
        changes["pseudonym"] = None
    differing = [name for name in changes if getattr(mine, name) != getattr(other, name)]
    told.differences.append(f"differs: {_called(mine)} ({', '.join(differing)})")
    return replace(mine, **changes)


def _one(name: str, first: Any, second: Any, before: Any, was: object, mine: Entry, told: _Told) -> Any:
    if was is not None and first == before:
        return second
    if (was is not None and second == before) or second is None:
        return first
    if first is None:
        return second
    if told.prefer_theirs is None:
        told.conflicts.append(f"{_called(mine)}: two answers to {name}")
    return second if told.prefer_theirs else first


def _three(ours: Mapping[Any, _T], theirs: Mapping[Any, _T], base: Mapping[Any, _T]) -> dict[Any, _T]:
    """Give what either side has, without what one side has taken out of the parent."""
    both = {**ours, **{key: one for key, one in theirs.items() if key not in ours}}
    return {key: one for key, one in both.items() if key not in base or (key in ours and key in theirs)}


def _labelled(
    people: Sequence[KeyPerson],
    things: Sequence[KeyThing],
    ours: Key,
    retired: Iterable[KeyRetired],
    told: _Told,
) -> tuple[tuple[KeyPerson, ...], tuple[KeyThing, ...]]:
    """Take a label from whoever of theirs has one that is, or was, somebody else's here."""
    mine = {one.id: one.pseudonym for one in _every(ours)}
    had = {plain(label): of for of, label in mine.items() if label is not None}  # stays theirs, lost or not
    had |= {plain(one.pseudonym): one.of for one in retired}
    everybody: list[Entry] = [*people, *things]
    everybody.sort(key=lambda one: mine.get(one.id) != one.pseudonym)  # ours first
    taken: dict[str, str] = {}
    bare: set[str] = set()
    for one in everybody:
        if one.pseudonym is None:
            continue
        folded = plain(one.pseudonym)
        if taken.setdefault(folded, one.id) != one.id or had.get(folded, one.id) != one.id:
            bare.add(one.id)
            told.differences.append(f"{one.id} needs another pseudonym: {one.pseudonym} is somebody else's")
    return (
        tuple(replace(one, pseudonym=None) if one.id in bare else one for one in people),
        tuple(replace(one, pseudonym=None) if one.id in bare else one for one in things),
    )


def _links(ours: Key, theirs: Key, base: Key | None, told: _Told) -> tuple[KeyLink, ...]:
    def by_place(key: Key | None) -> dict[tuple[str, str | None], KeyLink]:
        return {(one.text, one.fingerprint): one for one in key.links} if key else {}

    here, there, before = by_place(ours), by_place(theirs), by_place(base)
    made: list[KeyLink] = []
    open_again = 0
    for place in dict.fromkeys((*here, *there)):
        mine, other, was = here.get(place), there.get(place), before.get(place)
        if mine == other or other == was:
            chosen = mine
        elif mine == was:
            chosen = other
        else:
            chosen = mine if other is None else other if mine is None else None
            open_again += chosen is None
        made += [chosen] if chosen is not None else []
    if open_again:
        told.differences.append(f"{open_again} spelling(s) have two answers, and are asked about again")
    return tuple(made)


def _tables(ours: tuple[KeyTable, ...], theirs: tuple[KeyTable, ...]) -> tuple[KeyTable, ...]:
    known = {(one.source, one.sha256, one.rows) for one in ours}
    return (*ours, *(one for one in theirs if (one.source, one.sha256, one.rows) not in known))


def _kept_back(
    ours: Key, theirs: Key, retired: Iterable[KeyRetired], people: Sequence[Entry], things: Sequence[Entry]
) -> tuple[KeyRetired, ...]:
    """Keep back every label that either side has given and that its bearer has no more."""
    everybody = [*people, *things]
    now = {plain(one.pseudonym): one.id for one in everybody if one.pseudonym}
    gone = [
        KeyRetired(one.pseudonym, one.id)
        for key in (ours, theirs)
        for one in _every(key)
        if one.pseudonym is not None and plain(one.pseudonym) not in now
    ]
    every = {(one.pseudonym, one.of): one for one in (*retired, *gone)}
    return tuple(every.values())
