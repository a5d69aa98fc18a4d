"""Places of a spreadsheet and of slides, as Excel and PowerPoint call them."""

from __future__ import annotations

import pytest

from redact.report import as_text
from redact.report.whereabouts import survey
from redact.values.text import Format, Pages, Part
from tests.report.run_factory import DocumentMaker, make_run


def _where(maker: DocumentMaker) -> list[str]:
    checked = make_run([maker]).documents[0]
    assert checked.document is not None
    assert checked.judgement is not None
    places = survey(checked.document)
    return [places.of_finding(finding) for finding in checked.judgement.findings]


@pytest.mark.parametrize(
    ("cell", "name"), [((1, 1), "A1"), ((3, 26), "Z3"), ((4, 27), "AA4"), ((1_048_576, 16_384), "XFD1048576")]
)
def test_a_cell_of_a_sheet_has_the_name_that_excel_gives_it(cell: tuple[int, int], name: str) -> None:
    maker = DocumentMaker(format=Format.XLSX).add("Events", level=1, place="X2")
    maker.add("{Ottoline}", Part.TABLE, place="X1", cell=cell)
    assert _where(maker) == [f"table 1, cell {name} (section 1)"]


def test_a_page_of_a_presentation_is_a_slide() -> None:
    maker = DocumentMaker(format=Format.PPTX, pages=2, paging=Pages.EXACT)
    maker.add("Words.", place="X18", page=1).add("{Ottoline}", place="X18", page=2)
    maker.add("{Ottoline}", Part.COMMENT, place="D27", page=2)
    assert _where(maker) == ["slide 2, paragraph 1", "comment 1, slide 2"]


@pytest.mark.parametrize("format", [Format.DOC, Format.ODT, Format.RTF])
def test_a_report_says_that_a_file_was_converted(format: Format) -> None:
    run = make_run([DocumentMaker(format=format).add("Words.")])
    assert "converted by LibreOffice" in " ".join(as_text.render(run).split())
