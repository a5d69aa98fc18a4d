"""Names that the documents themselves say to be those of things, and people who stand beside such words."""

from __future__ import annotations

import pytest

from redact.recognise.grids import View, grids
from redact.recognise.readings import readings
from redact.recognise.thing_names import is_at_a_place, things_told
from redact.values.text import Document
from tests.recognise.recognise_factory import table_document, text_document


def _told(*documents: Document) -> list[str]:
    views = []
    for each in documents:
        first = tuple(first for first, _ in readings(each))
        views.append(View(each, first, (), tuple(grids(first))))
    return sorted(things_told(views).words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The cat called Wyvern slept.", "wyvern"),  # what an animal does shows nobody
        ("Fed goats. Goat called Wyvern ate it.", "wyvern"),  # at the beginning
        ("Their dog, Wyvern, was seized.", "wyvern"),  # beside it
        ("Fed by Wyvern, a hamster.", "wyvern"),  # behind it, and in no list
        ("It was typed on a form known as Wyvern.", "wyvern"),
        ("They went to a playgroup called Wyvern.", "wyvern"),  # behind a preposition too
        ("The hub, which at that time was called Wyvern, was shut.", "wyvern"),
        ("Bronze, Wyvern and Plover are names of classes.", "bronze plover wyvern"),  # several at once
        ("Bronze was the word Ida chose for it.", "bronze"),  # what somebody does to a thing
        ("Wyvern, which is the specialist unit, came.", "wyvern"),
        ("It went by Wyvern, the trust's portal, at last.", "wyvern"),
        ("A note in Wyvern (a database) was lost.", "wyvern"),
        ("He was moved to Wyvern Ward at ten.", "wyvern"),
        ("It was done under Operation Wyvern.", "wyvern"),
        ("Toys: Bronze, Wyvern, Plover. Then bed.", "bronze plover wyvern"),  # a list of goods
    ],
)
def test_what_is_told_to_be_a_thing(text: str, words: str) -> None:
    assert _told(text_document(text)) == words.split()


@pytest.mark.parametrize(
    "text",
    [
        "A worker of a team called Ida came.",  # who belongs to the body
        "A boy on a bus called Ida a liar.",  # who calls somebody something
        "The unit called Ida twice.",
        "Ida was the class teacher.",  # the noun goes on to a person's
        "Ida is one of the team.",
        "Ida is a member of the club.",
        "Ida is the name of the aunt.",
        "By count: Rosa, Ida, the cat, God.",  # a list of people and others
        "Protective factors: Kay, Bronze, a hamster.",  # one of whom may be somebody
        "There was mould in Ida's room.",  # an owner
        "It was the Harte file.",
        "Toys: brought by Ida.",  # no item is a name
        "Wyvern asked for the system.",
        "It was by the class, Dr Ida Ward.",  # a title
    ],
)
def test_who_is_no_thing(text: str) -> None:
    assert _told(text_document(text)) == []


def test_a_column_of_goods_holds_things() -> None:
    rows = [["System", "Worker"], ["Wyvern", "Ida"], ["Bronze", "Rosa Harte"]]
    assert _told(table_document(rows)) == ["bronze", "wyvern"]


def test_a_column_of_three_things_is_listed() -> None:
    rows = [["Software", "Since"], ["Wyvern", "May"], ["Plover", "June"], ["Tern", "July"]]
    document = table_document(rows)
    first = tuple(first for first, _ in readings(document))
    told = things_told([View(document, first, (), tuple(grids(first)))])
    assert told.words == {"wyvern", "plover", "tern"}
    assert len(told.listed) == 3


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The child was on Wyvern", True),
        ("It was entered in Wyvern", True),
        ("He confided in Wyvern", False),  # what is done with people
        ("She relied on Wyvern", False),
        ("It was in Wyvern's room", False),  # an owner
    ],
)
def test_a_place_where_things_stand(text: str, told: bool) -> None:
    at = text.index("Wyvern")
    assert is_at_a_place(text, at, at + len("Wyvern")) is told
