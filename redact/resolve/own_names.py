"""Names that are like that of a worker or a friend who is known, and sooner somebody else's own.

In a family a child is Kit at home and Christopher at school, and papers spell her forename in several ways.
Of all others papers say the name that she gives: a Patrick beside Padraig is a second man, and so is a Ray
where no paper that names him knows a Raymond.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from redact.resolve.callings import calling_of
from redact.resolve.lists import forenames
from redact.resolve.names import Form
from redact.resolve.persons import Person
from redact.resolve.surroundings import Seen
from redact.values.persons import Because

__all__ = ["her_own_names"]

_Found = tuple[Sequence[Person], Because]
_OFTEN = 20  # times that somebody is named by her own name, whom others may call by a short one
_HEARD = frozenset({Because.SOUND, Because.CUT, Because.SPELLED})


def her_own_names(seen: Sequence[Seen], found: Sequence[_Found], whose: Mapping[str, str]) -> Iterator[Seen]:
    """Find the single names that are given to one outside the family for a likeness alone.

    Args:
        found: for each of `seen`, in its order, who could be meant.
        whose: for each passage its document.
    """
    called: set[tuple[str, str]] = set()  # document and person
    papers: dict[str, set[str]] = defaultdict(set)  # of each part of a name those that have it
    times = Counter[str]()
    for one, (who, _) in zip(seen, found, strict=True):
        document = whose[one.mention.span.passage]
        papers[one.name.last].add(document)
        if len(who) == 1 and one.name.form is not Form.INITIALS and not _is_like(one, who[0]):
            called.add((document, who[0].sort))
            times[who[0].sort] += 1
    for one, (who, why) in zip(seen, found, strict=True):
        if len(who) != 1 or one.name.form is not Form.SINGLE or not _is_like(one, who[0]):
            continue
        person, part = who[0], one.name.last
        if person.kin or person.is_child or (one.role and calling_of(one.role) in person.callings):
            continue
        beside = {(document, person.sort) in called for document in papers[part]}
        here = (whose[one.mention.span.passage], person.sort) in called
        seldom = times[person.sort] < _OFTEN or bool(person.callings)
        if part in forenames() and (why is Because.SPELLED or (why is Because.SHORT and not here and seldom)):
            yield one
        elif why in _HEARD and seldom and len(beside) > 1:
            yield one  # a paper has it without her own name, so that beside hers it is no slip


def _is_like(one: Seen, person: Person) -> bool:
    """Tell whether a name is none of those by which somebody is known."""
    return not {one.name.first, one.name.last} & (person.firsts | person.lasts | person.others)
