"""What the file of a picture says besides its pixels."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from redact.formats.picture_data import picture_data
from tests.formats.canary_planting import Planter
from tests.formats.canary_word_parts import noted_picture, photograph


def picture(format_: str, **how: object) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(buffer, format_, **how)
    return buffer.getvalue()


def words(data: bytes) -> str:
    found = picture_data(data)
    return "\n".join([*found.texts, *(stretch.decode("latin-1") for stretch in found.raw)])


@pytest.mark.parametrize("make", [photograph, noted_picture])
def test_every_note_of_a_picture_is_read(make: object) -> None:
    plant = Planter()
    said = words(make(plant))  # type: ignore[operator]
    wide = said.replace("\0", "")
    assert [canary.what for canary in plant.planted if canary.token not in wide] == []


def test_a_position_is_two_numbers() -> None:
    found = picture_data(photograph(Planter()))
    assert "51.45389, -2.58778" in found.texts
    assert "the position at which a picture was taken" in found.facts


def test_a_camera_and_a_time_are_facts_and_no_words() -> None:
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0132] = "Maker", "Model 5", "2015:03:26 10:00:00"
    found = picture_data(picture("JPEG", exif=exif))
    assert found.texts == ()
    assert found.facts == (
        "the camera or program that made a picture",
        "the time at which a picture was made",
    )


@pytest.mark.parametrize(
    ("latitude", "longitude", "text"),
    [
        (("S", (33.0, 30.0, 0.0)), ("E", (151.0, 0.0, 0.0)), "-33.50000, 151.00000"),
        (("N", (51.5, 0.0, 0.0)), ("W", (0.0, 7.0, 30.0)), "51.50000, -0.12500"),
    ],
)
def test_south_and_west_are_below_nought(
    latitude: tuple[str, tuple[float, ...]], longitude: tuple[str, tuple[float, ...]], text: str
) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: latitude[0], 2: latitude[1], 3: longitude[0], 4: longitude[1]})
    assert text in picture_data(picture("JPEG", exif=exif)).texts


@pytest.mark.parametrize(
    ("format_", "how"),
    [
        ("GIF", {"comment": b"made by Rowan"}),
        ("TIFF", {"description": "made by Rowan"}),
        ("WEBP", {"xmp": b"<x:xmpmeta>made by Rowan</x:xmpmeta>"}),
    ],
)
def test_other_formats_have_notes_too(format_: str, how: dict[str, object]) -> None:
    assert "made by Rowan" in words(picture(format_, **how))


@pytest.mark.parametrize("format_", ["PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP"])
def test_a_picture_without_notes_says_nothing(format_: str) -> None:
    assert "Rowan" not in words(picture(format_))
    assert picture_data(picture(format_)).facts == ()


@pytest.mark.parametrize("format_", ["PNG", "JPEG"])
def test_bytes_behind_a_picture_are_read(format_: str) -> None:
    assert b"kept for Rowan" in picture_data(picture(format_) + b"kept for Rowan").raw


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe1\0\0",
        b"\x89PNG\r\n\x1a\n\0\0\0\x05tEXt",
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I4s", 9, b"zTXt") + b"a\0\0broken" + b"\0\0\0\0",
    ],
)
def test_a_broken_picture_says_what_it_can(data: bytes) -> None:
    assert picture_data(data).facts == ()


def test_a_note_that_inflates_is_cut_off() -> None:
    packed = b"Comment\0\0" + zlib.compress(b"a" * 50_000_000)
    data = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4s", len(packed), b"zTXt") + packed + b"\0\0\0\0"
    (text,) = picture_data(data).texts
    assert len(text) == 4 * 1024**2
