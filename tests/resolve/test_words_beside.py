"""Words beside a name that say whose it is not, and names that one forename joins."""

from __future__ import annotations

import pytest

from redact.resolve.surroundings import look_at
from tests.resolve.telling import people as called
from tests.resolve.telling import told


def people(*texts: str) -> tuple[list[list[str]], list[str]]:
    """Resolve; give what each person is called, in reading order, and what is unresolved."""
    return called(*told(*texts))


@pytest.mark.parametrize(
    "said",
    [
        "{Rook}, Kay's father, could not be traced.",
        "Mrs {Rook}, Kay's grandmother, rang.",
        "{Rook} (Kay's uncle) was out.",
        "{Rook}, {Kay}'s step-father, was out.",
    ],
)
def test_a_relative_is_not_she_whose_relative_it_is(said: str) -> None:
    persons, _ = people("{Kay Rook} was seen. {Kay} was well.\n\n" + said)
    assert not any("Kay Rook" in own and "Rook" in own for own in persons)


def test_a_surname_beside_her_relative_is_hers() -> None:
    persons, unresolved = people("{Kay Rook} was seen. {Rook} and Kay's father came.")
    assert persons == [["Kay Rook", "Rook"]]
    assert unresolved == []


@pytest.mark.parametrize(
    "said", ["up to 2007; {Kay Orton} after.", "until 2007, then {Kay Orton} from then on."]
)
def test_a_name_up_to_a_year_and_another_after_it_are_ones(said: str) -> None:
    persons, unresolved = people("{Kay Rook} " + said + "\n\n{Kay} rang.")
    assert persons == [["Kay Rook", "Kay Orton", "Kay"]]
    assert unresolved == []


def test_two_of_one_forename_at_two_times_are_two() -> None:
    persons, unresolved = people("{Kay Rook} was there up to noon; {Kay Orton} was not.\n\n{Kay} rang.")
    assert ["Kay Rook"] in persons
    assert unresolved == ["Kay"]


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("Handed to the night DC. {Rook} is in the bin.", ""),
        ("Handed to the night DC {Rook} at ten.", "dc"),
        ("It was told to DC. {Rook} of the squad.", "dc"),
        ("DC. {Rook} rang.", "dc"),
    ],
)
def test_a_rank_that_ends_a_sentence_is_not_his_whose_name_follows(said: str, role: str) -> None:
    documents, mentions = told(said)
    assert look_at(mentions[0], documents[0].passages[0]).role == role


def test_behind_a_judges_title_stands_a_surname() -> None:
    persons, _ = people("{Samrawit Rook} came.\n\nRecorder {Samra} was cross.")
    assert persons == [["Samrawit Rook"], ["Samra"]]
