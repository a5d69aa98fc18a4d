"""What the sentences of documents tell, by their mentions, the phrases of rules/jigsaw, and dates."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from redact.judge.jigsaw.fields import asked_for
from redact.judge.jigsaw.marks import age_of, few_children, folded, told_by
from redact.judge.jigsaw.moments import moments_in
from redact.judge.jigsaw.pieces import Piece, piece_of, pieces_of, within
from redact.judge.jigsaw.told import Told, without_doubles
from redact.judge.jigsaw.vocabulary import vocabulary
from redact.judge.jigsaw.wordings import MONTHS, compiled
from redact.judge.once import Once
from redact.judge.reading import Reading
from redact.values.jigsaw import Exactness, FactKind
from redact.values.text import Document

__all__ = ["Telling", "pieces_once"]

_KINDS = {kind.value: kind for kind in FactKind}
_EXACT = {each.value: each for each in Exactness}
_WHY = "words of rules/jigsaw"
_MALE = re.compile(r"(?i)\b(?:boys?|m[ae]n|male|schoolboy)\b")
_DIGITS = re.compile(r"\d|\b(?:spring|summer|autumn|winter|christmas|easter)\b", re.IGNORECASE)
_MONTHS = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_FIELD = re.compile(r"[ \t]*[A-Z][\w' /()-]{1,40}?[ \t]*[:\t][ \t]*\S")
# What stands behind "moved to" and is no place.
_NO_PLACES = vocabulary(
    "year school nursery hospital foster child mother father reception key english sibling social parent"
    " mgm pgm placement section primary secondary half maternal paternal grandmother grandfather"
) | {*MONTHS}
_QUOTED = re.compile(r"[\"\u201c\u2018][^\"\u201c\u201d\u2018\n]{3,60}[\"\u201d]|\B'[A-Z][^'\n]{2,60}'\B")
_EVENT = "event/"
_NOBODY = "nobody/"
# A list of the phrases, and half-open numbers of words of a sentence.
_Place = tuple[str, int, int]


def pieces_once(document: Document, once: Once) -> tuple[Piece, ...]:
    """Give the sentences of a document, made once a call."""
    return once.of(document, "pieces", lambda: tuple(pieces_of(document)))


class Telling:
    """The phrases, compiled once, and what they and the mentions tell in a sentence."""

    def __init__(self, phrases: Mapping[str, tuple[str, ...]]) -> None:
        self._wordings = compiled(phrases, lambda name: "/" in name)
        self._of_headings: dict[str, frozenset[str]] = {}
        self._events: set[tuple[str, int]] = set()

    def places(self, document: Document, once: Once) -> tuple[tuple[_Place, ...], ...]:
        """Give for each sentence of a document where phrases stand in it; looked for once a call."""
        pieces = pieces_once(document, once)
        found = self._wordings.everywhere
        return once.of(document, self._wordings, lambda: tuple(tuple(found(piece)) for piece in pieces))

    def by_passage(self, reading: Reading) -> Mapping[str, Sequence[Told]]:
        """Give what the mentions of a document tell, by passage."""
        found: dict[str, list[Told]] = defaultdict(list)
        passages = reading.subject.passages
        for mention, _ in reading.subject.mentions:
            found[mention.span.passage] += told_by(mention, passages[mention.span.passage].text)
        return found

    def of(
        self, piece: Piece, places: Sequence[_Place], mentioned: Sequence[Told]
    ) -> tuple[list[Told], frozenset[str]]:
        """Give what a sentence tells, and which lists of `nobody` have a wording in it.

        Args:
            places: where phrases stand in it, as `places` gives them.
        """
        told = within(piece, mentioned)
        hits = set[str]()
        for name, first, last in places:
            if name.startswith(_NOBODY):
                hits.add(name)
            elif name.startswith(_EVENT):
                self._events.add((piece.passage, piece.start))
            else:
                made = _told(piece, name, first, last)
                if made is not None:
                    told.append(made)
        text = piece.text
        if _DIGITS.search(text, piece.start, piece.end) or _MONTHS.search(text, piece.start, piece.end):
            told += moments_in(text, piece.start, piece.end)
        told += asked_for(piece)
        told += _quoted(piece, told)
        return _one_country(without_doubles(told)), frozenset(hits)

    def heading(self, piece: Piece) -> frozenset[str]:
        """Give which lists of `nobody` have a wording in the headings above a sentence."""
        found = frozenset[str]()
        for heading in piece.headings:
            if heading not in self._of_headings:
                names = {name for name, _, _ in self._wordings.everywhere(piece_of(heading))}
                self._of_headings[heading] = frozenset(one for one in names if one.startswith(_NOBODY))
            found |= self._of_headings[heading]
        return found

    def is_event(self, piece: Piece) -> bool:
        """Tell whether a sentence, of which `of` was asked, has words of what happened in a case."""
        return (piece.passage, piece.start) in self._events

    def is_field(self, piece: Piece) -> bool:
        """Tell whether a sentence is a row of a form, "Age: 3"."""
        return _FIELD.match(piece.text, piece.start, piece.end) is not None


def _quoted(piece: Piece, told: Sequence[Told]) -> list[Told]:
    """Give what stands in quotation marks beside words of the press."""
    if not any(one.kind is FactKind.PRESS for one in told):
        return []
    found = _QUOTED.finditer(piece.text, piece.start, piece.end)
    because = "words that the press used"
    return [
        Told(FactKind.PRESS, Exactness.EXACT, match.start(), match.end(), folded(match[0]), because)
        for match in found
    ]


def _one_country(told: Sequence[Told]) -> list[Told]:
    """Leave out as a place the country that somebody comes from."""
    nations = [one for one in told if one.kind is FactKind.NATIONALITY]
    return [
        one
        for one in told
        if one.kind is not FactKind.PLACE
        or not any(one.start < other.end and other.start < one.end for other in nations)
    ]


def _told(piece: Piece, name: str, first: int, last: int) -> Told | None:
    kind, _, exactness = name.partition("/")
    if kind not in _KINDS or exactness not in _EXACT:
        return None
    start, end = piece.starts[first], piece.ends[last - 1]
    text = piece.text[start:end]
    same = folded(text)
    if kind == "place" and exactness == "exact":
        first = next((at for at in range(first + 1, last) if piece.capital(at)), first)
        if piece.words[first] in _NO_PLACES:
            return None
        start = piece.starts[first]
        same = folded(piece.text[start:end])
    elif kind == "age":
        age = age_of(text)
        same = age[0] if age else same
    elif kind == "sex":
        same = "m" if _MALE.search(text) and "woman" not in text.casefold() else "f"
    elif kind == "siblings" and exactness == "exact" and few_children(text):
        exactness = "near"
    elif kind == "twins":
        same = "twins"
    return Told(_KINDS[kind], _EXACT[exactness], start, end, same, _WHY)
