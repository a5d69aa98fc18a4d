"""Which two spellings may be one word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.resolve.slips import is_near, is_slip, neighbours_of, sound_of

SLIPS = [
    ("osgood", "osgoood", True),  # doubled
    ("harriet", "harreit", True),  # exchanged
    ("harriet", "hartiet", True),  # the key beside it
    ("harriet", "harrict", True),  # e read as c
    ("shammari", "sharnmari", True),  # m read as rn
    ("jayden", "hayden", False),  # first letters
    ("maria", "mario", False),  # an ending
    ("wroblewski", "wroblewska", False),
    ("daniel", "daniela", False),
    ("ellie", "elsie", False),  # no keys beside each other
    ("ann", "amn", False),  # too short
    ("osgood", "osgood", False),  # the same
]


@pytest.mark.parametrize(("one", "other", "slip"), SLIPS)
def test_slips(one: str, other: str, slip: bool) -> None:
    assert is_slip(one, other) is slip
    assert is_slip(other, one) is slip


def test_beside_the_same_forename_one_letter_is_enough() -> None:
    assert is_near("farrell", "farell")
    assert is_near("khan", "khen")
    assert is_near("iyer", "lyer")  # a capital i read as l
    assert not is_near("osgood", "osgood")
    assert not is_near("khan", "chan")


SOUNDS = [
    ("sohail", "suhail", True),
    ("lata", "latha", True),
    ("daahir", "dahir", True),
    ("jennifer", "jenipher", True),
    ("kerry", "kerri", False),  # the ending tells them apart
    ("hasan", "hussein", False),
]


@pytest.mark.parametrize(("one", "other", "same"), SOUNDS)
def test_sounds(one: str, other: str, same: bool) -> None:
    assert (sound_of(one) == sound_of(other)) is same


def test_a_mohammed_sounds_like_nobody() -> None:
    assert [sound_of(name) for name in ("mohammed", "muhammad", "mohamed")] == ["", "", ""]


WORDS = st.text("abceilmnrw", min_size=1, max_size=8)


@given(WORDS, WORDS)
def test_words_one_slip_apart_share_a_neighbour(one: str, other: str) -> None:
    if is_slip(one, other) or (is_near(one, other) and one[0] == other[0]):
        assert set(neighbours_of(one)) & set(neighbours_of(other))
