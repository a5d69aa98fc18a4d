"""Each mode of publication has its way, under each edition, with the rules as they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from redact.publication.guards import GUARDS
from redact.publication.needed import missing
from redact.publication.states import turn
from redact.values.gate import GateAction, GateState, Guard
from redact.values.rules import Edition, Mode
from redact.values.statements import GateRole, Stage
from tests.publication.gate_walk import Walk, book, sha, table

A = GateAction
CASES = [
    (edition, mode, board)
    for edition, board in [
        (Edition.WT2006, None),
        (Edition.WT2010, "gov-response-2009"),
        (Edition.WT2010B, "bromley"),
        (Edition.WT2013, "milton-keynes"),
        (Edition.WT2015, "bath-nes"),
        (Edition.WT2018, None),
        (Edition.WT2023, None),
    ]
    for mode in Mode
    if mode is not Mode.NOT_PUBLISHED
]


@pytest.mark.parametrize(("edition", "mode", "board"), CASES)
def test_a_review_goes_from_its_draft_to_its_archive(edition: Edition, mode: Mode, board: str | None) -> None:
    walk = Walk(edition, mode, board)
    walk.to_published()
    assert walk.gate.state is GateState.PUBLISHED
    walk.sign(Stage.AFTER_PUBLICATION)
    walk.days(367)
    walk.do(A.ARCHIVE)
    walk.do(A.DESTROY_KEY, facts={"certificate": sha("certificate")})
    assert walk.gate.state is GateState.KEY_DESTROYED


@pytest.mark.parametrize("edition", Edition)
def test_what_is_not_published_is_told_to_those_who_must_know_and_archived(edition: Edition) -> None:
    walk = Walk(edition, Mode.NOT_PUBLISHED)
    walk.to_waiting()
    assert walk.gate.state is GateState.NOT_TO_BE_PUBLISHED
    assert walk.gate.publish_on is None
    walk.sign(Stage.BEFORE_PUBLICATION)
    walk.do(A.ARCHIVE)
    assert walk.gate.state is GateState.ARCHIVED


# ------------------------------------------------------------------ beside the way

STATES = {
    GateState.IN_REVIEW: (),
    GateState.SECOND_READING: (Stage.REVIEW,),
    GateState.DATA_PROTECTION: (Stage.REVIEW, Stage.SECOND_READING),
    GateState.LEGAL: (Stage.REVIEW, Stage.SECOND_READING, Stage.DATA_PROTECTION),
    GateState.BOARD: (Stage.REVIEW, Stage.SECOND_READING, Stage.DATA_PROTECTION, Stage.LEGAL),
}


def carried(state: GateState) -> Walk:
    """A case that has come as far as a state."""
    walk = Walk(board="bath-nes")
    if state in STATES:
        walk.attach()
        walk.sign(*STATES[state])
    elif state is GateState.SIGNED_OFF:
        walk.to_signed_off()
    elif state in (GateState.PACK_MADE, GateState.SENT):
        walk.to_signed_off()
        walk.set_date(date(2027, 3, 8))
        walk.sign(Stage.LEGAL, Stage.BEFORE_SENDING)
        walk.make_pack()
        if state is GateState.SENT:
            walk.send("ofsted")
    elif state is GateState.WAITING:
        walk.to_waiting()
    else:
        walk.to_cleared()
    assert walk.gate.state is state
    return walk


ASIDE = [
    *STATES,
    GateState.SIGNED_OFF,
    GateState.PACK_MADE,
    GateState.SENT,
    GateState.WAITING,
    GateState.CLEARED,
]
REASON = {"reason": "fact-wrong"}


@pytest.mark.parametrize("state", ASIDE, ids=lambda state: state.value)
def test_what_is_returned_or_broken_comes_back_by_the_same_files_with_nothing_signed_twice(
    state: GateState,
) -> None:
    for action, facts, aside in (
        (A.RETURN, REASON, GateState.RETURNED),
        (A.BREAK, {"parts": "report"}, GateState.BROKEN),
    ):
        walk = carried(state)
        signed = len(walk.gate.statements)
        walk.do(action, facts=facts)
        assert (walk.gate.state, walk.gate.before) == (aside, state)
        walk.attach()
        assert walk.gate.state is (state if state in STATES else GateState.SIGNED_OFF)
        assert len(walk.gate.statements) == signed


@pytest.mark.parametrize("state", ASIDE, ids=lambda state: state.value)
def test_other_files_begin_the_way_anew_from_wherever_they_come(state: GateState) -> None:
    walk = carried(state)
    walk.attach("second")
    assert walk.gate.state is GateState.IN_REVIEW
    assert GUARDS[Guard.STATEMENTS_OF_STAGE](book(), walk.gate, walk.look())


@pytest.mark.parametrize("state", ASIDE, ids=lambda state: state.value)
def test_wherever_a_review_stands_it_can_be_decided_not_to_publish_it(state: GateState) -> None:
    walk = carried(state)
    walk.do(A.DECIDE_NOT_TO_PUBLISH, GateRole.CHAIR, REASON)
    assert walk.gate.state is GateState.NOT_TO_BE_PUBLISHED
    assert "papers-missing" in walk.refused(A.ARCHIVE)
    now = turn(book(), walk.gate, walk.look())
    assert (now.action, now.missing[0].code) == (A.ATTACH, "papers-missing")
    walk.to_waiting()  # the reasons, to all who must know
    walk.sign(Stage.BEFORE_PUBLICATION)
    walk.do(A.ARCHIVE)
    assert walk.gate.state is GateState.ARCHIVED


@pytest.mark.parametrize("state", [GateState.SENT, GateState.WAITING, GateState.CLEARED])
def test_what_somebody_objects_is_settled_and_whoever_has_it_has_it_still(state: GateState) -> None:
    walk = carried(state)
    walk.do(A.REPRESENT, facts={**REASON, "from": "ofsted"})
    assert walk.refused(A.PUBLISH) == {"not-now"}
    walk.do(A.SETTLE, facts={"reason": "answered"})
    assert walk.gate.state is (GateState.SENT if state is GateState.SENT else GateState.WAITING)
    assert len(walk.gate.dispatches) == (1 if state is GateState.SENT else 3)


def test_what_was_withdrawn_is_published_again_as_it_was_or_goes_the_whole_way_with_other_files() -> None:
    walk = Walk(board="bath-nes")
    walk.to_published()
    walk.do(A.WITHDRAW, facts=REASON)
    walk.seen = replace(walk.seen, published_as_sent=False)
    facts = {**REASON, "on": walk.now.date().isoformat()}
    assert walk.refused(A.REPUBLISH, reason="remedied") == {"changed-byte"}
    walk.seen = replace(walk.seen, published_as_sent=True)
    walk.do(A.REPUBLISH, facts=facts)
    assert walk.gate.state is GateState.REPUBLISHED
    walk.do(A.WITHDRAW, GateRole.CHAIR, REASON)
    walk.attach("second")
    assert walk.gate.state is GateState.IN_REVIEW
    walk.sign(*Stage)
    assert walk.gate.state is GateState.SIGNED_OFF
    assert walk.refused(A.MAKE_PACK) == {"late"}  # the day that was set is over
    walk.set_date(walk.now.date() + timedelta(days=28))
    walk.sign(*Stage)
    walk.make_pack()
    walk.send_all()
    walk.days(28)
    walk.do(A.CLEAR)
    walk.publish()
    assert walk.gate.state is GateState.PUBLISHED
    assert walk.gate.published_on == walk.now.date()
    assert walk.refused(A.ARCHIVE) >= {"still-on-view"}


# ------------------------------------------------------------------ whose turn


@pytest.mark.parametrize(
    ("state", "role"),
    [
        (GateState.SECOND_READING, GateRole.SECOND_READER),
        (GateState.LEGAL, GateRole.LEGAL),
        (GateState.BOARD, GateRole.CHAIR),
    ],
)
def test_it_is_the_turn_of_whoever_has_to_sign(state: GateState, role: GateRole) -> None:
    walk = carried(state)
    for one in missing(book(), walk.gate, tuple(Stage)[: list(Stage).index(table().stages[state]) + 1]):
        if one.rule.role is not role:
            walk.attest(one)
    now = turn(book(), walk.gate, walk.look())
    assert now.role is role
    assert {one.code for one in now.missing} == {"missing-statement"}


def test_it_is_the_turn_of_the_checker_while_a_finding_is_open() -> None:
    walk = Walk()
    walk.attach(readiness="not_ready", open="2")
    now = turn(book(), walk.gate, walk.look())
    assert (now.role, now.action, now.missing[0].code) == (GateRole.CHECKER, A.PASS_CHECK, "open-finding")


def test_nobody_waits_for_a_reason_that_is_typed_with_the_command() -> None:
    walk = carried(GateState.WAITING)
    walk.do(A.REPRESENT, facts={**REASON, "from": "ofsted"})
    now = turn(book(), walk.gate, walk.look())
    assert (now.action, now.missing) == (A.SETTLE, ())
    assert walk.refused(A.SETTLE) == {"no-reason"}


def test_until_all_have_it_the_manager_sends_it() -> None:
    walk = carried(GateState.SENT)
    now = turn(book(), walk.gate, walk.look())
    assert (now.role, now.action) == (GateRole.MANAGER, A.RECORD_SENT)
    assert [one.code for one in now.missing] == ["not-sent", "not-sent"]


def test_what_is_not_done_now_says_what_comes_first() -> None:
    (one,) = carried(GateState.SENT).judged(A.PUBLISH)
    assert one.code == "not-now"
    assert one.what == "'publish' is not done while the case is in the state 'sent'"
    assert "redact gate record-sent --to department" in one.next


def test_what_somebody_else_does_says_who() -> None:
    (one,) = carried(GateState.SENT).judged(A.RECORD_SENT, GateRole.LEGAL)
    assert one.what == "'record-sent' is not done by the legal adviser"
    assert one.next.startswith("Let it be done by the business manager")
