"""Days between sending and publication, against rows worked out by hand and a count day by day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from holidays.countries.united_kingdom import UnitedKingdom
from hypothesis import given
from hypothesis import strategies as st

from redact.publication.sending import earliest, send_by
from redact.publication.working_days import UK_WIDE, england_and_wales
from redact.values.deadlines import Recipient, SendingRule, Unit

_TO = (Recipient.OFSTED,)
SEVEN = SendingRule(7, Unit.WORKING_DAYS, _TO, clear=True, source="invented")
WEEK = SendingRule(7, Unit.CALENDAR_DAYS, _TO, clear=False, source="invented")
_HOLIDAYS: Any = UnitedKingdom  # its constructor has no types
DAYS = st.dates(date(2010, 1, 1), date(2032, 12, 31))

# Publication; the seventh and the eighth working day back; the seventh of the whole kingdom; a week; skipped.
ROWS = """
2026-03-12 2026-03-03 2026-03-02 2026-03-03 2026-03-05
2026-03-19 2026-03-10 2026-03-09 2026-03-09 2026-03-12
2026-04-09 2026-03-27 2026-03-26 2026-03-27 2026-04-02 2026-04-03 2026-04-06
2026-04-14 2026-04-01 2026-03-31 2026-04-01 2026-04-07 2026-04-03 2026-04-06
2026-05-08 2026-04-28 2026-04-27 2026-04-28 2026-05-01 2026-05-04
2026-06-01 2026-05-20 2026-05-19 2026-05-20 2026-05-25 2026-05-25
2026-09-04 2026-08-25 2026-08-24 2026-08-25 2026-08-28 2026-08-31
2025-01-03 2024-12-20 2024-12-19 2024-12-19 2024-12-27 2024-12-25 2024-12-26 2025-01-01
2026-01-06 2025-12-23 2025-12-22 2025-12-22 2025-12-30 2025-12-25 2025-12-26 2026-01-01
2027-01-07 2026-12-24 2026-12-23 2026-12-23 2026-12-31 2026-12-25 2026-12-28 2027-01-01
2027-04-06 2027-03-24 2027-03-23 2027-03-24 2027-03-30 2027-03-26 2027-03-29
2022-09-23 2022-09-13 2022-09-12 2022-09-13 2022-09-16 2022-09-19
"""

# The weekdays that the government has announced as holidays of England and Wales, some years in full.
ANNOUNCED = {
    2011: "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27",
    2012: "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26",
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
}


def _row(line: str) -> list[date]:
    return [date.fromisoformat(day) for day in line.split()]


@pytest.mark.parametrize("row", [_row(line) for line in ROWS.split("\n") if line], ids=str)
def test_rows_worked_out_by_hand(row: list[date]) -> None:
    published, hard, safe, uk, week, *skipped = row
    by = send_by(published, SEVEN)
    assert (by.hard, by.safe, by.uk_hard) == (hard, safe, uk)
    assert [one.day for one in by.counted.skipped] == skipped
    assert send_by(published, WEEK).hard == week
    assert any("Scotland" in words for words in by.warnings) is (uk < hard)


@pytest.mark.parametrize("year", ANNOUNCED)
def test_the_holidays_are_those_that_were_announced(year: int) -> None:
    told = {date.fromisoformat(f"{year}-{day}") for day in ANNOUNCED[year].split()}
    found = england_and_wales.skipped(date(year, 1, 1), date(year, 12, 31))
    assert {one.day for one in found} == told


def test_a_kingdom_without_its_parts_would_be_a_day_late() -> None:
    # The trap: the package asked for GB alone knows no Easter Monday.
    assert date(2027, 3, 29) not in _HOLIDAYS(years=2027)
    assert send_by(date(2027, 4, 6), SEVEN).hard == date(2027, 3, 24)


def test_sent_before_christmas() -> None:
    sent = earliest(datetime(2026, 12, 21, 16, 59), SEVEN)
    assert (sent.counts_as, sent.hard, sent.safe) == (date(2026, 12, 21), date(2027, 1, 4), date(2027, 1, 5))


@pytest.mark.parametrize(
    ("sent", "counts_as"),
    [
        (datetime(2026, 3, 5, 17, 0), date(2026, 3, 5)),  # five o'clock is still the day
        (datetime(2026, 3, 5, 17, 1), date(2026, 3, 6)),
        (datetime(2026, 3, 6, 17, 1), date(2026, 3, 9)),  # a Friday evening
        (datetime(2026, 3, 7, 9, 0), date(2026, 3, 9)),  # a Saturday
        (datetime(2026, 4, 2, 18, 0), date(2026, 4, 7)),  # the evening before Good Friday
    ],
)
def test_late_in_the_day_counts_as_the_next(sent: datetime, counts_as: date) -> None:
    assert earliest(sent, SEVEN).counts_as == counts_as


def test_what_cannot_be_known_is_said() -> None:
    assert any("computed" in words for words in send_by(date(2029, 6, 1), SEVEN).warnings)
    assert not any("computed" in words for words in send_by(date(2028, 6, 1), SEVEN).warnings)
    assert any("no working day" in words for words in send_by(date(2026, 3, 7), SEVEN).warnings)
    assert any("too late" in words for words in send_by(date(2026, 6, 1), WEEK).warnings)


@given(DAYS, st.sampled_from(["ENG", "UK"]))
def test_a_count_day_by_day_agrees(published: date, where: str) -> None:
    parts = ["ENG"] if where == "ENG" else ["ENG", "WLS", "SCT", "NIR"]
    free = {day for part in parts for day in _HOLIDAYS(subdiv=part, years=range(2009, 2034))}
    day, left = published, 7
    while left:
        day -= timedelta(days=1)
        left -= day.weekday() not in (5, 6) and day not in free
    by = send_by(published, SEVEN)
    assert (by.hard if where == "ENG" else by.uk_hard) == day


@given(DAYS)
def test_both_directions_agree(published: date) -> None:
    published = england_and_wales.next_working(published)
    by = send_by(published, SEVEN)
    assert earliest(datetime.combine(by.hard, time(12)), SEVEN).hard == published
    assert earliest(datetime.combine(by.safe, time(12)), SEVEN).safe == published
    assert by.safe < by.hard < published
    assert by.uk_hard <= by.hard
    assert UK_WIDE.is_working(by.uk_hard)


@given(DAYS, st.lists(st.integers(0, 20), max_size=5))
def test_days_on_which_the_office_is_closed_only_lengthen(published: date, closed: list[int]) -> None:
    days = [published - timedelta(days=number) for number in closed]
    assert send_by(published, SEVEN, days).hard <= send_by(published, SEVEN).hard
    sent = datetime.combine(published - timedelta(days=20), time(12))
    assert earliest(sent, SEVEN, days).hard >= earliest(sent, SEVEN).hard
