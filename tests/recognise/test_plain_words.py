"""Words that nobody is called by, and words that are seldom names."""

from __future__ import annotations

import pytest

from redact.recognise.lists import words
from redact.recognise.names import name_words
from redact.recognise.plain_words import is_plain, is_seldom_a_name


@pytest.mark.parametrize(
    "word",
    [
        "methadone",  # as it is listed
        "Methadone",  # at the beginning of a sentence
        "METHADONE",  # in a log
        "Appraisal's",  # what belongs to it
        "Chaperones",  # more than one
        "zig-zag",  # both parts are plain
    ],
)
def test_nobody_is_called_by_a_plain_word(word: str) -> None:
    assert is_plain(word)


@pytest.mark.parametrize(
    "word",
    [
        "Kayleigh",  # a name
        "Field",  # a name that is a word too
        "ANC",  # capitals that may be somebody's initials
        "Rose-Methadone",  # one part may be a name
        "-",  # no word at all
    ],
)
def test_what_may_be_a_name_is_not_plain(word: str) -> None:
    assert not is_plain(word)


@pytest.mark.parametrize(("word", "seldom"), [("Bronze", True), ("Joy's", True), ("Kayleigh", False)])
def test_ordinary_words_that_are_names_now_and_then(word: str, seldom: bool) -> None:
    assert is_seldom_a_name(word) is seldom


def test_no_plain_word_is_known_as_a_name() -> None:
    names = name_words() | words("seldom-names") | words("short-names")
    assert sorted(words("plain-words") & names) == []
