"""The other times of a review: to notify, to decide, to complete, to keep a report on view.

Months end on the same day of a later month, or on that month's last day where it has no such day: six months
from 31 August end on 28 or 29 February. Twenty-four weeks are 168 days and no six months. The day of the
event is not counted. What remains: of two times that contradict each other both are given; which binds, a
person says.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from redact.publication.working_days import england_and_wales
from redact.values.clocks import CaseEvent, Clock, ClockUnit, Due

__all__ = ["add_months", "due_days"]

_MONTHS_OF_A_YEAR = 12


def due_days(
    clocks: Sequence[Clock], events: Mapping[CaseEvent, date], closed: Iterable[date] = ()
) -> tuple[Due, ...]:
    """Give the day of every clock whose event has a day, earliest first.

    Args:
        closed: days on which nobody is in the office; they lengthen what is counted in working days.

    Raises:
        ValueError: a day lies beyond the calendar.
    """
    days = frozenset(closed)
    found = [_due(clock, events[clock.since], days) for clock in clocks if clock.since in events]
    return tuple(sorted(found, key=lambda due: (due.day, due.clock.row, due.clock.what)))


def add_months(day: date, months: int) -> date:
    """Give the same day so many months later, or the last day of that month where it is shorter.

    Raises:
        ValueError: it lies beyond the calendar.
    """
    years, month = divmod(day.month - 1 + months, _MONTHS_OF_A_YEAR)
    year = day.year + years
    if not date.min.year <= year <= date.max.year:
        raise ValueError("the day lies beyond the calendar")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _due(clock: Clock, begun: date, closed: frozenset[date]) -> Due:
    if clock.unit is ClockUnit.WORKING_DAYS:
        ours = england_and_wales.also_closed(closed)
        day = ours.after(begun, clock.count)
        return Due(clock, begun, _kept(clock, day), ours.skipped(begun, day))
    if clock.unit is ClockUnit.WEEKS:
        return Due(clock, begun, _kept(clock, begun + timedelta(weeks=clock.count)))
    return Due(clock, begun, _kept(clock, add_months(begun, clock.count)))


def _kept(clock: Clock, day: date) -> date:
    """Of what must stay until a day, give the first day after it."""
    return day + timedelta(days=1) if clock.keeps else day
