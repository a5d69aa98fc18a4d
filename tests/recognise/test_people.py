"""People by rules, measured on tables of sentences in the idioms of those who write reviews."""

from __future__ import annotations

from pathlib import Path

import pytest

from redact.recognise.finding import find_mentions
from redact.values.people import Label
from tests.recognise.recognise_factory import RULES, text_document, text_of

TABLES = Path(__file__).parent / "tables"
LIKELY = 0.6  # from here a name is a fault; below it is asked about
LEAST = 0.97  # of the names in the table


def _rows(name: str) -> list[str]:
    lines = (TABLES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.replace("|", "\n") for line in lines if line.strip() and not line.startswith("#")]


def _people(text: str, least: float = LIKELY) -> list[str]:
    document = text_document(text)
    return [
        text_of([document], each)
        for each in find_mentions([document], recognisers=RULES)
        if each.label is Label.PERSON and each.score >= least
    ]


NAMED = [tuple(row.split(" => ")) for row in _rows("people-named")]
UNNAMED = _rows("people-unnamed")


def test_the_tables_are_large_and_of_one_size() -> None:
    assert len(NAMED) >= 150
    assert len(UNNAMED) >= 150


def test_nearly_all_names_beside_fields_titles_roles_and_kin_are_found() -> None:
    wanted = found = 0
    for text, names in NAMED:
        people = _people(text)
        wanted += len(names.split("; "))
        found += sum(name in people for name in names.split("; "))
    assert found / wanted >= LEAST


def test_nothing_else_in_these_sentences_is_called_a_person() -> None:
    # "Grandad Ted" may be read as a whole or without its title; no other word may be.
    more = {text: people for text, names in NAMED if (people := set(_people(text)) - set(names.split("; ")))}
    assert more == {}


@pytest.mark.parametrize("text", UNNAMED)
def test_a_sentence_without_a_name_has_no_person(text: str) -> None:
    assert _people(text, 0.0) == []
