"""Every way out of the program ends in its own exit status, and says what to do."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from redact.cli import shell
from redact.errors import ExitStatus, RuleFault
from tests.cli.terminal import PROGRAM, redact

NAMED = "Mother: Kestrelia Wintergreen\n"
CLEAN = "The mother attended the meeting with the health visitor.\n"
PLAIN = ("--edition", "wt2015", "--kind", "other")


@pytest.fixture
def named(tmp_path: Path) -> Path:
    (tmp_path / "named.txt").write_text(NAMED, encoding="utf-8")
    return tmp_path / "named.txt"


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    (tmp_path / "clean.txt").write_text(CLEAN, encoding="utf-8")
    return tmp_path / "clean.txt"


def test_0_ready(clean: Path) -> None:
    outcome = redact("check", clean, *PLAIN)
    assert outcome.status == 0
    assert outcome.out.splitlines()[-1] == "exit status 0: ready"


def test_1_findings(named: Path) -> None:
    outcome = redact("check", named)
    assert outcome.status == 1
    assert "[person 1]" in outcome.out
    assert "Kestrelia" not in outcome.out + outcome.err
    assert outcome.out.splitlines()[-1] == "exit status 1: findings"


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),  # no document
        ("chek", "x"),  # no such command
        ("check", "x", "--edition", "wt2016"),  # no such edition
        ("check", "x", "--colour"),  # no such option
        ("explain", "no-such-rule"),
        ("text",),
    ],
)
def test_2_wrong_use(arguments: tuple[str, ...]) -> None:
    outcome = redact(*arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err


def test_2_a_setting_that_is_not_understood(clean: Path) -> None:
    (clean.parent / "redact.toml").write_text('editon = "wt2015"\n', encoding="utf-8")
    outcome = redact("check", clean)
    assert outcome.status == 2
    assert "did you mean edition" in outcome.err


def test_settings_of_the_file_are_said(clean: Path) -> None:
    (clean.parent / "redact.toml").write_text('edition = "wt2015"\nkind = "other"\n', encoding="utf-8")
    outcome = redact("check", clean)
    assert outcome.status == 0
    assert "settings from redact.toml: edition wt2015, kind other" in outcome.err


def test_6_a_file_that_is_not_there(clean: Path) -> None:
    outcome = redact("check", clean.parent / "none.docx", clean, *PLAIN)
    assert outcome.status == 6
    assert "there is no such file" in outcome.out
    assert "none.docx" not in outcome.out  # piped: it may end in a file
    assert outcome.out.splitlines()[-1] == "exit status 6: a file could not be read or written"


def test_6_beats_1_and_both_are_told(named: Path) -> None:
    outcome = redact("check", named.parent / "none.docx", named)
    assert outcome.status == 6
    assert "[person 1]" in outcome.out


def test_7_a_fault_in_the_rules(
    monkeypatch: pytest.MonkeyPatch, clean: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise RuleFault("1 fault in rules/", "Correct the rules.")

    monkeypatch.setattr("redact.rulebook.load", fail)
    assert shell.run(["check", str(clean)]) is ExitStatus.RULES
    assert "error: 1 fault in rules/" in capsys.readouterr().err


def test_70_a_defect_is_named_without_a_word_of_the_document(
    monkeypatch: pytest.MonkeyPatch, named: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError(named.read_text(encoding="utf-8"))

    monkeypatch.setattr("redact.resolve.resolve_with_cards", fail)
    assert shell.run(["check", str(named)]) is ExitStatus.DEFECT
    shown = capsys.readouterr()
    assert "report number" in shown.err
    assert "KeyError" in shown.err
    assert "Kestrelia" not in shown.out + shown.err


@pytest.mark.skipif(os.name == "nt", reason="sends a POSIX signal")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_130_stopped(number: signal.Signals, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(NAMED * 400_000, encoding="utf-8")
    (tmp_path / "out").mkdir()
    process = subprocess.Popen(
        [*PROGRAM, "check", str(tmp_path / "long.txt"), "-o", str(tmp_path / "out" / "report.txt")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    while not _reader_of(process.pid):
        assert process.poll() is None
        time.sleep(0.02)
    os.killpg(process.pid, number)  # as a terminal does: to the child as well
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert (out, err.decode().strip()) == (b"", "stopped: nothing was written")
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="sends a POSIX signal")
@pytest.mark.parametrize(
    ("before", "after"),
    [
        (signal.SIG_DFL, shell._stop),  # a window that is closed stops us as Ctrl-C does
        (signal.SIG_IGN, signal.SIG_IGN),  # nohup: closing it is to mean nothing
    ],
)
def test_a_closed_window(before: signal.Handlers, after: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shell, "run", lambda _: ExitStatus.READY)
    monkeypatch.setattr(shell, "_exit", lambda _: None)
    kept = {number: signal.getsignal(number) for number in (signal.SIGHUP, signal.SIGTERM)}
    try:
        signal.signal(signal.SIGHUP, before)
        shell.main([])
        assert signal.getsignal(signal.SIGHUP) is after
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)


def _reader_of(pid: int) -> bool:
    children = psutil.Process(pid).children(recursive=True)
    return any("spawn_main" in " ".join(child.cmdline()) for child in children)


@pytest.mark.parametrize(("form", "status"), [("text", 1), ("json", 1)])
def test_a_broken_pipe_keeps_the_status(form: str, status: int, named: Path) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "check", str(named), "--format", form], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    err = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=120) == status
    assert b"Traceback" not in err
    assert b"roken pipe" not in err


def test_a_broken_pipe_of_the_help() -> None:
    process = subprocess.Popen([*PROGRAM, "--help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    err = process.stderr.read()
    process.stderr.close()
    assert (process.wait(timeout=60), err) == (0, b"")


def test_a_console_that_cannot_print_a_tick(named: Path) -> None:
    outcome = redact("check", named, "--yes-show-names", environment={"PYTHONIOENCODING": "cp1252"})
    assert outcome.status == 1


def test_every_command_has_help() -> None:
    for name in shell.cli.commands:
        outcome = redact(name, "--help")
        assert outcome.status == 0
        assert "Usage: redact" in outcome.out


def test_help_and_version_load_no_recogniser() -> None:
    code = (
        "import sys\n"
        "from redact.cli.shell import run\n"
        "status = run(sys.argv[1:])\n"
        "heavy = {'spacy', 'presidio_analyzer', 'lxml', 'pikepdf', 'pypdfium2', 'docx'} & set(sys.modules)\n"
        "sys.exit(f'loaded {sorted(heavy)}' if heavy else int(status))\n"
    )
    for arguments in (
        ("--help",),
        ("version",),
        ("check", "--help"),
        ("rules",),
        ("formats",),
        ("explain", "person-name"),
        ("gate", "dates", "--publish-on", "2027-01-07"),
    ):
        outcome = redact(*arguments, program=(sys.executable, "-c", code))
        assert (outcome.status, outcome.err) == (0, ""), arguments
