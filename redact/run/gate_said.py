"""Which sentences are meant, and what the line of each says in the log."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType

from redact.errors import WrongUse
from redact.keystore.statements import ReadStatement, reason_text
from redact.run.gate_lines import Doing, Held, now
from redact.values.gate import GateAction, GateState
from redact.values.gate_record import Gate
from redact.values.signed_statements import SaidStatement
from redact.values.statements import About, GateRole, How, NeededStatement, ReasonCode, Stage

__all__ = ["Letter", "chosen", "digests", "line_of_letter", "line_of_signed", "only_these"]

# By which stage statements are asked for in a state for which the table of the gate names none.
_STAGES = MappingProxyType(
    {
        GateState.SIGNED_OFF: Stage.BEFORE_SENDING,
        GateState.PACK_MADE: Stage.BEFORE_PUBLICATION,
        GateState.SENT: Stage.BEFORE_PUBLICATION,
        GateState.WAITING: Stage.BEFORE_PUBLICATION,
        GateState.CLEARED: Stage.BEFORE_PUBLICATION,
        GateState.REPRESENTATIONS: Stage.BEFORE_PUBLICATION,
        GateState.WITHDRAWN: Stage.BEFORE_PUBLICATION,
        GateState.NOT_TO_BE_PUBLISHED: Stage.BEFORE_PUBLICATION,
    }
)


@dataclass(frozen=True, slots=True)
class Letter:
    """What the manager has in hand: who says it, in which role, and the SHA-256 of their letter."""

    role: GateRole
    name: str = field(repr=False)
    evidence: str
    reason: ReasonCode | None = None
    reference: str = ""


def chosen(held: Held, ids: Sequence[str], role: GateRole | None) -> tuple[NeededStatement, ...]:
    """Give the sentences that are meant, in the order of the way.

    Args:
        ids: of sentences; where there are none, those of the role that are missing and whose time has come,
            or all that are missing where none of them has. Of one that is needed for several places, those
            are meant that are missing, or all where none is.

    Raises:
        WrongUse: none is meant, or the case does not need it of this role.
    """
    from redact.publication.needed import missing, needed

    left = missing(held.book, held.gate, tuple(Stage))
    if not ids:
        if role is None:
            raise WrongUse("nobody says which sentence is meant", "Name it, or all of one role: --as ROLE")
        of_role = tuple(one for one in left if one.rule.role is role)
        if not of_role:
            raise WrongUse(
                f"nothing is missing of the {role.words}", "See the rest: redact gate attest --list"
            )
        return _in_time(held, of_role)
    every = needed(held.book, held.gate)
    for id_ in ids:
        _must_be_needed(id_, every, role)
    still = {one.rule.id for one in left}
    return tuple(one for one in every if one.rule.id in ids and (one.rule.id not in still or one in left))


def digests(held: Held) -> Mapping[str, str]:
    """Give the digests that a statement is of, beside that of the files."""
    from redact.publication.register import register_digest

    check = held.gate.check
    return {
        "check": "" if check is None else check.result,
        "rules": held.book.digest if check is None else check.rules,
        "register": register_digest(held.gate),
    }


def only_these(said: Sequence[SaidStatement], ids: Collection[str]) -> tuple[SaidStatement, ...]:
    """Take the sentences with these ids; all where none is named.

    Raises:
        WrongUse: one is not there.
    """
    if set(ids) - {one.id for one in said}:
        raise WrongUse(
            "what was signed does not hold a sentence of that id",
            "Leave the id out: all of it is taken then.",
        )
    return tuple(one for one in said if not ids or one.id in ids)


def line_of_signed(held: Held, read: ReadStatement, one: SaidStatement) -> Doing:
    """Make the line of one sentence that was signed."""
    statement = read.statement
    facts = {
        "statement": one.id,
        "version": one.version,
        "subject": one.subject,
        "role": one.role.value,
        "name": read.card.name,
        "card": read.card.id,
        "how": How.SIGNED.value,
        "evidence": read.sha256,
        "papers": statement.papers,
        "check": statement.check,
        "rules": statement.rules or held.book.digest,
        "register": statement.register,
        "given": _written(statement.given),
        "reason": one.reason,
        "signature": statement.signature,
    }
    return _attest(held.gate, one.role, facts)


def line_of_letter(held: Held, one: NeededStatement, letter: Letter) -> Doing:
    """Make the line of one sentence that somebody has written.

    Raises:
        WrongUse: it asks for a reason, and none of those that it knows was given.
    """
    facts = {
        "statement": one.rule.id,
        "version": one.rule.version,
        "subject": one.subject,
        "role": one.rule.role.value,
        "name": letter.name,
        "how": How.RECORDED.value,
        "evidence": letter.evidence,
        "papers": held.gate.papers_digest,
        **digests(held),
        "given": _written(now()),
        "reason": reason_text(one.rule.id, one.rule.reasons, letter.reason, letter.reference),
    }
    return _attest(held.gate, one.rule.role, facts)


# ------------------------------------------------------------------ private


def _in_time(held: Held, left: tuple[NeededStatement, ...]) -> tuple[NeededStatement, ...]:
    """Leave out what is signed at a later stage, and what is said of files as long as there are none."""
    state, table = held.gate.state, held.book.gate
    last = _STAGES.get(state) or (table.stages.get(state) if table is not None else None) or Stage.REVIEW
    stages = list(Stage)
    due = tuple(one for one in left if stages.index(one.rule.stage) <= stages.index(last)) or left
    if held.gate.check is None:
        due = tuple(one for one in due if one.rule.about is About.CASE) or due
    return due


def _attest(gate: Gate, role: GateRole, facts: Mapping[str, str]) -> Doing:
    return Doing(GateAction.ATTEST, role, {key: value for key, value in facts.items() if value})


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat() + "+00:00"


def _must_be_needed(id_: str, every: Sequence[NeededStatement], role: GateRole | None) -> None:
    of_it = [one for one in every if one.rule.id == id_]
    if not of_it:
        raise WrongUse(
            "this case needs no sentence of that id, or another one stands for it",
            "See which it needs: redact gate attest --list",
        )
    wanted = of_it[0].rule.role
    if role is not None and wanted is not role:
        raise WrongUse(
            f"{id_} is signed by the {wanted.words}, not by the {role.words}", f"Say so: --as {wanted.value}"
        )
