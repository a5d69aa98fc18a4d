"""What may be done now, where it leads, and whose turn it is: the table of the gate held against one case.

Whatever no row of the table lists is refused, and so is a listed step whose guards do not all hold. The
program itself takes a step that waits for nothing any more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from redact.publication.guards import GUARDS
from redact.publication.needed import missing as unsigned
from redact.publication.replaying import BY, STATE
from redact.publication.sent import close_calls, of_the_day
from redact.values.gate import GateAction, GateState, GateTable, Guard, Refusal, Step, Turn
from redact.values.gate_record import Gate, Observed
from redact.values.rules import Rulebook
from redact.values.statements import GateRole, Stage

__all__ = ["AUTOMATIC", "COMMANDS", "automatic", "facts_of", "judge", "to_of", "turn", "warnings"]

# What the program does by itself, once all that it waits for is there.
AUTOMATIC = frozenset(
    (
        GateAction.PASS_CHECK,
        GateAction.FINISH_REVIEW,
        GateAction.FINISH_READING,
        GateAction.CLEAR_DATA_PROTECTION,
        GateAction.CLEAR_LEGAL,
        GateAction.SIGN_OFF,
        GateAction.ALL_SENT,
    )
)

# The steps forward; of several in one state the first is the next.
_FORWARD = (
    GateAction.PASS_CHECK,
    GateAction.FINISH_REVIEW,
    GateAction.FINISH_READING,
    GateAction.CLEAR_DATA_PROTECTION,
    GateAction.CLEAR_LEGAL,
    GateAction.SIGN_OFF,
    GateAction.ALL_SENT,
    GateAction.CLEAR,
    GateAction.PUBLISH,
    GateAction.SETTLE,
    GateAction.REPUBLISH,
    GateAction.ARCHIVE,
    GateAction.DESTROY_KEY,
    GateAction.MAKE_PACK,
    GateAction.ATTACH,
)

COMMANDS: Mapping[GateAction, str] = MappingProxyType(
    {
        GateAction.NAME: "redact gate name",
        GateAction.SET_DATE: "redact gate set-date",
        GateAction.NOTE: "redact gate note",
        GateAction.PROCEEDING: "redact gate proceeding",
        GateAction.ATTACH: "redact gate attach",
        GateAction.ATTEST: "redact gate attest",
        GateAction.MAKE_PACK: "redact gate pack",
        GateAction.RECORD_SENT: "redact gate record-sent",
        GateAction.CLEAR: "redact gate clear",
        GateAction.PUBLISH: "redact gate publish",
        GateAction.ARCHIVE: "redact gate archive",
        GateAction.DESTROY_KEY: "redact gate destroy-key",
        GateAction.RETURN: "redact gate return",
        GateAction.REPRESENT: "redact gate represent",
        GateAction.SETTLE: "redact gate settle",
        GateAction.WITHDRAW: "redact gate withdraw",
        GateAction.REPUBLISH: "redact gate republish",
        GateAction.DECIDE_NOT_TO_PUBLISH: "redact gate decide-not-to-publish",
    }
)


def judge(
    book: Rulebook, gate: Gate, action: GateAction, role: GateRole, seen: Observed
) -> tuple[Refusal, ...]:
    """Say everything for which an action may not be done now; nothing where it may."""
    step = _step(book, gate, action, role)
    if step is None:
        return (_not_listed(book, gate, action, role, seen),)
    return _refusals(book, gate, step, seen)


def to_of(book: Rulebook, gate: Gate, action: GateAction, role: GateRole) -> GateState | None:
    """Say to which state an action leads; none where the state stays, or where the table does not list it."""
    step = _step(book, gate, action, role)
    return step.to if step is not None else None


def facts_of(
    book: Rulebook, gate: Gate, action: GateAction, role: GateRole, facts: Mapping[str, str]
) -> Mapping[str, str]:
    """Add to the facts of a line in which role it is written, and to which state it leads."""
    to = to_of(book, gate, action, role)
    return {**facts, BY: role.value, **({} if to is None else {STATE: to.value})}


def automatic(book: Rulebook, gate: Gate, seen: Observed) -> tuple[tuple[GateAction, GateRole], ...]:
    """Give the step that the program takes now: at most one, and none where something is missing."""
    for step in _steps(book, gate):
        if step.action in AUTOMATIC and not _refusals(book, gate, step, seen):
            return ((step.action, step.roles[0]),)
    return ()


def turn(book: Rulebook, gate: Gate, seen: Observed) -> Turn:
    """Say what the next step forward is, who takes it, and what it still waits for."""
    steps = {step.action: step for step in reversed(_steps(book, gate))}
    step = next((steps[action] for action in _FORWARD if action in steps), None)
    if step is None:
        return Turn(GateRole.MANAGER, None)
    # A reason is typed with the command; nobody waits for it.
    missing = tuple(one for one in _refusals(book, gate, step, seen) if one.guard is not Guard.REASON_GIVEN)
    if step.action is GateAction.ARCHIVE and any(one.guard is Guard.PAPERS_COMPLETE for one in missing):
        step = steps[GateAction.ATTACH]
    if step.action is GateAction.ALL_SENT:
        step = steps[GateAction.RECORD_SENT]
    return Turn(_whose(book, gate, step, missing), step.action, missing)


def warnings(book: Rulebook, gate: Gate, seen: Observed) -> tuple[str, ...]:
    """Say what is allowed and close: a day that is odd, and a sending in time under one reading alone."""
    if gate.state in _BEHIND:
        return ()
    return (*of_the_day(book, gate, seen), *close_calls(book, gate, seen))


# Nothing is published any more from here on, or it is public already.
_BEHIND = frozenset(
    (
        GateState.PUBLISHED,
        GateState.REPUBLISHED,
        GateState.WITHDRAWN,
        GateState.ARCHIVED,
        GateState.KEY_DESTROYED,
        GateState.NOT_TO_BE_PUBLISHED,
    )
)


def _table(book: Rulebook) -> GateTable:
    return book.gate or GateTable()


def _steps(book: Rulebook, gate: Gate) -> Sequence[Step]:
    return [step for step in _table(book).steps if step.state is gate.state and gate.mode in step.modes]


def _step(book: Rulebook, gate: Gate, action: GateAction, role: GateRole) -> Step | None:
    return next((step for step in _steps(book, gate) if step.action is action and role in step.roles), None)


def _refusals(book: Rulebook, gate: Gate, step: Step, seen: Observed) -> tuple[Refusal, ...]:
    found = [one for guard in step.guards for one in GUARDS[guard](book, gate, seen)]
    return tuple(dict.fromkeys(found))


def _not_listed(book: Rulebook, gate: Gate, action: GateAction, role: GateRole, seen: Observed) -> Refusal:
    others = [step.roles for step in _steps(book, gate) if step.action is action]
    words = f"{action.value!r}"
    if others:
        who = " or ".join(one.words for one in others[0])
        return Refusal(
            "not-now",
            f"{words} is not done by the {role.words}",
            f"Let it be done by the {who}; who that is: redact gate status",
        )
    return Refusal(
        "not-now",
        f"{words} is not done while the case is in the state {gate.state.words!r}",
        _next(turn(book, gate, seen)),
    )


def _next(now: Turn) -> str:
    """Say what is done instead."""
    if now.action is None:
        return "Nothing more is done in this case: redact gate status"
    if now.missing:
        return f"See what comes first: redact gate status. {now.missing[0].next}"
    return f"Next comes {COMMANDS.get(now.action, 'redact gate status')}"


def _whose(book: Rulebook, gate: Gate, step: Step, missing: Sequence[Refusal]) -> GateRole:
    """Say who acts next: whose statement is the first that is missing, or who decides what is open."""
    if not missing:
        return step.roles[0]
    first = missing[0]
    if first.guard in _OF_STATEMENTS:
        named = [one.rule for one in unsigned(book, gate, tuple(Stage)) if repr(one.rule.id) in first.what]
        return named[0].role if named else step.roles[0]
    return GateRole.CHECKER if first.guard is Guard.CHECK_READY else step.roles[0]


_OF_STATEMENTS = (
    Guard.STATEMENTS_OF_STAGE,
    Guard.STATEMENTS_BEFORE_SENDING,
    Guard.STATEMENTS_BEFORE_PUBLICATION,
)
