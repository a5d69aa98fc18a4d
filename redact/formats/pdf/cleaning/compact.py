"""A compact font (CFF) without its words: its name, its notices and the PostScript kept in it.

It keeps its length, so that no offset in it moves. What remains: the names of its glyphs, by which letters
may be found.
"""

from __future__ import annotations

import itertools
import struct
from collections.abc import Iterator

__all__ = ["stripped_compact_font"]

_STANDARD_STRINGS = 391  # every number below is a string that all fonts share (Adobe technical note 5176)
# Operators of the first dictionary that name strings of words: version, notice, names, weight; copyright,
# PostScript, name of the base font.
_WORDS = frozenset({0, 1, 2, 3, 4})
_MORE_WORDS = frozenset({0, 21, 22})
_ESCAPE = 12

_Places = list[tuple[int, int]]  # of the entries of one list in the font: from, up to


def stripped_compact_font(data: bytes) -> bytes:
    """Give the font again, of the same length; as it is, where its lists cannot be followed."""
    kept = bytearray(data)
    try:
        names, at = _entries(data, data[2])
        dictionaries, at = _entries(data, at)
        strings, _ = _entries(data, at)
        for start, end in names:
            kept[start:end] = b"A" * (end - start)
        for start, end in dictionaries:
            for number in _named_strings(data[start:end]):
                if 0 <= number - _STANDARD_STRINGS < len(strings):
                    first, last = strings[number - _STANDARD_STRINGS]
                    kept[first:last] = b" " * (last - first)
    except (struct.error, IndexError, ValueError):
        return data
    return bytes(kept)


def _entries(data: bytes, at: int) -> tuple[_Places, int]:
    """Follow one list of the font; give the places of its entries, and where it ends."""
    (count,) = struct.unpack_from(">H", data, at)
    if count == 0:
        return [], at + 2
    size = data[at + 2]
    first = at + 3
    offsets = [
        int.from_bytes(data[first + size * number : first + size * (number + 1)], "big")
        for number in range(count + 1)
    ]
    base = first + size * (count + 1) - 1
    places = [(base + start, base + end) for start, end in itertools.pairwise(offsets)]
    if any(start > end or end > len(data) for start, end in places):
        raise ValueError("a list of the font leads out of it")
    return places, places[-1][1]


def _named_strings(dictionary: bytes) -> Iterator[int]:
    """Give the numbers of the strings that a dictionary names for their words."""
    operands: list[int] = []
    at = 0
    while at < len(dictionary):
        first = dictionary[at]
        if first <= 21:
            more = dictionary[at + 1] if first == _ESCAPE else None
            if operands and (more in _MORE_WORDS if more is not None else first in _WORDS):
                yield operands[-1]
            operands = []
            at += 1 if more is None else 2
        else:
            value, length = _number(dictionary, at)
            operands.append(value)
            at += length


def _number(data: bytes, at: int) -> tuple[int, int]:
    """Read a number of a dictionary, and give its length; one with a fraction is no string's and gives -1."""
    first = data[at]
    if first == 28:
        return int(struct.unpack_from(">h", data, at + 1)[0]), 3
    if first == 29:
        return int(struct.unpack_from(">i", data, at + 1)[0]), 5
    if first == 30:
        end = at + 1
        while 0x0F not in (data[end] & 0x0F, data[end] >> 4):
            end += 1
        return -1, end - at + 1
    if first <= 246:
        return first - 139, 1
    if first <= 250:
        return (first - 247) * 256 + data[at + 1] + 108, 2
    return -(first - 251) * 256 - data[at + 1] - 108, 2
