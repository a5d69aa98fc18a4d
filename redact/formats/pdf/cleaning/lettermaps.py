"""The map from the codes of a font to letters (ToUnicode), written again for the codes that are shown.

A map may hold any text for a code that nobody shows, comments, and names; none of it is carried over.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable
from typing import Any

__all__ = ["letter_map"]

_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
_COMMENT = re.compile(rb"%[^\r\n]*")
_MOST_ENTRIES = 200_000
_LONGEST = 16  # code units that one code may stand for: more is no ligature
_LONGEST_RANGE = 65_535  # codes
_MOST_FOR_ONE = 4  # texts for one code
_A_BLOCK = 100  # entries (Adobe technical note 5014)

# First code, last code, and the units of the first one's text, or a text for each.
_Range = tuple[int, int, "bytes | list[bytes]"]


def letter_map(source: Any, codes: frozenset[int] | None, width: int) -> Any:
    """Give the map again.

    Args:
        source: what stands under /ToUnicode: a stream, a name, or nothing.
        codes: those that are shown; None where they are not known, and all are kept.
        width: bytes of a code.

    Returns: the bytes of a map, a name, or None where there was no map.
    """
    import pikepdf

    if isinstance(source, pikepdf.Name):
        return pikepdf.Name(str(source))
    if not isinstance(source, pikepdf.Stream):
        return None
    ranges = sorted(_ranges(source.read_bytes()), key=lambda entry: entry[0])
    if codes is None:
        return _written(_all_of(ranges), width)
    starts = [entry[0] for entry in ranges]
    kept = ((code, text) for code in sorted(codes) for text in _letters(ranges, starts, code))
    return _written(kept, width)


def _ranges(data: bytes) -> list[_Range]:
    ranges: list[_Range] = []
    for block in _BLOCK.finditer(_COMMENT.sub(b"", data)):
        entries = _entries(block[2], 2 if block[1] == b"bfchar" else 3)
        for entry in entries:
            if len(ranges) >= _MOST_ENTRIES:
                return ranges
            first, last = entry[0], entry[-2] if len(entry) == 3 else entry[0]
            if isinstance(first, bytes) and isinstance(last, bytes):
                ranges.append((int.from_bytes(first, "big"), int.from_bytes(last, "big"), entry[-1]))
    return ranges


def _entries(data: bytes, length: int) -> list[list[Any]]:
    """Part the tokens of a block into entries of `length` tokens, an array being one token."""
    items: list[Any] = []
    inside: list[bytes] | None = None
    for match in _TOKEN.finditer(data):
        if match[2]:
            inside = []
        elif match[3]:
            items.append(inside or [])
            inside = None
        else:
            digits = b"".join(match[1].split()).decode()
            value = bytes.fromhex(digits + "0" * (len(digits) % 2))
            (items if inside is None else inside).append(value)
    return [items[at : at + length] for at in range(0, len(items) - length + 1, length)]


def _letters(ranges: list[_Range], starts: list[int], code: int) -> list[bytes]:
    """Give what a code stands for, in the order of the map: readers differ in which of two they take."""
    found: list[bytes] = []
    # Ranges begin and end within one leading byte, so none that holds the code begins far below it.
    for at in range(bisect.bisect_right(starts, code) - 1, -1, -1):
        first, last, text = ranges[at]
        if code - first > _LONGEST_RANGE or len(found) == _MOST_FOR_ONE:
            break
        letters = _at(text, code - first) if code <= last else None
        if letters is not None:
            found.insert(0, letters)
    return found


def _at(text: bytes | list[bytes], step: int) -> bytes | None:
    if isinstance(text, list):
        return text[step] if step < len(text) else None
    if len(text) < 2:
        return text or None
    unit = int.from_bytes(text[-2:], "big") + step
    return text[:-2] + unit.to_bytes(2, "big") if unit <= 0xFFFF else None


def _all_of(ranges: list[_Range]) -> Iterable[tuple[int, bytes]]:
    count = 0
    for first, last, text in ranges:
        for code in range(first, min(last, first + _LONGEST_RANGE) + 1):
            letters = _at(text, code - first)
            count += 1
            if count > _MOST_ENTRIES:
                return
            if letters is not None:
                yield code, letters


def _written(entries: Iterable[tuple[int, bytes]], width: int) -> bytes:
    lines = [
        f"<{code:0{width * 2}X}> <{text.hex().upper()}>"
        for code, text in entries
        if code < 256**width and len(text) <= _LONGEST * 2
    ]
    blocks = [lines[at : at + _A_BLOCK] for at in range(0, len(lines), _A_BLOCK)]
    body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<{'00' * width}> <{'FF' * width}>\nendcodespacerange\n"
        f"{body}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode()
