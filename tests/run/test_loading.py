"""What is loaded while files are read: in order, no further than needed, and without a fault of its own."""

from __future__ import annotations

import importlib.util
import threading
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from redact.errors import RuleFault
from redact.judge import Once
from redact.run import loading as module
from redact.run.check import no_passwords, watch_nothing
from redact.run.loading import Grounds, load_all, loading, read_ahead, read_beside
from tests.shipped_rules import shipped_rules


def _join() -> None:
    for thread in threading.enumerate():
        if thread.name == "loading":
            thread.join(10)


def _grounds() -> Grounds:
    return shipped_rules(), None


def _faulty() -> Grounds:
    raise RuleFault("a rule has a fault", "Mend it.")


def _steps(monkeypatch: pytest.MonkeyPatch, *steps: Callable[[], object]) -> None:
    monkeypatch.setattr(module, "_STEPS", steps)


def test_all_steps_are_loaded_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[int] = []
    _steps(monkeypatch, lambda: done.append(1), lambda: done.append(2))
    with loading(_grounds):
        _join()
    assert done == [1, 2]


def test_nothing_more_is_loaded_when_the_files_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, done = threading.Event(), []
    _steps(monkeypatch, lambda: go_on.wait(10), lambda: done.append(2))
    with loading(_grounds):
        pass
    go_on.set()
    _join()
    assert done == []


def test_nothing_more_is_loaded_after_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, done = threading.Event(), []
    _steps(monkeypatch, lambda: go_on.wait(10), lambda: done.append(2))
    with pytest.raises(KeyboardInterrupt), loading(_grounds):
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
    with loading(_grounds):
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


def test_a_fault_of_the_rules_is_raised_for_whoever_asks_and_nothing_else_is_loaded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[int] = []
    _steps(monkeypatch, lambda: done.append(1))
    with loading(_faulty) as waiting:
        _join()
        with pytest.raises(RuleFault):
            waiting.look()
    with pytest.raises(RuleFault):
        waiting.grounds()
    assert done == []


def test_nothing_is_said_of_grounds_that_are_not_loaded_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()

    def late() -> Grounds:
        go_on.wait(10)
        return _faulty()

    _steps(monkeypatch)
    with loading(late) as waiting:
        waiting.look()
        go_on.set()
        with pytest.raises(RuleFault):
            waiting.grounds()


def test_only_the_grounds_are_loaded_where_no_names_are_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[int] = []
    _steps(monkeypatch, lambda: done.append(1))
    with loading(_grounds, wanted=False) as waiting:
        _join()
    assert waiting.grounds() == _grounds()
    assert done == []


def _pages(count: int, path: Path, encryption: pikepdf.Encryption | bool = False) -> str:
    with pikepdf.new() as pdf:
        for _ in range(count):
            pdf.add_blank_page()
        pdf.save(path, encryption=encryption)
    return str(path)


def test_a_file_is_read_no_further_when_the_rules_have_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    _steps(monkeypatch)
    paper = _pages(3, tmp_path / "report.pdf")
    with loading(_faulty) as waiting:
        _join()
        with pytest.raises(RuleFault):
            read_beside(
                [paper], b"s" * 32, no_passwords, lambda _stage, done, _total: seen.append(done), waiting
            )
    assert seen == []


def test_pages_are_told_of_when_the_rules_have_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    _steps(monkeypatch)
    paper = _pages(3, tmp_path / "report.pdf")
    with loading(_grounds) as waiting:
        read_beside([paper], b"s" * 32, no_passwords, lambda _stage, done, _total: seen.append(done), waiting)
    assert max(seen) == 3


def test_nobody_is_asked_for_a_password_when_the_rules_have_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    _steps(monkeypatch)
    paper = _pages(1, tmp_path / "report.pdf", pikepdf.Encryption(user="a pass phrase", owner="x"))
    with pytest.raises(RuleFault), loading(_faulty) as waiting:
        read_beside([paper], b"s" * 32, lambda number, *_: asked.append(number), watch_nothing, waiting)
    assert asked == []
