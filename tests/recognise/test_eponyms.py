"""Laws, methods and bodies that are called after somebody: guesses there are dropped, names are cited."""

from __future__ import annotations

import pytest

from redact.recognise.eponyms import without_eponyms
from redact.recognise.grids import View, grids
from redact.recognise.readings import readings
from redact.values.people import Evidence, Label, Mention, Standing
from redact.values.text import Span
from tests.recognise.recognise_factory import text_document
from tests.recognise.standing_factory import people_with_model


def kept(text: str, name: str, recogniser: str, label: Label = Label.PERSON) -> list[Standing]:
    """Give the standings of what is left of one mention of `name`."""
    document = text_document(text)
    first = tuple(reading for reading, _ in readings(document))
    passage, start = document.passages[0], text.index(name)
    evidence = Evidence(recogniser, "1", "mark", "it is marked")
    mention = Mention(Span(passage.id, start, start + len(name)), label, 0.7, evidence)
    view = View(document, first, (), tuple(grids(first)))
    return [each.standing for each in without_eponyms([view], [mention])]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("under Clare's Law", "Clare"),
        ("under Clare\u2019s Law", "Clare"),  # a curly apostrophe
        ("Gillick competence", "Gillick"),
        ("the Fraser guidelines", "Fraser"),
        ("the Edinburgh Postnatal Depression Scale", "Edinburgh Postnatal"),
        ("with Barnardo's", "Barnardo"),
        ("Queries about Barnardo's go to the desk.", "Barnardo"),
    ],
)
def test_nobody_is_named_by_an_eponym(text: str, name: str) -> None:
    assert kept(text, name, "mid-sentence") == []
    assert kept(text, name, "repeats") == [Standing.CITED]


@pytest.mark.parametrize(
    ("text", "name", "recogniser"),
    [
        ("Clare's Law lecture notes: Clare left", "Clare left", "mid-sentence"),  # more than the eponym
        ("Clare's lawyer", "Clare", "mid-sentence"),  # only a part of it
        ("Gillick said no", "Gillick", "mid-sentence"),
        ("She slept at Parkinson's before the move", "Parkinson", "name-model"),
        ("Apgar was arrested", "Apgar", "name-model"),  # what somebody undergoes
        ("under Clare's Law", "Clare", "fields"),  # a field shows a participant
        ("under Clare's Law", "Clare", "kinship"),
        ("Frasers guidelines", "Frasers", "titles"),
    ],
)
def test_a_name_that_is_more_or_less_than_an_eponym_is_a_participant(
    text: str, name: str, recogniser: str
) -> None:
    assert kept(text, name, recogniser) == [Standing.PARTICIPANT]


def test_what_is_no_name_is_left_as_it_is() -> None:
    assert kept("under Clare's Law", "Clare", "mid-sentence", Label.NATIONALITY) == [Standing.PARTICIPANT]


@pytest.mark.parametrize(
    ("text", "claimed", "left"),
    [
        ("On Helen's Law there is a card.", "On Helen's Law", 0),  # with the word before it
        ("The Anna Freud Centre gave training.", "The Anna Freud Centre", 0),
        ("at Addenbrooke's Hospital", "Addenbrooke's Hospital", 1),  # more than the eponym
        ("Harte and Helen's Law", "Harte and Helen's Law", 1),
    ],
)
def test_an_eponym_is_no_organisation(text: str, claimed: str, left: int) -> None:
    assert len(kept(text, claimed, "organisations", Label.ORGANISATION)) == left


def test_a_condition_ends_where_its_word_does() -> None:
    assert kept("Osgoode's syndrome-like ways", "Osgoode", "name-model") == [Standing.PARTICIPANT]
    assert kept("Osgoode's syndrome", "Osgoode", "name-model") == [Standing.CITED]


@pytest.mark.parametrize(
    ("text", "standings"),
    [
        ("The Apgar scores were 9 and 10.\n\nMs Apgar came.", {"cited"}),
        ("A positive Kernig sign.\n\nMs Kernig came.", {"cited"}),
        ("Apgar scored twice.\n\nMs Apgar came.", {"participant"}),
    ],
)
def test_a_test_of_the_list_is_one_whoever_bears_the_name(text: str, standings: set[str]) -> None:
    document, found = people_with_model(text, ("Apgar", "Kernig"))
    first = document.passages[0].id
    assert {each.standing.value for each in found if each.span.passage == first} == standings


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("the Edinburgh scale", "Edinburgh", Label.PLACE),
        ("the Duluth model", "Duluth model", Label.PLACE),
        ("to the Lucy Faithfull Foundation", "Faithfull", Label.ORGANISATION),
        ("to the Lucy Faithfull Foundation", "Lucy", Label.ORGANISATION),
    ],
)
def test_no_place_or_body_is_named_by_a_listed_eponym(text: str, name: str, label: Label) -> None:
    assert kept(text, name, "model-places", label) == []


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("moved to Edinburgh in May", "Edinburgh", Label.PLACE),
        ("the Edinburgh scale model shop", "Edinburgh scale model shop", Label.ORGANISATION),
        ("the Ashgrove criteria for a place", "Ashgrove", Label.ORGANISATION),  # a school may have some
        ("Faithfull Lucy", "Faithfull Lucy", Label.ORGANISATION),
    ],
)
def test_a_place_that_is_more_or_less_than_an_eponym_stays(text: str, name: str, label: Label) -> None:
    assert kept(text, name, "model-places", label) == [Standing.PARTICIPANT]


@pytest.mark.parametrize("recogniser", ["name-edges", "again"])
def test_what_is_added_to_a_name_inside_an_eponym_is_cited(recogniser: str) -> None:
    assert kept("no reference to Bayley Scales", "Bayley Scales", recogniser) == [Standing.CITED]
