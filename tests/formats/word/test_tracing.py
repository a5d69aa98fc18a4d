"""What is in a document besides its words is a trace with its place; an ordinary document has few."""

from __future__ import annotations

import pytest

from redact.values.text import Part
from tests.formats.word.package_factory import WORD_TYPE, PartSpec, make_docx, p, story, xml
from tests.formats.word.word_reading import read_docx

W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'


def settings(inner: str) -> dict[str, PartSpec]:
    return {"word/settings.xml": PartSpec(xml("w:settings", inner), WORD_TYPE + "settings+xml", "settings")}


def traces(body: str, parts: dict[str, PartSpec] | None = None) -> list[tuple[str | None, Part]]:
    document = read_docx(make_docx(None, p("One") + body, parts or {}))
    return [(trace.location.place, trace.location.part) for trace in document.traces]


def changed(properties: str) -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr></w:p>"


TRACED: list[tuple[str, dict[str, PartSpec], str, Part]] = [
    (changed('<w:rPr><w:del w:id="1"/></w:rPr>'), {}, "D25", Part.TRACKED_DELETION),
    (changed('<w:rPr><w:moveFrom w:id="1"/></w:rPr>'), {}, "D25", Part.TRACKED_DELETION),
    (changed('<w:pPrChange w:id="1"><w:pPr/></w:pPrChange>'), {}, "D26", Part.PROPERTY),
    ('<w:p><w:r><w:rPr><w:rPrChange w:id="1"/></w:rPr></w:r></w:p>', {}, "D26", Part.PROPERTY),
    ('<w:sectPr><w:sectPrChange w:id="1"/></w:sectPr>', {}, "D26", Part.PROPERTY),
    (changed(f"<w15:collapsed {W15}/>"), {}, "D31", Part.BODY),
    ('<w:p><w:ins w:id="1" w:date="2015-03-26T10:00:00Z"/></w:p>', {}, "D40", Part.PROPERTY),
    ("", {"word/comments.xml": story("comments", '<w:comment w:date="2015-03-26T10:00:00Z"/>')}, "D40",
     Part.PROPERTY),
    ("", settings("<w:mailMerge/>"), "D53", Part.PROPERTY),
    ("", settings('<w:rsids><w:rsid w:val="00A11111"/></w:rsids>'), "D55", Part.PROPERTY),
    ("", settings(f'<w15:docId {W15} w15:val="{{1}}"/>'), "D55", Part.PROPERTY),
    ("", settings('<w:documentProtection w:edit="forms"/>'), "D56", Part.PROPERTY),
    ("", settings('<w:writeProtection w:recommended="1"/>'), "D56", Part.PROPERTY),
    ('<w:permStart w:id="1" w:edGrp="everyone"/>', {}, "D56", Part.PROPERTY),
]  # fmt: skip


@pytest.mark.parametrize(("body", "parts", "place", "part"), TRACED)
def test_it_is_a_trace(body: str, parts: dict[str, PartSpec], place: str, part: Part) -> None:
    assert traces(body, parts) == [(place, part)]


@pytest.mark.parametrize(
    "body",
    [
        changed("<w:jc w:val='left'/>"),
        changed(f'<w15:collapsed {W15} w:val="0"/>'),  # switched off
        "<w:p><w:del w:id='1'><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>",  # its text is read
    ],
)
def test_what_is_read_or_switched_off_is_none(body: str) -> None:
    assert traces(body) == []


def test_times_of_one_part_are_one_trace() -> None:
    body = '<w:p><w:ins w:id="1" w:date="2015-03-26T10:00:00Z"/></w:p>' * 3
    assert traces(body) == [("D40", Part.PROPERTY)]


def test_another_content_is_another_trace() -> None:
    one, other = (
        read_docx(make_docx(None, p("One"), settings(f'<w:rsids><w:rsid w:val="{number}"/></w:rsids>')))
        for number in ("00A11111", "00A22222")
    )
    assert one.traces[0].fingerprint != other.traces[0].fingerprint
