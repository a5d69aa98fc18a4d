"""What stands beside the text is read: properties, names, links, lists; what programs write is left out."""

from __future__ import annotations

import pytest

from redact.values.text import Part
from tests.formats.word.package_factory import (
    WORD_TYPE,
    Link,
    PartSpec,
    make_docx,
    p,
    package,
    story,
    xml,
    zipped,
)
from tests.formats.word.word_reading import parts_of, places_of_gaps, read_docx, texts

_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_APP = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_VT = 'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'


def core(inner: str) -> dict[str, PartSpec]:
    names = (
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    )
    content = f"<cp:coreProperties {names}>{inner}</cp:coreProperties>"
    return {"docProps/core.xml": PartSpec(content, _CORE, "metadata/core-properties", source="")}


def app(inner: str) -> dict[str, PartSpec]:
    content = f'<Properties xmlns="{_EXTENDED}" {_VT}>{inner}</Properties>'
    return {"docProps/app.xml": PartSpec(content, _APP, "extended-properties", source="")}


def custom(inner: str) -> dict[str, PartSpec]:
    return {
        "docProps/custom.xml": PartSpec(
            f"<Properties {_VT}>{inner}</Properties>", _CUSTOM, "custom-properties", source=""
        )
    }


def word(name: str, inner: str) -> dict[str, PartSpec]:
    return {f"word/{name}.xml": PartSpec(xml(f"w:{name}", inner), WORD_TYPE + name + "+xml", name)}


def drawing(inner: str) -> str:
    return f"<w:p><w:r><w:drawing><wp:inline>{inner}</wp:inline></w:drawing></w:r></w:p>"


def control(inner: str) -> str:
    return f"<w:sdt><w:sdtPr>{inner}</w:sdtPr><w:sdtContent>{p('x')}</w:sdtContent></w:sdt>"


def form(inner: str) -> str:
    return f"<w:p><w:r><w:fldChar w:fldCharType='begin'><w:ffData>{inner}</w:ffData></w:fldChar></w:r></w:p>"


# What holds the token "Rowan" (body, other parts), and where it belongs.
READ: list[tuple[str, dict[str, PartSpec], Part, str]] = [
    # D57 to D59: properties; the value alone is the text
    ("", core("<dc:creator>Rowan</dc:creator>"), Part.PROPERTY, "D57"),
    ("", core("<dc:title>Rowan</dc:title>"), Part.PROPERTY, "D57"),
    ("", core("<cp:lastModifiedBy>Rowan</cp:lastModifiedBy>"), Part.PROPERTY, "D57"),
    ("", app("<Company>Rowan</Company>"), Part.PROPERTY, "D58"),
    ("", app("<Template>Rowan.dotx</Template>"), Part.PROPERTY, "D58"),
    ("", app("<Application>Rowan's own program</Application>"), Part.PROPERTY, "D58"),
    ("", custom('<property name="Rowan" pid="2"><vt:i4>1</vt:i4></property>'), Part.PROPERTY, "D59"),
    (
        "",
        custom('<property name="_AuthorEmail" pid="2"><vt:lpwstr>Rowan</vt:lpwstr></property>'),
        Part.PROPERTY,
        "D59",
    ),
    # D40, D41: authors and people
    ("<w:p><w:ins w:author='Rowan'><w:r><w:t>x</w:t></w:r></w:ins></w:p>", {}, Part.PROPERTY, "D40"),
    ("", {"word/comments.xml": story("comments", "<w:comment w:initials='Rowan'/>")}, Part.PROPERTY, "D40"),
    (
        "",
        {
            "word/people.xml": PartSpec(
                xml("w15:people", "<w15:person w15:author='Rowan'/>"), WORD_TYPE + "people+xml", "people"
            )
        },
        Part.PROPERTY,
        "D41",
    ),
    # D42: legacy form fields
    (form('<w:helpText w:val="Rowan"/>'), {}, Part.FORM_FIELD, "D42"),
    (form('<w:ddList><w:listEntry w:val="Rowan"/></w:ddList>'), {}, Part.FORM_FIELD, "D42"),
    (form('<w:name w:val="Rowan"/>'), {}, Part.FORM_FIELD, "D42"),
    # D45: links
    (drawing('<wp:docPr id="1"><a:hlinkClick r:id="r" tooltip="Rowan"/></wp:docPr>'), {}, Part.LINK, "D45"),
    ('<w:p><w:hyperlink w:tooltip="Rowan"/></w:p>', {}, Part.LINK, "D45"),
    ('<w:p><w:hyperlink w:anchor="Rowan"/></w:p>', {}, Part.LINK, "D45"),
    # D46: bookmarks
    ('<w:p><w:bookmarkStart w:id="1" w:name="Rowan"/></w:p>', {}, Part.BOOKMARK, "D46"),
    ('<w:p><w:bookmarkStart w:id="1" w:name="__Rowan__1_2"/></w:p>', {}, Part.BOOKMARK, "D46"),
    # D47: what pictures are called
    (drawing('<wp:docPr id="1" name="Picture 1" descr="Rowan at school"/>'), {}, Part.ALT_TEXT, "D47"),
    (drawing('<wp:docPr id="1" name="Picture 1" title="Rowan"/>'), {}, Part.ALT_TEXT, "D47"),
    (drawing('<pic:cNvPr id="1" name="Rowan.jpg"/>'), {}, Part.ALT_TEXT, "D47"),
    ('<w:p><w:r><w:pict><v:shape alt="Rowan"/></w:pict></w:r></w:p>', {}, Part.ALT_TEXT, "D47"),
    ('<w:p><w:r><w:pict><v:shape id="of_x0020_Rowan"/></w:pict></w:r></w:p>', {}, Part.ALT_TEXT, "D47"),
    (
        '<w:p><w:r><w:pict><v:shape><v:imagedata o:title="Rowan"/></v:shape></w:pict></w:r></w:p>',
        {},
        Part.ALT_TEXT,
        "D47",
    ),
    ('<w:tbl><w:tblPr><w:tblCaption w:val="Rowan"/></w:tblPr></w:tbl>', {}, Part.ALT_TEXT, "D47"),
    # D48, D49: content controls and smart tags
    (control('<w:alias w:val="Rowan"/>'), {}, Part.PROPERTY, "D48"),
    (control('<w:tag w:val="Rowan"/>'), {}, Part.PROPERTY, "D48"),
    (
        control('<w:dropDownList><w:listItem w:displayText="Rowan" w:value="1"/></w:dropDownList>'),
        {},
        Part.PROPERTY,
        "D48",
    ),
    (control('<w:placeholder><w:docPart w:val="Rowan"/></w:placeholder>'), {}, Part.PROPERTY, "D48"),
    (
        '<w:p><w:smartTag><w:smartTagPr><w:attr w:name="first" w:val="Rowan"/></w:smartTagPr>'
        "</w:smartTag></w:p>",
        {},
        Part.PROPERTY,
        "D49",
    ),
    # D50: data that Word keeps apart
    (
        "",
        {"customXml/item1.xml": PartSpec("<any><name>Rowan</name></any>", None, "customXml")},
        Part.PROPERTY,
        "D50",
    ),
    ("", {"customXml/item1.xml": PartSpec("<any who='Rowan'/>", None, "customXml")}, Part.PROPERTY, "D50"),
    ("", {"customXml/item1.xml": PartSpec("<any><b/>Rowan</any>", None, "customXml")}, Part.PROPERTY, "D50"),
    # D51: names of styles, fonts, themes
    (
        "",
        word("styles", '<w:style w:customStyle="1"><w:name w:val="Rowan"/></w:style>'),
        Part.PROPERTY,
        "D51",
    ),
    (
        "",
        word("styles", '<w:style><w:name w:val="Normal"/><w:aliases w:val="Rowan"/></w:style>'),
        Part.PROPERTY,
        "D51",
    ),
    ("", word("fontTable", '<w:font w:name="Rowan"/>'), Part.PROPERTY, "D51"),
    ("", word("numbering", '<w:abstractNum><w:name w:val="Rowan"/></w:abstractNum>'), Part.PROPERTY, "D51"),
    # D53, D54, D56: settings
    (
        "",
        word("settings", '<w:mailMerge><w:query w:val="SELECT Rowan"/></w:mailMerge>'),
        Part.PROPERTY,
        "D53",
    ),
    (
        "",
        word("settings", '<w:docVars><w:docVar w:name="who" w:val="Rowan"/></w:docVars>'),
        Part.PROPERTY,
        "D54",
    ),
    ('<w:p><w:permStart w:id="1" w:ed="Rowan"/></w:p>', {}, Part.PROPERTY, "D56"),
    # D37: building blocks
    (
        "",
        {
            "word/glossary/document.xml": PartSpec(
                xml(
                    "w:glossaryDocument",
                    "<w:docParts><w:docPart>"
                    f"<w:docPartBody>{p('Rowan')}</w:docPartBody></w:docPart>"
                    "</w:docParts>",
                ),
                WORD_TYPE + "document.glossary+xml",
                "glossaryDocument",
            )
        },
        Part.HIDDEN_TEXT,
        "D37",
    ),
    # D63: names of members; they give a gap besides, because a picture is one
    ("", {"word/media/Rowan.png": PartSpec(b"x", "image/png", "image")}, Part.PROPERTY, "D63"),
    # D68: comments in the XML
    ("<!-- Rowan -->", {}, Part.PROPERTY, "D68"),
    ("<?note Rowan?>", {}, Part.PROPERTY, "D68"),
]


@pytest.mark.parametrize(("body", "parts", "part", "place"), READ)
def test_it_is_read_where_it_belongs(body: str, parts: dict[str, PartSpec], part: Part, place: str) -> None:
    document = read_docx(make_docx(None, p("One") + body, parts))
    assert parts_of(document, "Rowan") == [(part, place)]
    assert places_of_gaps(document) == (["D23"] if place == "D63" else [])


def test_a_comment_before_or_after_the_xml_is_read() -> None:
    members = package(p("One"), {})
    members["word/document.xml"] = (
        members["word/document.xml"].replace(b"?>\n", b"?>\n<!-- Rowan -->") + b"<!--Elm-->"
    )
    document = read_docx(zipped(members))
    assert parts_of(document, "Rowan") + parts_of(document, "Elm") == [(Part.PROPERTY, "D68")] * 2


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        (
            "",
            core(
                "<dc:creator>python-docx</dc:creator>"
                "<dc:description>generated by python-docx</dc:description>"
            ),
        ),
        (
            "",
            core(
                "<cp:revision>4</cp:revision>"
                "<dcterms:created>2013-12-23T23:15:00Z</dcterms:created>"
                "<dc:title/>"
            ),
        ),
        (
            "",
            app(
                "<Template>Normal.dotm</Template>"
                "<Application>Microsoft Office Word</Application><Pages>1</Pages>"
            ),
        ),
        (
            "",
            app("<Application>LibreOffice/7.4.7.2$Linux_X86_64 LibreOffice_project/40$Build-2</Application>"),
        ),
        (
            "",
            app(
                "<HeadingPairs><vt:vector><vt:variant>"
                "<vt:lpstr>Title</vt:lpstr></vt:variant></vt:vector>"
                "</HeadingPairs>"
            ),
        ),
        (
            (
                '<w:p><w:bookmarkStart w:id="1" w:name="_Toc123"/>'
                '<w:bookmarkStart w:id="2" w:name="_GoBack"/></w:p>'
            ),
            {},
        ),
        ('<w:p><w:bookmarkStart w:id="1" w:name="__RefHeading___Toc12_34"/></w:p>', {}),
        (drawing('<wp:docPr id="1" name="Picture 1"/><pic:cNvPr id="0" name="Text Box 2"/>'), {}),
        (
            (
                '<w:p><w:r><w:pict><v:shape id="_x0000_i1025"/>'
                '<v:shapetype id="_x0000_t75"/></w:pict></w:r></w:p>'
            ),
            {},
        ),
        (form('<w:name w:val="Text1"/><w:enabled/><w:maxLength w:val="10"/>'), {}),
        (
            control(
                '<w:placeholder><w:docPart w:val="DefaultPlaceholder_-1854013440"/>'
                '</w:placeholder><w:id w:val="1"/>'
            ),
            {},
        ),
        (
            "",
            word(
                "styles",
                (
                    '<w:style><w:name w:val="heading 1"/></w:style>'
                    '<w:style><w:name w:val="Header Char"/></w:style>'
                ),
            ),
        ),
        ("", word("fontTable", '<w:font w:name="Calibri"/><w:font w:name="Liberation Serif"/>')),
        ("", word("numbering", '<w:abstractNum><w:lvl><w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum>')),
    ],
)
def test_what_programs_write_by_themselves_is_no_text(body: str, parts: dict[str, PartSpec]) -> None:
    document = read_docx(make_docx(None, p("One") + body, parts))
    assert ({*texts(document)} - {"x"}, document.gaps) == ({"One"}, ())


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        (Link("mailto:rowan@example.org"), (Part.LINK, "D45")),
        (Link("https://example.org/Rowan%20Elm.docx"), (Part.LINK, "D45")),
        (Link("file:///C:/Rowan%20Elm.dotx", kind="attachedTemplate"), (Part.PROPERTY, "D52")),
        (Link("https://example.org/%ff%20rowan"), (Part.LINK, "D45")),  # no UTF-8: as it stands
    ],
)
def test_targets_of_links_are_read(link: Link, expected: tuple[Part, str]) -> None:
    document = read_docx(make_docx(None, p("One"), links=[link]))
    passage = document.passages[-1]
    assert (passage.location.part, passage.location.place) == expected
    assert "rowan" in passage.text.lower()
    assert "%20Elm" not in passage.text
    assert document.gaps == ()


def test_what_word_would_fetch_is_a_gap_and_its_address_is_read() -> None:
    document = read_docx(
        make_docx(None, p("One"), links=[Link("https://example.org/rowan.png", kind="image")])
    )
    assert parts_of(document, "rowan") == [(Part.LINK, "D69")]
    assert places_of_gaps(document) == ["D69"]


def test_a_text_beside_the_text_is_said_once() -> None:
    body = "".join(
        f"<w:p><w:ins w:author='Rowan'><w:r><w:t>{word}</w:t></w:r></w:ins></w:p>" for word in "abc"
    )
    assert texts(read_docx(make_docx(None, body)), Part.PROPERTY) == ["Rowan"]


def test_the_file_name_is_read_first_and_apart() -> None:
    document = read_docx(make_docx(None, p("One")), name="Rowan Elm.docx")
    first = document.passages[0]
    assert (first.text, first.apart, first.location.part) == ("Rowan Elm.docx", True, Part.FILE_NAME)
    assert document.text() == "One\n"
