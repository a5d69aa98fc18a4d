"""What a line of the gate's log says, and the gate as it was read, as reading and writing share them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from redact.chain import Entry, Log
from redact.errors import GateRefuses, LogBroken
from redact.keystore.identity import Identity
from redact.run import gate_clock
from redact.run.case_file import CaseFolder
from redact.values.gate import GateAction, Refusal
from redact.values.gate_record import Gate, Observed
from redact.values.key import Card
from redact.values.rules import Rulebook
from redact.values.statements import GateRole

__all__ = ["BOOK", "Doing", "Held", "draft", "line_of", "now", "refuse", "replayed"]

BOOK = "book"  # a fact of every line: the digest of the rules under which it was judged
_KEY = re.compile(r"[a-z][a-z0-9.-]{0,60}")
_LONGEST = 200
_NAMES = ("board", "name")  # facts that may hold letters beyond ASCII


@dataclass(frozen=True, slots=True)
class Doing:
    """One thing that is to be done, in which role, and what its line says.

    `seen` is what was seen, where whoever asks has seen more than `gate_seen.observe` does.
    """

    action: GateAction
    role: GateRole
    facts: Mapping[str, str] = field(default_factory=dict)
    seen: Observed | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A gate as it was read: the case, the rules, the log, and what its lines come to."""

    found: CaseFolder
    book: Rulebook = field(repr=False)
    log: Log = field(repr=False)
    gate: Gate

    def with_line(self, line: Entry) -> Held:
        """Give what it comes to with one line more, which is not written yet."""
        from redact.publication.replaying import replay

        log = replace(self.log, entries=(*self.log.entries, line))
        return replace(self, log=log, gate=replay(log.entries))


def draft(
    held: Held, identity: Identity, action: GateAction, role: GateRole, facts: Mapping[str, str]
) -> Entry:
    """Make a line that is not written yet: of now, by whoever's identity it is."""
    from redact.publication.states import facts_of

    told = {**facts_of(held.book, held.gate, action, role, facts), BOOK: held.book.digest}
    attached = sum(one.action == GateAction.ATTACH.value for one in held.log.entries)
    attached += action is GateAction.ATTACH
    return line_of(held.found.case.id, identity.card, action.value, told, attached)


def line_of(case: str, card: Card, action: str, facts: Mapping[str, str], revision: int) -> Entry:
    """Make a line that is not written yet, and see that it holds nothing but facts of the gate."""
    for key, value in facts.items():
        plain = value.isascii() or key in _NAMES
        if not (_KEY.fullmatch(key) and len(value) <= _LONGEST and value.isprintable() and plain):
            raise ValueError(f"a fact that no line can hold: {key[:60]!a}")
    return Entry(
        time=now(),
        actor=card.id,
        action=action,
        case=case,
        revision=revision,
        reason=facts.get("reason", ""),
        facts=dict(sorted(facts.items())),
    )


def now() -> datetime:
    """Give the time as a line holds it: in UTC, in whole seconds."""
    return gate_clock.moment().astimezone(UTC).replace(microsecond=0)


def replayed(log: Log) -> Gate:
    """Replay a log.

    Raises:
        LogBroken: a line says what cannot be.
    """
    from redact.publication.replaying import replay

    try:
        return replay(log.entries)
    except ValueError as error:
        raise LogBroken(
            f"the log of the gate cannot be understood: {error}",
            "It was written by another version of redact, or by hand. Look which line: redact gate verify",
        ) from None


def refuse(refusals: Sequence[Refusal]) -> None:
    """Refuse with every reason, each with what to do next.

    Raises:
        GateRefuses: there is one.
    """
    reasons = tuple(dict.fromkeys((one.code, one.what, one.next) for one in refusals))
    if reasons:
        what = "; ".join(said for _, said, _ in reasons)
        raise GateRefuses(what, reasons[0][2], reasons)
