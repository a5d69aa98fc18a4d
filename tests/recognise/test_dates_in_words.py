"""Dates in words: what comes down to a day, what comes near, and what is only a month; all invented."""

from __future__ import annotations

import pytest

from redact.recognise.dates_in_words import EXACT, NEAR, nearness
from redact.recognise.finding import find_mentions
from redact.values.people import Label
from tests.recognise.recognise_factory import RULES, text_document, text_of

DAYS = [
    ("They met on the second Tuesday in March.", "second Tuesday in March"),
    ("on the 2nd Tuesday of March 2009", "2nd Tuesday of March 2009"),
    ("the last Friday of the month of May 2009", "last Friday of the month of May 2009"),
    ("the Tuesday in the first week of May", "Tuesday in the first week of May"),
    ("the Friday before Easter 2010", "Friday before Easter 2010"),
    ("the Wednesday of half-term 2011", "Wednesday of half-term 2011"),
]
CLOSE = [
    ("early in the new year of 2009", "early in the new year of 2009"),
    ("the first week of March 2009", "first week of March 2009"),
    ("in the last weekend of May 2009", "last weekend of May 2009"),
    ("over the summer holidays of 2010", "summer holidays of 2010"),
    ("They left over Christmas 2010.", "Christmas 2010"),
    ("in the Easter holidays 2010", "Easter holidays 2010"),
    ("on a Tuesday in March 2009", "a Tuesday in March 2009"),
]
MONTHS = [
    "in March 2009",
    "in early June 2009 and by mid-May 2009",
    "at the end of May 2009",
    "in the spring of 2010",
    "on Tuesdays and at weekends",
    "in the second week of the placement",
    "a week of rest, then a new year",
]


def _dates(text: str) -> list[tuple[str, float]]:
    document = text_document(text)
    return [
        (text_of([document], each), each.score)
        for each in find_mentions([document], recognisers=RULES)
        if each.label is Label.DATE
    ]


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_words_that_come_down_to_a_day_are_an_exact_date(text: str, expected: str) -> None:
    assert _dates(text) == [(expected, EXACT)]


@pytest.mark.parametrize(("text", "expected"), CLOSE)
def test_words_that_come_near_to_a_day_are_noted(text: str, expected: str) -> None:
    assert _dates(text) == [(expected, NEAR)]


def test_a_day_told_by_a_feast_without_its_year_is_noted() -> None:
    assert _dates("They rang on the Monday after Christmas.") == [("Monday after Christmas", 0.3)]


@pytest.mark.parametrize("text", MONTHS)
def test_a_month_or_a_season_is_no_finding(text: str) -> None:
    assert _dates(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("second Tuesday in March", EXACT), ("first week of March 2009", NEAR), ("March 2009", None)],
)
def test_how_near_words_come_to_a_day(text: str, expected: float | None) -> None:
    assert nearness(text) == expected
