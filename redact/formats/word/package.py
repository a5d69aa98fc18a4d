"""Open the zip of a Word document in memory, member by member, counting while it inflates.

What a zip says about its own sizes is only a claim: every limit is held against bytes that were really
inflated. Whatever lies in the file and in no member (before, between, after, in comments and extra
fields) is kept as an `Oddity`, so that the caller can report it as not read.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from redact.errors import Damaged, Hostile, LimitReached, PasswordNeeded, RedactError
from redact.formats.word.markup import REMEDY

__all__ = ["Oddity", "Package", "looks_like_word", "unpack"]

MAX_MEMBERS = 2_000
MAX_PART_BYTES = 64 * 1024**2
MAX_SUM_BYTES = 256 * 1024**2
MAX_RATIO = 100  # inflated to packed bytes, of a part of 1 MB or more
MAX_RATIO_OF_SMALL = 1_000
SMALL_BYTES = 1_000_000

_LOCAL = struct.Struct("<4s5H3I2H")
_LOCAL_MAGIC = b"PK\x03\x04"
_END = struct.Struct("<4s4H2IH")
_END_MAGIC = b"PK\x05\x06"
_CHUNK_BYTES = 1024**2
_LARGEST_DESCRIPTOR = 24
# Times, Unix owners, zip64 sizes, NTFS times, Java's mark; Word's padding is looked at by itself.
_KNOWN_EXTRA = {0x0001, 0x000A, 0x5455, 0x5855, 0x7855, 0x7875, 0xCAFE}
_PADDING = 0xA220
_WORD_TYPES = (b"wordprocessingml", b"application/vnd.ms-word")
_MAX_TYPES_BYTES = 4 * 1024**2  # 2,000 members need some 400 KB


@dataclass(frozen=True, slots=True)
class Oddity:
    """Bytes of the file that are in no member; `what` is our own word for the place."""

    what: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Package:
    """All members of the zip by name, in their order, and the bytes that are in none."""

    members: dict[str, bytes] = field(repr=False)
    oddities: tuple[Oddity, ...]


def looks_like_word(data: bytes) -> bool:
    """Tell whether `data` is the zip of a Word document, whole or cut off, by the names of its members.

    Word, LibreOffice and every other program that we know put the text below `word/`; a package that
    says in its content types that it is a Word document, is one whatever its names are.
    """
    if data.startswith(b"%PDF"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entry = archive.getinfo("[Content_Types].xml")
            with archive.open(entry) as stream:
                types = stream.read(_MAX_TYPES_BYTES)
    except Exception:  # not a zip, or a broken one: zipfile raises what it likes
        return data.startswith(_LOCAL_MAGIC) and (b"word/document" in data or b"word/_rels" in data)
    return any(word in types or word.decode().encode("utf-16-le") in types for word in _WORD_TYPES)


def unpack(data: bytes) -> Package:
    """Inflate all members of the zip `data`.

    Raises:
        Damaged: it is no whole zip, or a checksum is wrong.
        Hostile: two members have one name, overlap, or a name leaves the package.
        LimitReached: too many members, or they inflate to too much.
        PasswordNeeded: a member is encrypted the zip way, for which there is no password prompt.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos, comment, directory_at = archive.infolist(), archive.comment, archive.start_dir
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        ValueError,
        struct.error,
        OSError,
        EOFError,
        NotImplementedError,
    ):
        raise _damaged() from None
    _check_names(infos)
    members: dict[str, bytes] = {}
    oddities: list[Oddity] = []
    end = total = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < end:
            raise Hostile("two members of the document's package lie over each other", REMEDY)
        _keep(
            oddities,
            "data between the parts of the package" if end else "data before the package",
            data[end : info.header_offset],
        )
        body, end, extras = _member(data, info)
        content = _inflate(body, info, MAX_SUM_BYTES - total)
        total += len(content)
        members[info.filename] = content
        end += _descriptor_length(data, end, info)
        _keep(oddities, "an unknown field of the package", extras + _unknown_extra(info.extra))
        _keep(oddities, "a comment in the package", info.comment)
    _keep(oddities, "data between the parts of the package", data[end:directory_at])
    _keep(oddities, "a comment in the package", comment)
    _keep(oddities, "data after the package", _after(data))
    ordered = {info.filename: members[info.filename] for info in infos if not info.is_dir()}
    for info in infos:
        if info.is_dir():
            _keep(oddities, "data in a folder of the package", members[info.filename])
    return Package(ordered, tuple(oddities))


def _keep(oddities: list[Oddity], what: str, content: bytes) -> None:
    if content:
        oddities.append(Oddity(what, content))


def _check_names(infos: Iterable[zipfile.ZipInfo]) -> None:
    seen: set[str] = set()
    for count, info in enumerate(infos, start=1):
        if count > MAX_MEMBERS:
            raise LimitReached(f"the document's package has more than {MAX_MEMBERS:,} parts", REMEDY)
        name = info.orig_filename
        if name.startswith("/") or "\\" in name or ":" in name or "\0" in name or ".." in name.split("/"):
            raise Hostile("a part of the document's package has a name that leaves the package", REMEDY)
        # The names of parts do not know case: Word would open one of the two, and we the other.
        if name.lower() in seen:
            raise Hostile("two parts of the document's package have the same name", REMEDY)
        seen.add(name.lower())


def _member(data: bytes, info: zipfile.ZipInfo) -> tuple[bytes, int, bytes]:
    """Give a member's packed bytes, the offset behind them, and unknown fields of its own header."""
    at = info.header_offset
    if at + _LOCAL.size > len(data):
        raise _damaged()
    magic, _, flags, _, _, _, _, _, _, name_length, extra_length = _LOCAL.unpack_from(data, at)
    start = at + _LOCAL.size + name_length + extra_length
    end = start + info.compress_size
    name = data[at + _LOCAL.size : at + _LOCAL.size + name_length]
    if magic != _LOCAL_MAGIC or end > len(data):
        raise _damaged()
    if (flags | info.flag_bits) & 0x1:
        raise PasswordNeeded(
            "the document's package is encrypted in a way that Word does not use",
            "Unpack it with the program that made it, save it as a new Word document, and check that.",
        )
    encoding = "utf-8" if info.flag_bits & 0x800 else "cp437"
    if name.decode(encoding, "replace") != info.orig_filename:
        raise Hostile("a part of the document's package has two names", REMEDY)
    extra = data[start - extra_length : start]
    return data[start:end], end, b"" if extra == info.extra else _unknown_extra(extra)


def _inflate(packed: bytes, info: zipfile.ZipInfo, room: int) -> bytes:
    content = packed if info.compress_type == zipfile.ZIP_STORED else _inflated(packed, info, room)
    if len(content) > min(MAX_PART_BYTES, room):
        raise _too_large()
    if len(content) != info.file_size or zlib.crc32(content) != info.CRC:
        raise _damaged()
    return content


def _inflated(packed: bytes, info: zipfile.ZipInfo, room: int) -> bytes:
    if info.compress_type != zipfile.ZIP_DEFLATED:
        raise Damaged("the document is packed in a way that Word does not use", REMEDY)
    limit = min(MAX_PART_BYTES, room, max(_ratio_room(len(packed)), 1))
    decompressor = zlib.decompressobj(-zlib.MAX_WBITS)
    pieces: list[bytes] = []
    length, rest = 0, packed
    try:
        while not decompressor.eof:
            piece = decompressor.decompress(rest, _CHUNK_BYTES)
            rest = decompressor.unconsumed_tail
            if not piece and not rest:
                break
            pieces.append(piece)
            length += len(piece)
            if length > limit:
                raise _too_large()
    except zlib.error:
        raise _damaged() from None
    if not decompressor.eof or decompressor.unused_data:
        raise _damaged()
    return b"".join(pieces)


def _ratio_room(packed: int) -> int:
    """Say to how many bytes a member of `packed` bytes may inflate."""
    small = min(packed * MAX_RATIO_OF_SMALL, SMALL_BYTES)
    return max(small, packed * MAX_RATIO)


def _descriptor_length(data: bytes, at: int, info: zipfile.ZipInfo) -> int:
    """Measure the data descriptor behind a member: checksum and sizes again, with or without its mark."""
    if not info.flag_bits & 0x8:
        return 0
    marked = data[at : at + 4] == b"PK\x07\x08"
    for size in ("<3I", "<I2Q"):
        start = at + (4 if marked else 0)
        length = struct.calcsize(size)
        if struct.pack(size, info.CRC, info.compress_size, info.file_size) == data[start : start + length]:
            return length + (4 if marked else 0)
    return 0


def _unknown_extra(extra: bytes) -> bytes:
    """Keep of an extra field what is not one of the records that packers write."""
    at, kept = 0, b""
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        record = extra[at : at + 4 + length]
        if kind == _PADDING:
            kept += record[8:].strip(b"\0")
        elif kind not in _KNOWN_EXTRA:
            kept += record
        at += 4 + length
    return kept + extra[at:].strip(b"\0")


def _after(data: bytes) -> bytes:
    """Give what follows the end of the package: behind the comment of the last end record."""
    at = data.rfind(_END_MAGIC)
    if at < 0 or at + _END.size > len(data):
        raise _damaged()
    comment_length = _END.unpack_from(data, at)[-1]
    return data[at + _END.size + comment_length :]


def _too_large() -> RedactError:
    return LimitReached(
        f"the document inflates to more than {MAX_PART_BYTES // 1024**2} MB a part,"
        f" {MAX_SUM_BYTES // 1024**2} MB in all, or {MAX_RATIO} times its packed size",
        "Open it in Word, compress or take out its pictures, save it as a new file, and check that.",
    )


def _damaged() -> RedactError:
    return Damaged("the document is damaged: its package is cut off or broken", REMEDY)
