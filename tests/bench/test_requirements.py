"""The cost of requirements: it is reckoned from what was measured, and the page has a place for it."""

from __future__ import annotations

import pytest

from bench import requirements
from bench.requirements import Figures, lines_of, measured


def test_a_share_is_of_the_whole_with_it() -> None:
    figures = Figures(words=30_000, rules=100, every=1.0, asked=0.5, loaded=0.1, whole=9.0)
    assert figures.share == pytest.approx(0.1)
    assert figures.share_of(150) == pytest.approx(1.5 / 10.5)
    assert "all 100 requirements for one document at once      1.00" in "\n".join(lines_of(figures))


def test_every_requirement_for_one_document_is_held_against_the_report() -> None:
    figures = measured(200, rounds=1)
    assert figures.words >= 200
    assert figures.rules > 70
    assert figures.whole > 0


def test_the_page_has_a_place_for_the_figures() -> None:
    assert requirements._BLOCK.search(requirements.PAGE.read_text(encoding="utf-8"))
