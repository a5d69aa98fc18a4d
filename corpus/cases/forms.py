"""Every form of a person's name that a template may ask for, and what stands in front of it.

`name_forms` gives the words of the name alone, which are the gold; `titles` gives the title or short role
that a titled form has in front, with which the name makes "Ms Brandreth" or "PC Trebb" and which is no gold.
"""

from __future__ import annotations

from collections.abc import Mapping

from corpus.cases.draw import seeded
from corpus.cases.mistakes import mistaken
from corpus.cases.roles import ROLES
from corpus.cases.values import Person

__all__ = ["first_letter", "name_forms", "titles"]


def name_forms(person: Person) -> Mapping[str, str]:
    """Give the text of every form that this person has; a form that there is none of is absent.

    Absent may be: `middle`, `nick`, `variant`, `former`, `formerlast`, `aka`, `user`, `email`, `phone`. The
    slips are the same at every call for the same person.
    """
    first, last = person.first, person.last
    initials = [first_letter(first), *([first_letter(last)] if last else [])]
    forms = {
        "full": f"{first} {last}",
        "middle": f"{first} {person.middle} {last}" if person.middle else "",
        "first": first,
        "last": last,
        "t": last,
        "tfull": f"{first} {last}",
        "tinit": f"{first_letter(first)}. {last}",
        "tfirst": first,
        "init": "".join(f"{letter}." for letter in initials),
        "inits": "".join(initials),
        "ilast": f"{first_letter(first)}. {last}",
        "lasti": f"{last} {first_letter(first)}",
        "firsti": f"{first} {first_letter(last)}",
        "lastfirst": f"{last.upper()}, {first}",
        "lastfirst2": f"{last}, {first}",
        "caps": f"{first} {last}".upper(),
        "lastcaps": last.upper(),
        "firstcaps": first.upper(),
        "low": first.lower(),
        "rolefull": f"{first} {last}",
        "rolelast": last,
        "nick": person.nick,
        "variant": person.variant,
        "former": f"{first} {person.former_last}" if person.former_last else "",
        "formerlast": person.former_last,
        "aka": _also(person),
    }
    forms |= _slips(person)
    forms |= {key: person.ids.get(key, "") for key in ("user", "email", "phone")}
    return {form: text for form, text in forms.items() if text}


def titles(person: Person) -> Mapping[str, str]:
    """Give what stands in front of the name in each titled form, without the space."""
    short = ROLES[person.role].short or person.title
    found = dict.fromkeys(("t", "tfull", "tinit", "tfirst"), person.title)
    return {**found, "rolefull": short, "rolelast": short}


def first_letter(name: str) -> str:
    """Give the initial of a name, in capitals."""
    return next((letter for letter in name if letter.isalpha()), name[:1]).upper()


def _also(person: Person) -> str:
    """Another name in use: the short form with the earlier surname, or one of the two."""
    if person.nick:
        return f"{person.nick} {person.former_last or person.last}"
    if person.variant and not person.former_last:
        return f"{person.variant} {person.last}"
    # A middle name that is used as the first one.
    return f"{person.middle} {person.last}" if person.middle and person.former_last else ""


def _slips(person: Person) -> dict[str, str]:
    rng = seeded("slip", person.role, person.first, person.last)
    return {"slip": mistaken(person.first, rng), "lastslip": mistaken(person.last, rng)}
