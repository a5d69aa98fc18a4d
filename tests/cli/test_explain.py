"""`redact check --explain`: what was left alone is told, and only where it was asked for."""

from __future__ import annotations

from pathlib import Path

from tests.cli.terminal import redact


def test_what_was_left_alone_is_told_on_request(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("The form A9999999 was new.\n", encoding="utf-8")
    asked, silent = redact("check", path, "--explain"), redact("check", path)
    assert "Looked at and left alone (1 place)" in asked.out
    assert "A9999999" not in asked.out + asked.err
    assert "left alone" not in silent.out
    assert asked.status == silent.status
