"""Names among names: cells, lines of a key, what joins two names; examples stand with the recogniser."""

from __future__ import annotations

import pytest

from redact.recognise import name_columns
from redact.recognise.finding import find_mentions
from redact.values.text import Document
from tests.recognise.recognise_factory import RULES, table_document, text_document, text_of

_STAFF = [["Who", "Post"], ["Mr Tom Vesey", "clerk"], ["Ms Anna Harte", "nurse"]]


def _found(document: Document) -> list[tuple[str, float]]:
    return [
        (text_of([document], each), each.score)
        for each in find_mentions([document], recognisers=RULES)
        if each.evidence.recogniser == "name-columns"
    ]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("FRIEND Rosa", [("FRIEND Rosa", 0.62)]),  # a surname in capitals that no name begins with
        ("COURT, Ida (duty)", [("COURT, Ida", 0.65)]),  # with a comma and a remark
        ("House Office", []),  # the words of a place of work
        ("Social Worker", []),  # a post
        ("Seventh-day Adventist", []),  # a faith
        ("White British", []),  # a group
        ("Friend", []),  # one word that has another use
        ("Friend of Rosa", []),  # no name by its shape
    ],
)
def test_a_cell_among_names_is_one_by_its_shape(cell: str, expected: list[tuple[str, float]]) -> None:
    assert _found(table_document([*_STAFF, [cell, "cook"]])) == expected


@pytest.mark.parametrize(
    "rows",
    [
        [["Who", "Post"], ["Mr Tom Vesey", "clerk"], ["FRIEND Rosa", "cook"]],  # one name makes no column
        [*_STAFF, ["FRIEND Rosa", "cook"], ["all staff", "-"], ["nobody else", "-"]],  # nor do half of them
        [["Mon", "Tue"], ["Mr Tom Vesey", "Ida"], ["Ms Anna Harte", "Ida"]],  # days over the names of a week
    ],
)
def test_a_column_needs_names_in_most_of_its_cells(rows: list[list[str]]) -> None:
    assert _found(table_document(rows)) == []


@pytest.mark.parametrize(
    ("odds", "expected"),
    [
        (0.5, [("Lake Crompton", 0.45)]),  # what the model thinks possible
        (0.01, []),  # and what it does not
        (None, []),  # nothing is asked where it has not read
    ],
)
def test_words_joined_to_a_whole_name_are_asked_about_if_the_model_thinks_of_one(
    odds: float | None, expected: list[tuple[str, float]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(name_columns, "chance", lambda *_: odds)
    document = text_document("- Lake Crompton & Mr Tom Vesey")
    assert _found(document) == expected
