"""README.md promises what the program does: its commands are run by CI, its session is replayed here."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from readme import command_blocks, replay, session
from redact.run.demo import REPORT_NAME

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_the_session_is_what_the_program_prints_now() -> None:
    """`python tools/readme.py --write` renews it."""
    assert session(README) == replay(session(README))


def test_the_session_shows_what_matters() -> None:
    shown = session(README)
    assert "[person 1]" in shown
    assert shown.endswith("exit status 1: findings\n")


def test_there_are_two_command_blocks() -> None:
    install, test = command_blocks(README)
    assert "redact demo" in install
    assert "pytest" in test


def test_the_first_block_installs_nothing_unpinned_and_checks_the_demo() -> None:
    install, test = command_blocks(README)
    pips = [line for line in (install + test).splitlines() if "pip install" in line]
    assert pips
    for line in pips:
        assert "--require-hashes" in line or {"--no-deps", "--no-build-isolation"} <= set(line.split())
    # The block ends well although the check says 1; any other status ends it badly.
    assert install.splitlines()[-1] == f".venv/bin/redact check demo/{REPORT_NAME} || test $? -eq 1"


def test_the_readme_never_calls_a_report_safe() -> None:
    assert [line for line in README.splitlines() if re.search(r"\bsafe\b", line) and "ever" not in line] == []
