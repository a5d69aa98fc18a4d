"""One paragraph is one text, whatever it was split by; hidden and changed stretches are known as such."""

from __future__ import annotations

import pytest

from redact.values.text import Document, Part, Passage
from tests.formats.word.package_factory import WORD_TYPE, PartSpec, make_docx, p, xml
from tests.formats.word.word_reading import parts_of, places_of_gaps, read_docx, texts


def run(text: str, properties: str = "") -> str:
    made = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{made}<w:t xml:space="preserve">{text}</w:t></w:r>'


def deleted(text: str) -> str:
    return f'<w:del w:author="A"><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def inserted(text: str) -> str:
    return f'<w:ins w:author="A">{run(text)}</w:ins>'


def field(code: str, result: str) -> str:
    marks = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    codes = "".join(
        f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in code.split("|")
    )
    return f"{marks['begin']}{codes}{marks['separate']}{run(result)}{marks['end']}"


def styles(*definitions: str) -> dict[str, PartSpec]:
    return {
        "word/styles.xml": PartSpec(xml("w:styles", "".join(definitions)), WORD_TYPE + "styles+xml", "styles")
    }


def read_body(body: str, parts: dict[str, PartSpec] | None = None) -> Document:
    return read_docx(make_docx(None, body, parts))


def passages(document: Document, part: Part = Part.BODY) -> list[Passage]:
    return [passage for passage in document.passages if passage.location.part is part]


JOINED: list[tuple[str, str]] = [
    # split by formatting and by the spelling checker
    (f"<w:p>{run('Ro')}<w:proofErr w:type='gramEnd'/>{run('wan ', '<w:b/>')}{run('Elm')}</w:p>", "Rowan Elm"),
    # by a comment in the XML, which cuts an element's text in two
    ("<w:p><w:r><w:t>Row<!-- x -->an</w:t></w:r></w:p>", "Rowan"),
    ("<w:p><w:r><w:t>Row<?x y?>an</w:t></w:r></w:p>", "Rowan"),
    ("<w:p><w:r><w:t>Row<![CDATA[an <Elm>]]></w:t></w:r></w:p>", "Rowan <Elm>"),
    # by a link, a content control, a smart tag, an insertion
    (f"<w:p><w:hyperlink>{run('Ro')}</w:hyperlink>{run('wan')}</w:p>", "Rowan"),
    (f"<w:p><w:sdt><w:sdtContent>{run('Ro')}</w:sdtContent></w:sdt>{run('wan')}</w:p>", "Rowan"),
    (f"<w:p><w:smartTag>{run('Ro')}</w:smartTag>{run('wan')}</w:p>", "Rowan"),
    (f"<w:p>{inserted('Ro')}{run('wan')}</w:p>", "Rowan"),
    # special characters
    (
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r></w:p>",
        "a\tb\nc\nd",
    ),
    ("<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", "a"),
    ("<w:p><w:r><w:t>R</w:t><w:sym w:char='006F'/><w:t>wan</w:t></w:r></w:p>", "Rowan"),
    # a symbol that is none is shown as unknown, and hurts nothing
    (
        "<w:p><w:r><w:t>a</w:t><w:sym w:char='zz'/><w:sym w:char='D800'/><w:sym/></w:r></w:p>",
        "a\ufffd\ufffd\ufffd",
    ),
    # an emoji with its fallback
    (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx '
        'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"'
        ' w16se:char="1F600"/></mc:Choice>'
        "<mc:Fallback><w:t>\U0001f600</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        "\U0001f600",
    ),
    # a paragraph mark that was deleted joins two paragraphs
    (f"<w:p><w:pPr><w:rPr><w:del w:author='A'/></w:rPr></w:pPr>{run('Ro')}</w:p>{p('wan')}", "Rowan"),
    # a style separator does too
    (f"<w:p><w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>{run('Ro')}</w:p>{p('wan')}", "Rowan"),
    # a drop cap, also as the last thing of a cell
    (f"<w:p><w:pPr><w:framePr w:dropCap='margin'/></w:pPr>{run('R')}</w:p>{p('owan')}", "Rowan"),
    (f"<w:p><w:pPr><w:framePr w:dropCap='drop'/></w:pPr>{run('R')}</w:p>", "R"),
    # a run that stands where none may stand
    (run("stray"), "stray"),
]


@pytest.mark.parametrize(("body", "expected"), JOINED)
def test_a_paragraph_is_one_text(body: str, expected: str) -> None:
    document = read_body(body)
    assert [passage.text for passage in passages(document)] == [expected]
    assert document.gaps == ()


def test_both_views_of_tracked_changes_are_read() -> None:
    document = read_body(
        f"<w:p>{run('Her name is ')}{deleted('Rowan')}{inserted('Child A')}{run(' Elm.')}</w:p>"
    )
    final, original = document.passages[1:3]
    assert (final.text, original.text) == ("Her name is Child A Elm.", "Her name is Rowan Elm.")
    assert original.location.part is Part.TRACKED_DELETION
    assert [original.text[start:end] for start, end in original.focus] == ["Rowan"]
    assert final.locate(12, 19).part is Part.TRACKED_INSERTION
    assert final.location.block == original.location.block == 1
    assert parts_of(document, "Rowan") == [(Part.TRACKED_DELETION, "D25")]


@pytest.mark.parametrize(
    "body",
    [
        f"<w:p>{deleted('Rowan')}</w:p>",
        f"<w:p><w:moveFrom w:author='A'>{run('Rowan')}</w:moveFrom></w:p>",
        f"<w:tbl><w:tr><w:trPr><w:del w:author='A'/></w:trPr><w:tc>{p('Rowan')}</w:tc></w:tr></w:tbl>",
        f"<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel w:author='A'/></w:tcPr>{p('Rowan')}</w:tc></w:tr></w:tbl>",
        f"<w:p><w:ins w:author='A'>{deleted('Rowan')}</w:ins>{deleted('Rowan')}</w:p>",
    ],
)
def test_what_is_wholly_deleted_stands_in_the_original_view_only(body: str) -> None:
    document = read_body(body)
    assert parts_of(document, "Rowan") == [(Part.TRACKED_DELETION, "D25")]


def test_text_that_was_inserted_and_deleted_again_is_not_lost() -> None:
    body = (
        f"<w:p>{run('x')}<w:ins w:author='A'><w:del w:author='B'><w:r>"
        "<w:delText>Rowan</w:delText></w:r></w:del></w:ins></w:p>"
    )
    assert parts_of(read_body(body), "Rowan") == [(Part.TRACKED_DELETION, "D25")]


CHARACTER = (
    '<w:style w:type="character" w:styleId="Secret"><w:name w:val="Hyperlink"/><w:rPr>'
    "<w:vanish/></w:rPr></w:style>"
)
BASED = (
    '<w:style w:type="character" w:styleId="More"><w:name w:val="Strong"/>'
    '<w:basedOn w:val="Secret"/></w:style>'
)
SHOWN = (
    '<w:style w:type="character" w:styleId="Shown"><w:name w:val="Emphasis"/><w:basedOn w:val="Secret"/>'
    '<w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
)
PARAGRAPH = (
    '<w:style w:type="paragraph" w:styleId="Gone"><w:name w:val="Quote"/><w:rPr><w:vanish/></w:rPr></w:style>'
)
LOOP = (
    '<w:style w:type="character" w:styleId="Round"><w:name w:val="Title"/>'
    '<w:basedOn w:val="About"/></w:style>'
    '<w:style w:type="character" w:styleId="About"><w:name w:val="Subtitle"/>'
    '<w:basedOn w:val="Round"/></w:style>'
)
DEFAULTS = "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"


@pytest.mark.parametrize(
    ("properties", "paragraph", "extra", "hidden"),
    [
        ("<w:vanish/>", "", "", True),
        ('<w:vanish w:val="true"/>', "", "", True),
        ('<w:vanish w:val="0"/>', "", "", False),
        ('<w:vanish w:val="false"/>', "", "", False),
        ('<w:vanish w:val="off"/>', "", "", False),
        ("<w:webHidden/>", "", "", False),  # it prints
        ('<w:rStyle w:val="Secret"/>', "", "", True),
        ('<w:rStyle w:val="More"/>', "", "", True),
        ('<w:rStyle w:val="Shown"/>', "", "", False),
        ('<w:rStyle w:val="Round"/>', "", "", False),  # styles that are based on each other
        ('<w:rStyle w:val="Secret"/><w:vanish w:val="0"/>', "", "", False),
        ("", '<w:pPr><w:pStyle w:val="Gone"/></w:pPr>', "", True),
        ("", "", DEFAULTS, True),
        ('<w:vanish w:val="0"/>', "", DEFAULTS, False),
        ("<w:b/>", "", "", False),
    ],
)
def test_hidden_text_is_read_and_known_as_hidden(
    properties: str, paragraph: str, extra: str, hidden: bool
) -> None:
    body = f"<w:p>{paragraph}{run('Rowan', properties)}</w:p>"
    document = read_body(body, styles(extra, CHARACTER, BASED, SHOWN, PARAGRAPH, LOOP))
    assert parts_of(document, "Rowan") == [(Part.HIDDEN_TEXT, "D28") if hidden else (Part.BODY, "D1")]


def test_headings_stand_above_what_follows() -> None:
    definitions = styles(
        '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>',
        '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Quote"/>'
        '<w:basedOn w:val="Under"/></w:style>',
        '<w:style w:type="paragraph" w:styleId="Under"><w:name w:val="Salutation"/><w:pPr>'
        '<w:outlineLvl w:val="1"/></w:pPr></w:style>',
        '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>',
    )

    def styled(text: str, style: str) -> str:
        return p(text, f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>')

    body = (
        styled("Report", "Title") + styled("One", "berschrift1") + p("a") + styled("Within", "Mine") + p("b")
        + p("Set by hand", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
        + f"<w:tbl><w:tr><w:tc>{p('c')}</w:tc></w:tr></w:tbl>"
        + styled("Two", "berschrift1") + p("d") + p("not one", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>')
    )  # fmt: skip
    document = read_body(body, definitions)
    above = {passage.text: passage.headings for passage in document.passages}
    assert above["a"] == ("One",)
    assert above["b"] == ("One", "Within")
    assert above["c"] == ("One", "Within", "Set by hand")
    assert above["d"] == ("Two",)
    levels = {passage.text: passage.heading_level for passage in document.passages}
    assert (levels["Report"], levels["Within"], levels["Set by hand"], levels["not one"]) == (1, 2, 3, None)


FIELD_CODES: list[tuple[str, str | None]] = [
    # a code that is split over runs, as Word splits it
    ('HYPERLINK "mailto:ro|wan@example.org"', 'HYPERLINK "mailto:rowan@example.org"'),
    ('INCLUDEPICTURE "C:\\\\Rowan\\\\elm.png"', 'INCLUDEPICTURE "C:\\\\Rowan\\\\elm.png"'),
    ('AUTHOR "Rowan Elm"', 'AUTHOR "Rowan Elm"'),
    ('XE "Elm, Rowan"', 'XE "Elm, Rowan"'),
    ("DOCVARIABLE rowan", "DOCVARIABLE rowan"),
    ("PAGE \\* MERGEFORMAT", None),
    ('TOC \\o "1-3" \\h \\z \\u', None),
    ("PAGEREF _Toc123456 \\h", None),
    ('DATE \\@ "dd/MM/yyyy"', None),
    ("SEQ Table \\* ARABIC", None),
    ("FORMTEXT", None),
]


@pytest.mark.parametrize(("code", "expected"), FIELD_CODES)
def test_codes_of_fields_are_read_when_they_say_something(code: str, expected: str | None) -> None:
    document = read_body(f"<w:p>{run('see ')}{field(code, 'shown')}{run('.')}</w:p>")
    assert texts(document, Part.FIELD) == ([expected] if expected else [])
    body = passages(document)[0]
    assert body.text == "see shown."
    assert body.locate(4, 9).part is Part.FIELD
    assert body.locate(0, 3).part is Part.BODY


def test_the_code_of_a_simple_field_is_read() -> None:
    document = read_body(
        f"<w:p><w:fldSimple w:instr=' HYPERLINK \"Rowan.docx\" '>{run('shown')}</w:fldSimple></w:p>"
    )
    assert texts(document, Part.FIELD) == ['HYPERLINK "Rowan.docx"']


@pytest.mark.parametrize(
    "body",
    [
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r>"
        "<w:instrText>XE Rowan</w:instrText></w:r></w:p>" + p("x"),
        "<w:p><w:r><w:instrText>XE Rowan</w:instrText></w:r></w:p>",  # a code outside of any field
    ],
)
def test_codes_of_broken_fields_are_read(body: str) -> None:
    assert texts(read_body(body), Part.FIELD) == ["XE Rowan"]


@pytest.mark.parametrize(
    ("said", "read"),
    [
        (
            "This chart isn't available in your version of Word. Editing this shape or saving this file into "
            "a different file format will permanently break the chart.",
            [],
        ),
        ("This chart isn't available in your version of Word. Rowan", [(Part.TEXT_BOX, "D9")]),
    ],
)
def test_what_word_itself_says_in_an_old_version_is_no_second_version(
    said: str, read: list[tuple[Part, str]]
) -> None:
    box = (
        f"<w:pict><v:shape><v:textbox><w:txbxContent>{p(said)}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )
    choices = f'<mc:Choice Requires="cx1"><w:drawing/></mc:Choice><mc:Fallback>{box}</mc:Fallback>'
    document = read_body(f"<w:p><w:r><mc:AlternateContent>{choices}</mc:AlternateContent></w:r></w:p>")
    assert parts_of(document, "version of Word") == read
    assert document.gaps == ()


def test_a_deleted_code_is_a_deletion() -> None:
    code = (
        "<w:del><w:r><w:delInstrText>XE Ro</w:delInstrText><w:delInstrText>wan</w:delInstrText></w:r></w:del>"
    )
    document = read_body(f"<w:p><w:r><w:fldChar w:fldCharType='end'/></w:r>{code}</w:p>")
    assert parts_of(document, "XE Rowan") == [(Part.TRACKED_DELETION, "D25")]


def test_text_behind_a_field_that_never_ends_is_still_text() -> None:
    document = read_body(
        f"<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r></w:p><w:p>{run('Ro')}{run('wan')}</w:p>"
    )
    assert parts_of(document, "Rowan") == [(Part.FIELD, "D44")]


def test_the_choice_alone_is_read_when_the_fallback_says_the_same() -> None:
    body = (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="w14"><w:t>Rowan Elm</w:t></mc:Choice>'
        "<mc:Fallback><w:t>Rowan</w:t><w:t> Elm</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert texts(read_body(body)) == ["Rowan Elm"]


def test_a_fallback_that_says_something_else_is_read_too() -> None:
    body = (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="w14"><w:t>Child A</w:t></mc:Choice>'
        "<mc:Fallback><w:r><w:t>Rowan</w:t></w:r></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        f'<mc:AlternateContent><mc:Choice Requires="w14">{p("Child B")}</mc:Choice>'
        f"<mc:Fallback>{p('Elm')}</mc:Fallback></mc:AlternateContent>"
    )
    document = read_body(body)
    assert [place for _, place in parts_of(document, "Rowan") + parts_of(document, "Elm")] == ["D9", "D9"]
    assert places_of_gaps(document) == []
