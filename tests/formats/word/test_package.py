"""Packages that are broken or built to hurt end in their own error, which says nothing of the document."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable
from functools import cache

import pytest

from redact.errors import Damaged, FileFault, Hostile, LimitReached, PasswordNeeded, WrongType
from redact.formats.word import recognises
from redact.formats.word.package import MAX_MEMBERS, unpack
from tests.formats.word.package_factory import WORD_TYPE, PartSpec, make_docx, p, package, story, xml, zipped
from tests.formats.word.word_reading import places_of_gaps, read_docx

SECRET = "Zebedee Quillfeather"
MEMBERS = package(p(SECRET), {})
GOOD = zipped(MEMBERS)


def _with(**changed: bytes) -> bytes:
    """Give the good document with other bytes in `document` (its body) or in `types`."""
    names = {"document": "word/document.xml", "types": "[Content_Types].xml", "rels": "_rels/.rels"}
    return zipped(MEMBERS | {names[name]: content for name, content in changed.items()})


def _named(name: str) -> bytes:
    return zipped(MEMBERS | {name: b"x"})


def _twice(second: str) -> bytes:
    buffer = io.BytesIO(GOOD)
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "a") as archive:
        warnings.simplefilter("ignore")  # zipfile warns of the second member of one name
        archive.writestr(second, "<x/>")
    return buffer.getvalue()


def _deflated_zeros(length: int) -> tuple[bytes, int]:
    """Deflate `length` zeros without ever holding them; gives the packed bytes and their checksum."""
    compressor = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    block, packed, crc = bytes(1024**2), [], 0
    for _ in range(length // len(block)):
        packed.append(compressor.compress(block))
        crc = zlib.crc32(block, crc)
    packed.append(compressor.flush())
    return b"".join(packed), crc


GIGABYTE = 1024**3


@cache
def _bomb() -> bytes:
    """A document whose body inflates to a gigabyte; to make it takes seconds."""
    packed, crc = _deflated_zeros(GIGABYTE)
    name = b"word/document.xml"
    sizes = (crc, len(packed), GIGABYTE)
    local = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 33, *sizes, len(name), 0) + name + packed
    rest = io.BytesIO()
    with zipfile.ZipFile(rest, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", MEMBERS["[Content_Types].xml"])
        archive.writestr("_rels/.rels", MEMBERS["_rels/.rels"])
    body, start = rest.getvalue(), struct.unpack("<I", rest.getvalue()[-6:-2])[0]
    central = struct.pack(
        "<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 8, 0, 33, *sizes, len(name), 0, 0, 0, 0, 0, start
    )
    directory = body[start:-22] + central + name
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 3, 3, len(directory), start + len(local), 0)
    return body[:start] + local + directory + end


def _cut(length: int) -> bytes:
    return GOOD[:length]


def _flipped() -> bytes:
    """The good document with one stored byte changed: the checksum of that member is wrong now."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in MEMBERS.items():
            archive.writestr(name, content)
    return buffer.getvalue().replace(SECRET.encode(), SECRET.upper().encode())


def _utf16(text: str) -> bytes:
    return text.encode("utf-16")


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    f"<w:t>{SECRET}&b;</w:t></w:r></w:p></w:body></w:document>"
)
DEEP = xml(
    "w:document",
    "<w:body>" + "<w:sdt><w:sdtContent>" * 150 + p(SECRET) + "</w:sdtContent></w:sdt>" * 150 + "</w:body>",
)
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"

REFUSED: list[tuple[str, Callable[[], bytes], type[FileFault]]] = [
    ("a gigabyte of zeros in a megabyte", _bomb, LimitReached),
    (
        "the same, said to be small",
        lambda: _bomb().replace(struct.pack("<I", GIGABYTE), struct.pack("<I", 1000)),
        LimitReached,
    ),
    (
        "2 MB that were packed to a thousandth",
        lambda: _with(document=xml("w:document", " " * 2_000_000).encode()),
        LimitReached,
    ),
    (
        "too many members",
        lambda: zipped(MEMBERS | {f"x/{n}.xml": b"" for n in range(MAX_MEMBERS)}),
        LimitReached,
    ),
    ("deeper than any report", lambda: _with(document=DEEP.encode()), LimitReached),
    ("billion laughs", lambda: _with(document=LAUGHS.encode()), Hostile),
    (
        "the same in UTF-16",
        lambda: _with(document=_utf16(LAUGHS.replace('"1.0"', '"1.0" encoding="UTF-16"'))),
        Hostile,
    ),
    (
        "a document type in the content types",
        lambda: _with(types=b"<!DOCTYPE x>" + MEMBERS["[Content_Types].xml"]),
        Hostile,
    ),
    ("a body in two versions", lambda: _twice("word/document.xml"), Hostile),
    ("two names that differ by case", lambda: _twice("word/Document.XML"), Hostile),
    ("a name that leaves the package", lambda: _named("../evil.xml"), Hostile),
    ("an absolute name", lambda: _named("/etc/evil.xml"), Hostile),
    ("a name with a drive", lambda: _named("C:/evil.xml"), Hostile),
    ("a name for Windows", lambda: _named("word\\evil.xml"), Hostile),
    (
        "another name in the member than in the directory",
        lambda: GOOD.replace(b"word/document.xml", b"word/documenz.xml", 1),
        Hostile,
    ),
    ("cut in the middle", lambda: _cut(len(GOOD) // 2), Damaged),
    ("cut before the last byte", lambda: _cut(len(GOOD) - 1), Damaged),
    ("a wrong checksum", _flipped, Damaged),
    ("XML that does not close", lambda: _with(document=b"<w:document>" + SECRET.encode()), Damaged),
    ("an empty body", lambda: _with(document=b""), Damaged),
    (
        "an encoding that hides text from us",
        lambda: _with(document=b'<?xml version="1.0" encoding="UTF-7"?><a/>'),
        Damaged,
    ),
    (
        "no content types",
        lambda: zipped({name: data for name, data in MEMBERS.items() if "Types" not in name}),
        Damaged,
    ),
    (
        "no main part",
        lambda: zipped({name: data for name, data in MEMBERS.items() if "document" not in name}),
        Damaged,
    ),
    ("a header that is not there", lambda: _with(rels=b"<Relationships/>"), Damaged),
    ("macros by type", lambda: make_docx(None, p(SECRET), main_type=MACROS), WrongType),
    (
        "macros in a part",
        lambda: make_docx(
            None, p(SECRET), {"word/vbaProject.bin": PartSpec(b"x", "application/vnd.ms-office.vbaProject")}
        ),
        WrongType,
    ),
    ("a template", lambda: make_docx(None, p(SECRET), main_type=WORD_TYPE + "template.main+xml"), WrongType),
    (
        "a spreadsheet with a Word part",
        lambda: make_docx(
            None,
            p(SECRET),
            main_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        ),
        WrongType,
    ),
]


@pytest.mark.parametrize(("make", "error"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_it_is_refused_without_a_word_of_it(make: Callable[[], bytes], error: type[FileFault]) -> None:
    with pytest.raises(FileFault) as raised:
        read_docx(make(), name=f"{SECRET}.docx")
    assert type(raised.value) is error
    assert raised.value.remedy
    said = f"{raised.value!r} {raised.value.what} {raised.value.remedy}".lower()
    assert not any(word in said for word in [*SECRET.lower().split(), "lol", "document.xml", "evil"])
    assert raised.value.__cause__ is None
    assert raised.value.__suppress_context__ or raised.value.__context__ is None


def test_the_bomb_is_small() -> None:
    assert len(_bomb()) < 1_100_000


def test_a_member_encrypted_as_zips_are_is_refused() -> None:
    # The flag stands at offset 6 of a member's own header and at offset 8 of the directory's entry.
    data = bytearray(GOOD)
    data[GOOD.index(b"PK\x03\x04") + 6] |= 1
    data[GOOD.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(PasswordNeeded):
        read_docx(bytes(data))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (GOOD, True),
        (GOOD[: len(GOOD) // 2], True),  # cut off: it gets an error that says so
        (make_docx(None, "", main_type=MACROS), True),
        (zipped({"xl/workbook.xml": b"<x/>"}), False),
        (zipped({"[Content_Types].xml": b"<Types/>"}), False),
        (b"PK\x03\x04 and then nothing", False),
        (b"%PDF-1.7\n" + GOOD, False),  # a PDF with a Word document behind it is a PDF
        (b"", False),
        (b"The word/document is plain text.", False),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), False),  # some OLE file: .doc, .xls, .msg
    ],
)
def test_a_word_document_is_recognised(data: bytes, expected: bool) -> None:
    assert recognises(data) is expected


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"MZ" + GOOD, id="before the package"),
        pytest.param(GOOD + b"after", id="after the package"),
        pytest.param(GOOD[:-2] + b"\x05\0about", id="a comment of the package"),
    ],
)
def test_bytes_outside_of_the_members_are_gaps(data: bytes) -> None:
    assert places_of_gaps(read_docx(data)) == ["D38"]


def test_bytes_between_members_and_unknown_fields_are_gaps() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in MEMBERS.items():
            info = zipfile.ZipInfo(name)
            info.extra = struct.pack("<2H4s", 0x6666, 4, b"Quil") if "document" in name else b""
            info.comment = b"a note" if "rels" in name else b""
            archive.writestr(info, content)
            buffer.write(b"between" if "Types" in name else b"")
            archive.start_dir = buffer.tell()
    whats = [gap.what for gap in read_docx(buffer.getvalue()).gaps]
    assert sorted(whats) == sorted(
        [
            "data between the parts of the package",
            "an unknown field of the package",
            "a comment in the package",
        ]
    )


def test_words_padding_and_times_are_no_gaps() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in MEMBERS.items():
            info = zipfile.ZipInfo(name)
            # Word reserves room for the next save: mark, size, and nothing but zeros.
            info.extra = (
                struct.pack("<4H", 0xA220, 20, 0xA028, 16) + bytes(16) + struct.pack("<2HBI", 0x5455, 5, 1, 0)
            )
            archive.writestr(info, content)
    assert read_docx(buffer.getvalue()).gaps == ()


def test_a_package_that_was_written_as_a_stream_is_whole() -> None:
    class Stream(io.RawIOBase):
        def __init__(self) -> None:
            self.data = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, piece: bytes) -> int:  # type: ignore[override]
            self.data += piece
            return len(piece)

    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in MEMBERS.items():
            archive.writestr(name, content)
    found = unpack(bytes(stream.data))
    assert (found.members, found.oddities) == (MEMBERS, ())


def test_a_huge_span_of_columns_costs_nothing() -> None:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{{}}"/></w:tcPr>{p("wide")}</w:tc>'
    rows = "".join(
        f"<w:tr>{cell.format(span)}{cell.format(1)}</w:tr>" for span in ("100000000", "9" * 5000, "-1", "x")
    )
    document = read_docx(make_docx(None, f"<w:tbl>{rows}</w:tbl>"))
    cells = [passage.location.cell for passage in document.passages[1:]]
    assert cells == [(1, 1), (1, 64), (2, 1), (2, 64), (3, 1), (3, 2), (4, 1), (4, 2)]


def test_relationships_that_lead_nowhere_hurt_nothing() -> None:
    body = (
        p("One")
        + '<w:p><w:r><w:drawing><c:chart r:id="rIdGone"/></w:drawing></w:r></w:p><w:altChunk r:id="rIdGone"/>'
    )
    document = read_docx(make_docx(None, body, {"word/footer1.xml": story("footer", p("Two"))}))
    assert places_of_gaps(document) == ["D22"]
