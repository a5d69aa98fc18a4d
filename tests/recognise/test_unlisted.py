"""Words that the lists refuse and the name model takes for names, whatever model is shipped."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from redact.recognise import unlisted
from redact.recognise.finding import find_mentions
from redact.recognise.grids import View
from redact.recognise.readings import Reading
from tests.recognise.recognise_factory import text_document, text_of


@pytest.mark.parametrize(
    ("odds", "expected"),
    [
        ([0.6, 0.6], ["Court", "Court"]),  # taken for a name twice
        ([0.99, 0.2], ["Court", "Court"]),  # once, and thought of once more
        ([0.6, 0.05], []),  # once only
        ([0.995], ["Court"]),  # once, as sure as it ever is
        ([0.98], []),
        ([0.4, 0.4, 0.4], []),  # never quite
    ],
)
def test_a_word_that_is_taken_for_a_name_is_asked_about(
    odds: list[float], expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _model_says(monkeypatch, odds)
    document = text_document("\n\n".join("Court said no." for _ in odds))
    found = find_mentions([document], recognisers=(unlisted.RECOGNISER,))
    assert [text_of([document], each) for each in found] == expected
    assert all(each.score < 0.6 for each in found)


@pytest.mark.parametrize("word", ["Mother", "Muslim", "British", "mo", "The", "Mrs"])
def test_words_that_stand_where_names_do_are_none(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _model_says(monkeypatch, [0.9, 0.9])
    document = text_document(f"{word} said no.\n\n{word} said no.")
    assert find_mentions([document], recognisers=(unlisted.RECOGNISER,)) == ()


@pytest.mark.parametrize("word", ["COURT", "court", "Co", "Wcre", "Mother", "Hirschsprung's"])
def test_one_place_is_enough_only_for_a_word_that_is_written_as_a_name(
    word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _model_says(monkeypatch, [0.995])
    document = text_document(f"{word} said no.")
    assert find_mentions([document], recognisers=(unlisted.RECOGNISER,)) == ()


def _model_says(monkeypatch: pytest.MonkeyPatch, odds: list[float]) -> None:
    """Let the model give these odds for the first word of each paragraph, if they reach the least."""

    def likely(view: View, least: float) -> Iterator[tuple[Reading, int, int, float]]:
        for reading, one in zip(view.first, odds, strict=True):
            if one >= least:
                yield reading, 0, len(re.split(r"\W", reading.text)[0]), one

    monkeypatch.setattr(unlisted, "likely", likely)
