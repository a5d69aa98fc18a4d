"""Who writes into a gate is killed at any moment; python -m bench.kill_gate does it sixty times."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.kill_gate import kill_often
from redact import rulebook


def test_a_writer_who_is_killed_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rulebook, "load", rulebook.load)  # the bench puts its own in its place
    done = kill_often(3, tmp_path)
    assert done.kills == 3
    assert done.lines >= 1 + 3 * 4  # each child has acted once before it was let loose
