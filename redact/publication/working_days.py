"""Working days: every day but Saturdays, Sundays and public holidays, in England and Wales or in all the UK.

Working Together does not say what a working day is. Ours is that of acts which name bank holidays in England
and Wales; Christmas Day and Good Friday are none by the act of 1971 and are counted as holidays all the same.
Holidays come from the package `holidays`, with its part for England: without one it leaves out Easter Monday.
What remains: a holiday that is proclaimed after this version was made is not known until it is stated.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from importlib.metadata import version

from redact.values.deadlines import DaysCounted, Skipped

__all__ = ["ANNOUNCED_UNTIL", "UK_WIDE", "Calendar", "england_and_wales"]

# The government has announced the holidays of England and Wales up to this year; later ones are computed.
ANNOUNCED_UNTIL = 2028
_ONE_DAY = timedelta(days=1)
_SATURDAY = 5
_CLOSED = "the board's office is closed"
_EVERYWHERE = ("ENG", "WLS", "SCT", "NIR")


class Calendar:
    """Tells working days from others, and counts them.

    Args:
        parts: of the United Kingdom whose holidays are none: "ENG", "WLS", "SCT", "NIR".
        closed: further days that are no working days; they can only lengthen a period.
    """

    def __init__(self, parts: tuple[str, ...] = ("ENG",), closed: Iterable[date] = ()) -> None:
        self._parts = parts
        self._closed = frozenset(closed)

    def also_closed(self, days: Iterable[date]) -> Calendar:
        """Give the same calendar with further days on which nobody works."""
        return Calendar(self._parts, self._closed | set(days))

    def is_working(self, day: date) -> bool:
        """Tell whether a day is a working day."""
        return day.weekday() < _SATURDAY and self.holiday(day) is None

    def holiday(self, day: date) -> str | None:
        """Say which holiday a day is, in words; none of an ordinary day or of a plain Saturday or Sunday."""
        for part in self._parts:
            if name := _holidays(part, day.year).get(day):
                return name if part == "ENG" else f"{name} ({_NAMES[part]})"
        return _CLOSED if day in self._closed else None

    def before(self, day: date, count: int) -> date:
        """Give the working day that is `count` working days before a day, which itself is not counted."""
        return self._step(day, count, -_ONE_DAY)

    def after(self, day: date, count: int) -> date:
        """Give the working day that is `count` working days after a day, which itself is not counted."""
        return self._step(day, count, _ONE_DAY)

    def next_working(self, day: date) -> date:
        """Give the day itself where it is a working day, else the next one that is."""
        return day if self.is_working(day) else self.after(day, 1)

    def last_working(self, day: date) -> date:
        """Give the day itself where it is a working day, else the one before it that is."""
        return day if self.is_working(day) else self.before(day, 1)

    def skipped(self, first: date, last: date) -> tuple[Skipped, ...]:
        """List the days from Monday to Friday that are no working days, the first and the last day too."""
        days = (first + _ONE_DAY * number for number in range((last - first).days + 1))
        weekdays = [(day, self.holiday(day)) for day in days if day.weekday() < _SATURDAY]
        return tuple(Skipped(day, because) for day, because in weekdays if because is not None)

    def counted(self, first: date, last: date) -> DaysCounted:
        """Say how the days from `first` to `last` were counted."""
        source = f"the package holidays {version('holidays')}, England"
        if self._closed:
            source += ", and the days on which the board's office is closed, as stated"
        named = "working days in England and Wales"
        return DaysCounted(named, source, ANNOUNCED_UNTIL, self.skipped(first, last))

    def _step(self, day: date, count: int, step: timedelta) -> date:
        if count < 0:
            raise ValueError(f"days are counted from 0 on, not {count}")
        while count:
            day += step
            count -= self.is_working(day)
        return day


_NAMES = {"ENG": "England", "WLS": "Wales", "SCT": "Scotland", "NIR": "Northern Ireland"}


@cache
def _holidays(part: str, year: int) -> Mapping[date, str]:
    """Give the public holidays of one part of the United Kingdom; the package is dear to import."""
    from holidays.countries.united_kingdom import UnitedKingdom

    found: Mapping[date, str] = UnitedKingdom(subdiv=part, years=year)  # type: ignore[no-untyped-call]
    return dict(found)


england_and_wales = Calendar()
UK_WIDE = Calendar(_EVERYWHERE)
