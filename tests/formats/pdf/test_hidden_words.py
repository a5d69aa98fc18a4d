"""Words of a page that nobody sees are marked, whatever hides them; words that are seen never are."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.colors import HexColor, black, white
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from redact.formats.pdf import seeing
from redact.values.text import Document, Part
from tests.formats.pdf.ordinary_pages import ordinary_pages
from tests.formats.pdf.pdf_factory import (
    Draw,
    changed,
    drawn,
    gaps,
    lines,
    operators,
    prose,
    read,
    texts,
    traces,
)

NAME = "Kayleigh Ashdown"


def marked(document: Document) -> list[tuple[str, Part, str | None]]:
    """Give each marked stretch, its part and its place."""
    return [
        (passage.text[region.start : region.end], region.part, region.place)
        for passage in document.passages
        for region in passage.regions
        if not passage.apart
    ]


def covered(text: str, hidden: str, *, ink: str = "#000000", over: str = "") -> Draw:
    """Draw a line of text with a box over some of it, and perhaps words on the box."""

    def draw(canvas: Canvas) -> None:
        before = text[: text.index(hidden)]
        start = 72 + canvas.stringWidth(before, "Helvetica", 12)
        end = start + canvas.stringWidth(hidden, "Helvetica", 12)
        canvas.drawString(72, 700, text)
        canvas.setFillColor(HexColor(ink))
        canvas.rect(start, 696, end - start, 14, stroke=0, fill=1)
        canvas.setFillColor(white if ink == "#000000" else black)
        canvas.drawString(start + 1, 700, over)

    return draw


# ------------------------------------------------------------ what is hidden


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        (f"{NAME} went home", NAME),  # two words, one stretch
        ("Jo went home", "Jo"),  # a short name
        ("Mrs J. Ashdown went home", "J. Ashdown"),  # an initial beside a name
        ("12/03/2011 was the day", "12/03/2011"),  # digits count
        ("The Ashdown-Tarnfield family", "Ashdown"),  # the first half of a word
        ("It was Ashdown-Tarnfield", "Tarnfield"),  # and the second
        ("the mother of him", "the"),  # no name, hidden all the same
    ],
)
@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_words_under_a_box(text: str, hidden: str, angle: int) -> None:
    def turn(opened: pikepdf.Pdf) -> None:
        opened.pages[0].obj["/Rotate"] = angle

    document = read(changed(drawn(covered(text, hidden)), turn))
    assert marked(document) == [(hidden, Part.UNDER_A_BOX, "P3")]
    assert texts(document) == [text]  # it is read as before


@pytest.mark.parametrize("ink", ["#000000", "#ffffff", "#c00000"])
def test_words_written_over_the_box(ink: str) -> None:
    document = read(drawn(covered(f"{NAME} went home", NAME, ink=ink, over="[mother of J]")))
    assert [(text, place) for text, _, place in marked(document)] == [(NAME, "P3")]


def test_a_stretch_over_two_lines_is_one() -> None:
    def draw(canvas: Canvas) -> None:
        lines(
            ["The school was told of this by Kayleigh", "Ashdown, who had come with her aunt and", "left."]
        )(canvas)
        canvas.rect(232, 697, 60, 13, stroke=0, fill=1)
        canvas.rect(70, 683, 52, 13, stroke=0, fill=1)

    document = read(drawn(draw))
    assert [text for text, _, _ in marked(document)] == ["Kayleigh Ashdown,"]


def test_a_hidden_word_in_a_table_stands_in_its_cell() -> None:
    def draw(canvas: Canvas) -> None:
        for x in (70, 200, 330):
            canvas.line(x, 650, x, 720)
        for y in (650, 685, 720):
            canvas.line(70, y, 330, y)
        for x, y, text in (
            (75, 700, "Mother"),
            (205, 700, "Kayleigh"),
            (75, 665, "Father"),
            (205, 665, "Col"),
        ):
            canvas.drawString(x, y, text)
        canvas.rect(200, 685, 130, 35, stroke=0, fill=1)

    document = read(drawn(draw))
    (passage,) = [one for one in document.passages if one.regions]
    assert (passage.location.part, passage.location.cell) == (Part.TABLE, (1, 2))
    assert passage.locate(0, 8).place == "P3"


@pytest.mark.parametrize(
    ("code", "place"),
    [
        ("3 Tr (Kayleigh) Tj", "P10"),
        ("7 Tr (Kayleigh) Tj", "P10"),
        ("1 1 1 rg (Kayleigh) Tj", "P9"),
        ("0.93 0.95 0.97 rg (Kayleigh) Tj", "P9"),
        ("/F1 0.5 Tf (Kayleigh) Tj", "P9"),
        ("1 0 0 1 -500 2000 Tm (Kayleigh) Tj", "P10"),
        ("1 1 1 rg (Kayleigh) Tj 0 0 0 rg 0 0 Td (something) Tj", "P9"),  # white under black words
        ("3 Tr (Kayleigh) Tj 0 Tr 0 0 Td (something) Tj", "P10"),  # invisible under black words
    ],
)
def test_words_drawn_so_that_nobody_sees_them(code: str, place: str) -> None:
    found = marked(read(drawn(operators(code, x=200))))
    assert [(text[:8], part, where) for text, part, where in found] == [("Kayleigh", Part.HIDDEN_TEXT, place)]


def test_black_words_on_a_black_ground() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(70, 690, 120, 20, stroke=0, fill=1)
        canvas.drawString(72, 700, "Kayleigh")
        canvas.drawString(200, 700, "went home")

    assert marked(read(drawn(draw))) == [("Kayleigh", Part.UNDER_A_BOX, "P3")]


def test_words_under_a_mark_for_redaction() -> None:
    def change(opened: pikepdf.Pdf) -> None:
        mark = Dictionary(Type=Name.Annot, Subtype=Name.Redact, Rect=[70, 696, 167, 712])
        opened.pages[0].obj["/Annots"] = Array([mark])

    document = read(changed(drawn(lines([f"{NAME} went home"])), change))
    assert marked(document) == [(NAME, Part.ANNOTATION, "P8")]
    assert traces(document) == [("P8", 1)]


def test_words_under_a_field_of_the_form() -> None:
    def change(opened: pikepdf.Pdf) -> None:
        box = opened.make_stream(
            b"0 g 0 0 97 16 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 97, 16]
        )
        entries = {"FT": Name.Tx, "T": String("note"), "F": 4, "AP": Dictionary(N=box)}
        field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=[70, 696, 167, 712], **entries)
        fields = Array([opened.make_indirect(field)])
        opened.pages[0].obj["/Annots"] = fields
        opened.Root["/AcroForm"] = Dictionary(Fields=fields)

    document = read(changed(drawn(lines([f"{NAME} went home"])), change))
    assert marked(document) == [(NAME, Part.UNDER_A_BOX, "P7")]


def test_a_layer_that_is_shown_hides_nothing() -> None:
    def layered(shown: bool) -> Document:
        def change(opened: pikepdf.Pdf) -> None:
            layer = opened.make_indirect(Dictionary(Type=Name.OCG, Name=String("notes")))
            page = opened.pages[0]
            page.Resources["/Properties"] = Dictionary(L=layer)
            code = b"/OC /L BDC\n" + page.Contents.read_bytes() + b"\nEMC"
            page.obj["/Contents"] = opened.make_stream(code)
            setting = Dictionary(**{"ON" if shown else "OFF": Array([layer])})
            opened.Root["/OCProperties"] = Dictionary(OCGs=Array([layer]), D=setting)

        return read(changed(drawn(lines([NAME])), change))

    assert marked(layered(True)) == []
    assert marked(layered(False)) == [(NAME, Part.LAYER, "P11")]


def test_a_page_that_is_too_large_to_draw_is_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    document = read(drawn(lines([NAME]), size=(14_000, 14_000)))
    assert gaps(document) == [("P10", 1)]
    assert texts(document) == [NAME]
    monkeypatch.setattr(seeing, "MAX_PIXELS", 100)
    assert gaps(read(drawn(prose))) == [("P10", 1)]


# ------------------------------------------------------------ a scan and its layer


def scanned(*said: str, box: str | None = None, blank: str | None = None) -> Draw:
    """Draw a scan of some lines with the words recognised in it; one may be boxed, one painted out."""
    shown = Image.new("RGB", (1240, 1754), (251, 250, 246))
    pen, font = ImageDraw.Draw(shown), ImageFont.load_default(30)
    places = []
    for number, text in enumerate(said):
        at = (160, 200 + 70 * number)
        pen.text(at, text, fill=(25, 25, 30), font=font)
        area = pen.textbbox(at, text, font=font)
        places.append(area)
        if text == box:
            pen.rectangle((area[0] - 8, area[1] - 8, area[2] + 8, area[3] + 8), fill=(8, 8, 8))
        if text == blank:
            pen.rectangle((area[0] - 8, area[1] - 8, area[2] + 8, area[3] + 8), fill=(251, 250, 246))
    buffer = io.BytesIO()
    shown.save(buffer, "JPEG", quality=85)

    def draw(canvas: Canvas) -> None:
        buffer.seek(0)
        canvas.drawImage(ImageReader(buffer), 0, 0, 595, 842)
        for text, (left, _, right, low) in zip(said, places, strict=True):
            layer = canvas.beginText(left * 0.48, 842 - low * 0.48 + 3)
            layer.setTextRenderMode(3)
            layer.setFont("Helvetica", 14)
            layer.setHorizScale(100 * (right - left) * 0.48 / canvas.stringWidth(text, "Helvetica", 14))
            layer.textOut(text)
            canvas.drawText(layer)

    return draw


SAID = ("The panel met in the spring", "A letter was read to them", NAME, "It was signed by all")


def test_a_scan_with_its_words_raises_no_alarm_for_each_word() -> None:
    document = read(drawn(scanned(*SAID)))
    assert marked(document) == []
    assert traces(document) == [("P12", 1)]
    assert NAME in "\n".join(texts(document))


@pytest.mark.parametrize(
    ("how", "part"), [({"box": NAME}, Part.UNDER_A_BOX), ({"blank": NAME}, Part.HIDDEN_TEXT)]
)
def test_words_of_a_scan_under_its_box(how: dict[str, str], part: Part) -> None:
    assert marked(read(drawn(scanned(*SAID, **how)))) == [(NAME, part, "P12")]


# ------------------------------------------------------------ what is seen


def test_nothing_is_hidden_on_a_hundred_ordinary_pages() -> None:
    document = read(ordinary_pages())
    assert document.pages is not None
    assert document.pages > 100
    assert marked(document) == []
    assert traces(document) == []
    assert gaps(document) == []


@pytest.mark.parametrize(
    "code",
    [
        "(Kayleigh) Tj 0.2 0 Td (Kayleigh) Tj",  # drawn twice, to look bold
        "2 Tr 0.3 w (Kayleigh) Tj",  # filled and outlined
        "1 Tr 0.5 w (Kayleigh) Tj",  # outlined alone
        "0.7 g (Kayleigh) Tj 0 g 0.5 0.5 Td (Kayleigh) Tj",  # with a shadow
        "1 g 2 Tr 0 G 0.4 w (Kayleigh) Tj",  # white with a black outline
        "/F1 72 Tf 0.88 g (DRAFT) Tj",  # pale, and large
        "40 Tz (Kayleigh) Tj",  # squeezed
        "/F1 4 Tf (Kayleigh ill Illicit) Tj",  # small
        "0.75 g /F1 7 Tf (Kayleigh ill Illicit) Tj",  # pale and small
    ],
)
def test_words_that_are_seen(code: str) -> None:
    assert marked(read(drawn(operators(code)))) == []


def test_words_cut_out_of_a_colour_are_seen() -> None:
    code = b"q BT 7 Tr /F1 30 Tf 72 700 Td (Kayleigh) Tj ET 0 0.4 0.8 rg 60 690 300 40 re f Q"

    def change(opened: pikepdf.Pdf) -> None:
        page = opened.pages[0]
        page.obj["/Contents"] = opened.make_stream(page.Contents.read_bytes() + code)

    assert marked(read(changed(drawn(prose), change))) == []


def test_words_under_a_clear_box_are_seen() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, f"{NAME} went home")
        canvas.setFillColor(HexColor("#ffff00"), alpha=0.5)
        canvas.rect(70, 690, 200, 20, stroke=0, fill=1)

    assert marked(read(drawn(draw))) == []
