"""Pictures in a copy: the pixels that are seen stay, and nothing else does."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable

import numpy as np
import pikepdf
import pytest
from PIL import Image

from redact.errors import Damaged
from redact.formats.pdf.cleaning.cutting import cut_box, cut_out
from redact.formats.pdf.cleaning.markers import stripped_jpeg, stripped_jpeg2000
from tests.formats.pdf.cleaning.cleaning_factory import (
    built,
    cleaned,
    found_in,
    looks_alike,
    pixels,
    with_resource,
)

NAME = b"Kayleigh"
SHOW = b"q 200 0 0 160 50 50 cm /Picture Do Q"


def gradient(mode: str = "RGB", size: tuple[int, int] = (100, 80)) -> Image.Image:
    across = np.linspace(0, 255, size[0])[None, :].repeat(size[1], axis=0)
    down = np.linspace(255, 0, size[1])[:, None].repeat(size[0], axis=1)
    return Image.fromarray(np.stack([across, down, across], axis=2).astype(np.uint8)).convert(mode)


def jpeg(**how: object) -> bytes:
    buffer = io.BytesIO()
    gradient().save(buffer, "JPEG", quality=92, **how)  # type: ignore[arg-type]
    return buffer.getvalue()


def image(data: bytes, **entries: object) -> Callable[[pikepdf.Pdf], pikepdf.Object]:
    """Make a picture object; 100 to 80 pixels, red green blue, eight bits, unless told otherwise."""

    def make(pdf: pikepdf.Pdf) -> pikepdf.Object:
        made = {"Width": 100, "Height": 80, "BitsPerComponent": 8, "ColorSpace": pikepdf.Name.DeviceRGB}
        made |= {key: value(pdf) if callable(value) else value for key, value in entries.items()}
        stream = pdf.make_stream(data, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, **made)
        return pdf.make_indirect(stream)

    return make


OPEN: list[pikepdf.Pdf] = []  # an object lives as long as its pdf


def with_picture(make: Callable[[pikepdf.Pdf], pikepdf.Object], content: bytes = SHOW) -> bytes:
    return with_resource(built(content), "XObject", "Picture", make)


def only_picture(data: bytes) -> pikepdf.Object:
    pdf = pikepdf.open(io.BytesIO(data))
    OPEN.append(pdf)
    found = [
        one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
    ]
    plain = [one for one in found if one.get("/ColorSpace") != "/DeviceGray" or len(found) == 1]
    assert len(plain) == 1
    return plain[0]


EXIF = b"\xff\xe1" + struct.pack(">H", len(NAME) + 8) + b"Exif\0\0" + NAME
COMMENT = b"\xff\xfe" + struct.pack(">H", len(NAME) + 2) + NAME


@pytest.mark.parametrize("progressive", [False, True])
def test_a_jpeg_loses_its_markers_and_no_pixel(progressive: bool) -> None:
    source = jpeg(progressive=progressive)
    loaded = source[:2] + EXIF + COMMENT + source[2:] + NAME
    stripped = stripped_jpeg(loaded)
    assert NAME not in stripped
    assert b"JFIF" not in stripped
    before, after = (Image.open(io.BytesIO(data)).tobytes() for data in (source, stripped))
    assert after == before


def test_what_is_no_jpeg_is_damaged() -> None:
    with pytest.raises(Damaged):
        stripped_jpeg(b"not a picture")
    with pytest.raises(Damaged):
        stripped_jpeg2000(b"not a picture")


def test_a_jpeg_2000_loses_its_boxes_and_comments() -> None:
    buffer = io.BytesIO()
    gradient().save(buffer, "JPEG2000", irreversible=False, comment=NAME)
    box = struct.pack(">I4s", len(NAME) + 8, b"xml ") + NAME
    stripped = stripped_jpeg2000(buffer.getvalue() + box)
    assert NAME in buffer.getvalue()
    assert NAME not in stripped
    assert Image.open(io.BytesIO(stripped)).tobytes() == gradient().tobytes()


@pytest.mark.parametrize(
    ("data", "entries"),
    [
        (gradient().tobytes() + NAME, {}),  # bytes after the last pixel
        (zlib.compress(gradient().tobytes() + NAME), {"Filter": pikepdf.Name.FlateDecode}),
        (jpeg()[:2] + EXIF + COMMENT + jpeg()[2:], {"Filter": pikepdf.Name.DCTDecode}),
        (gradient("1").tobytes(), {"ColorSpace": pikepdf.Name.DeviceGray, "BitsPerComponent": 1}),
        (gradient("1").tobytes(), {"ImageMask": True, "BitsPerComponent": 1, "ColorSpace": None}),
        (gradient("CMYK").tobytes(), {"ColorSpace": pikepdf.Name.DeviceCMYK}),
        (gradient("L").tobytes(), {"ColorSpace": pikepdf.Array(
            [pikepdf.Name.Indexed, pikepdf.Name.DeviceRGB, 255, pikepdf.String(bytes(range(256)) * 3)])}),
        (gradient().tobytes(), {"Decode": pikepdf.Array([1, 0, 1, 0, 1, 0]), "Interpolate": True}),
    ],
)  # fmt: skip
def test_a_picture_is_carried_over(data: bytes, entries: dict[str, object]) -> None:
    entries = {key: value for key, value in entries.items() if value is not None} | {
        "Metadata": lambda pdf: pdf.make_stream(NAME),
        "Name": pikepdf.Name("/Kayleigh"),
        "Alternates": lambda pdf: pikepdf.Array([pikepdf.Dictionary(Note=pikepdf.String("Kayleigh"))]),
    }
    source = with_picture(image(data, **entries))
    copy = cleaned(source).content
    assert looks_alike(source, copy)
    assert found_in(copy, ["Kayleigh"]) == []


def test_a_picture_that_is_not_drawn_is_not_carried_over() -> None:
    source = with_picture(image(gradient().tobytes()), b"0 0 10 10 re f")
    with pikepdf.open(io.BytesIO(cleaned(source).content)) as pdf:
        assert "/XObject" not in pdf.pages[0].obj["/Resources"]


def test_an_inline_picture_becomes_an_object() -> None:
    data = gradient("L", (10, 8)).tobytes()
    source = built(
        b"q 200 0 0 160 50 50 cm BI /W 10 /H 8 /CS /G /BPC 8 /Note (Kayleigh) ID " + data + b" EI Q"
    )
    copy = cleaned(source).content
    assert looks_alike(source, copy)
    assert found_in(copy, ["Kayleigh"]) == []


# ---------------------------------------------------------------- what is not seen


@pytest.mark.parametrize("filter_name", [None, "/DCTDecode"])
def test_a_cropped_picture_is_cut(filter_name: str | None) -> None:
    entries = {} if filter_name is None else {"Filter": pikepdf.Name(filter_name)}
    data = gradient().tobytes() if filter_name is None else jpeg()
    content = b"q 100 66 100 80 re W n 200 0 0 160 50 50 cm /Picture Do Q"
    source = with_picture(image(data, **entries), content)
    copy = cleaned(source)
    found = only_picture(copy.content)
    # Of 200 points by 160 for 100 pixels by 80, from 50 to 150 and from 16 to 96 are seen.
    assert (int(found["/Width"]), int(found["/Height"])) == (50, 40)
    assert np.abs(pixels(source)[0].astype(int) - pixels(copy.content)[0]).max() <= 24
    assert copy.standing == ()


def test_a_picture_beyond_the_edge_of_the_page_is_cut() -> None:
    source = with_picture(image(gradient().tobytes()), b"q 800 0 0 300 0 0 cm /Picture Do Q")
    assert int(only_picture(cleaned(source).content)["/Width"]) == 50


def test_a_picture_shown_in_two_parts_keeps_both() -> None:
    part = b"q 50 50 %d 160 re W n 200 0 0 160 50 50 cm /Picture Do Q "
    source = with_picture(image(gradient().tobytes()), part % 40 + b"q 1 0 0 1 200 0 cm " + part % 80 + b"Q")
    copy = cleaned(source).content
    with pikepdf.open(io.BytesIO(copy)) as pdf:
        widths = sorted(int(one["/Width"]) for one in pdf.pages[0].obj["/Resources"]["/XObject"].values())
    assert widths == [20, 40]


def test_pixels_under_a_mask_are_made_black() -> None:
    seen = np.zeros((80, 100), np.uint8)
    seen[:, :40] = 255
    mask = image(seen.tobytes(), ColorSpace=pikepdf.Name.DeviceGray)
    for data, more in ((gradient().tobytes(), {}), (jpeg(), {"Filter": pikepdf.Name.DCTDecode})):
        source = with_picture(image(data, SMask=mask, **more))
        copy = cleaned(source).content
        kept = np.frombuffer(only_picture(copy).read_bytes(), np.uint8).reshape(80, 100, 3)
        assert kept[:, 42:].max() == 0  # but for two pixels, which are mixed with their neighbours
        assert kept[:, :40].max() > 0
        assert looks_alike(source, copy)


def test_what_cannot_be_cut_is_counted() -> None:
    buffer = io.BytesIO()
    gradient().save(buffer, "JPEG2000", irreversible=False)
    made = image(buffer.getvalue(), Filter=pikepdf.Name.JPXDecode)
    copy = cleaned(with_picture(made, b"q 800 0 0 300 0 0 cm /Picture Do Q"))
    assert [(entry.location.place, entry.count) for entry in copy.standing] == [("P29", 1)]


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (None, None),
        ((0, 0, 1, 1), None),
        ((0.01, 0, 1, 1), None),  # a pixel at the edge is none to cut for
        ((0.5, 0, 1, 1), (50, 100, 0, 80)),
        ((0, 0, 1, 0.25), (0, 100, 60, 80)),  # the lower quarter: rows count from above
        ((0, 0, 0, 0), (0, 0, 0, 0)),
    ],
)
def test_the_pixels_that_are_seen(part: object, expected: object) -> None:
    assert cut_box(part, 100, 80) == expected  # type: ignore[arg-type]


def test_pixels_that_share_a_byte_are_cut_at_bytes() -> None:
    entries = pikepdf.Dictionary(Width=32, Height=2, BitsPerComponent=1, ColorSpace=pikepdf.Name.DeviceGray)
    data, kept = cut_out(b"\x01\x02\x03\x04\x11\x12\x13\x14", entries, (10, 20, 1, 2))
    assert (data, kept) == (b"\x12\x13", (8, 24, 1, 2))
