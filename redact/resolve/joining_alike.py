"""Persons of whom nothing but the spelling, or a maiden name, makes two: "Frazer Rook" and "Fraser Rook".

Joined are the only two of one surname, or of one forename, whom no text names side by side and no word beside
a name tells apart. What remains: two brothers whose names are spelt alike and who never meet in a paper.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from redact.resolve.apart import are_told_apart
from redact.resolve.lists import forenames, spellings_of
from redact.resolve.merging import Merged
from redact.resolve.names import Form
from redact.resolve.persons import Asked, Person
from redact.resolve.slips import is_near
from redact.resolve.surroundings import Seen
from redact.resolve.told_as_two import listed_as_two_persons, told_as_two
from redact.values.text import Passage

__all__ = ["join_names_of_family", "join_spellings"]

_Meant = Mapping[Asked, Sequence[Person]]
_FEWER = 1.5  # times: the other spelling of a name is the rarer one


def join_names_of_family(
    by_passage: Mapping[str, Sequence[Seen]], passages: Mapping[str, Passage], meant: _Meant, merged: Merged
) -> None:
    """Join the only two of one forename whose surnames are both the family's: a maiden and a married name.

    Not where words beside their names, or a list that has both, make them two.
    """
    everybody = merged.of(person for found in meant.values() for person in found)
    bearers: dict[str, set[str]] = defaultdict(set)
    related = {
        one.name.last
        for seen in by_passage.values()
        for one in seen
        if one.name.form is Form.SINGLE and (one.kin or one.is_child)
    }
    for person in everybody:
        of_family = person.kin or person.is_child or person.firsts & related
        if of_family and not person.callings:
            for last in person.lasts:
                bearers[last] |= person.firsts
    by_forename: dict[str, list[Person]] = defaultdict(list)
    for person in everybody:
        for first in person.firsts:
            by_forename[first].append(person)
    listed = listed_as_two_persons(by_passage, passages, meant, merged)
    for _, found in sorted(by_forename.items()):
        if len(found) != 2 or any(person.callings for person in found):
            continue
        one, other = found
        if (
            one.lasts & other.lasts
            or are_told_apart(one, other)
            or frozenset({one.sort, other.sort}) in listed
        ):
            continue
        if all(bearers[last] - one.firsts - other.firsts for last in one.lasts | other.lasts):
            merged.join(one, other)


def join_spellings(
    by_passage: Mapping[str, Sequence[Seen]], passages: Mapping[str, Passage], meant: _Meant, merged: Merged
) -> None:
    """Join the only two of one surname whose forenames are one name by their spelling."""
    everybody = merged.of(person for found in meant.values() for person in found)
    by_surname: dict[str, list[Person]] = defaultdict(list)
    for person in everybody:
        for last in person.lasts:
            by_surname[last].append(person)
    apart = told_as_two(by_passage, passages, meant, merged)
    pairs: dict[frozenset[str], tuple[Person, Person]] = {}
    for found in by_surname.values():
        for one in found:
            near = [other for other in found if other is not one and _is_spelling(one, other)]
            # Of two brothers each is named as often as the other.
            if len(near) == 1 and _FEWER * one.count <= near[0].count:
                pairs[frozenset({one.sort, near[0].sort})] = one, near[0]
    for key, (one, other) in sorted(pairs.items(), key=lambda each: sorted(each[0])):
        if not are_told_apart(one, other) and key not in apart:
            merged.join(one, other)


def _is_spelling(one: Person, other: Person) -> bool:
    known = forenames()
    return (
        any(
            first != second
            and (is_near(first, second) or second in spellings_of(first))
            and not (first in known and second in known)
            for first in one.firsts
            for second in other.firsts
        )
        and not one.firsts & other.firsts
    )
