"""The clauses of a sentence, and who is the subject of each, as far as its words show it.

A clause that begins with a verb, or with a preposition, goes on about the subject before it; one that begins
with "who", in brackets, or without any verb, is about whoever was named last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from redact.judge.jigsaw.people import Person
from redact.judge.jigsaw.pieces import Piece
from redact.judge.jigsaw.vocabulary import vocabulary

__all__ = ["VERBS", "Clause", "clauses_of", "has_verb"]

VERBS = vocabulary(
    "is was are were be been being has had have having did does do died said told came went moved "
    "lives lived left became becomes began gave took made found knew saw got kept felt ran met "
    "brought spent sent fell rang wrote spoke speaks held grew stood led fled attends works worked "
    "remains lives wants cannot could would will may should must can suffers"
    " lost heard wore drove hid paid won set bought sold sought fought taught broke chose slept"
    " has uses sees shares says reports describes recalls tells"
)
_OPENS = frozenset(("who", "whose", "whom", "which"))
_PARTS = vocabulary(
    "and but that when while where because although after before until since whereas so though or as"
)
_GOES_ON = vocabulary(
    "in at on from to by with of for having after before during since until into over under following "
    "then later including despite about near within without via through between"
)
_REPORTS = vocabulary(
    "says said states stated reported reports alleged disclosed noted recorded stating saying"
)
_JOINS = frozenset(("and", "or", "as", "with", "though"))
_MARKS = frozenset(",;:()\u2013\u2014\t\n.")
_ENDS = frozenset(".\n")


@dataclass(frozen=True, slots=True)
class Clause:
    """Half-open numbers of words, and the number of the person that it is about; none where that is open."""

    first: int
    last: int
    subject: int | None


def has_verb(piece: Piece, first: int, last: int) -> bool:
    """Tell whether a finite verb, as far as that can be told, stands among some words."""
    return any(_is_verb(piece.words[at]) for at in range(first, last))


def _goes_on(piece: Piece, first: int, has_people: bool) -> bool:
    """Tell whether a clause goes on about who was named before a bracket or an apposition."""
    opening = piece.words[first]
    return _is_verb(opening) if has_people else opening not in _OPENS


def _is_verb(word: str) -> bool:
    return word in VERBS or (
        word.endswith("ed") and len(word) > 4 and word not in ("aged", "named", "indeed")
    )


def _begin(piece: Piece, person: Person) -> int:
    """Give the number of the word at which somebody's article stands."""
    before = piece.words[person.first - 1] if person.first else ""
    return person.first - 1 if before in ("the", "his", "her", "their", "a") else person.first


def clauses_of(piece: Piece, people: Sequence[Person]) -> list[Clause]:
    """Part a sentence into clauses, each with its subject."""
    heads = [at for at, person in enumerate(people) if not _owns(people, at)]
    found: list[Clause] = []
    main: int | None = None
    since = 0  # notes without capitals are read as one sentence, full stops and all
    waiting: int | None = None  # somebody named, whose verb comes behind a bracket or an apposition
    for first, last in _parted(piece, frozenset(_begin(piece, people[at]) for at in heads)):
        if first and _ENDS & {*piece.gap(first)}:
            main = waiting = None
            since = first
        inside = [at for at in heads if first <= people[at].first < last]
        before = [at for at in heads if since <= people[at].first < first]
        goes_on = waiting is not None and _goes_on(piece, first, bool(inside))
        subject = waiting if goes_on else _subject(piece, people, (first, last), inside, before, main)
        if inside and subject == inside[0] and has_verb(piece, people[subject].last, last):
            main = subject
        elif main is None and inside:
            main = inside[0]
        if has_verb(piece, first, last):
            waiting = None
            main = subject if goes_on else main
        elif inside and piece.words[first] not in _JOINS:
            waiting = inside[-1]
        found.append(Clause(first, last, subject))
    return found


def _subject(
    piece: Piece,
    people: Sequence[Person],
    span: tuple[int, int],
    inside: Sequence[int],
    before: Sequence[int],
    main: int | None,
) -> int | None:
    first, last = span
    opening = piece.words[first]
    if opening in _OPENS and opening != "whose" and before and not (inside and opening != "who"):
        return before[-1]
    if inside:
        own = inside[0]
        begins = not has_verb(piece, first, people[own].first)
        if begins and (main is None or has_verb(piece, people[own].last, last)):
            return own
        if main is None and not before:
            return own
    verbless = not has_verb(piece, first, last)
    bracket = piece.gap(first).strip().startswith(("(", "\u2013", "\u2014"))
    if before and (bracket or (verbless and opening not in _GOES_ON and opening not in _PARTS)):
        return before[-1] if not inside or bracket else inside[0]
    return main if main is not None else (before[-1] if before else None)


def _owns(people: Sequence[Person], at: int) -> bool:
    """Tell whether somebody is named only to say whose kin the next one is."""
    return people[at].possessive and at + 1 < len(people) and people[at + 1].owner != ""


def _parted(piece: Piece, starts: frozenset[int]) -> list[tuple[int, int]]:
    begins = [0]
    for at in range(1, len(piece.words)):
        word = piece.words[at]
        said = piece.words[at - 1] in _REPORTS and at in starts
        if at > begins[-1] and (set(piece.gap(at)) & _MARKS or word in _OPENS or word in _PARTS or said):
            begins.append(at)
    ends = [*begins[1:], len(piece.words)]
    return [(first, last) for first, last in zip(begins, ends, strict=True) if first < last]
