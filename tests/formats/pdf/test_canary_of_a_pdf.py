"""The canary: of the words that were planted in every place of a PDF, each is reported where it stands."""

from __future__ import annotations

import functools

import pytest

from redact.values.text import Document
from tests.formats.canary_pdf import Canary, Planted, canary, words
from tests.formats.canary_pdf_covered import COVERED
from tests.formats.pdf.pdf_factory import read

ENOUGH = 0.98
COVERED_KINDS = {way.kind for way in COVERED} | {"layer of a scan under its box"}


@functools.cache
def file() -> Canary:
    return canary()


@functools.cache
def document() -> Document:
    return read(file().data)


def is_reported(one: Planted) -> bool:
    """Tell whether a word stands in the right part, place and page, or what is beside it tells of it."""
    if one.beside:
        told = [*document().gaps, *document().traces]
        return any(
            told.location.place == one.place and told.location.page in (None, one.page) for told in told
        )
    for passage in document().passages:
        start = passage.text.find(one.word)
        if start < 0:
            continue
        where = passage.locate(start, start + len(one.word))
        right_place = where.place == one.place or (one.visible and where.place is None)
        if where.part in one.parts and right_place and one.page in (None, where.page):
            return True
    return False


def test_the_words_are_all_different_and_none_is_part_of_another() -> None:
    planted = [one.word for one in file().planted if one.word]
    assert len(planted) > 110
    everything = "\n".join(planted)
    assert all(everything.count(word) == 1 for word in planted)
    assert len(set(words())) == len(list(words()))


def test_every_place_of_the_catalogue_is_planted() -> None:
    places = {one.place for one in file().planted}
    missing = {f"P{number}" for number in range(1, 35)} - places
    assert missing == {"P33"}  # a file cannot be encrypted and be read without its password


@pytest.mark.parametrize("kind", [one.kind for one in file().planted])
def test_a_word_is_reported_with_its_part_and_place(kind: str) -> None:
    assert all(is_reported(one) for one in file().planted if one.kind == kind)


def test_enough_is_reported() -> None:
    found = [one for one in file().planted if is_reported(one)]
    assert len(found) >= ENOUGH * len(file().planted)


def test_covered_kinds() -> None:
    found = [one for one in file().planted if one.kind in COVERED_KINDS and is_reported(one)]
    assert len(found) == len(COVERED_KINDS) >= 29


def test_only_what_is_covered_is_marked() -> None:
    marked = {
        passage.text[region.start : region.end]
        for passage in document().passages
        for region in passage.regions
    }
    hidden = {one.word for one in file().planted if one.kind in COVERED_KINDS}
    assert marked == hidden


def test_no_word_stands_in_a_gap_or_a_trace() -> None:
    said = repr((document().gaps, document().traces)).casefold()
    assert not [one.kind for one in file().planted if one.word and one.word.casefold() in said]


def test_the_canary_is_the_same_each_time() -> None:
    assert canary().planted == file().planted
    assert read(canary().data).words == document().words
