"""Marks of a document that was not meant to go out, and the same words where they are none."""

from __future__ import annotations

import pytest

from redact.formats.building import DocumentBuilder, Request
from redact.judge.checks.forbidden import find_marks
from redact.values.requirements import MarkName
from redact.values.text import Document, Format, Location, Part
from tests.judge.judging_factory import SECRET

DRAFT, RESTRICTED, CONFIDENTIAL = MarkName.DRAFT, MarkName.RESTRICTED, MarkName.CONFIDENTIAL
MERGE, PLACEHOLDER, REDACTED = MarkName.MERGE_FIELD, MarkName.PLACEHOLDER, MarkName.REDACTED
CROSSES, SQUARES = MarkName.CROSSES, MarkName.SQUARES
LINES_BEFORE = 16  # so that a body line is none of the cover


def document(text: str, part: Part = Part.BODY, *, copies: int = 1, before: int = LINES_BEFORE) -> Document:
    """Build a document with a text in one part, behind lines of plain text."""
    builder = DocumentBuilder(Request("x.docx", SECRET), sha256="0" * 64, format=Format.DOCX)
    for _ in range(before):
        builder.passage("A line of plain text.", Location(Part.BODY, block=builder.next_block(Part.BODY)))
    for _ in range(copies):
        place = "D10" if part is Part.TEXT_BOX else None
        where = Location(part, place, block=builder.next_block(part))
        builder.passage(text, where, apart=part is Part.FILE_NAME)
    return builder.build()


def marks(text: str, part: Part = Part.BODY) -> list[MarkName]:
    return [marked.name for marked in find_marks(document(text, part), tuple(MarkName))]


@pytest.mark.parametrize(
    ("text", "part", "mark"),
    [
        ("Child K overview report \u2013 DRAFT", Part.HEADER, DRAFT),
        ("Draft v3\tPage 2 of 40", Part.HEADER, DRAFT),
        ("Final draft, 4 May 2015", Part.FOOTER, DRAFT),
        ("DRAFT", Part.TEXT_BOX, DRAFT),  # a watermark
        ("Overview report Child K DRAFT v2.docx", Part.FILE_NAME, DRAFT),
        ("child-k_overview_v0.4.docx", Part.FILE_NAME, DRAFT),
        ("THIS IS A DRAFT REPORT", Part.BODY, DRAFT),
        ("This report is a working draft and will change.", Part.BODY, DRAFT),
        ("Recommendation 4 [draft \u2013 awaiting police]", Part.BODY, DRAFT),
        ("Panel comments to be added. DRAFT ONLY", Part.BODY, DRAFT),
        ("Overview Report (second draft)", Part.BODY, DRAFT),
        ("Version 0.7", Part.BODY, DRAFT),
        ("Status: Draft", Part.BODY, DRAFT),
        ("Draft Version 5 (amended following panel)", Part.BODY, DRAFT),
        ("Child M overview report FINAL DRAFT 12.03.2016 Page 4", Part.FOOTER, DRAFT),
        ("Overview of the review, draft 6", Part.PROPERTY, DRAFT),
        ("Classification: RESTRICTED", Part.BODY, RESTRICTED),
        ("RESTRICTED", Part.HEADER, RESTRICTED),
        ("OFFICIAL\u2013SENSITIVE", Part.FOOTER, RESTRICTED),
        ("OFFICIAL: SENSITIVE [when complete]", Part.FOOTER, RESTRICTED),
        ("Restricted when completed", Part.BODY, RESTRICTED),
        ("Restricted \u2013 for panel members only", Part.HEADER, RESTRICTED),
        ("CONFIDENTIAL", Part.BODY, CONFIDENTIAL),
        ("Strictly Private & Confidential", Part.HEADER, CONFIDENTIAL),
        ("Confidential. Not to be disclosed without the consent of the agency.", Part.BODY, CONFIDENTIAL),
        ("This report is strictly confidential to the panel.", Part.BODY, CONFIDENTIAL),
        ("Not for onward circulation", Part.FOOTER, CONFIDENTIAL),
        ("This document must not be copied.", Part.BODY, CONFIDENTIAL),
        ("Serious Case Review CONFIDENTIAL", Part.BODY, CONFIDENTIAL),
        ("Child K report CONFIDENTIAL.pdf", Part.FILE_NAME, CONFIDENTIAL),
        ("Dear \u00abForename\u00bb \u00abSurname\u00bb", Part.BODY, MERGE),
        ("Review of {{child_label}}", Part.BODY, MERGE),
        ("<<insert name>>", Part.BODY, MERGE),
        ('MERGEFIELD "Surname"', Part.FIELD, MERGE),
        ("insert name of agency", Part.BODY, PLACEHOLDER),
        ("[name]", Part.BODY, PLACEHOLDER),
        ("[name of school]", Part.BODY, PLACEHOLDER),
        ("Author: [insert author\u2019s name]", Part.BODY, PLACEHOLDER),
        ("Author: [insert the name of\nthe author]", Part.BODY, PLACEHOLDER),  # broken over two lines
        ("Subject: Child *insert initials*", Part.BODY, PLACEHOLDER),
        ("without the permission of (*insert agency*)", Part.BODY, PLACEHOLDER),
        ("Date: TBC", Part.BODY, PLACEHOLDER),
        ("Published: tbc", Part.BODY, PLACEHOLDER),
        ("on xx/xx/xxxx the mother rang", Part.BODY, PLACEHOLDER),
        ("(add date here)", Part.BODY, PLACEHOLDER),
        ("Click or tap here to enter text.", Part.BODY, PLACEHOLDER),
        ("Please enter the child's details here", Part.BODY, PLACEHOLDER),
        ("Lead: to be confirmed", Part.BODY, PLACEHOLDER),
        ("Date: dd/mm/yyyy", Part.BODY, PLACEHOLDER),
        ("Born 00/00/0000", Part.BODY, PLACEHOLDER),
        ("[Names removed]", Part.BODY, REDACTED),
        ("She lived with [redacted] at the time.", Part.BODY, REDACTED),
        ("(REDACTED)", Part.BODY, REDACTED),
        ("[\u2026redacted\u2026]", Part.BODY, REDACTED),
        ("[Paragraph 4.3 removed on legal advice]", Part.BODY, REDACTED),
        ("This paragraph has been removed.", Part.BODY, REDACTED),
        ("The mother, ***** Road", Part.BODY, REDACTED),
        ("The family of " + "X" * 4 + " moved.", Part.BODY, CROSSES),
        ("aged xx at the time", Part.BODY, CROSSES),
        ("the \u25a0\u25a0\u25a0\u25a0 school", Part.BODY, SQUARES),
        ("seen at \u2588 school", Part.BODY, SQUARES),
    ],
)
def test_a_mark_is_found_where_a_mark_stands(text: str, part: Part, mark: MarkName) -> None:
    assert mark in marks(text, part)


@pytest.mark.parametrize(
    "text",
    [
        "The parents saw the first draft of this report in May.",
        "A draft care plan was sent to the mother.",
        "Draft protection plan: visits twice a week.",
        "Version 2.0 \u2013 final",  # a finished report may say which version it is
        "There was a draught in the bedroom.",
        "The father's contact was restricted.",
        "RESTRICTED CONTACT ORDERS",  # a heading in capitals
        "The child kept a secret.",
        "NOT PROTECTIVELY MARKED",
        "CONFIDENTIAL COUNSELLING SERVICE",
        "Confidentiality",
        "The confidential counselling service closed.",
        "She told the nurse in confidence.",
        "Address: confidential",  # an answer, not a marking
        "\u201cConfidential\u201d was written on the envelope.",
        "The score was <5 and >3.",
        "The date of the visit was to be confirmed by the nurse.",
        "The nurse was told to add the address to the file.",
        "[the mother] said that she [had] rung, and wrote [sic] that it was fine.",
        "[2014] EWHC 2522",
        "The children had been removed from home.",
        "A redacted copy was given to the court.",
        "Names have been removed to protect the family.",
        "* * *",
        "love you loads xxx",  # kisses
        "\u201cnight night xxxx\u201d",
        "Part " + "X" * 3 + " of the Act",
        "Child X and Mrs X",
        "\u25a0 the first point",  # the sign of a list
        "rated \u25a0\u25a0\u25a0\u25a1\u25a1",
        "Key: \u25a0 high \u25a1 low",
        "Draft minutes of the strategy meeting were circulated late.",
        "The core group never saw the draft",
        "Confidential information was shared lawfully.",
        "Restricted hours at the clinic",
        "He was removed (with his sister) from the home.",
        "What did they know???",
    ],
)
def test_the_same_words_are_no_mark_elsewhere(text: str) -> None:
    assert marks(text) == []


def test_a_title_on_the_cover_is_a_mark_that_a_line_of_the_text_is_not() -> None:
    text = "Draft overview report for the panel"
    assert [one.name for one in find_marks(document(text, before=0), (DRAFT,))] == [DRAFT]
    assert list(find_marks(document(f"{text} was sent out."), (DRAFT,))) == []


def test_what_runs_over_the_pages_is_one_mark_with_all_its_places() -> None:
    (marked,) = find_marks(document("RESTRICTED", Part.HEADER, copies=12), (RESTRICTED,))
    assert len(marked.spans) == 12
    assert "12" in marked.because


@pytest.mark.parametrize("part", [Part.COMMENT, Part.TRACKED_DELETION, Part.HIDDEN_TEXT])
def test_what_no_reader_sees_is_left_to_the_rules_on_it(part: Part) -> None:
    assert marks("DRAFT", part) == []


def test_no_word_of_the_document_is_in_a_reason_or_a_repr() -> None:
    (marked,) = find_marks(document("[insert name of Osgood]"), (PLACEHOLDER,))
    assert "sgood" not in marked.because + repr(marked)
