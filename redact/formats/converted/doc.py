"""Search an old Word file itself: its properties, who saved it where, and words that nobody sees any more.

Word used to save by adding to the end, and left what was deleted where it stood. So every stream, and the
whole file with what belongs to no stream, is searched for runs of letters in either of the two encodings.
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator
from typing import Any

from redact.errors import Damaged, WrongType
from redact.formats.building import DocumentBuilder
from redact.formats.converted.copies import read_copy
from redact.formats.converted.first import recognised
from redact.formats.converted.leftovers import Leftovers
from redact.values.text import Document, Format, Part

__all__ = ["read", "recognises", "search"]

_PROPERTIES = (("\x05SummaryInformation", "D57"), ("\x05DocumentSummaryInformation", "D58"))
_THUMBNAIL = 17
_LARGEST_STREAM = 64 * 1024**2
_MOST_STREAMS = 2_000
_FLAGS_AT, _SAVED_BY_AT = 0x0A, 0x2D2  # of the file's own header: which table stream; who saved it
_TABLE_FLAG = 0x0200
_ENCRYPTED_FLAG = 0x0100
_NARROW = re.compile(rb"[\x20-\x7e\x91-\x94\x96\x97\xa0-\xff\t]{4,}")
_WIDE = re.compile(rb"(?:[\x20-\x7e\xa0-\xff\t]\x00|[\x18-\x1d\x13\x14]\x20){4,}")
_WORDS = re.compile(r"[^\W\d_]{3}")
_VOWEL = re.compile(r"[aeiouyàáâäæçèéêëìíîïñòóôöøùúûüý]", re.IGNORECASE)
# Names of streams, styles, fonts and programs that every such file holds.
_OF_THE_FORMAT = re.compile(
    r"^(?:Root Entry|WordDocument|[01]Table|Data|CompObj|ObjectPool|(?:Document)?SummaryInformation|bjbj.*|"
    r"Word\.Document.*|"
    r"Microsoft (?:Office )?Word.*|MSWordDoc|Normal(?:\.dotm?)?|Default Paragraph Font|Table Normal|No List|"
    r"(?:Heading|heading|toc|TOC) [1-9]|Times New Roman|Arial|Calibri|Cambria|Symbol|Courier New|Wingdings|"
    r"Title|"
    r"LibreOffice.*|OpenSymbol|Liberation (?:Sans|Serif|Mono)|Tahoma|Verdana|Mangal|Noto.*|Lohit.*|SimSun|"
    r"Text Body|List|Caption|Index|DejaVu.*|HTML.*|Header|Footer|Hyperlink|Unicode|PerformanceCache)$"
)


def recognises(data: bytes) -> bool:
    """Tell whether the bytes are those of an old Word document."""
    return recognised(data) is Format.DOC


def read(data: bytes, builder: DocumentBuilder) -> Document:
    """Read an old Word document through its copy; see `copies.read_copy`."""
    return read_copy(data, builder, search)


def search(data: bytes, leftovers: Leftovers) -> None:
    """Add everything that `data` says and the copy does not.

    Raises Damaged for a file whose streams cannot be found, WrongType for one that is encrypted.
    """
    streams, properties = _streams(data)
    main = streams.get("WordDocument", b"")
    if len(main) >= _SAVED_BY_AT + 8 and _flags(main) & _ENCRYPTED_FLAG:
        raise WrongType(
            "the document is protected by a password, in the old way",
            "Open it in Word, save it without one as a Word document (.docx), and check that.",
        )
    for place, value in properties:
        if isinstance(value, str):
            leftovers.text(value, Part.PROPERTY, place)
        else:
            leftovers.bytes(value, Part.IMAGE, "D61", "a small picture of the first page")
    for text in _saved_by(main, streams):
        leftovers.text(text, Part.PROPERTY, "X23")
    for name, content in streams.items():
        if "ObjectPool" in name:
            leftovers.bytes(content, Part.EMBEDDED_FILE, "D34", "an embedded file in the old Word document")
    for content in (*streams.values(), data):
        for text in _strings(content):
            if _is_said(text):
                leftovers.text(text, Part.HIDDEN_TEXT, "X22")


def _streams(data: bytes) -> tuple[dict[str, bytes], list[tuple[str, str | bytes]]]:
    """Read every stream by its path, and the properties of the file, each with its place."""
    import olefile

    found: dict[str, bytes] = {}
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as holder:
            names = holder.listdir(streams=True, storages=False)
            for path in names[:_MOST_STREAMS]:
                if holder.get_size(path) <= _LARGEST_STREAM:
                    with holder.openstream(path) as stream:
                        found["/".join(path)] = stream.read(_LARGEST_STREAM)
            properties = [pair for name, place in _PROPERTIES for pair in _values(holder, name, place)]
    except (MemoryError, RecursionError):
        raise
    except Exception:  # olefile lets struct, index and its own errors through
        raise Damaged(
            "the file is damaged: its parts cannot be found", "Save it anew in Word, and check that file."
        ) from None
    return found, properties


def _values(holder: Any, name: str, place: str) -> Iterator[tuple[str, str | bytes]]:
    """Give the values of one set of properties: texts, and the bytes of what is a picture."""
    if not holder.exists(name):
        return
    for number, value in holder.getproperties(name, convert_time=True).items():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, bytes) and number == _THUMBNAIL:
                yield place, each
            elif isinstance(each, bytes):
                yield place, each.decode("cp1252", "replace").strip("\0 ")
            elif isinstance(each, str):
                yield place, each.strip("\0 ")


def _flags(main: bytes) -> int:
    return int(struct.unpack_from("<H", main, _FLAGS_AT)[0])


def _saved_by(main: bytes, streams: dict[str, bytes]) -> Iterator[str]:
    """Give the last ten who saved the file, each with the path under which they did."""
    if len(main) < _SAVED_BY_AT + 8:
        return
    start, length = struct.unpack_from("<2I", main, _SAVED_BY_AT)
    table = streams.get("1Table" if _flags(main) & _TABLE_FLAG else "0Table", b"")
    held = table[start : start + min(length, 65_536)]
    if len(held) < 6 or held[:2] != b"\xff\xff":
        return
    count, extra = struct.unpack_from("<2H", held, 2)
    at = 6
    for _ in range(min(count, 200)):
        if at + 2 > len(held):
            return
        size = struct.unpack_from("<H", held, at)[0] * 2
        yield held[at + 2 : at + 2 + size].decode("utf-16-le", "replace")
        at += 2 + size + extra


def _strings(content: bytes) -> Iterator[str]:
    for match in _WIDE.finditer(content):
        yield match[0].decode("utf-16-le", "replace").strip()
    for match in _NARROW.finditer(content):
        yield match[0].decode("cp1252", "replace").strip()


def _is_said(text: str) -> bool:
    """Tell words from bytes that happen to be letters: mostly letters and spaces, with a vowel in them."""
    if not _WORDS.search(text) or not _VOWEL.search(text) or _OF_THE_FORMAT.match(text):
        return False
    plain = sum(letter.isalnum() or letter in " .,;:'\"()-/@&\t" for letter in text)
    letters = sum(letter.isalpha() and letter.isascii() for letter in text)
    return plain / len(text) > 0.85 and (letters / len(text) > 0.6 or "@" in text) and len(text) > 4
