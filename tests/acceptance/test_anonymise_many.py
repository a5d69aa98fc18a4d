"""Names broken over runs in every way, anonymised: none is left, and LibreOffice shows what it should."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from bench.anonymise_many import PAGE, as_page, inside, main, many, names_left
from bench.many_docx import WAYS, make
from tests.acceptance.office import need_office

DOZEN = range(12)


@pytest.mark.timeout(900)  # LibreOffice is started six times, where others share the machine
def test_a_dozen_of_documents_hold_no_name_and_show_what_they_should(tmp_path: Path) -> None:
    need_office()
    with inside():  # the same steps without a child for each: what the walls are worth is tested elsewhere
        figures = many(DOZEN, tmp_path)
    assert figures.faults == []
    assert (figures.documents, figures.office, figures.shown) == (12, 4, 12)
    assert set(figures.ways) == set(WAYS)
    assert figures.mentions > 200
    assert figures.searched > 150


def test_the_search_would_see_a_name_that_is_left() -> None:
    twice = make(3)
    assert names_left(twice.before)
    assert names_left(twice.after) == []
    with zipfile.ZipFile(io.BytesIO(twice.after)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    broken = b"<w:r><w:t>Ann</w:t></w:r><w:r><w:t>e&#x6B;e</w:t></w:r></w:p>"
    members["word/document.xml"] = members["word/document.xml"].replace(b"</w:p>", broken, 1)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    assert names_left(held.getvalue()) == ["word/document.xml: anneke"]


def test_the_page_holds_what_was_counted() -> None:
    from bench.anonymise_many import Figures

    figures = Figures(documents=300, office=100, mentions=5000, searched=6000, shown=299, seconds=61.0)
    figures.faults.append((7, "shows 'HV1,HV1' and not 'HV1'"))
    page = as_page(figures)
    assert "| documents | 300 |" in page
    assert "| shown as they should be | 299 |" in page
    assert "document 7: shows 'HV1,HV1' and not 'HV1'" in page
    assert PAGE.name == "anonymise-docx.md"
    assert main.__doc__
