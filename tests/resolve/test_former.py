"""A whole name that is one person's now and was another's once: two people stay two, and open is open."""

from __future__ import annotations

import pytest

from redact.resolve.settling import Known
from redact.values.key import Key, KeyName, KeyPerson, NameKind
from redact.values.people import Label, Mention
from redact.values.text import Span
from tests.resolve.telling import EVIDENCE, people, table, told
from tests.values.keys import make_key

HEADS = ("Name", "Relationship", "Date of birth")


def test_a_mother_and_an_aunt_of_one_name_in_a_family_table() -> None:
    papers = table(
        HEADS,
        ("{Ida Rook}", "Mother", "3/6/1988"),
        ("{Ida Orton} (née {Rook})", "Paternal aunt", "9/9/1983"),
        then="{Ida} rang. Mrs {Orton} left.",
    )
    assert people(*papers) == ([["Ida Rook"], ["Ida Orton", "Rook", "Orton"]], ["Ida"])


def test_words_of_kinship_part_them_without_a_birth() -> None:
    papers = table(HEADS[:2], ("{Ida Rook}", "Mother"), ("{Ida Orton} (née {Rook})", "Paternal aunt"))
    assert people(*papers)[0] == [["Ida Rook"], ["Ida Orton", "Rook"]]


def test_a_former_name_of_nobody_else_is_hers() -> None:
    persons, open_ = people(*told("{Ida Orton} (née {Rook}) came.\n\nAt school {Ida Rook} was happy."))
    assert (persons, open_) == ([["Ida Orton", "Rook", "Ida Rook"]], [])


def test_the_name_beside_her_who_once_had_it_is_left_open() -> None:
    documents, mentions = table(
        HEADS,
        ("{Ida Rook}", "Mother", "3/6/1988"),
        ("{Ida Orton} (née {Rook})", "Paternal aunt", "9/9/1983"),
        then="{Ida Orton} rang. Before she married she was {Ida Rook}.",
    )
    assert people(documents, mentions)[1] == ["Ida Rook"]


def test_what_stands_in_brackets_in_a_row_takes_no_row_from_her() -> None:
    papers = table(
        HEADS,
        ("{Maureen Rook} (known as {Nan})", "Grandmother", "17/7/1958"),
        ("{Maureen Rook}", "Sister", "1/2/2012"),
    )
    assert people(*papers)[0] == [["Maureen Rook", "Nan"], ["Maureen Rook"]]


def test_of_the_key_too_it_is_nobodys_where_the_papers_leave_it_open() -> None:
    mother = KeyPerson("p1", None, None, names=(KeyName("Ida Rook", NameKind.LEGAL),))
    names = (KeyName("Ida Orton", NameKind.LEGAL), KeyName("Rook", NameKind.MAIDEN))
    key: Key = make_key(
        people=(mother, KeyPerson("p2", None, None, names=names)), links=(), things=(), highest_id=2
    )
    known = Known(key)
    assert known.settled("Ida Rook", None) == (True, "p1")
    assert known.settled("Ida Rook", None, left_open=True) == (False, None)
    assert known.settled("I Rook", None, left_open=True) == (False, None)


NAMESAKES = [
    ("Another {Tom Rook} lives in Leeds.", True),
    ("{Tom Rook} (no relation) taught him.", True),
    ("{Tom Rook} had no relation to her.", False),
    ("The second time {Tom Rook} came.", False),
    ("Another. {Tom Rook} came.", False),
]


@pytest.mark.parametrize(("text", "is_open"), NAMESAKES)
def test_a_namesake_is_asked_about(text: str, is_open: bool) -> None:
    persons, open_ = people(*told("{Tom Rook} came. {Tom} left.\n\n" + text))
    assert open_ == (["Tom Rook"] if is_open else [])
    assert len(persons) == 1


def test_a_namesake_who_may_be_told_of_again_leaves_the_name_open_everywhere() -> None:
    text = "{Tom Rook} came. {Tom} left.\n\nA second {Tom Rook}, a cousin, lives in Leeds."
    assert people(*told(text)) == ([["Tom Rook"]], ["Tom Rook", "Tom"])
    her_father = "{Tom Rook}, her father, came. {Tom Rook} rang.\n\n"
    text = "Her uncle, also called {Tom Rook}, and her dad, {Tom Rook}."
    assert people(*told(her_father + text)) == ([["Tom Rook", "Tom Rook"], ["Tom Rook"]], ["Tom Rook"])


def test_a_surname_with_its_possessive_is_hers_who_is_named_around_it() -> None:
    (document,), _ = told("Ida Rook's coat. Tom Rook left.")
    spans = [(0, 8), (4, 10), (17, 25)]
    mentions = [Mention(Span(document.passages[0].id, *span), Label.PERSON, 0.9, EVIDENCE) for span in spans]
    assert people([document], mentions) == ([["Ida Rook", "Rook's"], ["Tom Rook"]], [])
