"""Identifiers that stand once more, otherwise written; all invented."""

from __future__ import annotations

import pytest

from redact.recognise.finding import find_mentions
from redact.values.people import Label
from tests.recognise.recognise_factory import found, mentions_by, text_document, text_of

HOME = "They lived at 14 Tanner Garth, Quill Vale.\n\n"
WHOLE = "They lived at 14 Tanner Garth, Quill Vale, Anytown, ZZ99 3VZ.\n\n"
SCHOOL = "She went to Larkrise Primary School.\n\n"
FOUND = [
    (HOME + "No post to Tanner Garth.", Label.ADDRESS, "Tanner Garth"),
    (HOME + "Not to go to tanner garth again", Label.ADDRESS, "tanner garth"),  # in small letters
    (HOME + "RETURNED TO TANNER GARTH", Label.ADDRESS, "TANNER GARTH"),
    (HOME + "of Tanner\nGarth, who", Label.ADDRESS, "Tanner\nGarth"),  # over a line end
    (HOME + "them at 14 tanner garth leave them", Label.ADDRESS, "14 tanner garth"),  # with its number
    (WHOLE + "post to 14\ntanner garth, quill vale. No", Label.ADDRESS, "14\ntanner garth, quill vale"),
    (HOME + "On 04.05.09 tanner garth", Label.ADDRESS, "tanner garth"),  # a day is no number of a house
    (HOME + "the 2019 tanner garth", Label.ADDRESS, "tanner garth"),  # nor is a year
    (HOME + "of flat 2, elm view, 14 tanner garth", Label.ADDRESS, "flat 2, elm view, 14 tanner garth"),
    (SCHOOL + "Lata likes larkrise primary school.", Label.ORGANISATION, "larkrise primary school"),
    (SCHOOL + "LARKRISE PRIMARY SCHOOL: LOG", Label.ORGANISATION, "LARKRISE PRIMARY SCHOOL"),
    ("At The Quill Unit.\n\nHome from the quill unit", Label.ORGANISATION, "the quill unit"),
    ("Hospital number: H123456\n\nunder H123456 since", Label.CASE_REFERENCE, "H123456"),
]
LEFT_ALONE = [
    (HOME + "The tanner came, and a garth.", Label.ADDRESS, "tanner"),
    (HOME + "The Quill Vale Council wrote.", Label.ADDRESS, "Quill Vale"),  # a town may stay
    (HOME + "Tanner Garthwaite came.", Label.ADDRESS, "Tanner Garth"),  # another word
    ("They lived at 12 Youth Court.\n\nIn the Youth Court.", Label.ADDRESS, "Youth Court"),  # no street
    (SCHOOL + "The primary school wrote.", Label.ORGANISATION, "primary school"),
    ("Log 12345\n\nIn all 12345 people came.", Label.CASE_REFERENCE, "12345"),  # too short to be repeated
]


@pytest.mark.parametrize(("text", "label", "expected"), FOUND)
def test_another_occurrence_is_found(text: str, label: Label, expected: str) -> None:
    first, _, second = text.partition("\n\n")
    assert expected in found(text_document(text), label)[1:]
    assert second  # the second paragraph alone is not what shows it
    assert first


@pytest.mark.parametrize(("text", "label", "expected"), LEFT_ALONE)
def test_what_is_written_otherwise_is_left_alone(text: str, label: Label, expected: str) -> None:
    repeated = [covered for covered, _ in mentions_by("identifiers-again", text)]
    assert expected not in repeated
    assert label not in {each.label for _, each in mentions_by("identifiers-again", text)}


def test_it_goes_over_all_documents_of_a_call() -> None:
    documents = [
        text_document("They lived at 14 Tanner Garth.", secret=b"one"),
        text_document("Bail: not to go tanner garth", secret=b"two"),
    ]
    mentions = find_mentions(documents)
    assert "tanner garth" in [text_of(documents, each) for each in mentions if each.label is Label.ADDRESS]


def test_in_small_letters_it_is_asked_about() -> None:
    text = HOME + "not to go tanner garth"
    assert [each.score for _, each in mentions_by("identifiers-again", text)] == [0.5]
