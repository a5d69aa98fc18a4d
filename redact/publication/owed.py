"""The times that run in a case: by when something is owed, whether it was done, and whether that is too late.

Nothing here refuses anything: a review that is late is published all the same, with the reason. What remains:
a time of whose end no day is noted is told with its day, and somebody has to know whether it was kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from redact.publication.clocks import due_days
from redact.publication.needed import counting
from redact.values.clocks import CaseEvent, Due, Owed
from redact.values.gate_record import Gate
from redact.values.rules import Rulebook

__all__ = ["events_of", "owed"]

_SIGNS_OFF = ("board-sign-off", "board-not-publishing")


def owed(book: Rulebook, gate: Gate, day: date, closed: Sequence[date] = ()) -> tuple[Owed, ...]:
    """Give every time that runs by what is noted of a case, in the order of its days, as it stands on a day.

    Args:
        closed: days on which the board's office is closed.
    """
    events = events_of(book, gate)
    packs = [clock for pack in book.packs if pack.edition is gate.edition for clock in pack.clocks]
    boards = [
        clock
        for board in book.boards
        if board.id == gate.board and gate.edition in board.editions
        for clock in board.clocks
    ]
    # A board that repeats its edition's time says it more fully.
    said = {(clock.row, clock.what) for clock in boards}
    running = [*(clock for clock in packs if (clock.row, clock.what) not in said), *boards]
    return tuple(_stands(one, events, day) for one in due_days(running, events, closed))


def events_of(book: Rulebook, gate: Gate) -> Mapping[CaseEvent, date]:
    """Give the days from which times run: those that are noted, and those that the gate knows itself."""
    noted = {event.value: day for event, day in gate.notes.items()}
    found = {event: noted[event.value] for event in CaseEvent if event.value in noted}
    signed = [one.when.date() for one in counting(book, gate) if one.statement in _SIGNS_OFF]
    for event, day in (
        (CaseEvent.INITIATED, gate.initiated),
        (CaseEvent.SIGNED_OFF, max(signed, default=None)),
        (CaseEvent.PUBLISHED, gate.published_on),
    ):
        if day is not None:
            found.setdefault(event, day)
    return found


def _stands(due: Due, events: Mapping[CaseEvent, date], day: date) -> Owed:
    if due.clock.keeps:
        return Owed(due, None, late=False)
    done = events.get(due.clock.until) if due.clock.until is not None else None
    return Owed(due, done, late=(done or day) > due.day)
