"""Words that nobody is called by, and words that are seldom names."""

from __future__ import annotations

import pytest

from corpus.cases.values import Heritage
from corpus.pools.reading import entries
from redact.recognise.clipped import is_clipped_word
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
        "Ketoconazole",  # a medicine
        "Hexavalent",  # a vaccine
        "Rhinorrhoea",  # a sign
        "Gastroscopy",  # a procedure
        "Nephrologist",  # who does it
        "Servitor",  # a system
        "Infanticide",  # a word of courts
        "Overpayment",  # a word of money
        "Navaratri",  # a feast
        "Fishcakes",  # food
        "Labradoodle",  # a beast
        "Numberplate",  # the road
        "Teleconf",  # a clipped word
        "Islamophobia",  # an idea
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
        "McDonald",  # a shop's, and many a family's
        "Salami",  # food, and a surname of the Yoruba
        "Senna",  # a medicine, and a forename
        "Ashura",  # a feast, and a forename of the Swahili
        "Sims",  # a system, and a surname
        "Bannister",  # a rail, and a surname
        "Ahmadi",  # a faith, and a surname
        "Ramadan",  # a feast, and a name
    ],
)
def test_what_may_be_a_name_is_not_plain(word: str) -> None:
    assert not is_plain(word)


@pytest.mark.parametrize(("word", "seldom"), [("Bronze", True), ("Joy's", True), ("Kayleigh", False)])
def test_ordinary_words_that_are_names_now_and_then(word: str, seldom: bool) -> None:
    assert is_seldom_a_name(word) is seldom


@pytest.mark.parametrize("word", ["Diaz", "Recep", "Abdo", "Prem", "Thor", "Finan", "Sedat"])
def test_what_may_be_a_name_is_no_clipped_word(word: str) -> None:
    assert not is_clipped_word(word)


_OF_NAMES = (
    "forenames",
    "forename-sexes",
    "forename-spellings",
    "invented-names",
    "pet-names",
    "seldom-names",
    "seldom-surnames",
    "short-names",
)


_VERBS = frozenset({"has", "were"})  # a pet name and a surname of Kenya, and words of every sentence


def _in_pools() -> frozenset[str]:
    """Give every name, in lower case, of the pools from which the practice cases are drawn."""
    every = (
        entry.name.casefold()
        for heritage in Heritage
        for section in ("first f", "first m", "last")
        for entry in entries(f"names/{heritage.value}.txt", section)
    )
    return frozenset(word for name in every for word in name.replace("-", " ").split())


def test_no_plain_word_is_known_as_a_name() -> None:
    names = name_words().union(_in_pools(), *map(words, _OF_NAMES)) - _VERBS
    assert sorted(words("plain-words") & names) == []


def test_no_clipped_word_with_a_capital_is_known_as_a_name() -> None:
    names = name_words().union(_in_pools(), *map(words, _OF_NAMES))
    assert [word for word in sorted(words("clipped-words") & names) if is_clipped_word(word.title())] == []
