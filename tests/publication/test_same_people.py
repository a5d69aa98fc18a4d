"""Whether two names are of one person: in eight disguises they are, and two people who look alike are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.publication.same_people import folded_name, is_same

NAME = "Zoë Anne-Marie O'Neill"

# Letter case, spaces, a title, letters behind the name, the order, accents and marks, an initial, what
# nobody sees: each is one way to write one person as two.
DISGUISES = (
    "zoë anne-marie o'neill",
    "  Zoë   Anne Marie   O’Neill ",
    "Dr Zoë Anne-Marie O'Neill",
    "Zoë Anne-Marie O'Neill MBE, PhD",
    "O'Neill, Zoë Anne-Marie",
    "Zoe Anne-Marie ONeill",
    "Z. A. O'Neill",
    "Zo\u00ad\u200be\u0308 Anne\u2011Marie O\u02bcNeill",
    "Ｚｏë Anne-Marie O'Neill",
    "Zoë O'Neill",
    "Prof. Dame Zoë O'NEILL",
)


@pytest.mark.parametrize("disguise", DISGUISES)
def test_one_person_in_many_disguises(disguise: str) -> None:
    assert is_same(NAME, "", disguise, "")
    assert is_same(disguise, "", NAME, "")


def test_two_cards_do_not_make_two_people_of_one_name() -> None:
    assert is_same(NAME, "a" * 32, NAME.upper(), "b" * 32)


def test_one_card_is_one_person_whatever_name_stands_beside_it() -> None:
    assert is_same("Imogen Tarrant", "a" * 32, "Joseph Adeyemi-Clarke", "a" * 32)
    assert not is_same("Imogen Tarrant", "", "Joseph Adeyemi-Clarke", "")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Imogen Tarrant", "Joseph Tarrant"),
        ("Imogen Tarrant", "Imogen Adeyemi"),
        ("Imogen Rose Tarrant", "Imogen Grace Tarrant"),
        ("I. Tarrant", "J. Tarrant"),
        ("Dr Tarrant", "Dr Adeyemi"),
        ("J. T.", "Joseph Tarrant"),  # two initials alone are nobody in particular
    ],
)
def test_two_people_are_two(first: str, second: str) -> None:
    assert not is_same(first, "", second, "")
    assert not is_same(second, "", first, "")


def test_a_name_of_nothing_but_a_title_is_not_everybody() -> None:
    assert folded_name("The Dean") == ("dean",)
    assert folded_name("Dr") == ("dr",)
    assert not is_same("Dr", "", NAME, "")


@given(st.text(max_size=40), st.text(max_size=40))
def test_it_is_the_same_both_ways_and_never_fails(first: str, second: str) -> None:
    assert is_same(first, "", second, "") is is_same(second, "", first, "")
    assert is_same(first, "", first, "")
