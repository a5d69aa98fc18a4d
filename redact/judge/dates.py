"""The days and months that a text tells, as days of the calendar.

A year of two digits is read as the last such year up to the one that the caller knows. What remains: a day
without its year, a year alone, and what is told from another day ("a week later").
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from redact.values.requirements import Fineness

__all__ = ["Told", "dates_in", "latest_year"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?:(?:19|20)\d\d|'?\d\d)(?!\d)"
_JOINS = r"\s*(?:to|until|till|and|-|\u2013|\u2014|through)\s*(?:the\s+)?"
_TOLD = re.compile(
    rf"""(?<![\w./-])(?:
      (?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?!\d)
    | (?P<d>\d{{1,2}})\s?(?P<mark>[./-])\s?(?P<m>\d{{1,2}})\s?(?P=mark)\s?(?P<y>(?:19|20)\d\d|\d\d)(?![\d])
    | (?P<d2>\d{{1,2}})(?:\s?(?:st|nd|rd|th))?\s?(?:day\s)?(?:of\s)?[-\s]?{_MONTH.format("n2")},?[-\s]?
      (?P<y2>{_YEAR})
    | {_MONTH.format("n3")}\s(?:the\s)?(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y3>{_YEAR})
    | {_MONTH.format("n4")},?\s(?P<y4>(?:19|20)\d\d)(?!\d)
    | (?P<m5>0?[1-9]|1[0-2])/(?P<y5>(?:19|20)\d\d)(?![\d/])
    # The first of two that share their year: from 1 March to 30 June 2020, March to June 2020.
    | (?P<d6>\d{{1,2}})(?:st|nd|rd|th)?\s{_MONTH.format("n6")}
      (?={_JOINS}\d{{1,2}}(?:st|nd|rd|th)?\s[a-z]{{3,9}},?\s(?P<y6>(?:19|20)\d\d))
    | {_MONTH.format("n7")}(?={_JOINS}[a-z]{{3,9}}\s(?P<y7>(?:19|20)\d\d))
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
# Before figures with dots that are no day: parts of a law, a report, a program.
_NUMBERED = re.compile(
    r"\b(?:sections?|paragraphs?|paras?|chapters?|appendix|table|figure|recommendations?|version|v|s|ss|no)"
    r"\.?\s?$",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_FULL_YEAR = re.compile(r"(?<![\d./-])(?:19[5-9]\d|20\d\d)(?!\d)")
_PIVOT = 2068  # of a text of which nothing is known: POSIX reads 69 to 99 as 1969 to 1999


@dataclass(frozen=True, slots=True)
class Told:
    """A day, or a month from its first to its last day; half-open code points of the text."""

    start: int
    end: int
    first: date
    last: date
    fineness: Fineness


def dates_in(text: str, latest: int | None = None) -> Iterator[Told]:
    """Find the days and months of a text, days before months.

    Args:
        latest: the last year that a year of two digits can be.
    """
    if _DIGIT.search(text) is None:
        return
    for match in _TOLD.finditer(text):
        if match["d"] and _NUMBERED.search(text, max(0, match.start() - 20), match.start()):
            continue
        told = _told(match, _PIVOT if latest is None else latest)
        if told is not None:
            yield told


def latest_year(text: str) -> int | None:
    """Give the last year that a text writes in full; none where it writes none."""
    return max((int(found) for found in _FULL_YEAR.findall(text)), default=None)


def _told(match: re.Match[str], latest: int) -> Told | None:
    found = match.groupdict()
    if found["iso"]:
        year, month, day = (int(part) for part in found["iso"].split("-"))
        return _day(match, year, month, day)
    if found["d"]:
        year, month, day = _year(found["y"], latest), int(found["m"]), int(found["d"])
        return _day(match, year, month, day) or _day(match, year, day, month)
    for mark in "236":
        if found[f"d{mark}"]:
            year = _year(found[f"y{mark}"], latest)
            return _day(match, year, _month(found[f"n{mark}"]), int(found[f"d{mark}"]))
    if found["m5"]:
        return _whole_month(match, int(found["y5"]), int(found["m5"]))
    mark = "4" if found["n4"] else "7"
    return _whole_month(match, int(found[f"y{mark}"]), _month(found[f"n{mark}"]))


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _year(digits: str, latest: int) -> int:
    year = int(digits.lstrip("'"))
    return year if year > 99 else latest - (latest - year) % 100


def _day(match: re.Match[str], year: int, month: int, day: int) -> Told | None:
    try:
        told = date(year, month, day)
    except ValueError:
        return None
    return Told(match.start(), match.end(), told, told, Fineness.DAY)


def _whole_month(match: re.Match[str], year: int, month: int) -> Told:
    last = calendar.monthrange(year, month)[1]
    return Told(match.start(), match.end(), date(year, month, 1), date(year, month, last), Fineness.MONTH)
