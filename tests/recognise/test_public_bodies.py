"""Boards, councils, trusts and forces by name; all invented."""

from __future__ import annotations

import pytest

from redact.recognise.finding import find_mentions
from redact.recognise.grids import View
from redact.recognise.model.ruling import not_of_bodies
from redact.values.people import Evidence, Label, Mention, Standing
from redact.values.text import Span
from tests.recognise.recognise_factory import RULES, text_document, text_of

FOUND = [
    ("the Anytown Safeguarding Children Board", "Anytown Safeguarding Children Board"),
    ("Anytown Local Safeguarding Children Board", "Anytown Local Safeguarding Children Board"),
    ("ANYTOWN LSCB", "ANYTOWN LSCB"),
    ("Anytown Borough Council", "Anytown Borough Council"),
    ("Nether Anytown Council", "Nether Anytown Council"),
    ("Anyshire Police", "Anyshire Police"),
    ("Anyshire Constabulary", "Anyshire Constabulary"),
    ("Anytown Hospitals NHS Foundation Trust", "Anytown Hospitals NHS Foundation Trust"),
    ("Anytown Primary Care Trust", "Anytown Primary Care Trust"),
    ("Anyshire Ambulance Service NHS Trust", "Anyshire Ambulance Service NHS Trust"),
    ("Anyshire Mental Health NHS Foundation Trust", "Anyshire Mental Health NHS Foundation Trust"),
    ("the Anyshire Safeguarding Children Partnership", "Anyshire Safeguarding Children Partnership"),
]
MISSES = [
    "the Local Safeguarding Children Board",
    "The Council and the Police",
    "the NHS Trust and the Safeguarding Partnership",
    "Anyshire Police Officer",
    "the council of Anytown",
    "the School Council",
    "LSCB and PCT",
]


def bodies(text: str) -> list[str]:
    document = text_document(text)
    return [
        text_of([document], each)
        for each in find_mentions([document], recognisers=RULES)
        if each.label is Label.ORGANISATION and each.standing is Standing.PUBLIC
    ]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_a_public_body_is_known_as_such(text: str, expected: str) -> None:
    assert bodies(text) == [expected]


@pytest.mark.parametrize("text", MISSES)
def test_words_without_a_name_are_no_body(text: str) -> None:
    assert bodies(text) == []


def test_a_council_of_a_school_does_not_hide_the_school() -> None:
    document = text_document("the St Anne's School Council met")
    found = [
        each for each in find_mentions([document], recognisers=RULES) if each.label is Label.ORGANISATION
    ]
    assert [each.standing for each in found if text_of([document], each).startswith("St Anne's School")] == [
        Standing.PARTICIPANT
    ]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Team manager\tSouth Anyshire Primary Care Trust", False),
        ("Prepared by: North Anyshire Safeguarding Children's Partnership", False),
        ("Prepared by: Anytown SCP", False),
        ("Team manager: South Ridgeway", True),  # no body behind it
        ("Prepared by: Anna West, Anytown Council", True),
    ],
)
def test_an_area_before_a_body_is_nobody(text: str, left: bool) -> None:
    document = text_document(text)
    value = text.replace("\t", ": ").partition(": ")[2]
    name = " ".join(value.replace(",", "").split()[:2])
    start = text.index(name)
    span = Span(document.passages[0].id, start, start + len(name))
    mention = Mention(span, Label.PERSON, 0.9, Evidence("roles", "1", "role and name", "it is marked"))
    kept = not_of_bodies([View(document, (), (), ())], [mention])
    assert kept == ([mention] if left else [])
