"""A token in each place of a presentation where words can hide; and presentations that are not read."""

from __future__ import annotations

import pytest

from redact.errors import Damaged, Hostile, LimitReached, RedactError, WrongType
from redact.values.text import Document, Pages, Part
from tests.formats.slides.slide_factory import TYPE, located, presentation, read_slides, shape, tree

_TABLE = (
    "<p:graphicFrame><a:graphic><a:graphicData><a:tbl>"
    "<a:tr><a:tc><a:txBody><a:p><a:r><a:t>TokenHead</a:t></a:r></a:p></a:txBody></a:tc></a:tr>"
    "<a:tr><a:tc><a:txBody><a:p><a:r><a:t>TokenCell</a:t></a:r></a:p></a:txBody></a:tc>"
    '<a:tc hMerge="1"><a:txBody><a:p><a:r><a:t>TokenMerged</a:t></a:r></a:p></a:txBody></a:tc></a:tr>'
    "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
)


def _everything() -> bytes:
    first = (
        shape("TokenTitle", holder="title")
        + shape("TokenBody", own='descr="TokenAlt"')
        + shape("TokenOff", at=2000)
        + shape("TokenSwitched", own='hidden="1"')
        + f"<p:grpSp>{shape('TokenGroup')}</p:grpSp>"
        + _TABLE
    )
    notes = tree("notes", shape("TokenNotes", holder="body"))
    comments = (
        '<p:cmLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
        '<p:cm authorId="0"><p:text>TokenComment</p:text></p:cm></p:cmLst>'
    )
    authors = (
        '<p:cmAuthorLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
        '<p:cmAuthor id="0" name="TokenAuthor" initials="TA"/></p:cmAuthorLst>'
    )
    tags = (
        '<p:tagLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
        '<p:tag name="TOKENTAG" val="TokenValue"/></p:tagLst>'
    )
    layout = tree("sldLayout", shape("TokenPlaceholder", holder="body") + shape("TokenMaster"))
    slide, main = "ppt/slides/slide1.xml", "ppt/presentation.xml"
    parts = {
        "ppt/notesSlides/notesSlide1.xml": (notes, TYPE + "notesSlide+xml", "notesSlide", slide),
        "ppt/comments/comment1.xml": (comments, TYPE + "comments+xml", "comments", slide),
        "ppt/commentAuthors.xml": (authors, TYPE + "commentAuthors+xml", "commentAuthors", main),
        "ppt/tags/tag1.xml": (tags, TYPE + "tags+xml", "tags", main),
        "ppt/slideLayouts/slideLayout1.xml": (layout, TYPE + "slideLayout+xml", "slideLayout", slide),
    }
    extra = (
        '<p:custShowLst><p:custShow name="TokenShow"/></p:custShowLst>'
        '<p14:sectionLst><p14:section name="TokenSection"/></p14:sectionLst>'
    )
    second = tree("sld", shape("TokenHidden"), 'show="0"')
    return presentation([tree("sld", first), second], extra=extra, parts=parts)


@pytest.fixture(scope="module")
def everything() -> Document:
    return read_slides(_everything())


@pytest.mark.parametrize(
    ("token", "part", "place", "page"),
    [
        ("TokenTitle", Part.BODY, "X18", 1),
        ("TokenBody", Part.BODY, "X18", 1),
        ("TokenGroup", Part.BODY, "X18", 1),
        ("TokenCell", Part.TABLE, "D6", 1),
        ("TokenMerged", Part.TABLE, "D7", 1),  # covered by the cell before it
        ("TokenOff", Part.HIDDEN_TEXT, "D31", 1),  # beside the slide
        ("TokenSwitched", Part.HIDDEN_TEXT, "X17", 1),  # switched off in the list of objects
        ("TokenHidden", Part.HIDDEN_TEXT, "X19", 2),
        ("TokenNotes", Part.HIDDEN_TEXT, "X20", 1),
        ("TokenPlaceholder", Part.HIDDEN_TEXT, "X21", None),
        ("TokenMaster", Part.HEADER, "X21", None),  # of a layout, and shown on every slide
        ("TokenComment", Part.COMMENT, "D27", 1),
        ("TokenAuthor", Part.PROPERTY, "D40", None),
        ("TokenValue", Part.PROPERTY, "D54", None),
        ("TokenAlt", Part.ALT_TEXT, "D47", 1),
        ("TokenShow", Part.PROPERTY, "X16", None),
        ("TokenSection", Part.PROPERTY, "X16", None),
    ],
)
def test_each_place_is_read(
    token: str, part: Part, place: str, page: int | None, everything: Document
) -> None:
    assert [(at.part, at.place, at.page) for at in located(everything, token)] == [(part, place, page)]


def test_slides_are_pages_and_all_was_understood(everything: Document) -> None:
    assert (everything.pages, everything.paging, everything.gaps) == (2, Pages.EXACT, ())


def test_a_table_has_its_heading_above_its_cell(everything: Document) -> None:
    head, cell = located(everything, "TokenHead")[0], located(everything, "TokenCell")[0]
    assert (head.block, head.cell, cell.cell) == (cell.block, (1, 1), (2, 1))


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        (_everything()[:-60], Damaged, "cut off or broken"),
        (_everything().replace(b"PK\x03\x04", b"PK\x03\x05", 1), Damaged, "broken"),
        (presentation([tree("sld", "<x>" * 300 + "</x>" * 300)]), LimitReached, "deeper"),
        (presentation(["<!DOCTYPE x><x/>"]), Hostile, "document type"),
        (
            presentation([], parts={"ppt/vba.bin": ("x", "application/vnd.ms-office.vbaProject", "vba", "")}),
            WrongType,
            "macros",
        ),
    ],
)
def test_what_is_no_presentation_says_so(content: bytes, error: type[RedactError], words: str) -> None:
    with pytest.raises(error, match=words):
        read_slides(content)
