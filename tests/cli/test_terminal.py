"""What a person at a terminal sees: the path as typed, the question before names, the password's prompt."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import pikepdf
import pytest

from tests.cli import warm
from tests.cli.terminal import PROGRAM
from tests.formats.pdf.hostile_factory import huge_page_count

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX pseudo-terminal")

NAME = "Kestrelia Wintergreen"
PASSWORD = "a long pass phrase"


def typed(
    *arguments: str | Path,
    answers: tuple[tuple[str, str], ...] = (),
    cwd: Path | None = None,
    begins: bool = False,
) -> tuple[int, str]:
    """Run `redact` on a terminal; each time one of the questions is shown, type its answer.

    It is one of `warm`, unless it `begins` by itself.
    """
    import fcntl
    import pty
    import termios

    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    words = tuple(map(str, arguments))
    process = None
    if not begins and warm.can_start(environment):
        warm.begin(words, environment, cwd or Path.cwd(), (theirs, theirs, theirs), terminal=True)
    else:
        process = subprocess.Popen(
            [*PROGRAM, *words],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=cwd,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 - so that Ctrl-C is a signal
            env=environment,
        )
    os.close(theirs)
    with warm.asked():
        shown = _shown(ours, answers)
    os.close(ours)
    return warm.ended() if process is None else process.wait(timeout=30), shown


def _shown(terminal: int, answers: tuple[tuple[str, str], ...]) -> str:
    """Give all that is shown until the other side closes; what is asked is answered in turn."""
    shown, waiting, until = "", list(answers), time.monotonic() + 120
    while time.monotonic() < until:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                data = os.read(terminal, 65536)
            except OSError:  # the other side has closed
                break
            if not data:
                break
            shown += data.decode("utf-8", "replace")
        if waiting and re.search(waiting[0][0], shown.rpartition("\x00")[2]):
            os.write(terminal, waiting.pop(0)[1].encode() + b"\n")
            shown += "\x00"  # what was asked before is not asked again
    return shown.replace("\x00", "").replace("\r\n", "\n")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "my report.txt"
    path.write_text(f"Mother: {NAME}\n", encoding="utf-8")
    return path


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    import io

    path = tmp_path / "locked.pdf"
    with pikepdf.open(io.BytesIO(huge_page_count(1))) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(user=PASSWORD, owner=PASSWORD))
    return path


def test_the_path_is_shown_as_it_was_typed(report: Path) -> None:
    status, shown = typed("check", "./my report.txt", cwd=report.parent, begins=True)
    assert status == 1
    assert "./my report.txt: not ready" in shown
    assert NAME not in shown


def test_a_path_that_would_rewrite_the_terminal_is_tamed(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[2Jb\u202e.txt"
    path.write_text("The mother attended.\n", encoding="utf-8")
    status, shown = typed("check", path, "--edition", "wt2015", "--kind", "other")
    assert status == 0
    assert "\x1b[2J" not in shown
    assert "\u202e" not in shown


def test_names_are_shown_after_a_yes(report: Path) -> None:
    status, shown = typed("check", report, "--show-names", answers=((r"Go on\?", "y"),))
    assert status == 1
    assert NAME in shown
    assert "This output contains real names." in shown


def test_names_stay_masked_after_a_no(report: Path) -> None:
    status, shown = typed("check", report, "--show-names", answers=((r"Go on\?", "n"),))
    assert status == 1
    assert NAME not in shown
    assert "[person 1]" in shown


def test_a_password_is_asked_for_and_not_shown(locked: Path) -> None:
    answers = ((r"Password of", "wrong"), (r"Password of", PASSWORD))
    status, shown = typed("check", locked, "--edition", "wt2015", "--kind", "other", answers=answers)
    assert status == 0, shown
    assert "That password does not open it." in shown
    assert "read completely" in shown
    assert PASSWORD not in shown
    assert "wrong" not in shown


def test_no_password_is_an_answer_too(locked: Path) -> None:
    status, shown = typed("check", locked, answers=((r"Password of", ""),))
    assert status == 6
    assert "password" in shown.partition("error:")[2]


def test_ctrl_c_at_the_prompt(locked: Path) -> None:
    status, shown = typed("check", locked, answers=((r"Password of", "\x03"),), begins=True)
    assert status == 130
    assert "stopped: nothing was written" in shown


def test_a_terminal_is_spared_control_characters_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_text("before \x1b]0;owned\x07 after\n", encoding="utf-8")
    status, shown = typed("text", path)
    assert status == 0
    assert "\x1b]0;" not in shown
    assert "before ?]0;owned? after" in shown
