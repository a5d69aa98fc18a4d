"""Words that stand as names beside them do: children with years, speakers, and months before surnames."""

from __future__ import annotations

import pytest

from tests.recognise.recognise_factory import text_of
from tests.recognise.standing_factory import people_with_model

NAMES = ("Ida", "Osgoode")


def _people(text: str) -> set[str]:
    document, found = people_with_model(text, NAMES)
    return {text_of([document], each) for each in found}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("4.1 Rejoice (2005) and Ida (2008) were called liars.", "Rejoice"),
        ("The order names Ida (2008), Rejoice (2010) and Bounty (2011).", "Bounty"),
        ("Who knew? Ida: not me. Bertie: nor I.", "Bertie"),
        ("Ida: I did not know.\nBertie: nor did I.", "Bertie"),
    ],
)
def test_one_who_is_found_shows_the_other(text: str, name: str) -> None:
    assert name in _people(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ida: I did not know. Outcome: none.", "Outcome"),
        ("Ida: three. Placement: none. Education: none.", "Placement"),
        ("Ida (2008) and Ofsted (2010) are in the table.", "Ofsted"),
        ("The handbook (2005) and Ida (2008) were lost.", "handbook"),
        ("Keeping Time (2005) and Ida (2008) were lost.", "Time"),
        ("We lost Action (2005) and Outcome (2008).", "Outcome"),  # nobody is found
    ],
)
def test_a_label_or_a_book_is_no_name(text: str, word: str) -> None:
    assert word not in _people(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She had none. April Osgoode, a youth worker, said so.", "April Osgoode"),
        ("Then June Osgoode told her.", "June Osgoode"),
        ("May Osgoode, the aunt, came.", "May Osgoode"),
        ("In April Osgoode came.", "Osgoode"),
        ("May Osgoode come?", "Osgoode"),
        ("On 4 April Osgoode was seen.", "Osgoode"),
        ("By early June Osgoode had left.", "Osgoode"),
    ],
)
def test_a_month_is_a_forename_where_no_date_stands(text: str, expected: str) -> None:
    assert {each for each in _people(text) if "Osgoode" in each} == {expected}
