"""A typeface that comes with the program: how wide its letters are, and the part of it that a file needs.

DejaVu Sans, of which the folder beside this module holds two weights as they were published, and their
licence. A part of a typeface has its shapes numbered anew, one for each letter, so that every number in a
file stands for one letter and nothing else.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

__all__ = ["BOLD", "REGULAR", "Face", "face", "part_of"]

REGULAR = "DejaVuSans"
BOLD = "DejaVuSans-Bold"
_FOLDER = Path(__file__).parent / "fonts"
_KEPT = ("cvt ", "fpgm", "prep")  # what the shapes themselves go by
_WORDS, _MORE, _SCALED, _BY_TWO, _BY_FOUR = 0x0001, 0x0020, 0x0008, 0x0040, 0x0080  # flags of a compound


@dataclass(frozen=True, slots=True)
class Face:
    """One weight. `glyphs` give the shape of each code point; `advances` are in units of the em."""

    name: str
    units: int
    glyphs: Mapping[int, int] = field(repr=False)
    advances: tuple[int, ...] = field(repr=False)
    tables: Mapping[str, bytes] = field(repr=False)
    places: tuple[int, ...] = field(repr=False)  # where each shape begins among the shapes

    def has(self, letter: str) -> bool:
        """Tell whether there is a shape for a letter."""
        return ord(letter) in self.glyphs

    def width(self, text: str) -> float:
        """Give how wide a text is, in ems; a letter without a shape has none."""
        return sum(self.advances[self.glyphs.get(ord(letter), 0)] for letter in text) / self.units

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Give the box around all shapes: left, bottom, right, top, in thousandths of the em."""
        corners = struct.unpack_from(">4h", self.tables["head"], 36)
        left, bottom, right, top = (round(corner * 1000 / self.units) for corner in corners)
        return left, bottom, right, top


@cache
def face(name: str) -> Face:
    """Load a weight."""
    data = (_FOLDER / f"{name}.ttf").read_bytes()
    tables = {}
    for at in range(struct.unpack_from(">H", data, 4)[0]):
        tag, _, start, length = struct.unpack_from(">4sIII", data, 12 + 16 * at)
        tables[tag.decode("ascii")] = data[start : start + length]
    units, long = struct.unpack_from(">H", tables["head"], 18)[0], tables["head"][51]
    count = struct.unpack_from(">H", tables["maxp"], 4)[0]
    wide = struct.unpack_from(">H", tables["hhea"], 34)[0]
    advances = struct.unpack(f">{2 * wide}H", tables["hmtx"][: 4 * wide])[::2]
    places = struct.unpack_from(f">{count + 1}{'I' if long else 'H'}", tables["loca"])
    return Face(
        name,
        units,
        _codes(tables["cmap"]),
        (*advances, *([advances[-1]] * (count - wide))),
        tables,
        tuple(places) if long else tuple(place * 2 for place in places),
    )


def part_of(whole: Face, letters: Sequence[str]) -> bytes:
    """Give a TrueType file with the shapes of these letters: the first letter is shape 1, and so on."""
    wanted = [0, *(whole.glyphs[ord(letter)] for letter in letters)]
    shapes: list[bytes] = []
    at = 0
    while at < len(wanted):  # what a compound shape is made of is added behind
        shapes.append(_renumbered(_shape(whole, wanted[at]), wanted))
        at += 1
    padded = [shape + b"\0" * (-len(shape) % 4) for shape in shapes]
    places = [0]
    for shape in padded:
        places.append(places[-1] + len(shape))
    tables = {
        "head": whole.tables["head"][:8] + b"\0\0\0\0" + whole.tables["head"][12:50] + b"\0\1\0\0",
        "hhea": whole.tables["hhea"][:34] + struct.pack(">H", len(wanted)),
        "maxp": whole.tables["maxp"][:4] + struct.pack(">H", len(wanted)) + whole.tables["maxp"][6:],
        "hmtx": b"".join(_measures(whole, number) for number in wanted),
        "loca": struct.pack(f">{len(places)}I", *places),
        "glyf": b"".join(padded),
        **{name: whole.tables[name] for name in _KEPT if name in whole.tables},
    }
    return _file(tables)


def _codes(table: bytes) -> dict[int, int]:
    """Read the map from code points to shapes: the widest of those for Unicode."""
    count = struct.unpack_from(">H", table, 2)[0]
    found: dict[int, int] = {}
    for at in range(count):
        platform, _, start = struct.unpack_from(">HHI", table, 4 + 8 * at)
        if platform not in (0, 3):
            continue
        form = struct.unpack_from(">H", table, start)[0]
        if form == 4:
            found = {**_form_4(table[start:]), **found}
        elif form == 12:
            groups = struct.unpack_from(">I", table, start + 12)[0]
            for group in range(groups):
                first, last, glyph = struct.unpack_from(">III", table, start + 16 + 12 * group)
                found.update({code: glyph + code - first for code in range(first, last + 1)})
    return {code: glyph for code, glyph in found.items() if glyph}


def _form_4(table: bytes) -> dict[int, int]:
    size = struct.unpack_from(">H", table, 6)[0]
    half = size // 2
    ends = struct.unpack_from(f">{half}H", table, 14)
    starts = struct.unpack_from(f">{half}H", table, 16 + size)
    deltas = struct.unpack_from(f">{half}H", table, 16 + 2 * size)
    offsets = struct.unpack_from(f">{half}H", table, 16 + 3 * size)
    found = {}
    for at, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:
                place = 16 + 3 * size + 2 * at + offset + 2 * (code - first)
                glyph = struct.unpack_from(">H", table, place)[0]
                if not glyph:
                    continue
            found[code] = (glyph + delta) & 0xFFFF
    return found


def _shape(whole: Face, number: int) -> bytes:
    return whole.tables["glyf"][whole.places[number] : whole.places[number + 1]]


def _measures(whole: Face, number: int) -> bytes:
    """Give how wide a shape is, and where it begins; the last ones of a typeface share their width."""
    wide = struct.unpack_from(">H", whole.tables["hhea"], 34)[0]
    place = 4 * number + 2 if number < wide else 4 * wide + 2 * (number - wide)
    return struct.pack(">H", whole.advances[number]) + whole.tables["hmtx"][place : place + 2]


def _renumbered(shape: bytes, wanted: list[int]) -> bytes:
    """Give a shape with its parts by their new numbers; parts that are new are added to the wanted ones."""
    if len(shape) < 12 or struct.unpack_from(">h", shape)[0] >= 0:
        return shape
    made = bytearray(shape)
    at, more = 10, True
    while more:
        flags, part = struct.unpack_from(">HH", made, at)
        if part not in wanted:
            wanted.append(part)
        struct.pack_into(">H", made, at + 2, wanted.index(part))
        more = bool(flags & _MORE)
        at += 8 if flags & _WORDS else 6
        at += 2 if flags & _SCALED else 4 if flags & _BY_TWO else 8 if flags & _BY_FOUR else 0
    return bytes(made)


def _file(tables: Mapping[str, bytes]) -> bytes:
    """Put tables together, each with its sum."""
    highest = 1 << (len(tables).bit_length() - 1)
    head = struct.pack(
        ">IHHHH",
        0x00010000,
        len(tables),
        highest * 16,
        highest.bit_length() - 1,
        (len(tables) - highest) * 16,
    )
    entries, body = b"", b""
    for tag, content in sorted(tables.items()):
        start = len(head) + 16 * len(tables) + len(body)
        entries += struct.pack(">4sIII", tag.encode("ascii"), _sum(content), start, len(content))
        body += content + b"\0" * (-len(content) % 4)
    made = bytearray(head + entries + body)
    place = next(
        struct.unpack_from(">I", entries, 16 * at + 8)[0]
        for at in range(len(tables))
        if entries[16 * at : 16 * at + 4] == b"head"
    )
    struct.pack_into(">I", made, place + 8, (0xB1B0AFBA - _sum(bytes(made))) & 0xFFFFFFFF)
    return bytes(made)


def _sum(content: bytes) -> int:
    padded = content + b"\0" * (-len(content) % 4)
    return int(sum(struct.unpack(f">{len(padded) // 4}I", padded))) & 0xFFFFFFFF
