"""A clean Word document as a PDF: the three traps of LibreOffice are not walked into."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from redact.errors import RedactError
from redact.formats import office
from redact.formats.printing import print_to_pdf
from tests.acceptance.office import need_office
from tests.formats.pdf.cleaning.cleaning_factory import cleaned, found_in, page_texts

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BY = 'w:id="1" w:author="Kayleigh Ashdown" w:date="2020-01-01T00:00:00Z"'


@pytest.fixture
def libreoffice() -> str:
    return need_office()


def written(*more: str, property_name: str = "") -> bytes:
    document = docx.Document()
    document.core_properties.author = property_name
    document.add_heading("Overview report", 1)
    document.add_paragraph("The panel met twice in the spring.")
    for xml in more:
        document.add_paragraph()._p.append(parse_xml(xml))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


DELETED = f"<w:del {W} {BY}><w:r><w:delText>Struck Kayleigh</w:delText></w:r></w:del>"
INSERTED = f"<w:ins {W} {BY}><w:r><w:t>Set in</w:t></w:r></w:ins>"
BOUND = (
    f'<w:sdt {W}><w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="{{0}}"/></w:sdtPr>'
    f"<w:sdtContent><w:r><w:t>Shown</w:t></w:r></w:sdtContent></w:sdt>"
)


def test_a_clean_document_becomes_a_clean_pdf(libreoffice: str) -> None:
    printed = print_to_pdf(written(property_name="Kayleigh Ashdown"))
    copy = cleaned(printed)
    assert "The panel met twice" in page_texts(copy.content)[0]
    assert found_in(copy.content, ["Kayleigh", "LibreOffice"]) == []
    assert (copy.standing, copy.lost) == ((), ())


def test_the_same_document_gives_the_same_pdf(libreoffice: str) -> None:
    source = written()
    assert cleaned(print_to_pdf(source)).content == cleaned(print_to_pdf(source)).content


@pytest.mark.parametrize(
    ("more", "what"),
    [(DELETED, "tracked changes"), (INSERTED, "tracked changes"), (BOUND, "a link to stored data")],
)
def test_a_document_with_a_trap_is_not_printed(more: str, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "convert", lambda *_, **__: pytest.fail("it reached LibreOffice"))
    with pytest.raises(RedactError, match=what):
        print_to_pdf(written(more))


def test_a_document_that_points_outside_is_not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "convert", lambda *_, **__: pytest.fail("it reached LibreOffice"))
    document = docx.Document()
    document.part.relate_to("http://192.0.2.1/", "http://example.org/type", is_external=True)
    buffer = io.BytesIO()
    document.save(buffer)
    with pytest.raises(RedactError, match="a target outside of it"):
        print_to_pdf(buffer.getvalue())


def test_under_another_prefix_a_trap_is_still_one(tmp_path: Path) -> None:
    source = written(DELETED)
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as package, zipfile.ZipFile(buffer, "w") as changed:
        for name in package.namelist():
            data = package.read(name)
            if name == "word/document.xml":
                data = (
                    data.replace(b"xmlns:w=", b"xmlns:v1=")
                    .replace(b"<w:", b"<v1:")
                    .replace(b"</w:", b"</v1:")
                )
                data = data.replace(b" w:", b" v1:")
            changed.writestr(name, data)
    with pytest.raises(RedactError, match="tracked changes"):
        print_to_pdf(buffer.getvalue())


def test_drawing_commands_of_the_same_name_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "convert", lambda *_, **__: b"%PDF-")
    a = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    moved = f"<w:r {W}><w:t>x</w:t><a:path {a}><a:moveTo/></a:path></w:r>"
    assert print_to_pdf(written(moved)) == b"%PDF-"


def test_what_the_traps_would_have_printed(libreoffice: str) -> None:
    # Why they are looked for: LibreOffice shows what was deleted.
    printed = office.convert(written(DELETED), ".docx", ".pdf")
    assert "Struck Kayleigh" in page_texts(printed)[0]
