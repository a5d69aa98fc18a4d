"""Small words: numbers with their nouns, plain ASCII, nothing that moves the cursor."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.report.wording import ascii_words, count, listed, ordinal, printable, short_digest


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0 gaps"), (1, "1 gap"), (2, "2 gaps"), (34560, "34,560 gaps")],
)
def test_numbers_take_their_noun(number: int, words: str) -> None:
    assert count(number, "gap") == words


def test_a_plural_of_its_own_is_used() -> None:
    assert (count(1, "finding that blocks", "findings that block"), count(2, "one", "two")) == (
        "1 finding that blocks",
        "2 two",
    )


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"),
     (102, "102nd"), (111, "111th")],
)  # fmt: skip
def test_ordinals_are_english(number: int, words: str) -> None:
    assert ordinal(number) == words


@pytest.mark.parametrize(
    ("items", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_end_with_and(items: list[str], words: str) -> None:
    assert listed(items) == words


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (
            "\u201cChild A\u201d \u2013 the mother\u2019s",
            '"Child A" - the mother\'s',
        ),  # what editors make of quotes
        ("caf\u00e9", "cafe"),  # an accent is dropped
        ("two\nlines  of\ttext", "two lines of text"),  # one line
        ("\u2192", "?"),  # no form in ASCII
    ],
)
def test_our_words_become_ascii(text: str, plain: str) -> None:
    assert ascii_words(text) == plain


@given(st.text())
def test_what_is_printed_is_as_long_and_holds_no_control(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert shown.isprintable() or any(letter.isspace() for letter in shown)
    assert not set(shown) & set("\x00\x07\x1b\r\n\u202e\u2066\u200b\u2028")


def test_letters_of_any_script_are_kept() -> None:
    assert printable("Zo\u00eb \u0416 \u5b57") == "Zo\u00eb \u0416 \u5b57"


def test_a_short_digest_is_the_beginning_of_the_digest_itself() -> None:
    assert (short_digest("sha256:0123456789abcdef"), short_digest("0123456789abcdef")) == (
        "01234567",
        "01234567",
    )
