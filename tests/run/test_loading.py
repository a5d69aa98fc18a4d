"""What is loaded while files are read: in order, no further than needed, and without a fault of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from redact.run import loading as module
from redact.run.loading import loading


def _join() -> None:
    for thread in threading.enumerate():
        if thread.name == "loading":
            thread.join(10)


def _steps(monkeypatch: pytest.MonkeyPatch, *steps: Callable[[], object]) -> None:
    monkeypatch.setattr(module, "_STEPS", steps)


def test_all_steps_are_loaded_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[int] = []
    _steps(monkeypatch, lambda: done.append(1), lambda: done.append(2))
    with loading():
        pass
    _join()
    assert done == [1, 2]


def test_nothing_more_is_loaded_when_nothing_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, done = threading.Event(), []
    _steps(monkeypatch, lambda: go_on.wait(10), lambda: done.append(2))
    with loading() as nothing_is_needed:
        nothing_is_needed()
    go_on.set()
    _join()
    assert done == []


def test_nothing_more_is_loaded_after_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, done = threading.Event(), []
    _steps(monkeypatch, lambda: go_on.wait(10), lambda: done.append(2))
    with pytest.raises(KeyboardInterrupt), loading():
        raise KeyboardInterrupt
    go_on.set()
    _join()
    assert done == []


def test_a_fault_in_loading_is_told_by_nobody_but_whoever_needs_it(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        raise ImportError("a module is missing")

    _steps(monkeypatch, broken)
    with loading():
        pass
    _join()
    assert capfd.readouterr() == ("", "")
