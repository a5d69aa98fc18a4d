"""Words in metafiles: whole, letter by letter, in both widths; what is none gives nothing."""

from __future__ import annotations

import gzip
import struct

import pytest

from redact.formats.metafiles import metafile_words
from tests.formats.canary_word_parts import enhanced_metafile, metafile

EMF_HEADER = struct.pack("<2I", 1, 88) + b"\0" * 32 + b" EMF" + b"\0" * 44


def record(kind: int, body: bytes) -> bytes:
    body += b"\0" * (-len(body) % 4)
    return struct.pack("<2I", kind, 8 + len(body)) + body


def small(text: str, flags: int) -> bytes:
    words = text.encode("cp1252" if flags & 0x200 else "utf-16-le")
    rect = b"" if flags & 0x100 else b"\0" * 16
    return record(108, struct.pack("<2i2I3I", 0, 0, len(text), flags, 1, 0, 0) + rect + words)


def plus(text: str) -> bytes:
    words = text.encode("utf-16-le")
    size = 40 + len(words)
    body = struct.pack("<2H2I", 0x401C, 0, size, size - 12) + struct.pack("<3I", 0, 0, len(text)) + b"\0" * 16
    return record(70, struct.pack("<I", 4 + size) + b"EMF+" + body + words)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (enhanced_metafile("Rowan Elm"), ["Rowan Elm"]),
        (gzip.compress(enhanced_metafile("Rowan Elm"), mtime=0), ["Rowan Elm"]),
        (EMF_HEADER + small("Rowan", 0), ["Rowan"]),
        (EMF_HEADER + small("Rowan", 0x100), ["Rowan"]),
        (EMF_HEADER + small("Rowan", 0x300), ["Rowan"]),
        (EMF_HEADER + plus("Rowan"), ["Rowan"]),
        (metafile("Rowan"), ["Rowan"]),
        (b"\xd7\xcd\xc6\x9a" + b"\0" * 18 + metafile("Rowan"), ["Rowan"]),
    ],
)
def test_a_text_is_read(data: bytes, found: list[str]) -> None:
    assert metafile_words(data) == found


def test_letters_drawn_one_by_one_are_joined() -> None:
    data = EMF_HEADER + b"".join(small(letter, 0x300) for letter in "Rowan")
    assert metafile_words(data) == [*"Rowan", "Rowan"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x1f\x8b broken",
        EMF_HEADER,
        EMF_HEADER + struct.pack("<2I", 84, 4),  # a record that is shorter than its head
        EMF_HEADER + struct.pack("<2I", 84, 4_000_000_000) + b"\0" * 40,
        EMF_HEADER + record(96, b"\0" * 24 + struct.pack("<I", 4_000_000_000) + b"\0" * 8),
        metafile("Rowan")[:20],
        b"\1\0\t\0" + b"\0" * 40,
        b"<svg/>",
    ],
)
def test_what_is_broken_or_none_gives_nothing(data: bytes) -> None:
    assert metafile_words(data) == []
