"""Titles, bookmarks, descriptions and links help everybody to read a document, and are read by everybody.

So a name in each of them blocks.
"""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Dictionary, Name, String

from redact.judge import judge
from redact.recognise.finding import find_mentions
from redact.resolve import resolve
from redact.values.judgement import Provenance, Rulebook, Settings, Severity
from redact.values.text import Document, Part
from tests.formats.pdf.pdf_factory import read as read_pdf
from tests.formats.pdf.tagged_factory import tag, tagged_pdf
from tests.formats.pdf.test_access_of_pdf import in_content, title
from tests.formats.word.accessible_factory import accessible_docx
from tests.formats.word.word_reading import read_docx
from tests.recognise.recognise_factory import RULES as WITHOUT_MODEL
from tests.shipped_rules import shipped_rules

NAME = "Mrs Ida Quill"
CODED = "https://example.org/Mrs%20Ida%20Quill.pdf"


def word(old: str, new: str) -> Callable[[], Document]:
    return lambda: read_docx(accessible_docx({old: new}), name="")


def pdf(change: Callable[[pikepdf.Pdf], None], pages: int = 1) -> Callable[[], Document]:
    return lambda: read_pdf(tagged_pdf(change, pages=pages))


def bookmark(opened: pikepdf.Pdf) -> None:
    opened.Root.Outlines.First.Title = String(f"What {NAME} said")


def described(opened: pikepdf.Pdf) -> None:
    tag(opened, "Figure").Alt = String(f"{NAME} at her door")


def described_heading(opened: pikepdf.Pdf) -> None:
    tag(opened, "H1")["/ActualText"] = String(f"The account of {NAME}")


def leads_to(opened: pikepdf.Pdf) -> None:
    opened.pages[0].obj.Annots[0].A.URI = String(CODED)


def says_what_it_leads_to(opened: pikepdf.Pdf) -> None:
    opened.pages[0].obj.Annots[0].Contents = String(f"To the letter of {NAME}")


def named_element(opened: pikepdf.Pdf) -> None:
    tag(opened, "Table")["/A"] = Dictionary(O=Name.Table, Summary=String(f"The visits to {NAME}"))


SURFACES = [
    pytest.param(
        word("Learning from a family", f"Learning from {NAME}"), Part.PROPERTY, id="title of a docx"
    ),
    pytest.param(word("A line of dates", f"{NAME} at her door"), Part.ALT_TEXT, id="description in a docx"),
    pytest.param(word("Visits fell", f"Visits to {NAME} fell"), Part.ALT_TEXT, id="title of a chart"),
    pytest.param(
        word("https://example.org/b", CODED),
        Part.LINK,
        id="target in a docx",
    ),
    pytest.param(
        word("https://example.org/c", f"https://example.org/{NAME}"), Part.FIELD, id="target in a field"
    ),
    pytest.param(word("https://example.org/c", CODED), Part.FIELD, id="coded in a field"),
    pytest.param(word("the guidance", f"the letter of {NAME}"), Part.BODY, id="words of a link in a docx"),
    pytest.param(pdf(title(f"Learning from {NAME}")), Part.PROPERTY, id="title of a pdf"),
    pytest.param(pdf(title(None, f"Learning from {NAME}")), Part.PROPERTY, id="title in XMP"),
    pytest.param(pdf(bookmark, 21), Part.OUTLINE, id="bookmark"),
    pytest.param(pdf(described), Part.ALT_TEXT, id="description in a pdf"),
    pytest.param(pdf(described_heading), Part.ALT_TEXT, id="other words for a heading"),
    pytest.param(pdf(named_element), Part.ALT_TEXT, id="summary of a table"),
    pytest.param(pdf(leads_to), Part.LINK, id="target in a pdf"),
    pytest.param(pdf(says_what_it_leads_to), Part.ANNOTATION, id="words for a link"),
    pytest.param(
        pdf(in_content("the guidance of the board", f"the letter of {NAME}")), Part.BODY, id="words of a link"
    ),
]


def rulebook() -> Rulebook:
    return shipped_rules()


@pytest.mark.parametrize(("read", "part"), SURFACES)
def test_a_name_blocks(read: Callable[[], Document], part: Part) -> None:
    document = read()
    resolution = resolve(find_mentions([document], recognisers=WITHOUT_MODEL), [document])
    judgement = judge(
        document,
        resolution,
        rulebook(),
        settings=Settings(),
        secret=b"secret",
        provenance=Provenance(document.sha256, "", None, "0", ""),
    )
    named = [finding for finding in judgement.findings if finding.rule == "person-name"]
    assert {(finding.severity, finding.location.part) for finding in named} == {(Severity.BLOCK, part)}
