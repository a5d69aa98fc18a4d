"""What may be changed in a key by hand: somebody is added, joined with another, or parted in two.

Each function gives a new key; nothing of a name is in any error.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from redact.errors import WrongUse
from redact.resolve.giving import give_label, suggested_label
from redact.resolve.settling import Known, plain, words_of
from redact.values.key import Key, KeyLink, KeyName, KeyPerson, KeyRetired, KeyThing, NameKind, highest_id
from redact.values.schemes import Scheme

__all__ = ["Told", "add_names", "add_person", "entry_of", "label", "matches", "merge", "part", "read_told"]

_KINDS = {kind.value: kind for kind in NameKind}


@dataclass(frozen=True, slots=True)
class Told:
    """What was told of one person: names as they are written, and the day of birth."""

    names: tuple[KeyName, ...] = field(repr=False)
    born: date | None = field(default=None, repr=False)


def read_told(lines: Iterable[str]) -> Told:
    """Read names, one a line; before one may stand its kind ("maiden: …"), and "born: 2019-03-04" is a day.

    Raises:
        WrongUse: there is no name, or the day is none.
    """
    names: list[KeyName] = []
    born: date | None = None
    for number, line in enumerate((line.strip() for line in lines), 1):
        kind, colon, rest = line.partition(":")
        if colon and kind.strip().casefold() == "born":
            born = _day(rest.strip(), number)
        elif colon and kind.strip().casefold() in _KINDS:
            names.append(_name(rest.strip(), _KINDS[kind.strip().casefold()], number))
        elif line:
            names.append(_name(line, NameKind.LEGAL, number))
    if not names and born is None:
        raise WrongUse("no name was given", "Write one name a line.")
    return Told(tuple({plain(name.text): name for name in names}.values()), born)


def entry_of(key: Key, wanted: str) -> KeyPerson | KeyThing:
    """Give the person or thing of a pseudonym or of an id (p3).

    Raises:
        WrongUse: nobody has it, or nobody has it any more.
    """
    asked = " ".join(wanted.split()).casefold()
    everybody: tuple[KeyPerson | KeyThing, ...] = (*key.people, *key.things)
    for one in everybody:
        if one.id == asked or (one.pseudonym is not None and one.pseudonym.casefold() == asked):
            return one
    gone = [one for one in key.retired if one.pseudonym.casefold() == asked]
    if gone:
        raise WrongUse(
            f"that pseudonym was taken back; it was that of {gone[-1].of}", "See: redact key list --retired"
        )
    raise WrongUse("nobody of the key has that pseudonym", "See: redact key list")


def matches(key: Key, text: str) -> tuple[tuple[str, bool], ...]:
    """Give the ids of those who may be called so, whole names first; True where it is a whole name of theirs.

    Only words as they stand count; slips and short forms are for `verify`.
    """
    asked = words_of(text)
    if not asked:
        return ()
    found = dict.fromkeys(Known(key).could_be([text]), False)
    everybody: tuple[KeyPerson | KeyThing, ...] = (*key.people, *key.things)
    for one in everybody:
        for name in one.names:
            words = words_of(name.text)
            if sorted(words) == sorted(asked):
                found[one.id] = True
            elif isinstance(one, KeyThing) and set(asked) <= set(words):
                found.setdefault(one.id, False)
    return tuple(sorted(found.items(), key=lambda item: not item[1]))


def add_person(key: Key, told: Told, slot: str | None, *, stays: bool = False, another: bool = False) -> Key:
    """Add somebody who is not in the key; she gets no label here.

    Args:
        another: although somebody has one of these names already.

    Raises:
        WrongUse: somebody has one of these whole names, or there is no name.
    """
    if not told.names:
        raise WrongUse("no name was given", "Write one name a line.")
    taken = [id for name in told.names for id, whole in matches(key, name.text) if whole]
    if taken and not another:
        raise WrongUse(
            f"the key has somebody of that name already: {_called(key, taken[0])}",
            "Add to them with --to, or say that it is somebody else: --another",
        )
    person = KeyPerson(key.next_id(), None, slot, told.names, told.born, stays=stays)
    return replace(key, people=(*key.people, person))


def add_names(key: Key, wanted: str, told: Told) -> Key:
    """Add names, or a day of birth, to somebody of the key.

    Raises:
        WrongUse: there is nobody of that pseudonym, or another day of birth stands there.
    """
    person = _person(key, wanted)
    has = {plain(name.text) for name in person.names}
    names = (*person.names, *(name for name in told.names if plain(name.text) not in has))
    return _with(key, replace(person, names=names, born=_one_day(person.born, told.born)))


def label(key: Key, id: str, given: str | None, scheme: Scheme) -> Key:
    """Give somebody a label: the one that was given, else the next of the scheme. What they had is kept back.

    Raises:
        WrongUse: the label is or was somebody's, holds a name, or the scheme has none for them.
    """
    chosen = given if given is not None else suggested_label(key, id, scheme)
    if chosen is None:
        slots = ", ".join(slot.id for slot in scheme.slots)
        raise WrongUse(
            "the scheme has no place for this person",
            f"Say who it is with --slot: {slots}. Or give a label: --label",
        )
    return give_label(key, id, chosen, scheme)


def merge(key: Key, wanted: str, other: str) -> Key:
    """Join two people, or two things, that are one: the first keeps its id and its pseudonym.

    The pseudonym of the second goes to nobody else.

    Raises:
        WrongUse: they are one already, have two dates of birth, one stays in the review and one does not, or
            one is a person and the other is not.
    """
    first, second = entry_of(key, wanted), entry_of(key, other)
    if first.id == second.id:
        raise WrongUse("these are one already", "Nothing was changed.")
    key = replace(key, highest_id=max(key.highest_id, highest_id(key)))  # its id is never used again
    if second.pseudonym is not None:
        key = replace(key, retired=(*key.retired, KeyRetired(second.pseudonym, second.id)))
    if isinstance(first, KeyThing) and isinstance(second, KeyThing):
        return _one_thing(key, first, second)
    kept, gone = _person(key, wanted), _person(key, other)
    if kept.stays != gone.stays:
        raise WrongUse("one of them stays in the review by name and the other does not", "Look who they are.")
    has = {plain(name.text) for name in kept.names}
    relations = [replace(one, person=kept.id if one.person == gone.id else one.person) for one in
                 (*kept.relations, *gone.relations)]  # fmt: skip
    joined = replace(
        kept,
        names=(*kept.names, *(name for name in gone.names if plain(name.text) not in has)),
        born=_one_day(kept.born, gone.born),
        slot=kept.slot or gone.slot,
        relations=tuple(dict.fromkeys(one for one in relations if one.person != kept.id)),
        roles=tuple(dict.fromkeys((*kept.roles, *gone.roles))),
    )
    people = tuple(_pointing(one, gone.id, kept.id) for one in key.people if one.id != gone.id)
    return _with(replace(key, people=people, links=_links(key, gone.id, kept.id)), joined)


def part(key: Key, wanted: str, spellings: Sequence[str], slot: str | None) -> tuple[Key, str]:
    """Part one person in two: these names, and what was said of them, go to somebody new without a label.

    Returns: the key and the id of the new person.

    Raises:
        WrongUse: a name is none of this person's, or none would be left to them.
    """
    person = _person(key, wanted)
    asked = {plain(text) for text in spellings if text.strip()}
    moved = tuple(name for name in person.names if plain(name.text) in asked)
    if not moved or len({plain(name.text) for name in moved}) != len(asked):
        raise WrongUse("one of these is no name of this person", "Write them as the key has them.")
    if len(moved) == len(person.names):
        raise WrongUse("no name would be left to this person", "Leave one, or: redact key rename")
    new = key.next_id()
    kept = replace(person, names=tuple(name for name in person.names if name not in moved))
    other = KeyPerson(new, None, slot or person.slot, moved, stays=person.stays)
    links = tuple(
        replace(link, of=new) if link.of == person.id and plain(link.text) in asked else link
        for link in key.links
    )
    changed = _with(replace(key, links=links), kept)
    return replace(changed, people=(*changed.people, other)), new


# ------------------------------------------------------------------ private


def _person(key: Key, wanted: str) -> KeyPerson:
    found = entry_of(key, wanted)
    if not isinstance(found, KeyPerson):
        raise WrongUse("that is a place or an organisation, and no person", "See: redact key list")
    return found


def _one_thing(key: Key, kept: KeyThing, gone: KeyThing) -> Key:
    has = {plain(name.text) for name in kept.names}
    names = (*kept.names, *(name for name in gone.names if plain(name.text) not in has))
    things = tuple(
        replace(one, names=names) if one.id == kept.id else one for one in key.things if one.id != gone.id
    )
    return replace(key, things=things, links=_links(key, gone.id, kept.id))


def _links(key: Key, gone: str, kept: str) -> tuple[KeyLink, ...]:
    links = (replace(link, of=kept) if link.of == gone else link for link in key.links)
    return tuple(dict.fromkeys(links))


def _with(key: Key, person: KeyPerson) -> Key:
    return replace(key, people=tuple(person if one.id == person.id else one for one in key.people))


def _pointing(one: KeyPerson, gone: str, kept: str) -> KeyPerson:
    relations = tuple(
        replace(relation, person=kept if relation.person == gone else relation.person)
        for relation in one.relations
    )
    return replace(one, relations=tuple(dict.fromkeys(relations)))


def _one_day(first: date | None, second: date | None) -> date | None:
    if first is not None and second is not None and first != second:
        raise WrongUse("there are two dates of birth", "Look whether these are two people.")
    return first or second


def _called(key: Key, id: str) -> str:
    found = entry_of(key, id)
    return found.pseudonym or id


def _name(text: str, kind: NameKind, number: int) -> KeyName:
    try:
        return KeyName(" ".join(text.split()), kind)
    except ValueError:
        raise WrongUse(f"line {number} holds no name", "Write one name a line.") from None


def _day(text: str, number: int) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongUse(f"line {number} holds no day", "Write it so: born: 2019-03-04") from None
