"""The guard: a child that hangs, dies, fills memory or lies costs one error and nothing else."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from redact import guard
from redact.errors import Damaged, LimitReached, PasswordNeeded
from redact.guard.answers import loads
from redact.values.text import Location, Part

Report = Callable[[int, "int | None"], None]
SHORT = guard.Limits(seconds=3.0, seconds_a_page=0.0)
SMALL = guard.Limits(memory_bytes=1024**3)


def give_back(value: object, report: Report) -> object:
    return value


def hang(report: Report) -> None:
    while True:
        time.sleep(0.1)


def spin(report: Report) -> None:
    while True:
        pass


def count_pages(pages: int, report: Report) -> str:
    for page in range(1, pages + 1):
        time.sleep(0.4)
        report(page, pages)
    return "done"


def fill_memory(report: Report) -> int:
    held = []
    for _ in range(4096):
        held.append(b"x" * 1024 * 1024)
    return len(held)


def abort(report: Report) -> None:
    os.abort()


def recurse(report: Report) -> None:
    recurse(report)


def need_password(report: Report) -> None:
    raise PasswordNeeded("the file is encrypted", "Give its password.")


def quote_the_document(report: Report) -> None:
    raise ValueError("Kestrelia Wintergreen was born on 1 May 2001")


def print_the_document(report: Report) -> str:
    sys.stdout.write("Kestrelia Wintergreen")
    os.write(1, b"Kestrelia Wintergreen\n")
    os.write(2, b"Kestrelia Wintergreen\n")
    return "done"


def open_connection(report: Report) -> None:
    import socket

    socket.create_connection(("127.0.0.1", 9), timeout=1)


def start_program(report: Report) -> None:
    import subprocess

    subprocess.run(["true"], check=False)


def write_file(path: str, report: Report) -> None:
    Path(path).write_text("left behind", encoding="utf-8")


class Mean:
    """What a child that was taken over might send: unpickling it would run a program."""

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, ("true",)


def send_mean(report: Report) -> object:
    return Mean()


def send_our_own_function(report: Report) -> object:
    return guard.run


def dump_core(report: Report) -> tuple[int, int]:
    import resource

    return resource.getrlimit(resource.RLIMIT_CORE)


@pytest.mark.parametrize(
    "value", [1, "text", (1, ("two", None)), b"bytes", Location(Part.BODY, "D1", 1, 2, (3, 4))]
)
def test_gives_back_values(value: object) -> None:
    assert guard.run(give_back, value) == value


@pytest.mark.parametrize("task", [hang, spin])
def test_a_task_that_hangs_is_stopped(task: guard.Task) -> None:
    with pytest.raises(LimitReached, match="longer than"):
        guard.run(task, limits=SHORT)


def test_each_page_done_earns_time() -> None:
    # 20 pages at 0.4 s each take more than the 6 s for the whole, and less than they earn.
    seen: list[tuple[int, int | None]] = []
    limits = guard.Limits(seconds=6.0, seconds_a_page=1.0)
    answer = guard.run(
        count_pages, 20, limits=limits, progress=lambda done, total: seen.append((done, total))
    )
    assert (answer, seen[0], seen[-1]) == ("done", (1, 20), (20, 20))


def test_pages_beyond_the_limit_earn_nothing() -> None:
    limits = guard.Limits(seconds=2.0, seconds_a_page=1.0, pages=1)
    with pytest.raises(LimitReached, match="longer than"):
        guard.run(count_pages, 30, limits=limits)


def test_memory_is_limited() -> None:
    with pytest.raises(LimitReached, match="memory"):
        guard.run(fill_memory, limits=SMALL)


def test_memory_is_limited_where_the_system_has_no_limits(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # As on Windows: the child finds no `resource`, and the parent's watch has to stop it.
    (tmp_path / "resource.py").write_text("raise ImportError\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(LimitReached, match="memory"):
        guard.run(fill_memory, limits=SMALL)


def test_a_crash_is_a_damaged_file() -> None:
    with pytest.raises(Damaged, match="crashed"):
        guard.run(abort)


def test_too_deep_is_a_limit() -> None:
    with pytest.raises(LimitReached, match="deeper"):
        guard.run(recurse)


def test_our_errors_come_back_whole() -> None:
    with pytest.raises(PasswordNeeded) as caught:
        guard.run(need_password)
    assert (caught.value.what, caught.value.remedy) == ("the file is encrypted", "Give its password.")


def test_the_text_of_other_errors_stays_in_the_child() -> None:
    with pytest.raises(Damaged) as caught:
        guard.run(quote_the_document)
    assert "ValueError" in str(caught.value)
    assert "Kestrelia" not in repr(caught.value)
    assert caught.value.__cause__ is None


def test_what_a_child_prints_is_not_shown(capfd: pytest.CaptureFixture[str]) -> None:
    assert guard.run(print_the_document) == "done"
    shown = capfd.readouterr()
    assert "Kestrelia" not in shown.out + shown.err


@pytest.mark.parametrize("task", [open_connection, start_program])
def test_a_child_reaches_nothing(task: guard.Task) -> None:
    with pytest.raises(Damaged, match="PermissionError"):
        guard.run(task)


def test_a_child_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(Damaged, match="PermissionError"):
        guard.run(write_file, str(tmp_path / "left"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("task", [send_mean, send_our_own_function])
def test_a_child_may_send_values_only(task: guard.Task) -> None:
    with pytest.raises(Damaged, match="no reader sends"):
        guard.run(task)


def test_only_classes_of_our_values_are_unpickled() -> None:
    # A dotted or imported name of an allowed module is not one of its classes.
    for name in (b"hmac.new", b"hashlib.sha256", b"secrets"):
        module = b"redact.values.fingerprint"
        pickled = (
            b"\x80\x04" + b"".join(b"\x8c" + bytes([len(part)]) + part for part in (module, name)) + b"\x93."
        )
        with pytest.raises(Damaged, match="UnpicklingError"):
            loads(pickled)


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="needs POSIX signals")
def test_no_core_is_dumped() -> None:
    assert guard.run(dump_core) == (0, 0)


def test_nothing_is_left_running() -> None:
    import psutil

    before = {child.pid for child in psutil.Process().children(recursive=True)}
    with pytest.raises(LimitReached):
        guard.run(hang, limits=SHORT)
    left = [child for child in psutil.Process().children(recursive=True) if child.pid not in before]
    # multiprocessing's own tracker of resources may stay; it holds nothing.
    assert [child for child in left if "resource_tracker" not in " ".join(child.cmdline())] == []
