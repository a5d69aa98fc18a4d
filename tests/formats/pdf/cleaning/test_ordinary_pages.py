"""Ordinary files: the copy looks the same, pixel for pixel, and says the same."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageDraw
from reportlab.lib.colors import CMYKColor, Color
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.formats.pdf.cleaning.cleaning_factory import (
    built,
    cleaned,
    looks_alike,
    page_texts,
    saved,
    with_resource,
)
from tests.formats.pdf.pdf_factory import PROSE, changed, drawn, lines, prose

SAMPLES = sorted((Path(__file__).parents[4] / "corpus" / "sample" / "files").glob("*.pdf"))


def shapes(canvas: Canvas) -> None:
    canvas.setFillColor(Color(0.8, 0.2, 0.1, alpha=0.5))
    canvas.circle(200, 400, 80, fill=1)
    canvas.setFillColor(CMYKColor(0.1, 0.7, 0, 0.2))
    canvas.roundRect(220, 380, 120, 60, 10, fill=1)
    canvas.linearGradient(50, 200, 300, 300, (Color(1, 0, 0), Color(0, 0, 1)))
    canvas.setDash(3, 2)
    canvas.line(50, 150, 500, 180)


def photograph() -> Image.Image:
    shown = Image.radial_gradient("L").convert("RGB").resize((120, 90))
    ImageDraw.Draw(shown).text((10, 10), "tree", fill=(200, 10, 10))
    return shown


def pictures(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(photograph()), 60, 500, 240, 180)
    clear = photograph().convert("RGBA")
    clear.putalpha(Image.linear_gradient("L").resize(clear.size))
    canvas.drawImage(ImageReader(clear), 320, 500, 240, 180, mask="auto")
    buffer = io.BytesIO()
    photograph().save(buffer, "JPEG", quality=90)
    canvas.drawImage(ImageReader(buffer), 60, 300, 240, 180)
    canvas.drawInlineImage(photograph().convert("L"), 320, 300, 240, 180)


def letters(canvas: Canvas) -> None:
    canvas.setFont("Times-Italic", 14)
    canvas.drawString(72, 700, "Ærø, naïve façade: “quoted” – 10 °C")
    canvas.saveState()
    canvas.translate(300, 300)
    canvas.rotate(30)
    canvas.setFont("Courier-Bold", 9)
    canvas.drawString(0, 0, "on the slant")
    canvas.restoreState()
    text = canvas.beginText(72, 600)
    text.setTextRenderMode(1)
    text.textLine("outlined")
    canvas.drawText(text)


@pytest.mark.parametrize("draw", [prose, shapes, pictures, letters], ids=lambda draw: draw.__name__)
def test_a_page_is_carried_over_as_it_is(draw: Callable[[Canvas], None]) -> None:
    source = drawn(draw)
    copy = cleaned(source)
    assert looks_alike(source, copy.content)
    assert page_texts(copy.content) == page_texts(source)
    assert (copy.standing, copy.lost, copy.kept) == ((), (), ())


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_sample_is_carried_over_as_it_is(path: Path) -> None:
    source = path.read_bytes()
    copy = cleaned(source).content
    assert looks_alike(source, copy)
    assert page_texts(copy) == page_texts(source)


def turned(degrees: int) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root["/Pages"]["/Rotate"] = degrees  # every page inherits it

    return change


def smaller(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj["/CropBox"] = pikepdf.Array([50, 500, 400, 800])


@pytest.mark.parametrize("change", [turned(90), turned(180), turned(270), smaller])
def test_turned_and_cropped_pages_look_the_same(change: Callable[[pikepdf.Pdf], None]) -> None:
    source = changed(drawn(lines([PROSE[:60]], y=700), prose), change)
    assert looks_alike(source, cleaned(source).content)


def test_a_pattern_and_a_form_in_a_form_look_the_same() -> None:
    source = built(
        b"/P1 gs /Cs cs /Tile scn 20 20 200 100 re f /Outer Do BT /F1 12 Tf 20 250 Td (plain) Tj ET"
    )
    source = with_resource(source, "ColorSpace", "Cs", lambda pdf: pikepdf.Array([pikepdf.Name.Pattern]))
    source = with_resource(source, "Pattern", "Tile", _tile)
    source = with_resource(source, "XObject", "Outer", _forms)
    copy = cleaned(source).content
    assert looks_alike(source, copy)
    assert page_texts(copy) == page_texts(source)
    with pikepdf.open(io.BytesIO(copy)) as pdf:
        assert sorted(pdf.pages[0].obj["/Resources"]["/XObject"].keys()) == ["/X1"]


def _tile(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.make_indirect(pdf.make_stream(
        b"0 0 1 rg 0 0 5 5 re f", PatternType=1, PaintType=1, TilingType=1, BBox=[0, 0, 10, 10], XStep=10,
        YStep=10, Resources=pikepdf.Dictionary(),
    ))  # fmt: skip


def _forms(pdf: pikepdf.Pdf) -> pikepdf.Object:
    def form(content: bytes, **entries: object) -> pikepdf.Object:
        return pdf.make_indirect(pdf.make_stream(
            content, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 400, 300], **entries
        ))  # fmt: skip

    # The inner one has no resources: it draws with those of the one around it.
    inner = form(b"BT /Own 14 Tf 20 150 Td (drawn twice) Tj ET")
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Courier
    )
    resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(Own=font), XObject=pikepdf.Dictionary(Inner=inner))
    return form(b"/Inner Do 1 0 0 1 0 40 cm /Inner Do", Resources=resources)


def test_text_in_a_font_that_a_form_was_called_with_stays() -> None:
    source = built(b"BT /F1 12 Tf 20 250 Td (outside) Tj ET /Form Do")
    source = with_resource(source, "XObject", "Form", lambda pdf: pdf.make_indirect(pdf.make_stream(
        b"BT 20 200 Td (inherited zyx) Tj ET", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form,
        BBox=[0, 0, 400, 300], Resources=pikepdf.Dictionary(),
    )))  # fmt: skip
    copy = cleaned(source).content
    assert looks_alike(source, copy)
    assert page_texts(copy) == page_texts(source)


def test_the_language_stays_and_a_title_comes_by_the_users_word_alone() -> None:
    def tell(pdf: pikepdf.Pdf) -> None:
        pdf.Root["/Lang"] = pikepdf.String("en-GB")
        pdf.docinfo["/Title"] = "Ashdown review, draft of Kayleigh"

    from redact.values.cleaning import CleaningOptions

    source = changed(drawn(prose), tell)
    with pikepdf.open(io.BytesIO(cleaned(source).content)) as pdf:
        assert str(pdf.Root["/Lang"]) == "en-GB"
        assert "/Info" not in pdf.trailer
    copy = cleaned(source, CleaningOptions(title="A review"))
    with pikepdf.open(io.BytesIO(copy.content)) as pdf:
        assert {key: str(value) for key, value in pdf.docinfo.items()} == {"/Title": "A review"}
    assert copy.made == {"A review"}


def test_encryption_goes_with_the_password_that_was_given() -> None:
    source = changed(drawn(prose), lambda pdf: None, encryption=pikepdf.Encryption(owner="o", user="u"))
    copy = cleaned(source, password="u").content
    with pikepdf.open(io.BytesIO(copy)) as pdf:
        assert not pdf.is_encrypted
    assert page_texts(copy) == page_texts(drawn(prose))


def test_a_page_whose_brackets_do_not_match_is_carried_over() -> None:
    source = built(b"q q BT /F1 12 Tf 20 200 Td (kept) Tj ET Q Q Q Q 1 0 0 RG 10 10 m 90 90 l S")
    assert looks_alike(source, cleaned(source).content)


def test_saving_it_without_a_page_changes_nothing() -> None:
    source = drawn(prose, prose)
    with pikepdf.open(io.BytesIO(source)) as pdf:
        assert cleaned(saved(pdf)).content == cleaned(source).content
