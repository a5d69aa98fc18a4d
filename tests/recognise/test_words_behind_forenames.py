"""A word behind a forename that was found alone: its surname, unless a list knows the word for another."""

from __future__ import annotations

import pytest

from redact.recognise import name_edges, surname_behind
from redact.recognise.grids import View, grids
from redact.recognise.readings import readings
from redact.values.people import Evidence, Label, Mention
from redact.values.text import Span
from tests.recognise.recognise_factory import text_document


def claimed(text: str, forename: str, monkeypatch: pytest.MonkeyPatch, odds: float) -> list[str]:
    """Give what is claimed beside a forename that was found, where the model gives every word these odds."""
    monkeypatch.setattr(surname_behind, "chance", lambda *_: odds)
    document = text_document(text)
    first = tuple(reading for reading, _ in readings(document))
    view = View(document, first, (), tuple(grids(first)))
    passage = document.passages[0]
    start = passage.text.index(forename)
    span = Span(passage.id, start, start + len(forename))
    found = Mention(span, Label.PERSON, 0.7, Evidence("repeats", "1", "part of a name", "it is marked"))
    return [
        passage.text[each.span.start : each.span.end] for each in name_edges.RECOGNISER.find([view], [found])
    ]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Then she goes to Geraldine Bellingham for the night.", "Geraldine Bellingham"),
        ("He was placed at Geraldine Tarrantby, from the ward.", "Geraldine Tarrantby"),
    ],
)
def test_an_unknown_word_behind_a_forename_is_its_surname(
    text: str, whole: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert claimed(text, "Geraldine", monkeypatch, 0.05) == [whole]


@pytest.mark.parametrize(
    ("text", "odds"),
    [
        ("Gave Geraldine Calpol for the night.", 0.05),  # a known thing
        ("Told Geraldine Monday would do.", 0.05),
        ("They met in Geraldine Bellingham Road.", 0.05),  # part of a street
        ("Then she goes to Geraldine Bellingham for the night.", 0.001),  # the model holds it impossible
    ],
)
def test_what_a_list_or_the_model_knows_for_another_is_none(
    text: str, odds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert claimed(text, "Geraldine", monkeypatch, odds) == []


@pytest.mark.parametrize(
    ("text", "odds", "claims"),
    [
        ("Sent to the scheme by letter, Efwa Tarrantby supporting her.", 0.005, ["Efwa Tarrantby"]),
        ("Support\tEfwa Tarrantby spoke for her", 0.009, ["Efwa Tarrantby"]),  # at a cell's beginning
        ("Efwa Tarrantby supported her.", 0.009, ["Efwa Tarrantby"]),  # at a sentence's
        ("Efwa Tarrantby supported her.", 0.005, []),
        ("Filed Tarrantby's letter.", 0.1, []),  # a word of a list
        ("Sent to the scheme by letter, Efwa Tarrantby supporting her.", 0.003, []),
        ("It was put on Mosaic Tarrantby said.", 0.005, []),  # the name of a system
        (
            "It was sent by letter to Harte, to Vesey and to Tarrantby\nN. Then it was filed.",
            0,
            ["Tarrantby\nN"],
        ),
        (
            "It was sent by letter to Harte, to Vesey and then by N.\nTarrantby, who kept it.",
            0,
            ["N.\nTarrantby"],
        ),
        ("Told Tarrantby\nN. Then it was filed.", 0, []),  # the line was not full
    ],
)
def test_what_stands_before_or_below_a_sure_surname(
    text: str, odds: float, claims: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surname_behind, "chance", lambda *_: odds)
    document = text_document(text)
    first = tuple(reading for reading, _ in readings(document))
    view = View(document, first, (), tuple(grids(first)))
    passage = next(each for each in document.passages if "Tarrantby" in each.text)
    start = passage.text.index("Tarrantby")
    evidence = Evidence("name-model", "1", "model, name", "it is taken for one")
    found = Mention(Span(passage.id, start, start + 9), Label.PERSON, 0.82, evidence)
    made = name_edges.RECOGNISER.find([view], [found])
    assert [passage.text[each.span.start : each.span.end] for each in made] == claims
