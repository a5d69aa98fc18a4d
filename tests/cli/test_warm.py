"""A process that is forked for a test answers as one that begins by itself."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli import warm
from tests.cli.terminal import PROGRAM, redact

TEXT = "Mother: Kestrelia Wintergreen\n\nThe school was told on 3 May 2019.\n"

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "named.txt", "none.txt"),  # the engines, the model, a reader of files, and a fault
        ("text", "-o", "new.txt", "named.txt"),  # writes where it stands
        ("check", "named.txt", "--edition", "wt2016"),  # wrong use
    ],
)
def test_it_answers_as_one_that_begins_by_itself(arguments: tuple[str, ...], tmp_path: Path) -> None:
    answers, written = [], []
    for program in (None, PROGRAM):
        folder = tmp_path / str(len(answers))
        folder.mkdir()
        (folder / "named.txt").write_text(TEXT, encoding="utf-8")
        answers.append(redact(*arguments, cwd=folder, program=program))
        written.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert answers[0] == answers[1]
    assert written[0] == written[1]


def test_it_reads_what_it_is_given_and_its_environment(tmp_path: Path) -> None:
    home = tmp_path / "home"
    given = "seventeen grey otters\n"
    begun = redact(
        *("identity", "create", "--name", "Imogen Tarrant", "--passphrase-fd", "0"),
        stdin=given, environment={"HOME": str(home), "XDG_CONFIG_HOME": str(home)},
    )  # fmt: skip
    assert begun.status == 0, begun.err
    assert [path for path in home.rglob("*") if path.is_file()]


def test_what_is_settled_before_a_fork_needs_a_beginning_of_its_own() -> None:
    assert warm.can_start({**os.environ, "HOME": "/elsewhere"})
    assert not warm.can_start({**os.environ, "PYTHONPATH": "/elsewhere"})
    assert not warm.can_start({**os.environ, "LC_ALL": "C"})


def test_one_that_takes_too_long_is_killed(tmp_path: Path) -> None:
    (tmp_path / "named.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(subprocess.TimeoutExpired):
        warm.start(("check", "named.txt"), dict(os.environ), tmp_path, given=b"", seconds=0.01)
    assert redact("version").status == 0  # and the next begins
