"""What came near an identifier: told with its reason, once, and never where something was found."""

from __future__ import annotations

import pytest

from redact.recognise.finding import find_mentions
from redact.recognise.near_misses import find_near_misses
from redact.values.people import NearMiss
from tests.recognise.recognise_factory import RULES, table_document, text_document


def near(text: str) -> list[tuple[str, NearMiss]]:
    document = text_document(text)
    passages = {passage.id: passage.text for passage in document.passages}
    return [
        (passages[each.span.passage][each.span.start : each.span.end], each)
        for each in find_near_misses([document], find_mentions([document], recognisers=RULES))
    ]


@pytest.mark.parametrize(
    ("text", "value", "reason"),
    [
        ("B801200005002 was on the box", "B801200005002", "its check fails"),  # a pupil's number, mistyped
        ("2012/0099999C is a box", "2012/0099999C", "its check fails"),  # a police number, mistyped
        ("A9999999 is a part", "A9999999", "no words"),  # a form that others share
        ("the book 9990000019 was lost", "9990000019", "no words"),  # an NHS number, mistyped
        ("4111 1111 1111 1112", "4111 1111 1111 1112", "its check fails"),  # a card, mistyped
        ("ab999zz was the code", "ab999zz", "no words"),  # a postcode in lower case, without its space
        ("SW99999 records were kept", "SW99999", "counted"),  # a form, and a word for a count
    ],
)
def test_a_form_that_was_left_alone_is_told_with_its_reason(text: str, value: str, reason: str) -> None:
    ((found, miss),) = near(text)
    assert found == value
    assert reason in miss.evidence.because
    assert found not in miss.evidence.because


@pytest.mark.parametrize(
    "text",
    [
        "UPN B801200005002",  # it is a finding
        "In 2009 the board met 12 times.",  # years and counts have no form
        "12345678 was the total",  # any digits
        "Child A2 and SW1 were seen.",  # labels in use
        "",  # nothing
    ],
)
def test_what_is_found_or_has_no_form_is_no_near_miss(text: str) -> None:
    assert near(text) == []


def test_what_a_tables_label_made_a_finding_is_no_near_miss() -> None:
    document = table_document([["Name", "Home Office ref"], ["Child K", "A9999999"]])
    assert find_near_misses([document], find_mentions([document], recognisers=RULES)) == ()


def test_each_stretch_is_told_once_and_in_reading_order() -> None:
    found = near("A9999999 came before B801200005002 and A9999998.")
    assert [value for value, _ in found] == ["A9999999", "B801200005002", "A9999998"]
