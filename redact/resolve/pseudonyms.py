"""Labels for the people and places of a case: assigned, never derived, never given twice.

No letter of a label is an initial of whom it is for, nor, while letters are free, of any child or relative of
the case; the fixed words of a scheme (Mother, SW, School) do not count. Letters and names are drawn by lot
under the key's secret, and so is the order in which people come to be drawn for: nothing of a name, of an age
or of the order of a list can be read from them. What remains: with two children, one order in two is that of
their births.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, count
from types import MappingProxyType

from redact.errors import WrongUse
from redact.resolve.clashes import Names, initials_of
from redact.values.fingerprint import fingerprint
from redact.values.key import KeyPerson, KeyRetired, KeyThing
from redact.values.schemes import Group, Scheme, Slot

__all__ = ["assign"]

Entry = KeyPerson | KeyThing
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_NOBODY: Mapping[str, str] = MappingProxyType({})
_NEUTRAL = "n"


def assign(
    entries: Iterable[Entry],
    scheme: Scheme,
    *,
    secret: bytes,
    retired: Iterable[KeyRetired] = (),
    sexes: Mapping[str, str] = _NOBODY,
    birth_order: bool | None = None,
) -> dict[str, str]:
    """Give a pseudonym to everybody and everything of a case that has none.

    Args:
        entries: all people and things of the case, in any order. Those who have a pseudonym keep it, and who
            stays in the review gets none.
        secret: of the key. The same entries under the same secret get the same pseudonyms.
        retired: pseudonyms that were taken back; none of them is given again.
        sexes: by id, f or m, for whom a first name is invented; of whom it is not said, a name of either.
        birth_order: whether children are labelled by age; none leaves it to the scheme.

    Returns: the new pseudonyms by the ids of their bearers; empty where everybody has one.

    Raises:
        WrongUse: somebody has no slot of the scheme; the labels of a slot are used up; or children are to
            be labelled by age and a date of birth is missing, or an older label stands in the way.
    """
    everybody = tuple(entries)
    waiting = [one for one in everybody if one.pseudonym is None and not _stays(one)]
    placed = {one.id: _slot(one, scheme) for one in everybody if one.slot is not None or one in waiting}
    if unplaced := sum(1 for one in waiting if placed[one.id] is None):
        raise WrongUse(
            f"{unplaced} of the case have no place in the scheme {scheme.id}",
            "Say for each who they are: child, mother, social-worker, school ...",
        )
    taken = {one.pseudonym for one in everybody if one.pseudonym is not None}
    taken |= {one.pseudonym for one in retired}
    lot = _Lot(scheme, secret, _named(everybody, placed), {_folded(label) for label in taken}, sexes)
    by_age = scheme.birth_order if birth_order is None else birth_order
    given: dict[str, str] = {}
    for one in sorted(waiting, key=lambda one: fingerprint(secret, "order of labels", [one.id])):
        slot = placed[one.id]
        if slot is not None and not (by_age and _is_by_age(slot)):
            given[one.id] = lot.draw(one, slot)
    if by_age:
        given |= _by_age(everybody, waiting, placed, lot)
    return given


# ------------------------------------------------------------------ drawing


@dataclass(slots=True)
class _Lot:
    """The labels that are left, and whom each must not show."""

    scheme: Scheme
    secret: bytes = field(repr=False)
    named: _Named = field(repr=False)
    taken: set[str] = field(repr=False)
    sexes: Mapping[str, str] = field(repr=False)

    def draw(self, one: Entry, slot: Slot, *, after: str | None = None) -> str:
        """Draw a label for somebody; `after` asks for one in the order of the alphabet, behind that one."""
        own = initials_of(name.text for name in one.names)
        for avoided in (own | self.named.initials, own):
            for number, pattern in enumerate(slot.labels):
                for mark in self._marks(one, slot, number, in_order=after is not None):
                    label = pattern.format_map(_Marked(mark))
                    free = _folded(label) not in self.taken and not _shown(pattern, mark) & avoided
                    if free and (after is None or _place(label) > _place(after)):
                        self.taken.add(_folded(label))
                        return label
        raise WrongUse(
            f"the scheme {self.scheme.id} has no label left for {slot.plain}",
            f"Add a further label to [slots.{slot.id}] of the scheme, such as one with {{number}}.",
        )

    def _marks(self, one: Entry, slot: Slot, number: int, *, in_order: bool) -> Iterator[str]:
        """Give what may stand in a pattern, in the order in which it is tried; of numbers there is no end."""
        pattern = slot.labels[number]
        if "{number}" in pattern:
            # Behind "Mother" comes "Mother 2".
            bare = number > 0 and "{" not in slot.labels[number - 1]
            return (str(at) for at in count(2 if bare else 1))
        if "{name}" in pattern:
            return iter(self._names(one))
        if "{letter" not in pattern:
            return iter([""])
        letters = [letter for letter in _LETTERS if letter not in self.scheme.never]
        if "{letters}" in pattern:
            pairs = ("".join(pair) for pair in combinations(letters, 2))
            letters = [pair for pair in pairs if pair not in self.scheme.never]
        return iter(letters if in_order else self._shuffled(slot, letters))

    def _names(self, one: Entry) -> list[str]:
        """Give the invented first names that fit somebody and that nobody of the case bears."""
        known = self.named.names.with_more(self.taken)
        found: list[str] = []
        # A name of either sex is for whom nothing else is known, or where the others are used up.
        for sex in dict.fromkeys((self.sexes.get(one.id, _NEUTRAL), _NEUTRAL)):
            said = [name.text for name in self.scheme.names if name.sex == sex]
            found += [name for name in self._shuffled(None, said) if not known.clash(name)]
        return found

    def _shuffled(self, slot: Slot | None, marks: Sequence[str]) -> list[str]:
        what = "names" if slot is None else slot.id
        return sorted(marks, key=lambda mark: fingerprint(self.secret, "lot of labels", [what, mark]))


class _Marked(dict[str, str]):
    """One mark, whichever place a pattern has for it."""

    def __init__(self, mark: str) -> None:
        super().__init__()
        self._mark = mark

    def __missing__(self, _key: str) -> str:
        return self._mark


def _shown(pattern: str, mark: str) -> set[str]:
    """Give the letters that a label shows besides its fixed words: of an invented name, its first."""
    if "{name}" in pattern:
        return set(initials_of([mark]))
    return {letter for letter in mark if letter.isalpha()}


# ------------------------------------------------------------------ who there is


@dataclass(frozen=True, slots=True)
class _Named:
    """The real names of a case: the initials of its children and relatives, and every name there is."""

    initials: frozenset[str] = field(repr=False)
    names: Names = field(repr=False)


def _named(everybody: Sequence[Entry], placed: Mapping[str, Slot | None]) -> _Named:
    family = [one for one in everybody if _is_family(one, placed.get(one.id))]
    initials = initials_of(name.text for one in family for name in one.names)
    return _Named(initials, Names(name.text for one in everybody for name in one.names))


def _is_family(one: Entry, slot: Slot | None) -> bool:
    """Tell whether somebody is a child or a relative; who has relations is, whatever the slot says."""
    return (slot is not None and slot.group.family) or (isinstance(one, KeyPerson) and bool(one.relations))


def _slot(one: Entry, scheme: Scheme) -> Slot | None:
    return None if one.slot is None else scheme.slot(one.slot) or scheme.slot_of(one.slot)


def _stays(one: Entry) -> bool:
    return isinstance(one, KeyPerson) and one.stays


def _folded(label: str) -> str:
    return " ".join(label.casefold().split())


# ------------------------------------------------------------------ by age, where a board wants it


def _by_age(
    everybody: Sequence[Entry], waiting: Sequence[Entry], placed: Mapping[str, Slot | None], lot: _Lot
) -> dict[str, str]:
    """Label children in the order of their births, the eldest first."""
    children = [
        one
        for one in everybody
        if isinstance(one, KeyPerson) and (slot := placed.get(one.id)) and _is_by_age(slot)
    ]
    if missing := sum(1 for one in children if one.born is None and one in waiting):
        raise WrongUse(
            f"{missing} of the children have no date of birth, by which they are to be labelled",
            "Give the dates of birth, or assign without the order of birth.",
        )
    given: dict[str, str] = {}
    last: dict[str, str] = {}
    for one in sorted(children, key=lambda one: (one.born is None, one.born, one.id)):
        slot = placed[one.id]
        if slot is None or one.born is None:
            continue
        label, kind = one.pseudonym, slot.labels[0]
        if label is None:
            label = given[one.id] = lot.draw(one, slot, after=last.get(kind, ""))
        elif kind in last and _place(label) < _place(last[kind]):
            raise WrongUse(
                "the labels that are there leave no room in the order of birth",
                "Assign without the order of birth, or take the labels of the younger children back.",
            )
        last[kind] = label
    return given


def _is_by_age(slot: Slot) -> bool:
    """Tell whether labels of a slot can have an order at all: invented names have none."""
    return slot.group is Group.CHILD and "{name}" not in slot.labels[0]


def _place(label: str) -> tuple[int, str]:
    """Order labels as they count: B before C, 2 before 10, Z before AB."""
    mark = label.rpartition(" ")[2]
    return len(mark), mark.casefold()
