"""The place of a public body is nobody's name; a name that stands before a body's stays one."""

from __future__ import annotations

import pytest

from redact.recognise.finding import find_mentions
from redact.values.people import Label
from tests.recognise.recognise_factory import text_document


def _people(text: str) -> list[str]:
    document = text_document(text)
    texts = {passage.id: passage.text for passage in document.passages}
    found = [each for each in find_mentions([document]) if each.label is Label.PERSON]
    return [texts[each.span.passage][each.span.start : each.span.end] for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "Name\tPost\tAgency\nAnna Harte\tmidwife\tOrstminster Hospitals NHS Trust",
        "From: Anna Harte, Business Manager, Puskland Local Safeguarding Children Board",
        "Author: Anna Harte, North Fennshire Council",
    ],
)
def test_the_place_of_a_body_is_nobodys_name(text: str) -> None:
    assert _people(text) == ["Anna Harte"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ms Wrobel and the Police attended.", "Wrobel"),  # a title shows her
        ("Child: Kayleigh Brandreth\n\nKayleigh NHS no. on file.", "Kayleigh"),  # a row of a form
        ("Child: Om Pandya\n\nOM SEEN ASLEEP ON THE SOFA.", "OM"),  # a usual short form too
        ("Her aunt, Relate Coram, rang. Coram was told.", "Coram"),  # bodies are called so too
    ],
)
def test_somebody_before_the_word_for_a_body_stays(text: str, name: str) -> None:
    assert any(name in found for found in _people(text)[-1:])
