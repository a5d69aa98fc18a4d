"""Whom a title, a calling or a birth beside a name excludes, of all who could be meant by it."""

from __future__ import annotations

import re
from collections.abc import Callable

from redact.resolve.callings import DOCTORS, calling_of
from redact.resolve.lists import judges
from redact.resolve.persons import LAY, WORK, Asked, Person
from redact.resolve.surroundings import sex_of
from redact.values.text import Span

__all__ = ["is_of_another", "left_of", "may_tell_of_two"]

_OF_GROWN_UPS = frozenset({"mr", "mrs", "ms"})
_ARTICLE = re.compile(r"\b(?:the|an?|her|his|their|our|my)[ ](?:[\w/-]+[ ]){1,3}$", re.IGNORECASE)
_TELLS = re.compile(
    r"\b(?:tell|told|telling|inform(?:ed|ing)|advised?|advising|assured?|reminded|warned|notified|rang)[ ]"
    r"(?:[\w/]+[ ]){1,3}$",
    re.IGNORECASE,
)
_TELLS_ONE = re.compile(  # the same directly before a name
    r"\b(?:tell|told|telling|inform(?:ed|ing)|advis(?:ed?|ing)|assured?|reminded|warned|notified|asked|says?|said"
    r"|texted|e-?mailed|messaged|showed|gave|given|sent)[ ]$",
    re.IGNORECASE,
)
_DOES = re.compile(r"[ ](?:was|is|has|had|were|would|will|could|can|should|might|did|does)\b")
_REACH = 60  # characters before a name
_NO_DOCTORS = frozenset({"police", "nursing", "housing", "probation"})


def left_of(found: list[Person], asked: Asked) -> list[Person]:
    """Leave out whom the title, the calling or the birth excludes that stands beside a name."""
    if asked.side == WORK:  # "Mrs Rook, teacher" is not the mother Ida Rook
        found = [person for person in found if not _is_family(person)]
    if asked.side == LAY:  # "the neighbour, Rook" is not the social worker Ida Rook
        found = [person for person in found if not person.callings]
    return _by_birth(_by_title(found, asked.role, asked.name.last), asked.born)


def is_of_another(text: str, span: Span) -> bool:
    """Tell whether a role before a name is another's: "told the GP Kay had left", "told SW Kay was in"."""
    before = text[: span.start][-_REACH:]
    told = _TELLS.search(before) and _DOES.match(text, span.end)
    return bool(told or _ARTICLE.search(before))


def may_tell_of_two(text: str, start: int, end: int) -> bool:
    """Tell whether two names side by side may be of whom is told and of what: "told Kay Rook had left"."""
    told = _TELLS_ONE.search(text[:start][-_REACH:])
    return told is not None and _DOES.match(text, end) is not None


# ------------------------------------------------------------------ private


def _by_birth(found: list[Person], born: str) -> list[Person]:
    """Leave out whom a birth excludes; of several, take the one who is known to be born then."""
    if not born:
        return found
    found = [person for person in found if not person.is_born_otherwise(born)]
    return [person for person in found if born in person.births] or found


def _by_title(found: list[Person], role: str, part: str) -> list[Person]:
    """Leave out whom a title or calling excludes; of several, take the one it is known of if all have one.

    Args:
        part: the name behind it; of a forename a calling says little ("told the GP Kay had left").
    """
    sex, calling = sex_of(role), calling_of(role)
    if role in DOCTORS:
        found = [person for person in found if not person.callings or person.callings - _NO_DOCTORS]
        found = [person for person in found if not _is_family(person) or role in person.roles]
    if role in judges():
        found = [person for person in found if part in person.lasts]
    if sex:
        found = [person for person in found if not person.sexes or sex in person.sexes]
        found = [
            person
            for person in found
            if not person.is_child or person.is_grown_up or {role, *_OF_GROWN_UPS} & person.roles
        ]
        found = _only(found, lambda person: sex in person.sexes, lambda person: bool(person.sexes))
        return _by_this_title(found, role)
    if calling:
        fits = [
            p for p in found if calling in p.callings or not (p.callings or _is_family(p) or _had(p, part))
        ]
        found = [p for p in found if p in fits or part in p.firsts]
        found = _only(found, lambda p: calling in p.callings, lambda p: _is_no_worker(p) or bool(p.callings))
    if role:
        return _only(found, lambda person: role in person.roles, lambda person: bool(person.roles))
    return found


def _is_family(person: Person) -> bool:
    """Tell whether somebody is a child, or said to be a relative and no worker."""
    return not person.callings and (person.is_child or bool(person.kin))


def _had(person: Person, part: str) -> bool:
    """Tell whether a surname may be a former one of somebody who has two: a worker goes by her own."""
    return len(person.lasts) > 1 and part in person.lasts


def _is_no_worker(person: Person) -> bool:
    """Tell whether somebody is a relative, or addressed as no constable is: Mr Rook."""
    return bool(person.kin) or any(map(sex_of, person.roles))


def _by_this_title(found: list[Person], role: str) -> list[Person]:
    """Of several, take the one who has this title, where all others are known to have another one."""
    return _only(found, lambda p: role in p.roles, lambda p: any(map(sex_of, p.roles)))


def _only(
    found: list[Person], is_meant: Callable[[Person], bool], is_known: Callable[[Person], bool]
) -> list[Person]:
    meant = [person for person in found if is_meant(person)]
    if len(meant) == 1 < len(found) and all(is_known(person) for person in found):
        return meant
    return found
