"""Every row of rules/COVERAGE.md that is *computed by the gate*, both ways: kept to, and not.

A row without a proof here fails, and so does a proof whose row says so no longer. Where the days of a case
decide, the proof is what the gate lets be done and what it refuses, by its code; where a time is owed, what
it tells of it on its last day and on the day after.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import combinations
from types import MappingProxyType

import pytest

from redact.publication.needed import needed
from redact.publication.owed import owed
from redact.publication.register import register_digest
from redact.publication.states import judge
from redact.resources import rules_folder
from redact.run.rule_examples import outcome_of
from redact.values.clocks import CaseEvent, Due
from redact.values.gate import GateAction, GateState
from redact.values.gate_record import (
    AttachedPaper,
    CheckRecord,
    Dispatch,
    Gate,
    GateEvent,
    Named,
    Observed,
    PackRecord,
    PaperPart,
    Proceeding,
)
from redact.values.judgement import Outcome, Readiness
from redact.values.rules import Edition, Mode, Rulebook
from redact.values.statements import GateRole, GivenStatement, How
from tests.shipped_rules import shipped_rules
from tools.make_coverage import GATE, rows

DAY = date(2027, 1, 7)  # of publication; by seven working days it is sent on 24 December 2026 at the latest
ONE_DAY = timedelta(days=1)
EARLIER, LATER = DAY - timedelta(days=60), DAY + ONE_DAY
SENT, TOO_LATE = datetime(2026, 12, 22, 10), datetime(2026, 12, 29, 10)
WAITS_FOR_A_TEXT = "once somebody has read"  # X-04 says itself why it is not computed yet


def book() -> Rulebook:
    return shipped_rules()


def case(edition: Edition, board: str | None, *parts: PaperPart, **more: object) -> Gate:
    """Give a case that waits, its papers sent to everybody who must have them; `more` changes it."""
    given = tuple(AttachedPaper(part, f"{number:064x}", "pdf") for number, part in enumerate(parts, 1))
    when = datetime(2026, 12, 1, 9, tzinfo=UTC)
    papers = given or (AttachedPaper(PaperPart.REPORT, "1" * 64, "pdf"),)
    gate = Gate(
        "K7", GateState.WAITING, edition, Mode.FULL, board, initiated=date(2026, 9, 1), publish_on=DAY,
        people=(Named(GateRole.MANAGER, "Imogen Tarrant", "a" * 64),), papers=papers,
        check=CheckRecord("c" * 64, Readiness.READY, "d" * 64, "e" * 64, "0.1.0", when),
    )  # fmt: skip
    pack = PackRecord("b" * 64, 1, DAY, gate.papers_digest, when)
    gate = replace(gate, packs=(pack,), dispatches=sent(SENT))
    return replace(gate, **more)  # type: ignore[arg-type]


def sent(at: datetime, *to: str) -> tuple[Dispatch, ...]:
    to = to or ("ofsted", "department", "secretary-of-state", "national-panel")
    return tuple(Dispatch(one, at, "b" * 64, "f" * 64) for one in to)


def codes(gate: Gate, action: GateAction, now: date | datetime = DAY) -> set[str]:
    """Give the codes of all that stands against doing something on a day."""
    at = now if isinstance(now, datetime) else datetime.combine(now, SENT.time())
    recipients = ("ofsted", "department", "secretary-of-state", "national-panel")
    seen = Observed(at, recipients=recipients, intruder=True)
    return {one.code for one in judge(book(), gate, action, GateRole.MANAGER, seen)}


def to_publish(gate: Gate, **more: object) -> set[str]:
    return codes(replace(gate, state=GateState.CLEARED, **more), GateAction.PUBLISH)  # type: ignore[arg-type]


def to_clear(gate: Gate, **more: object) -> set[str]:
    return codes(replace(gate, **more), GateAction.CLEAR)  # type: ignore[arg-type]


def to_archive(gate: Gate, on: date) -> set[str]:
    published = replace(gate, state=GateState.PUBLISHED, published_on=DAY)
    return codes(published, GateAction.ARCHIVE, on)


def notes(*events: GateEvent, on: date = EARLIER) -> dict[str, Mapping[GateEvent, date]]:
    return {"notes": dict.fromkeys(events, on)}


@dataclass(frozen=True, slots=True)
class Proof:
    """What a row asks for: `code` is refused in none of `fine`, and in each of `broken`."""

    code: str
    fine: tuple[Callable[[], set[str]], ...]
    broken: tuple[Callable[[], set[str]], ...]


@dataclass(frozen=True, slots=True)
class Time:
    """A time that a row sets: since which event on which day, and the last days on which it is kept to."""

    edition: Edition
    board: str | None
    since: CaseEvent
    begun: date
    days: frozenset[date]


BROMLEY = case(Edition.WT2010B, "bromley", PaperPart.REPORT, PaperPart.SUMMARY)
BATH = case(Edition.WT2015, "bath-nes")
LOCAL = case(Edition.WT2023, None)
MILTON = case(Edition.WT2010B, "milton-keynes", PaperPart.REPORT, PaperPart.SUMMARY)
TRIAL = Proceeding("p1", "criminal", "crown-court", next_on=LATER)
INQUEST = Proceeding("p1", "inquest", "coroner", next_on=LATER)
ENDED = replace(TRIAL, concluded=EARLIER)


def with_statements(gate: Gate, *without: str, reasons: Mapping[str, str] = MappingProxyType({})) -> Gate:
    """Give a case in which everything is signed that its state asks for, but for the ids in `without`."""
    assert gate.check is not None
    given = tuple(
        GivenStatement(
            one.rule.id, one.rule.version, one.subject, one.rule.role, f"{one.rule.role.words.title()} Imrie",
            How.RECORDED, gate.papers_digest, gate.check.result, gate.check.rules, "9" * 64,
            datetime(2026, 12, 2, 9, tzinfo=UTC),
            reason=reasons.get(one.rule.id, next((code.value for code in one.rule.reasons), "")),
            register=register_digest(gate),
        )
        for one in needed(book(), gate)
        if one.rule.id not in without
    )  # fmt: skip
    return replace(gate, statements=given)


def to_sign_off(gate: Gate) -> set[str]:
    return codes(replace(gate, state=GateState.BOARD), GateAction.SIGN_OFF)


def to_pass(gate: Gate) -> set[str]:
    return codes(replace(gate, state=GateState.CHECKING), GateAction.PASS_CHECK)


def examples(rule: str, *, faulty: bool) -> set[str]:
    """Say whether the examples of a rule that a check judges are at fault: then its id stands in the set."""
    (found,) = (one for one in book().rules if one.id == rule)
    texts = found.finds if faulty else found.allows
    outcomes = {outcome_of(found, text, lambda _: (), b"a secret of rows" * 2) for text in texts}
    assert len(outcomes) == 1
    return {rule} if outcomes == {Outcome.FAIL} else set()


def weighed(gate: Gate) -> Gate:
    return with_statements(gate, reasons={"proceedings-weighed": "no-risk"})


NEW_SUMMARY = (
    AttachedPaper(PaperPart.REPORT, f"{1:064x}", "pdf"),
    AttachedPaper(PaperPart.SUMMARY, "8" * 64, "pdf"),
)
EVALUATED = notes(GateEvent.EVALUATION_RECEIVED)
TWO_OF_MILTON = case(Edition.WT2013, "milton-keynes")

PROOFS: Mapping[str, tuple[Proof | Time, ...]] = {
    "BR-11": (Proof("not-sent", (lambda: to_clear(BROMLEY),), (lambda: to_clear(BROMLEY, dispatches=()),)),),
    "BR-15": (
        Proof(
            "open-proceedings",
            (lambda: to_publish(BROMLEY), lambda: to_publish(BROMLEY, proceedings=(ENDED,))),
            (
                lambda: to_publish(BROMLEY, proceedings=(TRIAL,)),
                lambda: to_publish(BROMLEY, proceedings=(INQUEST,)),
            ),
        ),
        Proof(
            "evaluation-not-received",
            (lambda: to_publish(BROMLEY, **EVALUATED),),
            (
                lambda: to_publish(BROMLEY),
                lambda: to_publish(BROMLEY, **notes(GateEvent.EVALUATION_RECEIVED, on=LATER)),
            ),
        ),
    ),
    "BR-16": (
        Proof(
            "not-briefed",
            (lambda: to_publish(BROMLEY, **notes(GateEvent.OFSTED_BRIEFED, on=DAY - ONE_DAY)),),
            (
                lambda: to_publish(BROMLEY),
                lambda: to_publish(BROMLEY, **notes(GateEvent.OFSTED_BRIEFED, on=DAY)),
            ),
        ),
    ),
    "BR-49": (
        Time(
            Edition.WT2010B,
            "bromley",
            CaseEvent.AWARE,
            date(2010, 7, 1),
            frozenset({date(2010, 7, 2), date(2010, 7, 15)}),
        ),
        Time(Edition.WT2010B, "bromley", CaseEvent.REFERRED, date(2010, 7, 1), frozenset({date(2010, 8, 1)})),
        Time(
            Edition.WT2010B,
            "bromley",
            CaseEvent.DECIDED,
            date(2010, 7, 1),
            frozenset(
                {
                    date(2010, 7, 2),
                    date(2010, 9, 23),
                    date(2010, 10, 21),
                    date(2010, 12, 1),
                    date(2010, 12, 16),
                    date(2011, 1, 1),
                }
            ),
        ),
        Time(
            Edition.WT2010B, "bromley", CaseEvent.PANEL_MET, date(2010, 7, 1), frozenset({date(2010, 8, 26)})
        ),
        Time(
            Edition.WT2010B,
            "bromley",
            CaseEvent.SIGNED_OFF,
            date(2010, 7, 1),
            frozenset({date(2010, 9, 1), date(2010, 11, 1), date(2011, 7, 1)}),
        ),
    ),
    "BR-54": (
        Proof(
            "out-of-order",
            (
                lambda: to_publish(
                    BROMLEY, notes={GateEvent.AGENCIES_AGREED: EARLIER, GateEvent.PANEL_MET: EARLIER}
                ),
            ),
            (
                lambda: to_publish(
                    BROMLEY, notes={GateEvent.AGENCIES_AGREED: DAY, GateEvent.PANEL_MET: EARLIER}
                ),
            ),
        ),
    ),
    "BR-55": (
        Proof("br-55", (lambda: examples("br-55", faulty=False),), (lambda: examples("br-55", faulty=True),)),
    ),
    "PO-03": (
        Proof(
            "papers-missing",
            (lambda: to_pass(case(Edition.WT2010B, "portsmouth", PaperPart.REPORT, PaperPart.SUMMARY)),),
            (
                lambda: to_pass(case(Edition.WT2010B, "portsmouth", PaperPart.REPORT)),
                lambda: to_pass(case(Edition.WT2010B, "portsmouth", PaperPart.SUMMARY)),
            ),
        ),
    ),
    "PO-04": (
        Time(
            Edition.WT2010B,
            "portsmouth",
            CaseEvent.DECIDED,
            date(2010, 8, 31),
            frozenset({date(2011, 2, 28)}),
        ),
    ),
    "BN-01": (
        Proof(
            "still-on-view",
            (lambda: to_archive(BATH, date(2028, 1, 8)),),
            (lambda: to_archive(BATH, date(2028, 1, 6)), lambda: to_archive(BATH, LATER)),
        ),
    ),
    "BN-10": (
        Proof(
            "late",
            (
                lambda: to_clear(
                    case(Edition.WT2013, "bath-nes"), dispatches=sent(datetime(2026, 12, 31, 10))
                ),
            ),
            (lambda: to_clear(case(Edition.WT2013, "bath-nes"), dispatches=sent(datetime(2027, 1, 1, 10))),),
        ),
    ),
    "BN-12": (
        Proof(
            "late",
            (lambda: to_clear(BATH), lambda: to_clear(BATH, dispatches=sent(datetime(2026, 12, 24, 17)))),
            (
                lambda: to_clear(BATH, dispatches=sent(TOO_LATE)),
                # Counts as the next day.
                lambda: to_clear(BATH, dispatches=sent(datetime(2026, 12, 24, 17, 1))),
                lambda: to_clear(
                    BATH, dispatches=(*sent(SENT, "ofsted", "department"), *sent(TOO_LATE, "national-panel"))
                ),
            ),
        ),
        Proof(
            "not-sent",
            (lambda: to_clear(BATH),),
            tuple(
                partial(to_clear, BATH, dispatches=sent(SENT, *two))
                for two in combinations(("ofsted", "department", "national-panel"), 2)
            ),
        ),
    ),
    "BN-13": (
        Proof(
            "open-proceedings",
            (lambda: to_publish(weighed(replace(BATH, proceedings=(INQUEST,)))),),
            (
                lambda: to_publish(BATH, proceedings=(INQUEST,)),
                # Weighed before the inquest was known.
                lambda: to_publish(replace(weighed(BATH), proceedings=(INQUEST,))),
            ),
        ),
    ),
    "BN-14": (
        Time(
            Edition.WT2015, "bath-nes", CaseEvent.INITIATED, date(2016, 9, 5), frozenset({date(2017, 3, 5)})
        ),
    ),
    "BN-21": (
        Time(
            Edition.WT2015, "bath-nes", CaseEvent.AWARE, date(2016, 12, 21), frozenset({date(2016, 12, 30)})
        ),
        Time(
            Edition.WT2015, "bath-nes", CaseEvent.REFERRED, date(2016, 8, 31), frozenset({date(2016, 9, 30)})
        ),
        Time(Edition.WT2015, "bath-nes", CaseEvent.DECIDED, date(2016, 9, 5), frozenset({date(2016, 9, 12)})),
    ),
    "MK-04": (
        Time(
            Edition.WT2015,
            "milton-keynes",
            CaseEvent.REFERRED,
            date(2016, 1, 31),
            frozenset({date(2016, 2, 29)}),
        ),
        Time(
            Edition.WT2015,
            "milton-keynes",
            CaseEvent.DECIDED,
            date(2016, 3, 24),
            frozenset({date(2016, 4, 4)}),
        ),
        Time(
            Edition.WT2015,
            "milton-keynes",
            CaseEvent.INITIATED,
            date(2016, 2, 1),
            frozenset({date(2016, 8, 1)}),
        ),
    ),
    "MK-20": (  # the summary that the board signs is of the very report that it signs
        Proof(
            "missing-statement",
            (lambda: to_sign_off(with_statements(MILTON)),),
            (lambda: to_sign_off(replace(with_statements(MILTON), papers=NEW_SUMMARY)),),
        ),
        Proof("mk-20", (lambda: examples("mk-20", faulty=False),), (lambda: examples("mk-20", faulty=True),)),
    ),
    "MK-23": (
        Proof(
            "missing-statement",
            (lambda: to_sign_off(with_statements(MILTON)),),
            (
                lambda: to_sign_off(with_statements(MILTON, "final-text")),
                lambda: to_sign_off(with_statements(MILTON, "board-sign-off")),
            ),
        ),
    ),
    "MK-24": (
        Proof(
            "not-sent",
            (
                lambda: to_clear(TWO_OF_MILTON, dispatches=sent(SENT, "ofsted", "national-panel")),
                lambda: to_clear(MILTON, dispatches=sent(SENT, "ofsted")),
            ),
            (
                lambda: to_clear(TWO_OF_MILTON, dispatches=sent(SENT, "national-panel")),
                lambda: to_clear(TWO_OF_MILTON, dispatches=sent(SENT, "ofsted")),
                lambda: to_clear(MILTON, dispatches=()),
            ),
        ),
    ),
    "MK-25": (
        Proof(
            "family-not-told",
            (
                lambda: to_publish(with_statements(MILTON), **notes(GateEvent.FAMILY_SEEN)),
                lambda: to_publish(with_statements(MILTON), **notes(GateEvent.FAMILY_NOT_REACHED)),
            ),
            (
                lambda: to_publish(with_statements(MILTON)),
                lambda: to_publish(with_statements(MILTON), **notes(GateEvent.FAMILY_SEEN, on=DAY)),
            ),
        ),
    ),
    "MK-27": (
        Proof(
            "evaluation-not-received",
            (lambda: to_publish(MILTON, **EVALUATED),),
            (
                lambda: to_publish(MILTON),
                lambda: to_publish(MILTON, **notes(GateEvent.EVALUATION_RECEIVED, on=LATER)),
            ),
        ),
        Proof(
            "not-now",
            (lambda: to_publish(MILTON),),
            (
                lambda: codes(MILTON, GateAction.PUBLISH),
                lambda: codes(replace(MILTON, state=GateState.SIGNED_OFF), GateAction.PUBLISH),
            ),
        ),
    ),
    "GR-05": (
        Time(Edition.WT2010B, None, CaseEvent.DECIDED, date(2010, 8, 31), frozenset({date(2011, 2, 28)})),
        Time(Edition.WT2010, None, CaseEvent.DECIDED, date(2010, 3, 1), frozenset({date(2010, 9, 1)})),
    ),
    "X-02": (
        Proof("late", (lambda: to_clear(LOCAL),), (lambda: to_clear(LOCAL, dispatches=sent(TOO_LATE)),)),
        Proof(
            "still-on-view",
            (lambda: to_archive(LOCAL, date(2028, 1, 8)),),
            (lambda: to_archive(LOCAL, date(2028, 1, 6)),),
        ),
    ),
    "X-03": (
        Proof(
            "late",
            (lambda: to_clear(LOCAL), lambda: to_clear(LOCAL, dispatches=sent(datetime(2026, 12, 24, 10)))),
            (lambda: to_clear(LOCAL, dispatches=sent(TOO_LATE)),),
        ),
        Time(Edition.WT2023, None, CaseEvent.DECIDED, date(2026, 8, 31), frozenset({date(2027, 2, 28)})),
    ),
}


def computed() -> list[str]:
    page = (rules_folder() / "COVERAGE.md").read_text(encoding="utf-8")
    return [
        row
        for row, (_, _, carried) in rows(page).items()
        if any(part.startswith(GATE) and WAITS_FOR_A_TEXT not in part for part in carried)
    ]


def test_every_row_has_its_proof() -> None:
    assert sorted(PROOFS) == sorted(computed())


PROVEN = [(row, one) for row, several in PROOFS.items() for one in several if isinstance(one, Proof)]
TIMES = [(row, one) for row, several in PROOFS.items() for one in several if isinstance(one, Time)]


@pytest.mark.parametrize(("row", "proof"), PROVEN, ids=lambda value: getattr(value, "code", value))
def test_what_a_row_asks_for_is_let_through_and_the_rest_refused(row: str, proof: Proof) -> None:
    for one in proof.fine:
        assert proof.code not in one(), row
    for one in proof.broken:
        assert proof.code in one(), row


@pytest.mark.parametrize(("row", "time"), TIMES, ids=lambda value: getattr(value, "board", value))
def test_a_time_is_kept_to_on_its_last_day_and_over_on_the_next(row: str, time: Time) -> None:
    gate = case(time.edition, time.board, notes={GateEvent(time.since.value): time.begun}, initiated=None)
    if time.since is CaseEvent.INITIATED:
        gate = replace(gate, notes={}, initiated=time.begun)
    running = [one.due for one in owed(book(), gate, time.begun) if one.due.clock.row == row.lower()]
    assert {due.day for due in running} == time.days
    for due in running:
        assert [late(gate, due, due.day), late(gate, due, due.day + ONE_DAY)] == [False, True]
        until = due.clock.until
        for day in (due.day, due.day + ONE_DAY) if until is not None else ():
            done = (
                replace(gate, published_on=day)
                if until is CaseEvent.PUBLISHED
                else replace(gate, notes={**gate.notes, GateEvent(until.value): day})
            )
            assert late(done, due, date(2099, 1, 1)) == (day > due.day)  # whenever it is asked


def late(gate: Gate, due: Due, day: date) -> bool:
    """Tell whether one time is over, as somebody sees it who looks on a day."""
    (found,) = (one for one in owed(book(), gate, day) if one.due == due)
    return found.late
