"""`gate calendar`: the days of a case as a calendar file; reads the log and asks for nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path

from redact.publication.calendar_file import CaseDay, CaseDays, as_ics
from redact.publication.clocks import due_days
from redact.publication.recipients import rule_of
from redact.publication.replaying import replay
from redact.publication.sending import send_by
from redact.publication.sent import sent_to, unsent
from redact.run import gate_settings
from redact.run.case_file import CaseFolder
from redact.run.gate_lines import Held
from redact.run.gate_log import read
from redact.values.clocks import CaseEvent, Clock
from redact.values.gate import GateAction
from redact.values.gate_record import Gate, Observed
from redact.values.gate_settings import GateSettings
from redact.values.gate_witness import Witness
from redact.values.rules import Mode, Rulebook

__all__ = ["calendar", "days_of"]

# Lines of the log after which a day can be another one.
_MOVES = frozenset(
    one.value
    for one in (
        GateAction.SET_DATE,
        GateAction.ATTACH,
        GateAction.RECORD_SENT,
        GateAction.PUBLISH,
        GateAction.WITHDRAW,
        GateAction.REPUBLISH,
        GateAction.DECIDE_NOT_TO_PUBLISH,
    )
)


def calendar(found: CaseFolder, own: Path, *, rules: Path | None = None) -> bytes:
    """Write the days of a case as a calendar.

    Raises: as `gate_log.read` does.
    """
    return as_ics(days_of(read(found, own, rules=rules)))


def days_of(held: Held) -> CaseDays:
    """Give the days of a gate that was read before; of the same log and settings the same."""
    gate, entries = held.gate, held.log.entries
    settings = gate_settings.load(held.found.folder)
    days, surest = _days(held, settings)
    return CaseDays(
        case=gate.case,
        named=gate.board or "",
        days=days,
        cancelled=tuple(kind for kind in _once(held) if kind not in days),
        sequence=sum(one.action in _MOVES for one in entries),
        stamp=entries[-1].time,
        witness=Witness(gate.lines, gate.head),
        closed=settings.closed,
        surest=surest,
    )


# ------------------------------------------------------------------ private


def _days(held: Held, settings: GateSettings) -> tuple[Mapping[CaseDay, date], date | None]:
    book, gate = held.book, held.gate
    days: dict[CaseDay, date] = {}
    surest = None
    if held.found.case.retain_until is not None:
        days[CaseDay.RETENTION] = held.found.case.retain_until
    publish_on = gate.published_on or gate.publish_on
    if gate.mode is Mode.NOT_PUBLISHED or publish_on is None:
        return days, surest
    days[CaseDay.PUBLICATION] = publish_on
    rule = rule_of(book, gate)
    if rule is not None and gate.publish_on is not None:
        by = send_by(gate.publish_on, rule, settings.closed)
        days |= {CaseDay.SAFE: by.safe, CaseDay.HARD: by.hard}
    sent = sent_to(book, gate, Observed(datetime.combine(publish_on, time()), closed=settings.closed))
    if sent and not unsent(book, gate):
        days[CaseDay.EARLIEST] = max(one.first for one in sent)
        surest = max(one.surest for one in sent)
    kept = [due.day for due in due_days(_keeping(book, gate), {CaseEvent.PUBLISHED: publish_on})]
    if kept:
        days[CaseDay.AVAILABLE] = max(kept)
    return days, surest


def _once(held: Held) -> Iterator[CaseDay]:
    """Give what has or had a day by what the log says, in the order of the days."""
    book, gate, entries = held.book, held.gate, held.log.entries
    if any(one.action == GateAction.SET_DATE.value for one in entries):
        if rule_of(book, gate) is not None:
            yield from (CaseDay.SAFE, CaseDay.HARD)
        yield CaseDay.PUBLICATION
        if _keeping(book, gate):
            yield CaseDay.AVAILABLE
    sent = [at for at, one in enumerate(entries, start=1) if one.action == GateAction.RECORD_SENT.value]
    if any(not unsent(book, replay(entries[:at])) for at in sent):
        yield CaseDay.EARLIEST


def _keeping(book: Rulebook, gate: Gate) -> list[Clock]:
    """Give the clocks that say how long it stays on view, of the edition and of the board."""
    packs = [pack.clocks for pack in book.packs if pack.edition is gate.edition]
    boards = [board.clocks for board in book.boards if board.id == gate.board]
    return [
        clock
        for clocks in (*packs, *boards)
        for clock in clocks
        if clock.keeps and clock.since is CaseEvent.PUBLISHED
    ]
