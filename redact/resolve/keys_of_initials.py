"""Initials that stand beside a name whose they may be: "Kay Rook K.R.", "KR<tab>Kay Rook", "ROOK K.R.".

What remains: a key with signs between ("KR = Kay Rook"), and the same letters elsewhere in that document,
which may be another's all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from redact.resolve.knowing import Persons
from redact.resolve.names import Form
from redact.resolve.persons import Asked, Person, asked_of
from redact.resolve.surroundings import Seen, spans_between
from redact.values.persons import Because
from redact.values.text import Passage

__all__ = ["told_initials"]

_BESIDE = re.compile(r"[ ]?\t[ ]?|[ \u00a0]")


def told_initials(
    by_passage: Mapping[str, Sequence[Seen]],
    passages: Mapping[str, Passage],
    meant: Mapping[Asked, tuple[list[Person], Because]],
    persons: Persons,
) -> dict[int, list[Person]]:
    """Tell of initials, by the `id` of their mention, whose they are; and of a surname beside them."""
    found: dict[int, list[Person]] = {}
    for id_, seen in by_passage.items():
        for name, letters, person in _pairs(seen, passages[id_], meant, persons):
            found[id(letters)] = [person]
            if name.name.form is Form.SINGLE:
                found[id(name)] = [person]
    return found


# ------------------------------------------------------------------ private


def _pairs(
    seen: Sequence[Seen],
    passage: Passage,
    meant: Mapping[Asked, tuple[list[Person], Because]],
    persons: Persons,
) -> Iterator[tuple[Seen, Seen, Person]]:
    """Give each name with the initials beside it that are its bearer's."""
    taken: set[int] = set()
    for one, other, between in spans_between(seen, passage):
        name, letters = (one, other) if other.name.form is Form.INITIALS else (other, one)
        if letters.name.form is not Form.INITIALS or name.name.form not in (Form.FULL, Form.SINGLE):
            continue
        if id(letters) in taken or not _BESIDE.fullmatch(between) or name.name.title:
            continue
        could_be, _ = persons.could_be(asked_of(letters))
        if name.name.form is Form.FULL:
            whole, _ = meant[asked_of(name)]
            both = [person for person in whole if person in could_be and len(whole) == 1]
        elif name is one and between == " ":
            both = [person for person in persons.with_surname(name.name.last) if person in could_be]
        else:
            both = []
        if len(both) == 1:
            taken.add(id(letters))
            yield name, letters, both[0]
