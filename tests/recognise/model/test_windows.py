from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.recognise.model.pieces import Word
from redact.recognise.model.windows import Seam, cut, seams, windows
from tests.recognise.model.model_factory import VOCABULARY

PLACES = st.sampled_from(list(Seam))


def _pieces(text: str, limit: int) -> list[str]:
    words = VOCABULARY.words(text)
    cuts = cut([1] * len(words), seams(words), limit)
    return [text[words[low].start : words[high - 1].end] for low, high in cuts]


@pytest.mark.parametrize(
    ("text", "limit", "windows"),
    [
        # one window, when all fits
        ("Kay rang. Vesey came.", 10, ["Kay rang. Vesey came."]),
        # a line end before the end of a sentence
        ("Kay rang. Vesey\nKay came now", 6, ["Kay rang. Vesey", "Kay came now"]),
        # the end of a sentence before a comma
        ("Kay rang. Then, so", 5, ["Kay rang.", "Then, so"]),
        # a title and an initial end no sentence
        ("he met Mr. Vesey now", 5, ["he met Mr. Vesey", "now"]),
        ("all met K. Vesey, so it was", 7, ["all met K. Vesey,", "so it was"]),
        # a line that breaks a sentence is no place to cut, a line behind a full stop is
        ("so Kay\nrang. Vesey came here", 6, ["so Kay\nrang.", "Vesey came here"]),
        # a sentence longer than a window is cut behind a comma
        ("one two three, four five six", 5, ["one two three,", "four five six"]),
        # and a name with an apostrophe stays whole
        ("one two three O'Brien", 5, ["one two three", "O'Brien"]),
    ],
)
def test_where_a_text_is_cut(text: str, limit: int, windows: list[str]) -> None:
    assert _pieces(text, limit) == windows


def test_a_word_longer_than_a_window_stands_alone() -> None:
    assert cut([1, 200, 1], [Seam.LINE, Seam.WORD, Seam.WORD], 126) == [(0, 1), (1, 2), (2, 3)]


def test_no_words_give_no_window() -> None:
    assert cut([], [], 126) == []


@given(st.lists(st.tuples(st.integers(1, 20), PLACES), max_size=120), st.integers(20, 60))
def test_every_word_is_in_exactly_one_window_and_none_is_too_long(
    words: list[tuple[int, Seam]], limit: int
) -> None:
    sizes = [size for size, _ in words]
    windows = cut(sizes, [place for _, place in words], limit)
    assert [at for low, high in windows for at in range(low, high)] == list(range(len(words)))
    assert all(sum(sizes[low:high]) <= limit for low, high in windows)


@given(
    st.text(alphabet="kayles vBR.,\n\t'", max_size=400).map(lambda text: text * 4),
    st.integers(1, 60),
)
def test_windows_are_the_same_however_many_words_are_taken_at_once(text: str, at_once: int) -> None:
    every = VOCABULARY.words(text)
    words: list[Word] = []
    found = list(windows(VOCABULARY.each_word(text), words, at_once))
    assert tuple(words) == every
    assert found == cut([len(word.pieces) for word in every], seams(every))
