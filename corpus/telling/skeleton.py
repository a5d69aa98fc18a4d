"""Sentence skeletons: a sentence of a template with N for a name, D a date, P a place or body, # a number.

A skeleton is what two writers must not share. Each line of an entry, or cell of a row, is taken apart into
sentences; of alternatives the first stands for all when skeletons are counted, and every one, up to
`MOST_WORDINGS` a line, when they are compared. Fewer than `FEWEST_WORDS` words are no sentence: "NFA." or
"Seen with N." are nobody's own.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.telling import vocabulary as words
from corpus.telling.grammar import Template
from corpus.telling.lines import OneOf, Piece, Slot

__all__ = ["FEWEST_WORDS", "MOST_WORDINGS", "Skeleton", "sign_of", "skeletons"]

FEWEST_WORDS = 5
MOST_WORDINGS = 24
_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z#])")
_WORD = re.compile(r"[^\W_]+")
_PLACES_OF_PERSON = frozenset({"address", "postcode", "school", "religion", "language", "nationality"})
_NUMBERS_OF_PERSON = frozenset({"nhs", "nino", "upn", "no", "phone", "email", "user"})
_DATES_OF_PERSON = frozenset({"dob", "dobshort", "dod", "age", "ageyears", "agewords", "schoolyear"})


@dataclass(frozen=True, slots=True)
class Skeleton:
    """One sentence's skeleton, and where it stands."""

    file: str
    line: int
    text: str
    named: bool  # it has a slot that tells a name


def skeletons(template: Template, *, every_wording: bool = False) -> Iterator[Skeleton]:
    """Give the skeletons of a file in order, equal ones each time they come."""
    for line in template.lines:
        for cell in line.cells:
            wordings = _wordings(cell) if every_wording else iter([_first(cell)])
            seen: set[str] = set()
            for wording in wordings:
                for text, named in _sentences(wording):
                    if text not in seen:
                        seen.add(text)
                        yield Skeleton(template.name, line.number, text, named)


def sign_of(slot: Slot) -> str:
    """Give the sign that stands for a slot: N, D, P, # or the word itself where it identifies nobody."""
    if slot.kind == "date":
        return "D"
    if slot.kind == "person":
        if slot.form in words.NAME_FORMS:
            return "N"
        if slot.form in _DATES_OF_PERSON:
            return "D"
        if slot.form in _NUMBERS_OF_PERSON:
            return "#"
        if slot.form in words.FACTS or slot.form in _PLACES_OF_PERSON:
            return "P"
        return slot.form
    if slot.name in words.NUMBERS:
        return "#"
    return "N" if slot.name in ("cite", "cite.text", "cite.list", "famous", "inquiry", "minister") else "P"


def _sentences(wording: tuple[str | Slot, ...]) -> Iterator[tuple[str, bool]]:
    text = "".join(piece if isinstance(piece, str) else f" {sign_of(piece)} " for piece in wording)
    text = re.sub(r"\s+", " ", re.sub(r"\d+", "#", text)).strip()
    text = re.sub(r" (?=['’,.;:?!)])|(?<=[(‘“]) ", "", text)
    for sentence in map(str.strip, _END.split(text)):
        if len(_WORD.findall(sentence)) >= FEWEST_WORDS:
            yield sentence, bool(re.search(r"\bN\b", sentence))


def _first(pieces: tuple[Piece, ...]) -> tuple[str | Slot, ...]:
    out: list[str | Slot] = []
    for piece in pieces:
        out += _first(piece.choices[0]) if isinstance(piece, OneOf) else [piece]
    return tuple(out)


def _wordings(pieces: tuple[Piece, ...]) -> Iterator[tuple[str | Slot, ...]]:
    """Give the wordings that alternatives allow, the first of each and then mixed, up to the most."""
    options = [
        [wording for choice in piece.choices for wording in _wordings(choice)]
        if isinstance(piece, OneOf)
        else [(piece,)]
        for piece in pieces
    ]
    for picked in itertools.islice(itertools.product(*options), MOST_WORDINGS):
        yield tuple(part for option in picked for part in option)
