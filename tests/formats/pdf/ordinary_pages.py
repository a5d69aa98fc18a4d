"""Pages on which nothing is hidden, in many styles: each is drawn by code, none may raise an alarm."""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Callable

import pikepdf
from reportlab.graphics import renderPDF
from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.charts.linecharts import HorizontalLineChart
from reportlab.graphics.charts.piecharts import Pie
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import Color, HexColor, black, white
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table, TableStyle

from tests.formats.pdf.pdf_factory import PROSE, Draw, changed, drawn

__all__ = ["ordinary_pages"]

THIN = (
    "Illicit bills still fill little Lilli's till; it is ill, I'll tell Jill. "
    "Mr Li, Jo and Al (i, l, I, j) met."
)
FONTS = ("Helvetica", "Times-Roman", "Courier", "Helvetica-Oblique", "Times-Bold")
SIZES = (5, 6, 7, 8, 9, 10.5, 12, 14)
INKS = ("#000000", "#333333", "#595959", "#7f7f7f", "#a0a0a0", "#1f3864", "#c00000", "#0563c1", "#00b050")


def ordinary_pages() -> bytes:
    """Make a hundred and more pages: prose, shaded tables, turned pages, charts, marks on text."""
    prose = [_prose(font, size) for font, size in itertools.product(FONTS, SIZES)]
    inked = [_inked(ink, size) for ink, size in itertools.product(INKS, (8, 11))]
    tables = [_table(size, dark, pale) for size in (7, 9, 11) for dark, pale in _SHADES]
    charts = [_chart(kind, size) for kind in ("bar", "line", "pie") for size in (6, 8, 10)]
    single: list[Draw] = [_marked, _watermarked, _boxed, _slanted, _columns, _forms]
    turned = [_shaded, tables[1], charts[0], charts[8], _boxed, _marked]
    pages = [*prose, *inked, *tables, *charts, *single]

    def turn(opened: pikepdf.Pdf) -> None:
        for number, page in enumerate(opened.pages[len(pages) :]):
            page.obj["/Rotate"] = (90, 180, 270)[number // len(turned)]

    return changed(drawn(*pages, *turned * 3), turn)


_SHADES = (
    ("#1f3864", "#d9e2f3"),
    ("#000000", "#f2f2f2"),
    ("#7f7f7f", "#ffffff"),
    ("#c00000", "#fbe4d5"),
    ("#4472c4", "#b4c6e7"),
)


def _write(canvas: Canvas, font: str, size: float, *, top: float = 790, width: int = 90) -> None:
    canvas.setFont(font, size)
    lines = textwrap.wrap(f"{THIN} {PROSE} " * 6, min(width, int(800 / size)))
    for number, line in enumerate(lines):
        y = top - number * size * 1.25
        if y > 40:
            canvas.drawString(50, y, line)


def _prose(font: str, size: float) -> Draw:
    return lambda canvas: _write(canvas, font, size)


def _inked(ink: str, size: float) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(HexColor(ink))
        _write(canvas, "Helvetica", size)

    return draw


def _table(size: float, dark: str, pale: str) -> Draw:
    def draw(canvas: Canvas) -> None:
        rows = [["Date", "Agency", "What was recorded", "No"]]
        said = "Jo and Li met the visitor, ill at ease"
        rows += [[f"{day} March", "Health", said, str(day)] for day in range(1, 24)]
        table = Table(rows)
        table.setStyle(
            TableStyle(
                [
                    ("FONTSIZE", (0, 0), (-1, -1), size),
                    ("BACKGROUND", (0, 0), (-1, 0), HexColor(dark)),
                    ("TEXTCOLOR", (0, 0), (-1, 0), white),
                    ("ROWBACKGROUNDS", (0, 1), (-1, -1), [HexColor(pale), white]),
                    ("GRID", (0, 0), (-1, -1), 0.5, black),
                ]
            )
        )
        table.wrapOn(canvas, 500, 700)
        table.drawOn(canvas, 50, 150)

    return draw


def _shaded(canvas: Canvas) -> None:
    canvas.setFillColor(HexColor("#d9e2f3"))
    canvas.rect(40, 500, 500, 320, stroke=0, fill=1)
    canvas.setFillColor(black)
    _write(canvas, "Helvetica", 11)


def _chart(kind: str, size: float) -> Draw:
    makers: dict[str, Callable[[], object]] = {
        "bar": VerticalBarChart, "line": HorizontalLineChart, "pie": Pie}  # fmt: skip

    def draw(canvas: Canvas) -> None:
        chart = makers[kind]()
        chart.x, chart.y, chart.width, chart.height = 50, 50, 300, 200  # type: ignore[attr-defined]
        names = ["Health visiting", "Police", "School", "Li", "Jo"]
        if kind == "pie":
            chart.data = [10, 20, 30, 25, 15]  # type: ignore[attr-defined]
            chart.labels = names  # type: ignore[attr-defined]
            chart.slices.fontSize = size  # type: ignore[attr-defined]
        else:
            chart.data = [(13, 5, 20, 22, 37), (14, 6, 21, 23, 38)]  # type: ignore[attr-defined]
            chart.categoryAxis.categoryNames = names  # type: ignore[attr-defined]
            chart.categoryAxis.labels.fontSize = size  # type: ignore[attr-defined]
            chart.categoryAxis.labels.angle = 30  # type: ignore[attr-defined]
            chart.valueAxis.visibleGrid = True  # type: ignore[attr-defined]
        drawing = Drawing(400, 300)
        drawing.add(chart)
        renderPDF.draw(drawing, canvas, 60, 350)
        _write(canvas, "Helvetica", 10, top=300)

    return draw


def _marked(canvas: Canvas) -> None:
    """Underlined, struck through, highlighted before and after: all of it is read."""
    canvas.setFont("Helvetica", 11)
    for number, line in enumerate(textwrap.wrap(f"{THIN} {PROSE}" * 2, 80)):
        y = 780 - 20 * number
        if number % 4 == 2:
            canvas.setFillColor(HexColor("#ffff00"))
            canvas.rect(50, y - 3, 400, 14, stroke=0, fill=1)
        canvas.setFillColor(black)
        canvas.drawString(50, y, line)
        if number % 4 == 0:
            canvas.line(50, y - 1.5, 450, y - 1.5)
        elif number % 4 == 1:
            canvas.line(50, y + 3.5, 450, y + 3.5)
        elif number % 4 == 3:
            canvas.setFillColor(Color(1, 1, 0, alpha=0.4))
            canvas.rect(50, y - 3, 400, 14, stroke=0, fill=1)


def _watermarked(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.setFillColor(HexColor("#e4e4e4"))
    canvas.setFont("Helvetica-Bold", 96)
    canvas.translate(150, 300)
    canvas.rotate(45)
    canvas.drawString(0, 0, "DRAFT")
    canvas.restoreState()
    _write(canvas, "Times-Roman", 11)
    canvas.setFillColor(Color(0.5, 0.5, 0.5, alpha=0.15))
    canvas.rect(0, 0, 595, 842, stroke=0, fill=1)


def _boxed(canvas: Canvas) -> None:
    """White words on dark boxes, black ones on pale boxes, words on a ramp of colours."""
    for number, ground in enumerate(("#000000", "#1f3864", "#00703c", "#5694ca", "#f3f2f1", "#ffdd00")):
        y = 700 - 90 * number
        canvas.setFillColor(HexColor(ground))
        canvas.roundRect(50, y, 450, 70, 8, stroke=0, fill=1)
        canvas.setFillColor(black if number > 2 else white)
        canvas.setFont("Helvetica-Bold", 12)
        canvas.drawString(60, y + 40, THIN[:60])
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, y + 15, PROSE[:90])
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(50, 40, 450, 40)
    canvas.clipPath(clip, stroke=0, fill=0)
    canvas.linearGradient(50, 40, 500, 80, (HexColor("#4472c4"), HexColor("#ffffff")), extend=False)
    canvas.restoreState()
    canvas.drawString(60, 55, THIN[:60])


def _slanted(canvas: Canvas) -> None:
    for angle in range(0, 360, 15):
        canvas.saveState()
        canvas.translate(300, 420)
        canvas.rotate(angle)
        canvas.setFont("Helvetica", 9)
        canvas.drawString(60, 0, "The panel still met Jill and Li")
        canvas.restoreState()


def _columns(canvas: Canvas) -> None:
    for column in range(3):
        for number, line in enumerate(textwrap.wrap(f"{PROSE} {THIN} " * 4, 30)[:60]):
            canvas.setFont("Times-Roman", 9)
            canvas.drawString(40 + 180 * column, 790 - 12 * number, line)
    for row in range(10):
        canvas.setFont("Helvetica", 6)
        canvas.drawString(300 + row, 60, "\u2022 i l I . , ' : ;")


def _forms(canvas: Canvas) -> None:
    canvas.beginForm("letterhead")
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(50, 800, "Safeguarding Partnership, Illford Hall")
    canvas.endForm()
    canvas.doForm("letterhead")
    _write(canvas, "Helvetica", 11, top=760)
