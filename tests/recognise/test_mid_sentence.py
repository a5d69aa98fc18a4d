"""Capitals that nothing else explains are asked about; usual words, headings and lists are not."""

from __future__ import annotations

import pytest

from redact.formats.building import DocumentBuilder, Request
from redact.recognise.finding import find_mentions
from redact.values.text import Format, Location, Part
from tests.recognise.recognise_factory import RULES, mentions_by, table_document, text_of


def _asked(text: str) -> list[tuple[str, float]]:
    return [(found, mention.score) for found, mention in mentions_by("mid-sentence", text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They spoke to Kayleigh.", [("Kayleigh", 0.35)]),  # one word
        ("They spoke to Kayleigh Tarrant.", [("Kayleigh Tarrant", 0.45)]),  # two are surer
        ("Kayleigh Tarrant spoke.", [("Kayleigh Tarrant", 0.45)]),  # at the start, two of them
        ("However Kayleigh spoke.", [("Kayleigh", 0.35)]),  # behind a word that has its capital from there
        ("the plan of K. Tarrant", [("K. Tarrant", 0.45)]),  # initials
        ("they met O'Dowd and McVey", [("O'Dowd", 0.35), ("McVey", 0.35)]),
        ("in Anytown and Otherton", [("Anytown", 0.35), ("Otherton", 0.35)]),  # a place may be meant
        ("with Kayleigh\u2019s coat", [("Kayleigh", 0.35)]),
        ("told Owen ap Tarrant so", [("Owen ap Tarrant", 0.45)]),
    ],
)
def test_a_capital_in_mid_sentence_is_asked_about(text: str, expected: list[tuple[str, float]]) -> None:
    assert _asked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kayleigh spoke.",  # the sentence's own capital
        "They left. Kayleigh stayed.",
        "1. Kayleigh\n2. Osian",  # items
        "- Kayleigh was there",
        "Tarrant Principles For Planning Together",  # title case
        "TARRANT PRINCIPLES AND KAYLEIGH",  # all in capitals
        "as the NSPCC and LSCB said",  # abbreviations
        "on Monday in June at the Health Centre",  # usual words
        "the Tarrant Surgery was told",  # an agency's own recogniser reads it
        "the plover, a plover and one plover by the Plover",  # written in lower case again and again
        "the Lead Professional and Half Sibling 2",
    ],
)
def test_other_capitals_are_not(text: str) -> None:
    assert _asked(text) == []


def test_a_word_that_is_a_name_too_is_asked_about_although_it_is_written_in_lower_case() -> None:
    assert _asked("with grace, a grace, and grace: they told Grace") == [("Grace", 0.35)]


def test_headers_of_tables_and_headings_are_not() -> None:
    document = table_document([["seen by Kayleigh", "what Osian did"], ["it was Kayleigh", "nothing"]])
    found = [text_of([document], each) for each in find_mentions([document], recognisers=RULES)]
    assert found == ["Kayleigh"]
    builder = DocumentBuilder(Request("", b"test"), sha256="0", format=Format.DOCX)
    builder.passage("a visit to Kayleigh", Location(Part.BODY, block=1), heading_level=1)
    assert find_mentions([builder.build()], recognisers=RULES) == ()


def test_what_another_recogniser_has_claimed_is_left_to_it() -> None:
    assert _asked("They told Mrs Tarrant and then Tarrant left with Dr Vesey.") == []
