"""Parts of postcodes, and what only looks like one: labels in use, roads, sections."""

from __future__ import annotations

import pytest

from redact.values.people import Label
from tests.recognise.recognise_factory import found

FOUND = [
    ("They lived in SW4 then.", "in SW4"),  # beside living somewhere
    ("She moved to a flat in SW1.", "in SW1"),
    ("the SW4 area", "SW4 area"),
    ("in the BR1 area", "BR1 area"),
    ("a nursery in MK11", "MK11"),
    ("in the SE10 postcode", "SE10 postcode"),
    ("around NG15 that night", "NG15"),
    ("the M14 area", "M14 area"),
    ("in EC1A, near the river", "EC1A"),
]
MISSES = [
    "SW1 and HV2 visited.",
    "in SW1's view",
    "confidence in SW2 was low",
    "SN1 saw her",
    "in B12 and folate",
    "on the A12, in M25 traffic",
    "in S47 enquiries",
    "S17 and S47 in S31",
    "Child A2 in CP1",
    "A303",
    "the PC2 notes",
    "in WT15",
    "his mother, A12 and the baby",
    "The care plan for A1 was late.",
    "in Unit B4",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_a_part_beside_words_of_a_place_is_found(text: str, expected: str) -> None:
    assert found(text, Label.POSTCODE) == [expected]


@pytest.mark.parametrize("text", MISSES)
def test_labels_roads_and_sections_are_none(text: str) -> None:
    assert found(text, Label.POSTCODE) == []


def test_a_whole_postcode_stays_whole() -> None:
    assert found("in AB99 9ZZ", Label.POSTCODE) == ["AB99 9ZZ"]
