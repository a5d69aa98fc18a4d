"""How findings in the source documents are held against the listed mentions; on texts of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.scoring import sources


def test_places_are_told_by_line_and_column_and_hold_no_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        (tmp_path / f"00{number}_x.txt").write_text("Nothing.\nChild: Kayleigh Brandreth\n", encoding="utf-8")
    monkeypatch.setattr(sources, "GO", ((0, 2, 7, 25), (1, 1, 0, 8)))
    monkeypatch.setattr(sources, "STAY", ())
    figures = sources.measure(tmp_path)
    assert figures["must be found"] == [[0, 2, 7, 25, "block"], [1, 1, 0, 8, "missed"]]
    assert figures["others"] == [[number, 2, 7, 25, "block"] for number in range(1, 5)]
    assert "Brandreth" not in str(figures)


def test_a_document_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        sources.measure(tmp_path)
