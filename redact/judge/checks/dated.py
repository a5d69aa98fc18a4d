"""Dates and times of day in the cells of tables: whether there is one, and whether its form is right."""

from __future__ import annotations

import re
from datetime import date

from redact.values.requirements import DateForm

__all__ = ["fault_of", "holds_a_date"]


_MONTHS = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_NUMBERS = re.compile(r"(?<![\d.])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d])")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_WORDS = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTHS}\.?,?\s+'?(\d{{4}}|\d{{2}})(?!\d)",
    re.IGNORECASE,
)
# Of an action plan, a month or a quarter is a date; "ongoing" is none.
_MONTH = re.compile(
    rf"\b{_MONTHS}\.?,?\s*['\u2019]?(?:\d{{4}}|\d{{2}})\b|\b(?:0?[1-9]|1[0-2])/(?:19|20)\d\d\b"
    r"|\b(?:spring|summer|autumn|winter|q[1-4]|end\s+of|by)\s+(?:19|20)\d\d\b|(?<!\d)(?:19|20)\d\d(?!\d)",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:complete[d]?|achieved|implemented|done|immediate(?:ly)?|with immediate effect)\b", re.IGNORECASE
)
_UNKNOWN = re.compile(
    r"\W*(?:(?:exact\s+)?(?:date\s+|day\s+)?(?:is\s+|was\s+)?(?:not\s+known|unknown|not\s+recorded|undated|n/?k|not\s+dated))\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(r"\s*(?:-|\u2013|\u2014|to|until|till|and)\s*", re.IGNORECASE)
_TIME = re.compile(
    r"(?<![\d./:-])(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?(?![\d./-])\s*([ap]\.?\s?m\b\.?)?"
    r"|(?<![\d./:-])(\d{1,2})\s*([ap]\.?\s?m\b\.?)",
    re.IGNORECASE,
)


def holds_a_date(text: str) -> bool:
    """Tell whether a cell says a day, a month, a season or a year, or that the thing is done already."""
    return bool(_days(text) or _MONTH.search(text) or _DONE.search(text))


def fault_of(text: str, form: DateForm, *, times: bool) -> str | None:
    """Say in our own words what is wrong with the date or the time in a cell; none where nothing is.

    Args:
        times: whether times of day must be of the 24-hour clock.
    """
    days = _days(text)
    if not days:
        return None if _UNKNOWN.match(text) else "no exact day stands there, nor that it is not known"
    if any(not _is_a_day(*day[:3]) for day in days):
        return "there is no such day"
    if len(days) > 1 and _PERIOD.fullmatch(text[days[0][4] : days[1][3]]):
        return "this is a period, not a day"
    if form is DateForm.DOTS and not all(_DOTS.fullmatch(text[day[3] : day[4]]) for day in days):
        return "the day is not written as dd.mm.yy"
    rest = text
    for day in reversed(days):
        rest = rest[: day[3]] + " " * (day[4] - day[3]) + rest[day[4] :]
    return _fault_of_times(rest) if times else None


_DOTS = re.compile(r"\d{2}\.\d{2}\.\d{2}")

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _days(text: str) -> list[tuple[int, int, int, int, int]]:
    """Give each day as day, month, year, and the half-open code points at which it stands."""
    found = [(int(m[1]), int(m[3]), int(m[4]), m.start(), m.end()) for m in _NUMBERS.finditer(text)]
    found += [(int(m[3]), int(m[2]), int(m[1]), m.start(), m.end()) for m in _ISO.finditer(text)]
    found += [
        (int(m[1]), _NAMES.index(m["month"][:3].lower()) + 1, int(m[3]), m.start(), m.end())
        for m in _WORDS.finditer(text)
    ]
    return sorted(found, key=lambda day: day[3])


def _is_a_day(day: int, month: int, year: int) -> bool:
    try:
        date(year if year >= 100 else 2000 + year, month, day)
    except ValueError:
        # Of two figures alone the century is not known: 29.02.00.
        return False
    return True


def _fault_of_times(text: str) -> str | None:
    for match in _TIME.finditer(text):
        if match[3] or match[5]:
            return "the time is not of the 24-hour clock"
        if int(match[1]) > 23 or int(match[2]) > 59:
            return "there is no such time"
    return None
