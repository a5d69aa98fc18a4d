"""A document of which all is seen looks the same before and after, page by page, as LibreOffice draws it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import numpy
import pytest
from docx.oxml import parse_xml
from docx.shared import Mm, Pt, RGBColor
from PIL import Image

from tests.acceptance.office import convert, need_office
from tests.formats.word.cleaning.cleaned import cleaned
from tests.formats.word.package_factory import NAMESPACES

_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())


def element(markup: str) -> Any:
    tag, _, rest = markup.partition(">")
    name, slash = (tag[:-1], "/") if tag.endswith("/") else (tag, "")
    return parse_xml(f"{name} {_DECLARED}{slash}>{rest}")


def picture() -> io.BytesIO:
    buffer = io.BytesIO()
    Image.linear_gradient("L").resize((120, 80)).save(buffer, "PNG")
    buffer.seek(0)
    return buffer


def seen_only() -> bytes:
    """A report with whatever a reader sees: styles, lists, tables, a header with a number, a "
    "picture, a box."""
    report = docx.Document()
    section = report.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.header.paragraphs[0].text = "Overview report"
    footer = section.footer.paragraphs[0]._p
    for kind in ("begin", "code", "separate", "text", "end"):
        inner = {"code": "<w:instrText> PAGE </w:instrText>", "text": "<w:t>1</w:t>"}
        footer.append(
            element(f"<w:r>{inner.get(kind) or f'<w:fldChar w:fldCharType={chr(34)}{kind}{chr(34)}/>'}</w:r>")
        )
    report.add_heading("The review", 0)
    for number in range(1, 5):
        report.add_heading(f"Section {number}", number % 2 + 1)
        paragraph = report.add_paragraph("Agencies met ")
        run = paragraph.add_run("three times")
        run.bold, run.font.size, run.font.color.rgb = True, Pt(14), RGBColor(0x80, 0, 0x20)
        paragraph.add_run(" in that spring, and agreed on what follows. " * 12).italic = number == 2
        report.add_paragraph("the first point", style="List Bullet")
        report.add_paragraph("the second point", style="List Number")
    table = report.add_table(rows=3, cols=3, style="Light Grid Accent 1")
    for index, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"cell {index}"
    report.add_picture(picture(), width=Mm(40))
    box = (
        "<w:r><w:drawing><wp:anchor distT='0' distB='0' distL='0' distR='0' simplePos='0' relativeHeight='2' "
        "behindDoc='0' locked='0' layoutInCell='1' allowOverlap='1'><wp:simplePos x='0' y='0'/>"
        "<wp:positionH relativeFrom='column'><wp:posOffset>3000000</wp:posOffset></wp:positionH>"
        "<wp:positionV relativeFrom='paragraph'><wp:posOffset>100000</wp:posOffset></wp:positionV>"
        "<wp:extent cx='1800000' cy='600000'/><wp:wrapSquare wrapText='bothSides'/><wp:docPr id='5' "
        "name='Box'/>"
        "<a:graphic><a:graphicData uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><wps:wsp>"
        "<wps:cNvSpPr txBox='1'/><wps:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='1800000' "
        "cy='600000'/></a:xfrm>"
        "<a:prstGeom prst='rect'><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val='DDEEFF'/></a:solidFill>"
        "<a:ln w='9525'><a:solidFill><a:srgbClr val='336699'/></a:solidFill></a:ln></wps:spPr><wps:txbx>"
        "<w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent></wps:txbx>"
        "<wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )
    report.add_paragraph("Beside a box. " * 20)._p.append(element(box))
    report.add_paragraph()._p.append(
        element("<w:sdt><w:sdtContent><w:r><w:t>Said in a control.</w:t></w:r></w:sdtContent></w:sdt>")
    )
    out = io.BytesIO()
    report.save(out)
    return out.getvalue()


def drawn(pdf: Path) -> list[Any]:
    import pypdfium2

    document = pypdfium2.PdfDocument(str(pdf))
    try:
        return [numpy.asarray(page.render(scale=1).to_pil().convert("L")).astype(int) for page in document]
    finally:
        document.close()


@pytest.mark.slow
def test_pages_look_the_same(tmp_path: Path) -> None:
    need_office()
    before, after = tmp_path / "before.docx", tmp_path / "after.docx"
    before.write_bytes(seen_only())
    after.write_bytes(cleaned(seen_only()).content)
    made = convert([before, after], "pdf", tmp_path / "out", profile=tmp_path / "profile")
    pages = [drawn(pdf) for pdf in made]
    assert len(pages[0]) == len(pages[1]) >= 2
    for one, other in zip(*pages, strict=True):
        assert one.shape == other.shape
        assert int((abs(one - other) > 40).sum()) == 0
