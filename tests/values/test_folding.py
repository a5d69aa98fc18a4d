"""Folding finds one spelling for what a reader would call the same word, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.values.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("O\u2019Brien", "o'brien"),  # a curly apostrophe
        ("O\u00b4Brien", "o'brien"),  # an accent typed for one; NFKC would make a space of it
        ("Anne\u2011Marie", "anne-marie"),  # a hyphen that does not break
        ("Kay\u00adleigh", "kayleigh"),  # a soft hyphen
        ("K\u200bay", "kay"),  # a zero-width space
        ("Zoe\u0308", "zo\u00eb"),  # e and a combining diaeresis
        ("\uff2dary", "mary"),  # a full-width letter
        ("\ufb01ona", "fiona"),  # a ligature
        ("Mary\u00a0Ann", "mary ann"),  # a space that does not break
        ("Mary\tAnn", "mary ann"),
        ("Mary\nAnn", "mary\nann"),  # a line stays a line
        ("Stra\u00dfe", "strasse"),
        ("it`s", "it's"),
        ("a\x1cb\x0cc", "a b c"),  # parts and pages are parted by signs that are spaces too
        ("caf\u0065\u0301 and", "caf\u00e9 and"),  # the last letter of a plain stretch has a mark
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_case_can_be_kept() -> None:
    assert fold("PC O\u2019Brien", case=False).text == "PC O'Brien"


@pytest.mark.parametrize(
    ("text", "word", "original"),
    [
        ("Ms Zoe\u0308 Hart", "zo\u00eb", "Zoe\u0308"),  # the mark belongs to its letter
        ("Ms Kay\u00adleigh", "kayleigh", "Kay\u00adleigh"),
        ("Ms \ufb01ona", "fiona", "\ufb01ona"),  # two letters behind one code point
        ("Ms \ufb01ona", "iona", "\ufb01ona"),  # half a ligature is the whole of it
    ],
)
def test_the_way_back(text: str, word: str, original: str) -> None:
    folded = fold(text)
    at = folded.text.index(word)
    start, end = folded.span(at, at + len(word))
    assert text[start:end] == original


@given(st.text(alphabet=st.characters(max_codepoint=0x17F), max_size=60), st.booleans())
def test_letters_without_marks_fold_one_by_one(text: str, case: bool) -> None:
    folded = fold(text, case=case)
    assert folded.text == "".join(fold(letter, case=case).text for letter in text)


@given(st.text(max_size=60), st.data())
def test_every_stretch_maps_into_the_text(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    first, last = folded.span(start, end)
    assert 0 <= first < last <= len(text)
    assert folded.text[start:end] in fold(text[first:last]).text


def test_an_empty_stretch_has_nothing_behind_it() -> None:
    with pytest.raises(ValueError, match="no stretch"):
        fold("Kay").span(1, 1)
