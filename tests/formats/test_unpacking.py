"""Every decoding in which a word may lie in bytes, and what a word must not be taken for."""

from __future__ import annotations

import base64
import gzip
import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from redact.errors import LimitReached
from redact.formats import unpacking
from redact.formats.unpacking import texts_of
from redact.formats.words import words_of

NAME = "Kestrelia Wintergreen"


def holds(content: bytes, name: str = NAME) -> bool:
    wanted = words_of(name)
    return any(
        wanted == words[at : at + len(wanted)]
        for text in texts_of(content)
        for words in map(words_of, text.text.split("\n"))
        for at in range(len(words))
    )


def zipped(*members: tuple[str, bytes], comment: bytes = b"") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
        archive.comment = comment
    return buffer.getvalue()


def png_note(text: bytes) -> bytes:
    body = b"zTXt" + b"Author\0\0" + zlib.compress(text)
    return (
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    )


PLAIN = NAME.encode()
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

# How a name lies in bytes.
LYING: dict[str, bytes] = {
    "as it is": b"by " + PLAIN + b".",
    "in capitals": NAME.upper().encode(),
    "in UTF-8 with a mark": b"\xef\xbb\xbf" + PLAIN,
    "in UTF-16": NAME.encode("utf-16"),
    "in UTF-16 among other bytes": b"\x01\x00\xff\xfe\x00\x05" + NAME.encode("utf-16-le") + b"\x00\x07",
    "in UTF-16 the other way round": b"\x01\x02" + NAME.encode("utf-16-be") + b"\x00\xff",
    "in Latin-1 among other bytes": b"\xff\xd8\xff" + PLAIN + b"\x00\x9c",
    "in base64": base64.b64encode(PLAIN),
    "in base64, short and behind other letters": b"a" + base64.b64encode(b"by " + PLAIN),
    "in base64 for addresses": base64.urlsafe_b64encode(b"\xfb\xff" + PLAIN + b"\xfb\xff"),
    "in base64 over lines": base64.encodebytes((PLAIN + b" ") * 9),
    "in base64 of UTF-16": base64.b64encode(NAME.encode("utf-16-le")),
    "in hexadecimal digits": PLAIN.hex().encode(),
    "deflated": b"junk" + zlib.compress((PLAIN + b", ") * 3) + b"junk",
    "deflated, cut off": zlib.compress(PLAIN + bytes(range(256)) * 40, 0)[:-30],
    "gzipped": gzip.compress(PLAIN),
    "in a note of a picture": png_note(PLAIN),
    "in a zip": zipped(("a.txt", PLAIN)),
    "in the name of a member": zipped((f"{NAME}.txt", b"x")),
    "in the comment of a zip": zipped(("a", b"x"), comment=PLAIN),
    "before a zip": PLAIN + zipped(("a", b"x")),
    "in a zip in a zip": zipped(("b.docx", zipped(("a.xml", PLAIN)))),
    "in a zip in base64 in XML": b"<a b='" + base64.b64encode(zipped(("a", PLAIN))) + b"'/>",
    "in XML": f"<a>{NAME}</a>".encode(),
    "in XML of UTF-16": f"<a>{NAME}</a>".encode("utf-16"),
    "in XML of UTF-16 without a mark": f"<a>{NAME}</a>".encode("utf-16-le"),
    "in XML, a letter written as a number": b"<a>&#75;estrelia &#x57;intergreen</a>",
    "in a comment of XML": f"<a><!-- {NAME} --></a>".encode(),
    "in an instruction of XML": f"<?note {NAME}?><a/>".encode(),
    "in XML as it stands": f"<a><![CDATA[{NAME}]]></a>".encode(),
    "in an attribute": f"<a b='{NAME}'/>".encode(),
    "split over runs": f"<w:p {W}><w:r><w:t>Kestr</w:t></w:r><w:r><w:t>elia Winter</w:t></w:r><w:r>"
    f"<w:t>green</w:t></w:r></w:p>".encode(),
    "in two elements": b"<x><first>Kestrelia</first><last>Wintergreen</last></x>",
    "with characters that print nothing": "Kestre\u00adlia Winter\u200bgreen".encode(),
    "in wide letters": "\uff2bestrelia Wintergreen".encode(),
}


@pytest.mark.parametrize("content", LYING.values(), ids=LYING.keys())
def test_a_name_is_found_however_it_lies(content: bytes) -> None:
    assert holds(content)


def test_the_end_of_a_paragraph_parts_two_words() -> None:
    two = (
        f"<w:b {W}><w:p><w:r><w:t>Kestrelia</w:t></w:r></w:p><w:p><w:r><w:t>Wintergreen</w:t>"
        f"</w:r></w:p></w:b>"
    )
    assert not holds(two.encode())


def test_names_of_vocabularies_are_no_text() -> None:
    values = [text.text for text in texts_of(f'<w:p {W} w:val="left"/>'.encode()) if text.value]
    assert values == ["left"]


def test_what_is_text_is_told_from_what_looks_like_it() -> None:
    (written,) = {text.least for text in texts_of(b"just a text") if "just" in text.text}
    assert written == 1
    assert all(text.least > written for text in texts_of(b"\xff\x00\x9d just a text"))


def test_too_much_is_an_error_and_no_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MAX_BYTES", 10_000)
    with pytest.raises(LimitReached):
        list(texts_of(zipped(("a", b"x" * 20_000))))


@example(b"\0<", b"", ["zip"])  # begins like XML of two bytes a letter
@given(
    st.binary(max_size=40),
    st.binary(max_size=40),
    st.lists(st.sampled_from(["zip", "deflate", "gzip", "base64", "xml"]), min_size=1, max_size=3),
)
def test_a_name_is_found_in_any_packing_of_packings(before: bytes, after: bytes, packings: list[str]) -> None:
    content = before + b"\n" + PLAIN + b"\n" + after
    for packing in packings:
        content = {
            "zip": lambda data: zipped(("a.bin", data)),
            "deflate": lambda data: b"\0\1" + zlib.compress(data),
            "gzip": gzip.compress,
            "base64": base64.b64encode,
            "xml": lambda data: b"<a>" + base64.b64encode(data) + b"</a>",
        }[packing](content)
    assert holds(content)


@given(st.binary(max_size=400))
def test_no_bytes_stop_it(content: bytes) -> None:
    assert all(isinstance(text.text, str) for text in texts_of(content))
