"""Label faults: what goes wrong when a review is anonymised by hand.

Child X becomes Child Y, Mother becomes Parent 1, two numbers are exchanged, a letter is the initial of the
real name, or a real name is left. Only documents at stages 1 and 2 have labels that can go wrong; a key of
labels is not touched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from corpus.cases.values import Person
from corpus.telling.drawing import Block
from corpus.telling.scene import Bit, Document, Mark
from corpus.telling.slots import named

__all__ = ["FAULTY_LABELS", "mislabelled"]

# Of documents with labels. Most that are published have none, but these are drafts: about every third has
# one or two places for a reader to find, so that a page still reads as one that somebody went over.
FAULTY_LABELS = 0.35
_FAULTS_A_DOCUMENT = (1, 1, 2)
_FEWEST = 4  # labels in a document: where a label stands once, no other can disagree with it
_FROM_HERE_ON = 0.5  # of other labels: a second writer has gone on with his own; else it is a slip, once
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"  # no I, as in the labels of cases
_NUMBERS = range(1, 10)
_LETTERED = re.compile(r"(?P<stem>.* )(?P<mark>[A-Z])")
_NUMBERED = re.compile(r"(?P<stem>.*[A-Za-z ])(?P<mark>\d+)")
# What the same person is called in the ways that other reviews have.
_WAYS: Mapping[str, tuple[str, ...]] = {
    "mother": ("Mother", "Parent 1", "Adult A", "M"),
    "father": ("Father", "Parent 2", "Adult B", "F"),
    "partner": ("Partner 1", "Mother's Partner", "Adult C", "MP"),
    "exp": ("Father 2", "Parent 3", "Adult D"),
    "gran": ("MGM", "Maternal Grandmother", "Grandmother"),
    "grandad": ("MGF", "Maternal Grandfather", "Grandfather"),
    "pgran": ("PGM", "Paternal Grandmother", "Grandmother"),
    "aunt": ("Aunt 1", "Maternal Aunt 1", "Adult E"),
    "uncle": ("Uncle 1", "Maternal Uncle 1", "Adult F"),
    "sib": ("Sibling 1", "Child 2", "Half Sibling 1"),
    "sib2": ("Sibling 2", "Child 3", "Half Sibling 2"),
    "sw": ("SW1", "Social Worker 1", "Social Worker A"),
    "sw2": ("SW2", "Social Worker 2", "Social Worker B"),
    "hv": ("HV1", "Health Visitor 1", "HV A"),
    "gp": ("GP1", "GP A", "Doctor 1"),
}
Place = tuple[int, int, int]  # line, cell, bit
Changes = dict[Place, Bit]


def mislabelled(blocks: Sequence[Block], document: Document, rng: Random) -> list[Block]:
    """Make faults in the labels of some documents that have them."""
    told = list(blocks)
    if document.stage not in (1, 2) or len(_labels(told)) < _FEWEST or rng.random() >= FAULTY_LABELS:
        return told
    for _ in range(rng.choice(_FAULTS_A_DOCUMENT)):
        for fault in rng.sample(_KINDS, len(_KINDS)):
            changes = fault(_Labels(_labels(told), document, rng))
            if changes:
                told = [_changed(block, number, changes) for number, block in enumerate(told)]
                break
    return told


@dataclass(frozen=True, slots=True)
class _Labels:
    """The labels of a document that are as they should be, in order."""

    found: tuple[tuple[Place, Mark], ...] = field(repr=False)
    document: Document
    rng: Random = field(repr=False)

    def people(self) -> list[Person]:
        """Whose labels they are, in a random order."""
        roles = sorted({mark.who for _, mark in self.found})
        return [self.document.case.people[role] for role in self.rng.sample(roles, len(roles))]

    def of(self, person: Person) -> list[tuple[Place, Mark]]:
        return [(place, mark) for place, mark in self.found if mark.who == person.role]

    def is_free(self, label: str) -> bool:
        return all(label != person.label for person in self.document.case.people.values())


def _labels(blocks: Sequence[Block]) -> tuple[tuple[Place, Mark], ...]:
    return tuple(
        ((line, column, at), mark)
        for line, block in enumerate(blocks)
        for column, cell in enumerate(block.cells)
        for at, (_, mark) in enumerate(cell)
        if mark is not None and mark.label == "PSEUDONYM" and mark.who and not mark.hard
    )


def _changed(block: Block, line: int, changes: Changes) -> Block:
    cells = tuple(
        tuple(changes.get((line, column, at), bit) for at, bit in enumerate(cell))
        for column, cell in enumerate(block.cells)
    )
    return replace(block, cells=cells)


# ---------------------------------------------------------------- the kinds of fault


def _second(labels: _Labels, others: Callable[[Person], Iterator[str]]) -> Changes:
    """Give somebody a second label, once or from some place on; the first place keeps the right one."""
    for person in labels.people():
        own = labels.of(person)[1:]
        free = [label for label in dict.fromkeys(others(person)) if labels.is_free(label)]
        if own and free:
            label = labels.rng.choice(free)
            at = labels.rng.randrange(len(own))
            until = None if labels.rng.random() < _FROM_HERE_ON else at + 1
            return {place: _wrong(label, mark) for place, mark in own[at:until]}
    return {}


def _other_mark(labels: _Labels) -> Changes:
    """Child X becomes Child Y."""

    def others(person: Person) -> Iterator[str]:
        if lettered := _LETTERED.fullmatch(person.label):
            initials = {person.first[:1].upper(), person.last[:1].upper()}
            yield from (lettered["stem"] + letter for letter in _LETTERS if letter not in initials)
        elif numbered := _NUMBERED.fullmatch(person.label):
            yield from (f"{numbered['stem']}{number}" for number in _NUMBERS)

    return _second(labels, others)


def _other_way(labels: _Labels) -> Changes:
    """Mother becomes Parent 1."""
    return _second(labels, lambda person: iter(_WAYS.get(person.role, ())))


def _initials(labels: _Labels) -> Changes:
    """Child X becomes Child HB, who is Hope Brandreth."""

    def others(person: Person) -> Iterator[str]:
        told = labels.document.names.form(person.role, "inits")
        if told is not None:
            yield f"{_stem(person.label)} {told[1]}"

    return _second(labels, others)


def _swapped(labels: _Labels) -> Changes:
    """In one line, SW1 is called SW2, and SW2, if he is in it, SW1."""
    for person in labels.people():
        own = labels.of(person)[1:]
        twins = [
            other
            for other in labels.document.case.people.values()
            if other.role != person.role and _stem(other.label) == _stem(person.label) != other.label
        ]
        if own and twins:
            other = labels.rng.choice(twins)
            (line, _, _), _ = labels.rng.choice(own)
            names = {person.role: other.label, other.role: person.label}
            return {
                place: _wrong(names[mark.who], mark)
                for place, mark in labels.found
                if place[0] == line and mark.who in names
            }
    return {}


def _left(labels: _Labels) -> Changes:
    """A real name is left: the first name of one of the family, the whole one of a worker."""
    for person in labels.people():
        place, label = labels.rng.choice(labels.of(person))
        if label.role == "review":
            continue
        for text, mark in (
            named(person, "first" if label.role == "family" else "full", labels.document.names) or ()
        ):
            if mark is not None:
                return {place: (text, replace(mark, hard=(*mark.hard, "left")))}
    return {}


def _wrong(label: str, mark: Mark) -> Bit:
    return label, replace(mark, hard=(*mark.hard, "label-fault"))


def _stem(label: str) -> str:
    found = _LETTERED.fullmatch(label) or _NUMBERED.fullmatch(label)
    return (found["stem"] if found else label).rstrip()


# Tried in a random order. A name that is left comes twice: it is the fault that does harm, and the only one
# that the finder is there for.
_KINDS = (_other_mark, _other_way, _swapped, _initials, _left, _left)
