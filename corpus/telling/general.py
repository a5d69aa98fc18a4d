"""What careful reviewers write instead of days, places and bodies: the month, and what a place or body is.

Words told in general have no gold mark: they name nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from corpus.telling.scene import Bit

__all__ = ["in_general", "in_years", "is_day", "with_preposition"]

_WORDS: Mapping[str, str] = {
    "school": "the school",
    "school2": "the new school",
    "nursery": "the nursery",
    "practice": "the surgery",
    "hospital": "the hospital",
    "ward": "the ward",
    "clinic": "the clinic",
    "refuge": "the refuge",
    "hostel": "the hostel",
    "home": "the home",
    "agency": "the agency",
    "charity": "the charity",
    "employer": "the employer",
    "church": "the church",
    "mosque": "the mosque",
    "firm": "the firm",
    "court": "the court",
    "team": "the team",
    "centre": "the centre",
    "address": "the family's home",
    "address.line": "the family's home",
    "address.street": "the family's street",
    "address.flat": "the flat",
    "oldaddress": "the home before",
    "oldaddress.line": "the home before",
    "oldaddress.street": "the street before",
    "estate": "the estate",
    "town": "the town",
    "area": "the area",
    "othertown": "another town",
    "county": "the county",
    "park": "the park",
    "shop": "the shop",
}
_MONTHS = re.compile(r"(?<=year|ears)(?: and)? \S+ months?$")
_OF_THE_REVIEW = frozenset(
    {"today", "review.from", "review.to"}
)  # exact in every review, and no fact of life
_NO_DAY = frozenset({"mon", "year", "time", "weekday"})


def in_general(slot: str) -> str | None:
    """Give what stands for a place or body; None for a slot that is told as ever."""
    return _WORDS.get(slot)


def in_years(age: str) -> str:
    """Leave the months away: "2 years 3 months", "two years and three months"."""
    return _MONTHS.sub("", age)


def is_day(slot: str, form: str) -> bool:
    """Whether a slot of a date tells a day of the family's life."""
    return slot not in _OF_THE_REVIEW and form not in _NO_DAY


def with_preposition(bits: Sequence[Bit], told: Sequence[Bit]) -> list[Bit]:
    """Write "in" for the "on" before a day that is told as a month."""
    mark = told[0][1]
    if not bits or mark is None or mark.label != "DATE" or not mark.stays:
        return list(bits)
    text, before = bits[-1]
    for on, in_ in (("on ", "in "), ("On ", "In ")):
        if text.endswith(on) and not text[: -len(on)][-1:].isalpha():
            return [*bits[:-1], (text[: -len(on)] + in_, before)]
    return list(bits)
