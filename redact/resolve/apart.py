"""Whether two persons are two for sure, or are told as two: by sexes, callings, births, words of kinship."""

from __future__ import annotations

import re

from redact.resolve.persons import Person

__all__ = ["are_kin", "are_of_two_ages", "are_told_apart", "are_two", "kin_kind"]

# Of one family nobody is of two of these; a mother may be a daughter, a grandmother or a partner besides.
_KIN = (
    ("parent", re.compile(r"(?<!grand)(?<!grand-)(?:mother|mum|mummy|mam|mom|father|dad|daddy)$")),
    ("aunt", re.compile(r"(?:aunt|aunty|auntie|uncle)$")),
    ("sibling", re.compile(r"(?:brother|sister|sibling)$")),
    ("in-law", re.compile(r"(?:brother|sister)[- ]in[- ]law$")),
)
_PARENT = re.compile(r"(?<!grand)(?<!grand-)(?:mother|mum|mummy|mam|mom|father|dad|daddy)$")
_GRANDPARENT = re.compile(
    r"(?:grand-?(?:mother|father|ma|pa|parent)|granny|gran|nan|nana|nanny|grandad|granddad|[mp]g[mf])$"
)


_KINDS = (
    ("father", re.compile(r"father|dad|daddy")),
    ("mother", re.compile(r"mother|mum|mummy|mam|mom")),
    ("maternal grandmother", re.compile(r"mgm|maternal grand ?mother|maternal gran")),
    ("paternal grandmother", re.compile(r"pgm|paternal grand ?mother|paternal gran")),
    ("maternal grandfather", re.compile(r"mgf|maternal grand ?(?:d?ad|father)")),
    ("paternal grandfather", re.compile(r"pgf|paternal grand ?(?:d?ad|father)")),
    ("child", re.compile(r"child|baby|(?:subject|index) child")),
    ("sibling", re.compile(r"(?:half |step )?(?:brother|sister|sibling)")),
    ("aunt", re.compile(r"(?:maternal |paternal )?(?:aunt|aunty|auntie)")),
    ("uncle", re.compile(r"(?:maternal |paternal )?uncle")),
    ("grandmother", re.compile(r"grand ?mother|grandma|gran|granny|nan|nana|nanny")),
    ("grandfather", re.compile(r"grand ?father|gran?dd?ad|grandpa")),
)


def are_two(one: Person, other: Person) -> bool:
    """Tell whether something that is known of both cannot be said of one person."""
    if one.sexes and other.sexes and not one.sexes & other.sexes:
        return True
    if one.callings and other.callings and not one.callings & other.callings:
        return True
    if (one.is_child, other.is_grown_up) == (True, True) or (other.is_child, one.is_grown_up) == (True, True):
        return not (one.is_child and other.is_child)  # who is called both is told wrongly by one of them
    return any(map(one.is_born_otherwise, other.births))


def are_kin(one: Person, other: Person) -> bool:
    """Tell whether words of kinship beside their names make them two of one family: a mother and an aunt."""
    own, others = (
        {kind for kind, words in _KIN for word in person.relations if words.search(word)}
        for person in (one, other)
    )
    return bool(own and others) and not own & others


def are_told_apart(one: Person, other: Person) -> bool:
    """Tell whether two whose names are written differently are told as two, though one person could be both.

    Emma Clarke the mother may be a teacher; where Emma Clark is the teacher, they are rather two.
    """
    return (
        are_two(one, other)
        or are_kin(one, other)
        or are_of_two_ages(one, other)
        or {one.side, other.side} == {"kin", "work"}
    )


def kin_kind(relation: str) -> str:
    """Give one word for all that say the same of somebody: dad and father; of no kinship, nothing."""
    plain = relation.casefold().replace("-", " ").strip()
    return next((kind for kind, words in _KINDS if words.fullmatch(plain)), "")


def are_of_two_ages(one: Person, other: Person) -> bool:
    """Tell whether of two people one is called the parent, the other the grandparent, and neither both.

    A grandmother may bear her daughter's forename and maiden name.
    """
    ages = [
        {kind for kind in (_PARENT, _GRANDPARENT) if any(map(kind.search, person.relations))}
        for person in (one, other)
    ]
    return all(len(own) == 1 for own in ages) and ages[0] != ages[1]
