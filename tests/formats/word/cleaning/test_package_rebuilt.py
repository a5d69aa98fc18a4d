"""The package of a copy: only parts that are known, with names of ours; what cannot be cleaned says why."""

from __future__ import annotations

import pytest

from redact.errors import Damaged, Hostile, PasswordNeeded, RedactError, WrongType
from tests.formats.word.cleaning.cleaned import (
    clean_docx,
    cleaned,
    cleaned_body,
    counted,
    every_word,
    member,
    names,
)
from tests.formats.word.package_factory import WORD_TYPE, PartSpec, make_docx, p, package, story, xml, zipped
from tests.formats.word.word_reading import read_docx, texts

MACROS = "application/vnd.ms-office.vbaProject"
STYLES = xml(
    "w:styles",
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="OrlasHeading"><w:name w:val="heading 1"/><w:basedOn '
    'w:val="Normal"/>'
    '<w:next w:val="OrlasBody"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="OrlasBody"><w:name w:val="Orla report body"/><w:aliases '
    'w:val="Orla"/>'
    '<w:basedOn w:val="OrlasHeading"/><w:rsid w:val="00112233"/></w:style>',
)


def test_styles_that_a_person_named_are_renamed_where_they_are_used() -> None:
    body = '<w:p><w:pPr><w:pStyle w:val="OrlasBody"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'
    copy = cleaned_body(body, {"word/styles.xml": PartSpec(STYLES, WORD_TYPE + "styles+xml", "styles")})
    styles = member(copy, "word/styles.xml")
    assert '<w:pStyle w:val="Style1"/>' in member(copy, "word/document.xml")
    assert 'w:styleId="Style1"><w:name w:val="Style1"/><w:basedOn w:val="Heading1"/>' in styles
    assert (
        'w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Style1"/>'
        in styles
    )
    assert "orla" not in every_word(copy.content)


def test_headers_of_pages_that_there_are_not_go_and_those_of_pages_that_there_are_stay() -> None:
    headers = {
        f"word/header{number}.xml": PartSpec(
            xml("w:hdr", p(text)), WORD_TYPE + "header+xml", "header", f"rId{kind}"
        )
        for number, (kind, text) in enumerate(
            [("default", "Every page"), ("first", "Orla"), ("even", "Orla too")]
        )
    }
    references = "".join(
        f'<w:headerReference w:type="{kind}" r:id="rId{kind}"/>' for kind in ("default", "first", "even")
    )
    copy = cleaned_body(f"{p('a')}<w:sectPr>{references}</w:sectPr>", headers)
    assert "orla" not in every_word(copy.content)
    assert texts(read_docx(copy.content)) == ["a", "Every page"]
    with_first = cleaned_body(f"{p('a')}<w:sectPr>{references}<w:titlePg/></w:sectPr>", headers)
    assert texts(read_docx(with_first.content)) == ["a", "Every page", "Orla"]
    settings = PartSpec(xml("w:settings", "<w:evenAndOddHeaders/>"), WORD_TYPE + "settings+xml", "settings")
    with_even = cleaned_body(
        f"{p('a')}<w:sectPr>{references}</w:sectPr>", headers | {"word/settings.xml": settings}
    )
    assert texts(read_docx(with_even.content)) == ["a", "Every page", "Orla too"]


def test_settings_keep_what_changes_the_pages_only() -> None:
    settings = (
        '<w:zoom w:percent="90"/><w:trackRevisions/><w:defaultTabStop w:val="700"/>'
        '<w:docVars><w:docVar w:name="who" w:val="Orla Wintergreen"/></w:docVars><w:rsids><w:rsid '
        'w:val="001A2B3C"/></w:rsids>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    )
    copy = cleaned_body(
        p("a"),
        {"word/settings.xml": PartSpec(xml("w:settings", settings), WORD_TYPE + "settings+xml", "settings")},
    )
    left = member(copy, "word/settings.xml")
    assert [tag for tag in ("defaultTabStop", "compatibilityMode") if tag in left] == [
        "defaultTabStop",
        "compatibilityMode",
    ]
    assert [tag for tag in ("zoom", "docVar", "rsid", "trackRevisions") if tag in left] == []


def test_fonts_stay_where_text_asks_for_them_and_no_file_of_a_font_does() -> None:
    fonts = (
        '<w:font w:name="Orla Sans"/><w:font w:name="Foundry House"><w:altName w:val="Orla Hand"/>'
        '<w:embedRegular r:id="rIdF" w:fontKey="{0}"/></w:font><w:font w:name="Calibri"/>'
    )
    body = '<w:p><w:r><w:rPr><w:rFonts w:ascii="Foundry House"/></w:rPr><w:t>a</w:t></w:r></w:p>'
    copy = cleaned_body(
        body,
        {"word/fontTable.xml": PartSpec(xml("w:fonts", fonts), WORD_TYPE + "fontTable+xml", "fontTable")},
    )
    left = member(copy, "word/fontTable.xml")
    assert 'w:name="Foundry House"' in left
    assert 'w:name="Calibri"' in left
    assert "embed" not in left
    assert "orla" not in every_word(copy.content)


def test_prefixes_and_namespaces_are_ours() -> None:
    body = '<orla:p xmlns:orla="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:secret="http://example.org/orla"><orla:r><orla:t>a</orla:t></orla:r></orla:p>'
    copy = cleaned_body(body)
    assert texts(read_docx(copy.content)) == ["a"]
    assert "orla" not in member(copy, "word/document.xml").lower()


def test_markup_that_nobody_knows_goes_and_is_counted() -> None:
    body = (
        '<w:p w:note="Orla" w:rsidR="00112233"><w:r><w:t>a</w:t>stray Orla</w:r>'
        '<x:thing xmlns:x="http://example.org/x" x:who="Orla">Orla</x:thing><w:r><w:rPr><w:lang '
        'w:val="en-GB"/></w:rPr></w:r></w:p>'
    )
    copy = cleaned_body(body)
    assert "orla" not in every_word(copy.content)
    assert counted(copy.removed) == {
        ("D55", "numbers of editing sessions"): 1,
        ("D68", "attributes that Word does not have"): 1,
        ("D68", "elements of other vocabularies"): 1,
        ("D68", "texts outside of the text"): 1,
    }
    assert 'w:lang w:val="en-GB"' in member(copy, "word/document.xml")


def test_an_unknown_part_is_named_as_lost_and_an_orphan_as_removed() -> None:
    parts = {
        "word/orla.xml": PartSpec("<x>Orla</x>", "application/x-orla+xml", "whatever"),
        "word/stray.xml": PartSpec("<x>Orla</x>", "application/x-orla+xml"),
    }
    copy = cleaned_body(p("a"), parts)
    assert counted(copy.lost) == {("D38", "parts that redact does not know"): 1}
    assert counted(copy.removed) == {("D38", "parts that nothing leads to"): 1}
    assert "orla" not in every_word(copy.content)


def test_what_lies_between_the_parts_is_not_in_the_copy() -> None:
    data = b"Orla before" + make_docx(None, p("a")) + b"Orla after"
    copy = cleaned(data)
    assert counted(copy.removed) == {("D38", "data between the parts of the package"): 2}
    assert "orla" not in every_word(copy.content)


def test_another_file_shown_in_the_text_is_lost_and_named() -> None:
    other = PartSpec(make_docx(None, p("Orla")), None, "aFChunk", "rIdC")
    copy = cleaned_body(f"{p('a')}<w:altChunk r:id='rIdC'/>", {"word/afchunk1.docx": other})
    assert ("D22", "other files whose text Word shows") in counted(copy.lost)
    assert "altChunk" not in member(copy, "word/document.xml")


def test_a_chart_keeps_what_it_shows_and_loses_its_workbook() -> None:
    chart = (
        "<c:chart><c:plotArea><c:barChart><c:ser><c:tx><c:strRef><c:f>'Orla at home'!$B$1</c:f>"
        "<c:strCache><c:pt idx='0'>"
        "<c:v>Visits</c:v></c:pt></c:strCache></c:strRef></c:tx></c:ser></c:barChart></c:plotArea></c:chart>"
        "<c:externalData r:id='rIdBook'/><c:printSettings><c:headerFooter>"
        "<c:oddHeader>Orla</c:oddHeader></c:headerFooter></c:printSettings>"
    )
    body = (
        "<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart r:id='rIdChart'/>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    copy = cleaned_body(
        body,
        {
            "word/charts/orla.xml": PartSpec(xml("c:chartSpace", chart), kind, "chart", "rIdChart"),
            "word/embeddings/orla.xlsx": PartSpec(
                zipped({"a": b"Orla"}), None, "package", "rIdBook", "word/charts/orla.xml"
            ),
        },
    )
    left = member(copy, "word/charts/chart1.xml")
    assert "Sheet1!$B$1" in left
    assert "Visits" in left
    assert "orla" not in every_word(copy.content)
    assert [name for name in names(copy) if "chart" in name] == ["word/charts/chart1.xml"]


# A file that is not cleaned, what is raised, and a word of the message.
REFUSED: list[tuple[bytes, type[RedactError], str]] = [
    (
        make_docx(None, p("a"), main_type="application/vnd.ms-word.document.macroEnabled.main+xml"),
        WrongType,
        "macros",
    ),
    (
        make_docx(None, p("a"), {"word/vbaProject.bin": PartSpec(b"x", MACROS, "vba")}),
        WrongType,
        "macros",
    ),
    (make_docx(None, p("a"), main_type=WORD_TYPE + "template.main+xml"), WrongType, "template"),
    (make_docx(None, p("a"), strict=True), WrongType, "Strict"),
    (make_docx(None, p("a"))[:-40], Damaged, "cut off"),
    (zipped(package(p("a"), {}) | {"word/header1.xml": b"", "WORD/Header1.xml": b""}), Hostile, "same name"),
    (zipped(package(p("a"), {}) | {"word/document.xml": b"<!DOCTYPE x><x/>"}), Hostile, "document type"),
    (zipped(package(p("a"), {}) | {"word/document.xml": b"<w:document"}), Damaged, "well-formed"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "error", "word"), REFUSED, ids=lambda value: value if isinstance(value, str) else ""
)
def test_what_cannot_be_cleaned_says_why(data: bytes, error: type[RedactError], word: str) -> None:
    with pytest.raises(error, match=word) as raised:
        clean_docx(data)
    assert raised.value.remedy


def test_a_signature_goes_and_is_named() -> None:
    sign = PartSpec("<Signature>Orla</Signature>", None, "digital-signature/signature", source="")
    copy = cleaned_body(p("a"), {"_xmlsignatures/sig1.xml": sign})
    assert counted(copy.removed) == {("D64", "digital signatures"): 1}


def test_an_encrypted_file_needs_its_password() -> None:
    with pytest.raises(PasswordNeeded):
        clean_docx(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2_000 + "EncryptedPackage".encode("utf-16-le")
        )


def test_a_story_without_a_paragraph_gets_one() -> None:
    header = story("header", "")
    header = PartSpec(header.content, header.content_type, header.kind, "rIdH")
    copy = cleaned_body(
        p("a") + "<w:sectPr><w:headerReference w:type='default' r:id='rIdH'/></w:sectPr>",
        {"word/header1.xml": header},
    )
    assert "<w:p/>" in member(copy, "word/header1.xml")
