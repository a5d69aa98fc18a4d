"""What people have decided, held against what was found and what could not be read.

Of each person the last word counts, and what has ended does not count, nor does it bring an earlier word
back. Where two people say different things the finding is open again: the program does not choose between
them. What remains: whoever may write into the folder of a case may write any name under a decision that is
not signed; it replaces none that is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from types import MappingProxyType

from redact.values.decided import Decided, Effect
from redact.values.decisions import Answer, Decision, decision_as_json
from redact.values.folding import fold
from redact.values.judgement import Finding, Severity
from redact.values.text import Gap

__all__ = ["NO_WORDS", "Words", "decide", "last_words", "nothing_there", "weigh"]

_PEOPLE_FOR_AN_EXCEPTION = 2


class _Says(Enum):
    """What an answer says of the thing; two people who say different things disagree."""

    NOTHING_THERE = "nothing there"
    STAYS = "stays"
    GOES = "goes"
    SEEN = "seen"


_OF_A_FINDING = {
    Answer.MISTAKEN: _Says.NOTHING_THERE,
    Answer.KEEP: _Says.STAYS,
    Answer.EXCEPTION: _Says.STAYS,
    Answer.CHANGE: _Says.GOES,
}
_OF_A_GAP = {Answer.LOOKED_AT: _Says.SEEN, Answer.CHANGE: _Says.GOES}


@dataclass(frozen=True, slots=True)
class Words:
    """The last word of each person on each fingerprint, and the day on which they are weighed."""

    day: date = date.max
    by_fingerprint: Mapping[str, tuple[Decision, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def in_one_form(self) -> list[str]:
        """Write each word on its line, sorted, with what else counts of it; for a digest."""
        return sorted(
            f"{decision_as_json(word, signed=False)} "
            f"{'holds' if word.holds_on(self.day) else 'ended'} {'signed' if word.signature else 'unsigned'}"
            for words in self.by_fingerprint.values()
            for word in words
        )


NO_WORDS = Words()


def last_words(decisions: Iterable[Decision], day: date) -> Words:
    """Take of each person the last word on each fingerprint, whatever the order of the decisions.

    A word that is not signed does not replace one that is: both count then. Two words of one person with one
    time and different content are both kept, since nobody can tell which is last.

    Args:
        day: the day of the check; what has ended before it does not count.
    """
    given: dict[tuple[str, str], set[Decision]] = {}
    for decision in decisions:
        given.setdefault((decision.fingerprint, _person(decision)), set()).add(decision)
    found: dict[str, list[Decision]] = {}
    for (fingerprint, _), words in given.items():
        found.setdefault(fingerprint, []).extend(_last(words))
    in_order = {fingerprint: tuple(sorted(words, key=_order)) for fingerprint, words in found.items()}
    return Words(day, MappingProxyType(in_order))


def decide(findings: Iterable[Finding], gaps: Iterable[Gap], words: Words) -> tuple[Decided, ...]:
    """Say for each finding and gap on which somebody has decided what it comes to; each fingerprint once."""
    made: dict[str, Decided | None] = {}
    for finding in findings:
        made[finding.fingerprint] = weigh(finding.fingerprint, finding.severity, words)
    for gap in gaps:
        made[gap.fingerprint] = weigh(gap.fingerprint, None, words)
    return tuple(decided for decided in made.values() if decided is not None)


def weigh(fingerprint: str, severity: Severity | None, words: Words) -> Decided | None:
    """Say what the words on one fingerprint come to; none where nobody has decided.

    Args:
        severity: of the finding; none of a gap.
    """
    given = words.by_fingerprint.get(fingerprint)
    if not given:
        return None
    holding = [decision for decision in given if decision.holds_on(words.day)]
    outcome = _on_gap(holding, given) if severity is None else _on_finding(severity, holding, given)
    return Decided(fingerprint, outcome.effect, outcome.answer, outcome.because, given, words.day)


def nothing_there(decided: Iterable[Decided]) -> frozenset[str]:
    """Give the fingerprints of what people have agreed to be nothing of the sort."""
    return frozenset(one.fingerprint for one in decided if one.answer is Answer.MISTAKEN)


# ------------------------------------------------------------------ private


def _last(words: set[Decision]) -> list[Decision]:
    """Choose of one person's words on one thing those that count."""
    signed = [word for word in words if word.signature is not None]
    if signed:
        since = max(word.when for word in signed)
        last = [word for word in signed if word.when == since]
        return last + _latest([word for word in words if word.signature is None and word.when >= since])
    return _latest(words)


def _latest(words: Collection[Decision]) -> list[Decision]:
    since = max((word.when for word in words), default=None)
    return [word for word in words if word.when == since]


@dataclass(frozen=True, slots=True)
class _Outcome:
    effect: Effect
    answer: Answer | None
    because: str


_NOTHING_THERE = _Outcome(Effect.CLEARED, Answer.MISTAKEN, "it is not what it was taken for")
_STAYS = _Outcome(Effect.CLEARED, Answer.KEEP, "it stays")
_GOES = _Outcome(Effect.TO_CHANGE, Answer.CHANGE, "it is to be changed")
_SEEN = _Outcome(Effect.CLEARED, Answer.LOOKED_AT, "somebody has looked at it")


def _on_finding(severity: Severity, holding: Sequence[Decision], given: Sequence[Decision]) -> _Outcome:
    said = {_OF_A_FINDING[decision.answer] for decision in holding if decision.answer in _OF_A_FINDING}
    if _Says.GOES in said and severity is Severity.NOTE:
        return _GOES  # a note asks for nothing by itself, and somebody has asked
    if said == {_Says.STAYS}:
        return _staying(severity, holding)
    if said == {_Says.NOTHING_THERE}:
        return _NOTHING_THERE
    return _of_either(said, holding, given)


def _on_gap(holding: Sequence[Decision], given: Sequence[Decision]) -> _Outcome:
    said = {_OF_A_GAP[decision.answer] for decision in holding if decision.answer in _OF_A_GAP}
    return _SEEN if said == {_Says.SEEN} else _of_either(said, holding, given)


def _of_either(said: set[_Says], holding: Sequence[Decision], given: Sequence[Decision]) -> _Outcome:
    """Weigh what is the same for findings and gaps."""
    if len(said) > 1:
        return _open("what was decided does not agree, so it is open again")
    if said:
        return _GOES
    if holding:
        return _open("the answer is for something else: looked-at closes gaps, the others findings")
    ended = max(decision.expires for decision in given if decision.expires is not None)
    return _open(f"what was decided has ended, on {ended.isoformat()}")


def _staying(severity: Severity, holding: Sequence[Decision]) -> _Outcome:
    """Weigh words that all say: it stays. One is enough for what asks, two exceptions for what blocks."""
    if severity is not Severity.BLOCK:
        return _STAYS
    exceptions = [decision for decision in holding if decision.answer is Answer.EXCEPTION]
    people = {_person(decision) for decision in exceptions}
    if len(people) >= _PEOPLE_FOR_AN_EXCEPTION:
        until = _until(exceptions).isoformat()
        because = f"it stays by an exception of two people, until {until}"
        return _Outcome(Effect.CLEARED, Answer.EXCEPTION, because)
    if people:
        return _open("an exception needs a second person")
    return _open("keep clears what asks, and this blocks: it needs an exception of two people")


def _open(because: str) -> _Outcome:
    return _Outcome(Effect.OPEN, None, because)


def _until(exceptions: Sequence[Decision]) -> date:
    """Give the last day on which exceptions of enough people hold."""
    ends: dict[str, date] = {}
    for decision in exceptions:
        person = _person(decision)
        ends[person] = max(ends.get(person, date.min), decision.expires or date.max)
    return sorted(ends.values(), reverse=True)[_PEOPLE_FOR_AN_EXCEPTION - 1]


def _person(decision: Decision) -> str:
    """Give one spelling of who has decided: nobody is two people by a capital or a space."""
    return " ".join(fold(decision.who).text.split())


def _order(decision: Decision) -> tuple[str, ...]:
    answer, reason = decision.answer.value, decision.reason.value
    ends = decision.expires.isoformat() if decision.expires else ""
    return (
        decision.when.isoformat(),
        *(decision.who, answer, reason, ends, decision.reference or "", decision.signature or ""),
    )
