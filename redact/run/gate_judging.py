"""What is to be done is judged by the table of states, and made into lines, which are not written here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from redact.chain import Entry
from redact.keystore.identity import Identity
from redact.run import gate_clock
from redact.run.gate_lines import Doing, Held, draft, now
from redact.run.gate_seen import case_refusals, observe
from redact.values.days import long_moment
from redact.values.gate import GateAction, Guard, Refusal
from redact.values.gate_record import Gate, Observed
from redact.values.statements import GateRole

__all__ = ["Judged", "changed_refusals", "clock_refusals", "judged", "role_refusals"]

_MOST_STEPS = 20  # that the program takes by itself after one act


@dataclass(frozen=True, slots=True)
class Judged:
    """The lines that may be written, and why the rest may not be done; with a refusal only a break is."""

    drafts: tuple[Entry, ...]
    refusals: tuple[Refusal, ...] = ()


def judged(
    held: Held, identity: Identity, own: Path, doing: Callable[[Held, Observed], Sequence[Doing]]
) -> Judged:
    """Judge what is to be done and what follows by itself, each on what those before it come to."""
    from redact.publication.states import judge

    refusals = (*clock_refusals(held.gate), *case_refusals(held))
    if refusals:
        return Judged((), refusals)
    seen = observe(held, own)
    drafts = list(_broken(held, identity, seen))
    broken = tuple(drafts)
    held = _with(held, drafts)
    for one in doing(held, seen):
        reason = one.facts.get("reason", "")
        sight = replace(seen if one.seen is None else one.seen, reason=reason)
        refusals = (
            *role_refusals(held.gate, identity.card.id, one.role),
            *judge(held.book, held.gate, one.action, one.role, sight),
        )
        if refusals:
            return Judged(broken, _with_changed(refusals, changed_refusals(held, seen)))
        line = draft(held, identity, one.action, one.role, one.facts)
        drafts.append(line)
        held = held.with_line(line)
        if one.action is GateAction.ATTACH:
            seen = observe(held, own)
    drafts += _by_itself(held, identity, seen)
    return Judged(tuple(drafts))


def clock_refusals(gate: Gate) -> tuple[Refusal, ...]:
    """Refuse where the clock of this computer is behind what the log has seen."""
    if gate.last is None or now() >= gate.last:
        return ()
    here = gate_clock.moment()
    last = gate.last.astimezone(here.tzinfo or UTC)
    return (
        Refusal(
            "clock",
            f"the clock of this computer is behind the log: it says {_exactly(here)}, and something was done "
            f"on {_exactly(last)}",
            "Set the clock right, and do it again. If the computer on which that was done was wrong, wait "
            "until that time has come.",
        ),
    )


def changed_refusals(held: Held, seen: Observed) -> tuple[Refusal, ...]:
    """Say of each file that is not the one that was checked what to do about it."""
    from redact.publication.guards import GUARDS

    return GUARDS[Guard.FILES_UNCHANGED](held.book, held.gate, seen) if seen.changed else ()


def role_refusals(gate: Gate, card: str, role: GateRole) -> tuple[Refusal, ...]:
    """Refuse whoever acts in a role that is another's; the manager may act for everybody."""
    allowed = {one.card for one in (gate.who(role), gate.who(GateRole.MANAGER)) if one is not None}
    if card in allowed:
        return ()
    return (
        Refusal(
            "not-yours",
            f"this is done by the {role.words} of this case, or by its business manager for them",
            "Let one of them do it. Who has a role: redact gate status. To give it to somebody: redact gate "
            f"name {role.value} --card FILE",
        ),
    )


# ------------------------------------------------------------------ private


def _exactly(moment: datetime) -> str:
    return f"{long_moment(moment)}:{moment.second:02}"


def _broken(held: Held, identity: Identity, seen: Observed) -> tuple[Entry, ...]:
    """Make the line that says that a file is not the one that was checked, where the table has one."""
    from redact.publication.states import judge

    if not seen.changed:
        return ()
    if judge(held.book, held.gate, GateAction.BREAK, GateRole.MANAGER, seen):
        return ()
    parts = ",".join(sorted({part.value for part in seen.changed}))
    return (draft(held, identity, GateAction.BREAK, GateRole.MANAGER, {"parts": parts}),)


def _with_changed(refusals: Sequence[Refusal], changed: Sequence[Refusal]) -> tuple[Refusal, ...]:
    """Put what was changed first; that a step is not listed in a broken case says nothing besides."""
    if not changed:
        return tuple(refusals)
    return (*changed, *(one for one in refusals if one.code != "not-now" and one not in changed))


def _with(held: Held, drafts: Sequence[Entry]) -> Held:
    for line in drafts:
        held = held.with_line(line)
    return held


def _by_itself(held: Held, identity: Identity, seen: Observed) -> list[Entry]:
    from redact.publication.states import automatic

    drafts: list[Entry] = []
    while steps := automatic(held.book, held.gate, seen):
        if len(drafts) >= _MOST_STEPS:
            raise RuntimeError("the table of states takes steps without end")
        for action, role in steps:
            drafts.append(draft(held, identity, action, role, {}))
            held = held.with_line(drafts[-1])
    return drafts
