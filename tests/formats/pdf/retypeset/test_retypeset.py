"""A pdf that is typeset anew says what the old one said, with the edits, and holds nothing else of it."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Callable

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from reportlab.lib import colors
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table, TableStyle

from redact.errors import WrongType
from redact.formats.pdf.retypeset.admitting import left_out
from redact.formats.pdf.retypeset.face import REGULAR
from redact.values.text import Part
from tests.formats.pdf.pdf_factory import PROSE, Draw, changed, drawn, gaps, lines, prose, read, texts, traces
from tests.formats.pdf.retypeset.retypeset_factory import edited, id_of, letters, opened, retypeset, said

FONT = "Test letters"
LINE = "DRAFT: this document may hold names."


def in_letters(*rows: str) -> Draw:
    """Draw lines in a typeface that has letters of many scripts."""
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(FONT, face_file()))

    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, 11)
        for number, row in enumerate(rows):
            canvas.drawString(72, 700 - 16 * number, row)

    return draw


def face_file() -> str:
    from redact.formats.pdf.retypeset import face as module

    return str(module._FOLDER / f"{REGULAR}.ttf")


def ruled(rows: list[list[str]], *, top: float = 760, style: tuple[object, ...] = ()) -> Draw:
    """Draw a table with rules."""

    def draw(canvas: Canvas) -> None:
        table = Table(rows, colWidths=[90, 90, 250][: len(rows[0])])
        table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), *style]))
        _, height = table.wrapOn(canvas, 450, 700)
        table.drawOn(canvas, 72, top - height)

    return draw


def with_picture(canvas: Canvas) -> None:
    """Draw a picture under a line of text."""
    pixels = Image.new("RGB", (40, 40), "red")
    canvas.drawImage(ImageReader(pixels), 72, 300, 100, 100)
    canvas.drawString(72, 500, "Below is a picture of the house.")


def heading(canvas: Canvas) -> None:
    canvas.setFont("Helvetica-Bold", 18)
    canvas.drawString(72, 760, "What happened")
    canvas.setFont("Helvetica", 11)
    for number, line in enumerate(textwrap.wrap(PROSE * 4, 80)):
        canvas.drawString(72, 730 - 14 * number, line)


def test_what_was_read_is_set_with_the_edits_and_nothing_else() -> None:
    rows = ["The mother, Anneke Hartwell, came with", "Idony to the well-", "known clinic.  It was late."]
    old = drawn(heading, lines(rows))
    new = retypeset(old, edited(old, ("Anneke Hartwell", "Parent 1"), ("Idony", "Child K")))
    assert said(new)[-1] == "The mother, Parent 1, came with Child K to the wellknown clinic. It was late."
    assert letters(read(new)) == letters(read(old)).replace("AnnekeHartwell", "Parent1").replace(
        "Idony", "ChildK"
    )
    assert b"Hartwell" not in new
    assert gaps(read(new)) == []
    assert traces(read(new)) == []


def test_the_same_file_and_edits_give_the_same_bytes() -> None:
    old = drawn(heading, prose)
    assert id_of(retypeset(old)) == id_of(retypeset(old))
    assert retypeset(old) != retypeset(old, name="another.pdf")


def test_nothing_hangs_on_it_but_a_title_and_a_language() -> None:
    def load(pdf: pikepdf.Pdf) -> None:
        with pdf.open_metadata() as data:
            data["dc:creator"] = ["Anneke Hartwell"]
        pdf.docinfo["/Author"] = "Anneke Hartwell"
        pdf.attachments["Anneke.txt"] = b"Anneke Hartwell"
        pdf.Root["/Lang"] = pikepdf.String("cy-GB")
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents="Anneke Hartwell"
        )
        pdf.pages[0].obj["/Annots"] = pikepdf.Array([pdf.make_indirect(note)])

    old = changed(drawn(prose), load)
    new = retypeset(old, name="review 1.pdf")
    with opened(new) as pdf:
        assert set(pdf.Root.keys()) == {
            *("/Type", "/Pages", "/Lang", "/MarkInfo", "/StructTreeRoot", "/ViewerPreferences"),
        }
        assert (str(pdf.Root["/Lang"]), dict(pdf.docinfo.items())) == ("cy-GB", {"/Title": "review 1"})
        assert set(pdf.pages[0].obj.keys()) == {
            *("/Type", "/Parent", "/MediaBox", "/Resources", "/Contents", "/StructParents"),
        }
    assert not [one for one in read(new).passages if "artwell" in one.text]
    said_of = {(what, where.part) for what, where in left_out(read(old))}
    assert ("attached files, 2 times", Part.ATTACHMENT) in said_of
    assert ("comments and marks on the page", Part.ANNOTATION) in said_of


def test_it_says_what_each_stretch_is() -> None:
    new = retypeset(drawn(heading, ruled([["Date", "Agency"], ["1 March", "Police"]])))
    with opened(new) as pdf:
        assert bool(pdf.Root["/MarkInfo"]["/Marked"])
        whole = pdf.Root["/StructTreeRoot"]["/K"]
        assert [str(one["/S"]) for one in whole["/K"]] == ["/H1", "/P", "/Table"]
        row = whole["/K"][2]["/K"][1]
        assert [str(cell["/K"][0]["/S"]) for cell in row["/K"]] == ["/P", "/P"]
        content = bytes(pdf.pages[0]["/Contents"].read_bytes())
        assert content.count(b"BDC") == 2  # a heading and a paragraph, each one stretch
    levels = [one.heading_level for one in read(new).passages]
    assert levels[:2] == [1, None]


def test_each_page_begins_a_sheet_and_goes_on_over_as_many_as_it_needs() -> None:
    def crowded(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 5)
        for number, line in enumerate(textwrap.wrap(PROSE * 60, 200)):
            canvas.drawString(30, 820 - 6 * number, line)

    old = drawn(prose, crowded, lines(["The panel met again.", "That was later."]))
    new = read(retypeset(old))
    assert (new.pages or 0) > 3
    assert letters(new) == letters(read(old))
    starts = [one.location.page for one in new.passages if one.text.startswith("The panel met")]
    assert starts[0] == 1
    assert starts[1] == 2


def test_a_page_that_is_wider_than_high_stays_so() -> None:
    new = pypdfium2.PdfDocument(retypeset(drawn(prose, size=(842, 595))))
    width, height = new[0].get_size()
    new.close()
    assert width > height


def test_a_table_stays_a_table_and_its_head_may_come_again_on_every_page() -> None:
    head = ["Date", "Agency", "What was recorded"]
    pages = [
        ruled([head, *[[f"{day} May", "Health", f"The visitor came, {page}.{day}"] for day in range(1, 20)]])
        for page in range(1, 5)
    ]
    old = drawn(*pages)
    new = read(retypeset(old))
    assert [one.location.cell for one in new.passages if one.text == "Agency"] == [(1, 2)] * 4
    assert texts(new, Part.TABLE) == texts(read(old), Part.TABLE)
    assert not [one for one in new.passages if one.repeated]


@pytest.mark.parametrize(
    "rows",
    [
        # a row over the whole width
        [["Contacts with the family", "", ""], ["1 May", "Police", "Seen"]],
        # cells with nothing in them
        [["1 May", "", "Seen"], ["", "Health", "Not seen"], ["", "", "At home"]],
        # words that no column has room for
        [["a" * 30, "b" * 30, "c" * 70], ["1", "2", "3"]],
        # many columns
        [[f"column {number}" for number in range(3)] for _ in range(30)],
    ],
)  # fmt: skip
def test_tables_of_all_kinds_read_as_before(rows: list[list[str]]) -> None:
    old = drawn(ruled(rows, style=(("FONTSIZE", (0, 0), (-1, -1), 6),)))
    assert letters(read(retypeset(old))) == letters(read(old))


def test_a_row_that_is_higher_than_a_sheet_is_set_as_paragraphs() -> None:
    def high(canvas: Canvas) -> None:
        for x in (30, 300, 570):
            canvas.line(x, 20, x, 830)
        for y in (20, 800, 830):
            canvas.line(30, y, 570, y)
        canvas.setFont("Helvetica", 4)
        for number, line in enumerate(textwrap.wrap(PROSE * 70, 110)):
            canvas.drawString(33, 795 - 5 * number, line)
        canvas.drawString(310, 700, "Seen at home.")

    old = drawn(high)
    assert letters(read(retypeset(old))) == letters(read(old))


@pytest.mark.parametrize(
    "row",
    [
        "Zażółć gęślą jaźń; Łódź, Świętosław, Ąę",  # Polish
        "Ștefan și Țuțea, Brăila, Câmpulung, Îngeri",  # Romanian, with commas below
        "Siân Ŵyn Ŷr, Llŷr",  # Welsh
        "Ọláyẹmí Ṣàngó, Nguyễn Thị Hạnh",  # Yoruba, Vietnamese
        "Ağaoğlu Işık, Çağ, Œuvre, Ærø, Þór",  # Turkish, French, Danish, Icelandic
        "Ольга Ковальчук, Гергана; Ελένη Παππά",  # Cyrillic, Greek
        "He said “no” – ‘never’ … 50 % ≥ ½, £5, €6, §2, ☐ ☑ ☒ ✓ → • ▪",
    ],
)
def test_letters_of_europe_and_usual_signs_are_set(row: str) -> None:
    new = retypeset(drawn(in_letters(row, "and so on.")))
    assert row in " ".join(said(new))
    assert "?" not in " ".join(said(new))


@pytest.mark.parametrize("row", ["محمد علي", "דוד לוי", "مريم came"])
def test_a_script_that_runs_from_the_right_is_refused(row: str) -> None:
    with pytest.raises(WrongType) as refused:
        retypeset(drawn(prose, in_letters("The father is", row)))
    assert "page 2" in refused.value.what
    assert row not in str(refused.value)
    assert refused.value.remedy


def test_a_picture_is_left_out_and_the_page_and_the_account_say_so() -> None:
    old = drawn(prose, with_picture)
    new = retypeset(old)
    assert said(new)[-1] == "[Left out of this page: a picture]"
    assert gaps(read(new)) == []
    with opened(new) as pdf:
        assert not [page for page in pdf.pages if "/XObject" in page["/Resources"]]
    assert [(what, where.page) for what, where in left_out(read(old)) if where.part is Part.IMAGE] == [
        ("a picture", 2)
    ]


def covered(canvas: Canvas) -> None:
    canvas.drawString(72, 700, "The mother is Anneke Hartwell of Thornwick.")
    canvas.rect(144, 696, 90, 16, fill=1)
    prose(canvas)


def white(canvas: Canvas) -> None:
    prose(canvas)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(72, 400, "Anneke Hartwell")


@pytest.mark.parametrize("draw", [covered, white])
def test_what_nobody_sees_does_not_come_into_the_new_file(draw: Callable[[Canvas], None]) -> None:
    old = drawn(draw)
    assert "Hartwell" in " ".join(said(old))
    new = retypeset(old)
    assert "Hartwell" not in " ".join(said(new))
    assert "The panel met" in " ".join(said(new))
    assert next(where.part for _, where in left_out(read(old))) in (Part.UNDER_A_BOX, Part.HIDDEN_TEXT)


def blank(canvas: Canvas) -> None:
    canvas.rect(72, 500, 100, 100, fill=1)


def field(pdf: pikepdf.Pdf) -> None:
    widget = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, Rect=[72, 72, 200, 90],
            FT=pikepdf.Name.Tx, T="child", V="Anneke Hartwell",
        )
    )  # fmt: skip
    pdf.pages[0].obj["/Annots"] = pikepdf.Array([widget])
    pdf.Root["/AcroForm"] = pikepdf.Dictionary(Fields=[widget])


def locked() -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(drawn(prose))) as pdf:
        pdf.save(buffer, encryption=pikepdf.Encryption(user="apple tree", owner="pear tree"))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("old", "says"),
    [
        (drawn(prose, blank), "page 2 holds no text"),
        (drawn(lambda canvas: None), "no text"),
        (changed(drawn(prose), field), "a form to fill in"),
        (locked(), "encrypted"),
    ],
    ids=["a page without text", "nothing", "a form", "encrypted"],
)
def test_what_is_not_what_its_pages_show_is_refused(old: bytes, says: str) -> None:
    with pytest.raises(WrongType) as refused:
        retypeset(old)
    assert says in refused.value.what
    assert refused.value.remedy


def test_every_page_of_a_draft_says_so() -> None:
    new = retypeset(drawn(prose, heading, prose), line=LINE)
    document = pypdfium2.PdfDocument(new)
    for page in document:
        assert page.get_textpage().get_text_range().startswith(LINE)
    document.close()


def test_hyphens_and_tabs_and_long_words_come_back() -> None:
    rows = [
        "2010 - 2012: a follow-up of the well-being of the multi-agency",
        "www.example.org/" + "a-very-long-address/" * 4,
        "1.      Introduction ........................................................ 3",
    ]
    old = drawn(lines(rows, x=30))
    assert letters(read(retypeset(old))) == letters(read(old))
    assert "1. Introduction" in " ".join(" ".join(said(retypeset(old))).split())
