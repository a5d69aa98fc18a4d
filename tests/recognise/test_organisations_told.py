"""Organisations that a field or the words beside them tell; all invented."""

from __future__ import annotations

import pytest

from redact.values.people import Label
from tests.recognise.recognise_factory import found, table_document

FOUND = [
    ("Nursery: Tiny Toes", "Tiny Toes"),
    ("GP surgery: Larkrise", "Larkrise"),
    ("nursery setting: Jumping Jacks", "Jumping Jacks"),
    ("They fled to Haven Lodge, a women's refuge in the county.", "Haven Lodge"),
    ("He lives at Elmfield (a supported accommodation).", "Elmfield"),
    ("a hostel called Elm Lodge", "Elm Lodge"),
    ("Contact was at Larkrise Sure Start Centre.", "Larkrise Sure Start Centre"),
    ("off roll at Larkrise High in May", "Larkrise High"),
    ("remanded to HMP & YOI Tarn Hill", "HMP & YOI Tarn Hill"),
    ("heard from Vesey and Co about it", "Vesey and Co"),
    ("They pray at the Gurdwara Larkrise Darbar.", "Gurdwara Larkrise Darbar"),
    ("seen by Larkrise CAMHS", "Larkrise CAMHS"),
    ("registered with Larkrise Group Practice", "Larkrise Group Practice"),
]
LEFT = [
    "School: not known",
    "School: School 1",
    "Hospital: Yes, seen there",
    "In May, the school rang. On Monday, a nursery closed.",
    "The school, the nursery and the refuge met.",
    "CAMHS and a housing association were told.",
    "Sure Start was cut back.",
]


@pytest.mark.parametrize(("text", "name"), FOUND)
def test_what_words_call_an_organisation_is_one(text: str, name: str) -> None:
    assert name in found(text, Label.ORGANISATION)


@pytest.mark.parametrize("text", LEFT)
def test_plain_words_name_none(text: str) -> None:
    assert found(text, Label.ORGANISATION) == []


def test_the_label_of_a_real_table_asks_for_one() -> None:
    document = table_document([["Name", "Nursery"], ["Child K", "Tiny Toes"]])
    assert "Tiny Toes" in found(document, Label.ORGANISATION)
