from __future__ import annotations

from pathlib import Path

import pytest

from corpus.telling.check import main
from tests.corpus.telling.made import LOG


def test_a_good_file_has_counts_only(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(LOG)]) == 0
    out = capsys.readouterr().out
    assert out.strip().endswith("log.txt: 8 entries, 10 sentences, 20 % of them without a name")


def test_faults_are_told_without_the_words_of_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.txt"
    path.write_text(LOG.read_text(encoding="utf-8").replace("{month}", "{moon}"), encoding="utf-8")
    assert main([str(path)]) == 1
    out = capsys.readouterr().out
    assert "bad.txt:43: unknown slot {moon}" in out
    assert "Closed" not in out


def test_what_is_there_twice_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = LOG.read_text(encoding="utf-8")
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    (tmp_path / "two.txt").write_text(text.replace("First entry", "Another entry"), encoding="utf-8")
    assert main([str(tmp_path / "one.txt"), str(tmp_path / "two.txt")]) == 1
    out = capsys.readouterr().out
    assert "two.txt:1: the family test-log is also" in out
    assert "two.txt:27: the same entry as" in out
    assert "two.txt:25: the same entry" not in out


def test_a_file_that_is_not_there_is_a_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nowhere.txt"]) == 1
    assert "nowhere.txt: cannot be read" in capsys.readouterr().out
    assert main([]) == 2
