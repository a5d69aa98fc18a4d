"""What the name model may rule out, and what it may not."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest

from redact.recognise.claims import mention
from redact.recognise.grids import View
from redact.recognise.model import reading
from redact.recognise.model.labels import CLASSES, ModelLabel
from redact.recognise.model.ruling import not_ruled_out
from redact.recognise.readings import readings
from redact.values.people import Evidence, Label, Mention
from redact.values.text import Document
from tests.recognise.model.model_factory import model
from tests.recognise.recognise_factory import text_document, text_of

_FIRST = CLASSES.index(f"B-{ModelLabel.PERSON}")


class _Sure:
    """A model that gives each word the odds that a test states; it reads no word that is not stated."""

    def __init__(self, odds: Mapping[str, float]) -> None:
        self._said = odds
        self._words = model()

    def odds(self, texts: list[str]) -> object:
        for text, words, _ in self._words.odds(texts):
            known = [word for word in words if text[word.start : word.end] in self._said]
            rows = np.zeros((len(known), len(CLASSES)), np.float32)
            for row, word in zip(rows, known, strict=True):
                row[_FIRST] = self._said[text[word.start : word.end]]
            yield text, known, rows


def _mention(document: Document, word: str, pattern: str) -> Mention:
    view = _view(document)
    (first,) = view.first
    start = first.text.index(word)
    made = mention(first, start, start + len(word), Label.PERSON, 0.6, Evidence("x", "1", pattern, "y"))
    assert made is not None
    return made


def _view(document: Document) -> View:
    return View(document, tuple(first for first, _ in readings(document)), (), ())


@pytest.mark.parametrize(
    ("odds", "left"),
    [
        ({"Return": 0.01, "Quill": 0.01, "return": 0.01}, ["Return"]),  # like none, written either way
        ({"Return": 0.9, "Quill": 0.01, "return": 0.01}, ["Return", "return"]),  # a name with its capital
        ({"Return": 0.01, "Quill": 0.5, "return": 0.5}, ["Return", "Quill", "return"]),  # possible
        ({"Return": 0.9}, ["Return", "Quill", "return"]),  # of the others the model has read nothing
    ],
)
def test_what_only_looks_like_a_name(
    odds: Mapping[str, float], left: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "name_model", lambda: _Sure(odds))
    document = text_document("Child: Return came to Quill, to return.")
    mentions = [
        _mention(document, "Return", "field"),
        _mention(document, "Quill", "capitals in mid-sentence"),
        _mention(document, "return", "in lower case"),
    ]
    kept = not_ruled_out([_view(document)], mentions)
    assert [text_of([document], each) for each in kept] == left


@pytest.mark.parametrize(
    ("word", "odds", "stays"),
    [
        ("Bronze", 0.07, False),  # seldom a name, and hardly one here
        ("Bronze", 0.3, True),  # as likely as what the model itself asks about
        ("Wyvern", 0.1, True),  # a word of no list
    ],
)
def test_an_ordinary_word_must_be_likelier(
    word: str, odds: float, stays: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "name_model", lambda: _Sure({word: odds}))
    document = text_document(f"They spoke to {word} about the plan.")
    mentions = [_mention(document, word, "capitals in mid-sentence")]
    assert bool(not_ruled_out([_view(document)], mentions)) is stays


def test_an_unknown_word_that_acts_stays_where_other_sentences_show_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    odds = _Sure({"Efwa": 0.001, "Orla": 0.001})
    monkeypatch.setattr(reading, "name_model", lambda: odds)
    document = text_document("Efwa met her and Orla rang, neither she nor Efwa.")
    acts = [_mention(document, word, "word that begins and acts") for word in ("Efwa met", "Orla rang")]
    again = _mention(document, "nor Efwa", "capitals again")
    left = not_ruled_out([_view(document)], [*acts, again])
    assert [text_of([document], each) for each in left] == ["Efwa met", "nor Efwa"]
