"""Words in drawings that are kept as records: enhanced metafiles (EMF) and metafiles (WMF) of Windows."""

from __future__ import annotations

import gzip
import io
import struct
import zlib

__all__ = ["metafile_words"]

MAX_RECORDS = 500_000
MAX_BYTES = 64 * 1024**2

_EMF_MARK = b" EMF"
_PLACEABLE = b"\xd7\xcd\xc6\x9a"
_EXT_TEXT_A, _EXT_TEXT_W, _POLY_TEXT_A, _POLY_TEXT_W, _SMALL_TEXT = 83, 84, 96, 97, 108
_COMMENT, _PLUS, _PLUS_STRING = 70, b"EMF+", 0x401C
_TEXT_OUT, _EXT_TEXT_OUT = 0x0521, 0x0A32
_NO_RECT, _SMALL_CHARACTERS = 0x100, 0x200
_OPAQUE_OR_CLIPPED = 0x6


def metafile_words(data: bytes) -> list[str]:
    """List the texts that a drawing's records draw, in their order; of what is no metafile, none.

    A word may be drawn letter by letter: all texts together, without anything between, are the last one.
    """
    data = _unpacked(data)
    if data[40:44] == _EMF_MARK:
        found = _enhanced(data)
    elif data.startswith(_PLACEABLE):
        found = _plain(data, 22)
    elif data[:4] in (b"\1\0\t\0", b"\2\0\t\0"):
        found = _plain(data, 0)
    else:
        return []
    found = [text.strip("\0") for text in found]
    found = [text for text in found if text.strip()]
    return [*found, "".join(found)] if len(found) > 1 else found


def _unpacked(data: bytes) -> bytes:
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            return stream.read(MAX_BYTES)
    except (OSError, EOFError, zlib.error):
        return data


def _enhanced(data: bytes) -> list[str]:
    found: list[str] = []
    at = 0
    for _ in range(MAX_RECORDS):
        if at + 8 > len(data):
            break
        kind, size = struct.unpack_from("<2I", data, at)
        if size < 8:
            break
        record = data[at : at + size]
        if kind in (_EXT_TEXT_A, _EXT_TEXT_W):
            found.append(_text_at(record, 36, wide=kind == _EXT_TEXT_W))
        elif kind in (_POLY_TEXT_A, _POLY_TEXT_W) and len(record) >= 36:
            (count,) = struct.unpack_from("<I", record, 32)
            found += [
                _text_at(record, 40 + 40 * number - 4, wide=kind == _POLY_TEXT_W)
                for number in range(min(count, size // 40))
            ]
        elif kind == _SMALL_TEXT:
            found.append(_small(record))
        elif kind == _COMMENT and record[12:16] == _PLUS:
            found += _plus(record[16:])
        at += size
    return found


def _text_at(record: bytes, at: int, *, wide: bool) -> str:
    """Read the text of an EmrText: its point, its number of letters, and where in the record they stand."""
    if at + 16 > len(record):
        return ""
    letters, offset = struct.unpack_from("<2I", record, at + 8)
    letters = min(letters, len(record))
    stretch = record[offset : offset + letters * (2 if wide else 1)]
    return stretch.decode("utf-16-le" if wide else "cp1252", "ignore")


def _small(record: bytes) -> str:
    if len(record) < 36:
        return ""
    letters, flags = struct.unpack_from("<2I", record, 16)
    start = 36 if flags & _NO_RECT else 52
    narrow = bool(flags & _SMALL_CHARACTERS)
    stretch = record[start : start + min(letters, len(record)) * (1 if narrow else 2)]
    return stretch.decode("cp1252" if narrow else "utf-16-le", "ignore")


def _plus(records: bytes) -> list[str]:
    found = []
    at = 0
    while at + 12 <= len(records):
        kind, _, size, _ = struct.unpack_from("<2H2I", records, at)
        if size < 12:
            break
        if kind == _PLUS_STRING and at + 40 <= len(records):
            (letters,) = struct.unpack_from("<I", records, at + 20)
            stretch = records[at + 40 : at + 40 + 2 * min(letters, size)]
            found.append(stretch.decode("utf-16-le", "ignore"))
        at += size
    return found


def _plain(data: bytes, start: int) -> list[str]:
    found = []
    at = start + 18
    for _ in range(MAX_RECORDS):
        if at + 6 > len(data):
            break
        size, kind = struct.unpack_from("<IH", data, at)
        if size < 3:
            break
        body = data[at + 6 : at + 2 * size]
        if kind == _TEXT_OUT and len(body) >= 2:
            (letters,) = struct.unpack_from("<H", body)
            found.append(body[2 : 2 + letters].decode("cp1252", "replace"))
        elif kind == _EXT_TEXT_OUT and len(body) >= 8:
            letters, options = struct.unpack_from("<2H", body, 4)
            begin = 16 if options & _OPAQUE_OR_CLIPPED else 8
            found.append(body[begin : begin + letters].decode("cp1252", "replace"))
        at += 2 * size
    return found
