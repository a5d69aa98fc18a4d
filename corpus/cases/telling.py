"""What a teller of a case asks for: the school of a child on a day, and the words for a person's relation."""

from __future__ import annotations

from datetime import date, timedelta

from corpus.cases.dates import entry_to_school, school_year_on
from corpus.cases.roles import CHILDREN, ROLES
from corpus.cases.values import Case, Person, Sex

__all__ = ["relation", "role_words", "school_on"]

_NURSERY = 24  # months from which a child is at the nursery
_SECONDARY = 7


def school_on(case: Case, role: str, day: date) -> str:
    """Name the school or nursery that somebody attends on a day; empty if none, or nobody knows.

    `bodies["school"]` first, `bodies["school2"]` after a `school_start` in the middle of the primary years,
    or from Year 7 where it is a secondary school. A cousin's school is not known.
    """
    person = case.people.get(role)
    if role not in CHILDREN or person is None or person.born is None or day < person.born:
        return ""
    year = school_year_on(person.born, day)
    if year is None:
        small = day < entry_to_school(person.born) and (day - person.born).days >= _NURSERY * 365 // 12
        return case.bodies["nursery"] if small else ""
    if year >= _SECONDARY:
        return case.bodies.get("secondary", "")
    return case.bodies["school2"] if _moved(case, role, person.born, day) else case.bodies["school"]


def role_words(case: Case, role: str) -> str:
    """Say in words who somebody is: "social worker", "maternal grandmother", "half-brother"."""
    return relation(case.people[role], case.people["child"])


def relation(person: Person, child: Person) -> str:
    """The same for a person and the child whom the case is about."""
    if person.role not in CHILDREN or person.role == "child":
        return ROLES[person.role].words
    word = "brother" if person.sex is Sex.MALE else "sister"
    father = child.facts.get("father", "")
    if not father or person.facts.get("father", "") != father:
        return f"half-{word}"
    return f"twin {word}" if person.born == child.born else word


def _moved(case: Case, role: str, born: date, day: date) -> bool:
    """Whether a child is at the second primary school: it changed, or began after a brother or sister had."""
    if "secondary" in case.bodies:
        return False
    entered = entry_to_school(born)
    for event in case.events:
        other = case.people[event.child].born
        if event.kind != "school_start" or event.on > day or other is None:
            continue
        late = event.on > entry_to_school(other) + timedelta(days=40)
        if late and (event.child == role or event.on < entered + timedelta(days=40)):
            return True
    return False
