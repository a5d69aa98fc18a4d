"""What stands before a court, and what must have happened, before a review is published."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given as holds_for
from hypothesis import strategies as st

from redact.publication.needed import needed
from redact.publication.proceedings import asked_events, events, how_strict, refusals
from redact.publication.register import in_force, is_open, register_digest
from redact.values.gate_record import Gate, GateEvent, PaperPart, Proceeding
from redact.values.packs import Board
from redact.values.proceedings import EventRule, OpenProceedings, OrderKind, ProceedingKind, ProceedingsRule
from redact.values.rules import Edition, Mode
from tests.publication.gate_cases import book, case, given

DAY = date(2027, 3, 24)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
BARS, WEIGHED, REPORTED = OpenProceedings.BARS, OpenProceedings.WEIGHED, OpenProceedings.REPORTED
BROMLEY = case(Edition.WT2010B, "bromley", Mode.FULL, PaperPart.REPORT, PaperPart.SUMMARY)
BATH, LOCAL = case(), case(Edition.WT2023, None)
INQUEST = Proceeding("P1", "inquest", "coroner", next_on=date(2027, 4, 12))


def with_register(gate: Gate, *entries: Proceeding, reason: str | None = None) -> Gate:
    """Give the case with a register, weighed for a reason where there is one."""
    gate = replace(gate, proceedings=entries, publish_on=DAY)
    if reason is None:
        return gate
    (one,) = (one for one in needed(book(), gate) if one.rule.id == "proceedings-weighed")
    return replace(gate, statements=(replace(given(gate, one), reason=reason),))


def codes(gate: Gate, day: date = DAY) -> list[str]:
    return [one.code for one in refusals(book(), gate, day)]


# ------------------------------------------------------------------ what is open


@pytest.mark.parametrize(
    ("edition", "board", "how"),
    [
        (Edition.WT2006, None, WEIGHED),
        (Edition.WT2010, "bromley", WEIGHED),
        (Edition.WT2010B, None, BARS),
        (Edition.WT2010B, "bromley", BARS),
        (Edition.WT2010B, "portsmouth", BARS),
        (Edition.WT2010B, "milton-keynes", BARS),  # the stricter of the two
        (Edition.WT2013, None, WEIGHED),
        (Edition.WT2015, "bath-nes", WEIGHED),
        (Edition.WT2018, None, REPORTED),
        (Edition.WT2023, None, REPORTED),
    ],
)
def test_what_follows_from_open_proceedings(
    edition: Edition, board: str | None, how: OpenProceedings
) -> None:
    assert how_strict(book(), case(edition, board)) is how


def test_a_board_may_be_stricter_than_its_edition() -> None:
    strict = Board("k", "K", "s", (Edition.WT2015,), open_proceedings=ProceedingsRule(BARS, "s"))
    rules = replace(book(), boards=(strict,))
    assert how_strict(rules, case(Edition.WT2015, "k")) is BARS
    mild = replace(strict, open_proceedings=ProceedingsRule(WEIGHED, "s"))
    assert how_strict(replace(rules, boards=(mild,)), case(Edition.WT2010B, "k")) is BARS
    other = replace(strict, open_proceedings=ProceedingsRule(BARS, "s", (Edition.WT2010,)))
    assert how_strict(replace(rules, boards=(other,)), case(Edition.WT2015, "k")) is WEIGHED


def test_rules_that_say_nothing_have_it_weighed() -> None:
    assert how_strict(replace(book(), packs=(), boards=()), BATH) is WEIGHED


@pytest.mark.parametrize(("concluded", "fine"), [(None, False), (AFTER, False), (DAY, True), (BEFORE, True)])
def test_an_open_inquest_bars_publication_until_it_is_concluded(concluded: date | None, fine: bool) -> None:
    gate = with_register(BROMLEY, replace(INQUEST, concluded=concluded), reason="no-risk")
    assert codes(gate) == ([] if fine else ["open-proceedings"])


def test_the_refusal_says_which_until_when_and_what_to_do() -> None:
    (refusal,) = refusals(book(), with_register(BROMLEY, INQUEST), DAY)
    assert "an inquest (entry P1 of the register)" in refusal.what
    assert "Monday 12 April 2027" in refusal.what
    assert "redact gate proceeding change P1 --concluded DATE" in refusal.next


@pytest.mark.parametrize("gate", [BATH, LOCAL, case(Edition.WT2013, None)])
@pytest.mark.parametrize(
    ("reason", "fine"),
    [(None, False), ("none-open", False), ("no-risk", True), ("court-allows 2027/3", True), ("bad", False)],
)
def test_under_other_editions_a_lawyer_weighs_it(gate: Gate, reason: str | None, fine: bool) -> None:
    assert codes(with_register(gate, INQUEST, reason=reason)) == ([] if fine else ["open-proceedings"])


def test_what_was_weighed_before_it_was_known_does_not_count() -> None:
    gate = with_register(BATH, INQUEST, reason="no-risk")
    assert codes(gate) == []
    assert (
        codes(replace(gate, proceedings=(INQUEST, replace(INQUEST, id="P2", kind="criminal"))))
        == ["open-proceedings"] * 2
    )


def test_an_empty_register_stands_against_nothing() -> None:
    for gate in (BROMLEY, BATH, LOCAL):
        assert codes(gate) == []


@pytest.mark.parametrize("kind", ProceedingKind)
def test_what_is_before_no_court_is_weighed_and_does_not_bar(kind: ProceedingKind) -> None:
    gate = with_register(BROMLEY, replace(INQUEST, kind=kind.value), reason="no-risk")
    before_a_court = kind not in (ProceedingKind.INVESTIGATION, ProceedingKind.PROFESSIONAL)
    assert bool(codes(gate)) is before_a_court
    assert codes(replace(gate, statements=())) == ["open-proceedings"]


@pytest.mark.parametrize("kind", ProceedingKind)
def test_each_kind_is_named_in_good_english(kind: ProceedingKind) -> None:
    (refusal,) = refusals(book(), with_register(BATH, replace(INQUEST, kind=kind.value)), DAY)
    words = refusal.what.split(" (entry")[0]
    assert not words.startswith(("a a", "a i", "an c", "a o"))
    assert "a criminal proceedings" not in words


# ------------------------------------------------------------------ orders

ORDER = replace(INQUEST, concluded=BEFORE, order=OrderKind.SECTION_39.value, protects="Child A")


@pytest.mark.parametrize(("expires", "holds"), [(None, True), (AFTER, True), (DAY, True), (BEFORE, False)])
def test_an_order_in_force_is_weighed_also_when_its_case_has_ended(expires: date | None, holds: bool) -> None:
    order = replace(ORDER, expires=expires)
    for gate in (BROMLEY, BATH, LOCAL):
        assert codes(with_register(gate, order)) == (["open-proceedings"] if holds else [])
        assert codes(with_register(gate, order, reason="within-order")) == []


@pytest.mark.parametrize("gate", [BROMLEY, BATH, LOCAL])
def test_an_order_against_publication_bars_it_whatever_was_weighed(gate: Gate) -> None:
    order = replace(ORDER, order=OrderKind.NO_PUBLICATION.value, expires=AFTER)
    weighed = with_register(gate, order, reason="court-allows")
    assert codes(weighed) == ["open-proceedings"]
    (refusal,) = refusals(book(), weighed, DAY)
    assert "Thursday 25 March 2027" in refusal.what
    assert codes(with_register(gate, replace(order, expires=BEFORE), reason="court-allows")) == []


@holds_for(
    st.dates(date(2027, 1, 1), date(2027, 12, 31)),
    st.none() | st.dates(date(2027, 1, 1), date(2027, 12, 31)),
)
def test_what_has_ended_stays_ended(day: date, end: date | None) -> None:
    one = replace(ORDER, concluded=end, expires=end)
    later = day + timedelta(days=30)
    assert is_open(one, day) or not is_open(one, later)
    assert in_force(one, day) or not in_force(one, later)
    assert is_open(one, day) is (end is None or end > day)


# ------------------------------------------------------------------ the digest of the register

_TEXT = st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=8)
_DAY = st.none() | st.dates(date(2027, 1, 1), date(2027, 1, 9))
_ENTRY = st.builds(
    Proceeding, id=_TEXT, kind=_TEXT, court=_TEXT, reference=_TEXT, next_on=_DAY, order=_TEXT, protects=_TEXT,
    expires=_DAY, concluded=_DAY,
)  # fmt: skip


@holds_for(st.lists(_ENTRY, max_size=3), st.lists(_ENTRY, max_size=3))
def test_two_registers_have_one_digest_only_when_they_say_the_same(
    first: list[Proceeding], second: list[Proceeding]
) -> None:
    def digest(entries: list[Proceeding]) -> str:
        return register_digest(replace(BATH, proceedings=tuple(entries), publish_on=DAY))

    same = sorted(map(repr, first)) == sorted(map(repr, second))
    assert (digest(first) == digest(second)) is same
    assert digest(first) == digest(first[::-1])


# ------------------------------------------------------------------ what must have happened


def event_codes(gate: Gate, day: date = DAY, **noted: date) -> set[str]:
    notes = {GateEvent(name.replace("_", "-")): on for name, on in noted.items()}
    return {one.code for one in events(book(), replace(gate, notes=notes), day)}


MILTON = case(Edition.WT2010B, "milton-keynes", Mode.FULL, PaperPart.REPORT, PaperPart.SUMMARY)


@pytest.mark.parametrize(
    ("gate", "wanted"),
    [
        (BROMLEY, {"evaluation-not-received", "not-briefed", "family-not-told"}),
        (MILTON, {"evaluation-not-received", "family-not-told"}),
        (case(Edition.WT2015, "milton-keynes"), {"family-not-told"}),
        (case(Edition.WT2006, None), {"evaluation-not-received"}),
        (case(Edition.WT2010, None), {"evaluation-not-received"}),
        (BATH, set()),
        (LOCAL, set()),
    ],
)
def test_what_each_edition_and_board_waits_for(gate: Gate, wanted: set[str]) -> None:
    assert event_codes(gate) == wanted
    done = dict.fromkeys(("evaluation_received", "ofsted_briefed", "family_seen"), BEFORE)
    assert event_codes(gate, **done) == set()


@pytest.mark.parametrize(
    ("event", "code"),
    [
        ("evaluation_received", "evaluation-not-received"),
        ("ofsted_briefed", "not-briefed"),
        ("family_seen", "family-not-told"),
        ("family_not_reached", "family-not-told"),
    ],
)
def test_it_must_have_happened_before_the_day(event: str, code: str) -> None:
    assert code not in event_codes(BROMLEY, **{event: BEFORE})
    assert code in event_codes(BROMLEY, **{event: DAY})
    assert code in event_codes(BROMLEY, **{event: AFTER})


def test_the_refusal_says_what_is_missing_and_how_it_is_noted() -> None:
    refusal = next(one for one in events(book(), BROMLEY, DAY) if one.code == "evaluation-not-received")
    assert "Ofsted's evaluation is received before Wednesday 24 March 2027" in refusal.what
    assert "no day is noted" in refusal.what
    assert "redact gate note evaluation-received" in refusal.next


def test_what_an_edition_and_a_board_both_want_is_asked_for_once() -> None:
    asked = [rule.any_of for rule in asked_events(book(), BROMLEY)]
    assert len(asked) == len(set(asked)) == 4


@pytest.mark.parametrize(
    ("agreed", "met", "refused"),
    [(DAY, BEFORE, True), (BEFORE, BEFORE, False), (BEFORE, DAY, False), (None, BEFORE, False)],
)
def test_the_agencies_sign_before_the_panel_has_their_reports(
    agreed: date | None, met: date, refused: bool
) -> None:
    noted = {"panel_met": met} | ({} if agreed is None else {"agencies_agreed": agreed})
    assert ("out-of-order" in event_codes(BROMLEY, **noted)) is refused
    assert "out-of-order" not in event_codes(MILTON, **noted)


def test_an_event_without_a_code_of_its_own_is_refused_by_its_name() -> None:
    rule = EventRule("own-1", "The school is told", (GateEvent.REFERRED,), "s")
    board = Board("k", "K", "s", (Edition.WT2015,), before_publication=(rule,))
    (refusal,) = events(replace(book(), boards=(board,)), case(Edition.WT2015, "k"), DAY)
    assert refusal.code == "referred-missing"
