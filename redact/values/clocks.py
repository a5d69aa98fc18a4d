"""By when each stage of a review is owed: from which event the time runs, and how long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from redact.values.deadlines import Skipped

__all__ = ["CaseEvent", "Clock", "ClockUnit", "Due", "Owed"]


class CaseEvent(Enum):
    """What happens in a case on a day, and starts a clock."""

    AWARE = "aware"  # somebody learnt of the incident
    REFERRED = "referred"
    DECIDED = "decided"  # that there will be a review
    INITIATED = "initiated"
    PANEL_MET = "panel-met"  # for the first time
    SIGNED_OFF = "signed-off"  # by the board
    PUBLISHED = "published"

    @property
    def words(self) -> str:
        """The event as reports name it."""
        return _EVENTS[self]


_EVENTS = {
    CaseEvent.AWARE: "the board or an agency learnt of the incident",
    CaseEvent.REFERRED: "the case was referred",
    CaseEvent.DECIDED: "the review was decided on",
    CaseEvent.INITIATED: "the review was begun",
    CaseEvent.PANEL_MET: "the panel met for the first time",
    CaseEvent.SIGNED_OFF: "the board signed the report off",
    CaseEvent.PUBLISHED: "the report was published",
}


class ClockUnit(Enum):
    """What a clock counts; of working days those of England and Wales."""

    WORKING_DAYS = "working-days"
    WEEKS = "weeks"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Clock:
    """One time that runs: `what` is owed within `count` units of `since`, in our own words.

    `keeps` turns it about: for so long something must stay, and the day is the first on which it may end.
    `row` is the id of the requirement. `until` is the event by which it is done; none where none is noted.
    """

    row: str
    what: str
    since: CaseEvent
    count: int
    unit: ClockUnit
    source: str
    keeps: bool = False
    until: CaseEvent | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """The day that a clock gives for one event; `skipped` are holidays on the way, of working days alone."""

    clock: Clock
    begun: date
    day: date
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True)
class Owed:
    """A time that runs in a case: until when, the day on which it was done, and whether that is too late.

    `done` is none as long as nothing is noted by which it is done; `late` then tells that the day is over.
    What must stay so long is never late.
    """

    due: Due
    done: date | None
    late: bool
