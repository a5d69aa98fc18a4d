"""Pictures in a copy: their pixels, cropped to what is shown, and nothing else."""

from __future__ import annotations

import io
import zipfile
from itertools import product

import pytest
from PIL import Image, PngImagePlugin

from redact.formats.building import DocumentBuilder, Request, no_progress
from redact.formats.pictures import picture_content
from redact.formats.proof import needles_of, search
from redact.formats.word.cleaning.pictures import Crop, empty_frame, pack
from redact.values.cleaning import Cleaned
from redact.values.text import Format, Location, Part
from tests.formats.word.cleaning.cleaned import cleaned, counted, every_word, member, names
from tests.formats.word.package_factory import Link, PartSpec, make_docx, p


def png(picture: Image.Image, **how: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", **how)
    return buffer.getvalue()


def jpeg(picture: Image.Image, **how: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=90, **how)
    return buffer.getvalue()


def quarters() -> Image.Image:
    """A picture of four colours, one a quarter: 40 by 40 pixels."""
    picture = Image.new("RGB", (40, 40))
    for index, (x, y) in enumerate(product((0, 20), (0, 20))):
        picture.paste(["red", "green", "blue", "yellow"][index], (x, y, x + 20, y + 20))
    return picture


def shown(relation: str = "rIdP", crop: str = "", shape: str = "") -> str:
    return (
        '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/><wp:docPr id="1" '
        'name="Orla.jpg"/>'
        '<a:graphic><a:graphicData><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="Orla.jpg"/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/>{crop}</pic:blipFill><pic:spPr>{shape}</pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def with_picture(content: bytes, body: str = "", name: str = "word/media/orla.png") -> Cleaned:
    return cleaned(make_docx(None, body or shown(), {name: PartSpec(content, None, "image", "rIdP")}))


def opened(copy: Cleaned, name: str = "word/media/image1.png") -> Image.Image:
    with zipfile.ZipFile(io.BytesIO(copy.content)) as archive:
        return Image.open(io.BytesIO(archive.read(name)))


LOSSLESS = [
    quarters(),
    quarters().convert("L"),
    quarters().convert("RGBA"),
    quarters().convert("LA"),
    quarters().convert("1"),
    quarters().convert("P"),
    Image.new("I;16", (9, 5), 40_000),
]


@pytest.mark.parametrize("picture", LOSSLESS, ids=lambda picture: picture.mode)
def test_a_picture_without_loss_keeps_every_pixel(picture: Image.Image) -> None:
    content = png(picture)
    packed = pack(content)
    assert packed is not None
    assert picture_content(packed.content) == picture_content(content)


def test_a_colour_that_lets_everything_through_still_does() -> None:
    content = png(quarters(), transparency=(255, 0, 0))
    packed = pack(content)
    assert packed is not None
    assert Image.open(io.BytesIO(packed.content)).info["transparency"] == (255, 0, 0)
    assert picture_content(packed.content) == picture_content(content)


def test_a_photograph_stays_one_and_changes_by_a_shade() -> None:
    slope = Image.linear_gradient("L").resize((64, 64))
    content = jpeg(Image.merge("RGB", (slope, slope.rotate(90), slope.rotate(180))))
    packed = pack(content)
    assert packed is not None
    before, after = (
        Image.open(io.BytesIO(content)).tobytes(),
        Image.open(io.BytesIO(packed.content)).tobytes(),
    )
    assert packed.ending == "jpeg"
    assert max(abs(one - other) for one, other in zip(before, after, strict=True)) <= 8


def test_notes_and_positions_are_gone() -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "Orla")
    exif = Image.Exif()
    exif[0x010E] = "Orla"
    for content in (png(quarters(), pnginfo=notes), jpeg(quarters(), exif=exif, comment=b"Orla")):
        packed = pack(content)
        assert packed is not None
        assert "orla" not in every_word(packed.content)
        assert set(Image.open(io.BytesIO(packed.content)).info) <= {
            "jfif",
            "jfif_version",
            "jfif_unit",
            "jfif_density",
        }


# What is cut off (in the words of DrawingML), and the size and first pixel of what is left.
CROPS: list[tuple[str, tuple[int, int], tuple[int, int, int]]] = [
    ('<a:srcRect l="50000"/>', (20, 40), (0, 0, 255)),
    ('<a:srcRect t="50000"/>', (40, 20), (0, 128, 0)),
    ('<a:srcRect l="50000" t="50000"/>', (20, 20), (255, 255, 0)),
    ('<a:srcRect l="50%"/>', (20, 40), (0, 0, 255)),
    # half a pixel that is shown stays
    ('<a:srcRect r="51000"/>', (20, 40), (255, 0, 0)),
    # less than nothing is a margin, and no crop
    ('<a:srcRect l="-10000"/>', (40, 40), (255, 0, 0)),
    ("<a:srcRect/>", (40, 40), (255, 0, 0)),
]


@pytest.mark.parametrize(("crop", "size", "first"), CROPS)
def test_what_is_cut_off_is_gone(crop: str, size: tuple[int, int], first: tuple[int, int, int]) -> None:
    copy = with_picture(png(quarters()), shown(crop=crop))
    picture = opened(copy)
    assert picture.size == size
    assert picture.getpixel((0, 0)) == first
    left = member(copy, "word/document.xml")
    assert ('l="-10000"' in left) == ("-10000" in crop)
    assert "50000" not in left


def test_an_old_drawing_is_cropped_too() -> None:
    body = (
        '<w:p><w:r><w:pict><v:shape id="Orla" style="width:9pt"><v:imagedata r:id="rIdP" croptop="32768f" '
        'cropleft=".5" o:title="Orla"/></v:shape></w:pict></w:r></w:p>'
    )
    copy = with_picture(png(quarters()), body)
    assert opened(copy).size == (20, 20)
    assert "crop" not in member(copy, "word/document.xml")
    assert "orla" not in every_word(copy.content)


def test_one_picture_shown_whole_and_cropped_is_two() -> None:
    copy = with_picture(png(quarters()), shown() + shown(crop='<a:srcRect l="50000"/>') + shown())
    assert [name for name in names(copy) if "media" in name] == [
        "word/media/image1.png",
        "word/media/image2.png",
    ]


def test_a_picture_of_which_nothing_is_shown_becomes_an_empty_frame() -> None:
    assert pack(png(quarters()), Crop(left=60_000, right=60_000)) is None


def test_colours_under_pixels_that_let_everything_through_are_wiped() -> None:
    picture = quarters().convert("RGBA")
    picture.putalpha(0)
    packed = pack(png(picture))
    assert packed is not None
    assert set(Image.open(io.BytesIO(packed.content)).tobytes()) == {0}


def test_a_drawing_that_cannot_be_made_pixels_is_lost_and_named() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><text>Orla</text></svg>'
    copy = with_picture(svg, name="word/media/image1.svg")
    assert counted(copy.lost) == {("D24", "drawings (EMF, WMF, SVG) that can be made pixels in Word only"): 1}
    assert opened(copy).tobytes() == Image.open(io.BytesIO(empty_frame().content)).tobytes()
    assert "orla" not in every_word(copy.content)


def test_a_picture_outside_of_the_file_is_lost_and_never_fetched() -> None:
    body = shown().replace('r:embed="rIdP"', 'r:link="rIdOut"')
    data = make_docx(None, body, links=[Link("https://example.org/orla.png", "image", "rIdOut")])
    copy = cleaned(data)
    assert counted(copy.lost) == {("D69", "pictures that are not in the file"): 1}
    assert "orla" not in every_word(copy.content)


def test_a_picture_that_nothing_shows_does_not_come_along() -> None:
    copy = with_picture(png(quarters()), p("a"))
    assert not [name for name in names(copy) if "media" in name]
    assert counted(copy.removed) == {("D23", "pictures that nothing shows"): 1}


def test_corners_that_a_shape_covers_are_told() -> None:
    copy = with_picture(png(quarters()), shown(shape='<a:prstGeom prst="ellipse"/>'))
    assert counted(copy.standing) == {("D32", "pictures whose edges are covered by a shape"): 1}


def test_a_picture_larger_than_we_look_at_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("redact.formats.word.cleaning.pictures.MAX_PIXELS", 1_599)
    assert pack(png(quarters())) is None


@pytest.mark.parametrize(
    ("described", "leaks"),
    [
        ("image.png", 0),  # what python-docx writes: the words of the media type that the package must state
        ("image1.png", 0),  # what other programs write: the words of the name that the copy gives it
        ("orla.png", 0),  # gone, and not in the copy
        ("child outline", 1),  # words of the text of the copy which the needle below puts back into it
    ],
)
def test_a_description_that_is_a_file_name_is_no_leak_in_names_of_ours(described: str, leaks: int) -> None:
    copy = with_picture(png(quarters()))
    alt = Location(Part.ALT_TEXT, "D47")
    builder = DocumentBuilder(Request("a.docx", b"s"), sha256="0", format=Format.DOCX)
    builder.passage(described, alt)
    needles = needles_of(builder.build(), (), frozenset({"D1"}), copy)
    content = copy.content + (b"child outline" if leaks else b"")
    assert len(search(content, needles, copy.made, no_progress)) == leaks


def test_words_of_its_own_are_those_of_its_pictures_alone() -> None:
    content = make_docx(
        None, shown(), {"word/media/orla.png": PartSpec(png(quarters()), "image/orla", "image", "rIdP")}
    )
    assert {"media/image1.png", "image/png"} <= cleaned(content).made
    assert "orla" not in " ".join(cleaned(content).made).lower()
