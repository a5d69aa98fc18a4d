from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.recognise.model.pieces import UNKNOWN, Gap, Shape
from tests.recognise.model.model_factory import PIECES, VOCABULARY


def _written(text: str) -> list[str]:
    return [text[word.start : word.end] for word in VOCABULARY.words(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kayleigh's plan", ["Kayleigh", "'", "s", "plan"]),  # the possessive stands apart
        ("O’Brien-Vesey", ["O", "’", "Brien", "-", "Vesey"]),  # curly apostrophe, double name
        ("K.B. rang", ["K", ".", "B", ".", "rang"]),  # initials
        ("Vesey/Quill", ["Vesey", "/", "Quill"]),  # two people in one token
        ("a | b\tc", ["a", "b", "c"]),  # the bar between cells is a gap
        ("........ 12", ["........", "12"]),  # a line to write on is one word
        ("...", [".", ".", "."]),  # three are what somebody meant
        ("Zoe\u0308 came", ["Zoe\u0308", "came"]),  # an accent set apart belongs to its letter
        ("Kay\u00adleigh", ["Kay\u00adleigh"]),  # a soft hyphen prints nothing
        ("王小明", ["王", "小", "明"]),  # each ideograph is a word
        ("snake_case", ["snake", "_", "case"]),  # an underscore parts words
        ("♥ Kay", ["♥", "Kay"]),  # what is no letter is a sign
        ("", []),  # nothing
        (" \n\t", []),  # nothing that prints
    ],
)
def test_words_of_a_text(text: str, words: list[str]) -> None:
    assert _written(text) == words


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("rang", Shape.LOWER),
        ("Kay", Shape.TITLE),
        ("VESEY", Shape.UPPER),
        ("K", Shape.CAPITAL),
        ("McKay", Shape.MIXED),
        ("2011", Shape.DIGITS),
        ("SW1", Shape.LETTERS_AND_DIGITS),
        ("?", Shape.STOP),
        ("’", Shape.QUOTE_OR_HYPHEN),
        (";", Shape.COMMA_OR_COLON),
        ("&", Shape.SLASH_OR_AND),
        ("(", Shape.BRACKET),
        ("שרה", Shape.CASELESS),
        ("§", Shape.OTHER),
    ],
)
def test_the_shape_of_a_word(word: str, shape: Shape) -> None:
    assert [each.shape for each in VOCABULARY.words(word)] == [shape]


@pytest.mark.parametrize(
    ("between", "gap"),
    [
        (" ", Gap.SPACE),
        ("  ", Gap.SPACE),  # two spaces behind a sentence
        ("   ", Gap.CELL),  # columns set with spaces
        ("\t", Gap.CELL),
        (" | ", Gap.CELL),
        ("\n", Gap.LINE),
        ("\r\n", Gap.LINE),
        ("\t\n", Gap.LINE),  # the end of a row
    ],
)
def test_the_gap_before_a_word(between: str, gap: Gap) -> None:
    first, second = VOCABULARY.words(f"kay{between}vesey")
    assert (first.gap, second.gap) == (Gap.LINE, gap)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("Kayleigh", ["kayleigh"]),  # the longest piece wins over "kay"
        ("Brandreth", ["brand", "##reth"]),
        ("KAY", ["kay"]),
        ("Káy", ["kay"]),  # accents are dropped, set apart or not
        ("Ka\u0301y", ["kay"]),
        ("Ka\u00ady", ["kay"]),  # and what prints nothing
        ("’", ["'"]),
        ("____", ["_"]),  # a row of signs reads as one
    ],
)
def test_a_word_falls_into_pieces(word: str, pieces: list[str]) -> None:
    (only,) = VOCABULARY.words(word)
    assert only.pieces == tuple(PIECES[piece] for piece in pieces)


@pytest.mark.parametrize("word", ["Жанна", "a" * 101])  # letters that it does not know; too long
def test_what_the_vocabulary_does_not_hold_is_one_unknown_piece(word: str) -> None:
    (only,) = VOCABULARY.words(word)
    assert only.pieces == (UNKNOWN,)


@given(st.text(max_size=200))
def test_words_stand_in_order_and_nothing_that_prints_is_passed_over(text: str) -> None:
    words = VOCABULARY.words(text)
    ends = [0, *(word.end for word in words)]
    assert all(before <= word.start < word.end for before, word in zip(ends, words, strict=False))
    covered = {at for word in words for at in range(word.start, word.end)}
    left = [letter for at, letter in enumerate(text) if at not in covered and letter.isalnum()]
    assert left == []


@given(st.text(max_size=200))
def test_every_word_has_a_piece(text: str) -> None:
    assert all(word.pieces for word in VOCABULARY.words(text))
