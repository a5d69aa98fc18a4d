"""Names whose surname stands first without a comma, and names that were found in two pieces.

"osgood harriet" in a record without capitals is read as a surname and a forename where the other names of the
call say so, and OSGOOD and Harriet side by side are one name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from redact.resolve.lists import forenames
from redact.resolve.names import Form, Name, is_loud
from redact.resolve.slips import is_near
from redact.resolve.surroundings import Seen, spans_between
from redact.values.text import Passage

__all__ = ["both_ways", "in_one_order", "in_one_piece"]

# Before a forename and a surname: the surname may be that of two, "Ida and Tom Rook".
_AND = re.compile(r"\w\.?\s+(?:and|&|with|\+)\s+$")
_AND_OTHER = re.compile(r"(?:\s*\([^()]{1,20}\))?\s*(?:,?\s*and|&|\+)\s*", re.IGNORECASE)
_RARE = 2  # times that a misspelled forename stands
_LEAST = 3  # letters of a surname in capitals


def in_one_order(seen: Sequence[Seen], passages: Mapping[str, Passage]) -> list[Seen]:
    """Give the mentions with forename and surname in their places, in the order in which they came.

    Lewis Jordan and Jordan Lewis, both written as names are, may be two: they stay as they stand.
    """
    full = {(one.name.first, one.name.last) for one in seen if one.name.form is Form.FULL}
    beside = both_ways(seen, passages)
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
            exact = (
                (last, first) in full
                and not (_may_be_two(one, passages) or (first, last) in beside)
                and (len(known_surname) > 1 or _is_rarer(first, last, with_first))
            )
            apart = bool(known_surname and known_forename - {first})
            alone = not with_last[last] - {first} and len(with_first[first]) <= len(known_surname)
            if exact or (apart and alone):
                found.append(replace(one, name=Name(Form.FULL, last, (), first, one.name.title)))
                continue
        found.append(one)
    return found


def both_ways(seen: Sequence[Seen], passages: Mapping[str, Passage]) -> set[tuple[str, str]]:
    """Give the names that one sentence has both ways: "Jordan Blake and Blake Jordan" are two people."""
    by_passage: dict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        if one.name.form is Form.FULL and not one.name.between:
            by_passage[one.mention.span.passage].append(one)
    return {
        name
        for id_, own in by_passage.items()
        for one, other, between in spans_between(own, passages[id_])
        if (one.name.first, one.name.last) == (other.name.last, other.name.first)
        if _AND_OTHER.fullmatch(between)
        for name in ((one.name.first, one.name.last), (other.name.first, other.name.last))
    }


def _may_be_two(one: Seen, passages: Mapping[str, Passage]) -> bool:
    """Tell whether both parts of a name are forenames and it is written as a name is, with capitals."""
    span = one.mention.span
    text = passages[span.passage].text[span.start : span.end]
    written = not (text.islower() or text.isupper())
    return written and one.name.first in forenames() and one.name.last in forenames()


def _is_rarer(first: str, last: str, with_first: Mapping[str, set[str]]) -> bool:
    """Of two names that are each other's reverse, let one rule: that of the forename with more surnames."""
    return (len(with_first.get(last, ())), last) > (len(with_first.get(first, ())), first)


def in_one_piece(seen: Sequence[Seen], passages: Mapping[str, Passage]) -> list[Seen]:
    """Give the mentions, and to each of two that are the pieces of one name side by side the whole name."""
    found = list(seen)
    known = _Known(seen)
    order = sorted(range(len(seen)), key=lambda n: (seen[n].mention.span.passage, seen[n].mention.span.start))
    for one, other in pairwise(order):
        before, behind = seen[one].mention.span, seen[other].mention.span
        if before.passage != behind.passage or behind.start != before.end + 1:
            continue
        text = passages[before.passage].text
        if text[before.end] != " ":
            continue
        left = seen[one].name, text[before.start : before.end]
        right = seen[other].name, text[behind.start : behind.end]
        name = _whole(left, right)
        if name is None and _AND.search(text[: before.start]):
            if right[0].form is Form.SINGLE and (
                (left[0].last, right[0].last) in known.whole or known.is_couple(left, right)
            ):
                found[other] = replace(seen[other], name=Name(Form.FAMILY, last=right[0].last))
                if left[0].form is Form.SINGLE:
                    found[one] = replace(seen[one], name=Name(Form.FULL, left[0].last, (), right[0].last))
            continue
        beside = None if name else _side_by_side(left, right, known)
        told = None if beside is None else known.right(beside)
        if beside is not None and told is None:
            # A name that stands whole nowhere else may be two people's: each piece is by itself.
            for at, piece in ((one, beside.first), (other, beside.last)):
                found[at] = replace(seen[at], name=Name(Form.OTHER, piece, (beside.first,), beside.last))
            continue
        name = name or told
        if name is not None:
            found[one], found[other] = (replace(seen[at], name=name) for at in (one, other))
    return found


class _Known:
    """The whole names of a call, and which words are forenames or surnames there."""

    def __init__(self, seen: Sequence[Seen]) -> None:
        self.whole = {(one.name.first, one.name.last) for one in seen if one.name.form is Form.FULL}
        whole = self.whole
        self.firsts = {first for first, _ in whole}
        self.lasts = {last for _, last in whole}
        self._with: dict[str, set[str]] = defaultdict(set)
        for first, last in whole:
            self._with[last].add(first)
        self._times = Counter(part for one in seen for part in one.name.parts)

    def right(self, name: Name) -> Name | None:
        """Give a whole name as it stands elsewhere: itself, or the only one of which it is a misspelling."""
        firsts = self._with.get(name.last, set())
        if name.first in firsts:
            return name
        near = [first for first in firsts if is_near(name.first, first)]
        if len(near) != 1 or name.first in forenames() or self._times[name.first] > _RARE:
            return None
        return replace(name, first=near[0])

    def is_couple(self, left: tuple[Name, str], right: tuple[Name, str]) -> bool:
        """Tell whether "Ida and Tom Rook" tells of a Tom who stands with no other whole name."""
        first, last = left[0].last, right[0].last
        both = left[0].form is Form.SINGLE and left[1][0].isupper() and right[1][0].isupper()
        alone = first not in self.firsts and first not in self.lasts
        return both and alone and last in self.lasts and last not in forenames()

    def may_follow(self, first: str, last: str) -> bool:
        """Tell whether two words side by side may be one name: not in "told Osgood Kay had left"."""
        if (first, last) in self.whole:
            return True
        is_forename, others_forename = (one in self.firsts or one in forenames() for one in (first, last))
        if first in self.lasts and not is_forename:
            return False
        if first in self.firsts and last in self.lasts:
            return False  # "copied to Ida Orton: passport" may name a worker and a child
        return not others_forename and (is_forename or last in self.lasts)


def _side_by_side(left: tuple[Name, str], right: tuple[Name, str], known: _Known) -> Name | None:
    """Read two words side by side as forename and surname, where both begin with a capital."""
    if (left[0].form, right[0].form) != (Form.SINGLE, Form.SINGLE) or right[0].title:
        return None
    if not (left[1][0].isupper() and right[1][0].isupper()) or not known.may_follow(
        left[0].last, right[0].last
    ):
        return None
    return Name(Form.FULL, left[0].last, (), right[0].last, left[0].title)


def _whole(left: tuple[Name, str], right: tuple[Name, str]) -> Name | None:
    """Read two words side by side as one name where one of them stands in capitals: that is the surname."""
    for name, text in (left, right):
        # ROOK may be a surname as well as four initials.
        piece = name.form is Form.SINGLE or (name.form is Form.INITIALS and len(name.last) >= _LEAST)
        if not piece or not text[0].isupper():
            return None
    if is_loud(left[1]) == is_loud(right[1]):
        return None
    surname, forename = (left, right) if is_loud(left[1]) else (right, left)
    return Name(Form.FULL, forename[0].last, (), surname[0].last)
