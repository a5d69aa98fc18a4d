"""When there is no copy: hidden words in a line, covering annotations, undecided marks, hostile files."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest

from redact.errors import Damaged, FileFault, Hostile, LimitReached, PasswordNeeded
from redact.formats.building import Request
from redact.formats.pdf.cleaning import clean
from tests.formats.pdf import hostile_factory as hostile
from tests.formats.pdf.cleaning.cleaning_factory import (
    PICTURES,
    PLAIN,
    built,
    cleaned,
    found_in,
    looks_alike,
    page_texts,
    refused,
    saved,
    with_resource,
)
from tests.formats.pdf.pdf_factory import SECRET, changed, drawn, prose

NAME = "Ashdown"
LINE = f"BT /F1 12 Tf 40 200 Td (The mother, {NAME}, was told.) Tj ET "
BESIDE = "BT /F1 12 Tf 40 240 Td (The panel met twice in the spring.) Tj ET "


@pytest.mark.parametrize(
    ("content", "places"),
    [
        (BESIDE + LINE + "0 g 30 190 300 30 re f", {"P3", "P4", "P5"}),  # a black box
        (BESIDE + "1 g " + LINE, {"P9"}),  # white on white
        (BESIDE + "q 0 0 10 10 re W n " + LINE + "Q", {"P10"}),  # cut off
        # Part of a text object in mode 3: to leave it out would move what follows.
        (BESIDE + f"BT /F1 12 Tf 40 200 Td (Told ) Tj 3 Tr ({NAME} Kayleigh) Tj 0 Tr ( was.) Tj ET", {"P10"}),
    ],
)
def test_words_in_a_line_are_not_taken_out(content: str, places: set[str]) -> None:
    refusal = refused(built(content))
    assert {entry.location.place for entry in refusal.because} <= places
    assert [(entry.location.page, entry.count >= 1) for entry in refusal.because] == [(1, True)]
    assert NAME not in repr(refusal)


@pytest.mark.parametrize(
    "content",
    [
        BESIDE + "BT 3 Tr /F1 12 Tf 40 200 Td (Told of Kayleigh Ashdown) Tj ET",  # never painted
        BESIDE + "BT /F1 12 Tf 40 900 Td (Told of Kayleigh Ashdown) Tj ET",  # above the page
        BESIDE + "BT /F1 12 Tf 1 0 0 1 -900 20 Tm (Told of ) Tj (Kayleigh Ashdown) Tj ET",  # left of it
        BESIDE + "q 1 0 0 1 2000 0 cm BT /F1 12 Tf 9 9 Td [(Told of Kay) -20 (leigh Ashdown)] TJ ET Q",
        BESIDE + "BT 3 Tr /F1 12 Tf 14 TL 40 200 Td (Told of) ' 1 2 (Kayleigh Ashdown) \" ET",
    ],
)
def test_whole_text_objects_that_nobody_sees_are_left_out(content: str) -> None:
    source = built(content)
    copy = cleaned(source)
    assert looks_alike(source, copy.content)
    assert found_in(copy.content, [NAME, "kayleigh", "told of"]) == []
    assert "spring" in page_texts(copy.content)[0]


def test_a_layer_that_is_not_shown_is_left_out() -> None:
    source = built(BESIDE + "/OC /Layer BDC " + LINE + "0 1 0 rg 10 10 50 50 re f /OC /Shown BDC EMC EMC")
    pdf = pikepdf.open(io.BytesIO(source))
    off, on = (pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=NAME)) for _ in range(2))
    pdf.pages[0].obj["/Resources"]["/Properties"] = pikepdf.Dictionary(Layer=off, Shown=on)
    pdf.Root["/OCProperties"] = pikepdf.Dictionary(
        OCGs=pikepdf.Array([off, on]), D=pikepdf.Dictionary(OFF=pikepdf.Array([off]))
    )
    source = saved(pdf)
    copy = cleaned(source).content
    assert looks_alike(source, copy)
    assert found_in(copy, [NAME]) == []


def _annotated(**entries: object) -> bytes:
    def hang(pdf: pikepdf.Pdf) -> None:
        made = {key: make(pdf) if callable(make) else make for key, make in entries.items()}
        note = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Annot, **made))
        pdf.pages[0].obj["/Annots"] = pikepdf.Array([note])

    return changed(built(BESIDE + LINE), hang)


def _look(content: bytes) -> Callable[[pikepdf.Pdf], pikepdf.Dictionary]:
    def make(pdf: pikepdf.Pdf) -> pikepdf.Dictionary:
        look = pdf.make_stream(
            content, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 300, 40]
        )
        return pikepdf.Dictionary(N=pdf.make_indirect(look))

    return make


def test_an_annotation_that_covers_words_is_refused() -> None:
    source = _annotated(
        Subtype=pikepdf.Name.Square, Rect=[30, 190, 330, 230], AP=_look(b"0 g 0 0 300 40 re f")
    )
    assert {entry.location.place for entry in refused(source).because} == {"P7"}
    # As a picture of the page it stays black.
    assert found_in(cleaned(source, PICTURES).content, [NAME]) == []


def _over_a_drawing(subtype: str) -> bytes:
    """Hang something black over strokes at the foot of the page."""
    black = _look(b"0 g 0 0 300 40 re f")
    source = _annotated(Subtype=pikepdf.Name(subtype), Rect=[30, 20, 330, 60], AP=black)
    strokes = b" ".join(b"%d 25 m %d 55 l S" % (x, x + 9) for x in range(40, 320, 4))
    pdf = pikepdf.open(io.BytesIO(source))
    contents = pdf.pages[0].obj["/Contents"]
    contents.write(contents.read_bytes() + b" " + strokes)
    return saved(pdf)


def test_an_annotation_that_covers_a_drawing_is_refused() -> None:
    assert {entry.location.place for entry in refused(_over_a_drawing("/Stamp")).because} == {"P7"}


def test_the_sign_of_an_attached_file_covers_no_drawing() -> None:
    assert cleaned(_over_a_drawing("/FileAttachment")).lost == ()


def test_a_drawn_annotation_that_goes_is_said_to_be_lost() -> None:
    source = _annotated(
        Subtype=pikepdf.Name.Stamp, Rect=[30, 20, 330, 60], AP=_look(b"1 0 0 rg 0 0 90 9 re f")
    )
    copy = cleaned(source)
    assert [(entry.location.place, entry.count) for entry in copy.lost] == [("P19", 1)]
    assert looks_alike(built(BESIDE + LINE), copy.content)


def test_a_note_goes_without_a_word() -> None:
    copy = cleaned(_annotated(Subtype=pikepdf.Name.Text, Rect=[3, 3, 9, 9], Contents=f"Ask {NAME} Kayleigh"))
    assert copy.lost == ()
    assert "P19" in {entry.location.place for entry in copy.removed}
    assert found_in(copy.content, ["kayleigh"]) == []


def test_a_mark_for_redaction_is_refused() -> None:
    refusal = refused(_annotated(Subtype=pikepdf.Name.Redact, Rect=[30, 190, 330, 230]))
    assert [(entry.location.place, entry.location.page) for entry in refusal.because] == [("P8", 1)]
    assert "Apply the redaction" in refusal.remedy


def _form(**entries: object) -> bytes:
    def add(pdf: pikepdf.Pdf) -> None:
        made = {key: make(pdf) if callable(make) else make for key, make in entries.items()}
        widget = pdf.make_indirect(pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, T="field", **made
        ))  # fmt: skip
        pdf.pages[0].obj["/Annots"] = pikepdf.Array([widget])
        pdf.Root["/AcroForm"] = pikepdf.Dictionary(Fields=pikepdf.Array([widget]))

    return changed(built(BESIDE), add)


SHOWS = b"q 0.9 g 0 0 300 40 re f Q BT 0 g /F1 14 Tf 5 12 Td (Filled in) Tj ET"


def _field_look(pdf: pikepdf.Pdf) -> pikepdf.Dictionary:
    look = _look(SHOWS)(pdf)
    look["/N"]["/Resources"] = pdf.pages[0].obj["/Resources"]
    return look


def test_a_field_becomes_drawing() -> None:
    copy = cleaned(_form(Rect=[40, 50, 190, 70], V="Filled in", AP=_field_look))
    assert "Filled in" in page_texts(copy.content)[0]
    with pikepdf.open(io.BytesIO(copy.content)) as pdf:
        assert "/AcroForm" not in pdf.Root
        assert "/Annots" not in pdf.pages[0].obj
    by_hand = built(BESIDE + "q .5 0 0 .5 40 50 cm " + SHOWS.decode() + " Q")
    assert looks_alike(by_hand, copy.content)


def test_a_field_may_use_a_font_of_the_form() -> None:
    def bare(pdf: pikepdf.Pdf) -> pikepdf.Dictionary:
        look = _look(SHOWS.replace(b"/F1", b"/Shared"))(pdf)
        look["/N"]["/Resources"] = pikepdf.Dictionary()
        return look

    source = _form(Rect=[40, 50, 190, 70], V="Filled in", AP=bare)
    pdf = pikepdf.open(io.BytesIO(source))
    courier = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Courier
    )
    pdf.Root["/AcroForm"]["/DR"] = pikepdf.Dictionary(Font=pikepdf.Dictionary(Shared=courier))
    with pikepdf.open(io.BytesIO(cleaned(saved(pdf)).content)) as copy:
        fonts = {str(one.get("/BaseFont")) for one in copy.objects if isinstance(one, pikepdf.Dictionary)}
    assert "/Courier" in fonts


def test_a_field_without_a_form_becomes_drawing_too() -> None:
    pdf = pikepdf.open(io.BytesIO(_form(Rect=[40, 50, 190, 70], V="Filled in", AP=_field_look)))
    del pdf.Root["/AcroForm"]
    assert "Filled in" in page_texts(cleaned(saved(pdf)).content)[0]


@pytest.mark.parametrize("flags", [2, 32], ids=["hidden", "not viewed"])
def test_a_field_that_is_not_shown_goes(flags: int) -> None:
    copy = cleaned(_form(Rect=[40, 50, 190, 70], V=NAME, F=flags, AP=_field_look)).content
    assert found_in(copy, [NAME, "Filled in"]) == []


def test_a_value_that_another_program_would_draw_is_refused() -> None:
    refusal = refused(_form(Rect=[40, 50, 190, 70], V=NAME))
    assert [(entry.location.place, entry.count) for entry in refusal.because] == [("P22", 1)]
    picture = cleaned(_form(Rect=[40, 50, 190, 70], V=NAME), PICTURES)
    assert [entry.location.place for entry in picture.lost] == ["P22"]


def test_an_empty_field_is_no_reason() -> None:
    assert cleaned(_form(Rect=[40, 50, 190, 70])).lost == ()


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (hostile.garbage, Damaged),
        (hostile.form_fan_out, Hostile),
        (hostile.recursive_form, Hostile),
        (hostile.deep_forms, LimitReached),
    ],
)
def test_a_hostile_file_is_refused_as_its_reader_does(
    make: Callable[[], bytes], error: type[FileFault]
) -> None:
    with pytest.raises(error):
        clean(make(), Request(name="", secret=SECRET), PLAIN)


@pytest.mark.parametrize("make", [hostile.bfrange_bomb, hostile.scattered_letters])
def test_a_map_without_end_and_scattered_letters_are_carried_over(make: Callable[[], bytes]) -> None:
    assert looks_alike(make(), cleaned(make()).content)


def test_a_pattern_that_draws_itself_ends() -> None:
    def tile(pdf: pikepdf.Pdf) -> pikepdf.Object:
        made = pdf.make_indirect(pdf.make_stream(
            b"/Pattern cs /Tile scn 0 0 5 5 re f", PatternType=1, PaintType=1, TilingType=1,
            BBox=[0, 0, 10, 10], XStep=10, YStep=10,
        ))  # fmt: skip
        made["/Resources"] = pikepdf.Dictionary(Pattern=pikepdf.Dictionary(Tile=made))
        return made

    source = with_resource(built(b"/Pattern cs /Tile scn 0 0 90 90 re f"), "Pattern", "Tile", tile)
    with pytest.raises(LimitReached):
        clean(source, Request(name="", secret=SECRET), PLAIN)


def test_a_file_with_a_password_asks_for_it() -> None:
    source = changed(drawn(prose), lambda pdf: None, encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(PasswordNeeded):
        clean(source, Request(name="", secret=SECRET), PLAIN)
