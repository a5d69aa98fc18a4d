"""Text that cannot be seen, and text that only looks unusual: contrast, size, fill, on every ground."""

from __future__ import annotations

import pytest

from redact.formats.word.colours import BLACK, WHITE, contrast, is_dark
from redact.values.text import Part
from tests.formats.word.package_factory import WORD_TYPE, PartSpec, make_docx, xml
from tests.formats.word.word_reading import parts_of, read_docx

D28, D29, D30 = (Part.HIDDEN_TEXT, "D28"), (Part.HIDDEN_TEXT, "D29"), (Part.UNDER_A_BOX, "D30")
SEEN, CELL, BOX = (Part.BODY, "D1"), (Part.TABLE, "D6"), (Part.TEXT_BOX, "D8")
Found = tuple[Part, str]

STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="character" w:styleId="White"><w:name w:val="Strong"/>
  <w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Dark"><w:name w:val="Title"/>
  <w:pPr><w:shd w:val="clear" w:fill="1F3864"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Below"><w:name w:val="Subtitle"/><w:basedOn w:val="Dark"/></w:style>
<w:style w:type="paragraph" w:styleId="Tiny"><w:name w:val="Quote"/><w:rPr><w:sz w:val="2"/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Report"><w:name w:val="Table Grid"/>
  <w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr>
    <w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr>
  <w:tblStylePr w:type="firstCol"><w:tcPr><w:shd w:val="clear" w:fill="000000"/></w:tcPr></w:tblStylePr>
  <w:tblStylePr w:type="band2Horz"><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr>
</w:style>
"""
THEME = (
    "<a:themeElements><a:clrScheme name='Office'><a:dk1><a:sysClr val='windowText' lastClr='000000'/></a:dk1>"
    "<a:lt1><a:sysClr val='window' lastClr='FFFFFF'/></a:lt1>"
    "<a:accent1><a:srgbClr val='4472C4'/></a:accent1></a:clrScheme></a:themeElements>"
)
PARTS = {
    "word/styles.xml": PartSpec(xml("w:styles", STYLES), WORD_TYPE + "styles+xml", "styles"),
    "word/theme/theme1.xml": PartSpec(
        xml("a:theme", THEME), "application/vnd.openxmlformats-officedocument.theme+xml", "theme"
    ),
}


def found(body: str) -> list[Found]:
    return [(part, place or "") for part, place in parts_of(read_docx(make_docx(None, body, PARTS)), "Rowan")]


def para(run: str = "", paragraph: str = "") -> str:
    return f"<w:p><w:pPr>{paragraph}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>Rowan</w:t></w:r></w:p>"


def colour(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def shade(fill: str, pattern: str = "clear", front: str = "auto") -> str:
    return f'<w:shd w:val="{pattern}" w:color="{front}" w:fill="{fill}"/>'


def style(name: str, tag: str = "pStyle") -> str:
    return f'<w:{tag} w:val="{name}"/>'


RUNS: list[tuple[str, str, Found]] = [
    # run, paragraph, where it is found
    ("", "", SEEN),
    (colour("FFFFFF"), "", D29),
    (colour("F2F2F2"), "", D29),  # nearly white
    (colour("BFBFBF"), "", SEEN),  # the grey of hints in forms
    (colour("auto"), "", SEEN),
    ('<w:color w:val="auto" w:themeColor="background1"/>', "", D29),
    ('<w:color w:themeColor="background1" w:themeShade="80"/>', "", SEEN),  # half of white: grey
    ('<w:color w:themeColor="accent1" w:themeTint="0D"/>', "", D29),  # the lightest tint of a blue
    ('<w:color w:themeColor="accent1"/>', "", SEEN),
    (style("White", "rStyle"), "", D29),
    (style("White", "rStyle") + colour("000000"), "", SEEN),  # the run says otherwise
    # on a ground that is not white
    (colour("FFFFFF"), shade("1F3864"), SEEN),
    (colour("FFFFFF"), style("Dark"), SEEN),
    (colour("FFFFFF"), style("Below"), SEEN),
    (colour("FFFFFF"), style("Dark") + shade("FFFFFF"), D29),  # the paragraph says otherwise than its style
    (colour("FFFFFF") + shade("000000"), "", SEEN),
    (colour("FFFFFF") + '<w:highlight w:val="black"/>', "", SEEN),
    (colour("FFFF00") + '<w:highlight w:val="yellow"/>', "", D29),
    (colour("000000") + '<w:highlight w:val="yellow"/>', "", SEEN),
    # bars
    ('<w:highlight w:val="black"/>', "", D30),
    (colour("000000") + shade("000000"), "", D30),
    (shade("000000"), "", D30),
    (colour("111111"), shade("000000"), D30),
    ("", shade("000000"), D30),
    (colour("000000") + shade("FFFFFF", "solid", "000000"), "", D30),
    (colour("000000") + shade("FFFFFF", "pct95", "000000"), "", D30),
    (shade("FFFFFF", "pct10", "000000"), "", SEEN),
    (colour("000000") + shade("FFFFFF", "horzStripe", "000000"), "", SEEN),  # between stripes it is read
    (colour("000000") + shade("808080"), "", SEEN),
    # size and width
    ('<w:sz w:val="2"/>', "", D29),
    ('<w:sz w:val="4"/>', "", D29),
    ('<w:sz w:val="12"/>', "", SEEN),
    ('<w:w w:val="1"/>', "", D29),
    ('<w:w w:val="80"/>', "", SEEN),
    ("", style("Tiny"), D29),
    # fill of letters
    ("<w14:textFill><w14:noFill/></w14:textFill>", "", D29),
    (
        "<w14:textOutline><w14:solidFill/></w14:textOutline><w14:textFill><w14:noFill/></w14:textFill>",
        "",
        SEEN,  # hollow letters with an outline
    ),
    (
        '<w14:textFill><w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="40000"/>'
        "</w14:srgbClr></w14:solidFill></w14:textFill>",
        "",
        SEEN,
    ),
    # hidden is hidden, whatever it looks like
    ("<w:vanish/>" + colour("000000"), "", D28),
]


@pytest.mark.parametrize(("run", "paragraph", "where"), RUNS)
def test_text_is_found_where_its_look_puts_it(run: str, paragraph: str, where: Found) -> None:
    assert found(para(run, paragraph)) == [where]


def table(*rows: str, properties: str = "") -> str:
    made = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{made}</w:tbl>"


def cell(inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


OTHER = cell("<w:p><w:r><w:t>x</w:t></w:r></w:p>")
WHITE_TEXT, BLACK_TEXT = para(colour("FFFFFF")), para(colour("000000"))
REPORT = style("Report", "tblStyle")
ONLY_FIRST_ROW = '<w:tblLook w:val="0020" w:firstRow="1" w:firstColumn="0" w:noHBand="1"/>'

TABLES: list[tuple[str, Found]] = [
    # a head of a table that is dark, with white letters or letters of no colour of their own
    (table(cell(WHITE_TEXT, shade("1F3864"))), CELL),
    (table(cell(para(), shade("000000"))), CELL),
    # below it, who has put black behind black wanted to bar words
    (table(OTHER, cell(para(), shade("000000"))), D30),
    (table(cell(BLACK_TEXT, shade("000000"))), D30),
    (table(cell(WHITE_TEXT)), D29),
    # the style of the table: its first row, its first column, its bands
    (table(OTHER + cell(WHITE_TEXT), properties=REPORT), CELL),
    (table(OTHER + cell(para()), properties=REPORT), CELL),
    (table(OTHER, OTHER + cell(WHITE_TEXT), properties=REPORT), CELL),  # it may be in a dark band
    (table(OTHER, OTHER + cell(WHITE_TEXT), properties=REPORT + ONLY_FIRST_ROW), D29),
    (table(OTHER, cell(BLACK_TEXT) + OTHER, properties=REPORT), D30),
    (table(OTHER, cell(BLACK_TEXT) + OTHER, properties=REPORT + ONLY_FIRST_ROW), CELL),
    (table(OTHER, OTHER + cell(para()), properties=REPORT), CELL),
    # a cell of its own colour
    (table(OTHER, cell(WHITE_TEXT, shade("1F3864")) + OTHER, properties=REPORT), CELL),
    # a table in a dark cell
    (table(cell(table(cell(WHITE_TEXT)) + "<w:p/>", shade("1F3864"))), CELL),
]


@pytest.mark.parametrize(("body", "where"), TABLES)
def test_text_in_tables_is_judged_on_its_ground(body: str, where: Found) -> None:
    assert found(body) == [where]


def shape(inner: str, fill: str = "") -> str:
    properties = f"<wps:spPr>{fill}</wps:spPr>"
    return (
        "<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp>"
        f"{properties}<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData>"
        "</a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def solid(rgb: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{rgb}"/></a:solidFill>'


@pytest.mark.parametrize(
    ("body", "where"),
    [
        (shape(WHITE_TEXT), BOX),  # behind it may lie anything
        (shape(WHITE_TEXT, solid("1F3864")), BOX),
        (shape(WHITE_TEXT, solid("FFFFFF")), D29),
        (shape(BLACK_TEXT, solid("000000")), D30),
        (shape(para('<w:sz w:val="2"/>')), D29),
    ],
)
def test_text_in_a_shape_is_judged_on_the_fill_that_the_shape_names(body: str, where: Found) -> None:
    assert found(body) == [where]


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [(BLACK, WHITE, 21.0), (WHITE, WHITE, 1.0), (WHITE, BLACK, 21.0)]
)
def test_contrast_is_that_of_the_guidelines_of_the_web(
    one: tuple[int, int, int], other: tuple[int, int, int], ratio: float
) -> None:
    assert contrast(one, other) == pytest.approx(ratio)


def test_what_is_dark_is_a_bar() -> None:
    assert [is_dark(rgb) for rgb in (BLACK, (32, 32, 32), (128, 128, 128), WHITE)] == [
        True,
        True,
        False,
        False,
    ]
