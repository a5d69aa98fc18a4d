"""Signs that a name is a thing's: a noun behind it, a list or a column of things; and people beside them."""

from __future__ import annotations

import pytest

from redact.recognise.readings import readings
from redact.recognise.thing_signs import is_beside_a_noun, is_column_of_things, is_forename, items_of_lists
from tests.recognise.recognise_factory import text_document


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("It was drawn as a Wyvern triangle.", "Wyvern"),
        ("They used Wyvern questionnaire packs.", "Wyvern"),  # without an article
        ("He came home with a Wyvern splint.", "Wyvern"),
        ("A Wyvern link was sent to all.", "Wyvern"),  # behind "a" any noun will do
        ("It was done on the Wyvern, at last.", "Wyvern"),  # "the" alone before it
        ("Nobody had used that Wyvern.", "Wyvern"),
    ],
)
def test_a_word_before_a_noun_is_a_thing(text: str, word: str) -> None:
    assert is_beside_a_noun(text, text.index(word), text.index(word) + len(word))


@pytest.mark.parametrize(
    "text",
    [
        "The Harte family moved out.",  # what people have
        "A Harte sibling was seen at school.",
        "The Harte plan was late.",
        "A Harte rang, and said that it was cold.",  # what somebody does
        "A Harte who was not known came.",
        "A Harte, perhaps, came.",
        "The Harte framework-maker.",  # the word goes on
        "Seen by Harte protocol-wise.",
        "They went with the Harte children.",
        "That Harte, the stepfather and the lodger were one man was not seen.",  # "that" tells what was said
    ],
)
def test_what_may_be_a_family_is_none(text: str) -> None:
    assert not is_beside_a_noun(text, text.index("Harte"), text.index("Harte") + len("Harte"))


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "Tools that staff used: Wyvern, Plover, Tern, Bronze Owl.",
            ["Wyvern", "Plover", "Tern", "Bronze Owl"],
        ),
        ("Apps (old ones): Wyvern, a Plover, two Terns, Owl.", ["Wyvern", "Plover", "Terns", "Owl"]),
        ("Games: Wyvern; Tree of Life; Tern; Owl", ["Wyvern", "Tree of Life", "Tern", "Owl"]),
        (
            "Programmes and courses\nWyvern, Tern, Owl, Wren\nHarte",
            ["Wyvern", "Tern", "Owl", "Wren"],
        ),  # a heading
        ("Diagnosis: Wyvern. Seen by Harte.", ["Wyvern"]),  # one is enough behind some labels
        ("Film: Harte chose it.", []),  # told of people
        ("Film: Colin.", []),  # a forename
        ("Tools: Wyvern, Plover, Tern.", []),  # three make no list
        ("Tools: Harte keeps them in a shed, Harte, Okoro, Quill.", []),  # what is told of people
        ("Toys: Harte, Okoro, Quill and Vesey hid them.", []),
        ("Games: Kayleigh, Colin, Harte, Okoro.", []),  # forenames among them
        ("Staff who attended the courses: Harte, Okoro, Quill, Vesey.", []),  # people, told of with a thing
        ("Courses are run by: Harte, Okoro, Quill, Vesey.", []),
        ("Tool: Wyvern, Plover, Tern, Owl.", []),  # one thing
        ("Workers: Harte, Okoro, Quill, Vesey.", []),  # people
        ("Told of the tools. Present: Harte, Okoro, Quill, Vesey.", []),  # the label is another
    ],
)
def test_items_of_lists_of_things(text: str, items: list[str]) -> None:
    first = next(first for first, _ in readings(text_document(text)))
    assert [first.text[low:high] for low, high in items_of_lists(first)] == items


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("System", True),
        ("Assessment tools used:", True),
        ("Staff tool", False),  # whoever uses it may stand there
        ("System lead", False),
        ("Course", False),
        ("Name", False),
        ("The system that was bought in that spring", False),  # too long for a head
    ],
)
def test_the_head_of_a_column_of_things(header: str, told: bool) -> None:
    assert is_column_of_things(header) is told


def test_forenames_and_their_short_forms() -> None:
    assert [is_forename(word) for word in ("Colin", "vince", "Wyvern")] == [True, True, False]
