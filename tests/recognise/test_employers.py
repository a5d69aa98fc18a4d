"""Where somebody works, by the words around it; all invented."""

from __future__ import annotations

import pytest

from redact.recognise.finding import find_mentions
from redact.values.people import Label
from tests.recognise.recognise_factory import RULES, found, text_document

WORK = [
    ("The father worked at Larkrise and came home late.", ["Larkrise"]),
    ("She had a job at Vesey Tyres in the town.", ["Vesey Tyres"]),
    ("He was employed at the Harte Brothers.", ["Harte Brothers"]),
    ("He works nights at Elmhurst Foods.", ["Elmhurst Foods"]),
]
NO_WORK = [
    "The father worked at night and at home.",
    "She worked at CAMHS.",  # a short form of an agency
    "She worked at Ofsted.",  # known everywhere
    "He worked at Easter.",
]


@pytest.mark.parametrize(("text", "expected"), WORK)
def test_where_somebody_works_is_an_organisation(text: str, expected: list[str]) -> None:
    assert found(text, Label.ORGANISATION) == expected


@pytest.mark.parametrize("text", NO_WORK)
def test_plain_words_and_agencies_are_none(text: str) -> None:
    assert found(text, Label.ORGANISATION) == []


def test_a_name_behind_for_is_left_to_the_name() -> None:
    """Somebody may work for somebody."""
    document = text_document("The father works for Quillham on the farm.")
    labels = {each.label for each in find_mentions([document], recognisers=RULES)}
    assert labels == {Label.PERSON}
