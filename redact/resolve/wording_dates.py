"""How a date is written for an audience: month and year, the child's age, a day counted from another.

The date itself is read by whoever found it. What remains: a date that nobody could read, a span of days and
a day without a year get no edit; they stay a finding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from redact.resolve.wording import begins_sentence
from redact.values.edits import Edit
from redact.values.schemes import Precision, WordedAs
from redact.values.text import Span

__all__ = ["Calendar", "age_in_words", "month_and_year", "reword_birth", "reword_date", "reword_month"]

_DAYS_IN_WEEKS = 28  # days up to which an age is said in days
_WEEKS = 13  # up to which it is said in weeks
_MONTHS = 24  # up to which it is said in months
_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_PART_OF_DAY = (
    r"(?:day|(?:(?:early|late)[ \u00a0]+)?(?:hours|morning|afternoon|evening|night))"
    r"[ \u00a0]+of[ \u00a0]+(?:the[ \u00a0]+)?"
)
_BEFORE = re.compile(
    rf"(?<!\w)(?:(?P<on>on|(?:in|during)(?=[ \u00a0]+the[ \u00a0]+{_PART_OF_DAY}))[ \u00a0]+)?"
    rf"(?P<the>the[ \u00a0]+(?:{_PART_OF_DAY})?)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?[ \u00a0]+(?:the[ \u00a0]+)?)?$",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"\b(?P<born>born)[ \u00a0]+(?:on[ \u00a0]+|in[ \u00a0]+)?(?:the[ \u00a0]+)?$", re.IGNORECASE
)
_IN_BRACKETS = re.compile(
    r"[(\[][ \u00a0]*(?:(?:born|b\.?|d\.?o\.?b\.?|date of birth)[ \u00a0]*:?[ \u00a0]*(?:on[ \u00a0]+)?)?$",
    re.I,
)


_DAY_AND_MONTH = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,? (?:the )?)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?(?P<before>[a-z]{3,9})\.?"
    r"|(?P<behind>[a-z]{3,9}) (?:the )?\d{1,2}(?:st|nd|rd|th)?)",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(?:by|since|until|till|before|after|from|to|of|between|about|around)[ \u00a0]+$", re.IGNORECASE
)
_NOUN_BEHIND = re.compile(r"[ \u00a0]+[a-z]")
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Calendar:
    """What days and ages of a case are counted from; `birth` is of the child whose age is said.

    `event` is the day to which ages are said where no other day is known; `first_day` is day 1.
    """

    birth: date | None = None
    event: date | None = None
    first_day: date | None = None


def reword_date(
    text: str, span: Span, day: date, precision: Precision, *, calendar: Calendar, child: str = "the child"
) -> Edit | None:
    """Write a date as exactly as an audience may read it.

    Args:
        span: of the date, half-open code points of `text`.
        day: the day that stands there.
        child: whose age is said: a label, or "the child".

    Returns: an edit that takes a weekday and "on the" with it where they do not fit; none where the date may
    stand, or where the calendar does not say what its days are counted from.
    """
    before = _BEFORE.search(text[: span.start])
    start = before.start() if before else span.start
    on = before is not None and before["on"] is not None
    if before is not None and not on and before["the"] and _has_noun(text, span):
        start = before.end("the")  # the June 2011 meeting
    if precision is Precision.EXACT:
        return None
    if precision is Precision.MONTH:
        words = month_and_year(day)
        written, why = (f"in {words}" if on else words), "a date, as month and year"
    elif precision is Precision.AGE:
        if calendar.birth is None:
            return None
        age = age_in_words(calendar.birth, day)
        behind = _BOUND.search(text[:start])
        written = f"when {child} was aged {age}" if on else f"the age of {age}" if behind else f"aged {age}"
        if day < calendar.birth:
            written = f"{age} before {child} was born"
        why = "a date, as the age at that time"
    else:
        if calendar.first_day is None:
            return None
        number = (day - calendar.first_day).days + 1
        counted = f"day {number}" if number > 0 else f"{_count(1 - number, 'day')} before day 1"
        written, why = (f"on {counted}" if on and number > 0 else counted), "a date, as a day of the case"
    return Edit(Span(span.passage, start, span.end), _capital(text, start, written), why)


def reword_month(text: str, span: Span) -> Edit | None:
    """Write a day and a month without a year as the month alone; none of what is anything else.

    Args:
        span: of the date, half-open code points of `text`.
    """
    found = _DAY_AND_MONTH.fullmatch(" ".join(text[span.start : span.end].split()))
    if found is None:
        return None
    name = (found["before"] or found["behind"])[:3].casefold()
    month = next((full for full in _MONTH_NAMES if full[:3].casefold() == name), None)
    if month is None:
        return None
    before = _BEFORE.search(text[: span.start])
    start = before.start() if before else span.start
    written = f"in {month}" if before is not None and before["on"] is not None else month
    return Edit(Span(span.passage, start, span.end), _capital(text, start, written), "a date, as its month")


def month_and_year(day: date) -> str:
    """Write a day as its month and year: May 2009."""
    return f"{_MONTH_NAMES[day.month - 1]} {day.year}"


def reword_birth(text: str, span: Span, born: date, *, calendar: Calendar, worded: WordedAs) -> Edit | None:
    """Write an age for a date of birth; none where the day is not known to which the age would be said.

    Args:
        span: of the date, half-open code points of `text`.
    """
    if calendar.event is None:
        return None
    age = age_in_words(born, calendar.event)
    bracket = _IN_BRACKETS.search(text[: span.start])
    sentence = _BORN.search(text[: span.start])
    if calendar.event < born:
        start, written = span.start, f"{age} after {worded.event}"
    elif bracket and text[span.end : span.end + 1] in (")", "]"):
        start, written = bracket.start() + 1, f"aged {age}"
    elif sentence:
        # Whatever follows ("at 34 weeks") is still said of the birth.
        start, written = sentence.start(), f"{sentence['born']} {age} before {worded.event}"
    else:
        start, written = span.start, f"aged {age}"
    return Edit(Span(span.passage, start, span.end), written, "a date of birth, as an age")


def age_in_words(born: date, day: date) -> str:
    """Say how old somebody born on `born` is on `day`: 12 days, 9 weeks, 14 months, 4 years.

    Of a day before the birth, how long before.
    """
    early, late = sorted((born, day))
    days = (late - early).days
    months = (late.year - early.year) * 12 + late.month - early.month - (late.day < early.day)
    if days <= _DAYS_IN_WEEKS:
        return _count(days, "day")
    if days < _WEEKS * 7:
        return _count(days // 7, "week")
    return _count(months, "month") if months < _MONTHS else _count(months // 12, "year")


def _has_noun(text: str, span: Span) -> bool:
    """Tell whether a date says which of several things is meant, so that the article is of that thing."""
    plain = _ORDINAL.search(text[span.start : span.end]) is None
    return plain and _NOUN_BEHIND.match(text, span.end) is not None


def _count(number: int, one: str) -> str:
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


def _capital(text: str, start: int, words: str) -> str:
    """Begin with a capital where a sentence begins; a cell that is nothing but a date begins none."""
    opens = begins_sentence(text, start) and text[start : start + 1].isupper()
    return words[:1].upper() + words[1:] if opens else words
