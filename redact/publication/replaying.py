"""The log of a gate → where its case stands: each line adds one thing, and nothing else is known.

A line says itself to which state it leads, so that an old log is read under a newer table as it was meant.
What a line says that cannot be (a file that was never attached, a pack that nobody made, a day that is none)
is no line of ours. What remains: whether a step was allowed when it was taken depends on what was seen then,
and is not judged anew; given the table, a step that no row lists is found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from redact.chain import Entry
from redact.publication.replaying_actions import DOES
from redact.publication.replaying_facts import Facts
from redact.values.gate import GateAction, GateState, GateTable
from redact.values.gate_record import Gate, Named
from redact.values.rules import Edition, Mode
from redact.values.statements import GateRole

__all__ = ["BY", "START", "STATE", "replay"]

START = "start"  # the action of the first line
STATE, BY = "state", "by"  # facts of every line: where it leads, and in which role it was written

# Beside the way: the state from which one of these was entered is kept.
_ASIDE = frozenset(
    (
        GateState.RETURNED,
        GateState.BROKEN,
        GateState.REPRESENTATIONS,
        GateState.WITHDRAWN,
        GateState.NOT_TO_BE_PUBLISHED,
    )
)
_STAY = frozenset((GateAction.NAME, GateAction.NOTE, GateAction.PROCEEDING, GateAction.ATTEST))
_MAY_STAY = _STAY | {GateAction.SET_DATE, GateAction.RECORD_SENT}


def replay(entries: Sequence[Entry], table: GateTable | None = None) -> Gate:
    """Say what the lines of a log come to.

    Args:
        entries: of a log that holds together, from its first line on.
        table: where it is given, every step must stand in it.

    Raises:
        ValueError: a line says what cannot be; the message has its number, and nothing of what it says.
    """
    gate: Gate | None = None
    for number, entry in enumerate(entries, 1):
        try:
            gate = _begun(entry) if gate is None else _after(gate, entry, table)
        except ValueError as error:
            raise ValueError(f"line {number}: {error}") from None
    if gate is None:
        raise ValueError("the log has no line")
    return gate


def _begun(entry: Entry) -> Gate:
    if entry.action != START:
        raise ValueError("the first line does not begin a gate")
    facts = Facts(entry.facts)
    manager = Named(GateRole.MANAGER, facts.text("name"), facts.text("card"))
    gate = Gate(
        case=entry.case,
        state=GateState.DRAFT,
        edition=facts.member("edition", Edition),
        mode=facts.member("mode", Mode),
        board=facts.maybe("board"),
        initiated=facts.maybe_day("initiated"),
        people=(manager,),
        lines=1,
        head=entry.sha256,
        last=entry.time,
    )
    facts.only("audience", STATE, BY, "book")
    return gate


def _after(gate: Gate, entry: Entry, table: GateTable | None) -> Gate:
    action = _action(entry)
    if entry.case != gate.case:
        raise ValueError("it belongs to another case")
    if gate.last is not None and entry.time < gate.last:
        raise ValueError("its time lies before that of the line before it")
    facts = Facts(entry.facts)
    role = facts.member(BY, GateRole)
    state = facts.maybe_member(STATE, GateState)
    _check_state(action, state)
    if table is not None:
        _check_listed(table, gate, action, role, state)
    after = DOES[action](gate, entry, facts)
    facts.only("book")
    return replace(_moved(after, state), lines=gate.lines + 1, head=entry.sha256, last=entry.time)


def _action(entry: Entry) -> GateAction:
    try:
        return GateAction(entry.action)
    except ValueError:
        raise ValueError("it says something that nobody can do") from None


def _check_state(action: GateAction, state: GateState | None) -> None:
    if state is None and action not in _MAY_STAY:
        raise ValueError("it does not say to which state it leads")
    if state is not None and action in _STAY:
        raise ValueError("it moves the state, which such a line never does")


def _check_listed(
    table: GateTable, gate: Gate, action: GateAction, role: GateRole, state: GateState | None
) -> None:
    listed = [
        step.to
        for step in table.steps
        if (step.state, step.action) == (gate.state, action)
        and role in step.roles
        and gate.mode in step.modes
    ]
    if not listed:
        raise ValueError("it takes a step that the table of the gate does not list")
    if listed[0] is not state:
        raise ValueError("it leads to another state than the table of the gate says")


def _moved(gate: Gate, state: GateState | None) -> Gate:
    if state is None:
        return gate
    before = gate.before if gate.state is state else gate.state
    return replace(gate, state=state, before=before if state in _ASIDE else None)
