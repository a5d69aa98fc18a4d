"""Names to persons: which names of a call are one person's, and which could be several people's.

Whole names come first: they say who there is. Then each shorter name is given to the one person who could be
meant, and to nobody where there are several. No decision rests on the order in which names come. What
remains: a person who never stands with a whole name is not known to bear the surname that is shared with her,
so that a surname alone may be given to the only one who is known to bear it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from redact.resolve.lists import short_names
from redact.resolve.names import Form, Name
from redact.resolve.slips import SHORTEST, is_slip, neighbours_of, sound_of
from redact.resolve.surroundings import sex_of

__all__ = ["Asked", "Person", "Persons", "gather"]

_MUCH_RARER = 8  # times: a spelling so much rarer than its neighbour is taken for a slip
_RARE = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked about: one name with one title or role; all mentions with both are one case."""

    name: Name
    role: str = ""


@dataclass(slots=True)
class Person:
    """Somebody whose names are known in part. `sort` orders persons without regard to any text's place."""

    sort: str
    firsts: set[str] = field(default_factory=set)
    lasts: set[str] = field(default_factory=set)
    between: set[tuple[str, ...]] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    kin: set[str] = field(default_factory=set)
    count: int = 0

    @property
    def sexes(self) -> set[str]:
        """The sexes that the person's titles say, else those of words of kinship, where they agree."""
        titled = {sex for sex in map(sex_of, self.roles) if sex}
        return titled or (self.kin if len(self.kin) == 1 else set())


class Persons:
    """The persons of a call, and whom each name could mean."""

    def __init__(self) -> None:
        self._by: dict[tuple[str, str], dict[int, Person]] = defaultdict(dict)
        self._near: dict[str, set[str]] = defaultdict(set)
        self._counts: Counter[str] = Counter()

    def add(self, person: Person) -> None:
        """Know a person by all names that may be used of her; it may be called again when she has more."""
        for first in person.firsts:
            self._part(first, _halves(first), person)
            self._known("forename", first, person)
            self._known("sound", sound_of(first), person)
        for last in person.lasts:
            self._part(last, _halves(last), person)
            self._known("surname", last, person)
            for between in person.between:
                for at in range(len(between)):
                    self._part(" ".join((*between[at:], last)), [], person)
        for first in person.firsts:
            for last in person.lasts:
                for letters in _initials(first, person.between, last):
                    self._known("letters", letters, person)
                for user in (first[0] + last, first + last, last + first[0]):
                    self._known("user", _letters(user), person)

    def count(self, name: Name, times: int) -> None:
        """Count how often the parts of a name are written in this way."""
        for part in (name.first, name.last):
            self._counts[part] += times

    def could_be(self, asked: Asked) -> list[Person]:
        """Everybody who could be meant, in an order that is the same each time."""
        name = asked.name
        if name.form is Form.INITIAL_LAST:
            surnames = self._find("surname", name.last) or self._find("half", name.last)
            found = [p for p in surnames if _begins(p.firsts, name.first)]
        elif name.form is Form.FIRST_INITIAL:
            found = [p for p in self._find("forename", name.first) if _begins(p.lasts, name.last)]
        elif name.form is Form.INITIALS:
            found = self._union(("letters", name.last), ("part", name.last))
        else:
            found = self._by_part(name.last)
        return _by_title(found, asked.role)

    def bearers(self, forename: str, surname: str) -> list[Person]:
        """Everybody who bears both parts."""
        surnames = self._by.get(("surname", surname), {})
        return [person for person in self._find("forename", forename) if id(person) in surnames]

    def _by_part(self, part: str) -> list[Person]:
        meant = [("part", part)]
        meant += [("forename", forename) for forename in sorted(short_names().get(part, ()))]
        return (
            self._union(*meant)
            or self._union(("half", part), ("joined", part.replace("-", "")))
            or self._find("user", part)
            or self._by_slip(part)
            or (self._find("sound", sound_of(part)) if len(part) >= SHORTEST else [])
        )

    def _by_slip(self, part: str) -> list[Person]:
        if len(part) < SHORTEST or self._counts[part] > _RARE:
            return []
        near = {known for key in neighbours_of(part) for known in self._near.get(key, ())}
        right = sorted(
            known
            for known in near
            if known != part
            and is_slip(part, known)
            and self._counts[known] >= _MUCH_RARER * max(1, self._counts[part])
        )
        return self._union(*(("part", known) for known in right))

    def _part(self, part: str, halves: list[str], person: Person) -> None:
        self._known("part", part, person)
        self._known("joined", part.replace("-", ""), person)
        for half in halves:
            self._known("half", half, person)

    def _known(self, kind: str, text: str, person: Person) -> None:
        if not text:
            return
        self._by[kind, text][id(person)] = person
        if kind == "part" and len(text) >= SHORTEST:
            for key in neighbours_of(text):
                self._near[key].add(text)

    def _find(self, kind: str, text: str) -> list[Person]:
        return self._union((kind, text))

    def _union(self, *keys: tuple[str, str]) -> list[Person]:
        found: dict[int, Person] = {}
        for key in keys:
            found |= self._by.get(key, {})
        return sorted(found.values(), key=lambda person: person.sort)


def gather(whole: Sequence[tuple[Asked, int]]) -> dict[Asked, list[Person]]:
    """Make persons of whole names; a name that could be two people's is given to both.

    Args:
        whole: each name of the form FULL with its role, and how often it stands.
    """
    bearers: dict[tuple[str, str], list[tuple[Asked, int]]] = defaultdict(list)
    for asked, times in whole:
        bearers[asked.name.first, asked.name.last].append((asked, times))
    found: dict[Asked, list[Person]] = {}
    for (first, last), names in sorted(bearers.items(), key=lambda entry: entry[0]):
        found |= _of_one_name(first, last, names)
    return found


def _of_one_name(first: str, last: str, names: list[tuple[Asked, int]]) -> dict[Asked, list[Person]]:
    """One person, or as many as middle names or titles prove."""
    middles = sorted({asked.name.between for asked, _ in names if asked.name.between})
    longest = [one for one in middles if not any(one != other and _fits(one, other) for other in middles)]
    sexes = sorted({sex_of(asked.role) for asked, _ in names} - {""})
    kinds: list[tuple[tuple[str, ...], str]] = [
        (middle, sex)
        for middle in (longest if len(longest) > 1 else [()])
        for sex in (sexes if len(sexes) > 1 else [""])
    ]
    persons = {
        kind: Person(f"{first} {last} {' '.join(kind[0])} {kind[1]}", {first}, {last}) for kind in kinds
    }
    found: dict[Asked, list[Person]] = {}
    for asked, times in names:
        sex = sex_of(asked.role)
        meant = [
            person
            for (middle, own), person in persons.items()
            if (not middle or not asked.name.between or _fits(asked.name.between, middle))
            and (not own or not sex or own == sex)
        ]
        found[asked] = meant
        if len(meant) == 1:
            _learn(meant[0], asked, times)
    return {asked: meant for asked, meant in found.items() if meant}


def _learn(person: Person, asked: Asked, times: int) -> None:
    person.count += times
    if asked.role:
        person.roles.add(asked.role)
    if asked.name.between:
        person.between.add(asked.name.between)


def _fits(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Tell whether middle names could be those of a longer row: left out, or as initials."""
    rest = iter(longer)
    return all(any(name.startswith(own) for name in rest) for own in shorter)


def _by_title(found: list[Person], role: str) -> list[Person]:
    """Leave out whom a title excludes; of several, take the one of that role if all have roles."""
    sex = sex_of(role)
    if sex:
        found = [person for person in found if not person.sexes or sex in person.sexes]
        return _only(found, lambda person: sex in person.sexes, lambda person: bool(person.sexes))
    if role and len(found) > 1:
        return _only(found, lambda person: role in person.roles, lambda person: bool(person.roles))
    return found


def _only(
    found: list[Person], is_meant: Callable[[Person], bool], is_known: Callable[[Person], bool]
) -> list[Person]:
    meant = [person for person in found if is_meant(person)]
    if len(meant) == 1 and all(is_known(person) for person in found):
        return meant
    return found


def _begins(names: Iterable[str], letter: str) -> bool:
    return any(name.startswith(letter) for name in names)


def _halves(name: str) -> list[str]:
    halves = name.replace("-", " ").split()
    return [half for half in halves if len(half) > 1] if len(halves) > 1 else []


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalpha())


def _initials(first: str, between: set[tuple[str, ...]], last: str) -> set[str]:
    firsts = {first[0], "".join(half[0] for half in first.split("-") if half)}
    words = last.replace("-", " ").split()
    lasts = {words[0][0], "".join(word[0] for word in words), words[-1][0]} if words else set()
    inner = {""} | {"".join(name[0] for name in names if name) for names in between}
    return {one + middle + other for one in firsts for middle in inner for other in lasts}
