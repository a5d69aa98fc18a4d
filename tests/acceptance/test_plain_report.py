"""An ordinary report with nothing in it, saved by python-docx and by LibreOffice, is ready."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from tests.acceptance.office import convert
from tests.cli.terminal import redact

PLAIN = ("--edition", "wt2015", "--kind", "other")


@pytest.fixture(scope="module")
def saved_by_python_docx(tmp_path_factory: pytest.TempPathFactory) -> Path:
    report = docx.Document()
    report.add_heading("Overview report", 0)
    report.add_heading("1. Why this review was done", 1)
    report.add_paragraph("The partnership decided that the criteria for a review were met.")
    report.add_paragraph("Agencies wrote a report each.", style="List Bullet")
    report.add_paragraph("Staff were interviewed.", style="List Number")
    table = report.add_table(rows=2, cols=2)
    table.style = "Table Grid"
    for row, (left, right) in zip(table.rows, [("Agency", "Report"), ("Health", "Received")], strict=True):
        row.cells[0].text, row.cells[1].text = left, right
    report.sections[0].header.paragraphs[0].text = "Confidential until published"
    report.sections[0].footer.paragraphs[0].text = "Overview report"
    path = tmp_path_factory.mktemp("python-docx") / "report.docx"
    report.save(str(path))
    return path


def made_by(program: str, source: Path, out: Path) -> Path:
    if program == "python-docx":
        return source
    if program == "libreoffice docx":
        return convert([source], "docx:MS Word 2007 XML", out, profile=out / "profile")[0]
    return convert([source], "pdf", out, profile=out / "profile")[0]


@pytest.mark.parametrize("program", ["python-docx", "libreoffice docx", "libreoffice pdf"])
def test_a_plain_report_is_ready(program: str, saved_by_python_docx: Path, tmp_path: Path) -> None:
    path = made_by(program, saved_by_python_docx, tmp_path)
    outcome = redact("check", path, *PLAIN)
    assert "read completely" in outcome.out, outcome.out
    assert (outcome.status, outcome.err) == (0, ""), outcome.out


@pytest.mark.parametrize("program", ["python-docx", "libreoffice docx", "libreoffice pdf"])
def test_its_text_is_all_there(program: str, saved_by_python_docx: Path, tmp_path: Path) -> None:
    text = redact("text", made_by(program, saved_by_python_docx, tmp_path)).out
    for words in (
        "Overview report",
        "Why this review was done",
        "The partnership decided that the criteria for a review were met.",
        "Agencies wrote a report each.",
        "Received",
        "Confidential until published",
    ):
        assert words in text
