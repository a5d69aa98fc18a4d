"""Letters of somebody known that are written as a label is are asked about, and not passed over as one."""

from __future__ import annotations

import pytest

from redact.recognise.finding import find_mentions
from redact.values.people import Label
from tests.recognise.recognise_factory import RULES, text_document, text_of

_PEOPLE = "Mother: Anna Harte\n\nSocial worker: Karen Hobbs\n\n"


def _people(text: str) -> list[str]:
    document = text_document(_PEOPLE + text)
    found = find_mentions([document], recognisers=RULES)
    return [
        text_of([document], each)
        for each in found
        if each.label is Label.PERSON and each.evidence.recogniser == "own-letters"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GP KH rang the ward.", ["KH"]),
        ("School nurse KH says so.", ["KH"]),
        ("Worker KH/AH agreed.", ["KH", "AH"]),
        ("It was seen by Officers KH and AH.", ["KH", "AH"]),
        ("He was told by the Health Visitor KH", ["KH"]),
        ("Workload: PO 14 cases, AH 62 cases.", ["AH"]),
        ("GP ZQ rang the ward.", []),  # nobody's letters
        ("GP K rang the ward.", []),  # one letter, as labels have
        ("GP KH1 rang the ward.", []),
        ("Child AH was seen.", []),  # may be a label that was drawn by lot
        ("Child AH was seen, and A.H. cried.", ["AH", "A.H."]),  # unless they stand alone too
        ("School KH was told.", []),  # a thing
    ],
)
def test_letters_in_a_label_are_asked_about(text: str, expected: list[str]) -> None:
    assert _people(text) == expected


def test_the_label_stays_beside_its_letters() -> None:
    document = text_document(_PEOPLE + "GP KH rang the ward.")
    found = [each for each in find_mentions([document], recognisers=RULES) if each.span.passage.endswith("3")]
    assert [(each.label, text_of([document], each)) for each in found] == [
        (Label.PSEUDONYM, "GP KH"),
        (Label.PERSON, "KH"),
    ]
    assert found[-1].score < 0.6


def test_behind_a_title_the_letters_take_the_place_of_the_label() -> None:
    document = text_document("Mother: Anna Harte\n\nThey told Dr AH so.")
    found = [
        text_of([document], each)
        for each in find_mentions([document], recognisers=RULES)
        if each.label is Label.PERSON
    ]
    assert found == ["Anna Harte", "AH"]
