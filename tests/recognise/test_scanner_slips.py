"""Ordinary words that a scanner has misread, and names that look like them."""

from __future__ import annotations

import pytest

from redact.recognise.scanner_slips import is_misread


@pytest.mark.parametrize("word", ["Tbere", "Thcre", "whcre", "surnarne", "TeIl", "sbuts", "tbey"])
def test_a_misread_word_is_no_name(word: str) -> None:
    assert is_misread(word)


# Names that one letter parts from an ordinary word, and words as they should be.
@pytest.mark.parametrize(
    "word", ["Iain", "Ilse", "Rees", "Vold", "Marek", "Bas", "Clare", "there", "THCRE", "Hannab", "Tbilisi"]
)
def test_a_name_is_not_taken_for_one(word: str) -> None:
    assert not is_misread(word)
