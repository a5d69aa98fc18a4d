"""What was described stands in the file that was written, read back by python-docx and from its XML."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest

from redact.formats.word.writing import Comment, Heading, Paragraph, Report, Table, Tracked, write_docx

REPORT = Report(
    title="A title",
    author="Ottoline Marchbanks",
    header="In the header",
    footer="In the footer",
    blocks=(
        Heading(0, "The title"),
        Heading(2, "1.1 A section"),
        Paragraph(
            ("Words with ", Tracked("gone ", "Zebedee", deleted=True), Tracked("new ", "Zebedee"), "end.")
        ),
        Paragraph(("A point.",), "List Bullet", Comment("Is this so?", "Zebedee Quillfeather", "ZQ")),
        Table((("Name", "Role"), ("Child K", "child")), heads=True),
        Paragraph((Tracked("more", "Zebedee"),)),
    ),
)


@pytest.fixture(scope="module")
def written() -> Any:
    return docx.Document(io.BytesIO(write_docx(REPORT)))


def _xml(member: str) -> str:
    with zipfile.ZipFile(io.BytesIO(write_docx(REPORT))) as package:
        return package.read(member).decode("utf-8")


def test_headings_and_paragraphs_stand_in_their_order_and_style(written: Any) -> None:
    assert [(p.style.name, p.text) for p in written.paragraphs] == [
        ("Title", "The title"),
        ("Heading 2", "1.1 A section"),
        ("Normal", "Words with end."),  # python-docx does not see tracked changes
        ("List Bullet", "A point."),
        ("Normal", ""),  # keeps the table apart
        ("Normal", ""),
    ]


def test_the_header_row_of_a_table_is_bold(written: Any) -> None:
    rows = [[cell.paragraphs[0] for cell in row.cells] for row in written.tables[0].rows]
    assert [[cell.text for cell in row] for row in rows] == [["Name", "Role"], ["Child K", "child"]]
    assert [[cell.runs[0].bold for cell in row] for row in rows] == [[True, True], [None, None]]


def test_header_footer_and_properties_hold_what_they_should(written: Any) -> None:
    section, properties = written.sections[0], written.core_properties
    assert (section.header.paragraphs[0].text, section.footer.paragraphs[0].text) == (
        "In the header",
        "In the footer",
    )
    assert (properties.title, properties.author, properties.last_modified_by, properties.comments) == (
        "A title",
        "Ottoline Marchbanks",
        "Ottoline Marchbanks",
        "",
    )


def test_the_comment_has_its_author_and_a_fixed_time(written: Any) -> None:
    comments = [(c.text, c.author, c.initials, c.timestamp.year) for c in written.comments]
    assert comments == [("Is this so?", "Zebedee Quillfeather", "ZQ", 2010)]


def test_tracked_changes_are_ones_that_word_knows(written: Any) -> None:
    body = written.element.body
    deleted = body.xpath(".//w:del/w:r/w:delText")
    inserted = body.xpath(".//w:ins/w:r/w:t")
    assert [element.text for element in deleted] == ["gone "]
    assert [element.text for element in inserted] == ["new ", "more"]
    ids = body.xpath(".//w:ins/@w:id|.//w:del/@w:id")
    assert len(set(ids)) == 3
    assert set(body.xpath(".//w:ins/@w:author|.//w:del/@w:author")) == {"Zebedee"}


def test_the_spaces_of_tracked_words_are_kept() -> None:
    assert '<w:delText xml:space="preserve">gone </w:delText>' in _xml("word/document.xml")


def test_the_same_report_gives_the_same_bytes_without_a_time() -> None:
    assert write_docx(REPORT) == write_docx(REPORT)
    with zipfile.ZipFile(io.BytesIO(write_docx(REPORT))) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "2010-01-04T09:00:00Z" in _xml("docProps/core.xml")


def test_rows_of_different_lengths_are_refused() -> None:
    uneven = Report("", "", "", "", (Table((("a", "b"), ("c",))),))
    with pytest.raises(ValueError, match=r"rows of one length, not of \[1, 2\]"):
        write_docx(uneven)


def test_a_style_that_the_template_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="no style 'Fancy'"):
        write_docx(Report("", "", "", "", (Paragraph(("a",), "Fancy"),)))


def test_the_repr_of_a_description_holds_no_word_of_it() -> None:
    assert "Ottoline" not in repr(REPORT)
    assert "Zebedee" not in "".join(repr(block) for block in REPORT.blocks)
