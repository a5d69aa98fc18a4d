"""Labels in use for people: found first, and never taken for a postcode, a reference, a vehicle or a name."""

from __future__ import annotations

import pytest

from redact.recognise.finding import find_mentions
from redact.recognise.overlap import settle
from redact.values.people import Evidence, Label, Mention
from redact.values.text import Span
from tests.recognise.recognise_factory import RULES, found, text_document

IN_USE = [
    # children
    ("Child K was seen.", ["Child K"]),
    ("CHILD AB was seen.", ["CHILD AB"]),
    ("child x and child y", ["child x", "child y"]),
    ("Child H1 was born.", ["Child H1"]),
    ("Children F, G and H", ["Children F, G and H"]),
    ("Baby Z, Young Person F, Infant B", ["Baby Z", "Young Person F", "Infant B"]),
    # the family
    ("Family U moved.", ["Family U"]),
    ("Half Sibling 1 and Half Sibling 2", ["Half Sibling 1", "Half Sibling 2"]),
    ("Parent 2 and Father 1", ["Parent 2", "Father 1"]),
    ("MGM and PGF were asked.", ["MGM", "PGF"]),
    ("Parent 1 (M1) and Parent 2 (F1)", ["Parent 1", "M1", "Parent 2", "F1"]),
    ("Adult B and Adult 2", ["Adult B", "Adult 2"]),
    # practitioners
    ("SW1 and SW 2 and HV1", ["SW1", "SW 2", "HV1"]),
    ("PC2 told GP A.", ["PC2", "GP A"]),
    ("Teacher 1 and Social Worker 3", ["Teacher 1", "Social Worker 3"]),
    ("Midwife 2 and Doctor B", ["Midwife 2", "Doctor B"]),
    ("The IRO agreed.", ["IRO"]),
    ("sw1 is not written so, SW1 is", ["SW1"]),
    # organisations
    ("School 1 and School B", ["School 1", "School B"]),
    ("Hospital A and Nursery 2", ["Hospital A", "Nursery 2"]),
    ("Practice C and Agency 4", ["Practice C", "Agency 4"]),
]


@pytest.mark.parametrize(("text", "expected"), IN_USE)
def test_a_label_in_use_is_found_and_nothing_else_is_made_of_it(text: str, expected: list[str]) -> None:
    assert found(text, Label.PSEUDONYM) == expected
    assert {each.label for each in find_mentions([text_document(text)], recognisers=RULES)} == {
        Label.PSEUDONYM
    }


@pytest.mark.parametrize(
    "text",
    [
        "Child Protection Plan",
        "a child 12 years old, a child 3 of four",
        "Children Act 1989, Family Court",
        "Baby Clinic and Adult Services",
        "the family I saw and the child a neighbour saw",
        "Family Group Conference, Parent Line",
        "on the A1, the M1 and the A303",
        "PC World, GP practice, SW England",
        "SW1A 1AA",  # a postcode
        "PC 9999 and PC 12345",  # a collar number
        "they were living in SW1",  # a district
        "School Nurse, Hospital Trust, Teacher Training",
        "Part 8, Chapter 8, Section 47",
        "vitamin D3, 34/40, 38+4, 6/12",
    ],
)
def test_what_is_no_label_in_use_is_left_alone(text: str) -> None:
    assert found(text, Label.PSEUDONYM) == []


@pytest.mark.parametrize(
    ("text", "label", "kept"),
    [
        ("Mrs Harte and Child K", Label.PERSON, ["Harte"]),  # a name beside it
        ("Then SW1 Anna Harte visited them at home.", Label.PERSON, ["Anna Harte"]),
        ("PC2, who lives at ZZ99 3VZ", Label.POSTCODE, ["ZZ99 3VZ"]),
        ("Child K: 01632 960123", Label.PHONE, ["01632 960123"]),
        ("Baby Z, NHS number 999 000 0018", Label.NHS_NUMBER, ["999 000 0018"]),
        ("Child A2, dob 01/02/2003", Label.DATE_OF_BIRTH, ["01/02/2003"]),
    ],
)
def test_a_label_in_use_hides_nothing_beside_it(text: str, label: Label, kept: list[str]) -> None:
    assert found(text, label) == kept


def _mention(label: Label, score: float, by: str) -> Mention:
    return Mention(Span("p:1", 0, 3), label, score, Evidence(by, "1", "pattern", "because"))


@pytest.mark.parametrize("label", [Label.POSTCODE, Label.CASE_REFERENCE, Label.PERSON, Label.VEHICLE])
def test_of_the_same_stretch_a_likely_label_in_use_stays(label: Label) -> None:
    ours, other = _mention(Label.PSEUDONYM, 0.6, "pseudonyms"), _mention(label, 0.8, "other")
    assert settle([other, ours], {"other": 0, "pseudonyms": 1}) == [ours]


def test_what_is_sure_takes_the_place_of_a_label_in_use() -> None:
    ours, other = _mention(Label.PSEUDONYM, 0.8, "pseudonyms"), _mention(Label.PERSON, 0.9, "other")
    assert settle([other, ours], {}) == [other]
