from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.recognise.model.labels import CLASSES, ModelLabel, Rank
from redact.recognise.model.spans import spans
from tests.recognise.model.model_factory import VOCABULARY, row

CHECKS = {ModelLabel.PERSON: 0.2, ModelLabel.PLACE: 0.2}


def _said(text: str, rows: list[list[float]]) -> list[tuple[str, str, str]]:
    odds = np.array(rows, dtype=np.float32)
    found = spans(VOCABULARY.words(text), odds, CHECKS)
    return [(text[span.start : span.end], span.label.value, span.rank.value) for span in found]


FIRST, NEXT, PERHAPS, NO = row(B_PER=0.9), row(I_PER=0.9), row(I_PER=0.3), row()


@pytest.mark.parametrize(
    ("text", "rows", "found"),
    [
        # two words, one name
        ("Kay Vesey rang", [FIRST, NEXT, NO], [("Kay Vesey", "PER", "name")]),
        # two names side by side
        ("Kay Vesey rang", [FIRST, FIRST, NO], [("Kay", "PER", "name"), ("Vesey", "PER", "name")]),
        # a further word without a first one is a name all the same
        ("so Vesey rang", [NO, NEXT, NO], [("Vesey", "PER", "name")]),
        # what is not likeliest and yet possible is a check
        ("so Vesey rang", [NO, PERHAPS, NO], [("Vesey", "PER", "check")]),
        # beside a name, too
        ("Kay Vesey rang", [FIRST, PERHAPS, NO], [("Kay", "PER", "name"), ("Vesey", "PER", "check")]),
        # a line ends a name and nothing is lost
        ("Kay\nVesey", [FIRST, NEXT], [("Kay", "PER", "name"), ("Vesey", "PER", "name")]),
        # signs at the edges are dropped
        ("(Kay) rang", [NEXT, FIRST, NEXT, NO], [("Kay", "PER", "name")]),
        # but not the stop of an initial
        ("K.V. rang", [FIRST, NEXT, NEXT, NEXT, NO], [("K.V.", "PER", "name")]),
        # signs alone are nobody
        ("Kay - Vesey", [NO, PERHAPS, NO], []),
        # a place that may be a person is both
        ("York", [row(B_LOC=0.6, B_PER=0.3)], [("York", "LOC", "name"), ("York", "PER", "check")]),
        # a label without a threshold gives names only
        ("Monday", [row(B_DATE=0.4)], []),
        ("", [], []),
    ],
)
def test_words_are_joined_to_spans(
    text: str, rows: list[list[float]], found: list[tuple[str, str, str]]
) -> None:
    assert _said(text, rows) == found


def test_a_span_carries_the_mean_odds_of_its_words() -> None:
    odds = np.array([row(B_PER=0.9), row(I_PER=0.6)], dtype=np.float32)
    (only,) = spans(VOCABULARY.words("Kay Vesey"), odds, CHECKS)
    assert only.probability == pytest.approx(0.75)


ODDS = st.lists(st.floats(0.0, 1.0, width=32), min_size=len(CLASSES), max_size=len(CLASSES))
WORDS = st.lists(
    st.tuples(st.sampled_from(["Kay", "vesey", ".", "-", "K", "2011"]), ODDS), min_size=1, max_size=30
)


@given(WORDS, st.sampled_from([" ", "", "\n"]))
def test_no_word_that_reaches_a_threshold_goes_without_a_span(
    given_words: list[tuple[str, list[float]]], gap: str
) -> None:
    text = gap.join(word for word, _ in given_words)
    words = VOCABULARY.words(text)
    odds = np.array([row for _, row in given_words][: len(words)], dtype=np.float32)
    words = words[: len(odds)]
    found = spans(words, odds, CHECKS)
    for word, chances in zip(words, odds, strict=True):
        if text[word.start].isalnum() and chances[1] + chances[2] >= np.float32(0.2):
            assert any(
                span.label is ModelLabel.PERSON and span.start <= word.start and word.end <= span.end
                for span in found
            )


@given(WORDS)
def test_spans_of_one_label_stand_in_order_and_apart(given_words: list[tuple[str, list[float]]]) -> None:
    text = " ".join(word for word, _ in given_words)
    odds = np.array([row for _, row in given_words], dtype=np.float32)
    found = spans(VOCABULARY.words(text), odds, CHECKS)
    assert list(found) == sorted(found, key=lambda span: (span.start, span.end, span.label))
    for label in ModelLabel:
        own = [span for span in found if span.label is label]
        assert all(before.end <= after.start for before, after in pairwise(own))
        assert all(0.0 <= span.probability <= 1.0 for span in own)
        assert all(span.rank in Rank for span in own)
