"""The register of cleaners: each is there, and what it calls seen is in the catalogue of places."""

from __future__ import annotations

import pytest

from redact.errors import WrongType
from redact.formats.cleaners import CLEANERS, Cleaner, cleaner_of
from redact.formats.intake import FORMATS
from redact.values.places import PLACES
from redact.values.text import Format


def named(cleaner: Cleaner) -> str:
    return cleaner.format.value


def test_a_format_has_one_cleaner() -> None:
    formats = [cleaner.format for cleaner in CLEANERS]
    assert len(formats) == len(set(formats))
    assert Format.DOCX in formats


@pytest.mark.parametrize("cleaner", CLEANERS, ids=named)
def test_a_cleaner_is_there_for_a_format_that_is_read(cleaner: Cleaner) -> None:
    assert callable(cleaner.function())
    (read,) = [entry for entry in FORMATS if entry.format is cleaner.format]
    assert set(cleaner.suffixes) <= set(read.suffixes)


@pytest.mark.parametrize("cleaner", CLEANERS, ids=named)
def test_places_that_are_seen_are_places(cleaner: Cleaner) -> None:
    assert cleaner.seen <= set(PLACES)
    assert cleaner.unwrapped <= cleaner.seen
    assert cleaner.stays == cleaner.seen - cleaner.unwrapped


def test_comments_deletions_and_metadata_are_seen_nowhere() -> None:
    hidden = {f"D{number}" for number in (7, 9, *range(25, 71))} | {"P3", "P9", "P10", "P17", "P18", "P19"}
    assert not [cleaner.format for cleaner in CLEANERS if cleaner.seen & hidden]


def test_a_format_without_a_cleaner_says_what_to_do() -> None:
    with pytest.raises(WrongType) as raised:
        cleaner_of(Format.RTF)
    assert "Word document" in raised.value.remedy
