"""Dates and ages in words and figures, as records write them."""

from __future__ import annotations

from datetime import date

from corpus.cases.dates import age_on
from corpus.cases.values import Person

__all__ = ["age", "age_in_words", "age_in_years", "day_in"]

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth",
)  # fmt: skip
_SMALL = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ADULT = 16  # from here on months are not told


def day_in(form: str, day: date) -> str:
    """Write a day in a form of corpus/templates/README.md, or as `mon` (March 2011), `year` or `weekday`.

    KeyError for another form.
    """
    name = _MONTHS[day.month - 1]
    number, month, year = day.day, day.month, day.year
    two = f"{year % 100:02d}"
    return {
        "long": f"{number} {name} {year}",
        "ord": f"{number}{_ending(number)} {name} {year}",
        "short": f"{number:02d}/{month:02d}/{two}",
        "slash": f"{number:02d}/{month:02d}/{year}",
        "dots": f"{number:02d}.{month:02d}.{two}",
        "dash": f"{number:02d}-{month:02d}-{year}",
        "iso": day.isoformat(),
        "month": f"{number} {name[:3]} {two}",
        "words": f"the {_ordinal(number)} of {name}",
        "mon": f"{name} {year}",
        "year": f"{year}",
        "weekday": _WEEKDAYS[day.weekday()],
    }[form]


def age(person: Person, day: date) -> str:
    """Give "2 years 3 months", "7 months", "12 days", "34 years"; nothing before birth."""
    if person.born is None or day < person.born:
        return ""
    years, months = age_on(person, day)
    if not years and not months:
        return _counted(str((day - person.born).days), "day")
    if years >= _ADULT:
        return _counted(str(years), "year")
    parts = [_counted(str(years), "year") if years else "", _counted(str(months), "month") if months else ""]
    return " ".join(part for part in parts if part)


def age_in_years(person: Person, day: date) -> str:
    """Give whole years: "2"; nothing before the first birthday."""
    if person.born is None or day < person.born:
        return ""
    years, _ = age_on(person, day)
    return str(years) if years else ""


def age_in_words(person: Person, day: date) -> str:
    """Give "two years and three months"; nothing before birth."""
    if person.born is None or day < person.born:
        return ""
    years, months = age_on(person, day)
    if not years and not months:
        days = (day - person.born).days
        return _counted(_number(days) if days else "less than one", "day")
    parts = [_counted(_number(years), "year")] if years else []
    if months and years < _ADULT:
        parts.append(_counted(_number(months), "month"))
    return " and ".join(parts)


def _counted(number: str, unit: str) -> str:
    return f"{number} {unit}" if number in ("1", "one", "less than one") else f"{number} {unit}s"


def _number(number: int) -> str:
    if number < len(_SMALL):
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    if tens >= len(_TENS):
        return str(number)
    return _TENS[tens] + (f"-{_SMALL[ones]}" if ones else "")


def _ordinal(number: int) -> str:
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    return (
        "thirtieth"
        if number == 30
        else ("twenty" if number < 30 else "thirty") + "-" + _ORDINALS[number % 10 - 1]
    )


def _ending(number: int) -> str:
    return "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
