"""What facts together, plain English and accessibility cost: figures and lines, on a small document."""

from __future__ import annotations

import pytest

from bench.together import Figures, lines_of, measured


def test_a_share_is_of_the_whole_with_all_three() -> None:
    figures = Figures(words=30_000, whole=9.0, jigsaw=0.5, plain=0.4, access=0.1)
    assert figures.share_of(figures.jigsaw) == pytest.approx(0.05)
    said = "\n".join(lines_of(figures))
    assert "all three                                1.00   10.0 % of the whole" in said


def test_each_part_is_measured() -> None:
    figures = measured(200, rounds=1)
    assert figures.words >= 200
    assert min(figures.jigsaw, figures.plain, figures.access) > 0
    assert figures.whole > figures.jigsaw
