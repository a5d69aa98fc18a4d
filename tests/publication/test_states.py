"""The table of the gate: nothing is done that it does not list, and every state can be reached and left.

What is listed stands here once more, in another form and by another hand than rules/gate/states.yaml: whoever
changes one of the two has to say it twice.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import product

import pytest

from redact.publication import states
from redact.publication.states import AUTOMATIC, COMMANDS, automatic, judge, to_of, turn
from redact.values.gate import GateAction, GateState, Guard, Refusal
from redact.values.gate_record import Gate, Observed
from redact.values.rules import Edition, Mode
from redact.values.statements import GateRole
from tests.publication.gate_walk import book, table

A, S, R = GateAction, GateState, GateRole
SEEN = Observed(datetime(2027, 2, 1, 9, 0))
PUBLISHES = frozenset(Mode) - {Mode.NOT_PUBLISHED}
CLOSED = frozenset((Mode.NOT_PUBLISHED,))

# The way, and the states beside it.
READING = (S.IN_REVIEW, S.SECOND_READING, S.DATA_PROTECTION, S.LEGAL, S.BOARD)
SENDING = (S.SIGNED_OFF, S.PACK_MADE, S.SENT, S.WAITING)
INSIDE = (S.DRAFT, S.CHECKING, *READING, *SENDING, S.CLEARED, S.RETURNED, S.BROKEN, S.REPRESENTATIONS)
OUT = (S.PUBLISHED, S.WITHDRAWN, S.REPUBLISHED)
ALIVE = (*INSIDE, *OUT, S.NOT_TO_BE_PUBLISHED)
STAYS = None

# States, action, roles (the manager alone where none is named), modes (all where none), where it leads.
Row = tuple[tuple[S, ...], A, tuple[R, ...], frozenset[Mode], "S | None"]
ALL = frozenset(Mode)
ONE = (R.MANAGER,)
EXPECTED: tuple[Row, ...] = (
    (ALIVE, A.NAME, (R.MANAGER, R.CHAIR), ALL, STAYS),
    ((*ALIVE, S.ARCHIVED), A.NOTE, ONE, ALL, STAYS),
    (ALIVE, A.PROCEEDING, (R.MANAGER, R.LEGAL), ALL, STAYS),
    (ALIVE, A.ATTEST, tuple(R), ALL, STAYS),
    (tuple(one for one in INSIDE if one is not S.CLEARED), A.SET_DATE, ONE, PUBLISHES, STAYS),
    ((S.CLEARED,), A.SET_DATE, ONE, PUBLISHES, S.WAITING),
    ((*INSIDE, S.WITHDRAWN, S.NOT_TO_BE_PUBLISHED), A.ATTACH, ONE, ALL, S.CHECKING),
    ((S.CHECKING,), A.PASS_CHECK, ONE, ALL, S.IN_REVIEW),
    ((S.IN_REVIEW,), A.FINISH_REVIEW, ONE, ALL, S.SECOND_READING),
    ((S.SECOND_READING,), A.FINISH_READING, ONE, ALL, S.DATA_PROTECTION),
    ((S.DATA_PROTECTION,), A.CLEAR_DATA_PROTECTION, ONE, ALL, S.LEGAL),
    ((S.LEGAL,), A.CLEAR_LEGAL, ONE, ALL, S.BOARD),
    ((S.BOARD,), A.SIGN_OFF, ONE, ALL, S.SIGNED_OFF),
    ((*SENDING, S.CLEARED), A.MAKE_PACK, ONE, PUBLISHES, S.PACK_MADE),
    ((S.SIGNED_OFF, S.PACK_MADE, S.SENT), A.MAKE_PACK, ONE, CLOSED, S.PACK_MADE),
    ((S.PACK_MADE,), A.RECORD_SENT, ONE, ALL, S.SENT),
    ((S.SENT,), A.RECORD_SENT, ONE, ALL, STAYS),
    ((S.PACK_MADE, S.SENT), A.ALL_SENT, ONE, PUBLISHES, S.WAITING),
    ((S.PACK_MADE, S.SENT), A.ALL_SENT, ONE, CLOSED, S.NOT_TO_BE_PUBLISHED),
    ((S.PACK_MADE, S.SENT, S.WAITING), A.CLEAR, ONE, PUBLISHES, S.CLEARED),
    ((S.CLEARED,), A.PUBLISH, ONE, PUBLISHES, S.PUBLISHED),
    (OUT, A.ARCHIVE, ONE, PUBLISHES, S.ARCHIVED),
    ((S.NOT_TO_BE_PUBLISHED,), A.ARCHIVE, ONE, CLOSED, S.ARCHIVED),
    ((S.ARCHIVED,), A.DESTROY_KEY, ONE, ALL, S.KEY_DESTROYED),
    ((S.PUBLISHED, S.REPUBLISHED), A.WITHDRAW, (R.MANAGER, R.CHAIR), PUBLISHES, S.WITHDRAWN),
    ((S.WITHDRAWN,), A.REPUBLISH, ONE, PUBLISHES, S.REPUBLISHED),
    (
        (*READING, *SENDING, S.CLEARED),
        A.RETURN,
        tuple(one for one in R if one is not R.COMMUNICATIONS),
        ALL,
        S.RETURNED,
    ),
    ((*READING, *SENDING, S.CLEARED, S.REPRESENTATIONS, S.WITHDRAWN), A.BREAK, ONE, ALL, S.BROKEN),
    ((S.SENT, S.WAITING, S.CLEARED, S.NOT_TO_BE_PUBLISHED), A.REPRESENT, ONE, ALL, S.REPRESENTATIONS),
    ((S.REPRESENTATIONS,), A.SETTLE, ONE, ALL, S.SENT),
    (INSIDE, A.DECIDE_NOT_TO_PUBLISH, (R.MANAGER, R.CHAIR), PUBLISHES, S.NOT_TO_BE_PUBLISHED),
)  # fmt: skip


def expected() -> dict[tuple[S, A, R, Mode], S | None]:
    found: dict[tuple[S, A, R, Mode], S | None] = {}
    for states_, action, roles, modes, to in EXPECTED:
        for where in product(states_, [action], roles, modes):
            assert where not in found, f"{where} stands here twice"
            found[where] = to
    return found


EVERY = list(product(S, A, R, Mode))
LISTED = expected()


def gate(state: S, mode: Mode = Mode.FULL) -> Gate:
    return Gate("K-2027-1", state, Edition.WT2015, mode)


@pytest.fixture
def nothing_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(states, "GUARDS", {guard: lambda *_: () for guard in Guard})


# ------------------------------------------------------------------ every pair


@pytest.mark.usefixtures("nothing_missing")
def test_of_all_states_actions_roles_and_modes_exactly_those_listed_pass() -> None:
    assert len(EVERY) == len(S) * len(A) * len(R) * len(Mode) == 21 * 26 * 8 * 5
    wrong = []
    for state, action, role, mode in EVERY:
        case = gate(state, mode)
        refusals = judge(book(), case, action, role, SEEN)
        passes = (state, action, role, mode) in LISTED
        leads = to_of(book(), case, action, role)
        if bool(refusals) is passes or leads is not LISTED.get((state, action, role, mode)):
            wrong.append((state.value, action.value, role.value, mode.value, refusals, leads))
    assert not wrong, wrong[:5]


def test_what_is_not_listed_is_refused_once_with_what_to_do_next() -> None:
    for state, action, role, mode in EVERY:
        if (state, action, role, mode) in LISTED:
            continue
        (refusal,) = judge(book(), gate(state, mode), action, role, SEEN)
        assert (refusal.code, refusal.guard) == ("not-now", None)
        assert "redact " in refusal.next or refusal.next.startswith("Let it be done by the "), refusal


def test_what_is_listed_waits_for_each_of_its_guards(monkeypatch: pytest.MonkeyPatch) -> None:
    said = {guard: Refusal(guard.value, "x", "y", guard) for guard in Guard}
    monkeypatch.setattr(
        states, "GUARDS", {guard: lambda *_, told=told: (told,) for guard, told in said.items()}
    )
    guards = {
        (step.state, step.action, role, mode): step.guards
        for step in table().steps
        for role in step.roles
        for mode in step.modes
    }
    assert set(guards) == set(LISTED)
    for (state, action, role, mode), wanted in guards.items():
        refusals = judge(book(), gate(state, mode), action, role, SEEN)
        assert [one.guard for one in refusals] == list(wanted)


GUARDED = {
    (S.CHECKING, A.PASS_CHECK): "check-ready same-words papers-complete rules-new-enough",
    (S.IN_REVIEW, A.FINISH_REVIEW): "files-unchanged statements-of-stage people-distinct",
    (S.SECOND_READING, A.FINISH_READING): "files-unchanged statements-of-stage people-distinct",
    (S.DATA_PROTECTION, A.CLEAR_DATA_PROTECTION): (
        "files-unchanged intruder-tried statements-of-stage people-distinct"
    ),
    (S.LEGAL, A.CLEAR_LEGAL): "files-unchanged statements-of-stage people-distinct",
    (S.BOARD, A.SIGN_OFF): "files-unchanged statements-of-stage people-distinct exceptions-hold",
    (S.SIGNED_OFF, A.MAKE_PACK): (
        "files-unchanged date-set recipients-known rules-new-enough exceptions-hold people-distinct "
        "statements-before-sending"
    ),
    (S.PACK_MADE, A.RECORD_SENT): "files-unchanged recipients-known",
    (S.SENT, A.ALL_SENT): "files-unchanged all-sent",
    (S.PACK_MADE, A.CLEAR): "files-unchanged date-set all-sent sent-in-time days-over",
    (S.SENT, A.CLEAR): "files-unchanged date-set all-sent sent-in-time days-over",
    (S.WAITING, A.CLEAR): "files-unchanged date-set all-sent sent-in-time days-over",
    (S.CLEARED, A.PUBLISH): (
        "files-unchanged what-was-sent date-set day-reached all-sent sent-in-time days-over proceedings "
        "events-before-publication statements-before-publication people-distinct exceptions-hold"
    ),
    (S.PUBLISHED, A.ARCHIVE): "available-long-enough statements-of-stage",
    (S.WITHDRAWN, A.REPUBLISH): (
        "reason-given files-unchanged what-was-sent proceedings events-before-publication "
        "statements-before-publication people-distinct exceptions-hold"
    ),
    (S.CLEARED, A.RETURN): "reason-given",
    (S.DRAFT, A.DECIDE_NOT_TO_PUBLISH): "reason-given",
    (S.REPRESENTATIONS, A.SETTLE): "reason-given files-unchanged",
    (S.DRAFT, A.ATTACH): "",
    (S.CLEARED, A.BREAK): "",
}  # fmt: skip


@pytest.mark.parametrize(("state", "action"), GUARDED, ids=lambda one: one.value)
def test_no_guard_is_taken_off_a_step_unseen(state: S, action: A) -> None:
    (step,) = [
        one for one in table().steps if (one.state, one.action) == (state, action) and Mode.FULL in one.modes
    ]
    assert [guard.value for guard in step.guards] == GUARDED[state, action].split()


def test_each_guard_stands_before_some_step() -> None:
    used = {guard for step in table().steps for guard in step.guards}
    assert used == set(Guard)


def test_wherever_files_must_be_unchanged_a_changed_one_breaks_the_case() -> None:
    guarded = {step.state for step in table().steps if Guard.FILES_UNCHANGED in step.guards}
    breaks = {step.state for step in table().steps if step.action is A.BREAK}
    assert guarded == breaks


# ------------------------------------------------------------------ ways


def leads(mode: Mode) -> dict[S, set[S]]:
    """From each state, where a step leads in a mode; deciding not to publish ends in another mode."""
    found: dict[S, set[S]] = {state: set() for state in S}
    for (state, action, _, of), to in LISTED.items():
        if of is mode and to is not None and action is not A.DECIDE_NOT_TO_PUBLISH:
            found[state].add(to)
    return found


def reached(start: S, ways: dict[S, set[S]]) -> set[S]:
    found, todo = {start}, [start]
    while todo:
        for one in ways[todo.pop()] - found:
            found.add(one)
            todo.append(one)
    return found


@pytest.mark.parametrize("mode", Mode)
def test_every_mode_has_its_way_from_the_draft_to_the_end(mode: Mode) -> None:
    assert {S.ARCHIVED, S.KEY_DESTROYED} <= reached(S.DRAFT, leads(mode))


@pytest.mark.parametrize("mode", Mode)
def test_no_state_that_is_reached_is_a_dead_end(mode: Mode) -> None:
    ways = leads(mode)
    stuck = {state for state in reached(S.DRAFT, ways) if S.KEY_DESTROYED not in reached(state, ways)}
    assert stuck == set()


def test_every_state_is_reached() -> None:
    found = {state for mode in Mode for state in reached(S.DRAFT, leads(mode))}
    assert found == set(S)


@pytest.mark.parametrize("mode", sorted(PUBLISHES, key=lambda mode: mode.value))
def test_where_something_is_published_all_states_but_one_are_its_own(mode: Mode) -> None:
    assert set(S) - reached(S.DRAFT, leads(mode)) == {S.NOT_TO_BE_PUBLISHED}


def test_where_nothing_is_published_no_state_is_public() -> None:
    public = {S.WAITING, S.CLEARED, *OUT}
    assert not public & reached(S.DRAFT, leads(Mode.NOT_PUBLISHED))


def test_whoever_decides_not_to_publish_is_on_the_way_of_that_mode() -> None:
    assert S.ARCHIVED in reached(S.NOT_TO_BE_PUBLISHED, leads(Mode.NOT_PUBLISHED))


def test_nothing_becomes_public_but_by_the_two_steps_that_are_guarded_for_it() -> None:
    into = {
        (state, action) for (state, action, _, _), to in LISTED.items() if to in (S.PUBLISHED, S.REPUBLISHED)
    }
    assert into == {(S.CLEARED, A.PUBLISH), (S.WITHDRAWN, A.REPUBLISH)}


def test_no_way_to_the_public_goes_round_a_reader() -> None:
    # Not WAITING: whoever clears a case before that meets the same guards, "all sent" among them.
    for mode in PUBLISHES:
        for state in (*READING, S.SIGNED_OFF, S.PACK_MADE, S.CLEARED):
            around = {one: to - {state} for one, to in leads(mode).items()}
            assert S.PUBLISHED not in reached(S.DRAFT, around), state


def test_automatic_steps_take_no_state_twice() -> None:
    ways = {
        state: {
            to for (one, action, _, mode), to in LISTED.items()
            if one is state and action in AUTOMATIC and to and mode is Mode.FULL
        }
        for state in S
    }  # fmt: skip
    for state in S:
        assert state not in set().union(*(reached(one, ways) for one in ways[state])), state


# ------------------------------------------------------------------ what comes by itself, and whose turn


@pytest.mark.usefixtures("nothing_missing")
@pytest.mark.parametrize("mode", Mode)
def test_the_program_takes_the_one_automatic_step_of_a_state(mode: Mode) -> None:
    for state in S:
        there = {a for (s, a, _, m) in LISTED if (s, m) == (state, mode) and a in AUTOMATIC}
        assert len(there) <= 1
        assert automatic(book(), gate(state, mode), SEEN) == tuple((one, R.MANAGER) for one in there)


def test_nothing_comes_by_itself_while_something_is_missing() -> None:
    for state, mode in product(S, Mode):
        assert automatic(book(), gate(state, mode), SEEN) == (), state


NEXT = {
    S.DRAFT: A.ATTACH,
    S.CHECKING: A.PASS_CHECK,
    S.IN_REVIEW: A.FINISH_REVIEW,
    S.SECOND_READING: A.FINISH_READING,
    S.DATA_PROTECTION: A.CLEAR_DATA_PROTECTION,
    S.LEGAL: A.CLEAR_LEGAL,
    S.BOARD: A.SIGN_OFF,
    S.SIGNED_OFF: A.MAKE_PACK,
    S.PACK_MADE: A.RECORD_SENT,
    S.SENT: A.RECORD_SENT,
    S.WAITING: A.CLEAR,
    S.CLEARED: A.PUBLISH,
    S.PUBLISHED: A.ARCHIVE,
    S.ARCHIVED: A.DESTROY_KEY,
    S.KEY_DESTROYED: None,
    S.RETURNED: A.ATTACH,
    S.BROKEN: A.ATTACH,
    S.REPRESENTATIONS: A.SETTLE,
    S.WITHDRAWN: A.REPUBLISH,
    S.REPUBLISHED: A.ARCHIVE,
    S.NOT_TO_BE_PUBLISHED: A.ATTACH,
}


@pytest.mark.parametrize("state", S, ids=lambda one: one.value)
def test_the_next_step_forward_is_said(state: S) -> None:
    mode = Mode.NOT_PUBLISHED if state is S.NOT_TO_BE_PUBLISHED else Mode.FULL
    assert turn(book(), gate(state, mode), SEEN).action is NEXT[state]


def test_each_action_that_people_take_has_its_command() -> None:
    assert set(COMMANDS) == set(A) - AUTOMATIC - {A.BREAK}


# ------------------------------------------------------------------ without a table


def test_a_rulebook_without_a_gate_refuses_everything() -> None:
    bare = replace(book(), gate=None)
    for state, action in product(S, A):
        (refusal,) = judge(bare, gate(state), action, R.MANAGER, SEEN)
        assert refusal.code == "not-now"
        assert automatic(bare, gate(state), SEEN) == ()
        assert turn(bare, gate(state), SEEN).action is None
