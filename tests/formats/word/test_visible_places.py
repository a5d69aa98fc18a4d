"""Every visible place of the catalogue is read, once, with its part; what is not text becomes a Gap."""

from __future__ import annotations

import pytest

from redact.values.text import Document, Pages, Part
from tests.formats.word.package_factory import Link, PartSpec, make_docx, p, package, zipped
from tests.formats.word.visible_places import BODY, PARTS, PLACES
from tests.formats.word.word_reading import located, parts_of, places_of_gaps, read_docx, texts


@pytest.fixture(scope="module")
def document() -> Document:
    return read_docx(make_docx(None, BODY, PARTS))


@pytest.mark.parametrize("token", PLACES)
def test_it_is_read_once_with_its_part(document: Document, token: str) -> None:
    assert parts_of(document, token) == [PLACES[token]]


def test_nothing_of_it_is_a_gap(document: Document) -> None:
    assert document.gaps == ()


def test_no_symbol_or_property_is_taken_for_text(document: Document) -> None:
    assert texts(document, Part.PROPERTY) == ["A"]  # the author of the tracked changes


def test_series_of_figures_are_one_passage(document: Document) -> None:
    assert "12\n7.5" in texts(document, Part.CHART)


def test_pages_come_from_the_marks_that_word_left(document: Document) -> None:
    assert (document.pages, document.paging) == (2, Pages.ABOUT)
    assert [location.page for location in located(document, "Tokbody")] == [1]
    assert [location.page for location in located(document, "Tokcell")] == [2]
    assert [location.page for location in located(document, "Tokfooter")] == [None]


def test_without_marks_there_are_no_pages() -> None:
    document = read_docx(make_docx(None, p("One")))
    assert (document.pages, document.paging) == (None, Pages.NONE)


def test_the_order_is_that_of_reading(document: Document) -> None:
    text = document.text()
    in_order = [
        "Tokbody",
        "Tokcell",
        "Toknested",
        "Tokmerged",
        "Tokboxdml",
        "Tokfallback",
        "Tokcharttitle",
        "Tokdiagram",
        "Tokdir",
        "Tokheaderdefault",
        "Tokfooter",
        "Tokfootnote",
        "Tokendnote",
        "Tokcomment",
        "Toklistlabel",
    ]
    assert sorted(in_order, key=text.index) == in_order


@pytest.mark.parametrize("token", PLACES)
def test_strict_files_say_the_same(token: str) -> None:
    strict = read_docx(STRICT)
    assert parts_of(strict, token) == [PLACES[token]]


def _strict() -> bytes:
    """Turn every namespace and relationship type of the document into its Strict name."""
    members = package(BODY, PARTS)
    return zipped({name: _strict_names(name, content) for name, content in members.items()})


def _strict_names(name: str, content: bytes) -> bytes:
    for family in ("wordprocessingml", "drawingml", "officeDocument"):
        content = content.replace(
            f"http://schemas.openxmlformats.org/{family}/2006/".encode(),
            f"http://purl.oclc.org/ooxml/{family}/".encode(),
        )
    return content


STRICT = _strict()


def test_the_strict_file_is_one() -> None:
    assert read_docx(STRICT).gaps == ()
    assert (
        b"schemas.openxmlformats.org/wordprocessingml"
        not in package(BODY, PARTS, strict=True)["word/document.xml"]
    )
    assert located(read_docx(make_docx(None, p("Toksmall"), strict=True)), "Toksmall")


_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


@pytest.mark.parametrize(
    ("body", "part", "place"),
    [
        # D22: Word shows the other file's text at this place
        ('<w:altChunk r:id="rId1"/>', PartSpec("<p>hello</p>", "text/html", "aFChunk"), "D22"),
        # D23: a picture
        ("", PartSpec(b"\x89PNG not really", "image/png", _IMAGE), "D23"),
        # D24: drawings whose text is in records or in XML of their own
        ("", PartSpec(b"\x01\0\0\0 EMF", "image/x-emf", _IMAGE), "D24"),
        ("", PartSpec("<svg><text>hello</text></svg>", "image/svg+xml", _IMAGE), "D24"),
    ],
)
def test_what_is_not_text_is_a_gap(body: str, part: PartSpec, place: str) -> None:
    document = read_docx(make_docx(None, p("One") + body, {"word/media/image1.bin": part}))
    assert places_of_gaps(document) == [place]


def test_a_subdocument_is_a_gap() -> None:
    data = make_docx(
        None,
        p("One") + '<w:subDoc r:id="rIdLink"/>',
        links=[Link("file:///chapter.docx", kind="subDocument")],
    )
    assert places_of_gaps(read_docx(data)) == ["D22"]


def test_cells_have_their_place_in_the_grid_and_text_shows_rows() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"

    wide = cell("wide", '<w:gridSpan w:val="2"/>')
    table = (
        f"<w:tbl><w:tr>{cell('Name')}{wide}{cell('last')}</w:tr>"
        '<w:tr><w:trPr><w:gridBefore w:val="1"/>'
        f"</w:trPr>{cell('second')}{cell('')}{cell('third')}</w:tr></w:tbl>"
    )
    document = read_docx(make_docx(None, p("before") + table + p("after")))
    cells = {passage.text: passage.location.cell for passage in document.passages}
    assert cells["last"] == (1, 4)
    assert cells["second"] == (2, 2)
    assert cells["third"] == (2, 4)
    assert document.text() == "before\nName\twide\tlast\nsecond\t\tthird\nafter\n"
    assert {passage.location.block for passage in document.passages if passage.location.cell} == {1}
