"""The days of a real log as a calendar: which stand in it, and how a newer file moves the events."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar, Event

from redact.run import case_file, gate_pack
from redact.run.case_file import CaseFolder
from redact.run.gate_calendar import calendar
from redact.run.gate_dispatch import Sending, record
from redact.run.gate_pack import make
from redact.values.gate import GateAction
from redact.values.rules import Edition, Mode
from tests.keystore.people import imogen
from tests.run.gate_factory import Clock
from tests.run.sending_factory import act, attach, begin, own_of, ready, settle, signed_off


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    monkeypatch.setattr(gate_pack, "must_hold_no_name", lambda *_given, **_named: None)
    return settle(monkeypatch)


def events(found: CaseFolder) -> dict[str, Event]:
    read = Calendar.from_ical(calendar(found, own_of(found)))
    return {str(event["SUMMARY"]).partition(": ")[2]: event for event in read.walk("VEVENT")}


def days(found: CaseFolder) -> dict[str, date]:
    return {name: event.decoded("DTSTART") for name, event in events(found).items()}


def test_a_case_without_a_day_has_its_retention_alone(tmp_path: Path) -> None:
    found = begin(tmp_path, retain_until=date(2030, 6, 3))
    assert days(found) == {"end of retention": date(2030, 6, 3)}


def test_the_days_of_a_publication(tmp_path: Path) -> None:
    assert days(ready(tmp_path)) == {
        "send by": date(2026, 12, 23),
        "last day to send": date(2026, 12, 24),
        "publication": date(2027, 1, 7),
        "may be taken down": date(2028, 1, 8),
    }


def test_an_edition_that_counts_no_days_has_none_for_sending(tmp_path: Path) -> None:
    assert days(ready(tmp_path, edition=Edition.WT2010B, board="bromley")) == {
        "publication": date(2027, 1, 7)
    }


def test_what_is_not_published_has_no_day_of_publication(tmp_path: Path) -> None:
    found = ready(tmp_path, mode=Mode.NOT_PUBLISHED, edition=Edition.WT2018, board=None)
    assert days(found) == {}


def test_a_day_that_is_moved_moves_each_event_and_raises_its_number(tmp_path: Path) -> None:
    found = ready(tmp_path)
    before = events(found)
    act(found, GateAction.SET_DATE, {"publish-on": "2027-01-14"})
    after = events(found)
    assert {name: str(event["UID"]) for name, event in before.items()} == {
        name: str(event["UID"]) for name, event in after.items()
    }
    assert after["publication"].decoded("DTSTART") == date(2027, 1, 14)
    assert after["last day to send"].decoded("DTSTART") == date(2027, 1, 5)
    assert all(after[name]["SEQUENCE"] == event["SEQUENCE"] + 1 for name, event in before.items())
    assert all(after[name]["DTSTAMP"].dt > event["DTSTAMP"].dt for name, event in before.items())


def test_a_line_that_moves_no_day_raises_no_number(tmp_path: Path) -> None:
    found = ready(tmp_path)
    before = events(found)["publication"]["SEQUENCE"]
    act(found, GateAction.NOTE, {"event": "decided", "on": "2026-11-30"})
    assert events(found)["publication"]["SEQUENCE"] == before


def test_when_all_have_it_the_first_day_is_there_and_is_cancelled_by_other_files(
    tmp_path: Path, clock: Clock
) -> None:
    found = ready(tmp_path)
    make(found, imogen(), own_of(found), tmp_path / "pack.zip")
    (tmp_path / "receipt.eml").write_bytes(b"received")
    clock.at = datetime(2026, 12, 22, 9, 0, tzinfo=UTC)
    for hour, to in enumerate(("ofsted", "department", "national-panel"), start=10):
        assert "earliest publication" not in days(found)
        sending = Sending(to, datetime(2026, 12, 21, hour), tmp_path / "receipt.eml")
        record(found, imogen(), own_of(found), sending)
    first = events(found)["earliest publication"]
    assert first.decoded("DTSTART") == date(2027, 1, 4)  # the forward form of the notes
    assert "Tuesday 5 January 2027" in first["DESCRIPTION"]
    attach(found, "second")
    then = events(found)["earliest publication"]
    assert then["STATUS"] == "CANCELLED"
    assert then["UID"] == first["UID"]
    assert then["SEQUENCE"] > first["SEQUENCE"]


def test_a_decision_against_publication_cancels_its_days(tmp_path: Path) -> None:
    found = ready(tmp_path, edition=Edition.WT2018, board=None)
    assert "publication" in days(found)
    act(found, GateAction.DECIDE_NOT_TO_PUBLISH, {"reason": "welfare", "reference": "B-12"})
    cancelled = {name for name, event in events(found).items() if event.get("STATUS") == "CANCELLED"}
    assert cancelled >= {"publication", "send by", "last day to send"}


def test_the_same_log_gives_the_same_file_elsewhere(tmp_path: Path) -> None:
    found = signed_off(tmp_path / "here")
    shutil.copytree(tmp_path / "here", tmp_path / "there")
    there = case_file.load(tmp_path / "there" / "K7")
    assert calendar(there, own_of(there)) == calendar(found, own_of(found))
