"""What a picture's file holds besides its pixels: EXIF and position, XMP, IPTC, comments, bytes at its end.

Segments and chunks are walked by hand, because a library of pictures gives only those that it knows. What a
format keeps that is neither JPEG nor PNG is taken from Pillow.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

__all__ = ["PictureData", "picture_data"]

MAX_TEXT_BYTES = 4 * 1024**2  # of one packed note
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_JFIF, _ICC = b"JFIF\0", b"ICC_PROFILE\0"
_TEXT_CHUNKS = (b"tEXt", b"zTXt", b"iTXt")
_EXIF_IFD, _GPS_IFD = 0x8769, 0x8825
# Makers, models and programs: they name a thing, and a finder of names would take them for people.
_DEVICE = frozenset({0x010F, 0x0110, 0x0131, 0x013C, 0xA433, 0xA434, 0xC614})
_TIMES = frozenset({0x0132, 0x9003, 0x9004})
_WIDE = range(0x9C9B, 0x9CA0)  # what Windows writes, in two bytes a letter
_ENDING = b"\xff\xd9"


@dataclass(frozen=True, slots=True)
class PictureData:
    """The texts and raw stretches that hold text, and in our own words what else was there."""

    texts: tuple[str, ...] = field(repr=False)
    raw: tuple[bytes, ...] = field(repr=False)
    facts: tuple[str, ...]


def picture_data(data: bytes) -> PictureData:
    """Read what the file of a picture holds besides its pixels; empty for what is no picture that we know.

    Returns: texts; stretches of bytes in which words may stand; facts such as that its position is told.
    """
    texts, facts = _exif(data)
    raw: list[bytes] = []
    if data.startswith(_JPEG):
        raw += _segments(data)
    elif data.startswith(_PNG):
        for kind, content in _chunks(data):
            if kind in _TEXT_CHUNKS:
                texts += _note(kind, content)
            elif kind == b"tail":
                raw.append(content)
    else:
        raw += _other_notes(data)
    return PictureData(
        tuple(dict.fromkeys(filter(str.strip, texts))), tuple(raw), tuple(dict.fromkeys(facts))
    )


def _segments(data: bytes) -> Iterator[bytes]:
    """Give what the segments of a JPEG hold that are no picture, and what follows its end."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        (length,) = struct.unpack_from(">H", data, at + 2)
        content = data[at + 4 : at + 2 + length]
        if (0xE1 <= marker <= 0xEF or marker in (0xE0, 0xFE)) and not content.startswith((_JFIF, _ICC)):
            yield content
        at += 2 + max(length, 2)
        if marker == 0xDA:
            break
    end = data.find(_ENDING, at)
    if end >= 0 and data[end + 2 :].strip(b"\0"):
        yield data[end + 2 :]


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG)
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        yield kind, data[at + 8 : at + 8 + length]
        at += 12 + length
        if kind == b"IEND":
            break
    if data[at:].strip(b"\0"):
        yield b"tail", data[at:]


def _note(kind: bytes, content: bytes) -> list[str]:
    """Read a note of a PNG; its key is one of the format's words, or a person's."""
    _, _, rest = content.partition(b"\0")
    if kind == b"tEXt":
        return [rest.decode("latin-1")]
    if kind == b"zTXt":
        return [_inflated(rest[1:]).decode("latin-1")]
    packed, rest = rest[:1] == b"\1", rest[2:]
    pieces = rest.split(b"\0", 2)
    body = pieces[-1] if len(pieces) == 3 else rest
    text = _inflated(body) if packed else body
    return [text.decode("utf-8", "replace"), *(piece.decode("utf-8", "replace") for piece in pieces[1:2])]


def _inflated(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, MAX_TEXT_BYTES)
    except zlib.error:
        return packed


def _exif(data: bytes) -> tuple[list[str], list[str]]:
    from PIL import Image

    texts: list[str] = []
    facts: list[str] = []
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            exif = picture.getexif()
            for tags in (exif, exif.get_ifd(_EXIF_IFD)):
                for tag, value in tags.items():
                    _tell(tag, value, texts, facts)
            position = _position(exif.get_ifd(_GPS_IFD))
    except MemoryError:
        raise
    except (
        Exception
    ):  # Pillow lets whatever its decoders raise through; the raw stretches are read all the same
        return texts, facts
    if position is not None:
        texts.append(position)
        facts.append("the position at which a picture was taken")
    return texts, facts


def _tell(tag: int, value: object, texts: list[str], facts: list[str]) -> None:
    if tag in _DEVICE:
        facts.append("the camera or program that made a picture")
    elif tag in _TIMES:
        facts.append("the time at which a picture was made")
    elif isinstance(value, str):
        texts.append(value)
    elif isinstance(value, bytes):
        wide = tag in _WIDE
        texts.append(value.decode("utf-16-le" if wide else "utf-8", "ignore").strip("\0") if wide else "")


def _position(tags: Mapping[int, object]) -> str | None:
    """Write a position as two numbers: 51.45389, -2.58778."""
    try:
        north, east = _degrees(tags[2]), _degrees(tags[4])
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return None
    south, west = str(tags.get(1, "N")).upper() == "S", str(tags.get(3, "E")).upper() == "W"
    return f"{-north if south else north:.5f}, {-east if west else east:.5f}"


def _degrees(value: object) -> float:
    if not isinstance(value, Iterable):
        raise TypeError
    parts = [float(piece) for piece in value]
    return float(sum(part / 60**power for power, part in enumerate(parts[:3])))


def _other_notes(data: bytes) -> list[bytes]:
    """Take the notes that Pillow knows of in a GIF, TIFF or WEBP."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            values = [value for key, value in picture.info.items() if str(key) in ("comment", "xmp", "exif")]
            tags = getattr(picture, "tag_v2", {})
            values += [value for value in dict(tags).values() if isinstance(value, str | bytes)]
    except MemoryError:
        raise
    except Exception:  # as above
        return []
    return [
        value.encode() if isinstance(value, str) else value
        for value in values
        if isinstance(value, str | bytes)
    ]
