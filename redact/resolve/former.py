"""Whole names of two: a former name of the one that the other bears, and namesakes.

"Another Tom Rook" is nobody of whom the papers told before. Of a Dawn Prowse, née Ashton, some papers still
say Dawn Ashton. Where the case has a Dawn Ashton too, the name is hers; but not where the other one is named
besides, nor where the text says that somebody is recorded under it: then it could be either's. What remains:
a paper that names only the one by her former name, and says nothing of it, gives it to the other; and a
namesake of whom nothing says so is taken for the one who is known.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from redact.resolve.aliases import recorded_as
from redact.resolve.doubting import Found
from redact.resolve.knowing import Persons
from redact.resolve.names import Form
from redact.resolve.persons import Person
from redact.resolve.surroundings import Seen
from redact.values.persons import Because
from redact.values.text import Passage

__all__ = ["with_former_names"]

# Words that say outright that somebody else has the name.
_ANOTHER = re.compile(
    r"\b(?:another|an?[ ](?:second|third|different|further|separate|older|younger)"
    r"|the[ ](?:other|second|different))[ ]+(?:child|boy|girl|man|woman|person)?(?:[ ]called)?[ ]*$",
    re.IGNORECASE,
)
_REACH = 40  # characters
_NO_RELATION = re.compile(
    r"[ ]*[,(–-][ ]*(?:(?:who[ ]is[ ])?(?:no|not[ ]a|of[ ]no)[ ]relation|a[ ]namesake|not[ ]related"
    r"|unrelated|(?:who[ ]is[ ])?not[ ]the[ ])",
    re.IGNORECASE,
)


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
        if one.name.form is Form.FULL and len(who) == 1 and _is_namesake(one, passages):
            others = [Person(f"another {who[0].sort}")]
        # A role, a birth or a middle name beside it tells by itself whose it is.
        alone = not (one.born or one.role or one.relation or one.name.between)
        if one.name.form is Form.FULL and len(who) == 1 and alone and not others:
            own, passage = f"{one.name.first} {one.name.last}", one.mention.span.passage
            others = [
                person
                for person in persons.bearers(one.name.first, one.name.last)
                if person.sort != who[0].sort and not person.sort.startswith(own)
            ]
            said = others and recorded_as(one, passages[passage].text)[0]
            others = others if said else [person for person in others if person.sort in named[passage]]
        told.append(((*who, *others), Because.OPEN) if others else (who, why))
    return told


def _is_namesake(one: Seen, passages: Mapping[str, Passage]) -> bool:
    span = one.mention.span
    text = passages[span.passage].text
    before, behind = text[max(0, span.start - _REACH) : span.start], text[span.end : span.end + _REACH]
    return _ANOTHER.search(before) is not None or _NO_RELATION.match(behind) is not None
