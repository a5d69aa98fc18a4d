"""What cannot be read in a pdf is a gap, what hides in it a trace; what programs write is neither."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from redact.values.text import Part
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

Change = Callable[[pikepdf.Pdf], None]
SECRET_NAME = "Kayleigh"
PLAIN = {"object_stream_mode": pikepdf.ObjectStreamMode.disable}


def picture(colour: str = "red", *, lossless: bool = True) -> ImageReader:
    buffer = io.BytesIO()
    Image.new("RGB", (8, 6), colour).save(buffer, "PNG" if lossless else "JPEG")
    buffer.seek(0)
    return ImageReader(buffer)


def with_picture(colour: str = "red", *, text: bool = True) -> Draw:
    def draw(canvas: Canvas) -> None:
        if text:
            prose(canvas)
        canvas.drawImage(picture(colour), 100, 100, 50, 50)

    return draw


def attached(opened: pikepdf.Pdf) -> None:
    opened.attachments["kayleigh.txt"] = b"the attached words"


def at_catalogue(key: str, value: object) -> Change:
    def change(opened: pikepdf.Pdf) -> None:
        opened.Root[key] = value

    return change


def at_page(key: str, make: Callable[[pikepdf.Pdf], object]) -> Change:
    def change(opened: pikepdf.Pdf) -> None:
        opened.pages[0].obj[key] = make(opened)

    return change


def script() -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=String("app.alert('x')"))


def layers(**settings: object) -> Change:
    def change(opened: pikepdf.Pdf) -> None:
        layer = opened.make_indirect(Dictionary(Type=Name.OCG, Name=String("draft names")))
        made = {key: Array([layer]) if value is None else value for key, value in settings.items()}
        opened.Root["/OCProperties"] = Dictionary(OCGs=Array([layer]), D=Dictionary(**made))

    return change


def signature(opened: pikepdf.Pdf) -> None:
    value = Dictionary(
        Type=Name.Sig, ByteRange=Array([0, 1, 2, 3]), Contents=String("c"), Name=String("Jane Tarn")
    )
    made = opened.make_indirect(Dictionary(FT=Name.Sig, T=String("sign"), V=value))
    opened.Root["/AcroForm"] = Dictionary(Fields=[made])


def template(opened: pikepdf.Pdf) -> None:
    hidden = opened.make_indirect(Dictionary(Type=Name.Page, MediaBox=[0, 0, 9, 9]))
    opened.Root["/Names"] = Dictionary(Templates=Dictionary(Names=Array([String("t"), hidden])))


def annotation(**entries: object) -> Change:
    return at_page(
        "/Annots", lambda opened: Array([Dictionary(Type=Name.Annot, Rect=[1, 1, 9, 9], **entries)])
    )


def unknown_letters(opened: pikepdf.Pdf) -> None:
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name("/ABCDEF+Made"),
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array(
            [
                Dictionary(
                    Type=Name.Font,
                    Subtype=Name.CIDFontType2,
                    BaseFont=Name("/ABCDEF+Made"),
                    CIDSystemInfo=Dictionary(
                        Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
                    ),
                )
            ]
        ),
    )
    opened.pages[0].Resources.Font["/F9"] = opened.make_indirect(font)


@pytest.mark.parametrize(
    ("change", "part", "place", "page"),
    [
        (at_page("/Mystery", lambda opened: String("x")), Part.PROPERTY, "P28", 1),
        (at_catalogue("/Mystery", String("x")), Part.PROPERTY, "P28", None),
        (at_catalogue("/Names", Dictionary(Renditions=Dictionary())), Part.PROPERTY, "P28", None),
        (unknown_letters, Part.BODY, "P16", 1),
    ],
)
def test_a_gap(change: Change, part: Part, place: str, page: int | None) -> None:
    document = read(changed(drawn(prose), change))
    found = [(gap.location.part, gap.location.place, gap.location.page) for gap in document.gaps]
    assert found == [(part, place, page)]
    for gap in document.gaps:
        assert gap.what
        assert gap.remedy.endswith(".")


@pytest.mark.parametrize(
    ("change", "part", "place", "page"),
    [
        (attached, Part.ATTACHMENT, "P21", None),
        (at_catalogue("/OpenAction", script()), Part.PROPERTY, "P24", None),
        (at_page("/AA", lambda opened: Dictionary(O=script())), Part.PROPERTY, "P24", None),
        (layers(OFF=None), Part.LAYER, "P11", None),
        (layers(BaseState=Name.OFF), Part.LAYER, "P11", None),
        (signature, Part.FORM_FIELD, "P31", None),
        (annotation(Subtype=Name.Redact), Part.ANNOTATION, "P8", 1),
        (
            at_page("/PieceInfo", lambda opened: Dictionary(Maker=Dictionary(Private=String("xyz")))),
            Part.PROPERTY,
            "P28",
            None,
        ),
        # Its words are read, and it holds no data.
        (annotation(Subtype=Name.Sound, Sound=Dictionary(R=1)), None, None, None),
    ],
)
def test_a_trace(change: Change, part: Part | None, place: str | None, page: int | None) -> None:
    document = read(changed(drawn(prose), change))
    assert gaps(document) == []
    assert traces(document) == ([(place, page)] if place else [])
    for trace in document.traces:
        assert trace.what
        assert trace.location.place != place or trace.location.part is part


@pytest.mark.parametrize(
    ("change", "place"),
    [
        # A form of which the packets are no XML, and a hidden page of which the drawing gives no words.
        (at_catalogue("/AcroForm", Dictionary(Fields=Array([]), XFA=Array([String("a")]))), "P22"),
        (template, "P25"),
    ],
)
def test_a_trace_with_nothing_to_read(change: Change, place: str) -> None:
    document = read(changed(drawn(prose), change))
    assert traces(document) == [(place, None)]
    assert gaps(document) == ([("P22", None)] if place == "P22" else [])


def test_data_of_an_unknown_kind_is_a_gap() -> None:
    def change(opened: pikepdf.Pdf) -> None:
        sound = opened.make_stream(b"RIFF", Type=Name.Sound, R=8000)
        opened.pages[0].obj["/Annots"] = Array(
            [Dictionary(Type=Name.Annot, Subtype=Name.Sound, Rect=[1, 1, 9, 9], Sound=sound)]
        )

    assert gaps(read(changed(drawn(prose), change))) == [("P27", None)]


def test_titles_of_attachments_and_layers_and_signers_are_read() -> None:
    document = read(
        changed(drawn(prose), lambda opened: (attached(opened), layers(ON=None)(opened), signature(opened)))
    )
    found = {(one.location.part, one.text) for one in document.passages}
    assert {
        (Part.ATTACHMENT, "kayleigh.txt"),
        (Part.LAYER, "draft names"),
        (Part.FORM_FIELD, "Jane Tarn"),
    } <= found


def test_a_page_without_text() -> None:
    def rules(canvas: Canvas) -> None:
        canvas.line(9, 9, 90, 90)

    document = read(drawn(prose, with_picture(text=False), rules, lambda canvas: None))
    assert gaps(document) == [("P34", 2), ("P34", 2), ("P34", 3)]
    assert [gap.location.part for gap in document.gaps] == [Part.BODY, Part.IMAGE, Part.BODY]
    assert "holds no text" in document.gaps[0].what


def test_rules_and_boxes_beside_text_are_no_gap() -> None:
    def draw(canvas: Canvas) -> None:
        prose(canvas)
        canvas.rect(50, 50, 200, 20, fill=1)
        canvas.circle(300, 300, 20)

    assert gaps(read(drawn(draw))) == []


def test_a_picture_is_one_gap_with_its_first_page() -> None:
    document = read(drawn(prose, with_picture(), with_picture()))
    assert gaps(document) == [("P34", 2)]


@pytest.mark.parametrize("lossless", [True, False])
def test_a_picture_is_known_again_by_its_pixels(lossless: bool) -> None:
    def draw(canvas: Canvas) -> None:
        prose(canvas)
        canvas.drawImage(picture(lossless=lossless), 100, 100, 50, 50)

    def again(opened: pikepdf.Pdf) -> None:
        for one in opened.pages[0].Resources.XObject.values():
            if "/DCTDecode" not in repr(one.get("/Filter")):
                one.write(zlib.compress(one.read_bytes(), 1), filter=Name.FlateDecode)

    first, second, other = (
        read(data).gaps[0].fingerprint
        for data in (drawn(draw), changed(drawn(draw), again), drawn(with_picture("blue")))
    )
    assert first == second
    assert first != other


def test_another_mask_is_another_picture() -> None:
    def masked(shade: bytes) -> Change:
        def change(opened: pikepdf.Pdf) -> None:
            (one,) = opened.pages[0].Resources.XObject.values()
            entries = {"Width": 1, "Height": 1, "BitsPerComponent": 8, "ColorSpace": Name.DeviceGray}
            one["/SMask"] = opened.make_stream(shade, Type=Name.XObject, Subtype=Name.Image, **entries)

        return change

    data = drawn(with_picture())
    first, second = (read(changed(data, masked(shade))).gaps for shade in (b"a", b"b"))
    assert len(first) == 1
    assert first[0].fingerprint != second[0].fingerprint


def test_a_picture_that_no_page_draws_and_one_in_the_drawing_itself() -> None:
    def unused(opened: pikepdf.Pdf) -> None:
        page = opened.pages[0]
        page.obj["/Contents"] = opened.make_stream(b"BT /F1 12 Tf 72 700 Td (The panel met) Tj ET")

    assert gaps(read(changed(drawn(with_picture()), unused))) == [("P29", None)]

    def inline(opened: pikepdf.Pdf) -> None:
        page = opened.pages[0]
        code = b" q 9 0 0 9 99 99 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"
        page.obj["/Contents"] = opened.make_stream(page.Contents.read_bytes() + code)

    assert gaps(read(changed(drawn(prose), inline))) == [("P34", 1)]


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ("<0102>", [("P16", 1)]),  # letters that stand for no letter, side by side
        ("<4b01>", [("P16", 1)]),  # one beside a letter
        ("<4b2001>", []),  # one alone is a bullet
    ],
)
def test_letters_that_stand_for_no_letter(codes: str, expected: list[tuple[str, int]]) -> None:
    cmap = (
        b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
        b"3 beginbfchar <01> <F0B7> <02> <E123> <4b> <004B> endbfchar endcmap"
    )

    def change(opened: pikepdf.Pdf) -> None:
        opened.pages[0].Resources.Font["/F1"]["/ToUnicode"] = opened.make_stream(cmap)

    data = drawn(operators(f"{codes} Tj"))
    assert gaps(read(changed(data, change))) == expected


@pytest.mark.parametrize(
    "code", ["0 Tz (x) Tj", "/F1 0 Tf (x) Tj", "/F1 0.0 Tf (x) Tj", "0 0 0 0 72 700 Tm (x) Tj"]
)
def test_text_without_height_or_width(code: str) -> None:
    assert gaps(read(drawn(operators(code), prose)))[-1:] == [("P10", 1)]


@pytest.mark.parametrize(
    "code",
    [
        "3 Tr (Kayleigh) Tj",  # drawn invisibly
        "1 1 1 rg (Kayleigh) Tj",  # white
        "/F1 0.1 Tf (Kayleigh) Tj",  # tiny
        "1 0 0 1 -500 2000 Tm (Kayleigh) Tj",  # beside the page
    ],
)
def test_hidden_text_is_read_as_text(code: str) -> None:
    assert texts(read(drawn(operators(code)))) == [SECRET_NAME]


def test_earlier_versions_and_bytes_around_the_document() -> None:
    data = drawn(prose)
    start = data.rindex(b"startxref")
    update = (
        b"\n9 0 obj\n(%s)\nendobj\nxref\n9 1\n%010d 00000 n \ntrailer\n<< /Size 10 /Root %s /Prev %s >>\n"
    )
    root = data[data.index(b"/Root") + 6 :].split(b"R")[0] + b"R"
    previous = data[start:].split()[1]
    body = update % (SECRET_NAME.encode(), len(data) + 1, root, previous)
    later = data + body + b"startxref\n%d\n%%%%EOF\n" % (len(data) + body.index(b"xref"))
    document = read(later)
    assert gaps(document) == []
    assert traces(document) == [("P26", None), ("P27", None)]  # and an object that nothing leads to
    assert texts(document, Part.HIDDEN_TEXT) == [SECRET_NAME]
    document = read(data + SECRET_NAME.encode())
    assert traces(document) == [("P27", None)]
    assert texts(document, Part.HIDDEN_TEXT) == [SECRET_NAME]
    assert gaps(read(data + b"\x01\x02\xff")) == [("P27", None)]  # no text, so nobody knows what it is
    document = read(data + b"\r\n \0")
    assert (gaps(document), traces(document)) == ([], [])


def test_what_an_earlier_version_said_is_read() -> None:
    data = changed(drawn(lines(["The mother is Kayleigh."]), prose), lambda opened: None, **PLAIN)
    with pikepdf.open(io.BytesIO(data)) as opened:
        number = opened.pages[0].obj.objgen[0]
        page = opened.pages[0].obj.unparse(resolved=True)
    with pikepdf.open(io.BytesIO(data)) as opened:
        contents = opened.pages[1].obj["/Contents"].unparse()
    page = re.sub(rb"/Contents \d+ \d+ R", b"/Contents " + contents, page)  # it shows what the second shows
    start = data[data.rindex(b"startxref") :].split()[1]
    root = re.findall(rb"/Root \d+ 0 R /Size \d+|/Root \d+ 0 R|/Size \d+", data)
    update = b"%d 0 obj\n%s\nendobj\n" % (number, page)
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< %s /Prev %s >>\nstartxref\n%d\n%%%%EOF\n"
    later = data + update + table % (number, len(data), b" ".join(root), start, len(data) + len(update))
    document = read(later)
    assert texts(document, Part.HIDDEN_TEXT)[0] == "The mother is Kayleigh."
    assert ("P26", None) in traces(document)
    assert gaps(document) == []


def test_the_empty_second_table_that_word_writes_is_no_version() -> None:
    data = drawn(prose)
    previous = data[data.rindex(b"startxref") :].split()[1]
    table = b"xref\r\n0 0\r\ntrailer\r\n<</Size 8 %s /Prev %s>>\r\nstartxref\r\n%d\r\n%%%%EOF"
    entries = re.findall(rb"/(?:Root|Info) \d+ 0 R", data)
    assert gaps(read(data + table % (b" ".join(entries), previous, len(data)))) == []


def test_an_object_that_nothing_leads_to() -> None:
    data = changed(drawn(prose), lambda opened: None, static_id=True)
    place = data.rindex(b"xref\n0 ")
    lost = data[:place] + b"77 0 obj\n(Kayleigh)\nendobj\n" + data[place:]
    lost = lost.replace(b"startxref\n%d" % place, b"startxref\n%d" % (place + len(lost) - len(data)))
    assert gaps(read(lost)) == [("P27", None)]
    assert traces(read(lost)) == [("P27", None)]


@pytest.mark.parametrize(
    "how",
    [
        {"linearize": True},  # for the web: two ends and a table of hints
        {"object_stream_mode": pikepdf.ObjectStreamMode.generate},  # packed objects
        {"qdf": True},  # unpacked, with comments
    ],
)
def test_other_ways_of_writing_give_no_gap(how: dict[str, object]) -> None:
    document = read(changed(drawn(prose, lines(["The second page."])), lambda opened: None, **how))
    assert gaps(document) == []
    assert len(texts(document)) == 2


def test_a_mended_file_is_said_to_be_mended() -> None:
    data = drawn(prose)
    document = read(data.replace(b"startxref\n", b"startxref\n9"))
    assert ("P27", None) in gaps(document)
    assert any("mended" in gap.what for gap in document.gaps)


def test_fingerprints_do_not_depend_on_the_page() -> None:
    first = read(drawn(prose, with_picture())).gaps[0]
    second = read(drawn(prose, prose, with_picture())).gaps[0]
    assert first.fingerprint == second.fingerprint
    assert (first.location.page, second.location.page) == (2, 3)


def test_no_word_of_the_document_stands_in_a_gap() -> None:
    def change(opened: pikepdf.Pdf) -> None:
        attached(opened)
        signature(opened)
        opened.Root["/Kayleigh"] = String(SECRET_NAME)

    document = read(changed(drawn(with_picture()), change))
    assert gaps(document) == [("P34", 1), ("P28", None)]
    assert {place for place, _ in traces(document)} == {"P21", "P31"}
    assert SECRET_NAME.lower() not in repr((document.gaps, document.traces)).lower()
