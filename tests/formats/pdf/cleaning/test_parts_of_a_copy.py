"""What a copy is made of, piece by piece: operators, names, fonts, maps of letters, profiles, layers."""

from __future__ import annotations

import io
import struct
from decimal import Decimal
from functools import reduce
from operator import getitem

import pikepdf
import pytest
from PIL import ImageCms

from redact.formats.pdf.cleaning.layers import Layers
from redact.formats.pdf.cleaning.lettermaps import letter_map
from redact.formats.pdf.cleaning.operators import fitting
from redact.formats.pdf.cleaning.placing import Placing
from redact.formats.pdf.cleaning.profiles import stripped_profile
from redact.formats.pdf.cleaning.programs import stripped_program
from tests.formats.pdf.cleaning.cleaning_factory import (
    built,
    cleaned,
    found_in,
    looks_alike,
    page_texts,
    with_resource,
)

NAME = "Kayleigh"


# ---------------------------------------------------------------- operators and names


@pytest.mark.parametrize(
    ("name", "operands", "expected"),
    [
        ("w", [2], [2]),
        ("w", [pikepdf.String(NAME), 2], [2]),  # a string before the operand that counts
        ("w", [pikepdf.String(NAME)], None),  # a string where a number belongs
        ("Td", [1], None),  # too few
        ("m", [9, 9, 1, 2], [1, 2]),  # too many: the last ones are drawn
        ("Tj", [pikepdf.String("a"), pikepdf.String("b")], [pikepdf.String("b")]),
        ("scn", [pikepdf.String(NAME), Decimal("0.5")], [Decimal("0.5")]),
        ("TJ", [pikepdf.Array([pikepdf.String("a"), -3, pikepdf.Name("/Kayleigh")])], None),
        ("BDC", [pikepdf.Name("/P"), pikepdf.Dictionary()], None),  # marked content is not drawn
        ("XX", [], None),  # of no list
    ],
)
def test_an_operator_keeps_what_it_takes(name: str, operands: list[object], expected: object) -> None:
    if name == "TJ":
        assert [list(array) for array in fitting(name, operands) or []] == [[pikepdf.String("a"), -3]]
    else:
        assert fitting(name, operands) == expected


def test_comments_notes_and_strange_operands_go() -> None:
    source = built(
        f"% {NAME} one\n(Kayleigh two) 1 w /P <</ActualText (Kayleigh three) /E (Kayleigh)>> BDC "
        f"BT /F1 12 Tf 20 200 Td (kept) Tj % {NAME}\n ET EMC /Kayleigh MP /Kayleigh BMC EMC "
        f"BX (Kayleigh) zz EX 10 10 m 90 90 l S"
    )
    copy = cleaned(source).content
    assert found_in(copy, [NAME]) == []
    assert looks_alike(source, copy)
    assert page_texts(source) == ["Kayleigh three"]  # pdfium reads what stands for the drawn word
    assert page_texts(copy) == ["kept"]


def test_names_of_the_source_do_not_come_through() -> None:
    source = built(b"/KayleighGs gs /KayleighCs cs 0.5 scn 10 10 80 80 re f /KayleighSh sh")
    font = ("/Resources", "/Font", "/F1")
    source = with_resource(source, "ExtGState", "KayleighGs", lambda pdf: pikepdf.Dictionary(
        ca=0.5, Name=NAME, Font=pikepdf.Array([reduce(getitem, font, pdf.pages[0].obj), 9])))  # fmt: skip
    tint = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 1, 1], C1=[1, 0, 0], N=1, Note=NAME)
    source = with_resource(source, "ColorSpace", "KayleighCs", lambda pdf: pikepdf.Array(
        [pikepdf.Name.Separation, pikepdf.Name("/Kayleigh"), pikepdf.Name.DeviceRGB, tint]))  # fmt: skip
    source = with_resource(source, "Shading", "KayleighSh", lambda pdf: pikepdf.Dictionary(
        ShadingType=2, ColorSpace=pikepdf.Name.DeviceRGB, Coords=[0, 0, 400, 0], Function=tint,
        BBox=[100, 100, 200, 200]))  # fmt: skip
    copy = cleaned(source).content
    assert found_in(copy, [NAME]) == []
    assert looks_alike(source, copy)


def test_a_program_for_colours_loses_its_comments() -> None:
    source = built(b"/Cs cs 0.3 scn 10 10 80 80 re f")

    def space(pdf: pikepdf.Pdf) -> pikepdf.Object:
        tint = pdf.make_stream(
            b"{ % Kayleigh\n dup 0.5 mul exch 1 exch sub 0 }", FunctionType=4, Domain=[0, 1],
            Range=[0, 1, 0, 1, 0, 1],
        )  # fmt: skip
        return pikepdf.Array(
            [pikepdf.Name.Separation, pikepdf.Name("/Ink"), pikepdf.Name.DeviceRGB, pdf.make_indirect(tint)]
        )

    source = with_resource(source, "ColorSpace", "Cs", space)
    copy = cleaned(source).content
    assert found_in(copy, [NAME]) == []
    assert looks_alike(source, copy)


# ---------------------------------------------------------------- fonts and maps of letters


KEPT = pikepdf.new()  # an object lives as long as its pdf


def _map(body: str) -> pikepdf.Object:
    return KEPT.make_indirect(KEPT.make_stream(f"begincmap {body} endcmap".encode()))


def _letters(made: object) -> dict[str, str]:
    assert isinstance(made, bytes)
    lines = [line for line in made.decode().splitlines() if line.startswith("<") and "> <" in line]
    pairs = (line.replace("<", "").replace(">", "").split() for line in lines[1:])
    return {code: bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}


@pytest.mark.parametrize(
    ("body", "codes", "width", "expected"),
    [
        ("1 beginbfchar <41> <0061> endbfchar", {0x41}, 1, {"41": "a"}),
        ("1 beginbfchar <42> <0062> endbfchar", {0x41}, 1, {}),  # a code that nobody shows
        ("1 beginbfrange <40> <50> <0061> endbfrange", {0x41, 0x60}, 1, {"41": "b"}),
        ("1 beginbfrange <0040> <0042> [<0061> <00660069> <0063>] endbfrange", {0x41}, 2, {"0041": "fi"}),
        ("% <41> <0061>\n", {0x41}, 1, {}),  # a comment is no entry
        ("1 beginbfrange <0000> <FFFF> <0000> endbfrange", {0x41}, 2, {"0041": "A"}),
        ("1 beginbfchar <41> <D83DDE00> endbfchar", {0x41}, 1, {"41": "\U0001f600"}),
        (f"1 beginbfchar <41> <{'0061' * 40}> endbfchar", {0x41}, 1, {}),  # a text where a letter belongs
    ],
)
def test_a_map_tells_the_letters_that_are_shown(
    body: str, codes: set[int], width: int, expected: dict[str, str]
) -> None:
    assert _letters(letter_map(_map(body), frozenset(codes), width)) == expected


def test_of_two_letters_for_a_code_both_stay_in_their_order() -> None:
    made = letter_map(_map("2 beginbfchar <41> <002D> <41> <2011> endbfchar"), frozenset({0x41}), 1)
    assert made.index(b"<41> <002D>") < made.index(b"<41> <2011>")


def test_no_map_gives_none() -> None:
    assert letter_map(None, frozenset(), 1) is None
    assert letter_map(pikepdf.Name("/Identity-H"), frozenset(), 2) == pikepdf.Name("/Identity-H")


def test_a_font_loses_the_letters_that_are_not_shown() -> None:
    source = built(b"BT /Hand 12 Tf 20 200 Td (ab) Tj ET")

    def hand(pdf: pikepdf.Pdf) -> pikepdf.Object:
        sizes = {"/a": b"300", "/b": b"500", "/Kayleigh": b"400"}
        glyphs = {
            name: pdf.make_stream(b"600 0 0 0 500 500 d1 0 0 %b 500 re f %% Kayleigh" % size)
            for name, size in sizes.items()
        }
        differences = [97, pikepdf.Name("/a"), pikepdf.Name("/b"), pikepdf.Name("/Kayleigh")]
        return pdf.make_indirect(pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type3, FontBBox=[0, 0, 600, 700],
            FontMatrix=[0.001, 0, 0, 0.001, 0, 0], CharProcs=pikepdf.Dictionary(glyphs), FirstChar=97,
            LastChar=99, Widths=[600, 600, 600], Name=pikepdf.Name("/Kayleigh"),
            Encoding=pikepdf.Dictionary(Differences=differences), Resources=pikepdf.Dictionary(),
        ))  # fmt: skip

    source = with_resource(source, "Font", "Hand", hand)
    copy = cleaned(source).content
    assert found_in(copy, [NAME]) == []
    assert looks_alike(source, copy)
    assert page_texts(copy) == page_texts(source)


def test_a_font_file_loses_its_names_and_keeps_its_length() -> None:
    names = struct.pack(">HHH", 0, 1, 18) + struct.pack(">HHHHHH", 3, 1, 0, 4, 8, 0) + NAME.encode()
    table = 12 + 16 * 3
    offsets = (table, table + len(names), table + len(names) + 8)
    entries = [
        (b"name", offsets[0], len(names)),
        (b"PfEd", offsets[1], 8),
        (b"glyf", offsets[2], 4),
    ]
    head = b"\0\1\0\0" + struct.pack(">HHHH", 3, 0, 0, 0)
    head += b"".join(struct.pack(">4sIII", name, 0, offset, size) for name, offset, size in entries)
    source = head + names + NAME.encode() + b"GLYF"
    stripped = stripped_program(source, "/FontFile2")
    assert NAME.encode() not in stripped
    assert len(stripped) == len(source)
    assert stripped.endswith(b"GLYF")


def test_a_postscript_font_loses_its_strings() -> None:
    source = (
        b"%!PS-AdobeFont-1.0: Hand\n% by Kayleigh\n/Notice (Drawn by Kayleigh \\(K\\)) def\neexec\x01\x02(x"
    )
    stripped = stripped_program(source, "/FontFile")
    assert NAME.encode() not in stripped
    assert (len(stripped), stripped[-9:]) == (len(source), b"eexec\x01\x02(x")


def _list_of(*entries: bytes) -> bytes:
    ends = [1]
    for entry in entries:
        ends.append(ends[-1] + len(entry))
    return struct.pack(">HB", len(entries), 1) + bytes(ends) + b"".join(entries)


def test_a_compact_font_loses_its_notices_and_keeps_its_glyphs() -> None:
    # Notice is string 391, the full name 392; 12 0 is the copyright, 393; 394 is the name of a glyph.
    number = (391).to_bytes(2, "big"), (392).to_bytes(2, "big"), (393).to_bytes(2, "big")
    dictionary = b"\x1c" + number[0] + b"\x01\x1c" + number[1] + b"\x02\x1c" + number[2] + b"\x0c\x00"
    dictionary += b"\x1e\x0a\x14\x05\x41\xff\x0c\x08\x8b\x8b\x8b\x8b\x05"  # a fraction; a box
    strings = _list_of(b"by Kayleigh", b"Kayleigh Hand", b"(c) Kayleigh", b"glyph")
    source = b"\x01\x00\x04\x01" + _list_of(b"KayleighHand") + _list_of(dictionary) + strings + b"GLYPHS"
    stripped = stripped_program(source, "/FontFile3")
    assert NAME.encode() not in stripped
    assert len(stripped) == len(source)
    assert stripped.endswith(b"glyphGLYPHS")
    assert dictionary in stripped
    assert stripped_program(b"\x01\x00\x04", "/FontFile3") == b"\x01\x00\x04"


def test_a_profile_keeps_its_colours_and_loses_its_words() -> None:
    source = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    stripped = stripped_profile(source)
    words = "sRGB".encode("utf-16-be")
    assert words in source
    assert words not in stripped
    assert len(stripped) == len(source)
    before, after = (ImageCms.ImageCmsProfile(io.BytesIO(data)).profile for data in (source, stripped))
    assert (after.red_primary, after.media_white_point) == (before.red_primary, before.media_white_point)
    assert stripped_profile(b"short") == b""
    assert stripped_profile(source[:200]) == b""  # a table that ends before its entries


# ---------------------------------------------------------------- layers and places


def _layered(**configuration: object) -> tuple[Layers, list[pikepdf.Object]]:
    pdf = pikepdf.new()
    groups = [pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="x")) for _ in range(2)]
    chosen = {
        key: pikepdf.Array([groups[int(index)] for index in value]) if isinstance(value, list) else value
        for key, value in configuration.items()
    }
    pdf.Root["/OCProperties"] = pikepdf.Dictionary(OCGs=pikepdf.Array(groups), D=pikepdf.Dictionary(**chosen))
    layers = Layers(pdf.Root)
    return layers, [*groups, pdf]


@pytest.mark.parametrize(
    ("configuration", "shown"),
    [
        ({}, [True, True]),
        ({"OFF": [1]}, [True, False]),
        ({"BaseState": pikepdf.Name.OFF, "ON": [1]}, [False, True]),
        ({"OFF": [0, 1], "ON": [0]}, [True, False]),
    ],
)
def test_a_layer_is_shown_as_the_file_opens(configuration: dict[str, object], shown: list[bool]) -> None:
    layers, (first, second, *_) = _layered(**configuration)
    assert [layers.shows(first), layers.shows(second)] == shown
    assert layers.shows(None)  # what belongs to no layer


@pytest.mark.parametrize(
    ("rule", "shown"), [("AnyOn", True), ("AllOn", False), ("AnyOff", True), ("AllOff", False)]
)
def test_several_layers_by_a_rule(rule: str, shown: bool) -> None:
    layers, (first, second, *_) = _layered(OFF=[1])
    members = pikepdf.Dictionary(
        Type=pikepdf.Name.OCMD, OCGs=pikepdf.Array([first, second]), P=pikepdf.Name(f"/{rule}")
    )
    assert layers.shows(members) is shown


def test_several_layers_by_an_expression() -> None:
    layers, (first, second, *_) = _layered(OFF=[1])
    either = pikepdf.Array([pikepdf.Name.Or, first, pikepdf.Array([pikepdf.Name.Not, first])])
    both = pikepdf.Array([pikepdf.Name.And, first, second])
    for expression, shown in ((either, True), (both, False)):
        assert layers.shows(pikepdf.Dictionary(Type=pikepdf.Name.OCMD, VE=expression)) is shown


@pytest.mark.parametrize(
    ("operators", "expected"),
    [
        ([("cm", [100, 0, 0, 50, 10, 10])], (0, 0, 1, 1)),  # all of it on the page
        ([("cm", [400, 0, 0, 100, 0, 0])], (0, 0, 0.5, 1)),  # half beyond the edge
        ([("re", [0, 0, 50, 50]), ("W", []), ("n", []), ("cm", [100, 0, 0, 100, 0, 0])], (0, 0, 0.5, 0.5)),
        ([("cm", [100, 0, 0, -100, 0, 150])], (0, 0, 1, 1)),  # upside down
        ([("cm", [0, 400, -100, 0, 100, 0])], (0, 0, 0.5, 1)),  # turned by a quarter
        ([("cm", [10, 0, 0, 10, 900, 0])], (0, 0, 0, 0)),  # nothing of it
        ([("cm", [100, 30, -30, 100, 0, 0])], None),  # on the slant: not told
        (
            [("re", [0, 0, 9, 9]), ("l", [9, 9]), ("W", []), ("n", []), ("cm", [9, 0, 0, 9, 0, 0])],
            (0, 0, 1, 1),
        ),
    ],
)
def test_what_is_seen_of_a_picture(operators: list[tuple[str, list[float]]], expected: object) -> None:
    placing = Placing((0, 0, 200, 200))
    for name, operands in operators:
        placing.take(name, operands)
    seen = placing.seen_of_unit()
    assert seen == (None if expected is None else pytest.approx(expected))
