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

from redact.resolve.lists import forenames, short_names, spellings_of
from redact.resolve.names import Form, Name, is_loud
from redact.resolve.new_names import with_new_names
from redact.resolve.slips import is_near, sound_of
from redact.resolve.surroundings import Seen, spans_between
from redact.values.text import Passage

__all__ = ["both_ways", "in_one_order", "in_one_piece"]

# Before a forename and a surname: the surname may be that of two, "Ida and Tom Rook".
_AND = re.compile(r"\w\.?\s+(?:and|&|with|\+)\s+$")
_AND_ALONE = re.compile(r"\s+(?:and|&|with|\+)\s+")
# Before a surname that begins a field, and behind its forename where it is a list of people instead.
_BEGINS = re.compile(r"(?:^|[\t|:;][ ]*)$")
_LISTED = re.compile(r",?[ ](?:and|&|\+)[ ]", re.IGNORECASE)
_ENDS_CELL = re.compile(r"[ ]*(?:[\t\n|]|$)")
_AND_OTHER = re.compile(r"(?:\s*\([^()]{1,20}\))?\s*(?:,?\s*and|&|\+)\s*", re.IGNORECASE)
_Written = tuple[Name, str]  # as it is read, and as it stands
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
    for at, (one, other) in enumerate(pairwise(order)):
        before, behind = seen[one].mention.span, seen[other].mention.span
        if before.passage != behind.passage or behind.start > before.end + len(", "):
            continue
        text = passages[before.passage].text
        left = seen[one].name, text[before.start : before.end]
        right = seen[other].name, text[behind.start : behind.end]
        names: tuple[Name | None, Name | None] = None, None
        if text[before.end : behind.start] == ", ":
            turned = _is_turned(left, right, text, seen[one]) and not _LISTED.match(text, behind.end)
            names = _turned(left[0], right[0], known) if turned else names
        elif text[before.end : behind.start] == "\t" and _ENDS_CELL.match(text, behind.end):
            turned = _is_turned(left, right, text, seen[one])
            names = _turned(left[0], right[0], known) if turned else names
        elif text[before.end : behind.start] == " ":
            listed = _is_whole_before(seen, order, at, text)
            shared = not listed and _AND.search(text[: before.start]) is not None
            names = _of_two_words(left, right, known, shared=shared, listed=listed)
        for which, name in zip((one, other), names, strict=True):
            found[which] = replace(seen[which], name=name) if name else found[which]
    return with_new_names(found, passages, known.is_spelled_otherwise)


def _of_two_words(
    left: _Written, right: _Written, known: _Known, *, shared: bool, listed: bool
) -> tuple[Name | None, Name | None]:
    """Give the names that two words side by side are; None for what stays as it was.

    Args:
        shared: "and" stands before them, and the surname may be that of two.
        listed: a whole name and "and" stand before them.
    """
    name = _whole(left, right)
    if name is not None:
        return name, name
    first, last = left[0].last, right[0].last
    if shared:
        if right[0].form is Form.SINGLE and ((first, last) in known.whole or known.is_couple(left, right)):
            single = left[0].form is Form.SINGLE
            return Name(Form.FULL, first, (), last) if single else None, Name(Form.FAMILY, last=last)
        # Whether Tom's alone or both people's: it is by itself, and no third one's who is a Rook elsewhere.
        return None, Name(Form.OTHER, last, (first,), last) if known.is_of_both(left, right) else None
    beside = _side_by_side(left, right, known)
    if beside is None:
        return None, None
    if listed and known.is_couple(left, right):
        return beside, beside  # behind one whole name stands another
    # A name that stands whole nowhere else may be two people's: each piece is by itself.
    pieces = [Name(Form.OTHER, piece, (beside.first,), beside.last) for piece in (beside.first, beside.last)]
    told = known.right(beside)
    return (told, told) if told else (pieces[0], pieces[1])


def _turned(surname: Name, forename: Name, known: _Known) -> tuple[Name | None, Name | None]:
    """Make a whole name of "ROOK, Kay" where nobody is known whose name that may be, spelled otherwise."""
    if known.is_spelled_otherwise(forename.last, surname.last):
        return None, None
    name = Name(Form.FULL, forename.last, (), surname.last)
    return name, name


def _is_turned(left: _Written, right: _Written, text: str, one: Seen) -> bool:
    """Tell whether a field begins with a surname in capitals and a forename behind a comma: "ROOK, Kay"."""
    short = left[0].form is Form.INITIALS and len(left[0].last) >= _LEAST
    pieces = (left[0].form is Form.SINGLE or short) and right[0].form is Form.SINGLE and not right[0].title
    begins = _BEGINS.search(text[: one.mention.span.start]) is not None
    return pieces and begins and is_loud(left[1]) and right[1].istitle()


def _is_whole_before(seen: Sequence[Seen], order: Sequence[int], at: int, text: str) -> bool:
    """Tell whether before "and" stands a whole name, whose surname is its own: "Ida Orton and Tom Rook"."""
    if not at:
        return False
    last, here = seen[order[at - 1]], seen[order[at]].mention.span
    span = last.mention.span
    if span.passage != here.passage or not _AND_ALONE.fullmatch(text[span.end : here.start]):
        return False
    if last.name.form is Form.FULL or at == 1:
        return last.name.form is Form.FULL
    first = seen[order[at - 2]]
    beside = first.mention.span.passage == span.passage and first.mention.span.end + 1 == span.start
    return beside and first.name.form is last.name.form is Form.SINGLE


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

    def is_spelled_otherwise(self, first: str, last: str) -> bool:
        """Tell whether somebody of that surname bears a forename of which this may be a form or a slip."""
        forms = {first, *spellings_of(first), *short_names().get(first, ())}
        return any(
            own != first
            and (
                own in forms
                or is_near(first, own)
                or _alike(first, own)
                or first in short_names().get(own, ())
            )
            for own in self._with.get(last, ())
        )

    def is_couple(self, left: _Written, right: _Written) -> bool:
        """Tell whether "Ida and Tom Rook" tells of a Tom who stands with no other whole name."""
        first, last = left[0].last, right[0].last
        both = left[0].form is Form.SINGLE and left[1][0].isupper() and right[1][0].isupper()
        alone = first not in self.firsts and first not in self.lasts
        return both and alone and last in self.lasts and last not in forenames()

    def is_of_both(self, left: _Written, right: _Written) -> bool:
        """Tell whether "Ida and Tom Rook" gives both a surname that stands with no forename elsewhere."""
        single = left[0].form is right[0].form is Form.SINGLE and not (left[0].title or right[0].title)
        both = single and left[1][0].isupper() and right[1][0].isupper()
        first, last = left[0].last, right[0].last
        known = last in self.lasts or last in self.firsts or last in forenames()
        return both and not known and first not in self.lasts

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


def _alike(one: str, other: str) -> bool:
    """Tell whether two forenames sound alike, or one is the beginning of the other."""
    sounds = sound_of(one)[:-1] == sound_of(other)[:-1]
    return sounds or one.startswith(other[:_LEAST]) or other.startswith(one[:_LEAST])


def _side_by_side(left: _Written, right: _Written, known: _Known) -> Name | None:
    """Read two words side by side as forename and surname, where both begin with a capital."""
    if (left[0].form, right[0].form) != (Form.SINGLE, Form.SINGLE) or right[0].title:
        return None
    if not (left[1][0].isupper() and right[1][0].isupper()) or not known.may_follow(
        left[0].last, right[0].last
    ):
        return None
    return Name(Form.FULL, left[0].last, (), right[0].last, left[0].title)


def _whole(left: _Written, right: _Written) -> Name | None:
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
