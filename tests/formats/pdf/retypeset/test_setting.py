"""How lines are broken, how wide columns are, and what of a typeface goes into a file."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from redact.formats.pdf.retypeset.breaking import broken, width_of
from redact.formats.pdf.retypeset.face import BOLD, REGULAR, face, part_of
from redact.formats.pdf.retypeset.grids import grid_of
from redact.formats.pdf.retypeset.letters import SIGN, bare, can_be_set, settable
from redact.formats.pdf.retypeset.pieces import Piece
from redact.values.text import Location, Part, Passage


@given(st.text("ab-  \t\n\u00e9", max_size=200), st.sampled_from([30.0, 60.0, 400.0]))
def test_nothing_is_lost_at_a_line_end_and_no_line_ends_in_a_hyphen(text: str, width: float) -> None:
    lines = broken(text, width, 10)
    assert "".join("".join(lines).split()) == "".join(text.split())
    if "\n" not in text:  # a line end of the text's own stays where it is
        assert not [line for line in lines[:-1] if line.endswith("-")]
    assert all(width_of(line, 10) <= width or "-" in line or len(line) == 1 for line in lines)


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("plain", "plain"),
        ("e\u0301te\u0301", "\u00e9t\u00e9"),  # letters in two pieces
        ("\ufb01nd \ufb02at", "find flat"),  # letters that were joined
        ("a\u00adb\u200bc\ufeff", "abc"),  # what shows nothing
        ("a\u00a0b\u2009c", "a b c"),  # spaces of all kinds
        ("well\u2011known \u2010", "well-known -"),  # hyphens of all kinds
        ("a\u2028b\r\nc\x0bd", "a\nb\nc\nd"),  # line ends of all kinds
        ("\uf0b7 one \uf0fc \uf0a8", "\u2022 one \u2713 \u2610"),  # signs of old picture fonts
        ("\U0001f600 \ue123", f"{SIGN} {SIGN}"),  # signs without a shape
        ("a\x01b", "ab"),  # what controls a printer
    ],
)
def test_what_is_drawn(text: str, drawn: str) -> None:
    assert settable(text) == drawn
    assert can_be_set(settable(text))
    assert settable(settable(text)) == settable(text)


@pytest.mark.parametrize(
    "text",
    [
        "\u0645\u062d\u0645\u062f",  # Arabic
        "\u05d3\u05d5\u05d3",  # Hebrew
        "\u0930\u093e\u092e",  # Devanagari, whose letters join
        "\u674e\u660e",  # Chinese, without a shape
        "\u0661\u0662",  # digits that stand among letters from the right
    ],
)
def test_letters_that_cannot_be_drawn_stay_and_are_known(text: str) -> None:
    assert settable(text) == text
    assert not can_be_set(text)


def test_bare_letters_are_all_but_white_space_and_hyphens() -> None:
    assert bare(" a-b\u2011c\u00ad\n\td. ") == "abcd."


@pytest.mark.parametrize("name", [REGULAR, BOLD])
def test_a_part_of_a_typeface_is_one_in_itself(name: str) -> None:
    letters = sorted("Aa\u00e9\u0142\u1eb9\u2610\u00bd ")
    made = part_of(face(name), letters)
    assert made == part_of(face(name), letters)
    assert len(made) < 40_000
    ImageFont.truetype(io.BytesIO(made), 20)
    assert made[4:6] == b"\0\x09"  # nine tables, none that names anybody


def cells(rows: list[list[str]]) -> list[Piece]:
    found = []
    for row, texts in enumerate(rows, 1):
        for column, text in enumerate(texts, 1):
            where = Location(Part.TABLE, page=1, block=1, cell=(row, column))
            found += (
                [Piece(Passage(f"d:{row}.{column}", text, where), ((0, len(text), text),))] if text else []
            )
    return found


def test_a_narrow_column_gets_what_it_needs_before_a_wide_one_gets_all() -> None:
    grid = grid_of(cells([["1 March 2021", "It was late. " * 40], ["2", "So it was."]]), 400, 700, 10)
    assert grid is not None
    assert grid.rows[0][0].lines == ("1 March 2021",)
    assert grid.rows[0][1].left == pytest.approx(width_of("1 March 2021", 9) + 2 * grid.pad, abs=1)
    assert grid.heights[0] > grid.heights[1]


def test_words_that_no_column_has_room_for_are_set_smaller_and_then_cut() -> None:
    grid = grid_of(cells([["a" * 60, "b" * 60, "c" * 60]]), 300, 700, 10)
    assert grid is not None
    assert grid.size == pytest.approx(6.0)
    assert all(len(cell.lines) > 1 for cell in grid.rows[0])


def test_a_row_that_no_sheet_has_room_for_is_no_table() -> None:
    assert grid_of(cells([["a", "It was late. " * 900]]), 300, 700, 10) is None
