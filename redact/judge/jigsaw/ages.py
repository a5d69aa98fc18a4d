"""Ages that nothing but their place beside somebody shows: "Mother, 19", "who is nine"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redact.judge.jigsaw.people import Person
from redact.judge.jigsaw.pieces import Piece
from redact.judge.jigsaw.told import Told
from redact.judge.jigsaw.vocabulary import vocabulary
from redact.judge.jigsaw.wordings import number_of
from redact.values.jigsaw import Exactness, FactKind

__all__ = ["ages_beside"]

_GLUE = vocabulary("who is was were are now aged just only then nearly almost about turned then still")
_VERBS = frozenset(("is", "was", "were", "are", "turned", "aged"))
_BEHIND = vocabulary("he she they his her and when at who with but by in on while or")
_TEENS_AT = vocabulary("eleven thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
_OLDEST = 99
_MOST = 3
_GROWN = 18
_CLINICAL = re.compile(r"(?<![\w/.-])(\d{1,2})/(12|52)(?![\w/])")
_ENDS = frozenset(",.;:)\n\t\u2013\u2014?!")


def ages_beside(piece: Piece, people: Sequence[Person]) -> Iterator[Told]:
    """Give the ages that stand right behind somebody in a sentence."""
    for person in people:
        if person.post or person.possessive:
            continue
        found = _behind(piece, person)
        if found is not None:
            at, last, value = found
            because = "a number right beside somebody"
            same = f"{value}y"
            yield Told(FactKind.AGE, Exactness.NEAR, piece.starts[at], piece.ends[last - 1], same, because)
    if people:
        yield from _apart(piece)
    for match in _CLINICAL.finditer(piece.text, piece.start, piece.end):
        unit = "m" if match[2] == "12" else "w"
        because = "months or weeks as clinicians write them"
        yield Told(FactKind.AGE, Exactness.EXACT, match.start(), match.end(), f"{match[1]}{unit}", because)


def _apart(piece: Piece) -> Iterator[Told]:
    """Give numbers between commas, or behind "was" at the end: "Kurdish, six, deaf", "and was 24."."""
    for at, word in enumerate(piece.words):
        value = number_of(word)
        if value is None or not 1 < value <= _OLDEST or at == 0:
            continue
        last, value = _whole(piece, at, value)
        behind = piece.gap(last) if last < len(piece.words) else "."
        ended = bool(set(behind) & _ENDS) and not re.match(r"[.:]\d|-", behind)
        before = piece.gap(at).strip()
        beside = [piece.words[at - 1], *piece.words[last : last + 1]]
        alone = before == "," and behind.strip() == "," and not any(map(number_of, beside))
        if word in _TEENS_AT and beside[0] == "at" and (ended or beside[1:2] in (["and"], ["when"])):
            ended, before, beside[0] = True, "", "is"  # "had a baby at fourteen"
        if ended and ((alone and value < _GROWN) or (not before and beside[0] in ("is", "was"))):
            because = "a number that stands as an age does"
            start, end = piece.starts[at], piece.ends[last - 1]
            yield Told(FactKind.AGE, Exactness.NEAR, start, end, f"{value}y", because)


def _behind(piece: Piece, person: Person) -> tuple[int, int, int] | None:
    """Find the number behind somebody: the numbers of its words, and what it says."""
    at = person.last
    while at < len(piece.words) and at - person.last < _MOST and piece.words[at] in _GLUE:
        at += 1
    if at >= len(piece.words):
        return None
    value = number_of(piece.words[at])
    if value is None or not 0 < value <= _OLDEST:
        return None
    last, value = _whole(piece, at, value)
    mark = piece.gap(person.last).strip() if person.last < len(piece.words) else ""
    glue = {*piece.words[person.last : at]}
    if person.plural and not glue & _VERBS:
        return None
    beside = bool(glue & _VERBS) or mark in (",", "(", ":") or (not glue and not mark and not person.pronoun)
    if not beside or (glue and not glue & _VERBS):
        return None
    if last == len(piece.words):
        return at, last, value
    behind = piece.gap(last)
    ends = bool(set(behind) & _ENDS) and not re.match(r"[.:]\d|-", behind)
    follows = piece.words[last] in _BEHIND and bool(glue)
    return (at, last, value) if ends or follows else None


def _whole(piece: Piece, at: int, value: int) -> tuple[int, int]:
    """Read "twenty-three" as one number."""
    if value >= 20 and value % 10 == 0 and at + 1 < len(piece.words) and not piece.words[at].isdigit():
        unit = number_of(piece.words[at + 1]) or 0
        if 0 < unit < 10 and not piece.words[at + 1].isdigit():
            return at + 2, value + unit
    return at + 1, value
