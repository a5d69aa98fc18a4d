"""A pattern of any of some words finds what a row of them finds, the longest first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.recognise import regex
from redact.recognise.any_of import any_of

_WORDS = st.sets(st.text(alphabet="ab-'. (", min_size=1, max_size=5), min_size=1, max_size=8)


@given(words=_WORDS, text=st.text(alphabet="ab-'. (", max_size=30))
def test_it_finds_what_a_row_of_words_finds(words: set[str], text: str) -> None:
    row = "|".join(map(regex.escape, sorted(words, key=lambda word: (-len(word), word))))
    for stop in ("", r"(?![ab])"):
        expected = [match.span() for match in regex.compile(rf"(?:{row}){stop}").finditer(text)]
        found = regex.compile(rf"(?:{any_of(words)}){stop}").finditer(text)
        assert [match.span() for match in found] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["Down", "Downs"], "Downs"),  # the longer of two that begin alike
        (["Crohn", "Cushing"], None),  # none of them stands there
        (["Down syndrome", "Downs"], "Downs"),  # one whose beginning alone stands there is not taken
    ],
)
def test_the_longest_is_taken(words: list[str], expected: str | None) -> None:
    match = regex.compile(any_of(words)).search("the Downs are hills")
    assert (match[0] if match else None) == expected
