"""The dates that everything in a case hangs on: birth of the child, incident, review, documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from corpus.cases.dates import before_years, in_years, next_office_day

__all__ = ["Frame", "draw_frame", "edition_on"]

_FIRST, _LAST = date(2005, 3, 1), date(2023, 10, 31)
# Shares of the age at the incident, as far as reviews have them: babies most often. Days from, days to.
_AGES = ((0.10, 12, 90), (0.24, 90, 365), (0.30, 366, 1800), (0.18, 1801, 3900), (0.18, 3901, 5800))
_RAPID = date(2018, 7, 1)  # rapid reviews came with Working Together 2018
_EDITIONS = (
    (date(2010, 3, 17), "wt2006"), (date(2010, 6, 10), "wt2010"), (date(2013, 4, 15), "wt2010b"),
    (date(2015, 3, 26), "wt2013"), (date(2018, 9, 29), "wt2015"), (date(2023, 12, 15), "wt2018"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Frame:
    """The dates of a case."""

    born: date
    incident: date
    died: date | None
    review: tuple[date, date]
    rapid: date | None
    started: date
    told: date
    edition: str


def draw_frame(rng: Random) -> Frame:
    """Draw dates that agree."""
    incident = _FIRST + timedelta(days=rng.randrange((_LAST - _FIRST).days + 1))
    share, age = rng.random(), 0
    for part, low, high in _AGES:
        if share < part or (low, high) == _AGES[-1][1:]:
            age = rng.randrange(low, high + 1)
            break
        share -= part
    born = incident - timedelta(days=age)
    died = incident + timedelta(days=rng.choice((0, 0, 0, 0, 1, 2, 4))) if rng.random() < 0.55 else None
    ended = died or incident
    rapid = next_office_day(ended + timedelta(days=rng.randrange(13, 19))) if ended >= _RAPID else None
    started = next_office_day(ended + timedelta(days=rng.randrange(25, 150)))
    told = next_office_day(started + timedelta(days=rng.randrange(110, 420)))
    return Frame(
        born, incident, died, (_review_from(rng, born, incident), incident), rapid, started, told,
        edition_on(started),
    )  # fmt: skip


def edition_on(day: date) -> str:
    """The edition of Working Together by which a review started on that day was done."""
    return next((name for until, name in _EDITIONS if day < until), "wt2023")


def _review_from(rng: Random, born: date, incident: date) -> date:
    """Some months before the birth of a small child; a fixed date some years back for others."""
    if (incident - born).days < 1300:
        # A baby of weeks has a short life: the review looks at the family before it.
        start = born - timedelta(days=rng.randrange(280, 420))
        return min(start, before_years(incident, rng.choice((1.5, 2.0, 2.0, 2.5))))
    back = in_years(incident, -rng.choice((2, 3, 3, 4)))
    return rng.choice((back, date(back.year, 1, 1), date(back.year, 4, 1)))
