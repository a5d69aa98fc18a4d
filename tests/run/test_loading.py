"""What is loaded while files are read: in order, no further than needed, and without a fault of its own."""

from __future__ import annotations

import importlib.util
import threading
from collections.abc import Callable

import pytest

from redact.errors import RuleFault
from redact.judge import Once
from redact.run import loading as module
from redact.run.loading import load_all, loading, read_ahead
from tests.shipped_rules import shipped_rules


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
        _join()
    assert done == [1, 2]


def test_nothing_more_is_loaded_when_the_files_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, done = threading.Event(), []
    _steps(monkeypatch, lambda: go_on.wait(10), lambda: done.append(2))
    with loading():
        pass
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
        _join()
    assert capfd.readouterr() == ("", "")


def test_what_is_left_is_loaded_while_the_model_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[int] = []

    def broken() -> None:
        raise ImportError("a module is missing")

    _steps(monkeypatch, lambda: done.append(1), broken, lambda: done.append(2))
    load_all()
    assert done == [1]  # who needs what is missing says so


def test_every_module_to_load_is_there() -> None:
    assert all(importlib.util.find_spec(f"redact.{name}") for name in module._MODULES)


def test_what_fails_ahead_is_told_where_it_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuleFault("a word list is missing", "Install it again.")

    _steps(monkeypatch)
    monkeypatch.setattr("redact.judge.ahead.read_ahead", broken)
    assert isinstance(read_ahead([], shipped_rules()), Once)
