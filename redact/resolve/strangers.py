"""Persons who never stand with a whole name, and names that a title or calling gives to two of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from redact.resolve.callings import DOCTORS, calling_of
from redact.resolve.knowing import Persons
from redact.resolve.lists import titles
from redact.resolve.names import Form, Name
from redact.resolve.persons import Asked, Person
from redact.resolve.surroundings import sex_of
from redact.values.persons import Because

__all__ = ["strangers", "with_doubts"]

_OF_WOMEN = frozenset({"mrs", "miss", "ms"})
_POLICE = "police"  # who is addressed by a rank, and nowhere as Mr or Mrs
_CIVIL = "civil"
_RESEMBLING = frozenset({Because.SPELLED, Because.SOUND, Because.CUT, Because.HALF})
_Told = dict[Asked, tuple[list[Person], Because]]


def with_doubts(answers: _Told, persons: Persons, *, by_itself: bool) -> _Told:
    """Take back what cannot all be right: PC Rook and Nurse Rook are not both the only Rook who is known.

    Whoever is known to be the one or the other stays; where neither is known of her, it could be either, so
    that a stranger is put beside her. What remains is learned of those who are told.

    Args:
        by_itself: one document is read, which seldom names everybody of a family: there "Mrs Rook" is not Ida
            Rook of whom it does not say that she is grown up.
    """
    styles: dict[tuple[str, str], set[str]] = defaultdict(set)
    for asked, (found, _) in answers.items():
        if len(found) == 1:
            for way, style in _styles(asked.role, by_itself=by_itself):
                styles[found[0].sort, way].add(style)
    told: _Told = {}
    learned = []
    for asked, (found, why) in answers.items():
        told[asked] = found, why
        if len(found) != 1:
            continue
        person = found[0]
        for way, style in _styles(asked.role, by_itself=by_itself):
            known = _known(person, way)
            other_title = by_itself and way == "title" and known
            if ((len(styles[person.sort, way]) > 1 or other_title) and style not in known) or (
                by_itself and way == "sex" and _may_be_a_child(person, asked)
            ):
                other = _stranger(asked.name, (*_key(asked), style))
                other.roles.add(asked.role)
                told[asked] = [person, other], Because.OPEN
                persons.add(other)
                break
        else:
            learned += [(person, asked)] if _is_learned(person, asked, why) else []
    for person, asked in learned:
        if asked.role:
            person.roles.add(asked.role)
        if asked.born:
            person.births.add(asked.born)
    return told


def strangers(
    unknown: Sequence[Asked], counts: Mapping[Asked, int], persons: Persons, *, single: bool
) -> _Told:
    """Make a person for each name that nobody bears; of a name with titles that one cannot have, several.

    Args:
        single: they are names of one person each, who is known from now on.
    """
    bearers: dict[tuple[str, str, str], list[Asked]] = defaultdict(list)
    for asked in unknown:
        bearers[_key(asked)].append(asked)
    found: _Told = {}
    for key, names in bearers.items():
        styles = sorted({_style(asked.role) for asked in names} - {""})
        made = {
            style: _stranger(names[0].name, (*key, style)) for style in (styles if len(styles) > 1 else [""])
        }
        for asked in names:
            style = _style(asked.role)
            meant = [p for own, p in made.items() if not own or not style or own == style]
            found[asked] = meant, Because.ALONE if len(meant) == 1 else Because.OPEN
            if len(meant) == 1:
                meant[0].count += counts[asked]
                if asked.role:
                    meant[0].roles.add(asked.role)
    if single:
        for person in {p.sort: p for meant, _ in found.values() for p in meant}.values():
            persons.add(person)
    return found


def _is_learned(person: Person, asked: Asked, why: Because) -> bool:
    """Tell whether a title or role beside a name is hers: not where the name only resembles hers.

    Nor is a child the social worker of her forename.
    """
    child = person.is_child and asked.name.last in person.firsts and calling_of(asked.role)
    return why not in _RESEMBLING and not child


def _may_be_a_child(person: Person, asked: Asked) -> bool:
    """Tell whether nothing but a title says that somebody is grown up, or a man or a woman."""
    whole = asked.name.form is not Form.SINGLE or asked.name.last not in person.lasts
    return bool(person.firsts) and not (whole or person.sexes or person.is_grown_up or person.roles)


def _key(asked: Asked) -> tuple[str, str, str]:
    first = " ".join((asked.name.first, *asked.name.between))  # a piece of a name, with the name's forename
    return asked.name.form.value, first, asked.name.last


def _known(person: Person, way: str) -> set[str]:
    """Give what is known of somebody by her whole name of what a title or role may tell."""
    if way == "title":
        return {role for role in person.roles if role in _OF_WOMEN}
    return person.sexes if way == "sex" else person.callings | {_CIVIL}


def _styles(role: str, *, by_itself: bool) -> list[tuple[str, str]]:
    """Say what a title or role tells of somebody: her sex, her calling, and whether her title is a rank.

    Where one document is read, also which of a woman's titles it is: elsewhere papers may differ in it.
    """
    sex, calling = sex_of(role), calling_of(role)
    rank = _POLICE if calling == _POLICE else _CIVIL if sex else ""
    title = role if by_itself and role in _OF_WOMEN else ""
    said = (("sex", sex), ("calling", calling), ("rank", rank), ("title", title))
    return [(way, style) for way, style in said if style]


def _style(role: str) -> str:
    """Say as what somebody is addressed: as a man, as a woman of this title, by a rank or calling."""
    if role in _OF_WOMEN:
        return role  # with no whole name Miss Rook may be Mrs Rook's daughter
    if role in DOCTORS:
        return "medicine"
    return sex_of(role) or calling_of(role) or ("rank" if role in titles() else "")


def _stranger(name: Name, key: Sequence[str]) -> Person:
    sort = "stranger " + " | ".join(key)
    if name.form in (Form.INITIAL_LAST, Form.FIRST_INITIAL):
        return Person(sort, {name.first}, {name.last})
    return Person(sort, set(), {name.last} if name.form is Form.SINGLE else set())
