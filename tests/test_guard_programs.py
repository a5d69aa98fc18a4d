"""A child may start the programs that it was told of, and their time is not its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

from redact import guard
from redact.errors import Damaged
from redact.guard import Limits, programs


def _start(program: str, _report: object) -> str:
    with programs.outside():
        done = subprocess.run(
            [program, "-c", "print(input())"], input=b"a word", capture_output=True, check=True, timeout=60
        )
    return done.stdout.decode().strip()


def _write(path: str, _report: object) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.write("a word")


def test_a_program_that_is_named_is_started() -> None:
    limits = Limits(programs=(sys.executable,), outside_seconds=60.0)
    assert guard.run(_start, sys.executable, limits=limits) == "a word"


@pytest.mark.parametrize("named", [(), ("/another/program",)])
def test_no_other_program_is_started(named: tuple[str, ...]) -> None:
    with pytest.raises(Damaged, match="PermissionError"):
        guard.run(_start, sys.executable, limits=Limits(programs=named))


def test_a_child_that_may_start_a_program_still_writes_nothing(tmp_path: object) -> None:
    with pytest.raises(Damaged, match="PermissionError"):
        guard.run(_write, f"{tmp_path}/file", limits=Limits(programs=(sys.executable,)))


def test_the_clock_stands_still_up_to_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(guard.time, "monotonic", lambda: now[0])
    clock = guard._Outside(30.0)
    assert clock.seconds() == 0.0
    clock.told(begins=True)
    now[0] += 10
    assert clock.seconds() == 10.0
    clock.told(begins=False)
    now[0] += 10
    assert clock.seconds() == 10.0  # between two pictures time counts
    clock.told(begins=True)
    clock.told(begins=True)  # said twice, counted once
    now[0] += 500
    assert clock.seconds() == 30.0
    assert guard._Outside(0.0).seconds() == 0.0


def test_outside_of_a_child_nobody_is_told() -> None:
    with programs.outside():
        assert programs._tellers == []
