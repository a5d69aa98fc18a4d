"""Ages, school years and working days, by plain arithmetic on dates."""

from __future__ import annotations

from datetime import date, timedelta

from corpus.cases.values import Person

__all__ = [
    "GAP_OF_BIRTHS",
    "age_on",
    "before_years",
    "entry_to_school",
    "in_term",
    "in_years",
    "is_office_day",
    "next_office_day",
    "next_term_day",
    "school_year_on",
]

GAP_OF_BIRTHS = timedelta(days=290)  # nine and a half months
_LAST_YEAR = 11


def age_on(person: Person, day: date) -> tuple[int, int]:
    """Give whole years and months of a person's age.

    Raises:
        ValueError: the person has no date of birth, or is not born on that day.
    """
    if person.born is None or day < person.born:
        raise ValueError("nobody has an age without a birth")
    months = (day.year - person.born.year) * 12 + day.month - person.born.month
    months -= day.day < person.born.day
    return divmod(months, 12)


def in_years(day: date, years: int) -> date:
    """The same day some years later (earlier if negative); 28 February for 29 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def before_years(day: date, years: float) -> date:
    """The day some years, or parts of years, before."""
    return day - timedelta(days=round(years * 365.25))


def entry_to_school(born: date) -> date:
    """The first September in which a child of England is in Reception: four on 31 August before."""
    return date(born.year + (4 if born.month < 9 else 5), 9, 1)


def school_year_on(born: date, day: date) -> int | None:
    """The school year, 0 for Reception to 11; None before and after."""
    year = day.year - (day.month < 9) - entry_to_school(born).year
    return year if 0 <= year <= _LAST_YEAR else None


def in_term(day: date) -> bool:
    """Whether schools are open on that day of an ordinary year (Easter at its usual two weeks)."""
    if day.weekday() > 4:
        return False
    closed = (
        ((1, 1), (1, 5)), ((2, 13), (2, 18)), ((4, 1), (4, 16)), ((5, 25), (6, 1)), ((7, 21), (9, 5)),
        ((10, 24), (10, 31)), ((12, 19), (12, 31)),
    )  # fmt: skip
    return not any(first <= (day.month, day.day) <= last for first, last in closed)


def is_office_day(day: date) -> bool:
    """Whether offices are open: no weekend, no holiday of an ordinary year in England."""
    if day.weekday() > 4 or (day.month, day.day) in {(12, 25), (12, 26), (1, 1)}:
        return False
    monday = day.weekday() == 0
    # In place of a holiday that falls on a weekend.
    if (monday and day.month == 1 and day.day < 4) or (
        day.month == 12 and day.day in (27, 28) and day.weekday() < 2
    ):
        return False
    may = monday and day.month == 5 and (day.day <= 7 or day.day > 24)
    august = monday and day.month == 8 and day.day > 24
    return not may and not august and day - _easter(day.year) not in (timedelta(days=-2), timedelta(days=1))


def _easter(year: int) -> date:
    """Easter Sunday by the rule of Gauss, which holds from 1900 to 2099."""
    moon = (19 * (year % 19) + 24) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7
    late = moon + sunday - 7 * (moon + sunday == 35 or (moon == 28 and sunday == 6 and year % 19 > 10))
    return date(year, 3, 22) + timedelta(days=late)


def next_office_day(day: date) -> date:
    """That day, or the first one after it on which offices are open."""
    while not is_office_day(day):
        day += timedelta(days=1)
    return day


def next_term_day(day: date) -> date:
    """That day, or the first one after it on which schools are open."""
    while not in_term(day):
        day += timedelta(days=1)
    return day
