"""Places by the words around them, and what stands in a street; all invented."""

from __future__ import annotations

import pytest

from redact.recognise.finding import find_mentions
from redact.recognise.place_names import COUNTRY, TOWN, guess
from redact.values.people import Label, Standing
from tests.recognise.recognise_factory import RULES, found, text_document, text_of

TOWNS = [
    ("The family lived in Anytown for a year.", "Anytown"),
    ("They were housed near Elmhurst.", "Elmhurst"),
    ("She grew up in Stoke-on-Elm.", "Stoke-on-Elm"),
    ("the village of Great Elmhurst", "Great Elmhurst"),
    ("They moved to the town of Elmhurst.", "Elmhurst"),
    ("her home in Elmhurst", "Elmhurst"),
    ("He bought it at Tanner Off Licence.", "Tanner Off Licence"),
]
NO_PLACES = [
    "The family lived in England and in Greater London.",  # too large
    "They lived in Kent and later in South Wales.",  # a county, a country of these islands
    "He was born in May and raised in Care.",  # a month, a word
    "She lived in Karen's flat.",  # a person's
    "He lived in Foster Care.",
    "They came to the Crown Court.",
    "the off licence and the shop",
    "They moved to Parent 1.",
]
PARTS_OF_ADDRESSES = [
    ("a room over the chip shop in Weir Street", "room over the chip shop in Weir Street"),
    ("the flat above the old launderette, off Tanner Row", "flat above the old launderette, off Tanner Row"),
    ("seen at the chip shop in Weir Street", "the chip shop in Weir Street"),
    ("the house next to the pub on the Elm estate", "house next to the pub on the Elm estate"),
    ("a bedsit opposite the library in Elm Avenue", "bedsit opposite the library in Elm Avenue"),
    ("a flat in Tanner Row", "Tanner Row"),  # the flat itself says nothing
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOWNS)
def test_a_town_or_a_landmark_is_a_place(text: str, expected: str) -> None:
    assert found(text, Label.PLACE) == [expected]


@pytest.mark.parametrize("text", NO_PLACES)
def test_large_areas_and_plain_words_are_none(text: str) -> None:
    assert found(text, Label.PLACE) == []


@pytest.mark.parametrize(("text", "expected"), PARTS_OF_ADDRESSES)
def test_what_stands_in_a_street_is_a_part_of_an_address(text: str, expected: str) -> None:
    document = text_document(text)
    (one,) = [each for each in find_mentions([document], recognisers=RULES) if each.label is Label.ADDRESS]
    assert (text_of([document], one), one.score < 0.6) == (expected, True)


def test_what_stands_in_a_town_is_joined_where_few_towns_have_two_of_it() -> None:
    assert found("the chip shop in the village of Elmhurst", Label.ADDRESS) == []  # "village" stands between
    assert found("They lived in Elmhurst. Later: the chip shop in Elmhurst.", Label.ADDRESS) == []
    assert found("a room over the chip shop in Weir Street, Elmhurst", Label.ADDRESS) == [
        "room over the chip shop in Weir Street"
    ]


def test_the_town_of_the_board_is_known() -> None:
    document = text_document(
        "Anytown Borough Council took part.\n\nThe family lived in Anytown, then in Elmhurst."
    )
    places = [each for each in find_mentions([document], recognisers=RULES) if each.label is Label.PLACE]
    assert [(text_of([document], each), each.standing) for each in places] == [
        ("Anytown", Standing.PUBLIC),
    ]


@pytest.mark.parametrize(
    ("name", "label", "score"),
    [
        ("Elmhurst", Label.PLACE, TOWN),
        ("the Netherlands", Label.PLACE, COUNTRY),
        ("Sierra Leone", Label.PLACE, COUNTRY),
        ("Weir Street", Label.ADDRESS, TOWN),
        ("Larkrise estate", Label.ADDRESS, TOWN),
        ("Elmhurst Park", Label.PLACE, TOWN),  # a street's type, and more often a park
    ],
)
def test_what_a_name_names(name: str, label: Label, score: float) -> None:
    one = guess(name)
    assert one is not None
    assert (one.label, one.score) == (label, score)


@pytest.mark.parametrize(
    "name", ["England", "South Yorkshire", "North Africa", "M25", "Ward 4", "", "Polish"]
)
def test_what_a_name_does_not_name(name: str) -> None:
    assert guess(name) is None


def test_a_word_that_may_be_somebodys_is_left_to_the_name() -> None:
    document = text_document("Mrs Elmhurst came.\n\nThey moved to Elmhurst.")
    labels = {each.label for each in find_mentions([document], recognisers=RULES)}
    assert labels == {Label.PERSON}
