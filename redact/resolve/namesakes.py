"""Second bearers of a name: of whom the text says that they are not who is known by it.

"Her uncle, also called Tom Rook", "a different Ms Rook", the foster carers Donna and Pete where Donna is the
mother's name. Such a name alone is then nobody's. What remains: a second bearer of whom no paper says
anything but the name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from redact.resolve.another import IN_PASSING, REACH, around, is_another
from redact.resolve.apart import are_kin, are_of_two_ages
from redact.resolve.carers import are_no_carers, carers_of
from redact.resolve.knowing import Persons
from redact.resolve.lists import kinship
from redact.resolve.names import Form, Name
from redact.resolve.persons import ANOTHER, THE_FIRST, Person, asked_of
from redact.resolve.relatives import relatives_of
from redact.resolve.surroundings import Seen
from redact.values.text import Passage

__all__ = ["second_bearers", "with_namesakes"]

_FEW_WORDS = 3  # between a name and another one of its bearer: "Ida Rook, also called"
_AFTER = re.compile(r"\b(?:named|called)[ ](?:after|for)(?:[ ][\w'’-]+,?){0,4}[ ]$", re.IGNORECASE)
_IN_A_ROW = re.compile(r"^[^.;:!?\n]{1,40}(?:,|\band|&|\bor)[ ](?:[\w'’]+[ ]){0,4}$", re.IGNORECASE)
_CALLED_ALSO = re.compile(r"(?:called|named)[ ][\"“'‘]?$", re.IGNORECASE)
_KIN_CALLED = re.compile(
    r"([\w-]+),?[ ](?:who[ ](?:is|was)[ ])?(?:also|likewise|too)[ ](?:called|named)[ ][\"“'‘]?$",
    re.IGNORECASE,
)
_ELDER = re.compile(
    r"[ ]\(?(?:(senior|snr|sr|the[ ](?:elder|older))|(?:junior|jnr|jr|the[ ]younger))\b"
    r"(?![ ](?:practitioner|social|worker|manager|nurse|doctor|officer|school|partner|sister|house|registrar"
    r"|clerk|member|solicitor|lead|advis|probation|teacher|midwife|staff|consultant|police|detective|case))",
    re.IGNORECASE,
)
_USUAL = (
    ("father", ("dad", "daddy")),
    ("mother", ("mum", "mummy", "mam", "mom")),
    ("aunt", ("aunty", "auntie")),
)
_GREETING = re.compile(
    r"\s*(?:dear|hi|hiya|hello|(?:good )?(?:morning|afternoon|evening))\s+$", re.IGNORECASE
)
_SIGNED = re.compile(r"(?:[.!?,]|\b(?:from|love|thanks|regards|yours|best|cheers)),?\s+$", re.IGNORECASE)


def with_namesakes(seen: Sequence[Seen], passages: Mapping[str, Passage]) -> list[Seen]:
    """Give the mentions, and mark those whole names that are said to be another's of that name.

    A mention without such words that is said to be a father's is marked too where the other is an uncle's;
    all others in the paper that says so may be either's.
    """
    by_name: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, one in enumerate(seen):
        if one.name.form is Form.FULL:
            by_name[one.name.first, one.name.last].append(at)
    found = list(seen)
    ends: dict[str, list[int]] = defaultdict(list)
    for one in seen:
        ends[one.mention.span.passage].append(one.mention.span.end)
    for own in (own for own in by_name.values() if len(own) > 1):
        marks = {at: said for at in own if (said := _said_of(seen[at], passages, ends))}
        marks |= _side_by_side(own, seen, passages) | _by_middle_name(own, seen)
        if not marks or (len(marks) == len(own) and len(set(marks.values())) == 1):
            continue
        relations = set(marks.values()) & kinship()
        twins = {at: marks.get(at) or _apart(_kin(seen[at].relation), relations) for at in own}
        if len(set(twins.values()) - {""}) == 1:  # of the first bearer nothing is told
            told = {_document(seen[at]) for at in marks}
            # Papers that tell of no second bearer speak of the first.
            twins = {
                at: said and ANOTHER if said or _document(seen[at]) in told else THE_FIRST
                for at, said in twins.items()
            }
        for at, said in twins.items():
            if said and not seen[at].twin:
                found[at] = replace(seen[at], twin=said)
    return found


def second_bearers(
    seen: Sequence[Seen],
    by_passage: Mapping[str, Sequence[Seen]],
    passages: Mapping[str, Passage],
    persons: Persons,
) -> list[Person]:
    """Give a person for each forename or surname of which the text says that a second one bears it."""
    found: dict[str, Person] = {}
    carers = {
        id(one): (last, weak)
        for id_, own in by_passage.items()
        for one, last, weak in carers_of(own, passages[id_])
    }
    relatives = {
        id(other): one.name
        for id_, own in by_passage.items()
        for one, other in relatives_of(own, passages[id_])
    }
    greeted = {id(one) for id_, own in by_passage.items() for one in _greeted(own, passages[id_])}
    for one in seen:
        told = one.name.form is Form.SINGLE and (
            _is_told_again(one, passages) or _is_hers_alone(relatives.get(id(one)), one, persons)
        )
        if one.name.form is not Form.SINGLE or not (told or id(one) in carers or id(one) in greeted):
            continue
        part = one.name.last
        bearers, _ = persons.named(part)
        is_first = any(part in person.firsts for person in bearers)
        if bearers and (told or (is_first and id(one) in greeted)):
            known = Person(f"namesake {part} {one.role}")
        elif is_first and id(one) in carers and are_no_carers(bearers, *carers[id(one)]):
            known = Person(f"namesake {part} carer", relations={"foster carer"})
            known.lasts |= {carers[id(one)][0]} - {""}
        else:
            continue
        (known.firsts if is_first else known.lasts).add(part)
        known.roles |= {one.role} - {""}
        found[known.sort] = known
    return [found[sort] for sort in sorted(found)]


def _is_hers_alone(whole: Name | None, one: Seen, persons: Persons) -> bool:
    """Tell whether nobody bears a relative's surname with a title but she whose relative it is."""
    if whole is None:
        return False
    found, _ = persons.could_be(asked_of(one))
    return len(found) == 1 and whole.first in found[0].firsts


# ------------------------------------------------------------------ private


def _document(one: Seen) -> str:
    return one.mention.span.passage.rpartition(":")[0]


def _said_of(one: Seen, passages: Mapping[str, Passage], ends: Mapping[str, Sequence[int]]) -> str:
    """Give as whom a whole name is told from another of that name; nothing where the text says nothing."""
    text = passages[one.mention.span.passage].text
    elder = _ELDER.match(text[one.mention.span.end :][:REACH])
    if elder:
        return "senior" if elder[1] else "junior"
    before, _, _ = around(one, text)
    told = _is_told_again(one, passages) and not _is_alias(one, text, ends)
    if not (told or _AFTER.search(before)):
        return ""
    whose = _KIN_CALLED.search(before)
    return _kin(one.relation) or _kin(whose[1].casefold() if whose else "") or ANOTHER


def _side_by_side(
    own: Sequence[int], seen: Sequence[Seen], passages: Mapping[str, Passage]
) -> dict[int, str]:
    """Find "Tom Rook (father) and Tom Rook (grandfather)": nobody is told twice in one sentence as two."""
    found: dict[int, str] = {}
    ordered = sorted(own, key=lambda at: (seen[at].mention.span.passage, seen[at].mention.span.start))
    for at, other in pairwise(ordered):
        one, two = seen[at].mention.span, seen[other].mention.span
        kin = _kin(seen[at].relation), _kin(seen[other].relation)
        if one.passage != two.passage or not all(kin) or kin[0] == kin[1]:
            continue
        between = passages[one.passage].text[one.end : two.start]
        people = Person("", relations={kin[0]}), Person("", relations={kin[1]})
        if _IN_A_ROW.search(between) and (are_kin(*people) or are_of_two_ages(*people)):
            found |= {at: kin[0], other: kin[1]}
    return found


def _by_middle_name(own: Sequence[int], seen: Sequence[Seen]) -> dict[int, str]:
    """Find John Paul Rook the father beside John Rook the grandfather: a middle name and kin part them."""
    longer = [at for at in own if seen[at].name.between]
    shorter = [at for at in own if not seen[at].name.between]
    kin = [{_kin(seen[at].relation) for at in some} - {""} for some in (longer, shorter)]
    people = [Person("", relations=words) for words in kin]
    if not all(kin) or not (are_kin(*people) or are_of_two_ages(*people)):
        return {}
    told = [(some, min(words)) for some, words in zip((longer, shorter), kin, strict=True)]
    return {at: word for some, word in told for at in some if _kin(seen[at].relation) or some is longer}


def _is_told_again(one: Seen, passages: Mapping[str, Passage]) -> bool:
    """Tell whether another's name may stand elsewhere too: not that of "another Rook" in passing."""
    text = passages[one.mention.span.passage].text
    before, _, titled = around(one, text)
    return is_another(one, text) and (titled or not IN_PASSING.search(before))


def _is_alias(one: Seen, text: str, ends: Mapping[str, Sequence[int]]) -> bool:
    """Tell whether "also called" stands behind a name, whose bearer is called so too."""
    start = one.mention.span.start
    if not _CALLED_ALSO.search(text[:start][-REACH:]):
        return False
    before = (end for end in ends[one.mention.span.passage] if start - REACH < end <= start)
    return any(len(text[end:start].split()) <= _FEW_WORDS for end in before)


def _kin(relation: str) -> str:
    """Give a word of kinship as its usual one: a dad is a father; of all else nothing."""
    word = relation.split()[-1] if relation in kinship() else ""
    return next((usual for usual, words in _USUAL if word in words), word)


def _apart(kin: str, others: set[str]) -> str:
    """Give a word of kinship that is one of others, or not said of one and the same person; else nothing."""
    one, other = Person("", relations={kin}), Person("", relations=set(others))
    return kin if kin in others or are_kin(one, other) else ""


def _greeted(own: Sequence[Seen], passage: Passage) -> Iterator[Seen]:
    """Find "Dear Ida, … From Ida": nobody writes to herself."""
    ordered = sorted(own, key=lambda one: one.mention.span.start)
    if len(ordered) > 1 and ordered[0].name == ordered[-1].name:
        start, end = ordered[-1].mention.span.start, ordered[-1].mention.span.end
        signed = _SIGNED.search(passage.text[:start]) and not passage.text[end:].strip(" .!xX")
        if signed and _GREETING.fullmatch(passage.text[: ordered[0].mention.span.start]):
            yield from (ordered[0], ordered[-1])
