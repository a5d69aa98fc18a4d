"""Foster carers and others with whom a child lives: names that are theirs, though a parent bears them too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redact.resolve.names import Form
from redact.resolve.persons import Person
from redact.resolve.surroundings import Seen, spans_between
from redact.values.text import Passage

__all__ = ["are_no_carers", "carers_of"]

_REACH = 60  # characters around a name in which it is said
_AND = re.compile(r"\s*(?:and|&|/|,|\+)\s*", re.IGNORECASE)
_CARER = (
    r"(?:\b(?:foster|respite|short[- ]break)[ -]?(?:carers?|parents?|mother|mum|mam|father|dad)|\bFCs?)\b"
)
_CARERS_BEFORE = re.compile(
    rf"{_CARER}(?:['’]s?)?(?:[ ](?:daily|weekly|monthly|night|logs?|records?|recordings?|diary|sheet|notes?"
    r"|report|names?))*[ ]*[:,(–—\t-]?[ ]*$"
    # "Carers: Elsie and Brian" in a field of its own.
    r"|^\W*(?:current[ ]|approved[ ])?carers?(?:['’]?s?[ ]names?)?[ ]*[:|\t–-][ ]*$",
    re.IGNORECASE,
)
# Where a child lives: with a carer, or with a sister who lives there too.
_FOSTERED = re.compile(
    r"\b(?:(?:in|into)[ ](?:(?:temporary|emergency|respite)[ ])?foster[ ](?:care|placement)[ ](?:w/|with)"
    r"|fostered[ ]by|foster[ ](?:home|placement)[ ](?:of|with))[ ]*$",
    re.IGNORECASE,
)
_CARERS_BEHIND = re.compile(
    r"(?:[ ]*[,:(\t–—-]+[ ]*|[ ](?:is|are|was|were)[ ])(?:who[ ](?:is|are|was|were)[ ])?"
    rf"(?:(?:the|an?|his|her|their|our|approved|experienced|temporary|both|(?:short|long)-term)[ ])*{_CARER}",
    re.IGNORECASE,
)
_FOSTERS = re.compile(r"foster|respite|^fcs?$|.carer$")
_CARER_ALONE = "carer"
_PARENT = re.compile(r"(?<!grand)(?<!grand-)(?<!foster )(?:mother|mum|mummy|mam|mom|father|dad|daddy)$")


def carers_of(own: Sequence[Seen], passage: Passage) -> Iterator[tuple[Seen, str, bool]]:
    """Find the names of a passage, alone or in a row, that are said to be carers'.

    Returns: each with the surname of its row, and whether it may be that of a child who lives there too.
    """
    for row in _rows(own, passage):
        before = passage.text[: row[0].mention.span.start][-_REACH:]
        weak = _FOSTERED.search(before) is not None
        behind = _CARERS_BEHIND.match(passage.text, row[-1].mention.span.end)
        if _CARERS_BEFORE.search(before) or behind or weak:
            last = row[-1].name.last if row[-1].name.form is Form.FULL else ""
            yield from ((one, last, weak) for one in row)


def _rows(own: Sequence[Seen], passage: Passage) -> Iterator[list[Seen]]:
    row: list[Seen] = []
    ordered = sorted(own, key=lambda one: (one.mention.span.start, one.mention.span.end))
    joined = {id(other) for _, other, between in spans_between(ordered, passage) if _AND.fullmatch(between)}
    for one in ordered:
        if id(one) not in joined and row:
            yield row
            row = []
        row.append(one)
    if row:
        yield row


def are_no_carers(bearers: Sequence[Person], surname: str, may_be_child: bool) -> bool:
    """Tell whether nobody who bears a forename is meant: all have another surname, or are known otherwise."""
    if may_be_child and any(person.is_child or not person.is_grown_up for person in bearers):
        return False
    others = surname and all(person.lasts and surname not in person.lasts for person in bearers)
    return bool(others) or all(map(_is_no_carer, bearers))


def _is_no_carer(person: Person) -> bool:
    """Tell whether somebody is known as the child, a parent or by a calling, and never as a foster carer."""
    words = (*person.relations, *person.roles)
    known = person.is_child or any(map(_PARENT.search, words))
    if any(map(_FOSTERS.search, words)) or (_CARER_ALONE in words and not known):
        return False  # who cares for a child may be her mother
    return known or bool(person.callings)
