"""Colour profiles without their words: names of makers, copyright notes, private data.

A profile whose tables cannot be followed is given back empty, and its colour space falls back on its
number of components.
"""

from __future__ import annotations

import struct

__all__ = ["stripped_profile"]

_HEADER = 128  # bytes (ICC.1, section 7.2)
_MOST_TAGS = 200
# What colours are computed from (ICC.1, section 9.2).
_NEEDED = frozenset(
    b"rXYZ gXYZ bXYZ wtpt bkpt rTRC gTRC bTRC kTRC chad A2B0 A2B1 A2B2 B2A0 B2A1 B2A2 lumi gamt".split()
)


def stripped_profile(data: bytes) -> bytes:
    """Give the profile at the same length, with nothing in it but its header and what colours need."""
    if len(data) < _HEADER + 4:
        return b""
    count = struct.unpack_from(">I", data, _HEADER)[0]
    table_end = _HEADER + 4 + 12 * count
    if count > _MOST_TAGS or table_end > len(data):
        return b""
    kept = bytearray(len(data))
    # Bytes 24 to 36 are a date, 80 to 128 the maker and an id.
    kept[:24], kept[36:48], kept[56:80] = data[:24], data[36:48], data[56:80]
    kept[_HEADER : _HEADER + 4] = data[_HEADER : _HEADER + 4]
    for number in range(count):
        at = _HEADER + 4 + 12 * number
        name, offset, size = struct.unpack_from(">4sII", data, at)
        kept[at : at + 12] = data[at : at + 12]
        if offset + size > len(data):
            return b""
        if name in _NEEDED:
            kept[offset : offset + size] = data[offset : offset + size]
        elif size >= 8:
            # An empty description: the kind, and no letters.
            kept[offset : offset + 4] = b"text" if name == b"cprt" else data[offset : offset + 4]
    return bytes(kept)
