"""Ordinary reports, as python-docx and LibreOffice write them, are read whole and without a gap."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from redact.formats.word import recognises
from redact.values.text import Document, Part
from tests.acceptance.office import convert
from tests.formats.word.word_reading import located, read_docx


def _report() -> bytes:
    report = docx.Document()
    report.add_heading("Overview report", level=0)
    report.add_heading("The family", level=1)
    report.add_paragraph("The family moved house twice.")
    report.add_paragraph("A point.", style="List Bullet")
    report.add_paragraph("Another point.", style="List Number")
    table = report.add_table(rows=2, cols=2, style="Table Grid")
    for row in range(2):
        for column in range(2):
            table.rows[row].cells[column].text = f"cell {row + 1} {column + 1}"
    report.add_heading("Findings", level=1)
    report.add_page_break()
    report.add_paragraph("What was learnt.")
    report.sections[0].header.paragraphs[0].text = "Not for circulation"
    report.sections[0].footer.paragraphs[0].text = "At the foot"
    buffer = io.BytesIO()
    report.save(buffer)
    return buffer.getvalue()


@pytest.fixture(scope="module", params=["python-docx", "LibreOffice"])
def data(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    made = _report()
    if request.param == "python-docx":
        return made
    folder: Path = tmp_path_factory.mktemp("office")
    (folder / "report.docx").write_bytes(made)
    (folder / "out").mkdir()
    (converted,) = convert([folder / "report.docx"], "docx", folder / "out", profile=folder / "profile")
    return converted.read_bytes()


@pytest.fixture(scope="module")
def document(data: bytes) -> Document:
    return read_docx(data)


def test_it_is_read_without_a_gap(document: Document) -> None:
    assert document.gaps == ()


def test_it_is_recognised(data: bytes) -> None:
    assert recognises(data)


def test_its_text_is_what_a_person_reads(document: Document) -> None:
    assert document.text() == (
        "Overview report\nThe family\nThe family moved house twice.\nA point.\nAnother point.\n"
        "cell 1 1\tcell 1 2\ncell 2 1\tcell 2 2\nFindings\nWhat"
        " was learnt.\nNot for circulation\nAt the foot\n"
    )


def test_its_parts_are_known(document: Document) -> None:
    (header,) = located(document, "Not for circulation")
    (footer,) = located(document, "At the foot")
    (cell,) = located(document, "cell 2 1")
    assert (header.part, footer.part, cell.part, cell.cell) == (Part.HEADER, Part.FOOTER, Part.TABLE, (2, 1))


def test_its_headings_stand_above_its_text(document: Document) -> None:
    above = {passage.text: passage.headings for passage in document.passages}
    assert above["A point."] == ("The family",)
    assert above["cell 2 1"] == ("The family",)
    assert above["What was learnt."] == ("Findings",)


def test_progress_is_told_page_by_page() -> None:
    report = docx.Document()
    for _ in range(10):
        report.add_paragraph("word " * 600)
    buffer = io.BytesIO()
    report.save(buffer)
    told: list[tuple[int, int | None]] = []
    read_docx(buffer.getvalue(), progress=lambda done, total: told.append((done, total)))
    assert told == [(page, None) for page in range(1, 11)]
