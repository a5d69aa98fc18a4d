"""The other times of a review, against rows worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.publication.clocks import add_months, due_days
from redact.values.clocks import CaseEvent, Clock, ClockUnit
from tests.shipped_rules import shipped_rules

_BEGUN = CaseEvent.DECIDED


@pytest.mark.parametrize(
    ("begun", "months", "day"),
    [
        ("2026-08-31", 6, "2027-02-28"),  # a month without such a day
        ("2027-08-31", 6, "2028-02-29"),  # the same in a leap year
        ("2026-01-15", 6, "2026-07-15"),
        ("2026-10-31", 4, "2027-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-12-31", 1, "2027-01-31"),
    ],
)
def test_months_end_on_the_same_day_or_the_last(begun: str, months: int, day: str) -> None:
    assert add_months(date.fromisoformat(begun), months) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("count", "unit", "keeps", "begun", "day"),
    [
        (24, ClockUnit.WEEKS, False, "2010-02-01", "2010-07-19"),  # and no six months: 1 August
        (6, ClockUnit.MONTHS, False, "2010-02-01", "2010-08-01"),
        (5, ClockUnit.WORKING_DAYS, False, "2026-12-22", "2026-12-31"),  # over Christmas
        (10, ClockUnit.WORKING_DAYS, False, "2026-03-27", "2026-04-14"),  # over Easter
        (12, ClockUnit.MONTHS, True, "2024-02-29", "2025-03-01"),  # the first day after the year
        (12, ClockUnit.MONTHS, True, "2026-03-02", "2027-03-03"),
    ],
)
def test_the_day_of_a_clock(count: int, unit: ClockUnit, keeps: bool, begun: str, day: str) -> None:
    clock = Clock("x-00", "Something is owed.", _BEGUN, count, unit, "invented", keeps)
    (due,) = due_days([clock], {_BEGUN: date.fromisoformat(begun)})
    assert due.day == date.fromisoformat(day)


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 60))
def test_a_month_is_never_skipped(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day <= day.day


def test_every_time_of_the_notes_is_in_a_pack_or_a_procedure() -> None:
    rulebook = shipped_rules()
    clocks = [one.clocks for one in rulebook.packs] + [one.clocks for one in rulebook.boards]
    rows = {clock.row for some in clocks for clock in some}
    assert {"br-49", "po-04", "bn-01", "bn-14", "bn-21", "mk-04", "gr-05", "x-02", "x-03"} == rows
    assert all(pack.clocks for pack in rulebook.packs)


def test_a_closed_office_lengthens_working_days_alone() -> None:
    clocks = [Clock("x-00", f"In {unit.value}.", _BEGUN, 5, unit, "invented") for unit in ClockUnit]
    begun = {_BEGUN: date(2026, 3, 2)}
    before = {due.clock: due.day for due in due_days(clocks, begun)}
    after = {due.clock: due.day for due in due_days(clocks, begun, [date(2026, 3, 4)])}
    assert [clock.unit for clock in clocks if before[clock] != after[clock]] == [ClockUnit.WORKING_DAYS]
