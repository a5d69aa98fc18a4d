"""Other spellings of a forename that some papers have throughout: "Suneeta" where others have Sunita.

A paper that has both speaks of two. What remains: two people whose names are spelt nearly alike, of whom no
paper names both and one never has a whole name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from redact.resolve.apart import are_told_apart
from redact.resolve.doubting import Found
from redact.resolve.lists import forenames
from redact.resolve.names import Form
from redact.resolve.persons import Person
from redact.resolve.slips import is_near, neighbours_of, sound_of
from redact.resolve.surroundings import Seen
from redact.values.persons import Because

__all__ = ["with_variants"]

_LONG = 6  # letters of names that are alike by chance hardly ever
_OFTEN = 20  # times that somebody is named, in several papers
_SEVERAL = 3


def with_variants(seen: Sequence[Seen], found: Sequence[Found], whose: Mapping[str, str]) -> list[Found]:
    """Give who is seldom named to the only one of the family whose forename it spells otherwise.

    Args:
        found: for each of `seen`, in its order, who could be meant.
        whose: for each passage its document.
    """
    times: Counter[str] = Counter()
    papers: dict[str, set[str]] = defaultdict(set)  # those that have her forename
    called: dict[str, set[str]] = defaultdict(set)  # those that have it alone, and not in a heading only
    people: dict[str, Person] = {}
    for one, (who, _) in zip(seen, found, strict=True):
        if len(who) == 1 and one.name.form in (Form.SINGLE, Form.FULL):
            person = who[0]
            people[person.sort] = person
            times[person.sort] += 1
            if {one.name.first, one.name.last} & (person.firsts or person.lasts):
                papers[person.sort].add(whose[one.mention.span.passage])
                if one.name.form is Form.SINGLE:
                    called[person.sort].add(whose[one.mention.span.passage])
    by_forename: dict[str, dict[str, Person]] = defaultdict(dict)
    for person in people.values():
        often = times[person.sort] >= _OFTEN and len(papers[person.sort]) >= _SEVERAL
        if often and (person.is_child or person.kin) and not person.callings:
            for key in (key for first in person.firsts for key in _keys(first)):
                by_forename[key][person.sort] = person
    same: dict[str, Person] = {}
    for sort, person in people.items():
        near = _others(person, by_forename)
        if len(near) == 1 and times[near[0].sort] > times[sort]:
            there = papers if person.firsts else called
            if not papers[sort] & there[near[0].sort]:
                same[sort] = near[0]
    return [
        ((same[who[0].sort],), Because.SPELLED) if len(who) == 1 and who[0].sort in same else (who, why)
        for who, why in found
    ]


# ------------------------------------------------------------------ private


def _others(person: Person, by_forename: Mapping[str, Mapping[str, Person]]) -> list[Person]:
    """Give whose forename may be that of somebody, of whom nothing else is known or the same surname."""
    names = person.firsts or person.lasts
    part = next(iter(names), "")
    if len(names) != 1 or len(part) < _LONG or part in forenames() or person.roles:
        return []
    near = {other.sort: other for key in _keys(part) for other in by_forename.get(key, {}).values()}
    return [
        other
        for other in near.values()
        if other is not person and any(_is_alike(part, first) for first in other.firsts)
        if not person.firsts or (person.lasts <= other.lasts and not are_told_apart(person, other))
    ]


def _keys(name: str) -> set[str]:
    return {*neighbours_of(name), f"{sound_of(name)}~"}


def _is_alike(one: str, other: str) -> bool:
    sound = sound_of(one)
    return (
        len(other) >= _LONG
        and one != other
        and (is_near(one, other) or bool(sound and sound == sound_of(other)))
    )
