"""The days of a case as a calendar file, which every calendar reads: with reminders, and no word of the case.

An event keeps its UID for as long as there is the case, and its SEQUENCE rises when a day is moved: so that a
newer file moves the events of an older one and adds none. What has no day any more is cancelled. No clock is
read: the same log gives the same file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from redact.publication.working_days import england_and_wales
from redact.values.days import long_day
from redact.values.gate_witness import Witness, witness_as_text

if TYPE_CHECKING:
    from icalendar import Alarm, Event

__all__ = ["CaseDay", "CaseDays", "as_ics", "words_in"]

_PRODUCT = "-//redact//gate 1//EN"
_SHOWN = ("X-WR-CALNAME", "X-WR-CALDESC", "SUMMARY", "DESCRIPTION")
_KNOWN = frozenset(
    [*_SHOWN, "PRODID", "VERSION", "METHOD", "UID", "SEQUENCE", "DTSTAMP", "CLASS", "TRANSP", "DTSTART",
     "DTEND", "STATUS", "ACTION", "TRIGGER"]
)  # fmt: skip
_REMINDERS = (10, 3, 1)  # working days before
_AT = time(9)  # when somebody has come to the office
_WHERE = "Europe/London"


class CaseDay(Enum):
    """What is on a day; the values stand in UIDs and never change."""

    SAFE = "send-safe"
    HARD = "send-hard"
    EARLIEST = "earliest-publication"
    PUBLICATION = "publication"
    AVAILABLE = "available-until"
    RETENTION = "retention"

    @property
    def title(self) -> str:
        """What a calendar shows behind the id of the case."""
        return _WORDS[self][0]

    @property
    def words(self) -> str:
        """What the event says when it is opened."""
        return _WORDS[self][1]


_WORDS = {
    CaseDay.SAFE: ("send by", "Send the pack by this day: it is in time under every reading of the edition."),
    CaseDay.HARD: (
        "last day to send",
        "The last day for sending the pack, for the day of publication as it is.",
    ),
    CaseDay.EARLIEST: ("earliest publication", "The first day on which what was sent may be published."),
    CaseDay.PUBLICATION: ("publication", "The day of publication, as it stands in the log of the gate."),
    CaseDay.AVAILABLE: (
        "may be taken down",
        "It must be on view until then; this is the first day after it.",
    ),
    CaseDay.RETENTION: ("end of retention", "Until this day the key is kept: decide what becomes of it."),
}


@dataclass(frozen=True, slots=True)
class CaseDays:
    """What a calendar is made of.

    `named` tells two boards' cases of one id apart. `days` are those that are known, `cancelled` those that
    were and are no longer. `sequence` counts the lines of the log that can move a day, `stamp` is the time of
    its newest line, in UTC. `closed` are days on which the board's office is closed,
    `surest` is the first day of publication under every reading.
    """

    case: str
    named: str
    days: Mapping[CaseDay, date]
    cancelled: tuple[CaseDay, ...]
    sequence: int
    stamp: datetime
    witness: Witness
    closed: tuple[date, ...] = ()
    surest: date | None = None


def as_ics(case: CaseDays) -> bytes:
    """Write the days of a case as one calendar; the same bytes each time."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", case.case)
    calendar.add("x-wr-caldesc", witness_as_text(case.witness.lines, case.witness.head))
    for kind in CaseDay:
        if kind in case.days:
            calendar.add_component(_event(case, kind, case.days[kind]))
        elif kind in case.cancelled:
            calendar.add_component(_cancelled(case, kind))
    return bytes(calendar.to_ical())


def words_in(data: bytes) -> tuple[str, ...]:
    """Give every line of words that a calendar of ours shows, for whoever checks them.

    Raises:
        ValueError: it is no calendar, or it holds what ours do not.
    """
    from icalendar import Calendar

    found: list[str] = []
    for part in Calendar.from_ical(data).walk():
        if {str(name) for name in part} - _KNOWN:
            raise ValueError("a calendar of ours holds nothing else")
        for name in _SHOWN:
            found += str(part.get(name, "")).splitlines()
    return tuple(line for line in found if line)


def _event(case: CaseDays, kind: CaseDay, day: date) -> Event:
    event = _begun(case, kind, day)
    words = [kind.words, f"{long_day(day)}."]
    if kind is CaseDay.EARLIEST and case.surest is not None:
        words.append(f"Under every reading: {long_day(case.surest)}.")
    event.add("description", "\n".join(words))
    for before in _REMINDERS:
        event.add_component(_reminder(case, kind, day, before))
    return event


def _cancelled(case: CaseDays, kind: CaseDay) -> Event:
    event = _begun(case, kind, case.stamp.date())
    event.add("status", "CANCELLED")
    event.add("description", "This day is not known any more.")
    return event


def _begun(case: CaseDays, kind: CaseDay, day: date) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", _uid(case, kind))
    event.add("sequence", case.sequence)
    event.add("dtstamp", case.stamp)
    event.add("class", "CONFIDENTIAL")
    event.add("transp", "TRANSPARENT")
    event.add("summary", f"{case.case}: {kind.title}")
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    return event


def _reminder(case: CaseDays, kind: CaseDay, day: date, before: int) -> Alarm:
    """Remind at nine in the morning: a moment, since no calendar counts working days by itself."""
    from icalendar import Alarm

    on = england_and_wales.also_closed(case.closed).before(day, before)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    days = "1 working day" if before == 1 else f"{before} working days"
    alarm.add("description", f"{case.case}: {kind.title}, in {days}")
    at = datetime.combine(on, _AT, ZoneInfo(_WHERE)).astimezone(UTC)
    alarm.add("trigger", at, parameters={"VALUE": "DATE-TIME"})  # else a moment is read as a span
    return alarm


def _uid(case: CaseDays, kind: CaseDay) -> str:
    made_of = "\n".join(("redact-gate-day/1", case.named, case.case, kind.value))
    return f"{hashlib.sha256(made_of.encode('utf-8')).hexdigest()[:32]}@redact"
