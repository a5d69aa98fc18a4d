"""Old Word files, OpenDocument texts and rich text: the copy is read, and the file itself is searched."""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
from pathlib import Path

import docx
import pytest

from redact.errors import Damaged, LimitReached, PasswordNeeded, RedactError, WrongType
from redact.formats import Request, convert_first, office, read_file
from redact.formats.building import DocumentBuilder, no_progress
from redact.formats.converted import doc, first, odt, rtf
from redact.values.text import Document, Format, Location, Part
from tests.acceptance.office import convert, need_office

SECRET = b"secret of the tests"
RTF = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 TokenNoFont;}}{\info{\title TokenTitle}{\author TokenAuthor}}"
    rb"{\*\userprops{\propname TokenProperty}\proptype30{\staticval TokenValue}}"
    rb"{\*\template C:\\TokenTemplate.dot}"
    rb"The family of {\b Tok}enSplit lived here.\par {\deleted TokenDeleted}\par {\v TokenHidden}\par"
    rb"{\*\annotation TokenNote}{\*\atnauthor TokenNoter}{\*\unknown TokenUnknown}{\footnote TokenFoot}"
    rb"\u84 ?okenUnicode caf\'e9\par {\field{\*\fldinst HYPERLINK TokenLink}{\fldrslt shown}}"
    rb"{\object{\*\objdata 0105AB}}}"
)


def copy_of(*paragraphs: str) -> bytes:
    """Make the Word document that a conversion might have made."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def read_as(format: Format, content: bytes, copy: bytes | None) -> Document:
    """Read a file with the copy that was made of it."""
    reader = {Format.RTF: rtf, Format.ODT: odt, Format.DOC: doc}[format]
    request = Request("review", SECRET, converted=copy)
    sha256 = hashlib.sha256(content).hexdigest()
    return reader.read(content, DocumentBuilder(request, sha256=sha256, format=format))


def located(document: Document, token: str) -> list[tuple[Part, str | None]]:
    """Say in which part and place a token stands."""
    found: list[Location] = [p.locate(0, len(p.text)) for p in document.passages if token in p.text]
    return [(at.part, at.place) for at in found]


@pytest.mark.parametrize(
    ("token", "part", "place"),
    [
        ("TokenTitle", Part.PROPERTY, "D57"),
        ("TokenAuthor", Part.PROPERTY, "D57"),
        ("TokenProperty", Part.PROPERTY, "D59"),
        ("TokenValue", Part.PROPERTY, "D59"),
        ("TokenTemplate", Part.PROPERTY, "D52"),
        ("TokenSplit", Part.HIDDEN_TEXT, "X22"),  # over two groups, and not in the copy
        ("TokenDeleted", Part.TRACKED_DELETION, "D25"),
        ("TokenHidden", Part.HIDDEN_TEXT, "D28"),
        ("TokenNote", Part.COMMENT, "D27"),
        ("TokenNoter", Part.PROPERTY, "D40"),
        ("TokenUnknown", Part.HIDDEN_TEXT, "X22"),  # a group that nobody knows
        ("TokenFoot", Part.FOOTNOTE, "D16"),
        ("TokenUnicode café", Part.HIDDEN_TEXT, "X22"),
        ("TokenLink", Part.FIELD, "D44"),
    ],
)
def test_what_rich_text_holds_and_its_copy_does_not(token: str, part: Part, place: str) -> None:
    assert (part, place) in located(read_as(Format.RTF, RTF, copy_of("Nothing of it.")), token)


def test_what_the_copy_holds_is_not_said_twice() -> None:
    document = read_as(Format.RTF, RTF, copy_of("The family of TokenSplit lived here.", "TokenDeleted"))
    assert located(document, "TokenSplit") == [(Part.BODY, "D1")]
    assert located(document, "TokenDeleted") == [(Part.BODY, "D1")]
    assert located(document, "TokenNoFont") == []


def test_a_short_name_within_another_word_of_the_copy_is_still_said() -> None:
    document = read_as(Format.RTF, rb"{\rtf1 {\v Ann}}", copy_of("The annual report."))
    assert located(document, "Ann") == [(Part.HIDDEN_TEXT, "D28")]


@pytest.mark.parametrize(("number", "said"), [("9991234004", True), ("01632960123", True), ("12", False)])
def test_a_hidden_number_of_a_person_is_said(number: str, said: bool) -> None:
    rich = read_as(Format.RTF, f"{{\\rtf1 {{\\v {number}}}}}".encode(), copy_of("x"))
    assert (located(rich, number) == [(Part.HIDDEN_TEXT, "D28")]) is said
    content = odt_of(f'<text:section text:display="none"><x>{number}</x></text:section>')
    assert (located(read_as(Format.ODT, content, copy_of("x")), number) != []) is said


def test_objects_and_what_follows_the_end_are_gaps() -> None:
    gaps = read_as(Format.RTF, RTF + b"more bytes", copy_of("x")).gaps
    assert [(gap.location.place, gap.what) for gap in gaps] == [
        ("D34", "an embedded file that the conversion left out"),
        ("D38", "data behind the end of the text"),
    ]


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        (rb"{\rtf1 {broken off", Damaged, "ends in the middle"),
        (b"{\\rtf1 " + b"{" * 2_000 + b"}" * 2_001, LimitReached, "deeper"),
    ],
)
def test_rich_text_that_is_broken(content: bytes, error: type[RedactError], words: str) -> None:
    with pytest.raises(error, match=words):
        read_as(Format.RTF, content, copy_of("x"))


def odt_of(content: str, **members: bytes) -> bytes:
    """Pack an OpenDocument text; other members by name, with __ for a slash and _ for a full stop."""
    out = io.BytesIO()
    names = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" '
        'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
    )
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml", f"<office:document-content {names}>{content}</office:document-content>"
        )
        for name, inner in members.items():
            text = inner.decode("latin-1").replace("NAMES", names)
            archive.writestr(name.replace("__", "/").replace("_", "."), text.encode("latin-1"))
    return out.getvalue()


@pytest.mark.parametrize(
    ("token", "part", "place"),
    [
        ("TokenBody", Part.HIDDEN_TEXT, "X22"),  # in the file, and not in its copy
        ("TokenGone", Part.TRACKED_DELETION, "D25"),
        ("TokenNote", Part.COMMENT, "D27"),
        ("TokenSection", Part.HIDDEN_TEXT, "D28"),
        ("TokenHref", Part.PROPERTY, "X22"),
        ("TokenCreator", Part.PROPERTY, "D57"),
        ("TokenOwn", Part.PROPERTY, "D59"),
        ("token.folder", Part.PROPERTY, "X15"),
    ],
)
def test_what_an_opendocument_text_holds_besides(token: str, part: Part, place: str) -> None:
    content = odt_of(
        "<text:tracked-changes><text:p>TokenGone</text:p></text:tracked-changes>"
        '<text:p>Token<text:span>Body</text:span><text:a xlink:href="mailto:TokenHref@example.org"/>'
        "<office:annotation><dc:creator>TokenNoter</dc:creator><text:p>TokenNote</text:p></office:annotation>"
        '</text:p><text:section text:display="none"><text:p>TokenSection</text:p></text:section>',
        meta_xml=b"<office:document-meta NAMES><dc:creator>TokenCreator</dc:creator>"
        b'<meta:user-defined meta:name="x">TokenOwn</meta:user-defined></office:document-meta>',
        settings_xml=b"<office:settings NAMES><x>file:///token.folder/</x></office:settings>",
    )
    assert (part, place) in located(read_as(Format.ODT, content, copy_of("x")), token)


def test_parts_of_an_opendocument_text_that_are_no_text() -> None:
    content = odt_of("<text:p>x</text:p>", Thumbnails__thumbnail_png=b"a picture", other_bin=b"bytes")
    gaps = read_as(Format.ODT, content, copy_of("x")).gaps
    assert {gap.location.place for gap in gaps} == {"D61", "D38"}


@pytest.mark.parametrize(
    ("members", "error"),
    [
        ({"META-INF__manifest_xml": b"<x><encryption-data/></x>"}, PasswordNeeded),
        ({"Basic__Standard__Module1_xml": b"<x>macro</x>"}, WrongType),
    ],
)
def test_opendocument_texts_that_are_not_read(members: dict[str, bytes], error: type[RedactError]) -> None:
    with pytest.raises(error):
        read_as(Format.ODT, odt_of("<text:p>x</text:p>", **members), copy_of("x"))


def test_who_saved_an_old_word_file_last() -> None:
    names = ["Karen Okafor", "D:\\Files\\karen\\review.doc"]
    table = b"\xff\xff" + struct.pack("<2H", 2, 0)
    table += b"".join(struct.pack("<H", len(name)) + name.encode("utf-16-le") for name in names)
    main = bytearray(0x300)
    struct.pack_into("<2I", main, 0x2D2, 8, len(table))
    struct.pack_into("<H", main, 0x0A, 0x0200)
    assert list(doc._saved_by(bytes(main), {"1Table": b"\0" * 8 + table})) == names


@pytest.mark.parametrize("cut", [0, 3, 7, 40])
def test_a_broken_list_of_who_saved_it_is_no_harm(cut: int) -> None:
    table = (b"\xff\xff" + struct.pack("<2H", 9_999, 60_000) + struct.pack("<H", 9_999) + b"K\0")[:cut]
    main = bytearray(0x300)
    struct.pack_into("<2I", main, 0x2D2, 0, len(table))
    assert all("\0" not in name for name in doc._saved_by(bytes(main), {"0Table": table}))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Karen Okafor left", True),
        ("karen@example.org", True),
        ("bjbjq", False),  # what the format itself writes
        ("Times New Roman", False),
        ("x\u00d7\u00a5\u00b1qz", False),  # bytes that happen to be letters
        ("TSRKLM", False),
    ],
)
def test_words_are_told_from_bytes(text: str, said: bool) -> None:
    assert doc._is_said(text) is said


@pytest.mark.parametrize("suffix", [".doc", ".odt", ".rtf"])
def test_a_file_is_converted_and_searched(suffix: str, tmp_path: Path) -> None:
    need_office()
    source = tmp_path / "review.docx"
    made = docx.Document()
    made.add_paragraph("Kayleigh Ashdown lived with Karen Ashdown.")
    made.core_properties.author = "Olive Tutor"
    made.save(str(source))
    path = convert([source], suffix[1:], tmp_path, profile=tmp_path / "profile")[0]
    request = Request(path.name, SECRET, converted=convert_first(str(path)))
    document = read_file(str(path), request, no_progress)
    assert located(document, "Kayleigh Ashdown") == [(Part.BODY, "D1")]
    assert (Part.PROPERTY, "D57") in located(document, "Olive Tutor")
    assert document.format is Format(suffix[1:])


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.rtf", RTF, "LibreOffice, which is not on this machine"),
        ("a.odt", odt_of("<text:p>x</text:p>"), "LibreOffice, which is not on this machine"),
        ("a.rtf", b"plain words", "is not one, or is broken"),
        ("a.odt", RTF, "holds rich text|holds a rich text"),
        ("a.doc", RTF, "holds rich text|holds a rich text"),
        ("a.txt", RTF, "rich text"),
    ],
)
def test_without_libreoffice(
    name: str, content: bytes, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "available", lambda: False)
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises((WrongType, Damaged), match=words) as caught:
        read_file(str(path), Request(name, SECRET, converted=convert_first(str(path))), no_progress)
    assert caught.value.remedy


def test_macros_are_handed_to_no_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "available", lambda: True)
    monkeypatch.setattr(office, "convert", lambda *_: pytest.fail("it was converted"))
    path = tmp_path / "a.doc"
    marks = "WordDocument".encode("utf-16-le") + b"\0\0" + "_VBA_PROJECT".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + marks)
    assert first.recognised(path.read_bytes()) is Format.DOC
    with pytest.raises(WrongType, match="macros"):
        convert_first(str(path))


def test_an_ole_file_that_is_broken() -> None:
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + b"\0" * 600
    with pytest.raises(Damaged, match="its parts cannot be found"):
        read_as(Format.DOC, content, copy_of("x"))
