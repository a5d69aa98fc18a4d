"""How dates are read: days first, and years of two digits by those that the document writes in full."""

from __future__ import annotations

from datetime import date

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from redact.recognise.claims import Shape, claims_of
from redact.recognise.dates import DATE, Period, claims_near_dates, period_of, read_date
from redact.values.people import Label

PERIOD = Period(2008, 2012)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("04.05.09", date(2009, 5, 4)),  # days first
        ("4/5/12", date(2012, 5, 4)),
        ("4/5/13", date(2013, 5, 4)),  # the year after the last: a plan
        ("4/5/14", date(1914, 5, 4)),  # later than the document can know
        ("03-03-1983", date(1983, 3, 3)),
        ("3/3/83", date(1983, 3, 3)),
        ("2009-05-04", date(2009, 5, 4)),
        ("05/23/2009", date(2009, 5, 23)),  # there is no month 23
        ("1st of January 2001", date(2001, 1, 1)),
        ("Jan 1st '01", date(2001, 1, 1)),
        ("Monday, 4 May 2009", date(2009, 5, 4)),
        ("3 and 4 May 2009", date(2009, 5, 4)),  # the last of several
        ("31.02.09", None),  # no such day
        ("Christmas Day 2007", None),
        ("fourth of May 2009", None),
    ],
)
def test_a_date_is_read(text: str, expected: date | None) -> None:
    assert read_date(text, PERIOD) == expected


def test_without_any_year_in_full_two_digits_are_read_as_posix_does() -> None:
    assert Period().year(68) == 2068
    assert Period().year(69) == 1969


def test_the_years_of_a_document_are_those_in_full() -> None:
    assert period_of(["In 2009 and 2012,", "ref AB2031, room 20150, code AB2040, the 1800s"]) == Period(
        2009, 2012
    )
    assert period_of(["nothing"]) == Period()


@pytest.mark.parametrize(("year", "expected"), [(2007, False), (2008, True), (2013, True), (2014, False)])
def test_a_year_is_held_by_a_period_and_the_year_behind_it(year: int, expected: bool) -> None:
    assert PERIOD.holds(year) is expected
    assert Period().holds(year) is False


@given(
    st.dates(date(1990, 1, 1), date(2049, 12, 31)),
    st.sampled_from(["%d.%m.%y", "%d/%m/%Y", "%d %B %Y", "%Y-%m-%d"]),
)
def test_every_date_of_a_period_is_matched_whole_and_read_back(day: date, form: str) -> None:
    text = day.strftime(form)
    match = regex.fullmatch(DATE, text)
    assert match is not None
    assert read_date(text, Period(1990, 2049)) == day


@given(st.lists(st.sampled_from(["4 May 2009 ", "was born ", "word " * 9, "word " * 30]), max_size=8))
def test_every_date_with_the_words_near_it_is_searched(parts: list[str]) -> None:
    text = "".join(parts)
    shape = Shape("x", regex.compile(rf"(?P<value>{DATE})[a-z ]{{1,60}}born"), 0.9, 0.9, "x")
    gated = claims_near_dates(text, Label.DATE, [shape], reach=70, gate=regex.compile("born"))
    assert list(gated) == list(claims_of(text, Label.DATE, [shape]))
