"""Facts that narrow the search: of whom, beside what, and which words only look alike; all invented."""

from __future__ import annotations

import pytest

from redact.recognise.finding import find_mentions
from redact.values.people import Label
from tests.recognise.recognise_factory import RULES, found, table_document, text_document, text_of

FACTS = [
    ("Mother is a Polish national.", Label.NATIONALITY, ["Polish"]),
    ("The father, who is Danish, left.", Label.NATIONALITY, ["Danish"]),
    ("The father was of Somali origin.", Label.ETHNICITY, ["Somali"]),
    ("The mother is White British.", Label.ETHNICITY, ["White British"]),
    ("The child is of mixed heritage.", Label.ETHNICITY, ["mixed heritage"]),
    ("Her grandmother speaks Polish and Urdu.", Label.LANGUAGE, ["Polish", "Urdu"]),
    ("First language: English", Label.LANGUAGE, ["English"]),
    ("Child K\u2019s mother is a Jehovah\u2019s Witness.", Label.RELIGION, ["Jehovah\u2019s Witness"]),
    ("Religion: Pagan", Label.RELIGION, ["Pagan"]),
    ("Her brother has\ncystic\nfibrosis.", Label.HEALTH, ["cystic\nfibrosis"]),  # over a line end
    ("He was convicted of arson.", Label.OFFENCE, ["arson"]),
    ("He was arrested on suspicion of child cruelty.", Label.OFFENCE, ["child cruelty"]),
    ("The mother was an asylum seeker.", Label.LEGAL_STATUS, ["asylum seeker"]),
    ("The father worked as a taxi driver.", Label.OCCUPATION, ["taxi driver"]),
    ("Her uncle, a plasterer, helped.", Label.OCCUPATION, ["plasterer"]),
    ("The aunt was employed as a nurse.", Label.OCCUPATION, ["nurse"]),
    (
        "Mum is a teaching assistant, and gran is a retired nurse.",
        Label.OCCUPATION,
        ["teaching assistant", "nurse"],
    ),
    ("First language Twi", Label.LANGUAGE, ["Twi"]),
    ("Interpretation into Welsh shall be given.", Label.LANGUAGE, ["Welsh"]),
    ("diagnosed with ADHD; history of anorexia", Label.HEALTH, ["ADHD", "anorexia"]),
    ("convicted of arson in the spring", Label.OFFENCE, ["arson"]),
    ("Ethnicity: Mixed White/Black Caribbean", Label.ETHNICITY, ["Mixed White/Black Caribbean"]),
    ("Mother: Arab or Kurdish", Label.ETHNICITY, ["Arab or Kurdish"]),
]
NO_FACTS = [
    "The Danish Government and the Polish Embassy wrote.",
    "The Polish Saturday School is near.",  # no word of anybody, and a name behind it
    "They polish the floor.",
    "English law and Welsh law differ.",
    "He went to St Anne's Roman Catholic Primary School.",
    "The epilepsy nurse rang the mother.",
    "Arson and murder are offences.",  # nobody's
    "The mother feared neglect.",  # no word of a charge
    "She was seen by a doctor, and the teacher was told.",
    "The child was seen by the solicitor.",
    "They are an agency, a driver of change.",
]


@pytest.mark.parametrize(("text", "label", "expected"), FACTS)
def test_a_fact_of_somebody_is_found(text: str, label: Label, expected: list[str]) -> None:
    assert found(text, label) == expected


@pytest.mark.parametrize("text", NO_FACTS)
def test_what_only_looks_like_a_fact_is_left_alone(text: str) -> None:
    document = text_document(text)
    facts = {each.evidence.recogniser for each in find_mentions([document], recognisers=RULES)}
    assert "facts" not in facts


def test_a_table_asks_by_its_header_and_by_the_cell_before() -> None:
    rows = [["Name", "Ethnicity", "Religion"], ["Child K", "Somali", "Muslim"], ["Language", "Somali", "-"]]
    document = table_document(rows)
    facts = [
        (text_of([document], each), each.label)
        for each in find_mentions([document], recognisers=RULES)
        if each.evidence.recogniser == "facts"
    ]
    assert facts == [
        ("Somali", Label.ETHNICITY),
        ("Muslim", Label.RELIGION),
        ("Somali", Label.ETHNICITY),  # the header is asked first when both ask
    ]


def test_a_faith_that_is_a_name_keeps_nobody_from_being_found() -> None:
    document = text_document("Christian was seen at home with his mother.\n\nChild: Christian Vesey")
    people = [
        text_of([document], each)
        for each in find_mentions([document], recognisers=RULES)
        if each.label is Label.PERSON
    ]
    assert people == ["Christian", "Christian Vesey"]


def test_a_letter_whose_small_form_is_longer_hides_no_fact() -> None:
    assert found("Her father \u0130smet has cystic fibrosis.", Label.HEALTH) == ["cystic fibrosis"]
