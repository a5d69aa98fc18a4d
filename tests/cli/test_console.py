"""What is printed for a person: progress for long work, and no character that rewrites a terminal."""

from __future__ import annotations

import pytest

from redact.cli import console
from redact.errors import GateRefuses


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words\n\tand a tab", "plain words\n\tand a tab"),
        ("\x1b[2Jgone", "?[2Jgone"),  # an escape that clears the screen
        ("report\u202efdp.exe", "report?fdp.exe"),  # right-to-left override: a name that reads otherwise
        ("Zo\u00eb", "Zo\u00eb"),
        ("lone \udc80", "lone ?"),  # a byte of a file name that is no character
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert console.printable(text) == shown


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr(console.time, "monotonic", lambda: now[0])
    return now


def test_short_work_says_nothing(clock: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    ticker = console.Ticker()
    clock[0] += 1.0
    ticker("reading document 1", 5, 10)
    assert capsys.readouterr().err == ""


def test_long_work_says_a_line_now_and_then(clock: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    ticker = console.Ticker()
    for page in range(1, 13):
        clock[0] += 1.0
        ticker("reading document 1", page, 100)
    assert capsys.readouterr().err.splitlines() == [
        "reading document 1: 2 of 100",
        "reading document 1: 7 of 100",
        "reading document 1: 12 of 100",
    ]


def test_a_stage_that_has_ended_says_nothing(clock: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    ticker = console.Ticker()
    clock[0] += 60.0
    ticker("reading document 1", 10, 10)
    assert capsys.readouterr().err == ""


def test_every_reason_of_a_refusal_is_told_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    reasons = (("late", "it was sent too late", "Set another day."), ("no-date", "no day is set", "Set one."))
    console.complain(GateRefuses("it was sent too late; no day is set", "Set another day.", reasons))
    assert capsys.readouterr().err.splitlines() == [
        "error: refused (late): it was sent too late",
        "hint: Set another day.",
        "error: refused (no-date): no day is set",
        "hint: Set one.",
    ]
    console.complain(GateRefuses("no day is set", "Set one."))
    assert capsys.readouterr().err.splitlines() == ["error: no day is set", "hint: Set one."]


def test_quiet_says_nothing(clock: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    ticker = console.Ticker(quiet=True)
    clock[0] += 60.0
    ticker("reading document 1", 5, 10)
    assert capsys.readouterr().err == ""


def test_a_terminal_line_is_rewritten_and_taken_away(
    clock: list[float], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(console, "is_terminal", lambda _: True)
    ticker = console.Ticker()
    clock[0] += 3.0
    ticker("looking for identities", 5, 10)
    ticker.clear()
    shown = capsys.readouterr().err
    assert shown.startswith("\rlooking for identities: 5 of 10")
    assert shown.endswith(" \r")
