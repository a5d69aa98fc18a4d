"""The allow-list: a part, a text, an attribute that nobody thought of is a Gap, never silence."""

from __future__ import annotations

import io

import pytest
from PIL import Image, PngImagePlugin

from redact.formats.pictures import MAX_PIXELS, picture_content
from redact.values.text import Part
from tests.formats.word.package_factory import WORD_TYPE, PartSpec, make_docx, p, package, xml, zipped
from tests.formats.word.word_reading import parts_of, places_of_gaps, read_docx

_UNKNOWN = 'xmlns:x="http://example.org/unknown"'

UNREAD_PARTS: list[tuple[str, PartSpec, Part, str]] = [
    ("word/embeddings/oleObject1.bin", PartSpec(b"x", None, "oleObject"), Part.EMBEDDED_FILE, "D34"),
    (
        "word/embeddings/Microsoft_Excel_Sheet1.xlsx",
        PartSpec(b"x", None, "package"),
        Part.EMBEDDED_FILE,
        "D34",
    ),
    (
        "word/activeX/activeX1.xml",
        PartSpec("<x/>", "application/vnd.ms-office.activeX+xml", "control"),
        Part.EMBEDDED_FILE,
        "D36",
    ),
    ("word/printerSettings1.bin", PartSpec(b"x", None, "printerSettings"), Part.PROPERTY, "D65"),
    (
        "docProps/thumbnail.jpeg",
        PartSpec(b"x", "image/jpeg", "metadata/thumbnail", source=""),
        Part.IMAGE,
        "D61",
    ),
    (
        "_xmlsignatures/sig1.xml",
        PartSpec("<x/>", None, "digital-signature/signature", source=""),
        Part.PROPERTY,
        "D64",
    ),
    ("word/media/hdphoto1.wdp", PartSpec(b"x", "image/vnd.ms-photo", "hdphoto"), Part.IMAGE, "D33"),
    ("word/ink/ink1.xml", PartSpec("<x/>", "application/inkml+xml", "customXml/ink"), Part.IMAGE, "D36"),
    (
        "word/fonts/font1.odttf",
        PartSpec(b"x", "application/vnd.openxmlformats-officedocument.obfuscatedFont", "font"),
        Part.PROPERTY,
        "D51",
    ),
    (
        "word/recipientData.xml",
        PartSpec("<x/>", WORD_TYPE + "mailMergeRecipientData+xml", "recipientData"),
        Part.PROPERTY,
        "D53",
    ),
    ("word/afchunk.docx", PartSpec(b"x", None, "aFChunk"), Part.EMBEDDED_FILE, "D22"),
    (
        "word/whatever.xml",
        PartSpec("<x/>", "application/x-whatever+xml", "whatever"),
        Part.EMBEDDED_FILE,
        "D38",
    ),
    ("unreferenced.txt", PartSpec(b"x"), Part.EMBEDDED_FILE, "D38"),
    ("[trash]/0001.dat", PartSpec(b"x"), Part.EMBEDDED_FILE, "D38"),
    ("customXml/item7.xml", PartSpec("<x/>"), Part.EMBEDDED_FILE, "D38"),  # no relationship leads to it
]


@pytest.mark.parametrize(
    ("name", "spec", "part", "place"), UNREAD_PARTS, ids=[row[0] for row in UNREAD_PARTS]
)
def test_a_part_that_is_not_read_is_a_gap(name: str, spec: PartSpec, part: Part, place: str) -> None:
    (gap,) = read_docx(make_docx(None, p("One"), {name: spec})).gaps
    assert (gap.location.part, gap.location.place) == (part, place)
    assert gap.what
    assert gap.remedy
    assert name not in gap.what + gap.remedy


@pytest.mark.parametrize(
    "body",
    [
        f"<w:p><w:r><x:t {_UNKNOWN}>Rowan</x:t></w:r></w:p>",  # an element of another vocabulary
        "<w:p><w:r><w:unheard>Rowan</w:unheard></w:r></w:p>",  # an element that Word does not have
        "<w:p>Rowan</w:p>",  # text where none may stand
        "<w:p><w:r/>Rowan</w:p>",
        "<w:p><w:pPr><w:t>Rowan</w:t></w:pPr></w:p>",  # text in properties
        f'<w:p {_UNKNOWN} x:who="Rowan"/>',  # an attribute of another vocabulary
        "<w:tbl><w:p><w:r><w:t>Rowan</w:t></w:r></w:p></w:tbl>",  # a paragraph between rows
        "<w:p><w:r><w:fldChar w:fldCharType='begin'><w:fldData>Um93YW4=</w:fldData></w:fldChar></w:r></w:p>",
        (
            "<w:p><w:r><w:drawing><wp:inline><wp:posOffset>Rowan Elm</wp:posOffset>"
            "</wp:inline></w:drawing></w:r></w:p>"
        ),
    ],
)
def test_text_that_is_not_read_is_a_gap(body: str) -> None:
    document = read_docx(make_docx(None, p("One") + body))
    read = bool(parts_of(document, "Rowan"))
    assert read or places_of_gaps(document) == ["D68"]


@pytest.mark.parametrize("name", ["settings", "styles", "numbering", "fontTable", "webSettings"])
def test_text_in_a_part_that_has_none_is_a_gap(name: str) -> None:
    part = PartSpec(xml(f"w:{name}", "<w:unheard>Rowan</w:unheard>"), f"{WORD_TYPE}{name}+xml", name)
    assert places_of_gaps(read_docx(make_docx(None, p("One"), {f"word/{name}.xml": part}))) == ["D68"]


@pytest.mark.parametrize(
    ("old", "new", "gaps"),
    [
        (b"<Types ", b"<Types who='Rowan Elm' ", []),  # an attribute is read
        (b"<Relationship Id=", b"Rowan<Relationship Id=", ["D68"]),  # text is left over
        (b"<Relationship Id=", b"<!--Rowan--><Relationship Id=", []),  # a comment is read
        (b"</Relationships>", b'<Relationship Id="r" Type="x/y" Target="Rowan.xml"/></Relationships>', []),
    ],
)
def test_the_packages_own_parts_hide_nothing(old: bytes, new: bytes, gaps: list[str]) -> None:
    members = {name: content.replace(old, new) for name, content in package(p("One"), {}).items()}
    document = read_docx(zipped(members))
    assert places_of_gaps(document) == gaps
    assert gaps or parts_of(document, "Rowan")


def test_positions_and_switches_are_no_text() -> None:
    body = (
        "<w:p><w:r><w:drawing><wp:anchor><wp:positionH>"
        "<wp:posOffset>-1200</wp:posOffset></wp:positionH>"
        "<wp:positionV>"
        "<wp:align>center</wp:align></wp:positionV></wp:anchor></w:drawing></w:r></w:p>"
    )
    assert read_docx(make_docx(None, p("One") + body)).gaps == ()


def _png(colour: str, *, note: str = "", mode: str = "RGB") -> bytes:
    buffer = io.BytesIO()
    information = PngImagePlugin.PngInfo()
    if note:
        information.add_text("Comment", note)
    Image.new(mode, (3, 2), colour).save(buffer, "PNG", pnginfo=information)
    return buffer.getvalue()


def _fingerprint(picture: bytes) -> str:
    part = {"word/media/image1.png": PartSpec(picture, "image/png", "image")}
    (gap,) = read_docx(make_docx(None, p("One"), part)).gaps
    return gap.fingerprint


def test_a_picture_is_known_by_its_pixels() -> None:
    assert _fingerprint(_png("red")) == _fingerprint(_png("red", note="taken by somebody"))
    assert _fingerprint(_png("red")) != _fingerprint(_png("blue"))
    assert _fingerprint(_png("red", mode="P")) != _fingerprint(_png("blue", mode="P"))


def test_a_picture_that_is_none_is_known_by_its_bytes() -> None:
    assert picture_content(b"no picture") == b"no picture"
    assert _fingerprint(b"one") != _fingerprint(b"two")


def test_a_picture_of_more_pixels_than_the_limit_is_not_decoded() -> None:
    buffer = io.BytesIO()
    Image.new("1", (MAX_PIXELS // 5_000 + 1, 5_000)).save(buffer, "PNG")
    assert picture_content(buffer.getvalue()) == buffer.getvalue()


def test_a_picture_of_several_frames_is_known_by_its_bytes() -> None:
    buffer = io.BytesIO()
    first, second = Image.new("L", (2, 2), 0), Image.new("L", (2, 2), 255)
    first.save(buffer, "GIF", save_all=True, append_images=[second])
    assert picture_content(buffer.getvalue()) == buffer.getvalue()


def test_a_picture_has_the_page_of_its_anchor() -> None:
    body = (
        p("One") + "<w:p><w:r><w:lastRenderedPageBreak/></w:r></w:p><w:p><w:r><w:drawing><wp:inline>"
        '<pic:pic><pic:blipFill><a:blip r:embed="rIdPic"/>'
        "</pic:blipFill></pic:pic></wp:inline></w:drawing></w:r></w:p>"
    )
    part = {"word/media/image1.png": PartSpec(_png("red"), "image/png", "image", "rIdPic")}
    (gap,) = read_docx(make_docx(None, body, part)).gaps
    assert gap.location.page == 2
