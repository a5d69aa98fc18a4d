"""Headings, text, lists and tables of contents, told from one another by their looks."""

from __future__ import annotations

import pytest

from redact.judge.outline import outline_of
from redact.judge.phrases import compile_phrase
from redact.judge.roles import Role
from redact.values.text import Format, Location, Part, Region
from tests.judge.judging_factory import SECRET
from tests.judge.requirement_factory import document, reading_of

TEXT = (
    "Nobody had put together what the school nurse and the housing officer each knew of that winter at home."
)

# A document without styles, and which of its lines are headings.
HEADED = [
    (f"Methodology\n{TEXT}", ["Methodology"]),
    (f"3.2 Terms of reference\n{TEXT}", ["3.2 Terms of reference"]),
    (f"FINDINGS\n{TEXT}", ["FINDINGS"]),
    (f"Appendix B: Genogram\n{TEXT}", ["Appendix B: Genogram"]),
    (f"Chapter Two: Methodology\n{TEXT}", ["Chapter Two: Methodology"]),
    (f"What was known?\n{TEXT}", ["What was known?"]),
    (f"The panel met.\n{TEXT}", []),  # a sentence
    (f"and so on\n{TEXT}", []),  # the rest of one
    (f"Author: a nurse\n{TEXT}", []),  # a field of a form
    (f"Date\tAgency\tLead\n{TEXT}", []),  # a row of a table without lines
    (f"Signed ........\n{TEXT}", ["Signed ........"]),  # with nothing behind it
    (
        f"{TEXT}\nThese are attached:\nChronology\nGenogram\nGlossary\n# End\n{TEXT}",
        ["These are attached:", "End"],  # over a list, whose entries are none
    ),
    (f"{TEXT}\nThe panel\nA nurse, trust\nA teacher, council\nA clerk, court\n# End", ["The panel", "End"]),
    (f"- One\n- Two\n{TEXT}", []),
    # Its number goes on from the heading before, whatever stands under it; that of a list does not.
    (f"1. Analysis\n{TEXT}\n2. Lessons", ["1. Analysis", "2. Lessons"]),
    (f"# 4. Lessons\n{TEXT}\n1. Ring the school\n2. Write it down\n3. Meet again", ["4. Lessons"]),
    (f"2. Methodology.\n{TEXT}", ["2. Methodology."]),
    (f"# Foreword\n{TEXT}\nGlossary", ["Foreword", "Glossary"]),  # with nothing under it
    # Recommendations between two numbered headings.
    (f"7. Advice\n1. Ring them\n2. Write it down\n8. Plan\n{TEXT}", ["7. Advice", "8. Plan"]),
    # A form without lines, and the label of a row in which nothing stands.
    (f"Lead\tA nurse\nDue date\nState\tBegun\n{TEXT}", ["Due date"]),
    ("## **2 Analysis**\nfoo bar.", ["**2 Analysis**"]),  # Markdown in a text
]


@pytest.mark.parametrize(("example", "headings"), HEADED)
def test_a_heading_is_known_by_its_looks(example: str, headings: list[str]) -> None:
    outline = outline_of(document(example))
    assert [section.title.text for section in outline.sections] == headings


def test_a_section_holds_the_sections_inside_it() -> None:
    outline = outline_of(document(f"# 1 One\n## 1.1 Inner\n{TEXT}\n# 2 Two\nA few words."))
    assert [(section.level, section.own_words) for section in outline.sections] == [(1, 19), (2, 19), (1, 3)]
    inner, two = outline.sections[1:]
    assert [sentence.text for sentence in outline.said_in(two)] == ["A few words."]
    assert (inner.line, inner.end, two.line) == (1, 3, 3)


def test_the_label_of_a_row_holds_its_row_alone() -> None:
    outline = outline_of(document("| Lead | A nurse |\n| Due | |\n| State | It has begun |"))
    assert [(section.title.text, section.own_words) for section in outline.sections] == [
        ("Lead", 2),
        ("Due", 0),
        ("State", 3),
    ]


def test_a_table_knows_its_head() -> None:
    grid, form = outline_of(document("| A | B | C |\n| 1 | | 3 |\ntext.\n| Name | x |")).tables
    assert (grid.header, grid.columns, sorted(grid.rows[1])) == (0, 3, [1, 3])
    assert form.columns == 2


def test_a_phrase_is_looked_up_in_headings_and_sentences() -> None:
    outline = outline_of(document(f"# Terms of referance\n{TEXT}\n# End\nThe terms of reference stood."))
    phrase = compile_phrase("terms of reference")
    assert [section.title.text for section, _, _ in outline.headed(phrase)] == ["Terms of referance"]
    assert [(number, found) for number, _, *found in outline.saying(phrase)] == [(1, [1, 4])]
    assert not outline.in_contents(phrase)
    assert not list(outline.saying(compile_phrase("zeal*")))


def test_what_a_reader_does_not_see_is_no_line() -> None:
    from redact.formats.building import DocumentBuilder, Request

    builder = DocumentBuilder(Request("x.docx", SECRET), sha256="0" * 64, format=Format.DOCX)
    text = "Methodology is hidden and this is seen."
    where = Location(Part.BODY, block=1)
    builder.passage(text, where, regions=(Region(0, 22, Part.HIDDEN_TEXT, "D29"),))
    builder.passage("A heading", Location(Part.HEADER))
    builder.passage("A note.", Location(Part.FOOTNOTE))
    builder.passage("Once more.", where, apart=True)
    builder.passage("Running.", where, repeated=True)
    outline = outline_of(builder.build())
    assert [line.text.strip() for line in outline.lines] == ["and this is seen."]
    (sentence,) = outline.sentences
    assert text[sentence.span.start : sentence.span.end] == "and this is seen."


def test_an_outline_is_made_once() -> None:
    reading = reading_of(document(TEXT))
    assert reading.outline is reading.outline
    assert reading.outline.roles == (Role.TEXT,)
    assert TEXT not in repr(reading)
    assert TEXT not in repr(reading.outline)
