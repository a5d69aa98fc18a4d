"""What is packed into a pdf is opened: attached files, maps of letters, pictures, second forms, comments."""

from __future__ import annotations

import io
import re

import docx
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from redact.formats.pdf.inside import as_text
from redact.formats.pdf.letter_widths import widths_disagree
from redact.formats.pdf.lettering import lettering_of, maps_disagree
from redact.formats.pdf.private import is_random
from redact.formats.pdf.second import comments
from redact.values.text import Document, Part
from tests.formats.canary_pdf_beside import picture
from tests.formats.pdf.pdf_factory import (
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


def with_attached(content: bytes, name: str = "list.bin") -> bytes:
    return changed(drawn(prose), lambda opened: opened.attachments.__setitem__(name, content))


def said(document: Document, part: Part) -> list[tuple[str, str | None]]:
    return [(one.text, one.location.place) for one in document.passages if one.location.part is part]


# ------------------------------------------------------------ attached files


def a_docx() -> bytes:
    report = docx.Document()
    report.add_paragraph(f"The mother is {NAME}.")
    buffer = io.BytesIO()
    report.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (f"The mother is {NAME}.".encode(), f"The mother is {NAME}."),
        (f"The mother is {NAME}.".encode("utf-16"), f"The mother is {NAME}."),
        ("Zo\u00eb Tarn".encode("cp1252"), "Zo\u00eb Tarn"),
        (drawn(lines([f"The mother is {NAME}."])), f"The mother is {NAME}."),
        (a_docx(), f"The mother is {NAME}."),
        # A pdf in a pdf in a pdf.
        (with_attached(drawn(lines([f"The mother is {NAME}."]))), f"The mother is {NAME}."),
    ],
)
def test_an_attached_file_is_read(content: bytes, expected: str) -> None:
    document = read(with_attached(content))
    assert (expected, "P21") in said(document, Part.ATTACHMENT)
    assert ("P21", None) in traces(document)
    assert gaps(document) == []


def test_an_attached_file_that_cannot_be_read_is_a_gap() -> None:
    assert gaps(read(with_attached(b"\x00\x01\x02\xff\xfe\x00binary"))) == [("P21", None)]
    assert gaps(read(with_attached(b"%PDF-1.7 broken"))) == [("P21", None)]


def test_files_in_files_end_at_the_third() -> None:
    data = drawn(lines([NAME]))
    for _ in range(5):
        data = with_attached(data)
    document = read(data)
    assert gaps(document) == [("P21", None)]
    assert NAME not in "".join(text for text, _ in said(document, Part.ATTACHMENT))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"plain", "plain"),
        (b"\xef\xbb\xbfplain", "plain"),
        (b"a\x00b", None),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", None),
    ],
)
def test_bytes_that_are_a_text(content: bytes, expected: str | None) -> None:
    assert as_text(content) == expected


# ------------------------------------------------------------ the maps of fonts


WINDOWS = {"Encoding": Name.WinAnsiEncoding}


def font(pdf: pikepdf.Pdf, cmap: str, **entries: object) -> pikepdf.Object:
    made = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, **entries)
    made["/ToUnicode"] = pdf.make_indirect(pdf.make_stream(f"begincmap {cmap} endcmap".encode()))
    return made


@pytest.mark.parametrize(
    ("cmap", "codes", "text"),
    [
        ("1 beginbfchar <41> <0042> endbfchar", b"A", "B"),
        ("1 beginbfrange <41> <43> <0061> endbfrange", b"ABC", "abc"),
        ("1 beginbfrange <41> <42> [<0058> <00660066>] endbfrange", b"AB", "Xff"),
        ("1 beginbfrange <41> <42> [<0058> <0059>] <43> <43> <005A> endbfrange", b"ABC", "XYZ"),
        (
            "1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfchar <0041> <0042> endbfchar",
            b"\0A",
            "B",
        ),
        ("1 beginbfchar <41> <0042> endbfchar", b"C", None),  # a code that the map does not know
    ],
)
def test_a_map_is_read(cmap: str, codes: bytes, text: str | None) -> None:
    with pikepdf.new() as pdf:
        lettering = lettering_of(font(pdf, cmap))
        assert lettering is not None
        assert lettering.read(codes) == text


@pytest.mark.parametrize(
    ("cmap", "entries", "expected"),
    [
        ("1 beginbfrange <41> <5a> <0042> endbfrange", WINDOWS, True),
        ("1 beginbfrange <41> <5a> <0041> endbfrange", WINDOWS, False),
        (
            "1 beginbfrange <41> <5a> <0061> endbfrange",
            WINDOWS,
            False,
        ),  # case only
        ("1 beginbfrange <41> <42> <0042> endbfrange", WINDOWS, False),  # too few
        ("1 beginbfrange <41> <5a> <0042> endbfrange", {}, False),  # nothing says what the shapes are
    ],
)
def test_a_map_that_lies_by_the_names_of_the_shapes(
    cmap: str, entries: dict[str, object], expected: bool
) -> None:
    with pikepdf.new() as pdf:
        assert maps_disagree(font(pdf, cmap, **entries)) is expected


HELVETICA = [556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500]
HELVETICA += [278, 556, 500, 722, 500, 500, 500]


@pytest.mark.parametrize(
    ("widths", "expected"),
    [
        (HELVETICA, False),
        ([width * 0.8 for width in HELVETICA], False),  # narrower throughout
        (HELVETICA[::-1], True),  # the a is as wide as the z, the i as the r, the m as the n
        ([600] * 26, False),  # all alike: nothing can be told
        (HELVETICA[:5], False),  # too few letters
    ],
)
def test_a_map_that_lies_by_the_widths_of_the_letters(widths: list[float], expected: bool) -> None:
    last = 0x61 + len(widths) - 1
    with pikepdf.new() as pdf:
        cmap = f"1 beginbfrange <61> <{last:02x}> <0061> endbfrange"
        made = font(pdf, cmap, FirstChar=0x61, LastChar=last, Widths=Array([int(width) for width in widths]))
        assert widths_disagree(made) is expected


# ------------------------------------------------------------ the second reader


def test_text_that_one_reader_leaves_out_is_found_by_the_other() -> None:
    document = read(drawn(operators(f"0 Tz ({NAME}) Tj"), prose))
    assert (NAME, "P16") in said(document, Part.HIDDEN_TEXT)
    assert ("P16", 1) in traces(document)


def test_two_readers_agree_on_ordinary_text() -> None:
    document = read(drawn(operators("[(Kay) -20 (leigh Ash) 30 (down)] TJ T* (went home) Tj"), prose))
    assert traces(document) == []


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"q % by Kayleigh\nQ", ["by Kayleigh"]),
        (b"(100 % sure) Tj", []),  # in a string
        (b"(a \\) % b) Tj % seen\n", ["seen"]),
        (b"%\n% 12 34\n0 g", []),  # without a word
        (b"BI /W 1 /H 1 ID %abcdef EI Q", []),  # in a picture
    ],
)
def test_comments_in_a_drawing(data: bytes, expected: list[str]) -> None:
    assert list(comments(data)) == expected


# ------------------------------------------------------------ pictures


def photographed(*, place: bool = False, words: str = "") -> bytes:
    shown = Image.new("RGB", (32, 24), "orange")
    exif = shown.getexif()
    if place:
        position = {1: "N", 2: (53.0, 48.0, 1.5), 3: "W", 4: (1.0, 32.0, 2.5)}
        exif.get_ifd(0x8825).update(position)
    if words:
        exif[0x010E] = words
    buffer = io.BytesIO()
    shown.save(buffer, "JPEG", exif=exif)
    return buffer.getvalue()


def pictured(data: bytes, *, clip: bool = False, beyond: bool = False) -> Document:
    code = (
        f"\nq {'100 100 30 50 re W n' if clip else ''} 80 0 0 50 {-40 if beyond else 100} 100 cm /Photo Do Q"
    )

    def change(opened: pikepdf.Pdf) -> None:
        page = opened.pages[0]
        page.Resources["/XObject"] = Dictionary(Photo=picture(opened, data, 32, 24))
        page.obj["/Contents"] = opened.make_stream(page.Contents.read_bytes() + code.encode())

    return read(changed(drawn(prose), change))


def test_words_and_place_of_a_picture() -> None:
    document = pictured(photographed(place=True, words=f"taken by {NAME}"))
    assert (f"taken by {NAME}", "P29") in said(document, Part.IMAGE)
    assert traces(document) == [("P29", 1)]
    assert traces(pictured(photographed())) == []


@pytest.mark.parametrize("how", [{"clip": True}, {"beyond": True}])
def test_a_picture_of_which_a_part_is_cut_off(how: dict[str, bool]) -> None:
    assert traces(pictured(photographed(), **how)) == [("P29", 1)]


# ------------------------------------------------------------ gaps of a line


@pytest.mark.parametrize(
    ("box", "expected"),
    [((150, 700, 90), 1), ((150, 700, 5), 0), ((150, 640, 90), 0)],  # in the line; too narrow; under it
)
def test_a_gap_that_a_box_marks(box: tuple[float, float, float], expected: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "The mother,")
        canvas.drawString(245, 700, "who lived near, told the school.")
        canvas.rect(box[0], box[1] - 4, box[2], 14, stroke=0, fill=1)

    document = read(drawn(draw))
    assert traces(document) == [("P30", 1)] * expected
    widths = [re.findall(r"(\d+) points", one.what) for one in document.traces if one.location.place == "P30"]
    assert all(abs(int(width) - 90) <= 2 for (width,) in widths)


# ------------------------------------------------------------ the rest


def test_a_second_form_in_pieces_is_read() -> None:
    def change(opened: pikepdf.Pdf) -> None:
        pieces = [b"<x:xdp xmlns:x='x'>", f"<mother>{NAME}</mother>".encode(), b"</x:xdp>"]
        items = [
            item
            for piece in pieces
            for item in (String("p"), opened.make_indirect(opened.make_stream(piece)))
        ]
        opened.Root["/AcroForm"] = Dictionary(Fields=Array([]), XFA=Array(items))

    document = read(changed(drawn(prose), change))
    assert (NAME, "P22") in said(document, Part.FORM_FIELD)
    assert gaps(document) == []


def test_private_data_that_is_no_text_is_a_gap() -> None:
    def change(opened: pikepdf.Pdf) -> None:
        data = opened.make_indirect(opened.make_stream(b"\x00\x01\x02\xff"))
        opened.Root["/PieceInfo"] = Dictionary(Maker=Dictionary(Private=data))

    document = read(changed(drawn(prose), change))
    assert (gaps(document), traces(document)) == ([("P28", None)], [("P28", None)])


def test_an_encrypted_file_is_said_to_be() -> None:
    how = pikepdf.Encryption(user="", owner="owner")
    assert ("P33", None) in traces(read(changed(drawn(prose), lambda opened: None, encryption=how)))


def test_a_hidden_page_is_read() -> None:
    def change(opened: pikepdf.Pdf) -> None:
        hidden = opened.pages[1].obj
        del opened.pages[1]
        opened.Root["/Names"] = Dictionary(Templates=Dictionary(Names=Array([String("t"), hidden])))

    document = read(changed(drawn(prose, lines([NAME])), change))
    assert (NAME, "P25") in said(document, Part.HIDDEN_TEXT)
    assert traces(document) == [("P25", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("node00000012", True), ("12.3", True), ("Jade", False), ("Ada 2011", False), ("Fee", False)],
)
def test_an_id_says_nothing(text: str, expected: bool) -> None:
    assert is_random(text) is expected


def test_the_text_is_still_read_once() -> None:
    assert len(texts(read(drawn(prose)))) == 1
