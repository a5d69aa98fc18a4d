"""By when a report must have been sent before it is published, and how the days are counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from redact.values.rules import Edition

__all__ = [
    "DaysCounted",
    "Earliest",
    "Recipient",
    "SendBy",
    "SendingDates",
    "SendingRule",
    "Skipped",
    "Unit",
]


class Recipient(Enum):
    """Who must have the report before the public has it."""

    OFSTED = "ofsted"
    DEPARTMENT = "department"  # for Education
    SECRETARY_OF_STATE = "secretary-of-state"
    NATIONAL_PANEL = "national-panel"

    @property
    def words(self) -> str:
        """What reports and letters call it."""
        return _RECIPIENTS[self]


_RECIPIENTS = {
    Recipient.OFSTED: "Ofsted",
    Recipient.DEPARTMENT: "the Department for Education",
    Recipient.SECRETARY_OF_STATE: "the Secretary of State",
    Recipient.NATIONAL_PANEL: "the national panel",
}


class Unit(Enum):
    """What is counted."""

    WORKING_DAYS = "working-days"
    CALENDAR_DAYS = "calendar-days"


@dataclass(frozen=True, slots=True)
class SendingRule:
    """What an edition asks for: to whom, and how many days before publication.

    `clear` says that the words of the edition can be read as so many clear days, so that the day of sending
    is not one of them.
    """

    count: int
    unit: Unit
    to: tuple[Recipient, ...]
    clear: bool
    source: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A day from Monday to Friday that is no working day, and what it is."""

    day: date
    because: str


@dataclass(frozen=True, slots=True)
class DaysCounted:
    """How days were counted: where the holidays come from, and from which year on they are only computed."""

    calendar: str
    source: str
    computed_after: int
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True)
class SendBy:
    """By when to send for one day of publication.

    `hard` is the last day that is in time under the plainest reading, `safe` the day that is in time under
    every reading. `uk_hard` counts no day that is a holiday in any part of the United Kingdom. `warnings` are
    sentences of ours.
    """

    publish_on: date
    rule: SendingRule
    hard: date
    safe: date
    uk_hard: date
    counted: DaysCounted
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Earliest:
    """When something that is sent on a day may be published: under the plainest reading, and under every one.

    `counts_as` is the working day on which it counts as sent: a later one where it was sent late in the day,
    or on a day that is none.
    """

    sent_on: date
    counts_as: date
    rule: SendingRule
    hard: date
    safe: date
    uk_hard: date
    counted: DaysCounted
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SendingDates:
    """The answer on one publication: by which edition the days are counted, and what came of it.

    `because` says how the edition is known. `rule` is none where the edition counts no days. `late` tells,
    where both a day of sending and a day of publication are given, whether it was sent too late; `close` that
    it was sent in time under the plainest reading alone.
    """

    edition: Edition
    because: str
    rule: SendingRule | None
    send_by: SendBy | None = None
    earliest: Earliest | None = None
    late: bool = False
    close: bool = False
