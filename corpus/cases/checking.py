"""Whether a case agrees with itself. Written apart from the builder: it reads the case only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from corpus.cases.checking_events import faults_of_events
from corpus.cases.numbers import folded
from corpus.cases.roles import FAMILY, REVIEW, STAFF
from corpus.cases.values import Case, Person

__all__ = ["check_case"]

_YEAR = 365.25
_MUST = {"child", "mother", "gran", *(role.name for role in (*STAFF, *REVIEW))}
_CHILDREN = ("child", "sib", "sib2")
_BODIES = (
    "school", "nursery", "school2", "practice", "hospital", "ward", "clinic", "refuge", "hostel", "home",
    "agency",
    "charity", "employer", "church", "mosque", "firm", "court", "team", "centre", "council", "board", "trust",
    "force", "ccg", "town", "othertown", "county", "park", "shop", "area",
)  # fmt: skip


def check_case(case: Case) -> tuple[str, ...]:
    """Say what in a case does not agree, a sentence each; nothing where all does.

    Looked at: roles, ages and gaps at births, who is whose child, surnames, labels, numbers, homes, bodies,
    the order, the dates and the workers of events.
    """
    return tuple(
        fault
        for part in (
            _roles,
            _births,
            _relations,
            _surnames,
            _labels,
            _numbers,
            _places,
            _dates,
            faults_of_events,
        )
        for fault in part(case)
    )


def _roles(case: Case) -> Iterator[str]:
    known = {role.name for role in (*FAMILY, *STAFF, *REVIEW)}
    for role in sorted(_MUST - set(case.people)):
        yield f"{role} is missing"
    for role, person in case.people.items():
        if role not in known or person.role != role:
            yield f"{role} is no role, or another's"
        if not (person.first and person.last and person.title and person.label):
            yield f"{role} has no first name, surname, title or label"
        if (person.born is None) is (role in {each.name for each in FAMILY}):
            yield f"{role} has a birth and is staff, or the other way round"
        if person.died is not None and role != "child":
            yield f"{role} has died"


def _births(case: Case) -> Iterator[str]:
    born = {role: person.born for role, person in case.people.items() if person.born is not None}
    children = sorted((born[role], role) for role in _CHILDREN if role in born)
    for on, role in children:
        years = (on - born["mother"]).days / _YEAR
        if not 15 <= years < 43:
            yield f"the mother was {years:.1f} at the birth of {role}"
        if on > case.told:
            yield f"{role} is born after the documents"
    yield from _elders(born, case)
    for (first, one), (second, other) in pairwise(children):
        if first != second and (second - first).days < 289:
            yield f"{one} and {other} are born too near each other"
        if first == second and case.people[one].facts.get("father") != case.people[other].facts.get("father"):
            yield "twins have two fathers"
    if "sib" in born and not born["sib"] < born["child"]:
        yield "the elder sibling is younger"
    for one, other in (("mother", "aunt"), ("mother", "uncle"), ("aunt", "uncle")):
        if one in born and other in born and abs((born[one] - born[other]).days) < 289:
            yield f"{one} and {other} are born too near each other"


def _elders(born: dict[str, date], case: Case) -> Iterator[str]:
    """Grandparents were of an age to have children."""
    for parent, low, high in (("gran", 15.5, 46), ("grandad", 16, 60), ("pgran", 15.5, 46)):
        for role, person in case.people.items():
            if parent in born and parent in (person.facts.get("mother"), person.facts.get("father")):
                years = (born[role] - born[parent]).days / _YEAR
                if not low <= years <= high:
                    yield f"{parent} was {years:.1f} at the birth of {role}"


def _relations(case: Case) -> Iterator[str]:
    people = case.people
    for role, person in people.items():
        for parent in (person.facts.get("mother", ""), person.facts.get("father", "")):
            if parent and parent not in people:
                yield f"{role} is the child of {parent}, who is not there"
            elif parent and not _years_between(people[parent], person) >= 15:
                yield f"{parent} is too young to have {role}"
    for role in _CHILDREN:
        if role in people and people[role].facts.get("mother") != "mother":
            yield f"{role} is not the mother's child"
    if "exp" in people and people.get("sib", people["child"]).facts.get("father") != "exp":
        yield "the former partner is not the father of the elder sibling"
    if "partner" in people and people["child"].facts.get("father") == "partner":
        yield "the partner is the child's father"
    if "cousin" in people and people["cousin"].facts.get("mother") != "aunt":
        yield "the cousin is not the aunt's child"
    if ("pgran" in people) and people["father"].facts.get("mother") != "pgran":
        yield "the father's mother is not his"


def _years_between(parent: Person, child: Person) -> float:
    if parent.born is None or child.born is None:
        return 0
    return (child.born - parent.born).days / _YEAR


def _surnames(case: Case) -> Iterator[str]:
    """A child bears a name of one of the people it could have it from, or a double one of theirs."""
    people = case.people
    for role in _CHILDREN:
        if role not in people:
            continue
        person = people[role]
        near = ("mother", "father", "partner", "exp", "gran", "grandad")
        names = [people[each].last for each in near if each in people]
        names += [people[each].former_last for each in near if each in people and people[each].former_last]
        names += [people[each].first for each in ("father",) if each in people]
        stems = {_stem(part) for name in names for part in (name, *name.split("-"))}
        for name in (person.last, person.former_last):
            parts = [part for part in (name, *name.split("-")) if part]
            if parts and not ({_stem(name)} <= stems or {_stem(part) for part in parts[1:]} <= stems):
                yield f"the surname of {role} comes from nobody"
        if person.former_last and person.former_last == person.last:
            yield f"{role} changed a surname for the same"
    if people["mother"].former_last == people["mother"].last:
        yield "the mother changed her surname for the same"


def _stem(name: str) -> str:
    """What stays of a surname in the forms for men and women: "Hájek" and "Hájková" share three letters."""
    return folded(name)[:3]


def _labels(case: Case) -> Iterator[str]:
    for label, count in Counter(person.label for person in case.people.values()).items():
        if count > 1:
            yield f"{count} people are {label}"
    child = case.people["child"]
    if child.label[-1] in {folded(child.first)[:1].upper(), folded(child.last)[:1].upper()}:
        yield "the label of the child is its initial"


def _numbers(case: Case) -> Iterator[str]:
    for kind in ("nhs", "nino", "upn"):
        found = [person.ids[kind] for person in case.people.values() if kind in person.ids]
        if len(found) != len(set(found)):
            yield f"two people have one {kind}"
    for role, person in case.people.items():
        if "nhs" in person.ids and not _nhs_holds(person.ids["nhs"]):
            yield f"the NHS number of {role} fails its check"
        if person.ids.get("nino", "QQ")[:2] != "QQ":
            yield f"the National Insurance number of {role} could be somebody's"


def _nhs_holds(number: str) -> bool:
    digits = [int(each) for each in number if each.isdecimal()]
    if len(digits) != 10 or digits[:3] != [9, 9, 9]:
        return False
    total = sum(digit * weight for digit, weight in zip(digits, (*range(10, 1, -1), 1), strict=True))
    return bool(total % 11 == 0)


def _places(case: Case) -> Iterator[str]:
    for body in _BODIES:
        if not case.bodies.get(body):
            yield f"there is no {body}"
    if len({home.line for home in case.homes}) != len(case.homes) or not case.homes:
        yield "two homes are the same, or there is none"
    for home in case.homes:
        if not (home.street and home.postcode and (home.number or home.flat)):
            yield "a home has no street, postcode or number"
    for role in ("gran", "grandad", "aunt", "cousin", "friend", "exp", "pgran", "neighbour"):
        if role in case.people and case.people[role].address in (None, *case.homes):
            yield f"{role} has no address of another home"


def _dates(case: Case) -> Iterator[str]:
    child = case.people["child"]
    if not date(2005, 1, 1) <= case.incident <= date(2023, 12, 31):
        yield "the incident is not in the years of the cases"
    if not case.review[0] < case.review[1] <= case.incident < case.told:
        yield "review, incident and documents are out of order"
    if child.born is None or not 0 <= (case.incident - child.born).days < 17 * _YEAR:
        yield "the child is not a child at the incident"
    if child.died is not None and not 0 <= (child.died - case.incident).days < 31:
        yield "the child did not die of the incident"
    mother = case.people["mother"]
    if mother.born is None or (case.incident - mother.born).days < 15 * _YEAR:
        yield "the mother is too young"
