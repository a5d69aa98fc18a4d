"""What lies off the page, covers text, or is cropped; and what only stands at an edge."""

from __future__ import annotations

import pytest

from redact.values.text import Part
from tests.formats.word.package_factory import make_docx, p
from tests.formats.word.word_reading import parts_of, read_docx

OFF, BODY, BOX = (Part.HIDDEN_TEXT, "D31"), (Part.BODY, "D1"), (Part.TEXT_BOX, "D8")
PAGE = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1440" w:top="1440"/></w:sectPr>'
INCH = 914_400


def found(body: str) -> list[tuple[Part, str | None]]:
    return parts_of(read_docx(make_docx(None, body + PAGE)), "Rowan")


def traced(body: str) -> list[tuple[str | None, Part]]:
    document = read_docx(make_docx(None, p("One") + body + PAGE))
    return [(trace.location.place, trace.location.part) for trace in document.traces]


def paragraph(properties: str) -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>Rowan</w:t></w:r></w:p>"


def anchor(
    inner: str, *, x: str = "<wp:posOffset>0</wp:posOffset>", y: str = "<wp:posOffset>0</wp:posOffset>",
    across: str = "page", down: str = "page", size: tuple[int, int] = (INCH, INCH), more: str = "",
    attributes: str = 'behindDoc="0"',
) -> str:  # fmt: skip
    return (
        f"<w:p><w:r><w:drawing><wp:anchor {attributes}><wp:simplePos x='-99999999' y='0'/>"
        f'<wp:positionH relativeFrom="{across}">{x}</wp:positionH>'
        f'<wp:positionV relativeFrom="{down}">{y}</wp:positionV>'
        f'<wp:extent cx="{size[0]}" cy="{size[1]}"/>{more}'
        f"<a:graphic><a:graphicData>{inner}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"
    )


def offset(inches: float) -> str:
    return f"<wp:posOffset>{round(inches * INCH)}</wp:posOffset>"


BOXED = f"<wps:wsp><wps:txbx><w:txbxContent>{p('Rowan')}</w:txbxContent></wps:txbx></wps:wsp>"


@pytest.mark.parametrize(
    ("properties", "where"),
    [
        ('<w:ind w:left="720"/>', BODY),
        ('<w:ind w:left="9000" w:hanging="360"/>', BODY),  # far to the right, and still on the page
        ('<w:ind w:left="31680"/>', OFF),
        ('<w:ind w:start="30cm"/>', OFF),
        ('<w:ind w:left="11906" w:hanging="2000"/>', BODY),  # its first line begins on the page
        ('<w:ind w:left="-1440"/>', BODY),  # in the margin
        ('<w:framePr w:w="2000" w:hAnchor="page" w:vAnchor="page" w:x="100" w:y="100"/>', BODY),
        ('<w:framePr w:w="2000" w:hAnchor="page" w:vAnchor="page" w:x="-9000" w:y="100"/>', OFF),
        ('<w:framePr w:w="2000" w:h="300" w:hAnchor="page" w:vAnchor="page" w:x="100" w:y="17000"/>', OFF),
        ('<w:framePr w:w="2000" w:h="300" w:vAnchor="text" w:y="-500"/>', BODY),  # above its paragraph
    ],
)
def test_a_paragraph_off_the_page_is_hidden(properties: str, where: tuple[Part, str]) -> None:
    assert found(paragraph(properties)) == [where]


@pytest.mark.parametrize(
    ("body", "where"),
    [
        (anchor(BOXED, x=offset(1)), BOX),
        (anchor(BOXED, x=offset(-0.9)), BOX),  # a tenth of an inch of it is seen
        (anchor(BOXED, x=offset(-1)), OFF),
        (anchor(BOXED, x=offset(8.3)), OFF),
        (anchor(BOXED, y=offset(20)), OFF),
        (anchor(BOXED, x=offset(-1), across="margin"), BOX),  # in the margin
        (anchor(BOXED, x=offset(-4), across="column"), OFF),
        (anchor(BOXED, y=offset(-5), down="paragraph"), BOX),  # above its paragraph, which may stand low
        (anchor(BOXED, y=offset(-14), down="paragraph"), OFF),
        (anchor(BOXED, x="<wp:align>left</wp:align>"), BOX),
        (anchor(BOXED, x="<wp14:pctPosHOffset xmlns:wp14='x'>-150000</wp14:pctPosHOffset>"), OFF),
        (anchor(BOXED, attributes='simplePos="1"'), OFF),  # the simple position holds
        (anchor(BOXED, x="<wp:posOffset>9999999999999999</wp:posOffset>"), BOX),  # no number that Word reads
    ],
)
def test_a_text_box_off_the_page_is_hidden(body: str, where: tuple[Part, str]) -> None:
    assert found(body) == [where]


def shape(style: str, inner: str = "", attributes: str = "") -> str:
    return f'<w:p><w:r><w:pict><v:shape style="{style}" {attributes}>{inner}</v:shape></w:pict></w:r></w:p>'


VML_BOX = f"<v:textbox><w:txbxContent>{p('Rowan')}</w:txbxContent></v:textbox>"


@pytest.mark.parametrize(
    ("style", "where"),
    [
        ("width:100pt;height:50pt", BOX),
        ("position:absolute;margin-left:20pt;margin-top:20pt;width:100pt", BOX),
        ("position:absolute;margin-left:-2000pt;width:100pt", OFF),
        ("position:absolute;margin-top:5000pt;width:100pt", OFF),
        ("position:absolute;left:-9000;top:0;width:100;height:10", BOX),  # inside a group: no unit
        ("position:absolute;margin-left:1.2.3pt", BOX),
    ],
)
def test_a_shape_of_vml_off_the_page_is_hidden(style: str, where: tuple[Part, str]) -> None:
    assert found(shape(style, VML_BOX)) == [where]


def box(fill: str, geometry: str = "rect", text: str = "") -> str:
    words = f"<wps:txbx><w:txbxContent>{p(text)}</w:txbxContent></wps:txbx>" if text else ""
    return f'<wps:wsp><wps:spPr><a:prstGeom prst="{geometry}"/>{fill}</wps:spPr>{words}</wps:wsp>'


WHITE = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
GLASS = '<a:solidFill><a:srgbClr val="FFFFFF"><a:alpha val="20000"/></a:srgbClr></a:solidFill>'
BEFORE = "<wp:wrapNone/>"


@pytest.mark.parametrize(
    ("body", "covers"),
    [
        (anchor(box(WHITE), more=BEFORE), True),
        (anchor(box(WHITE, text="Figure 1"), more=BEFORE), False),  # a box with words of its own
        (anchor(box(WHITE), more=BEFORE, attributes='behindDoc="1"'), False),
        (anchor(box(WHITE), more="<wp:wrapSquare/>"), False),  # text runs round it
        (anchor(box(GLASS), more=BEFORE), False),
        (anchor(box("<a:noFill/>"), more=BEFORE), False),
        (anchor(box(WHITE, "rightArrow"), more=BEFORE), False),
        (anchor(box(WHITE), more=BEFORE, size=(INCH, 9_525)), False),  # a line
        (shape("position:absolute;width:90pt;height:20pt", attributes='fillcolor="black"'), True),
        (shape("width:90pt;height:20pt", attributes='fillcolor="black"'), False),
        (shape("position:absolute;width:90pt;height:20pt;z-index:-1", attributes='fillcolor="black"'), False),
        (shape("position:absolute;width:90pt;height:20pt", VML_BOX, 'fillcolor="white"'), False),
        (
            shape(
                "position:absolute;width:90pt;height:20pt", "<v:textpath string='Draft'/>", 'fillcolor="a"'
            ),
            False,
        ),
    ],
)
def test_a_filled_box_before_the_text_is_a_trace(body: str, covers: bool) -> None:
    assert traced(body) == ([("D30", Part.UNDER_A_BOX)] if covers else [])


@pytest.mark.parametrize(
    ("picture", "cropped"),
    [
        ('<pic:blipFill><a:srcRect l="25000"/></pic:blipFill>', True),
        ('<pic:blipFill><a:srcRect b="1"/></pic:blipFill>', True),
        ('<pic:blipFill><a:srcRect l="12.5%"/></pic:blipFill>', False),  # Word writes no such number
        ("<pic:blipFill><a:srcRect/></pic:blipFill>", False),
        ('<pic:blipFill><a:srcRect l="-5000" t="0"/></pic:blipFill>', False),  # made larger by an edge
        ('<v:imagedata cropleft="6553f"/>', True),
        ('<v:imagedata cropright=".25"/>', True),
        ('<v:imagedata croptop="-6553f"/>', False),
        ('<v:imagedata cropleft="0"/>', False),
    ],
)
def test_a_cropped_picture_is_a_trace(picture: str, cropped: bool) -> None:
    body = f"<w:p><w:r><w:drawing><wp:inline>{picture}</wp:inline></w:drawing></w:r></w:p>"
    assert traced(body) == ([("D32", Part.IMAGE)] if cropped else [])
