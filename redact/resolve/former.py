"""Whole names of two: a former name of the one that the other bears, and namesakes.

"Another Tom Rook" is nobody of whom the papers told before. Of a Dawn Prowse, née Ashton, some papers still
say Dawn Ashton. Where the case has a Dawn Ashton too, the name is hers; but not where the other one is named
besides, nor where the text says that somebody is recorded under it: then it could be either's. What remains:
a paper that names only the one by her former name, and says nothing of it, gives it to the other; and a
namesake of whom nothing says so is taken for the one who is known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from redact.resolve.another import may_be_another
from redact.resolve.doubting import Found
from redact.resolve.knowing import Persons
from redact.resolve.names import Form
from redact.resolve.persons import Person
from redact.resolve.recorded import recorded_as
from redact.resolve.surroundings import Seen
from redact.values.persons import Because
from redact.values.text import Passage

__all__ = ["with_former_names"]


def with_former_names(
    seen: Sequence[Seen], found: Sequence[Found], persons: Persons, passages: Mapping[str, Passage]
) -> list[Found]:
    """Leave open whose a whole name is that may be another's former one.

    Args:
        found: for each of `seen`, in its order, who could be meant.
    """
    named: dict[str, set[str]] = defaultdict(set)
    for one, (who, _) in zip(seen, found, strict=True):
        if len(who) == 1:
            named[one.mention.span.passage].add(who[0].sort)
    told: list[Found] = []
    for one, (who, why) in zip(seen, found, strict=True):
        others: list[Person] = []
        text = passages[one.mention.span.passage].text
        said_so = not one.twin and may_be_another(one, text)
        if one.name.form is Form.FULL and len(who) == 1 and said_so:
            others = [Person(f"another {who[0].sort}")]
        # A role, a birth or a middle name beside it tells by itself whose it is.
        alone = not (one.born or one.role or one.relation or one.name.between)
        if one.name.form is Form.FULL and len(who) == 1 and alone and not others:
            own = f"{one.name.first} {one.name.last}"
            others = [
                person
                for person in persons.bearers(one.name.first, one.name.last)
                if person.sort != who[0].sort and not person.sort.startswith(own)
            ]
            said = others and recorded_as(one, text)[0]
            here = named[one.mention.span.passage]
            others = others if said else [person for person in others if person.sort in here]
        told.append(((*who, *others), Because.OPEN) if others else (who, why))
    return told
