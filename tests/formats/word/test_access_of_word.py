"""A Word document that everybody can follow has no barrier; one thing taken away is one, and no other."""

from __future__ import annotations

import pytest

from redact.formats.word.access import locked
from redact.values.access import AccessNeed, Barrier
from redact.values.text import Document, Part
from tests.formats.word.accessible_factory import PROSE, accessible_docx
from tests.formats.word.word_reading import read_docx

NEEDS = {
    AccessNeed.TITLE,
    AccessNeed.LANGUAGE,
    AccessNeed.HEADINGS,
    AccessNeed.HEADING_ORDER,
    AccessNeed.HEADER_ROWS,
    AccessNeed.ALT_TEXT,
    AccessNeed.LINK_TEXT,
}
TITLE = "<dc:title>Learning from a family under strain</dc:title>"
LANG = '<w:lang w:val="en-GB"/>'
LEVEL = '"1"/></w:pPr></w:style>'  # of the style that is named in another language
HEADINGS = {
    '<w:pStyle w:val="Heading1"/>': "",
    '<w:pStyle w:val="Own"/>': "",
    LEVEL: LEVEL.replace("1", "9"),
}
DESCRIBED = 'descr="A line of dates from May to June"'
RULE = "<w:pict><v:rect o:hr='t'/></w:pict>"
PICTURE = "<w:pict><v:shape><v:imagedata/></v:shape></w:pict>"
GUESSED = 'descr="A house&#10;&#10;Description automatically generated"'
FAULTS = [
    pytest.param({TITLE: ""}, AccessNeed.TITLE, id="no title"),
    pytest.param({TITLE: "<dc:title> </dc:title>"}, AccessNeed.TITLE, id="an empty title"),
    pytest.param({TITLE: "<dc:title>Microsoft Word - a.doc</dc:title>"}, AccessNeed.TITLE, id="Word's title"),
    pytest.param({TITLE: "<dc:title>Document1</dc:title>"}, AccessNeed.TITLE, id="a new document's title"),
    pytest.param({TITLE: "<dc:title>the review v3.docx</dc:title>"}, AccessNeed.TITLE, id="a file's name"),
    pytest.param({TITLE: "<dc:title>scr_child_x_final</dc:title>"}, AccessNeed.TITLE, id="a name with bars"),
    pytest.param({LANG: ""}, AccessNeed.LANGUAGE, id="no language"),
    pytest.param({LANG: '<w:lang w:val="x-none"/>'}, AccessNeed.LANGUAGE, id="a language that is none"),
    pytest.param({LANG: '<w:lang w:val="de-DE"/>'}, AccessNeed.LANGUAGE, id="another language"),
    pytest.param({LEVEL: LEVEL.replace("1", "3")}, AccessNeed.HEADING_ORDER, id="a level left out"),
    pytest.param(
        {'<w:pStyle w:val="Heading1"/>': ""}, AccessNeed.HEADING_ORDER, id="the first is of level 2"
    ),
    pytest.param({"<w:tblHeader/>": ""}, AccessNeed.HEADER_ROWS, id="no header row"),
    pytest.param({"<w:tblHeader/>": '<w:tblHeader w:val="0"/>'}, AccessNeed.HEADER_ROWS, id="switched off"),
    pytest.param({"Chair:": "Chair"}, AccessNeed.HEADER_ROWS, id="a table that is no form"),
    pytest.param({DESCRIBED: ""}, AccessNeed.ALT_TEXT, id="no description"),
    pytest.param({DESCRIBED: 'descr="image1.png"'}, AccessNeed.ALT_TEXT, id="described by a file's name"),
    pytest.param({DESCRIBED: 'descr="Picture 1"'}, AccessNeed.ALT_TEXT, id="described by nothing"),
    pytest.param({DESCRIBED: GUESSED}, AccessNeed.ALT_TEXT, id="described by a program"),
    pytest.param({'val="1"/></a:ext>': 'val="0"/></a:ext>'}, AccessNeed.ALT_TEXT, id="not decorative"),
    pytest.param({'title="Visits fell from six to two"': ""}, AccessNeed.ALT_TEXT, id="a chart"),
    pytest.param({RULE: PICTURE}, AccessNeed.ALT_TEXT, id="an old picture"),
    pytest.param({"the guidance": "click here"}, AccessNeed.LINK_TEXT, id="click here"),
    pytest.param({"the guidance": "https://example.org/a"}, AccessNeed.LINK_TEXT, id="an address"),
    pytest.param({"<w:t>the guidance</w:t>": ""}, AccessNeed.LINK_TEXT, id="no words"),
    pytest.param({"the earlier review": "the guidance"}, AccessNeed.LINK_TEXT, id="the same words"),
    pytest.param({"the board's plan": "here"}, AccessNeed.LINK_TEXT, id="in a field"),
]


def barriers(document: Document) -> tuple[Barrier, ...]:
    assert document.access is not None
    return document.access.barriers


def test_a_document_that_everybody_can_follow_has_no_barrier() -> None:
    access = read_docx(accessible_docx()).access
    assert access is not None
    assert (set(access.judged), access.barriers, access.unjudged) == (NEEDS, (), ())


@pytest.mark.parametrize(("changes", "need"), FAULTS)
def test_one_fault_is_one_barrier_and_no_other(changes: dict[str, str], need: AccessNeed) -> None:
    assert [one.need for one in barriers(read_docx(accessible_docx(changes)))] == [need]


def test_bold_lines_in_place_of_headings_are_told_once_where_the_first_stands() -> None:
    run = '<w:r><w:t xml:space="preserve">'
    bold = {
        f"{run}{line}": f"<w:r><w:rPr><w:b/></w:rPr><w:t>{line}" for line in ("Overview", "What was known")
    }
    document = read_docx(accessible_docx({**bold, **HEADINGS}))
    (barrier,) = barriers(document)
    assert (barrier.need, barrier.because[:7]) == (AccessNeed.HEADINGS, "2 lines")
    assert (barrier.location.part, barrier.location.block) == (Part.BODY, 1)
    assert document.access is not None
    assert [need for need, _ in document.access.unjudged] == [AccessNeed.HEADING_ORDER]


def test_a_long_text_needs_headings_and_a_short_one_does_not() -> None:
    assert barriers(read_docx(accessible_docx(HEADINGS))) == ()
    long = barriers(read_docx(accessible_docx({**HEADINGS, PROSE: " ".join([PROSE] * 12)})))
    assert [one.need for one in long] == [AccessNeed.HEADINGS]


def test_a_run_may_say_the_language_of_most_of_the_text() -> None:
    """The whole is said to be German, and each paragraph of it English: that is what a voice goes by."""
    marked = {"<w:r><w:t xml": '<w:r><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t xml'}
    changes = {LANG: '<w:lang w:val="de-DE"/>', **marked}
    assert barriers(read_docx(accessible_docx(changes))) == ()


def test_what_stands_in_a_passage_is_told_with_its_words() -> None:
    changes = {"the guidance": "click here", "<w:tblHeader/>": ""}
    document = read_docx(accessible_docx(changes))
    texts = {passage.id: passage.text for passage in document.passages}
    spans = {one.need: one.span for one in barriers(document)}
    link, table = spans[AccessNeed.LINK_TEXT], spans[AccessNeed.HEADER_ROWS]
    assert link is not None
    assert table is not None
    assert texts[link.passage][link.start : link.end] == "click here"
    assert texts[table.passage][table.start : table.end] == "Date"


def test_a_locked_document_is_not_judged() -> None:
    access = locked()
    assert (access.judged, access.barriers) == ((), ())
    assert {need for need, _ in access.unjudged} == NEEDS
