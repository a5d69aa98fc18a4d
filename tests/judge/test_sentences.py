"""Where sentences end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.judge.sentences import sentences

TEXTS = [
    ("It rained. Nobody came.", ["It rained.", "Nobody came."]),
    ("Dr. J. Smith-Invented rang at 3 p.m. on 4.5.12.", ["Dr. J. Smith-Invented rang at 3 p.m. on 4.5.12."]),
    ("See para. 3.2, e.g. No. 5. Then stop.", ["See para. 3.2, e.g. No. 5.", "Then stop."]),
    ("Was it done? No. The panel met.", ["Was it done?", "No.", "The panel met."]),  # an answer
    ("3. The board meets. It decides.", ["3. The board meets.", "It decides."]),  # the number of a list
    ("It met in 2. Then it parted.", ["It met in 2.", "Then it parted."]),
    ("It said: \u201cStop.\u201d Then it went.", ["It said: \u201cStop.\u201d", "Then it went."]),
    (
        "With:\n- one\n- two\ngoes on.",
        ["With:", "- one", "- two\ngoes on."],
    ),  # a list, one entry of two lines
    ("One line\nthat goes on.", ["One line\nthat goes on."]),
    ("One\n\nTwo", ["One", "Two"]),
    ("   ", []),
]


@pytest.mark.parametrize(("text", "wanted"), TEXTS)
def test_a_text_is_parted_into_sentences(text: str, wanted: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == wanted


@given(st.text(alphabet="aA1. \n?!-\u2019\u201d", max_size=60))
def test_no_letter_is_lost_between_sentences(text: str) -> None:
    spans = list(sentences(text))
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
