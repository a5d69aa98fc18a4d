"""Font programs without their words: names of designers, copyright notes, comments, private tables.

A font keeps its length; what is taken out is overwritten, so that no place in it moves. What remains: names
of glyphs.
"""

from __future__ import annotations

import re
import struct

from redact.formats.pdf.cleaning.compact import stripped_compact_font

__all__ = ["stripped_program"]

# Tables that drawing needs (OpenType 1.9), less names, signatures and the notes of font editors.
_TABLES = frozenset(
    (
        b"cmap", b"cvt ", b"fpgm", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"OS/2", b"post",
        b"prep", b"vhea", b"vmtx", b"CFF ", b"CFF2", b"VORG", b"GSUB", b"gasp", b"hdmx", b"LTSH", b"VDMX",
    )
)  # fmt: skip
_SFNT = (b"\0\1\0\0", b"true", b"OTTO")
_EMPTY_NAMES = struct.pack(">HHH", 0, 0, 6)
_STRING = re.compile(rb"\((?:[^\\()]|\\.)*\)")
_COMMENT = re.compile(rb"%(?!!)[^\r\n]*")


def stripped_program(data: bytes, key: str) -> bytes:
    """Give a font program again, of the same length.

    Args:
        key: under which it stands: /FontFile is PostScript, the others are tables or compact.
    """
    if data.startswith(_SFNT):
        return _without_tables(data)
    if key == "/FontFile":
        return _without_strings(data)
    return stripped_compact_font(data)


def _without_tables(data: bytes) -> bytes:
    count = struct.unpack_from(">H", data, 4)[0]
    kept = bytearray(len(data))
    end = 12 + 16 * count
    if end > len(data):
        return data
    kept[:end] = data[:end]
    for number in range(count):
        name, _, offset, size = struct.unpack_from(">4sIII", data, 12 + 16 * number)
        if name in _TABLES:
            table = data[offset : offset + size]
            kept[offset : offset + size] = stripped_compact_font(table) if name == b"CFF " else table
        elif name == b"name" and size >= len(_EMPTY_NAMES):
            kept[offset : offset + len(_EMPTY_NAMES)] = _EMPTY_NAMES
    return bytes(kept[: len(data)])


def _without_strings(data: bytes) -> bytes:
    """Blank the strings and comments of the part of a PostScript font that is not encrypted."""
    clear = data.find(b"eexec")
    if clear < 0:
        return data
    head = _COMMENT.sub(lambda match: b" " * len(match[0]), data[:clear])
    head = _STRING.sub(lambda match: b"(" + b" " * (len(match[0]) - 2) + b")", head)
    return head + data[clear:]
