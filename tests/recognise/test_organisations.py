"""Organisations that point at a family, and the words for them that do not; all invented."""

from __future__ import annotations

import pytest

from redact.recognise.finding import find_mentions
from redact.values.people import Label, Standing
from tests.recognise.recognise_factory import RULES, found, text_document, text_of

CHILDREN = [
    ("He went to St Anne's Primary School.", "St Anne's Primary School"),
    ("at St. Anne\u2019s School", "St. Anne\u2019s School"),
    ("at Larkrise Nursery", "Larkrise Nursery"),
    ("at Larkrise nursery", "Larkrise nursery"),  # the type in small letters
    ("at Larkrise primary school", "Larkrise primary school"),
    ("the Larkrise Church of England Primary School", "Larkrise Church of England Primary School"),
    ("Our Lady of Sorrows Catholic School", "Our Lady of Sorrows Catholic School"),
    ("at Quillham Academy", "Quillham Academy"),
    ("at Quillham College", "Quillham College"),
    ("at St Peter and St Paul School", "St Peter and St Paul School"),
    ("Larkrise and Elmhurst Primary Schools", "Larkrise and Elmhurst Primary Schools"),
    ("from Larkrise Pre-School", "Larkrise Pre-School"),
    ("placed at Larkrise Children's Home", "Larkrise Children's Home"),
    ("placed at Larkrise House children\u2019s home", "Larkrise House children\u2019s home"),
    ("in the Larkrise Women's Refuge", "Larkrise Women's Refuge"),
    ("the Larkrise hostel", "Larkrise hostel"),
    ("carers of Quillham Fostering", "Quillham Fostering"),
    ("the Larkrise Fostering Agency", "Larkrise Fostering Agency"),
    ("Larkrise Family Centre", "Larkrise Family Centre"),
    ("Larkrise Contact Centre", "Larkrise Contact Centre"),
    ("The Larkrise Academy wrote", "The Larkrise Academy"),  # with its article
    ("at Tanner Close Primary School: log", "Tanner Close Primary School"),  # called after a street
    ("carers of Quillham Family Placement Service", "Quillham Family Placement Service"),
    ("at Larkrise Child Development Centre", "Larkrise Child Development Centre"),
    ("LARKRISE PRIMARY SCHOOL", "LARKRISE PRIMARY SCHOOL"),
    ("Attended Larkrise School", "Larkrise School"),  # the first word of a sentence
    ("Mill Lane Primary School", "Mill Lane Primary School"),  # no street
]
OTHERS = [
    ("in Anytown General Hospital", "Anytown General Hospital"),
    ("in Anytown hospital", "Anytown hospital"),
    ("the Royal Anytown Infirmary", "Royal Anytown Infirmary"),
    ("on Ward 4B", "Ward 4B"),
    ("on Bluebell Ward", "Bluebell Ward"),
    ("home from The Bluebell Unit", "The Bluebell Unit"),
    ("at Larkrise Centre for Young Minds", "Larkrise Centre for Young Minds"),
    ("the Anytown Referral and Assessment Team", "Anytown Referral and Assessment Team"),
    ("in Anytown and Elmhurst Hospital", "Anytown and Elmhurst Hospital"),
    ("through Osgood & Harte Solicitors", "Osgood & Harte Solicitors"),
    ("by Quillham Family Law", "Quillham Family Law"),
    ("at Larkrise Kingdom Hall on Sundays", "Larkrise Kingdom Hall"),
    ("the Mill Lane Surgery", "Mill Lane Surgery"),
    ("at Larkrise Health Centre", "Larkrise Health Centre"),
    ("at Larkrise Medical Practice", "Larkrise Medical Practice"),
    ("the Larkrise Team", "Larkrise Team"),
    ("the Larkrise team", "Larkrise team"),
    ("the Elmhurst Family Support Team", "Elmhurst Family Support Team"),
    ("at Anytown County Court", "Anytown County Court"),
    ("the Family Court at Anytown", "Family Court at Anytown"),
    ("Anytown Crown Court", "Anytown Crown Court"),
    ("at St Jude's Church", "St Jude's Church"),
    ("the Anytown Central Mosque", "Anytown Central Mosque"),
    ("worked for Larkrise Tyres Ltd", "Larkrise Tyres Ltd"),
    ("in HMP Anytown", "HMP Anytown"),
    ("the Bluebell Foundation", "Bluebell Foundation"),
    ("at Anytown Police Station", "Anytown Police Station"),
]
OTHER_FORMS = [
    ("registered at Dr Osgood & Partners", "Dr Osgood & Partners"),
    ("from Messrs Osgood and Harte", "Messrs Osgood and Harte"),
    ("at Our Lady and St Jude on Sundays", "Our Lady and St Jude"),
    ("taken to Anytown General by car", "Anytown General"),
    ("d/c mtg bluebell ward, tues pm next", "bluebell ward"),  # notes without capitals
    ("cp medical at anytown general hospital", "anytown general hospital"),
    ("at st jude's primary school all wk", "st jude's primary school"),
]
MISSES = [
    "the primary school and a nursery",
    "The School wrote to the Nursery.",
    "School 1, Nursery 2 and Hospital A",
    "the local hospital and a Local Hospital",
    "The Family Court and the Crown Court sat.",
    "before the High Court",
    "The School Nurse and the Hospital Social Worker",
    "the Child Protection Team and the Duty Team",
    "a Children's Home and a Women's Refuge",
    "Children\u2019s Homes Regulations",
    "Child K's school",
    "Parent 1's surgery",
    "Mother's nursery",
    "School: none",
    "in May school began",
    "on Monday nursery was closed",
    "the Royal College of Midwives",
    "Great Ormond Street Hospital",
    "Anytown Hospitals NHS Foundation Trust",
    "the CAMHS team and the NHS hospital",
    "the Multi-Agency Safeguarding Team",
    "the Void Team and the Tenancy Team",
    "Karen\u2019s Law",
    "the Attorney General and the Director General",
    "she rang the school and a hospital, then the duty team",
    "in the baby unit and on the labour ward for a week",
    "Mother and Partner, Sons and Daughters",
    "Elmhurst and Anytown Primary Care Trust",
    "the Family Support Team",
    "the Church of England",
    "a ward of court",
    "Ward A was busy.",
    "ROLE OF THE SCHOOL",
    "THE HOSPITAL",
    "Special Educational Needs school",
    "Looked After Children Team",
    "the Overview Panel and the Review Team",
]


def organisations(text: str) -> list[tuple[str, float]]:
    document = text_document(text)
    return [
        (text_of([document], each), each.score)
        for each in find_mentions([document], recognisers=RULES)
        if each.label is Label.ORGANISATION and each.standing is Standing.PARTICIPANT
    ]


@pytest.mark.parametrize(("text", "expected"), CHILDREN)
def test_where_children_go_or_live_is_sure(text: str, expected: str) -> None:
    assert [(text_, score >= 0.8) for text_, score in organisations(text)] == [(expected, True)]


@pytest.mark.parametrize(("text", "expected"), OTHERS)
def test_other_organisations_are_asked_about(text: str, expected: str) -> None:
    assert [(text_, 0.6 <= score < 0.8) for text_, score in organisations(text)] == [(expected, True)]


@pytest.mark.parametrize("text", MISSES)
def test_words_without_a_name_are_left_alone(text: str) -> None:
    assert organisations(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "St Anne's Primary School",
        "the Lady Harte School",
        "at Harte Lane School",
        "Mill Lane Surgery",
    ],
)
def test_a_name_in_the_name_of_an_organisation_is_no_person_and_no_street(text: str) -> None:
    assert found(text, Label.PERSON) == []
    assert found(text, Label.ADDRESS) == []
    assert len(organisations(text)) == 1


def test_a_doctor_is_still_a_person_in_front_of_the_surgery() -> None:
    text = "Dr Osgood's surgery rang.\n\nThen Osgood came."
    assert found(text, Label.PERSON) == ["Osgood", "Osgood"]
    assert [score < 0.6 for _, score in organisations(text)] == [True]


def test_a_nurse_of_a_school_is_still_a_person() -> None:
    assert found("Name: Anna Harte School Nurse", Label.PERSON) == ["Anna Harte"]


@pytest.mark.parametrize(("text", "expected"), OTHER_FORMS)
def test_other_forms_hide_nobody_who_is_named_in_them(text: str, expected: str) -> None:
    document = text_document(text)
    scores = {
        text_of([document], each): each.score
        for each in find_mentions([document])
        if each.label is Label.ORGANISATION
    }
    assert 0.4 < scores[expected] < 0.6
