"""Changes of a key by hand: what is added, joined and parted, and what is refused without a name in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from redact.errors import WrongUse
from redact.resolve.key_editing import (
    add_names,
    add_person,
    entry_of,
    label,
    matches,
    merge,
    part,
    read_told,
)
from redact.resources import rules_folder
from redact.rulebook.schemes import load_schemes
from redact.values.key import Key, KeyLink, KeyName, KeyPerson, KeyRelation, NameKind
from tests.values.keys import make_key

SCHEME = load_schemes(rules_folder())["child-x"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Odile Brackenthwaite", [("p1", True)]),
        ("BRACKENTHWAITE, Odile", [("p1", True)]),  # the other way round, in capitals
        ("Mrs Brackenthwaite", [("p1", False), ("p2", False)]),  # two bear the surname
        ("Saffy", [("p2", True)]),  # a nickname is a whole name
        ("Thornwick Primary School", [("t1", True)]),
        ("Thornwick", [("t1", False)]),
        ("Wren", []),
        ("", []),
    ],
)
def test_a_name_is_found_under_its_pseudonym(text: str, found: list[tuple[str, bool]]) -> None:
    assert list(matches(make_key(), text)) == found


def test_lines_say_what_a_name_is() -> None:
    told = read_told(["Wren  Ashdown", "", "maiden: Wren Pell", "NICKNAME: Birdie", "born: 1990-05-06"])
    assert told.names == (
        KeyName("Wren Ashdown"),
        KeyName("Wren Pell", NameKind.MAIDEN),
        KeyName("Birdie", NameKind.NICKNAME),
    )
    assert told.born == date(1990, 5, 6)


@pytest.mark.parametrize("lines", [[], ["  "], ["born: soon"], ["maiden:"]])
def test_lines_that_hold_no_name_are_refused(lines: list[str]) -> None:
    with pytest.raises(WrongUse):
        read_told(lines)


def test_entries_by_pseudonym_by_id_and_of_the_past() -> None:
    key = make_key()
    assert [entry_of(key, one).id for one in ("child x", " Child  X ", "p2", "School A")] == [
        "p2",
        "p2",
        "p2",
        "t1",
    ]
    with pytest.raises(WrongUse, match="taken back"):
        entry_of(key, "Child Y")
    with pytest.raises(WrongUse) as refused:
        entry_of(key, "Odile Brackenthwaite")
    assert "Odile" not in repr(refused.value)


def test_somebody_new_gets_the_scheme_s_next_label_and_nobody_s_old_one() -> None:
    key = add_person(make_key(), read_told(["Wren Ashdown"]), "child")
    key = label(key, "p3", None, SCHEME)
    assert key.person("p3").pseudonym not in (None, "Child X", "Child Y", "Child W", "Child A")
    with pytest.raises(WrongUse, match="somebody else"):
        label(key, "p3", "child y", SCHEME)
    with pytest.raises(WrongUse, match="real name"):
        label(key, "p3", "Odile", SCHEME)


def test_who_has_that_name_already_is_said_by_pseudonym() -> None:
    told = read_told(["odile brackenthwaite"])
    with pytest.raises(WrongUse, match="Mother") as refused:
        add_person(make_key(), told, "mother")
    assert "brackenthwaite" not in repr(refused.value).casefold()
    assert len(add_person(make_key(), told, "mother", another=True).people) == 3


def test_names_are_added_once_and_a_second_birthday_is_refused() -> None:
    key = add_names(make_key(), "Child X", read_told(["saffy", "misspelling: Safron"]))
    assert [name.text for name in key.person("p2").names][2:] == ["Safron"]
    with pytest.raises(WrongUse, match="two dates"):
        add_names(key, "Child X", read_told(["born: 2018-03-04"]))
    with pytest.raises(WrongUse, match="no person"):
        add_names(key, "School A", read_told(["Thorny"]))


def with_other() -> Key:
    other = KeyPerson(
        "p3",
        "Child Z",
        "child",
        (KeyName("Saffy"), KeyName("Saffron Pell")),
        None,
        (KeyRelation("sister", "p2"), KeyRelation("daughter", "p1")),
    )
    key = make_key()
    mother = replace(key.people[0], relations=(KeyRelation("mother", "p2"), KeyRelation("mother", "p3")))
    return replace(
        key, people=(mother, key.people[1], other), links=(*key.links, KeyLink("Pell", "p3")), highest_id=3
    )


def test_two_who_are_one_are_joined_with_all_that_was_said() -> None:
    key = merge(with_other(), "Child X", "Child Z")
    child = key.person("p2")
    assert [person.id for person in key.people] == ["p1", "p2"]
    assert [name.text for name in child.names] == ["Saffron Brackenthwaite", "Saffy", "Saffron Pell"]
    assert child.relations == (KeyRelation("daughter", "p1"),)
    assert key.person("p1").relations == (KeyRelation("mother", "p2"),)
    assert KeyLink("Pell", "p2") in key.links
    with pytest.raises(WrongUse, match="one already"):
        merge(key, "Child X", "p2")


def test_two_birthdays_or_one_who_stays_are_not_joined() -> None:
    key = with_other()
    born = replace(key, people=(*key.people[:2], replace(key.people[2], born=date(2001, 1, 1))))
    with pytest.raises(WrongUse, match="two dates"):
        merge(born, "Child X", "Child Z")
    stays = replace(key, people=(*key.people[:2], replace(key.people[2], pseudonym=None, stays=True)))
    with pytest.raises(WrongUse, match="stays"):
        merge(stays, "Child X", "p3")


def test_one_who_is_two_is_parted_and_what_was_joined_comes_apart_again() -> None:
    key = merge(with_other(), "Child X", "Child Z")
    parted, new = part(key, "Child X", ["saffron pell"], None)
    assert new == "p4"
    assert [name.text for name in parted.person("p4").names] == ["Saffron Pell"]
    assert [name.text for name in parted.person("p2").names] == ["Saffron Brackenthwaite", "Saffy"]
    assert parted.person("p4").pseudonym is None
    for wrong in (["Wren"], [name.text for name in key.person("p2").names]):
        with pytest.raises(WrongUse):
            part(key, "Child X", wrong, None)
