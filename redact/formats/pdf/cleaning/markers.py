"""JPEG and JPEG 2000 without what is not needed to decode them: EXIF, XMP, comments, previews, profiles.

The pixels stay as they are, bit for bit.
"""

from __future__ import annotations

import struct

from redact.errors import Damaged

__all__ = ["stripped_jpeg", "stripped_jpeg2000"]

_SAVE_AGAIN = "Save the pages again from the program that made them, and clean that file."
_ADOBE = b"Adobe"
_ADOBE_LENGTH = 12  # bytes of what the marker of Adobe says; more is no part of it
_ALONE = frozenset([0x01, *range(0xD0, 0xD8)])  # markers without a length
_NEEDED_BOXES = frozenset({b"jP  ", b"ftyp", b"jp2h", b"jp2c"})
_SHOWN_BOXES = frozenset({b"ihdr", b"bpcc", b"colr", b"pclr", b"cmap", b"cdef"})
_COMMENT_2000, _TILE_PART = 0xFF64, 0xFF90


def stripped_jpeg(data: bytes) -> bytes:
    """Give the JPEG with its tables, its frames and its scans alone, up to the end of the picture.

    The marker of Adobe stays, cut to what it says about colours.

    Raises Damaged for data that is not a JPEG.
    """
    start = data.find(b"\xff\xd8")
    if start < 0:
        raise _broken()
    kept = bytearray(b"\xff\xd8")
    at = start + 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            at += 1
            continue
        marker = data[at + 1]
        if marker == 0xD9:
            break
        if marker in _ALONE or marker in (0x00, 0xFF):
            at += 1 if marker == 0xFF else 2
            continue
        end = at + 2 + struct.unpack_from(">H", data, at + 2)[0]
        kept += _segment(marker, data[at:end])
        at = end
        if marker == 0xDA:
            end = _end_of_scan(data, at)
            kept += data[at:end]
            at = end
    return bytes(kept) + b"\xff\xd9"


def _segment(marker: int, segment: bytes) -> bytes:
    if marker == 0xEE and segment[4:9] == _ADOBE:
        return segment[:2] + struct.pack(">H", _ADOBE_LENGTH + 2) + segment[4 : 4 + _ADOBE_LENGTH]
    return b"" if 0xE0 <= marker <= 0xEF or marker == 0xFE else segment


def _end_of_scan(data: bytes, start: int) -> int:
    """Find the marker that ends the coded pixels: stuffed bytes and restarts belong to them."""
    at = start
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            return len(data)
        if data[at + 1] != 0 and not 0xD0 <= data[at + 1] <= 0xD7:
            return at
        at += 2


def stripped_jpeg2000(data: bytes) -> bytes:
    """Give the JPEG 2000 with the boxes that decode it alone, and without comments in its code.

    Raises Damaged for data that is not a JPEG 2000.
    """
    if data.startswith(b"\xff\x4f"):
        return _stripped_code(data)
    kept = b"".join(
        _box(kind, _stripped_code(body) if kind == b"jp2c" else _shown(body) if kind == b"jp2h" else body)
        for kind, body in _boxes(data)
        if kind in _NEEDED_BOXES
    )
    if not kept:
        raise _broken()
    return kept


def _shown(header: bytes) -> bytes:
    return b"".join(_box(kind, body) for kind, body in _boxes(header) if kind in _SHOWN_BOXES)


def _boxes(data: bytes) -> list[tuple[bytes, bytes]]:
    found = []
    at = 0
    while at + 8 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        head = 8
        if size == 1 and at + 16 <= len(data):
            size, head = struct.unpack_from(">Q", data, at + 8)[0], 16
        end = len(data) if size == 0 else at + size
        if end < at + head:
            raise _broken()
        found.append((kind, data[at + head : end]))
        at = end
    return found


def _box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", len(body) + 8, kind) + body


def _stripped_code(data: bytes) -> bytes:
    """Leave the comments out of the main header of a code stream."""
    kept = bytearray(data[:2])
    at = 2
    while at + 4 <= len(data):
        marker, size = struct.unpack_from(">HH", data, at)
        if marker == _TILE_PART:
            return bytes(kept) + data[at:]
        if marker != _COMMENT_2000:
            kept += data[at : at + 2 + size]
        at += 2 + size
    raise _broken()


def _broken() -> Damaged:
    return Damaged("the file is damaged: a picture in it cannot be decoded", _SAVE_AGAIN)
