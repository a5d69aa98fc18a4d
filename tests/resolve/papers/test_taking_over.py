"""Rows of papers become people of the key: new ones, known ones, and those that nobody can tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.resolve.papers import Proposal, What, apply, propose, read_paper
from redact.values.key import Key, KeyName, KeyPerson, KeyRelation, KeyRetired
from redact.values.papers import Paper
from tests.values.keys import make_key

WHEN = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


def papers(*texts: str) -> list[Paper]:
    tables = [tuple(tuple(line.split("|")) for line in text.splitlines()) for text in texts]
    return [paper for table in tables for paper in read_paper(table, "0" * 64)]


def empty() -> Key:
    return make_key(people=(), things=(), links=(), tables=(), retired=())


HEAD = "Name|Relationship to child|DOB|To be known as\n"
FAMILY = HEAD + "Idony Hartwell|child|04/05/2009|Child X\nAnneke Hartwell|mother|01/02/1983|Mother"


def whats(proposals: tuple[Proposal, ...]) -> list[str]:
    return [one.what.value for one in proposals]


def test_new_people_with_what_they_are_to_the_child() -> None:
    made = propose(empty(), papers(FAMILY))
    assert whats(made) == ["new", "new"]
    child, mother = (one.person for one in made)
    assert child is not None
    assert mother is not None
    assert (child.slot, child.pseudonym, child.relations) == ("child", "Child X", ())
    assert (mother.pseudonym, mother.relations) == ("Mother", (KeyRelation("mother", child.id),))


def test_the_same_paper_twice_changes_nothing_the_second_time() -> None:
    key = apply(empty(), papers(FAMILY), propose(empty(), papers(FAMILY)), by="c" * 32, when=WHEN)
    assert len(key.people) == 2
    assert [table.source for table in key.tables] == ["naming table"]
    again = propose(key, papers(FAMILY))
    assert whats(again) == ["known", "known"]
    assert [one.person for one in again] == list(key.people)


KNOWN = KeyPerson("p1", "Mother", "mother", (KeyName("Anneke Hartwell"),), date(1983, 2, 1))


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ("HARTWELL, Anneke|mother|01/02/1983|", ["known"]),  # another way of writing it
        ("Anneke Hartwell aka Kay Prowse||01/02/1983|", ["adds"]),
        ("Anneke Hartwell|||", ["known"]),  # nothing says that it is another
        ("Anneke Hartwell||09/09/2011|", ["new"]),  # two dates of birth: two people
        ("Hartwell|mother||", ["new"]),  # one word never joins two
        ("Anneke Hartwell|||\nAnneke Hartwell|||", ["known", "left"]),  # a table has two of that name
        ("Anneke and Idony Hartwell|||", ["left"]),
        ("Parent 1|mother|01/02/1983|", ["left"]),  # no name stands in it
    ],
)
def test_who_is_known_already(rows: str, what: list[str]) -> None:
    key = make_key(people=(replace(KNOWN, roles=("mother",)),), things=(), links=(), tables=(), retired=())
    assert whats(propose(key, papers(HEAD + rows))) == what


def test_two_of_one_name_in_the_key_are_left_to_a_person() -> None:
    both = (KNOWN, KeyPerson("p2", None, None, (KeyName("Anneke Hartwell"),), None))
    key = make_key(people=both, things=(), links=(), tables=(), retired=())
    assert whats(propose(key, papers(HEAD + "Anneke Hartwell|aunt||"))) == ["left"]


def test_a_pseudonym_is_never_taken_from_anybody() -> None:
    key = make_key(
        people=(KNOWN,), things=(), links=(), tables=(), retired=(KeyRetired("Child Q", "p9"),), highest_id=9
    )
    made = propose(
        key,
        papers(
            HEAD + "Idony Hartwell|child||Mother\nOdo Hartwell|brother||Child Q\nAnneke Hartwell|||Parent 1"
        ),
    )
    assert [one.person.pseudonym if one.person else None for one in made] == [None, None, "Mother"]
    assert all(one.doubts for one in made)


def test_a_pseudonym_that_shows_an_initial_is_taken_with_a_doubt() -> None:
    rows = "Idony Hartwell|child||Child H\nOdo Prowse|brother||Child R\nSuki Wren|social worker||SW1"
    made = propose(empty(), papers(HEAD + rows))
    told = [(one.person.pseudonym if one.person else None, len(one.doubts)) for one in made]
    assert told == [("Child H", 1), ("Child R", 0), ("SW1", 0)]


def test_what_is_said_in_a_cell_is_no_person() -> None:
    assert whats(propose(empty(), papers(HEAD + "The aunt lives with them|||\nvacant|||"))) == ["left"]


def test_without_a_child_the_relation_is_a_role() -> None:
    made = propose(empty(), papers("Name|Relationship|DOB\nAnneke Hartwell|mother|01/02/1983"))
    assert made[0].person is not None
    assert made[0].person.roles == ("mother",)


def test_nothing_shows_a_name() -> None:
    made = propose(empty(), papers(FAMILY))
    assert "Hartwell" not in repr(made) + repr(papers(FAMILY))


_WORDS = st.sampled_from(["Anneke", "Idony", "Odo", "Hartwell", "Prowse", "Kay"])
_ROWS = st.lists(
    st.tuples(_WORDS, _WORDS, st.sampled_from(["", "01/02/1983", "04/05/2009"])), min_size=1, max_size=8
)


@given(_ROWS)
def test_every_row_is_answered_and_no_id_is_given_twice(rows: list[tuple[str, str, str]]) -> None:
    text = "Name|Relationship|DOB\n" + "\n".join(f"{one} {two}|aunt|{born}" for one, two, born in rows)
    read = papers(text)
    made = propose(empty(), read)
    assert len(made) == len(rows)
    key = apply(empty(), read, made, by="c" * 32, when=WHEN)
    new = [one.person.id for one in made if one.what is What.NEW and one.person]
    assert sorted(new) == sorted(person.id for person in key.people)
    assert len(set(new)) == len(new)
