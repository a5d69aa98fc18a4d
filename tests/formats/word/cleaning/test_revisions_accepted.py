"""Tracked changes: refused with their number, or accepted as Word accepts them."""

from __future__ import annotations

import pytest

from redact.values.cleaning import Cleaned, CleaningOptions, Refusal
from redact.values.text import Part
from tests.formats.word.cleaning.cleaned import clean_docx, cleaned_body, every_word, member
from tests.formats.word.package_factory import make_docx, p, story
from tests.formats.word.word_reading import read_docx, texts


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def gone(text: str) -> str:
    return f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


MARK_GONE = "<w:pPr><w:rPr><w:del w:id='1' w:author='A'/></w:rPr></w:pPr>"

# Body, and what its paragraphs say afterwards.
ACCEPTED: list[tuple[str, list[str]]] = [
    # an insertion stays
    (
        f"<w:p>{run('He was ')}<w:ins w:id='1'>{run('very ')}</w:ins>{run('tired.')}</w:p>",
        ["He was very tired."],
    ),
    # a deletion goes
    (f"<w:p>{run('He was ')}<w:del w:id='1'>{gone('very ')}</w:del>{run('tired.')}</w:p>", ["He was tired."]),
    # what was inserted and deleted again goes
    (
        f"<w:p>{run('One.')}<w:ins w:id='1'><w:del w:id='2'>{gone('Two.')}</w:del></w:ins></w:p>",
        ["One."],
    ),
    # moved text stands where it was moved to
    (
        f"<w:p><w:moveFrom w:id='1'>{run('Here.')}</w:moveFrom></w:p><w:p><w:moveTo "
        f"w:id='2'>{run('Here.')}</w:moveTo></w:p>",
        ["Here."],
    ),
    # a paragraph whose mark was deleted runs into the next one
    (f"<w:p>{MARK_GONE}{run('First ')}</w:p>{p('second.')}", ["First second."]),
    # three of them run into one
    (f"<w:p>{MARK_GONE}{run('a ')}</w:p><w:p>{MARK_GONE}{run('b ')}</w:p>{p('c')}", ["a b c"]),
    # a wholly deleted paragraph leaves no line
    (f"{p('a')}<w:p>{MARK_GONE}<w:del w:id='2'>{gone('b')}</w:del></w:p>{p('c')}", ["a", "c"]),
    # a deleted paragraph before a table leaves its text where it is
    (
        f"<w:p>{MARK_GONE}{run('a')}</w:p><w:tbl><w:tr>{cell('b')}</w:tr></w:tbl>{p('c')}",
        ["a", "b", "c"],
    ),
    # a deleted row goes, an inserted one stays
    (
        f"<w:tbl><w:tr><w:trPr><w:del w:id='1'/></w:trPr>{cell('a')}</w:tr>"
        f"<w:tr><w:trPr><w:ins w:id='2'/></w:trPr>{cell('b')}</w:tr></w:tbl>{p('c')}",
        ["b", "c"],
    ),
    # a deleted cell goes, an inserted one stays
    (
        f"<w:tbl><w:tr>{cell('a', '<w:cellDel w:id=' + repr('1') + '/>')}"
        f"{cell('b', '<w:cellIns w:id=' + repr('2') + '/>')}</w:tr></w:tbl>{p('c')}",
        ["b", "c"],
    ),
    # a table of which every row was deleted goes
    (
        f"<w:tbl><w:tr><w:trPr><w:del w:id='1'/></w:trPr>{cell('a')}</w:tr></w:tbl>{p('c')}",
        ["c"],
    ),
    # text of a deletion that stands in none goes too
    (f"<w:p>{gone('lost')}{run('kept')}</w:p>", ["kept"]),
    # the format that text has now stays
    (
        "<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id='1'><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>"
        "<w:t>bold</w:t></w:r></w:p>",
        ["bold"],
    ),
]


@pytest.mark.parametrize(("body", "expected"), ACCEPTED)
def test_changes_are_accepted(body: str, expected: list[str]) -> None:
    copy = cleaned_body(body)
    assert texts(read_docx(copy.content)) == expected
    markup = member(copy, "word/document.xml")
    assert not [word for word in ("w:ins", "w:del", "w:move", "Change", "w:author") if f"<{word}" in markup]


def test_the_format_that_was_decided_on_stays() -> None:
    markup = member(cleaned_body(ACCEPTED[-1][0]), "word/document.xml")
    assert "<w:rPr><w:b/></w:rPr>" in markup
    assert "<w:i/>" not in markup


def test_a_section_that_ends_in_a_deleted_paragraph_still_ends() -> None:
    section = "<w:sectPr><w:pgSz w:w='16838' w:h='11906' w:orient='landscape'/></w:sectPr>"
    body = f"<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr>{section}</w:pPr>{run('a')}</w:p>{p('b')}"
    markup = member(cleaned_body(body), "word/document.xml")
    assert 'w:orient="landscape"' in markup


def test_without_a_word_of_the_user_changes_are_refused_with_their_number_and_place() -> None:
    header = story("header", f"<w:p><w:ins w:id='3' w:author='A'>{run('x')}</w:ins></w:p>")
    header = type(header)(header.content, header.content_type, header.kind, "rIdHeader")
    body = (
        f"<w:p><w:ins w:id='1'>{run('a')}</w:ins><w:del w:id='2'>{gone('b')}</w:del>"
        f"<w:del w:id='4'>{gone('c')}</w:del></w:p>"
        "<w:sectPr><w:headerReference w:type='default' r:id='rIdHeader'/></w:sectPr>"
    )
    answer = clean_docx(make_docx(None, body, {"word/header1.xml": header}), CleaningOptions())
    assert isinstance(answer, Refusal)
    told = [(entry.location.part, entry.location.place, entry.count) for entry in answer.because]
    assert told == [(Part.BODY, "D15", 1), (Part.BODY, "D25", 2), (Part.HEADER, "D15", 1)]
    assert "--accept-revisions" in answer.remedy


def test_changes_in_parts_that_do_not_come_along_stop_nothing() -> None:
    lost = story("header", f"<w:p><w:ins w:id='3'>{run('Orla')}</w:ins></w:p>", kind=None)
    orphan = type(lost)(lost.content, lost.content_type, None)
    answer = clean_docx(make_docx(None, p("a"), {"word/header9.xml": orphan}), CleaningOptions())
    assert isinstance(answer, Cleaned)
    assert "orla" not in every_word(answer.content)


def test_a_note_that_only_deleted_text_refers_to_goes() -> None:
    notes = story(
        "footnotes",
        f"<w:footnote w:type='separator' w:id='-1'><w:p/></w:footnote>"
        f"<w:footnote w:id='1'>{p('Note on Orla')}</w:footnote><w:footnote "
        f"w:id='2'>{p('Kept note')}</w:footnote>",
    )
    body = (
        "<w:p><w:del w:id='1'><w:r><w:footnoteReference w:id='1'/></w:r></w:del>"
        "<w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    )
    copy = cleaned_body(body, {"word/footnotes.xml": notes})
    assert "orla" not in every_word(copy.content)
    assert "Kept note" in member(copy, "word/footnotes.xml")
    assert 'w:type="separator"' in member(copy, "word/footnotes.xml")
