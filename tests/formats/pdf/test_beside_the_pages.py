"""What hangs on a pdf without being drawn on its pages: read, each with its part."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfgen.canvas import Canvas

from redact.values.text import Document, Part
from tests.formats.pdf.pdf_factory import changed, drawn, gaps, lines, prose, read

TOKEN = "Kayleigh Ashdown"
Change = Callable[[pikepdf.Pdf], None]


def uri(target: str) -> Dictionary:
    return Dictionary(S=Name.URI, URI=String(target))


def annotated(**entries: object) -> Change:
    def change(opened: pikepdf.Pdf) -> None:
        annotation = Dictionary(Type=Name.Annot, Rect=[10, 10, 90, 90], **entries)
        opened.pages[0].obj["/Annots"] = Array([opened.make_indirect(annotation)])

    return change


def catalogue(key: str, value: object) -> Change:
    def change(opened: pikepdf.Pdf) -> None:
        opened.Root[key] = value

    return change


def information(key: str) -> Change:
    def change(opened: pikepdf.Pdf) -> None:
        opened.docinfo[key] = TOKEN

    return change


def xmp(body: str) -> Change:
    packet = (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">'
        f"{body}</rdf:RDF></x:xmpmeta>"
    )

    def change(opened: pikepdf.Pdf) -> None:
        opened.Root["/Metadata"] = opened.make_stream(packet.encode(), Type=Name.Metadata, Subtype=Name.XML)

    return change


def outline(opened: pikepdf.Pdf) -> None:
    with opened.open_outline() as found:
        found.root.append(pikepdf.OutlineItem("Part one", 0))
        found.root[0].children.append(pikepdf.OutlineItem(TOKEN, 0))


def field(**entries: object) -> Change:
    def change(opened: pikepdf.Pdf) -> None:
        made = opened.make_indirect(Dictionary(FT=Name.Tx, **entries))
        opened.Root["/AcroForm"] = Dictionary(Fields=[made])

    return change


def marked(code: bytes) -> Change:
    def change(opened: pikepdf.Pdf) -> None:
        page = opened.pages[0]
        page.obj["/Contents"] = opened.make_stream(page.Contents.read_bytes() + code)

    return change


def structure(**entries: object) -> Change:
    def change(opened: pikepdf.Pdf) -> None:
        root = opened.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        element = Dictionary(Type=Name.StructElem, S=Name.Figure, P=root, K=Array([]), **entries)
        root["/K"] = opened.make_indirect(element)
        opened.Root["/StructTreeRoot"] = root

    return change


def form_object(opened: pikepdf.Pdf, text: str) -> pikepdf.Stream:
    resources = Dictionary(Font=Dictionary(F1=opened.pages[0].Resources.Font["/F1"]))
    code = f"BT /F1 12 Tf 5 5 Td ({text}) Tj ET".encode()
    return opened.make_stream(
        code, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 90, 90], Resources=resources
    )


def appearance(opened: pikepdf.Pdf) -> None:
    annotated(Subtype=Name.FreeText, AP=Dictionary(N=form_object(opened, TOKEN)))(opened)


def undrawn_form(opened: pikepdf.Pdf) -> None:
    opened.pages[0].Resources["/XObject"] = Dictionary(Old=form_object(opened, TOKEN))


def drawn_form(opened: pikepdf.Pdf) -> None:
    opened.pages[0].Resources["/XObject"] = Dictionary(Now=form_object(opened, TOKEN))
    marked(b" q /Now Do Q")(opened)


@pytest.mark.parametrize(
    ("change", "part", "place"),
    [
        (information("/Title"), Part.PROPERTY, "P17"),
        (information("/Author"), Part.PROPERTY, "P17"),
        (information("/Company"), Part.PROPERTY, "P17"),  # a key that Word adds
        (
            xmp(
                f"<rdf:Description><dc:creator><rdf:Seq><rdf:li>{TOKEN}</rdf:li></rdf:Seq></dc:creator></rdf:Description>"
            ),
            Part.PROPERTY,
            "P18",
        ),
        (xmp(f'<rdf:Description xmp:Nickname="{TOKEN}"/>'), Part.PROPERTY, "P18"),  # as an attribute
        (xmp(f"<!-- {TOKEN} -->"), Part.PROPERTY, "P18"),
        (outline, Part.OUTLINE, "P23"),
        (
            catalogue("/PageLabels", Dictionary(Nums=Array([0, Dictionary(S=Name.D, P=String(TOKEN))]))),
            Part.PROPERTY,
            "P23",
        ),
        (
            catalogue(
                "/Names", Dictionary(Dests=Dictionary(Names=Array([String(TOKEN), Array([0, Name.Fit])])))
            ),
            Part.BOOKMARK,
            "P23",
        ),
        (annotated(Subtype=Name.Text, Contents=String(TOKEN)), Part.ANNOTATION, "P19"),
        (annotated(Subtype=Name.Text, T=String(TOKEN)), Part.ANNOTATION, "P19"),  # who wrote it
        (annotated(Subtype=Name.Text, Subj=String(TOKEN)), Part.ANNOTATION, "P19"),
        (annotated(Subtype=Name.Text, NM=String(TOKEN)), Part.ANNOTATION, "P19"),
        (annotated(Subtype=Name.Text, RC=String(f"<body><p>{TOKEN}</p></body>")), Part.ANNOTATION, "P19"),
        (annotated(Subtype=Name.Text, F=2, Contents=String(TOKEN)), Part.ANNOTATION, "P19"),  # hidden
        (appearance, Part.ANNOTATION, "P19"),
        (annotated(Subtype=Name.Link, A=uri(f"mailto:{TOKEN}@example.org")), Part.LINK, "P20"),
        (
            annotated(Subtype=Name.Link, A=Dictionary(S=Name.GoToR, F=String(f"C:/{TOKEN}.pdf"))),
            Part.LINK,
            "P20",
        ),
        (
            annotated(Subtype=Name.Link, A=Dictionary(S=Name.Launch, F=Dictionary(F=String(TOKEN)))),
            Part.LINK,
            "P20",
        ),
        (annotated(Subtype=Name.Link, A=Dictionary(S=Name.Named, Next=uri(TOKEN))), Part.LINK, "P20"),
        (annotated(Subtype=Name.Link, Dest=String(TOKEN)), Part.LINK, "P20"),
        (catalogue("/OpenAction", uri(TOKEN)), Part.LINK, "P20"),  # when the file is opened
        (field(T=String("name"), V=String(TOKEN)), Part.FORM_FIELD, "P22"),
        (field(T=String(TOKEN)), Part.FORM_FIELD, "P22"),
        (field(T=String("n"), TU=String(TOKEN)), Part.FORM_FIELD, "P22"),  # what a pointer shows
        (field(T=String("n"), DV=String(TOKEN)), Part.FORM_FIELD, "P22"),  # what it began with
        (field(T=String("n"), Opt=Array([Array([String("1"), String(TOKEN)])])), Part.FORM_FIELD, "P22"),
        (
            field(T=String("n"), Kids=Array([Dictionary(T=String("k"), V=String(TOKEN))])),
            Part.FORM_FIELD,
            "P22",
        ),
        (
            annotated(Subtype=Name.Widget, T=String("n"), V=String(TOKEN)),
            Part.FORM_FIELD,
            "P22",
        ),  # in no form
        (marked(b"/Span << /ActualText (Kayleigh Ashdown) >> BDC EMC"), Part.ALT_TEXT, "P14"),
        (
            marked(b"/Span << /Alt <FEFF" + TOKEN.encode("utf-16-be").hex().encode() + b"> >> BDC EMC"),
            Part.ALT_TEXT,
            "P14",
        ),
        (marked(b"/Artifact << /Note (Kayleigh Ashdown) >> BDC EMC"), Part.ALT_TEXT, "P14"),
        (structure(Alt=String(TOKEN)), Part.ALT_TEXT, "P15"),
        (structure(ActualText=String(TOKEN)), Part.ALT_TEXT, "P15"),
        (structure(E=String(TOKEN)), Part.ALT_TEXT, "P15"),
        (structure(T=String(TOKEN)), Part.ALT_TEXT, "P15"),
        (undrawn_form, Part.HIDDEN_TEXT, "P13"),
        (drawn_form, Part.BODY, None),
    ],
)
def test_it_is_read(change: Change, part: Part, place: str | None) -> None:
    document = read(changed(drawn(prose), change))
    holding = [one for one in document.passages if TOKEN in one.text and not one.apart]
    assert [(one.location.part, one.location.place) for one in holding] == [(part, place)]
    assert gaps(document) == []


def others(document: Document) -> list[str]:
    return [one.text for one in document.passages if one.location.part is not Part.BODY]


def test_what_the_usual_programs_write_is_no_text() -> None:
    assert others(read(drawn(prose))) == []
    stamped = changed(
        drawn(prose),
        xmp(
            "<rdf:Description><dc:format>application/pdf</dc:format>"
            "<xmp:CreateDate>2024-03-01T09:00:00Z</xmp:CreateDate>"
            "<xmp:CreatorTool>Microsoft® Word for Microsoft 365</xmp:CreatorTool></rdf:Description>"
        ),
    )
    assert others(read(stamped)) == []


def test_a_date_in_another_key_is_text() -> None:
    def change(opened: pikepdf.Pdf) -> None:
        opened.docinfo["/Born"] = "D:20110314"

    assert others(read(changed(drawn(prose), change))) == ["D:20110314"]


def test_words_for_what_the_page_says_anyway_are_given_once() -> None:
    code = b"/Span << /MCID 0 /Lang (en-GB) /ActualText (panel) >> BDC EMC"
    assert others(read(changed(drawn(prose), marked(code)))) == []


def test_the_page_of_an_annotation() -> None:
    def change(opened: pikepdf.Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[1, 1, 9, 9], Contents=String(TOKEN))
        opened.pages[1].obj["/Annots"] = Array([note])

    document = read(changed(drawn(prose, lines(["The second page."])), change))
    (passage,) = [one for one in document.passages if one.text == TOKEN]
    assert passage.location.page == 2


def test_xmp_that_is_no_xml_is_a_gap() -> None:
    def change(opened: pikepdf.Pdf) -> None:
        opened.Root["/Metadata"] = opened.make_stream(
            b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", Type=Name.Metadata
        )

    assert gaps(read(changed(drawn(prose), change))) == [("P18", None)]


def test_circles_in_outline_and_fields_end() -> None:
    def change(opened: pikepdf.Pdf) -> None:
        item = opened.make_indirect(Dictionary(Title=String(TOKEN)))
        item["/Next"] = item
        item["/First"] = item
        opened.Root["/Outlines"] = Dictionary(First=item)
        made = opened.make_indirect(Dictionary(T=String("name")))
        made["/Kids"] = Array([made])
        opened.Root["/AcroForm"] = Dictionary(Fields=[made])

    assert others(read(changed(drawn(prose), change))) == ["name", TOKEN]


def test_reportlab_bookmarks_links_and_forms() -> None:
    def draw(canvas: Canvas) -> None:
        prose(canvas)
        canvas.bookmarkPage("mother")
        canvas.addOutlineEntry("The mother", "mother")
        canvas.linkURL("https://example.org/tarn", (0, 0, 9, 9))
        canvas.acroForm.textfield(name="surname", value="Tarn", tooltip="the surname")

    document = read(drawn(draw))
    assert gaps(document) == []
    read_texts = {(one.location.part, one.text) for one in document.passages}
    assert {
        (Part.OUTLINE, "The mother"),
        (Part.LINK, "https://example.org/tarn"),
        (Part.FORM_FIELD, "surname"),
        (Part.FORM_FIELD, "Tarn"),
        (Part.FORM_FIELD, "the surname"),
    } <= read_texts
