"""Days and moments as people read them, whatever the machine's own language."""

from __future__ import annotations

from datetime import date, datetime

__all__ = ["long_day", "long_moment"]

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def long_day(day: date) -> str:
    """Write a day as people read it: Wednesday 24 March 2027."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def long_moment(moment: datetime) -> str:
    """Write a moment as people read it: Wednesday 24 March 2027, 16:30; its zone is not told."""
    return f"{long_day(moment)}, {moment.hour:02}:{moment.minute:02}"
