"""Whole names that stand once, with two letters misread: "Micntte Rook" where Minette Rook is known.

What remains: somebody who is named once, by a forename that is in no list and much like a relative's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from redact.resolve.lists import forenames
from redact.resolve.persons import Person
from redact.resolve.slips import is_garbled

__all__ = ["OFTEN", "beginnings", "is_misread"]

OFTEN = 8  # times that a whole name stands of which another that stands once may be a misreading
_BEGIN = 2  # letters of a forename that are read rightly


def beginnings(person: Person) -> Iterator[tuple[str, str, str]]:
    """Give the keys under which such a name is found, and that of which it is a misreading."""
    return (("begins", first[:_BEGIN], last) for first in person.firsts for last in person.lasts)


def is_misread(person: Person, other: Person, counts: Mapping[str, int]) -> bool:
    """Tell whether a whole name with nothing said of it is much like one of that surname that stands often.

    Args:
        counts: how often each part of a name is written so; a misread one stands nowhere else.
    """
    if person.count > 1 or person.roles or person.relations or person.kin or other.count < OFTEN:
        return False
    return person.lasts == other.lasts and any(
        counts[one] == 1 and one not in forenames() and is_garbled(one, first)
        for one in person.firsts
        for first in other.firsts
    )
