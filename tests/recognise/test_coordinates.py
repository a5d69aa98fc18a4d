"""Places on the map in all ways of writing them; the places are known buildings or the sea."""

from __future__ import annotations

import pytest

from redact.values.people import Label
from tests.recognise.recognise_factory import found

FOUND = [
    ("at 51.5007, -0.1246 then", "51.5007, -0.1246"),
    ("51.5007,-0.1246", "51.5007,-0.1246"),
    ("51.5007 -0.1246", "51.5007 -0.1246"),  # no comma
    ("51.5007, \u22120.1246", "51.5007, \u22120.1246"),  # a minus sign
    ("(60.1530, -1.1429)", "60.1530, -1.1429"),
    ("52.20531\u00b0N, 0.12181\u00b0E", "52.20531\u00b0N, 0.12181\u00b0E"),
    ("51\u00b030'02\"N 0\u00b007'28\"W", "51\u00b030'02\"N 0\u00b007'28\"W"),
    ("51\u00b0 30.04' N, 0\u00b0 7.5' W", "51\u00b0 30.04' N, 0\u00b0 7.5' W"),
    ("OS grid reference TQ 300 800", "TQ 300 800"),
    ("grid ref TQ3000080000", "TQ3000080000"),
    ("///aaa.bbb.ccc", "aaa.bbb.ccc"),
    ("what3words aaa.bbb.ccc", "aaa.bbb.ccc"),
]
MISSES = [
    "40.7128, -74.0060",  # another country
    "51.50, -0.12",  # too coarse to be copied from a device
    "53.123, 2.999",  # the sea
    "a mean of 51.5007 in 2009",
    "sections 51.1 and 0.1",
    "51.5007.1, 0.1246",
    "TQ 300 800",  # nothing beside it
    "NN 123 456 on file",
    "www.aaa.bbb.example",
    "e.g. this.that.other",
    "https://aaa.bbb.example/ccc",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_a_place_on_the_map_is_found(text: str, expected: str) -> None:
    assert found(text, Label.PLACE) == [expected]


@pytest.mark.parametrize("text", MISSES)
def test_other_numbers_and_words_are_none(text: str) -> None:
    assert found(text, Label.PLACE) == []
