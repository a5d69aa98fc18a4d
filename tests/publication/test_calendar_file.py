"""The days of a case as a calendar: read back as calendars read it, and taken in a second time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar, Event

from redact.publication.calendar_file import CaseDay, CaseDays, as_ics, words_in
from redact.values.gate_witness import Witness, witnesses_in

DAYS = CaseDays(
    case="24-017",
    named="bath-nes",
    days={
        CaseDay.SAFE: date(2026, 12, 23),
        CaseDay.HARD: date(2026, 12, 24),
        CaseDay.PUBLICATION: date(2027, 1, 7),
        CaseDay.AVAILABLE: date(2028, 1, 8),
        CaseDay.RETENTION: date(2030, 6, 3),
    },
    cancelled=(),
    sequence=1,
    stamp=datetime(2026, 12, 1, 9, 3, tzinfo=UTC),
    witness=Witness(31, "9a" * 32),
)


def events(data: bytes) -> dict[str, Event]:
    """What a calendar program makes of it, by what the title says behind the case."""
    found = Calendar.from_ical(data)
    return {str(event["SUMMARY"]).partition(": ")[2]: event for event in found.walk("VEVENT")}


def test_each_day_is_one_event_of_a_whole_day() -> None:
    read = events(as_ics(DAYS))
    assert {name: event.decoded("DTSTART") for name, event in read.items()} == {
        "send by": date(2026, 12, 23),
        "last day to send": date(2026, 12, 24),
        "publication": date(2027, 1, 7),
        "may be taken down": date(2028, 1, 8),
        "end of retention": date(2030, 6, 3),
    }
    assert {(event.decoded("DTEND") - event.decoded("DTSTART")).days for event in read.values()} == {1}


def test_every_event_is_confidential_and_its_title_holds_the_case_alone() -> None:
    data = as_ics(DAYS)
    for event in events(data).values():
        assert event["CLASS"] == "CONFIDENTIAL"
        assert event["TRANSP"] == "TRANSPARENT"  # nobody is busy all day
        assert str(event["SUMMARY"]).startswith("24-017: ")
    assert Calendar.from_ical(data)["METHOD"] == "PUBLISH"


def test_it_reminds_ten_three_and_one_working_days_before_at_nine_in_the_morning() -> None:
    alarms = events(as_ics(DAYS))["last day to send"].walk("VALARM")
    # Counted back from Thursday 24 December over a weekend each.
    assert [alarm.decoded("TRIGGER") for alarm in alarms] == [
        datetime(2026, 12, 10, 9, tzinfo=UTC),
        datetime(2026, 12, 21, 9, tzinfo=UTC),
        datetime(2026, 12, 23, 9, tzinfo=UTC),
    ]
    assert {alarm["ACTION"] for alarm in alarms} == {"DISPLAY"}
    assert b"TRIGGER;VALUE=DATE-TIME:20261210T090000Z" in as_ics(DAYS)


def test_nine_in_the_morning_is_so_in_summer_too_and_holidays_are_left_out() -> None:
    june = replace(DAYS, days={CaseDay.PUBLICATION: date(2026, 6, 2)}, closed=(date(2026, 5, 28),))
    alarms = events(as_ics(june))["publication"].walk("VALARM")
    # 25 May is a bank holiday, and on 28 May the office is closed.
    assert [alarm.decoded("TRIGGER") for alarm in alarms] == [
        datetime(2026, 5, 15, 8, tzinfo=UTC),
        datetime(2026, 5, 27, 8, tzinfo=UTC),
        datetime(2026, 6, 1, 8, tzinfo=UTC),
    ]


def test_a_moved_day_moves_the_event_and_adds_none() -> None:
    before = events(as_ics(DAYS))
    moved = replace(DAYS, days={**DAYS.days, CaseDay.PUBLICATION: date(2027, 1, 14)}, sequence=2)
    after = events(as_ics(moved))
    assert {name: event["UID"] for name, event in before.items()} == {
        name: event["UID"] for name, event in after.items()
    }
    assert {event["SEQUENCE"] for event in before.values()} == {1}
    assert {event["SEQUENCE"] for event in after.values()} == {2}
    assert after["publication"].decoded("DTSTART") == date(2027, 1, 14)


@pytest.mark.parametrize("other", [{"case": "24-018"}, {"named": "bromley"}])
def test_no_other_case_has_the_same_events(other: dict[str, str]) -> None:
    ours, theirs = events(as_ics(DAYS)), events(as_ics(replace(DAYS, **other)))
    uids = [str(event["UID"]) for event in (*ours.values(), *theirs.values())]
    assert len(set(uids)) == len(uids) == 10


def test_what_has_no_day_any_more_is_cancelled_under_its_own_uid() -> None:
    first = events(as_ics(replace(DAYS, days={**DAYS.days, CaseDay.EARLIEST: date(2027, 1, 4)})))
    then = events(as_ics(replace(DAYS, cancelled=(CaseDay.EARLIEST,), sequence=3)))
    assert then["earliest publication"]["UID"] == first["earliest publication"]["UID"]
    assert then["earliest publication"]["STATUS"] == "CANCELLED"
    assert not then["earliest publication"].walk("VALARM")


def test_the_first_day_under_every_reading_is_told_with_the_first_day() -> None:
    days = {CaseDay.EARLIEST: date(2027, 1, 4)}
    event = events(as_ics(replace(DAYS, days=days, surest=date(2027, 1, 5))))["earliest publication"]
    assert "Monday 4 January 2027." in event["DESCRIPTION"]
    assert "Under every reading: Tuesday 5 January 2027." in event["DESCRIPTION"]


def test_it_is_the_same_file_twice_and_says_how_far_the_log_was() -> None:
    assert as_ics(DAYS) == as_ics(DAYS)
    told = str(Calendar.from_ical(as_ics(DAYS))["X-WR-CALDESC"])
    assert witnesses_in(told) == (DAYS.witness,)


def test_every_word_that_it_shows_is_given_to_whoever_checks_it() -> None:
    words = words_in(as_ics(DAYS))
    assert "24-017: last day to send" in words
    assert "24-017: last day to send, in 3 working days" in words
    assert "Thursday 24 December 2026." in words
    with pytest.raises(ValueError, match="nothing else"):
        words_in(as_ics(DAYS).replace(b"TRANSP:TRANSPARENT", b"LOCATION:12 Old Street", 1))
