"""`redact gate dates` as somebody types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from redact.cli.shell import run
from redact.errors import ExitStatus


def test_by_when_to_send(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["gate", "dates", "--publish-on", "2027-01-07"]) is ExitStatus.READY
    said = capfd.readouterr().out
    assert "wt2023 (no edition is stated: this is the newest)" in said
    assert "Send by (safe)        Wednesday 23 December 2026" in said
    assert "Last day (hard)       Thursday 24 December 2026" in said
    assert "Not counted: Monday 28 December 2026" in said


@pytest.mark.parametrize(
    ("sent", "status", "words"),
    [
        ("2026-12-22", ExitStatus.READY, "In time under every reading"),
        ("2026-12-24", ExitStatus.READY, "In time under one reading alone"),
        ("2026-12-24T17:30", ExitStatus.GATE_REFUSES, "Next: publish on Monday 11 January 2027 or later"),
    ],
)
def test_whether_it_was_in_time(
    sent: str, status: ExitStatus, words: str, capfd: pytest.CaptureFixture[str]
) -> None:
    call = ["gate", "dates", "--publish-on", "2027-01-07", "--sent-on", sent, "--edition", "wt2015"]
    assert run(call) is status
    assert words in capfd.readouterr().out


def test_as_json_in_a_file(tmp_path: Path) -> None:
    out = tmp_path / "days.json"
    call = ["gate", "dates", "--sent-on", "2026-12-21", "--closed", "2026-12-29", "--format", "json"]
    assert run([*call, "-o", str(out)]) is ExitStatus.READY
    told = json.loads(out.read_text(encoding="utf-8"))
    assert told["schema"] == "redact-gate-dates/1"
    assert told["send_by"] is None
    assert told["late"] is None
    assert told["earliest"]["hard"] == "2027-01-05"
    assert {"day": "2026-12-29", "because": "the board's office is closed"} in told["earliest"]["skipped"]


def test_an_edition_that_counts_no_days(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["gate", "dates", "--publish-on", "2012-05-01", "--edition", "wt2010b"]) is ExitStatus.READY
    assert "counts no days" in capfd.readouterr().out


def test_the_times_of_a_board(capfd: pytest.CaptureFixture[str]) -> None:
    call = ["gate", "clocks", "--decided-on", "2010-02-01", "--edition", "wt2010b", "--board", "bromley"]
    assert run(call) is ExitStatus.READY
    said = " ".join(capfd.readouterr().out.split())
    assert "by Monday 19 July 2010: The review is complete, by the procedure's table in weeks." in said
    assert "by Sunday 1 August 2010: The review is complete." in said
    assert "1 working day after the review was decided on (Monday 1 February 2010)" in said
    assert run([*call, "--format", "json"]) is ExitStatus.READY
    told = json.loads(capfd.readouterr().out)
    assert {"br-49", "gr-05"} == {one["row"] for one in told["due"]}


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ([], "no day is stated"),
        (["--decided-on", "2026-01-05", "--board", "bromley"], "--edition wt2010b"),
        (["--decided-on", "2026-01-05", "--board", "nowhere"], "Known are: bath-nes"),
        (["--published-on", "9999-12-31"], "beyond the calendar"),
    ],
)
def test_what_is_wrong_with_times_is_said(
    call: list[str], words: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["gate", "clocks", *call]) is ExitStatus.WRONG_USE
    assert words in " ".join(capfd.readouterr().err.split())


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ([], "neither the day of publication nor the day of sending"),
        (["--sent-on", "21.12.2026"], "2026-12-21T16:30"),
        (["--publish-on", "2026-02-30"], "year-month-day"),
    ],
)
def test_what_is_wrong_is_said(call: list[str], words: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["gate", "dates", *call]) is ExitStatus.WRONG_USE
    assert words in capfd.readouterr().err
