"""The canary's words beside the pages: metadata, annotations, forms, names, structure, packed files."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from redact.values.text import Part
from tests.formats.canary_pdf_covered import Sheet

__all__ = ["BESIDE", "Beside"]

Plant = Callable[[Sheet, str], None]
_RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'


@dataclass(frozen=True, slots=True)
class Beside:
    """One place beside the pages: what it is called, its id, the parts that may hold it, how to plant."""

    kind: str
    place: str
    parts: tuple[Part, ...]
    plant: Plant


def root(sheet: Sheet, key: str, value: object) -> None:
    """Set a key of the catalogue."""
    sheet.pdf.Root[key] = value


def _names(sheet: Sheet, key: str, name: str, value: object) -> None:
    if "/Names" not in sheet.pdf.Root:
        sheet.pdf.Root["/Names"] = Dictionary()
    sheet.pdf.Root["/Names"][key] = Dictionary(Names=Array([String(name), value]))


def info(key: str) -> Plant:
    """Plant in the document information."""
    return lambda sheet, word: sheet.pdf.docinfo.__setitem__(key, String(word))


def xmp(pdf: pikepdf.Pdf, body: str) -> pikepdf.Stream:
    """Make an XMP packet."""
    packet = (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF {_RDF} xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" '
        'xmlns:stEvt="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#" '
        f'xmlns:stRef="http://ns.adobe.com/xap/1.0/sType/ResourceRef#"><rdf:Description>{body}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )
    return pdf.make_indirect(pdf.make_stream(packet.encode(), Type=Name.Metadata, Subtype=Name.XML))


def _xmp_of_document(sheet: Sheet, word: str) -> None:
    # Three words in one packet, parted by a comma.
    creator, history, derived = word.split(",")
    body = (
        f"<dc:creator><rdf:Seq><rdf:li>{creator}</rdf:li></rdf:Seq></dc:creator>"
        f'<xmpMM:History><rdf:Seq><rdf:li stEvt:parameters="{history}"/></rdf:Seq></xmpMM:History>'
        f'<xmpMM:DerivedFrom stRef:filePath="{derived}"/>'
    )
    root(sheet, "/Metadata", xmp(sheet.pdf, body))


def _xmp_of(key: str) -> Plant:
    def plant(sheet: Sheet, word: str) -> None:
        sheet.resources[key[0:5]]["/F1"]["/Metadata"] = xmp(sheet.pdf, f"<dc:title>{word}</dc:title>")

    return plant


def annotation(**entries: Callable[[Sheet, str], object]) -> Plant:
    """Plant in an annotation; each entry is made from the sheet and the word."""

    def plant(sheet: Sheet, word: str) -> None:
        made = {key: make(sheet, word) for key, make in entries.items()}
        made.setdefault("Subtype", Name.Text)
        y = 100 + 12 * len(sheet.annotations)
        body = Dictionary(Type=Name.Annot, Rect=[500, y, 510, y + 10], **made)
        sheet.annotations.append(sheet.pdf.make_indirect(body))

    return plant


def text(_sheet: Sheet, word: str) -> object:
    """Give the word as a pdf string."""
    return String(word)


def constant(value: object) -> Callable[[Sheet, str], object]:
    """Give a value that holds no word."""
    return lambda _sheet, _word: value


def action(**entries: Callable[[Sheet, str], object]) -> Callable[[Sheet, str], object]:
    """Make an action."""
    return lambda sheet, word: Dictionary(**{key: make(sheet, word) for key, make in entries.items()})


def drawing(sheet: Sheet, word: str) -> pikepdf.Stream:
    """Make a form that shows the word."""
    return sheet.pdf.make_stream(
        f"BT /F1 12 Tf 5 5 Td ({word}) Tj ET".encode(),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=[0, 0, 90, 90],
        Resources=Dictionary(Font=sheet.resources["/Font"]),
    )


def field(**entries: Callable[[Sheet, str], object]) -> Plant:
    """Plant in a field of the form."""

    def plant(sheet: Sheet, word: str) -> None:
        if "/AcroForm" not in sheet.pdf.Root:
            sheet.pdf.Root["/AcroForm"] = Dictionary(Fields=Array([]))
        fields = sheet.pdf.Root["/AcroForm"]["/Fields"]
        made = {key: make(sheet, word) for key, make in entries.items()}
        made.setdefault("T", String(f"field {len(fields)}"))
        made.setdefault("FT", Name.Tx)
        y = 400 + 12 * len(fields)
        made |= {"Type": Name.Annot, "Subtype": Name.Widget, "Rect": [520, y, 530, y + 10]}
        widget = sheet.pdf.make_indirect(Dictionary(**made))
        fields.append(widget)
        sheet.annotations.append(widget)

    return plant


def _xfa(sheet: Sheet, word: str) -> None:
    packet = f'<xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><mother>{word}</mother></xfa:datasets>'
    stream = sheet.pdf.make_indirect(sheet.pdf.make_stream(packet.encode()))
    sheet.pdf.Root["/AcroForm"]["/XFA"] = Array([String("datasets"), stream])


def filespec(sheet: Sheet, name: str, body: bytes, *, description: str = "") -> pikepdf.Object:
    """Make an attached file."""
    stream = sheet.pdf.make_indirect(sheet.pdf.make_stream(body, Type=Name.EmbeddedFile))
    made = Dictionary(
        Type=Name.Filespec, F=String(name), UF=String(name), EF=Dictionary(F=stream), Desc=String(description)
    )
    return sheet.pdf.make_indirect(made)


def _attached(sheet: Sheet, word: str) -> None:
    name, body, described = word.split(",")
    made = filespec(sheet, f"{name}.txt", f"about {body} only".encode(), description=described)
    _names(sheet, "/EmbeddedFiles", "one", made)


def _attached_to_a_note(sheet: Sheet, word: str) -> None:
    made = filespec(sheet, "list.txt", f"about {word} only".encode())
    annotation(Subtype=constant(Name.FileAttachment), FS=constant(made))(sheet, word)


def _associated(sheet: Sheet, word: str) -> None:
    root(sheet, "/AF", Array([filespec(sheet, "data.csv", f"name\n{word}\n".encode())]))


def _attached_pdf(sheet: Sheet, word: str) -> None:
    inner = pikepdf.new()
    page = inner.add_blank_page(page_size=(300, 300))
    page.obj["/Resources"] = Dictionary(Font=Dictionary(F1=inner.make_indirect(helvetica())))
    page.obj["/Contents"] = inner.make_stream(f"BT /F1 12 Tf 9 99 Td (about {word}) Tj ET".encode())
    buffer = io.BytesIO()
    inner.save(buffer)
    made = filespec(sheet, "inner.pdf", buffer.getvalue())
    annotation(Subtype=constant(Name.FileAttachment), FS=constant(made))(sheet, word)


def helvetica() -> pikepdf.Dictionary:
    """Make the font that every page has."""
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
    )


def _outline(sheet: Sheet, word: str) -> None:
    item = sheet.pdf.make_indirect(Dictionary(Title=String(word), Dest=String("d1")))
    outlines = sheet.pdf.make_indirect(Dictionary(Type=Name.Outlines, First=item, Last=item, Count=1))
    item["/Parent"] = outlines
    root(sheet, "/Outlines", outlines)


def _labels(sheet: Sheet, word: str) -> None:
    root(sheet, "/PageLabels", Dictionary(Nums=Array([0, Dictionary(S=Name.D, P=String(word))])))


def _thread(sheet: Sheet, word: str) -> None:
    root(sheet, "/Threads", Array([sheet.pdf.make_indirect(Dictionary(I=Dictionary(Title=String(word))))]))


def script(_sheet: Sheet, word: str) -> pikepdf.Object:
    """Make a script that says the word."""
    return Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{word}')"))


def _page_within(sheet: Sheet, word: str) -> pikepdf.Object:
    return sheet.pdf.make_indirect(
        Dictionary(
            Type=Name.Page,
            MediaBox=[0, 0, 300, 300],
            Resources=Dictionary(Font=sheet.resources["/Font"]),
            Contents=sheet.pdf.make_stream(f"BT /F1 12 Tf 9 99 Td (about {word}) Tj ET".encode()),
        )
    )


def picture(pdf: pikepdf.Pdf, data: bytes, width: int, height: int) -> pikepdf.Object:
    """Put a JPEG into the file."""
    return pdf.make_indirect(
        pdf.make_stream(
            data,
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=width,
            Height=height,
            BitsPerComponent=8,
            ColorSpace=Name.DeviceRGB,
            Filter=Name.DCTDecode,
        )
    )


def _exif(sheet: Sheet, word: str) -> None:
    artist, comment = word.split(",")
    shown = Image.new("RGB", (16, 12), "orange")
    exif = shown.getexif()
    exif[0x013B] = artist  # Artist
    buffer = io.BytesIO()
    shown.save(buffer, "JPEG", exif=exif, comment=comment)
    sheet.put("XObject", "Photo", picture(sheet.pdf, buffer.getvalue(), 16, 12))
    sheet.add("20 0 0 15 60 60 cm /Photo Do")


def _xmp_of_a_picture(sheet: Sheet, word: str) -> None:
    photo = sheet.resources["/XObject"]["/Photo"]
    photo["/Metadata"] = xmp(sheet.pdf, f"<dc:title>{word}</dc:title>")


def _structure(sheet: Sheet, word: str) -> None:
    names = word.split(",")
    tree = sheet.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    keys = ("/T", "/Alt", "/ActualText", "/E", "/ID", "/Summary")
    made = Dictionary(Type=Name.StructElem, S=Name.Figure, P=tree, K=Array([]))
    for key, name in zip(keys[:5], names, strict=False):
        made[key] = String(name)
    made["/A"] = Dictionary(O=Name.Table, Summary=String(names[5]))
    tree["/K"] = Array([sheet.pdf.make_indirect(made)])
    root(sheet, "/StructTreeRoot", tree)


def marked(code: str) -> Plant:
    """Plant in a property list of marked content."""
    return lambda sheet, word: sheet.content.append((code.replace("WORD", word) + "\n").encode())


def _signature(sheet: Sheet, word: str) -> None:
    name, reason, place, contact, certificate = word.split(",")
    value = Dictionary(
        Type=Name.Sig,
        Filter=Name("/Adobe.PPKLite"),
        SubFilter=Name("/adbe.pkcs7.detached"),
        ByteRange=Array([0, 1, 2, 3]),
        Contents=String(b"\x30\x20\x0c" + bytes([len(certificate)]) + certificate.encode() + bytes(8)),
        Name=String(name),
        Reason=String(reason),
        Location=String(place),
        ContactInfo=String(contact),
    )
    field(FT=constant(Name.Sig), V=constant(sheet.pdf.make_indirect(value)))(sheet, word)


def _private(sheet: Sheet, word: str) -> None:
    root(sheet, "/PieceInfo", Dictionary(Maker=Dictionary(Private=Dictionary(Author=String(word)))))


def _thumbnail(sheet: Sheet, _word: str) -> None:
    thumb = sheet.pdf.make_stream(
        zlib.compress(bytes(48)),
        Width=4,
        Height=4,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceRGB,
        Filter=Name.FlateDecode,
    )
    sheet.resources["/Thumb"] = sheet.pdf.make_indirect(thumb)  # the factory moves it to the page


def _spider(sheet: Sheet, word: str) -> None:
    root(sheet, "/SpiderInfo", Dictionary(V=1, C=Array([Dictionary(URL=String(f"https://{word}.example/"))])))


def _intent(sheet: Sheet, word: str) -> None:
    made = Dictionary(Type=Name.OutputIntent, S=Name("/GTS_PDFX"), Info=String(word))
    root(sheet, "/OutputIntents", Array([made]))


def _collection(sheet: Sheet, word: str) -> None:
    schema = Dictionary(Who=Dictionary(Subtype=Name.S, N=String(word)))
    root(sheet, "/Collection", Dictionary(Type=Name.Collection, Schema=schema))


_P, _A, _L, _F, _T = Part.PROPERTY, Part.ANNOTATION, Part.LINK, Part.FORM_FIELD, Part.ATTACHMENT
_H, _ALT = Part.HIDDEN_TEXT, Part.ALT_TEXT
# Where `plant` takes several words they stand in `kind` parted by commas too.
BESIDE: tuple[Beside, ...] = (
    *(Beside(f"information {key}", "P17", (_P,), info(f"/{key}")) for key in
      ("Title", "Author", "Subject", "Keywords", "Company", "MSIP_Label_1_Owner")),
    Beside("XMP creator,XMP history,XMP derived from", "P18", (_P,), _xmp_of_document),
    Beside("XMP of a font", "P18", (_P,), _xmp_of("/Font")),
    Beside("EXIF artist,JPEG comment", "P29", (Part.IMAGE,), _exif),
    Beside("XMP of a picture", "P18", (_P,), _xmp_of_a_picture),
    Beside("note", "P19", (_A,), annotation(Contents=text)),
    Beside("rich note", "P19", (_A,), annotation(RC=lambda _, word: String(f"<p>by {word}</p>"))),
    Beside("author of a note", "P19", (_A,), annotation(T=text)),
    Beside("subject of a note", "P19", (_A,), annotation(Subj=text)),
    Beside("name of a note", "P19", (_A,), annotation(NM=text)),
    Beside("popup", "P19", (_A,), annotation(Subtype=constant(Name.Popup), Contents=text)),
    Beside("hidden note", "P19", (_A,), annotation(F=constant(2), Contents=text)),
    Beside("appearance", "P19", (_A,), annotation(
        Subtype=constant(Name.Stamp), AP=lambda sheet, word: Dictionary(N=drawing(sheet, word)))),
    Beside("web link", "P20", (_L,), annotation(
        Subtype=constant(Name.Link),
        A=action(S=constant(Name.URI), URI=lambda _, word: String(f"https://example.org/{word}")))),
    Beside("mail link", "P20", (_L,), annotation(
        Subtype=constant(Name.Link),
        A=action(S=constant(Name.URI), URI=lambda _, word: String(f"mailto:{word}@example.org")))),
    Beside("link to a file", "P20", (_L,), annotation(
        Subtype=constant(Name.Link), A=action(S=constant(Name.GoToR), F=text))),
    Beside("program started", "P20", (_L,), annotation(
        Subtype=constant(Name.Link), A=action(S=constant(Name.Launch), F=text))),
    Beside("attached name,attached words,attached description", "P21", (_T,), _attached),
    Beside("attached to a note", "P21", (_T,), _attached_to_a_note),
    Beside("associated file", "P21", (_T,), _associated),
    Beside("attached pdf", "P21", (_T,), _attached_pdf),
    Beside("value", "P22", (_F,), field(V=text)),
    Beside("default value", "P22", (_F,), field(DV=text)),
    Beside("name of a field", "P22", (_F,), field(T=text)),
    Beside("tooltip", "P22", (_F,), field(TU=text)),
    Beside("mapping name", "P22", (_F,), field(TM=text)),
    Beside("choice", "P22", (_F,), field(FT=constant(Name.Ch), Opt=lambda _, word: Array([String(word)]))),
    Beside("hidden field", "P22", (_F,), field(F=constant(2), V=text)),
    Beside("script of a field", "P24", (_P,), field(
        AA=lambda sheet, word: Dictionary(K=script(sheet, word)))),
    Beside("XFA", "P22", (_F,), _xfa),
    Beside("outline", "P23", (Part.OUTLINE,), _outline),
    Beside("destination", "P23", (Part.BOOKMARK,), lambda sheet, word: _names(
        sheet, "/Dests", word, Array([0, Name.Fit]))),
    Beside("old destination", "P23", (Part.BOOKMARK,), lambda sheet, word: root(
        sheet, "/Dests", Dictionary({f"/{word}": Array([0, Name.Fit])}))),
    Beside("page label", "P23", (_P,), _labels),
    Beside("thread", "P23", (_P,), _thread),
    Beside("script", "P24", (_P,), lambda sheet, word: _names(
        sheet, "/JavaScript", "s", script(sheet, word))),
    Beside("opening action", "P24", (_P,), lambda sheet, word: root(
        sheet, "/OpenAction", script(sheet, word))),
    Beside("catalogue action", "P24", (_P,), lambda sheet, word: root(
        sheet, "/AA", Dictionary(WC=script(sheet, word)))),
    Beside("template page", "P25", (_H,), lambda sheet, word: _names(
        sheet, "/Templates", "t", _page_within(sheet, word))),
    Beside(
        "struct T,struct Alt,struct ActualText,struct E,struct ID,struct Summary",
        "P15", (_ALT,), _structure),
    Beside("ActualText", "P14", (_ALT,), marked("/Span << /ActualText (WORD) >> BDC EMC")),
    Beside("Alt", "P14", (_ALT,), marked("/Figure << /Alt (WORD) >> BDC EMC")),
    Beside("expansion", "P14", (_ALT,), marked("/Span << /E (WORD) >> BDC EMC")),
    Beside("artifact note", "P14", (_ALT,), marked("/Artifact << /Type /Note /Contents (WORD) >> BDC EMC")),
    Beside("marked point", "P14", (_ALT,), marked("/Note << /Alt (WORD) >> DP")),
    Beside("comment in the drawing", "P27", (_H,), marked("% by WORD")),
    Beside("signer,reason,place of signing,contact,certificate", "P31", (_F,), _signature),
    Beside("private data", "P28", (_P,), _private),
    Beside("thumbnail", "P28", (_P,), _thumbnail),
    Beside("where it came from", "P28", (_P,), _spider),
    Beside("output intent", "P28", (_P,), _intent),
    Beside("base address", "P28", (_P,), lambda sheet, word: root(
        sheet, "/URI", Dictionary(Base=String(f"https://{word}.example/")))),
    Beside("schema of a collection", "P28", (_P,), _collection),
)  # fmt: skip
