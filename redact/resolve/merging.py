"""Persons who turn out to be one: slips in a whole name, and names that the text says are one person's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from redact.resolve.persons import Person
from redact.resolve.slips import is_near, is_slip, neighbours_of

__all__ = ["Merged", "merge_slips"]

_MUCH_RARER = 4
_RARE = 2


class Merged:
    """Which persons are one; of those that were joined the first by `sort` stands for all."""

    def __init__(self) -> None:
        self._into: dict[str, Person] = {}

    def join(self, one: Person, other: Person) -> None:
        """Make two persons one, with the names of both."""
        one, other = sorted((self._root(one), self._root(other)), key=lambda person: person.sort)
        if one is other:
            return
        self._into[other.sort] = one
        one.firsts |= other.firsts
        one.lasts |= other.lasts
        one.between |= other.between
        one.roles |= other.roles
        one.kin |= other.kin
        one.count += other.count

    def called(self, person: Person, name: tuple[str, str]) -> None:
        """Learn a forename and a surname that the text says are that person's too."""
        root = self._root(person)
        root.firsts.add(name[0])
        root.lasts.add(name[1])

    def of(self, persons: Iterable[Person]) -> list[Person]:
        """Give those who stand for some persons, each once."""
        return list({root.sort: root for root in map(self._root, persons)}.values())

    def _root(self, person: Person) -> Person:
        while person.sort in self._into:
            person = self._into[person.sort]
        return person


def merge_slips(persons: Iterable[Person], merged: Merged, counts: Mapping[str, int]) -> None:
    """Join a rare whole name to the most frequent of those that are a slip away in one of its parts.

    Args:
        counts: how often each part of a name is written so, alone or in a name.
    """
    near: dict[tuple[str, str, str], dict[str, Person]] = defaultdict(dict)
    everybody = sorted(persons, key=lambda person: person.sort)
    for person in everybody:
        for key in _keys(person):
            near[key][person.sort] = person
    pairs = _hyphens(everybody)
    for person in everybody:
        if person.count > _RARE:
            continue
        others = {sort: other for key in _keys(person) for sort, other in near[key].items()}
        right = sorted(
            (other for other in others.values() if _is_slip_of(person, other, counts)),
            key=lambda other: -other.count,
        )
        if right and (len(right) == 1 or right[0].count > right[1].count):
            pairs.append((person, right[0]))
    for one, other in pairs:
        merged.join(one, other)


def _hyphens(everybody: Iterable[Person]) -> list[tuple[Person, Person]]:
    """Pair persons whose names differ in hyphens only: a hyphen at a line's end may be either."""
    same: dict[tuple[str, ...], Person] = {}
    pairs = []
    for person in everybody:
        names = sorted(name.replace("-", "") for name in (*person.firsts, *person.lasts))
        key = (*names, *(" ".join(between) for between in sorted(person.between)))
        if key in same and person.sexes == same[key].sexes:
            pairs.append((person, same[key]))
        same.setdefault(key, person)
    return pairs


def _keys(person: Person) -> Iterable[tuple[str, str, str]]:
    for first in person.firsts:
        for last in person.lasts:
            yield from (("forename", key, last) for key in neighbours_of(first))
            yield from (("surname", key, first) for key in neighbours_of(last))


def _is_slip_of(person: Person, other: Person, counts: Mapping[str, int]) -> bool:
    """Tell whether a rare whole name is another's with a slip in it.

    With one forename, surnames one letter apart are enough. Of one surname, forenames one letter apart may be
    a sister's (Ellie and Elsie), so that one must be much rarer.
    """
    if person is other or person.count > other.count:
        return False
    if person.firsts == other.firsts:
        return any(is_near(one, last) for one in person.lasts for last in other.lasts)
    if person.lasts != other.lasts:
        return False
    rarer = other.count >= _MUCH_RARER * person.count
    return any(
        counts[one] <= _RARE and (is_slip(one, first) or (rarer and is_near(one, first)))
        for one in person.firsts
        for first in other.firsts
    )
