"""The letters word for word, for the edition and the way of publication of each."""

from __future__ import annotations

import html
import os
from dataclasses import replace
from pathlib import Path

import pytest

from redact.publication.letters import asks_for, letter, opening
from redact.report.gate_page import as_html, as_text
from redact.values.gate_witness import Witness, witnesses_in
from redact.values.rules import Edition, Mode
from tests.publication.gate_walk import book
from tests.publication.letter_facts import facts

GOLDEN = Path(__file__).parent.parent / "golden"
CASES = {
    "wt2015-full-ofsted": ("ofsted", Edition.WT2015, Mode.FULL, "bath-nes"),
    "wt2013-full-national-panel": ("national-panel", Edition.WT2013, Mode.FULL, None),
    "wt2010b-full-ofsted": ("ofsted", Edition.WT2010B, Mode.FULL, "bromley"),
    "wt2023-improvements-only-secretary-of-state": (
        "secretary-of-state",
        Edition.WT2023,
        Mode.IMPROVEMENTS_ONLY,
        None,
    ),
    "wt2018-not-published-national-panel": ("national-panel", Edition.WT2018, Mode.NOT_PUBLISHED, None),
}


@pytest.mark.parametrize("name", CASES)
def test_a_letter_word_for_word(name: str) -> None:
    to, edition, mode, board = CASES[name]
    text = as_text(letter(to, facts(edition, mode, board)))
    kept = GOLDEN / f"gate-letter-{name}.txt"
    if os.environ.get("REDACT_WRITE_GOLDEN") == "1":
        kept.write_text(text, encoding="utf-8", newline="\n")
    assert text == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("edition", "words"),
    [
        (Edition.WT2013, "at least one week before publication"),
        (Edition.WT2015, "at least seven working days before publication"),
        (Edition.WT2018, "no later than seven working days before publication"),
        (Edition.WT2023, "no later than seven working days before publication"),
    ],
)
def test_the_words_of_the_edition(edition: Edition, words: str) -> None:
    rule = next(pack.sent_before for pack in book().packs if pack.edition is edition)
    assert rule is not None
    assert asks_for(rule) == words


def test_each_way_of_publication_is_told_in_words_of_its_own() -> None:
    assert len({opening(mode) for mode in Mode}) == len(Mode)


def test_somebody_whom_the_board_sends_it_to_besides_is_told_of_no_days() -> None:
    text = as_text(letter("neighbour", facts()))
    assert text.startswith("To neighbour\n")
    assert "Thursday 7 January 2027" in text
    assert "seven working days" not in text


def test_a_letter_says_the_same_as_a_page_and_as_text() -> None:
    blocks = letter("ofsted", facts())
    page = html.unescape(as_html(blocks, title="Letter"))
    for words in as_text(blocks).split():
        if words.strip("-="):
            assert words in page
    assert "<script" not in page
    assert "http" not in page


def test_whoever_keeps_a_letter_holds_a_witness_of_the_log() -> None:
    blocks = letter("ofsted", facts())
    for told in (as_text(blocks), as_html(blocks, title="Letter")):
        assert witnesses_in(told) == (Witness(31, "9a" * 32),)


def test_what_is_typed_cannot_break_out_of_the_page() -> None:
    page = as_html(letter("ofsted", replace(facts(), contact="<script>alert(1)</script>")), title="<b>")
    assert "<script>" not in page
    assert "<b>" not in page
