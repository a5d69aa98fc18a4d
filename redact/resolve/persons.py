"""Who there is: persons as their whole names make them, and what is learned of them.

One name can be two people's: their middle names, titles, births or callings may prove it. Two people of one
name stay two, and what could be either's is nobody's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from redact.resolve.births import are_two, is_childs_age
from redact.resolve.callings import calling_of, is_child, is_grown_up
from redact.resolve.lists import roles, sex_of_forename
from redact.resolve.names import Form, Name
from redact.resolve.slips import is_near
from redact.resolve.surroundings import Seen, sex_of, sex_of_kin

__all__ = ["ANOTHER", "LAY", "THE_FIRST", "WORK", "Asked", "Person", "asked_of", "gather"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked about: one name with one title or role and one birth; all mentions alike are one case.

    `side` says of a whole name whether the words beside it are of a family, of a calling, or of both; and of
    whom in the family, where one table has two of that name. Of a name alone it says a calling beside it, or
    a word that no worker of the case is called by.
    """

    name: Name
    role: str = ""
    born: str = field(default="", repr=False)
    side: str = ""


# Roles of which none is a calling.
_ANYBODY = frozenset(
    (
        *("informant", "complainant", "caller", "referrer", "suspect", "victim", "witness", "offender"),
        *("defendant", "tenant", "advocate", "interpreter", "mentor"),
    )
)
_LAY = frozenset({"neighbour", "lodger", "landlord", "landlady"})
_KIN, WORK, LAY, _BOTH = "kin", "work", "lay", "both"
ANOTHER = "another"  # of whom the text says no more than that she is not the one who is known by her name
_TOLD_APART = frozenset(f"{_KIN} {said}" for said in (ANOTHER, "senior", "junior"))
THE_FIRST = "the first"  # who is known by a name that somebody else bears too
_THE_FIRST = f"{_KIN} {THE_FIRST}"


def asked_of(one: Seen) -> Asked:
    """Give what is asked about a mention."""
    whole = one.name.form is Form.FULL
    titled = sex_of(one.role) and calling_of(one.relation)
    works = one.name.form is Form.SINGLE and (titled or one.works)
    lay = one.name.form is Form.SINGLE and one.relation in _LAY and not one.role
    return Asked(one.name, one.role, one.born, _side(one) if whole else WORK if works else LAY if lay else "")


def _side(one: Seen) -> str:
    role = "" if one.role in one.name.parts else one.role  # Vinh Ta is no teaching assistant
    is_kin = any(sex_of_kin(word) or is_child(word) or is_grown_up(word) for word in (one.relation, role))
    is_kin = is_kin or one.is_child
    works = bool(calling_of(role) or calling_of(one.relation)) or one.relation in roles() - _ANYBODY
    if one.twin:
        return f"{_KIN} {one.twin}"
    return _BOTH if is_kin and works else _KIN if is_kin else WORK if works else ""


@dataclass(slots=True)
class Person:
    """Somebody whose names are known in part. `sort` orders persons without regard to any text's place.

    `others` are single names that the text says are hers, be they forenames or surnames. `relations` are the
    words of kinship and the roles that stand beside her name.
    """

    sort: str = field(repr=False)
    firsts: set[str] = field(default_factory=set, repr=False)
    lasts: set[str] = field(default_factory=set, repr=False)
    between: set[tuple[str, ...]] = field(default_factory=set, repr=False)
    others: set[str] = field(default_factory=set, repr=False)
    roles: set[str] = field(default_factory=set)
    kin: set[str] = field(default_factory=set)
    relations: set[str] = field(default_factory=set)
    births: set[str] = field(default_factory=set, repr=False)
    count: int = 0

    @property
    def sexes(self) -> set[str]:
        """The sexes that her titles say, else words of kinship that agree, else her forenames that agree."""
        titled = {sex for sex in map(sex_of, self.roles) if sex}
        if titled:
            return titled
        if self.kin:
            return self.kin if len(self.kin) == 1 else set()
        known = {sex_of_forename(first) or sex_of_forename(first.partition("-")[0]) for first in self.firsts}
        known = known - {""} or set(map(_sex_of_surname, self.lasts))
        return known if len(known) == 1 and known != {""} else set()

    @property
    def callings(self) -> set[str]:
        """Her callings, so far as roles directly before her name or in her row of a table say them."""
        return {calling for calling in map(calling_of, self.roles) if calling}

    @property
    def is_child(self) -> bool:
        """Tell whether a word or an age beside her name says that she is a child."""
        return any(map(is_child, self.relations)) or any(map(is_childs_age, self.births))

    @property
    def is_grown_up(self) -> bool:
        """Tell whether a word or a calling beside her name says that she is none."""
        return bool(self.callings) or any(map(is_grown_up, self.relations))

    @property
    def side(self) -> str:
        """What all words beside her name are of: a family ("kin") or a calling ("work"); else nothing."""
        is_kin = any(sex_of_kin(word) or is_child(word) or is_grown_up(word) for word in self.relations)
        works = bool(self.callings) or any(map(calling_of, self.relations))
        return "" if is_kin == works else _KIN if is_kin else WORK

    def is_born_otherwise(self, born: str) -> bool:
        """Tell whether a birth cannot be hers."""
        return bool(born) and bool(self.births) and all(are_two(born, own) for own in self.births)


# Ends of surnames that women and men have in two forms: Lithuanian, Latvian, Slavonic.
_ENDS = (
    ("f", re.compile(r".{3,}(?:iene|aite|yte|ute|ska|cka|dzka|ova|eva)")),
    ("m", re.compile(r".{3,}(?:auskas|evicius|onis|aitis|ski|cki|dzki|skyi|skis|ov|ev)")),
)


def _sex_of_surname(last: str) -> str:
    return next((sex for sex, ends in _ENDS if ends.fullmatch(last)), "")


_Kind = tuple[tuple[str, ...], str, str, str, str]


def gather(whole: Sequence[tuple[Asked, int]]) -> dict[Asked, list[Person]]:
    """Make persons of whole names; a name that could be two people's is given to both.

    Args:
        whole: each name of the form FULL with its role and birth, and how often it stands.
    """
    bearers: dict[tuple[str, str], list[tuple[Asked, int]]] = defaultdict(list)
    for asked, times in whole:
        bearers[asked.name.first, asked.name.last].append((asked, times))
    found: dict[Asked, list[Person]] = {}
    for (first, last), names in sorted(bearers.items(), key=lambda entry: entry[0]):
        found |= _of_one_name(first, last, names)
    return found


def _of_one_name(first: str, last: str, names: list[tuple[Asked, int]]) -> dict[Asked, list[Person]]:
    """One person, or as many as middle names, titles, births or callings prove."""
    kinds = _kinds(names)
    persons = {kind: Person(" ".join((first, last, *kind[0], *kind[1:])), {first}, {last}) for kind in kinds}
    found: dict[Asked, list[Person]] = {}
    for asked, times in names:
        meant = [person for kind, person in persons.items() if _may_be(asked, kind)]
        found[asked] = meant
        if len(meant) == 1:
            _learn(meant[0], asked, times)
    return {asked: meant for asked, meant in found.items() if meant}


def _kinds(names: Sequence[tuple[Asked, int]]) -> list[_Kind]:
    """Say by what the bearers of one name differ: those differences that are borne out by a mention."""
    middles = _without_slips({asked.name.between for asked, _ in names if asked.name.between})
    longest = [one for one in middles if not any(one != other and _fits(one, other) for other in middles)]
    births = sorted({asked.born for asked, _ in names} - {""})
    callings = {calling_of(asked.role) for asked, _ in names} - {""}
    by_middle, by_sex = len(longest) > 1, len({sex_of(asked.role) for asked, _ in names} - {""}) > 1
    by_birth = any(are_two(one, other) for one, other in combinations(births[:_FEW], 2))
    parting = _parting({asked.side for asked, _ in names} - {""}, by_birth=by_birth)
    borne: set[_Kind] = set()
    for asked, _ in names:
        fitting = [middle for middle in longest if asked.name.between and _fits(asked.name.between, middle)]
        borne.add(
            (
                fitting[0] if by_middle and len(fitting) == 1 else (),
                sex_of(asked.role) if by_sex else "",
                _first_like(asked.born, births) if by_birth else "",
                calling_of(asked.role) if len(callings) > 1 else "",
                asked.side if asked.side in parting else "",
            )
        )
    found: list[_Kind] = []
    for kind in sorted(borne, key=lambda kind: (-sum(map(bool, kind)), kind)):
        if not any(
            all(not own or own == other for own, other in zip(kind, one, strict=True)) for one in found
        ):
            found.append(kind)
    if len(found) == 1 and found[0][-1] in _TOLD_APART:
        found.append((*found[0][:-1], _THE_FIRST))
    return found


def _parting(sides: set[str], *, by_birth: bool) -> set[str]:
    """Give the sides that part the bearers of one name; none where one mention says family and calling.

    Where births part them, "another" and "senior" say nothing more.
    """
    twins = {side for side in sides if side.startswith(f"{_KIN} ")} - (_TOLD_APART if by_birth else set())
    if WORK in sides and len(sides) > 1 and _BOTH not in sides:
        return (twins or {_KIN}) | {WORK}
    return twins if len(twins) > 1 or twins & _TOLD_APART else set()


_FEW = 20  # births of one name; of more it is said that they differ, and a family tree has not so many


def _without_slips(middles: set[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Leave out those that are another's with a letter wrong."""
    found: list[tuple[str, ...]] = []
    for middle in sorted(middles):
        if not any(_is_slip_of(middle, other) for other in found):
            found.append(middle)
    return found


def _is_slip_of(middle: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return len(middle) == len(other) and all(
        one == two or is_near(one, two) for one, two in zip(middle, other, strict=True)
    )


def _first_like(born: str, births: Sequence[str]) -> str:
    """Give one spelling for births of which each could be the other with a mistake in it."""
    return next((one for one in births if born and (one == born or not are_two(one, born))), "")


def _may_be(asked: Asked, kind: _Kind) -> bool:
    middle, sex, born, calling, side = kind
    own_sex, own_calling = sex_of(asked.role), calling_of(asked.role)
    return (
        (not middle or not asked.name.between or _fits(asked.name.between, middle))
        and (not sex or not own_sex or sex == own_sex)
        and (not born or not asked.born or not are_two(born, asked.born))
        and (not calling or not own_calling or calling == own_calling)
        and (not side or not asked.side or side.startswith(asked.side))
    )


def _learn(person: Person, asked: Asked, times: int) -> None:
    person.count += times
    if asked.role:
        person.roles.add(asked.role)
    if asked.born:
        person.births.add(asked.born)
    if asked.name.between:
        person.between.add(asked.name.between)


def _fits(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Tell whether middle names could be those of a longer row: left out, as initials, with a slip."""
    if _is_slip_of(shorter, longer):
        return True
    rest = iter(longer)
    return all(any(name.startswith(own) for name in rest) for own in shorter)
