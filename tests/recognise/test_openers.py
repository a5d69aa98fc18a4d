"""Words that begin a sentence and act: asked about, unless the documents or the lists explain them."""

from __future__ import annotations

import pytest

from redact.recognise.finding import find_mentions
from redact.values.people import Label
from tests.recognise.recognise_factory import RULES, found, mentions_by, text_document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rasa said that she was tired.", ["Rasa"]),
        ("They left. Zofia told nobody.", ["Zofia"]),
        ("Adaeze was seen at home.", ["Adaeze"]),  # what is done to somebody
        ("Tariq and his mother came.", ["Tariq"]),
        ("Shanelle (2007, hospital) was there.", ["Shanelle"]),  # a year of something that happened
        ("Kwabena (4) was asleep.", ["Kwabena"]),  # an age
        ("\u2022 Saoirse cried.", ["Saoirse"]),  # an item of a list
    ],
)
def test_an_unknown_word_that_acts_is_asked_about(text: str, expected: list[str]) -> None:
    asked = mentions_by("openers", text)
    assert [name for name, _ in asked] == expected
    assert all(each.score < 0.6 for _, each in asked)


@pytest.mark.parametrize(
    "text",
    [
        "Police attended, and Staff said so.",
        "Nobody said so. Management agreed. Supervision was given.",
        "Mother said no. Social Care was told.",
        "Plover came. A plover left.",  # the documents write it in lower case too
        "Treat returned post as new.",  # what somebody is told to do
        "Improvement was seen.",  # the ending of a word for a thing
        "Ofsted visited.",
    ],
)
def test_what_is_no_name_is_not_asked_about(text: str) -> None:
    assert found(text, Label.PERSON) == []


def test_a_word_in_lower_case_in_another_document_of_the_call_counts() -> None:
    documents = [text_document("Plover said so."), text_document("They saw a plover.")]
    assert find_mentions(documents[:1], recognisers=RULES)
    assert not find_mentions(documents, recognisers=RULES)
