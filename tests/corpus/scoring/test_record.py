from __future__ import annotations

from pathlib import Path

import pytest

from corpus.scoring.record import BadRecord, count_run, load, store


def test_counts_only_grow(tmp_path: Path) -> None:
    path = tmp_path / "scores.json"
    assert [count_run("test", path), count_run("tab", path), count_run("test", path)] == [1, 1, 2]
    store("splits", "test", {"runs": {"test": 0}}, path)
    store("public", "tab", {}, path)
    assert load(path)["runs"] == {"tab": 1, "test": 2}


def test_an_open_split_is_not_counted(tmp_path: Path) -> None:
    path = tmp_path / "scores.json"
    assert count_run("dev", path) == 0
    assert not path.exists()


def test_figures_of_one_split_leave_the_others(tmp_path: Path) -> None:
    path = tmp_path / "scores.json"
    store("splits", "dev", {"a": 1}, path)
    store("splits", "test", {"b": 2}, path)
    store("splits", "dev", {"a": 3}, path)
    assert load(path)["splits"] == {"dev": {"a": 3}, "test": {"b": 2}}


@pytest.mark.parametrize(
    "content",
    ["", "{", "{}", '{"runs": {}}', '{"runs": {"test": -1, "tab": 0}}', '{"runs": {"test": "2", "tab": 0}}'],
)
def test_a_broken_record_is_never_begun_anew(tmp_path: Path, content: str) -> None:
    path = tmp_path / "scores.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadRecord):
        count_run("test", path)
    assert path.read_text(encoding="utf-8") == content
