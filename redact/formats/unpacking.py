"""Every text that may lie in some bytes: in any encoding, deflated, in base64, in a zip in a zip.

It is made to find, not to read: what it gives is full of noise, and no order of reading is kept. What it
unpacks is counted, and too much of it is an error, never a silent end.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from redact.errors import LimitReached

__all__ = ["Text", "texts_of"]

MAX_BYTES = 512 * 1024**2  # inflated in all
MAX_DEPTH = 6  # a zip in base64 in a deflated stream of a zip is four
_CHUNK_BYTES = 64 * 1024

_ZIP = b"PK\x03\x04"
_DEFLATED = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")
_GZIP_BITS = 31
_GZIP_START = 0x1F
# Over lines; it begins where its letters begin, lest each of a million letters be tried as its beginning.
_BASE64 = re.compile(rb"(?<![A-Za-z0-9+/])(?:[A-Za-z0-9+/]{40,}+\s{1,4})+[A-Za-z0-9+/]++={0,2}")
_BASE64_WORD = re.compile(rb"[A-Za-z0-9+/_-]{8,}={0,2}")
_HEX = re.compile(rb"(?:[0-9A-Fa-f]{2}\s?){5,}")
_WIDE = (
    (re.compile(rb"(?:[^\0]\0){4,}"), "utf-16-le"),
    (re.compile(rb"(?:\0[^\0]){4,}"), "utf-16-be"),
)
_LEAST_BYTES = 5  # what is shorter holds no name that chance would not find as well

_DECLARATION = re.compile(
    r"""^\ufeff?\s*<\?xml version=["']1\.[01]["'](?: encoding=["'][\w-]{1,12}["'])?[^<>]{0,20}\?>"""
)
_ASIDE = re.compile(r"<!--(.*?)-->|<\?(.*?)\?>|<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_END_OF_PARAGRAPH = re.compile(r"</(?:[\w.-]+:)?(?:p|tc|tr|si|h[1-6]|li|div)\s*>|<(?:[\w.-]+:)?br\b[^>]*>")
_TAG = re.compile(r"<[^<>]*>")
# Names of vocabularies, which every part of a document declares.
_SCHEMA = re.compile(
    r"(?:https?://(?:schemas\.(?:openxmlformats|microsoft)|www\.w3|purl)\.(?:org|com)|urn:schemas-microsoft)[\w./:-]*"
)
_VALUE = re.compile(r"""=\s*(?:"([^"]*)"|'([^']*)')""")


@dataclass(frozen=True, slots=True)
class Text:
    """One text; `least` is the number of letters from which words in it are more than chance.

    `value` says that it is the value of one XML attribute.
    """

    text: str = field(repr=False)
    least: int
    value: bool = False


_OFTEN_BYTES = 256  # what is longer is hardly there twice
# Written as text; decoded from what may be no code at all; bytes that are no text.
_WRITTEN, _DECODED, _BYTES = 1, 5, 6


def texts_of(content: bytes) -> Iterator[Text]:
    """Give every text in `content`, one paragraph of XML a line.

    Raises:
        LimitReached: it unpacks to more than 512 MB.
    """
    yield from _Unpacking().texts(content, 0, _WRITTEN)


class _Unpacking:
    def __init__(self) -> None:
        self._left = MAX_BYTES
        self._read: dict[bytes, int] = {}  # what was decoded from letters, and how deep it lay

    def texts(self, content: bytes, depth: int, least: int) -> Iterator[Text]:
        self._left -= len(content)
        if self._left < 0:
            raise LimitReached(
                f"the copy unpacks to more than {MAX_BYTES // 1024**2} MB",
                "Compress or take out pictures, and clean it again.",
            )
        xml = _as_xml(content)
        if xml is not None:
            yield from _of_xml(xml)
        # What begins like XML of two bytes a letter may be anything.
        plainly_xml = xml is not None and b"\0" not in content[:4]
        if not plainly_xml:
            yield from _of_bytes(content, least)
        if depth < MAX_DEPTH:
            for inner, from_letters in self._inner(content, is_xml=plainly_xml):
                if from_letters and self._was_read(inner, depth):
                    continue
                yield from self.texts(inner, depth + 1, _DECODED if from_letters else least)

    def _was_read(self, decoded: bytes, depth: int) -> bool:
        """Tell whether these bytes, decoded from letters, were read before, and as deep as would be now.

        The words of XML are the same thousands of times, and what may be decoded from each of them is too.
        """
        if len(decoded) > _OFTEN_BYTES:
            return False
        known = self._read.get(decoded)
        if known is not None and known <= depth:
            return True
        self._read[decoded] = depth
        return False

    def _inner(self, content: bytes, *, is_xml: bool) -> Iterator[tuple[bytes, bool]]:
        """Give what is packed in some bytes, and whether it was decoded from letters."""
        members = _members(content)
        for member in members:
            yield member, False
        for decoded in _decoded(content):
            yield decoded, True
        if is_xml:
            return
        # The members of a whole zip were given; only what lies between them is left to look at.
        for match in _DEFLATED.finditer(content) if not members else ():
            inflated = _inflated(content, match.start(), self._left)
            if len(inflated) >= _LEAST_BYTES:
                yield inflated, False


def _members(content: bytes) -> list[bytes]:
    """Inflate the members of a zip, which may have other bytes before it; of anything else, none."""
    if _ZIP not in content:
        return []
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = "\n".join(info.filename for info in archive.infolist()).encode()
            rest = [info.comment + info.extra for info in archive.infolist()]
            return [names, archive.comment, *rest, *(archive.read(info) for info in archive.infolist())]
    except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, EOFError, zlib.error, NotImplementedError):
        return []


def _decoded(content: bytes) -> Iterator[bytes]:
    """Decode every stretch that may be base64 (also broken over lines, also short) or hexadecimal digits."""
    for pattern in (_BASE64, _BASE64_WORD):
        for found in dict.fromkeys(match.group() for match in pattern.finditer(content)):
            packed = b"".join(found.split()).rstrip(b"=").translate(_URL_SAFE)
            # A letter before the first one that belongs to it would shift all of it.
            for start in range(4):
                decoded = _from_base64(packed[start:])
                if _tells(decoded):
                    yield decoded
    for match in _HEX.finditer(content):
        digits = b"".join(match.group().split())
        decoded = bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))
        if _tells(decoded):
            yield decoded


_URL_SAFE = bytes.maketrans(b"-_", b"+/")


def _from_base64(packed: bytes) -> bytes:
    usable = packed[: len(packed) - (len(packed) % 4 == 1)]
    try:
        return base64.b64decode(usable + b"=" * (-len(usable) % 4), validate=True)
    except binascii.Error:
        return b""


def _tells(decoded: bytes) -> bool:
    """Tell whether decoded bytes may hold text or something packed: most letters in a row give noise."""
    return len(decoded) >= _LEAST_BYTES and _LETTERS.search(decoded) is not None


_LETTERS = re.compile(
    rb"[A-Za-z\x80-\xff]{3}|(?:[^\0]\0){3}|PK\x03\x04|\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08", re.DOTALL
)


def _inflated(content: bytes, start: int, room: int) -> bytes:
    """Inflate the stream that may begin at `start`; what comes out before a fault is looked at too."""
    bits = _GZIP_BITS if content[start] == _GZIP_START else zlib.MAX_WBITS
    decompressor = zlib.decompressobj(bits)
    pieces: list[bytes] = []
    length = 0
    with contextlib.suppress(zlib.error):
        for at in range(start, len(content), _CHUNK_BYTES):
            rest = content[at : at + _CHUNK_BYTES]
            while rest and length <= room and not decompressor.eof:
                pieces.append(decompressor.decompress(rest, _CHUNK_BYTES * 16))
                length += len(pieces[-1])
                rest = decompressor.unconsumed_tail
            if decompressor.eof or length > room:
                break
    return b"".join(pieces)


def _as_xml(content: bytes) -> str | None:
    """Decode what begins like XML, by its byte order mark; None where it does not."""
    head = content[:4]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content.decode("utf-16", "replace")
    elif head.startswith(b"<\0"):
        text = content.decode("utf-16-le", "replace")
    elif head.startswith(b"\0<"):
        text = content.decode("utf-16-be", "replace")
    else:
        text = content.decode("utf-8-sig", "replace")
    return text if text.lstrip().startswith("<") else None


def _of_xml(text: str) -> Iterator[Text]:
    text = _DECLARATION.sub("", text)
    for match in _ASIDE.finditer(text):
        yield Text(unescape(next(filter(None, match.groups()), "")), _WRITTEN)
    text = _ASIDE.sub(lambda match: match.group(3) or "", text)
    for tag in _TAG.finditer(text):
        for match in _VALUE.finditer(tag.group()):
            value = unescape(match.group(1) or match.group(2) or "")
            if value and not _SCHEMA.fullmatch(value):
                yield Text(value, _WRITTEN, value=True)
    by_paragraph = _END_OF_PARAGRAPH.sub("\n", text.replace("\n", " ").replace("\r", " "))
    # A word may be split over runs, and two words may stand in two elements: both readings are looked at.
    yield Text(unescape(_TAG.sub("", by_paragraph)), _WRITTEN)
    yield Text(unescape(_TAG.sub(" ", by_paragraph)), _WRITTEN)


def _of_bytes(content: bytes, least: int) -> Iterator[Text]:
    content = content.replace(_ZIP, b"\n")  # else it would be letters of the word before it
    try:
        yield Text(content.decode("utf-8-sig"), _BYTES if b"\0" in content else least)
    except UnicodeDecodeError:
        yield Text(content.decode("utf-8", "replace"), _BYTES)
        yield Text(content.decode("latin-1"), _BYTES)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield Text(content.decode("utf-16", "replace"), least)
    for pattern, encoding in _WIDE:
        for match in pattern.finditer(content):
            yield Text(match.group().decode(encoding, "replace"), _BYTES)
