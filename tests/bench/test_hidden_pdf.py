"""The measurement of the search for hidden words measures a part of the reading, and prints it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bench import hidden_pdf
from tests.formats.pdf.pdf_factory import drawn, prose


def test_the_search_is_a_part_of_the_reading() -> None:
    cost = hidden_pdf.cost_of(drawn(prose, prose, prose))
    assert cost.pages == 3
    assert cost.hidden <= cost.whole


def test_it_is_printed_beside_the_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(drawn(prose))
    monkeypatch.setattr(hidden_pdf, "_PLUMBER", "print(2.0)")
    assert hidden_pdf.main(["--file", str(path), "--plumber", sys.executable]) == 0
    said = capsys.readouterr().out
    assert "pdfplumber, plain text" in said
    assert "pdfplumber = 1: 0." in said
