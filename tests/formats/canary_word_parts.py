"""Canaries in the parts of a Word package beside its body, and in the bytes of its zip."""

from __future__ import annotations

import base64
import io
import struct

from PIL import Image, PngImagePlugin

from redact.values.text import Part
from tests.formats.canary_planting import Nature, Planter
from tests.formats.word.package_factory import WORD_TYPE, Link, PartSpec, make_docx, p, story, xml, zipped

__all__ = ["links", "parts"]

_DML = "application/vnd.openxmlformats-officedocument.drawingml."
_MS = "http://schemas.microsoft.com/office/2007/relationships/"
_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
)
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_VT = 'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "application/vnd.openxmlformats-officedocument."


def parts(plant: Planter) -> dict[str, PartSpec]:
    """Make every part, in the order in which its tokens are numbered."""
    return {
        **_stories(plant),
        **_drawings(plant),
        **_embedded(plant),
        **_pictures(plant),
        **_settings(plant),
        **_properties(plant),
        **_kept_beside(plant),
        **_strangers(plant),
    }


def links(plant: Planter) -> tuple[Link, ...]:
    """Make the relationships that lead out of the package."""

    def to(place: str, part: Part, what: str, target: str, kind: str) -> Link:
        token = plant(place, part, what)
        return Link(target.format(token), kind, f"rIdLink{len(plant.planted)}")

    return (
        to("D45", Part.LINK, "an address of e-mail", "mailto:{}@example.org", "hyperlink"),
        to("D45", Part.LINK, "the path of a shared file", "https://example.org/sites/{}/a.docx", "hyperlink"),
        to("D52", Part.PROPERTY, "the path of the template", "file:///C:/{}.dotx", "attachedTemplate"),
        to("D69", Part.LINK, "a picture that is fetched", "https://example.org/{}.png", "image"),
        to("D69", Part.LINK, "a workbook that is fetched", "file:///C:/{}.xlsx", "oleObject"),
    )


def _stories(plant: Planter) -> dict[str, PartSpec]:
    header = p(plant("D17", Part.HEADER, "a header"))
    lost = xml("w:hdr", p(plant("D17", Part.HEADER, "a header that no section has")))
    watermark = plant("D10", Part.TEXT_BOX, "a watermark")
    mark = f'<v:shape id="PowerPlusWaterMarkObject1"><v:textpath string="{watermark}"/></v:shape>'
    note = p(plant("D16", Part.FOOTNOTE, "a footnote"))
    lone = p(plant("D16", Part.FOOTNOTE, "a footnote that nothing refers to"))
    separator = p(plant("D16", Part.FOOTNOTE, "what separates the footnotes"))
    initials = plant("D40", Part.PROPERTY, "the initials of a commenter")
    author = plant("D40", Part.PROPERTY, "the author of a comment")
    comment = p(plant("D27", Part.COMMENT, "a comment"))
    resolved = p(plant("D27", Part.COMMENT, "a comment that was resolved"))
    block = p(plant("D37", Part.HIDDEN_TEXT, "a building block"))
    named = plant("D37", Part.PROPERTY, "the name of a building block")
    label = plant("D18", Part.LIST_LABEL, "a list label")
    return {
        "word/header1.xml": PartSpec(
            xml("w:hdr", f"{header}<w:p><w:r><w:pict>{mark}</w:pict></w:r></w:p>"),
            WORD_TYPE + "header+xml",
            "header",
            "rIdHeader",
        ),
        "word/header2.xml": PartSpec(lost, WORD_TYPE + "header+xml"),
        "word/footer1.xml": story("footer", p(plant("D17", Part.FOOTER, "a footer"))),
        "word/footnotes.xml": story(
            "footnotes",
            f'<w:footnote w:type="separator" w:id="-1">{separator}</w:footnote>'
            f'<w:footnote w:id="2">{note}</w:footnote><w:footnote w:id="9">{lone}</w:footnote>',
        ),
        "word/endnotes.xml": story(
            "endnotes", f'<w:endnote w:id="2">{p(plant("D16", Part.ENDNOTE, "an endnote"))}</w:endnote>'
        ),
        "word/comments.xml": story(
            "comments",
            f'<w:comment w:id="1" w:author="{author}" w:initials="{initials}" '
            f'w:date="2015-03-26T10:00:00Z">{comment}</w:comment><w:comment w:id="2">{resolved}</w:comment>',
        ),
        "word/numbering.xml": PartSpec(
            xml(
                "w:numbering",
                f'<w:abstractNum><w:nsid w:val="1A2B3C4D"/><w:name w:val="'
                f'{plant("D51", Part.PROPERTY, "the name of a list")}"/>'
                f'<w:lvl><w:lvlText w:val="{label} %1."/></w:lvl></w:abstractNum>',
            ),
            WORD_TYPE + "numbering+xml",
            "numbering",
        ),
        "word/glossary/document.xml": PartSpec(
            xml(
                "w:glossaryDocument",
                f'<w:docParts><w:docPart><w:docPartPr><w:name w:val="{named}"/></w:docPartPr>'
                f"<w:docPartBody>{block}</w:docPartBody></w:docPart></w:docParts>",
            ),
            WORD_TYPE + "document.glossary+xml",
            "glossaryDocument",
        ),
    }


def _drawings(plant: Planter) -> dict[str, PartSpec]:
    title = plant("D20", Part.CHART, "the title of a chart")
    category = plant("D20", Part.CHART, "a category of a chart")
    labels = plant("D20", Part.CHART, "the labels of a chart's points")
    text = f"<a:p><a:r><a:t>{plant('D21', Part.DIAGRAM, 'a diagram')}</a:t></a:r></a:p>"
    drawn = f"<a:p><a:r><a:t>{plant('D21', Part.DIAGRAM, 'the drawing of a diagram')}</a:t></a:r></a:p>"
    chart = (
        f"<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>{title}</a:t></a:r></a:p></c:rich></c:tx></c:title>"
        "<c:plotArea><c:barChart><c:ser><c:cat><c:strRef><c:f>Sheet1!$A$2</c:f><c:strCache><c:pt idx='0'>"
        f"<c:v>{category}</c:v></c:pt></c:strCache></c:strRef></c:cat><c:extLst><c:ext>"
        "<c15:datalabelsRange><c15:f>Sheet1!$C$2</c15:f><c15:dlblRangeCache><c:pt idx='0'>"
        f"<c:v>{labels}</c:v></c:pt></c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst></c:ser>"
        '</c:barChart></c:plotArea></c:chart><c:externalData r:id="rIdBook"/>'
    )
    return {
        "word/charts/chart1.xml": PartSpec(
            xml("c:chartSpace", chart), _DML + "chart+xml", "chart", "rIdChart"
        ),
        "word/diagrams/data1.xml": PartSpec(
            xml("dgm:dataModel", f"<dgm:ptLst><dgm:pt><dgm:t>{text}</dgm:t></dgm:pt></dgm:ptLst>"),
            _DML + "diagramData+xml",
            "diagramData",
            "rIdDiagram",
        ),
        "word/diagrams/drawing1.xml": PartSpec(
            xml("dsp:drawing", f"<dsp:spTree>{text}{drawn}</dsp:spTree>"),
            "application/vnd.ms-office.drawingml.diagramDrawing+xml",
            _MS + "diagramDrawing",
        ),
    }


# ---------------------------------------------------------------- files inside the file


def _embedded(plant: Planter) -> dict[str, PartSpec]:
    def of(what: str) -> str:
        return plant("D34", Part.EMBEDDED_FILE, what)

    chunk = plant(
        "D22", Part.EMBEDDED_FILE, "another Word document that is shown in the text", nature=Nature.VISIBLE
    )
    page = plant("D22", Part.EMBEDDED_FILE, "a web page that is shown in the text", nature=Nature.VISIBLE)
    called = plant("D63", Part.PROPERTY, "the name of an embedded file")
    drawn = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    notes = f"<p {drawn}><a:p><a:r><a:t>{of('the notes of an embedded slide')}</a:t></a:r></a:p></p>"
    slides = zipped({"ppt/notesSlides/notesSlide1.xml": notes.encode()})
    deep = make_docx(None, p(of("a Word document inside a Word document")))
    inner = make_docx(
        None,
        p(of("an embedded Word document")),
        {"word/embeddings/deeper.docx": PartSpec(deep, None, "package")},
    )
    path = plant("D35", Part.EMBEDDED_FILE, "the path of an embedded file")
    wide = plant("D35", Part.EMBEDDED_FILE, "the path of an embedded file, in two bytes a letter")
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
    ole += b"\x01\0\0\0" + f"C:\\Users\\{path}\\note.txt\0".encode() + b"\0" * 200
    ole += f"C:\\Users\\{wide}\\note.txt".encode("utf-16-le") + b"\0" * 200
    ole += of("the text of an embedded note").encode() + b" is written here" + b"\0" * 300
    control = (
        f'<ax:ocx xmlns:ax="http://schemas.microsoft.com/office/2006/activeX"><ax:ocxPr ax:name="Caption" '
        f'ax:value="{plant("D36", Part.EMBEDDED_FILE, "the caption of a control")}"/></ax:ocx>'
    )
    return {
        "word/afchunk1.docx": PartSpec(make_docx(None, p(chunk)), None, "aFChunk", "rIdChunk"),
        "word/afchunk2.html": PartSpec(
            f"<html><p>{page}</p></html>".encode(), "text/html", "aFChunk", "rIdPage"
        ),
        f"word/embeddings/{called}.docx": PartSpec(make_docx(None, p("x")), None, "package"),
        "word/embeddings/slides.pptx": PartSpec(slides, None, "package"),
        "word/embeddings/Microsoft_Excel_Sheet1.xlsx": PartSpec(
            workbook(plant), None, "package", "rIdBook", "word/charts/chart1.xml"
        ),
        "word/embeddings/Microsoft_Word_Document1.docx": PartSpec(inner, None, "package"),
        "word/embeddings/oleObject1.bin": PartSpec(ole, None, "oleObject"),
        "word/activeX/activeX1.xml": PartSpec(control, "application/vnd.ms-office.activeX+xml", "control"),
    }


def workbook(plant: Planter) -> bytes:
    """Make a workbook with tokens in its cells, a hidden sheet, a name, a comment and its properties."""

    def of(what: str) -> str:
        return plant("D34", Part.EMBEDDED_FILE, what)

    shared, inline = of("a shared text of a workbook"), of("a text in a cell of a workbook")
    hidden, sheet, name = (
        of("a cell of a hidden sheet"),
        of("the name of a sheet"),
        of("a name in a workbook"),
    )
    comment, author, cache = (
        of("a comment in a workbook"),
        of("the author of a workbook"),
        of("a pivot cache"),
    )
    begin, types = '<?xml version="1.0"?>', "http://schemas.openxmlformats.org/package/2006/content-types"

    def of_sheet(text: str) -> str:
        cell = f'<c t="inlineStr"><is><t>{text}</t></is></c>'
        return f'{begin}<worksheet xmlns="{_SHEET}"><sheetData><row>{cell}</row></sheetData></worksheet>'

    members = {
        "[Content_Types].xml": f'{begin}<Types xmlns="{types}"/>',
        "xl/workbook.xml": f'{begin}<workbook xmlns="{_SHEET}"><sheets><sheet name="{sheet}" sheetId="1"/>'
        f'<sheet name="Sheet2" sheetId="2" state="veryHidden"/></sheets><definedNames>'
        f'<definedName name="{name}">Sheet2!$A$1</definedName></definedNames></workbook>',
        "xl/sharedStrings.xml": f'{begin}<sst xmlns="{_SHEET}"><si><t>{shared}</t></si></sst>',
        "xl/worksheets/sheet1.xml": of_sheet(inline),
        "xl/worksheets/sheet2.xml": of_sheet(hidden),
        "xl/comments1.xml": f'{begin}<comments xmlns="{_SHEET}"><commentList><comment><text><t>{comment}</t>'
        "</text></comment></commentList></comments>",
        "xl/pivotCache/pivotCacheRecords1.xml": f'{begin}<pivotCacheRecords xmlns="{_SHEET}"><r>'
        f'<s v="{cache}"/></r></pivotCacheRecords>',
        "docProps/core.xml": f"{begin}<cp:coreProperties {_CORE}><dc:creator>{author}</dc:creator>"
        "</cp:coreProperties>",
    }
    return zipped({key: text.encode() for key, text in members.items()})


def _pictures(plant: Planter) -> dict[str, PartSpec]:
    emf = plant("D24", Part.IMAGE, "a text of an enhanced metafile")
    wmf = plant("D24", Part.IMAGE, "a text of a metafile")
    svg = plant("D24", Part.IMAGE, "a text of a scalable drawing")
    called = plant("D63", Part.PROPERTY, "the name of a picture's file")
    return {
        "word/media/image1.jpeg": PartSpec(photograph(plant), "image/jpeg", "image", "rIdPicture"),
        "word/media/image2.png": PartSpec(noted_picture(plant), "image/png", "image"),
        "word/media/image3.emf": PartSpec(enhanced_metafile(emf), "image/x-emf", "image"),
        "word/media/image4.wmf": PartSpec(metafile(wmf), "image/x-wmf", "image"),
        "word/media/image5.svg": PartSpec(
            f'<svg xmlns="http://www.w3.org/2000/svg"><text>{svg}</text></svg>', "image/svg+xml", "image"
        ),
        f"word/media/{called}.png": PartSpec(_png("blue"), "image/png", "image"),
        "docProps/thumbnail.jpeg": PartSpec(_jpeg(), "image/jpeg", "metadata/thumbnail", source=""),
        "word/media/hdphoto1.wdp": PartSpec(b"II\xbc\x01 original", "image/vnd.ms-photo", _MS + "hdphoto"),
    }


def _png(colour: str, notes: PngImagePlugin.PngInfo | None = None) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (4, 3), colour).save(buffer, "PNG", pnginfo=notes)
    return buffer.getvalue()


def _jpeg() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(buffer, "JPEG")
    return buffer.getvalue()


def noted_picture(plant: Planter) -> bytes:
    """Make a picture with a note of each kind that PNG has."""
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", plant("D62", Part.IMAGE, "a note of a PNG"))
    notes.add_text("Author", plant("D62", Part.IMAGE, "a packed note of a PNG"), zip=True)
    notes.add_itxt("Title", plant("D62", Part.IMAGE, "an international note of a PNG"))
    return _png("green", notes)


def photograph(plant: Planter) -> bytes:
    """Make a photograph with every kind of metadata: EXIF with a position, XMP, IPTC, a comment."""
    exif = Image.Exif()
    exif[0x010E] = plant("D62", Part.IMAGE, "what a photograph shows, by its EXIF")
    exif[0x013B] = plant("D62", Part.IMAGE, "who took a photograph, by its EXIF")
    exif[0x9C9B] = plant("D62", Part.IMAGE, "the title of a photograph").encode("utf-16-le") + b"\0\0"
    exif.get_ifd(0x8769)[0xA430] = plant("D62", Part.IMAGE, "the owner of a camera")
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 27.0, 14.0), 3: "W", 4: (2.0, 35.0, 16.0)})
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8), "grey").save(buffer, "JPEG", exif=exif)
    data = buffer.getvalue()
    xmp = plant("D62", Part.IMAGE, "the XMP of a photograph")
    packet = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a by="{xmp}"/></x:xmpmeta>'.encode()
    caption = plant("D62", Part.IMAGE, "the caption of a photograph, by its IPTC").encode()
    record = b"\x1c\x02\x78" + struct.pack(">H", len(caption)) + caption
    block = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record + b"\0" * (len(record) % 2)
    comment = plant("D62", Part.IMAGE, "the comment of a JPEG").encode()
    added = (
        _segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet)
        + _segment(0xED, b"Photoshop 3.0\0" + block)
        + _segment(0xFE, comment)
    )
    tail = plant("D62", Part.IMAGE, "what follows a photograph").encode()
    return data[:2] + added + data[2:] + tail


def _segment(marker: int, content: bytes) -> bytes:
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(content) + 2) + content


def enhanced_metafile(text: str) -> bytes:
    """Make an EMF of one record of text."""
    words = text.encode("utf-16-le")
    words += b"\0" * (-len(words) % 4)
    head = struct.pack("<2I", 84, 76 + len(words))
    rest = struct.pack("<4iI2f2i3I4iI", 0, 0, 0, 0, 1, 1.0, 1.0, 0, 0, len(text), 76, 0, 0, 0, 0, 0, 0)
    record = head + rest[: 76 - 8] + words
    header = struct.pack("<2I", 1, 88) + b"\0" * 32 + b" EMF" + b"\0" * 44
    return header + record + struct.pack("<5I", 14, 20, 0, 16, 20)


def metafile(text: str) -> bytes:
    """Make a WMF of one record of text."""
    words = text.encode("cp1252") + b"\0" * (len(text) % 2)
    record = struct.pack("<IH4h", 3 + 4 + len(words) // 2, 0x0A32, 0, 0, len(text), 0) + words
    head = struct.pack("<HHHIHIH", 1, 9, 0x300, 9 + len(record) // 2 + 3, 0, len(record) // 2, 0)
    return head + record + struct.pack("<IH", 3, 0)


# ---------------------------------------------------------------- settings and properties


def _settings(plant: Planter) -> dict[str, PartSpec]:
    def merge(what: str) -> str:
        return plant("D53", Part.PROPERTY, what)

    variable = plant("D54", Part.PROPERTY, "the name of a variable")
    value = plant("D54", Part.PROPERTY, "the value of a variable")
    recipient = base64.b64encode(merge("a recipient of a mail merge").encode("utf-16-le")).decode()
    settings = (
        f'<w:mailMerge><w:connectString w:val="{merge("how a mail merge is joined to its data")}"/>'
        f'<w:query w:val="SELECT {merge("what a mail merge asks for")}"/>'
        f'<w:mailSubject w:val="{merge("the subject of a mail merge")}"/></w:mailMerge>'
        f'<w:docVars><w:docVar w:name="{variable}" w:val="{value}"/></w:docVars>'
        '<w:rsids><w:rsidRoot w:val="00A11111"/><w:rsid w:val="00A22222"/></w:rsids>'
        '<w14:docId w14:val="5A6B7C8D"/>'
        '<w:documentProtection w:edit="forms" w:hash="abc" w:salt="def"/>'
    )
    style = plant("D51", Part.PROPERTY, "the name of a style")
    font = plant("D51", Part.PROPERTY, "the name of a font")
    return {
        "word/settings.xml": PartSpec(xml("w:settings", settings), WORD_TYPE + "settings+xml", "settings"),
        "word/recipientData.xml": PartSpec(
            xml(
                "w:recipients",
                f'<w:recipientData><w:uniqueTag w:val="{recipient}"/></w:recipientData>',
            ),
            WORD_TYPE + "mailMergeRecipientData+xml",
            "recipientData",
        ),
        "word/styles.xml": PartSpec(
            xml("w:styles", _STYLES + f'<w:style w:styleId="Own"><w:name w:val="{style}"/></w:style>'),
            WORD_TYPE + "styles+xml",
            "styles",
        ),
        "word/fontTable.xml": PartSpec(
            xml("w:fonts", f'<w:font w:name="{font}"/>'), WORD_TYPE + "fontTable+xml", "fontTable"
        ),
        "word/theme/theme1.xml": PartSpec(
            xml(
                "a:theme",
                "<a:themeElements><a:clrScheme name='Office'><a:dk1><a:srgbClr val='000000'/></a:dk1>"
                "<a:lt1><a:srgbClr val='FFFFFF'/></a:lt1></a:clrScheme></a:themeElements>",
                attributes=f'name="{plant("D51", Part.PROPERTY, "the name of a theme")}"',
            ),
            _OFFICE + "theme+xml",
            "theme",
        ),
    }


_HIDE = "<w:rPr><w:vanish/></w:rPr>"
_STYLES = (
    f'<w:style w:type="character" w:styleId="HiddenRun"><w:name w:val="Strong"/>{_HIDE}</w:style>'
    f'<w:style w:type="paragraph" w:styleId="HiddenPara"><w:name w:val="Quote"/>{_HIDE}</w:style>'
    '<w:style w:type="paragraph" w:styleId="HiddenBelow"><w:name w:val="List"/>'
    '<w:basedOn w:val="HiddenPara"/></w:style>'
    f'<w:style w:type="table" w:styleId="HiddenTable"><w:name w:val="Table Grid"/>{_HIDE}</w:style>'
    '<w:style w:type="table" w:styleId="DarkTable"><w:name w:val="Light List"/>'
    '<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="000000"/></w:tcPr></w:style>'
    '<w:style w:type="character" w:styleId="WhiteRun"><w:name w:val="Emphasis"/>'
    '<w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="BarRun"><w:name w:val="Intense Emphasis"/><w:rPr>'
    '<w:color w:val="000000"/><w:shd w:val="clear" w:color="auto" w:fill="000000"/></w:rPr></w:style>'
)


def _properties(plant: Planter) -> dict[str, PartSpec]:
    def core(tag: str) -> str:
        return f"<{tag}>{plant('D57', Part.PROPERTY, f'the property {tag}')}</{tag}>"

    def app(tag: str) -> str:
        return f"<{tag}>{plant('D58', Part.PROPERTY, f'the property {tag}')}</{tag}>"

    cores = "".join(
        core(tag)
        for tag in (
            *("dc:creator", "cp:lastModifiedBy", "dc:title", "dc:subject", "dc:description"),
            *("cp:keywords", "cp:category", "cp:contentStatus", "dc:identifier", "cp:version"),
        )
    )
    apps = "".join(app(tag) for tag in ("Company", "Manager", "Template", "HyperlinkBase"))
    titles = plant("D58", Part.PROPERTY, "the titles of the parts")
    email = plant("D59", Part.PROPERTY, "the value of a property of one's own")
    own = plant("D59", Part.PROPERTY, "the name of a property of one's own")
    label = plant("D60", Part.PROPERTY, "the owner of a label of sensitivity")
    address = plant("D58", Part.PROPERTY, "the list of links")
    apps += (
        f"<HLinks><vt:vector><vt:variant><vt:lpwstr>{address}</vt:lpwstr></vt:variant></vt:vector></HLinks>"
    )
    owner = plant("D59", Part.PROPERTY, "the owner of a label, as a property")
    apps += f"<TitlesOfParts><vt:vector><vt:lpstr>{titles}</vt:lpstr></vt:vector></TitlesOfParts>"
    dated = "<dcterms:created>2015-03-26T10:00:00Z</dcterms:created><cp:revision>47</cp:revision>"
    customs = f'<property name="_AuthorEmail" pid="2"><vt:lpwstr>{email}@example.org</vt:lpwstr></property>'
    customs += (
        '<property name="MSIP_Label_11111111-2222-4333-8444-555555555555_Owner" pid="4">'
        f"<vt:lpwstr>{owner}@example.org</vt:lpwstr></property>"
    )
    customs += f'<property name="{own}" pid="3"><vt:i4>1</vt:i4></property>'
    return {
        "docProps/core.xml": PartSpec(
            f"<cp:coreProperties {_CORE}>{cores}{dated}</cp:coreProperties>",
            "application/vnd.openxmlformats-package.core-properties+xml",
            "metadata/core-properties",
            source="",
        ),
        "docProps/app.xml": PartSpec(
            f'<Properties xmlns="{_APP}" {_VT}>{apps}</Properties>',
            _OFFICE + "extended-properties+xml",
            "extended-properties",
            source="",
        ),
        "docProps/custom.xml": PartSpec(
            f"<Properties {_VT}>{customs}</Properties>",
            _OFFICE + "custom-properties+xml",
            "custom-properties",
            source="",
        ),
        "docMetadata/LabelInfo.xml": PartSpec(
            '<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata">'
            f'<clbl:label id="{{11111111-2222-4333-8444-555555555555}}" owner="{label}"/></clbl:labelList>',
            "application/vnd.ms-office.classificationlabels+xml",
            "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels",
            source="",
        ),
    }


def _kept_beside(plant: Planter) -> dict[str, PartSpec]:
    bound = plant("D12", Part.HIDDEN_TEXT, "a value that a control brings back", nature=Nature.HIDDEN)
    value = plant("D50", Part.PROPERTY, "a value kept beside the text")
    attribute = plant("D50", Part.PROPERTY, "an attribute kept beside the text")
    person = plant("D41", Part.PROPERTY, "a person who commented")
    user = plant("D41", Part.PROPERTY, "the account of who commented")
    name_space = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    source = plant("D50", Part.PROPERTY, "an author in the list of sources")
    reacted = plant("D41", Part.PROPERTY, "who reacted to a comment")
    reaction = "http://schemas.microsoft.com/office/comments/2020/reactions"
    sources = (
        '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography">'
        f"<b:Source><b:Author><b:Last>{source}</b:Last></b:Author></b:Source></b:Sources>"
    )
    people = (
        f'<w15:person w15:author="{person}"><w15:presenceInfo w15:providerId="AD" '
        f'w15:userId="S::{user}@example.org::1"/></w15:person>'
    )
    return {
        "customXml/item1.xml": PartSpec(
            f'<root><bound>{bound}</bound><other who="{attribute}">{value}</other></root>', None, "customXml"
        ),
        "customXml/itemProps1.xml": PartSpec(
            f'<ds:datastoreItem xmlns:ds="{name_space}" '
            'ds:itemID="{11111111-2222-4333-8444-555555555555}"/>',
            _OFFICE + "customXmlProperties+xml",
            "customXmlProps",
            source="customXml/item1.xml",
        ),
        "customXml/item2.xml": PartSpec(sources, None, "customXml"),
        "word/commentsExtensible.xml": PartSpec(
            f'<x xmlns:cr="{reaction}"><cr:reactions><cr:user userName="{reacted}"/></cr:reactions></x>',
            WORD_TYPE + "commentsExtensible+xml",
            _MS + "commentsExtensible",
        ),
        "word/people.xml": PartSpec(xml("w15:people", people), WORD_TYPE + "people+xml", _MS + "people"),
    }


def _strangers(plant: Planter) -> dict[str, PartSpec]:
    printer = plant("D65", Part.PROPERTY, "the path of a printer")
    signer = plant("D64", Part.PROPERTY, "who signed")
    menu = plant("D66", Part.PROPERTY, "an addition to a menu")
    task = plant("D67", Part.PROPERTY, "a task")
    addin = plant("D67", Part.PROPERTY, "an add-in")
    ink = plant("D36", Part.IMAGE, "a note beside ink")
    orphan = plant("D38", Part.EMBEDDED_FILE, "a part that nothing leads to")
    unknown = plant("D38", Part.EMBEDDED_FILE, "a part that nobody knows")
    trash = plant("D38", Part.EMBEDDED_FILE, "what was thrown away")
    return {
        "word/printerSettings1.bin": PartSpec(
            b"\0\1" + f"\\\\{printer}\\colour".encode("utf-16-le") + b"\0" * 9, None, "printerSettings"
        ),
        "_xmlsignatures/sig1.xml": PartSpec(
            f"<Signature><X509SubjectName>CN={signer}</X509SubjectName></Signature>",
            None,
            "digital-signature/signature",
            source="",
        ),
        "customUI/customUI14.xml": PartSpec(
            f'<customUI><button label="{menu}"/></customUI>', None, _MS + "ui/extensibility", source=""
        ),
        "word/documenttasks/documenttasks1.xml": PartSpec(
            f"<Tasks><Task><Title>{task}</Title></Task></Tasks>", None, _MS + "documenttasks"
        ),
        "word/webextensions/webextension1.xml": PartSpec(
            f'<webextension><property name="who" value="{addin}"/></webextension>', None, _MS + "webextension"
        ),
        "word/ink/ink1.xml": PartSpec(
            f"<ink><annotation>{ink}</annotation></ink>", "application/inkml+xml", "customXml/ink"
        ),
        "unreferenced.txt": PartSpec(f"kept by mistake: {orphan}"),
        "word/whatever.xml": PartSpec(f"<x>{unknown}</x>", "application/x-whatever+xml", "whatever"),
        "[trash]/0001.dat": PartSpec(b"\0\0" + trash.encode() + b"\0\0"),
    }
