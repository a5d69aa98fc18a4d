"""`decide` and `decisions`: what a person decides about findings and gaps of a case is kept, and listed.

A finding is named by its fingerprint, which says nothing to anybody without the secret of the case. A report
of the case tells which finding it is, so that an answer that would clear nothing is refused at once.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from redact.errors import NoIdentity, WrongUse
from redact.keystore import home
from redact.keystore.identity import Identity
from redact.run import decisions
from redact.run.case_file import CaseFolder
from redact.values.decided import Decided
from redact.values.decision_list import DecisionList, Listed
from redact.values.decisions import Answer, Decision, Reason
from redact.values.judgement import Severity
from redact.values.since import Told, ToldThing

__all__ = [
    "REASONS_FOR",
    "Aim",
    "Asked",
    "Kept",
    "aims",
    "decide",
    "listing",
    "only",
    "reason_of",
    "who_decides",
]

_STAYS = (
    *(Reason.NOT_THIS_PERSON, Reason.PUBLIC_OFFICE, Reason.AUTHOR_OR_PANEL, Reason.PUBLISHED_WORK),
    *(Reason.PUBLIC_BODY, Reason.FAMILY_WISH, Reason.COURT_DIRECTION, Reason.ALREADY_PUBLIC),
    *(Reason.NEEDED_TO_UNDERSTAND, Reason.ALREADY_A_LABEL),
)
REASONS_FOR: Mapping[Answer, tuple[Reason, ...]] = MappingProxyType(
    {
        Answer.CHANGE: (Reason.TO_BE_CHANGED,),
        Answer.KEEP: _STAYS,
        # Nothing of the sort: who is somebody, of whatever office, is an exception of two people.
        Answer.MISTAKEN: (Reason.NOT_A_NAME, Reason.ALREADY_A_LABEL),
        Answer.EXCEPTION: _STAYS,
        Answer.LOOKED_AT: (Reason.READ_BY_A_PERSON,),
    }
)
_DIGITS = re.compile(r"(?:hmac:)?([0-9a-f]{8,32})")
_LEAST_DIGITS, _ALL_DIGITS = 8, 32
_LONGEST_NAME = 120  # as on a card
_TELL = "Give the report that names it: --from REPORT, made by redact check --format json in this case."


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody decides, about everything that they name at once."""

    answer: Answer
    reason: Reason
    who: str
    reference: str | None = None
    expires: date | None = None


@dataclass(frozen=True, slots=True)
class Aim:
    """One fingerprint that is decided about, and what a report tells of it; nothing without one."""

    fingerprint: str
    things: tuple[ToldThing, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """One decision as it was written, and what all decisions on it come to; none where no report tells."""

    aim: Aim
    decision: Decision
    comes_to: Decided | None


def reason_of(answer: Answer, code: str | None) -> Reason:
    """Give the reason for an answer: the one that was given, else the only one there is.

    Raises:
        WrongUse: it is no reason for this answer, or there are several and none was given.
    """
    fitting = REASONS_FOR[answer]
    known = ", ".join(reason.value for reason in fitting)
    if code is None and len(fitting) > 1:
        raise WrongUse(f"{answer.value} needs a reason", f"Give one: --reason CODE, one of {known}.")
    given = fitting[0] if code is None else Reason(code)
    if given not in fitting:
        raise WrongUse(f"{given.value} is no reason for {answer.value}", f"Reasons for it are {known}.")
    return given


def aims(prints: Sequence[str], report: Told | None, answer: Answer) -> tuple[Aim, ...]:
    """Find what is decided about, each once.

    Args:
        prints: fingerprints, or beginnings of at least eight digits where a report is given.
        report: a report of the case.

    Raises:
        WrongUse: one is none, stands in the report not at all or for several, or the answer does not fit.
    """
    told = None if report is None else _by_beginning(report)
    found = dict.fromkeys(_aim(text.strip().lower(), told) for text in prints)
    for aim in found:
        for thing in aim.things:
            _must_fit(answer, thing)
    return tuple(found)


def who_decides(own: Path, given: str | None, identity: Identity | None) -> str:
    """Say in whose name is decided: that of one's own card, else the one that was given.

    Args:
        own: the user's own folder.

    Raises:
        WrongUse: nobody is named, the name is not one line, or it is not that of one's own card.
    """
    card = identity.card if identity is not None else None
    if card is None:
        with contextlib.suppress(NoIdentity):
            card = home.own_card(own)
    if card is not None:
        if given is not None and given != card.name:
            raise WrongUse(
                "your identity is in another name than --who",
                "Leave --who out; whoever it names decides on their own.",
            )
        return card.name
    if given is None:
        raise WrongUse(
            "nobody can tell who decides", "Make an identity: redact identity create; or give --who NAME."
        )
    if len(given) > _LONGEST_NAME or not given.isprintable() or given != given.strip() or not given:
        raise WrongUse("a name is one line of at most 120 characters", "Give it so after --who.")
    return given


def listing(
    case: str, ledger: Sequence[Decision], report: Told | None, day: date, *, elsewhere: Collection[str] = ()
) -> DecisionList:
    """Say of each decision whether it counts on `day`, and whether a report of the case has use for it.

    What is `elsewhere`, in the records of searches, no report tells of. Returns: all, each once, by answer,
    then in the order in which they were given.
    """
    from redact.judge import last_words

    words = last_words(ledger, day)
    untold = elsewhere if report is not None else words.by_fingerprint.keys()
    things: dict[str, list[ToldThing]] = {}
    for thing in report.things if report is not None else ():
        things.setdefault(thing.fingerprint, []).append(thing)
    found = [
        Listed(
            decision,
            counts=decision in words.by_fingerprint[decision.fingerprint] and decision.holds_on(day),
            ended=not decision.holds_on(day),
            things=None if decision.fingerprint in untold else tuple(things.get(decision.fingerprint, ())),
        )
        for decision in dict.fromkeys(ledger)
    ]
    order = list(Answer)
    found.sort(key=lambda one: (order.index(one.decision.answer), one.decision.when))
    return DecisionList(case, tuple(found), report.documents if report is not None else ())


def only(listed: DecisionList, *, unused: bool, ended: bool) -> DecisionList:
    """Leave of a list what nothing is left of, what has ended, or both."""
    entries = [one for one in listed.entries if (not unused or one.unused) and (not ended or one.ended)]
    words = [*(["of which nothing is left"] if unused else []), *(["that have ended"] if ended else [])]
    which = " and ".join(words) or None
    return replace(listed, entries=tuple(entries), which=which, total=len(listed.entries))


def decide(
    found: CaseFolder,
    asked: Asked,
    about: Sequence[Aim],
    identity: Identity | None,
    before: Sequence[Decision],
) -> tuple[Kept, ...]:
    """Keep what somebody decides, signed where their identity is open.

    Args:
        before: what was decided until now, for what it all comes to.

    Raises:
        WrongUse: the answer cannot be given so: an exception without an end, an end that has passed.
        RedactError: as `decisions.record` does.
    """
    from redact.judge import last_words, weigh

    _must_end_well(asked)
    written = decisions.record(found, [_decision(asked, aim) for aim in about], identity)
    words = last_words([*before, *written], date.today())
    kept = []
    for aim, decision in zip(about, written, strict=True):
        weights = {thing.severity for thing in aim.things}
        comes_to = [weigh(aim.fingerprint, severity, words) for severity in weights]
        # Where one fingerprint stands for what blocks and what asks, what is still open is told.
        open_first = sorted(filter(None, comes_to), key=lambda one: one.answer is not None)
        kept.append(Kept(aim, decision, open_first[0] if open_first else None))
    return tuple(kept)


# ------------------------------------------------------------------ private


def _by_beginning(report: Told) -> dict[str, list[ToldThing]]:
    found: dict[str, list[ToldThing]] = {}
    for thing in report.things:
        found.setdefault(thing.fingerprint[: len("hmac:") + _LEAST_DIGITS], []).append(thing)
    return found


def _aim(text: str, told: Mapping[str, Sequence[ToldThing]] | None) -> Aim:
    match = _DIGITS.fullmatch(text)
    if match is None:
        raise WrongUse(
            "a fingerprint is 32 hex digits, or at least its first eight",
            "Copy it from a report of the case: it stands beside each place.",
        )
    if told is None:
        if len(match[1]) < _ALL_DIGITS:
            raise WrongUse("without a report nobody can tell which fingerprint begins so", _TELL)
        return Aim(f"hmac:{match[1]}")
    near = told.get(f"hmac:{match[1][:_LEAST_DIGITS]}", ())
    things = [thing for thing in near if thing.fingerprint.startswith(f"hmac:{match[1]}")]
    prints = {thing.fingerprint for thing in things}
    if not prints:
        raise WrongUse(
            "the report holds no finding and no gap of this fingerprint",
            "Look whether it is the report that you read it in, and check again if the document has changed.",
        )
    if len(prints) > 1:
        raise WrongUse(f"{len(prints):,} fingerprints of the report begin so", "Give more of its digits.")
    return Aim(prints.pop(), tuple(things))


def _must_fit(answer: Answer, thing: ToldThing) -> None:
    if thing.is_gap and answer not in (Answer.LOOKED_AT, Answer.CHANGE):
        raise WrongUse(
            f"{answer.value} closes nothing that could not be read",
            "Look at the place yourself: looked-at says that nothing stands there that identifies anybody, "
            "change that it will be taken out.",
        )
    if not thing.is_gap and answer is Answer.LOOKED_AT:
        raise WrongUse(
            "looked-at is for what could not be read, and this was read",
            "Say what it is: mistaken, keep, exception or change.",
        )
    if thing.severity is Severity.BLOCK and answer is Answer.KEEP:
        raise WrongUse(
            "keep clears what asks, and this blocks",
            "Change it; or say mistaken if it is no name at all; or let two people give an exception, each "
            "with --reason and --expires.",
        )


def _must_end_well(asked: Asked) -> None:
    if asked.answer is Answer.EXCEPTION and asked.expires is None:
        raise WrongUse("an exception ends on a day", "Give its last day: --expires 2027-03-31.")
    if asked.expires is not None and asked.expires < date.today():
        raise WrongUse("the day on which it would end has passed", "Give a later one, or none.")


def _decision(asked: Asked, aim: Aim) -> Decision:
    try:
        return Decision(
            aim.fingerprint,
            asked.answer,
            asked.reason,
            asked.who,
            decisions.now(),
            asked.expires,
            asked.reference,
        )
    except ValueError:
        raise WrongUse(
            "a reference is the number of a letter or file: up to 32 letters, digits, dots, strokes, hyphens",
            "Give that alone, with a digit in it: words would put names into a file that others read.",
        ) from None
