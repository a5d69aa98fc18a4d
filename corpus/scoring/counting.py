"""Count one case: mentions by every measure, people, false findings, what stays, scores.

A tally is a Counter over keys of words: tallies of cases add up, in any order, to that of all.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.scoring.covering import DETECTED_ONLY, outcomes, touches
from corpus.scoring.offices import is_beside_its_role
from corpus.scoring.values import Case, Hit, Outcome, Rank, Read
from corpus.telling.gold import GoldMention, Told

__all__ = ["Held", "Key", "Tally", "bands", "count", "held_case", "hold", "is_hard", "stays_as"]

Key = tuple[str, ...]
Tally = Counter[Key]

_BANDS = 10
_WORD = re.compile(r"\S+")
_LINE = re.compile(r"[^\n]+")
_STAYS = {
    "cite": "cited authors", "cite.text": "cited authors", "cite.list": "cited authors",
    "famous": "famous cases", "inquiry": "inquiries", "minister": "ministers", "eponym": "eponyms",
    "label": "labels", "statute": "statutes",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Held:
    """One document held against its gold.

    `false` are hits that touch nothing that must go; `either` are mentions that may go or stay.
    """

    told: Told
    read: Read
    outcomes: tuple[Outcome, ...]
    false: tuple[Hit, ...] = field(repr=False)
    either: tuple[GoldMention, ...] = field(default=(), repr=False)


def hold(told: Told, read: Read) -> Held:
    """Hold what was said of a document against its gold."""
    either = tuple(mention for mention in told.mentions if is_beside_its_role(told.text, mention))
    judged = [mention for mention in told.mentions if mention not in either]
    left = [mention.span for mention in told.mentions if not mention.stays]
    false = {
        (hit.start, hit.end, hit.label): hit
        for hit in read.hits
        if hit.stops and not any(touches(hit, span) for span in left)
    }
    return Held(told, read, outcomes(told.text, judged, read), tuple(false.values()), either)


def count(case: Sequence[Held]) -> Tally:
    """Count one case, whose documents were read in one call."""
    tally: Tally = Counter()
    for held in case:
        tally["documents", held.told.kind] += 1
        for key in _keys(held):
            tally[key] += 1
        _words(held, tally)
        _false(held, tally)
        _staying(held, tally)
        _scores(held, tally)
    _people(case, tally)
    return tally


def is_hard(outcome: Outcome, told: Told) -> bool:
    """Whether a mention is in the hard stratum: it has a mark, or its document is all lower or upper case."""
    return bool(outcome.mention.hard) or told.style != "mixed"


def stays_as(mention: GoldMention) -> str:
    """Name the form in which a mention stays."""
    if mention.form in _STAYS:
        return _STAYS[mention.form]
    if mention.label == "PERSON":
        return "author and chair"
    return {"ORGANISATION": "public bodies", "DATE": "months"}.get(mention.label, mention.label)


def bands(score: float) -> str:
    """Give the band of a score, by its lower end: "0.9" for 0.9 to 1.0, the last one closed."""
    return f"{min(int(score * _BANDS + 1e-9), _BANDS - 1) / _BANDS:.1f}"


# ---------------------------------------------------------------- mentions


def _keys(held: Held) -> Iterator[Key]:
    for outcome in held.outcomes:
        mention, rank = outcome.mention, outcome.rank.value
        yield "label", mention.label, rank
        if outcome.detected:
            yield "detected", mention.label
        if outcome.left:
            yield "left", mention.label, outcome.left
        if mention.label == "PERSON":
            for measure, value in _measures(outcome, held.told):
                yield measure, value, rank


def _measures(outcome: Outcome, told: Told) -> Iterator[tuple[str, str]]:
    """The groups in which a mention of a person is counted."""
    mention = outcome.mention
    yield "role", mention.role
    yield "form", mention.form
    yield "kind", told.kind
    yield "agency", told.agency
    yield "style", told.style
    yield "decided", "open" if mention.open else "decided"
    if mention.heritage:
        yield "heritage", mention.heritage
    hard = is_hard(outcome, told)
    yield "stratum", "hard" if hard else "plain"
    for mark in mention.hard:
        yield "hard", mark


def _people(case: Sequence[Held], tally: Tally) -> None:
    """A person survives when any mention in any document of the case is not found.

    Counted over names alone and with what identifies besides; over all mentions, and without the hard ones
    (a person with none left is not counted).
    """
    mentions: dict[str, list[tuple[Outcome, bool]]] = defaultdict(list)
    for held in case:
        for outcome in held.outcomes:
            if outcome.mention.who and outcome.mention.label not in DETECTED_ONLY:
                mentions[outcome.mention.who].append((outcome, is_hard(outcome, held.told)))
    for own in mentions.values():
        names = [(outcome, hard) for outcome, hard in own if outcome.mention.label == "PERSON"]
        _person("people", names, tally)
        _person("people-plain", [(outcome, hard) for outcome, hard in names if not hard], tally)
        _person("people-identifiers", own, tally)


def _person(measure: str, own: Sequence[tuple[Outcome, bool]], tally: Tally) -> None:
    if not own:
        return
    ranks = {outcome.rank for outcome, _ in own}
    came = next(rank for rank in (Rank.MISSED, Rank.CHECK, Rank.NAME) if rank in ranks).value
    first = own[0][0].mention
    tally[measure, "all", came] += 1
    tally[measure, f"role {first.role}", came] += 1
    if first.heritage:
        tally[measure, f"heritage {first.heritage}", came] += 1


# ---------------------------------------------------------------- what must stay


def _words(held: Held, tally: Tally) -> None:
    """Count the words of all text, of the mentions that must go, and of lines without one of them."""
    text = held.told.text
    going = [outcome.mention.span for outcome in held.outcomes]
    tally["words", "all"] += len(_WORD.findall(text))
    tally["words", "going"] += sum(len(_WORD.findall(text[start:end])) for start, end in going)
    for start, end in _clear_lines(text, going):
        tally["words", "clear"] += len(_WORD.findall(text[start:end]))


def _clear_lines(text: str, going: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    lines = [line.span() for line in _LINE.finditer(text)]
    return [
        (start, end) for start, end in lines if not any(first < end and start < last for first, last in going)
    ]


def _false(held: Held, tally: Tally) -> None:
    clear = _clear_lines(held.told.text, [outcome.mention.span for outcome in held.outcomes])
    for hit in held.false:
        tally["false", hit.label, hit.severity] += 1
        if any(touches(hit, line) for line in clear):
            tally["false-clear", hit.label, hit.severity] += 1


def _staying(held: Held, tally: Tally) -> None:
    stopping = [hit for hit in held.read.hits if hit.stops]
    for mention in held.told.mentions:
        if mention.stays:
            hits = [hit for hit in stopping if touches(hit, mention.span)]
            severities = {hit.severity for hit in hits}
            flagged = "block" if "block" in severities else "ask" if severities else "left"
            tally["stays", stays_as(mention), flagged] += 1
            if hits:
                is_person = any(hit.label == "PERSON" for hit in hits)
                tally["stopped-as", stays_as(mention), "person" if is_person else "other"] += 1
    for mention in held.either:
        asked = any(touches(hit, mention.span) for hit in stopping)
        tally["beside-role", "asked" if asked else "noted"] += 1


def _scores(held: Held, tally: Tally) -> None:
    """Count by band of score how many findings that stop touch a mention that must go."""
    false = {(hit.start, hit.end, hit.label) for hit in held.false}
    best: dict[tuple[int, int, str], float] = {}
    for hit in held.read.hits:
        if hit.stops:
            stretch = hit.start, hit.end, hit.label
            best[stretch] = max(hit.score, best.get(stretch, 0.0))
    for stretch, score in best.items():
        right = "false" if stretch in false else "right"
        tally["score", "PERSON" if stretch[2] == "PERSON" else "other", bands(score), right] += 1


def held_case(case: Case, reads: Sequence[Read]) -> tuple[Held, ...]:
    """Hold every document of a case against its gold."""
    return tuple(hold(told, read) for told, read in zip(case, reads, strict=True))
