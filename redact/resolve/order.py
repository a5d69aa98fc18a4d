"""Names whose surname stands first without a comma, and names that were found in two pieces.

"osgood harriet" in a record without capitals is read as a surname and a forename where the other names of the
call say so, and OSGOOD and Harriet side by side are one name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from redact.resolve.names import Form, Name
from redact.resolve.surroundings import Seen
from redact.values.text import Passage

__all__ = ["in_one_order", "in_one_piece"]

_LEAST = 3  # letters of a surname in capitals


def in_one_order(seen: Sequence[Seen]) -> list[Seen]:
    """Give the mentions with forename and surname in their places, in the order in which they came."""
    full = {(one.name.first, one.name.last) for one in seen if one.name.form is Form.FULL}
    with_last: dict[str, set[str]] = defaultdict(set)
    with_first: dict[str, set[str]] = defaultdict(set)
    for first, last in full:
        with_first[first].add(last)
        with_last[last].add(first)
    found = []
    for one in seen:
        first, last = one.name.first, one.name.last
        if one.name.form is Form.FULL and not one.name.between:
            known_surname, known_forename = with_last.get(first, set()) - {last}, with_first.get(last, set())
            exact = (last, first) in full and (len(known_surname) > 1 or _is_rarer(first, last, with_first))
            apart = bool(known_surname and known_forename - {first})
            alone = not with_last[last] - {first} and len(with_first[first]) <= len(known_surname)
            if exact or (apart and alone):
                found.append(replace(one, name=Name(Form.FULL, last, (), first, one.name.title)))
                continue
        found.append(one)
    return found


def _is_rarer(first: str, last: str, with_first: Mapping[str, set[str]]) -> bool:
    """Of two names that are each other's reverse, let one rule: that of the forename with more surnames."""
    return (len(with_first.get(last, ())), last) > (len(with_first.get(first, ())), first)


def in_one_piece(seen: Sequence[Seen], passages: Mapping[str, Passage]) -> list[Seen]:
    """Give the mentions, and to each of two that are the pieces of one name side by side the whole name."""
    found = list(seen)
    order = sorted(range(len(seen)), key=lambda n: (seen[n].mention.span.passage, seen[n].mention.span.start))
    for one, other in pairwise(order):
        before, behind = seen[one].mention.span, seen[other].mention.span
        if before.passage != behind.passage or behind.start != before.end + 1:
            continue
        text = passages[before.passage].text
        if text[before.end] != " ":
            continue
        name = _whole(
            (seen[one].name, text[before.start : before.end]),
            (seen[other].name, text[behind.start : behind.end]),
        )
        if name is not None:
            found[one], found[other] = (replace(seen[at], name=name) for at in (one, other))
    return found


def _whole(left: tuple[Name, str], right: tuple[Name, str]) -> Name | None:
    """Read two words side by side as one name where one of them stands in capitals: that is the surname."""
    for name, text in (left, right):
        # ROOK may be a surname as well as four initials.
        piece = name.form is Form.SINGLE or (name.form is Form.INITIALS and len(name.last) >= _LEAST)
        if not piece or not text[0].isupper():
            return None
    if left[1].isupper() == right[1].isupper():
        return None
    surname, forename = (left, right) if left[1].isupper() else (right, left)
    return Name(Form.FULL, forename[0].last, (), surname[0].last)
