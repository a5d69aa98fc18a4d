"""Names beside roles and kin: what makes one word a name, and what does not."""

from __future__ import annotations

import pytest

from redact.recognise.finding import find_mentions
from redact.values.people import Label
from tests.recognise.recognise_factory import RULES, text_document, text_of


def _people(text: str) -> list[str]:
    document = text_document(text)
    return [
        text_of([document], each)
        for each in find_mentions([document], recognisers=RULES)
        if each.label is Label.PERSON and each.score >= 0.6
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the midwife, Ida, rang", ["Ida"]),  # closed by a comma
        ("the midwife, Ida rang", []),  # not closed: it may be anything
        ("the midwife, Ida Quill rang", ["Ida Quill"]),  # two words need no close
        ("Health Visitor Liaison Form", []),  # goes on with a capital
        ("her uncle\nTom Vesey came", ["Tom Vesey"]),  # over a line end
        ("Midwife\nLiaison and care", []),  # a heading
        ("uncle ANWEN", ["ANWEN"]),
        ("uncle BMA", []),  # letters
        ("the mother (DWP) said", []),
        ("her sister April said", ["April"]),  # a month that is a name
        ("her sister, April 2009, said", []),
        ("his mother Polish, his father English", []),
        ("aunt Grace said", ["Grace"]),  # a word that is a name
        ("the social worker for Anytown Surgery", []),
        ("her brother Mr Vesey", ["Vesey"]),  # titles read it
        ("At Anytown, her mother, who was ill, left", []),  # a place
        ("Sadly, her mother, who was ill, left", []),  # an adverb
        ("Anwen, her mother, left", ["Anwen"]),
        ("Anwen - her mother - left", ["Anwen"]),
        ("Nain Tarrant and Taid", ["Tarrant"]),
        ("GP A and HV2 and SW B", []),
        ("sw karen", []),  # short forms count as they are written
        ("her stepfather\u2019s brother Osian", ["Osian"]),
        ("a man calling himself Dez", ["Dez"]),
        ("Anwen Quill (formerly known as Anwen Tarrant)", ["Anwen Quill", "Anwen Tarrant"]),
    ],
)
def test_names_beside_roles_and_kin(text: str, expected: list[str]) -> None:
    assert _people(text) == expected
