"""What the resolver is measured on: what it says, and a cost that grows no faster than n log n."""

from __future__ import annotations

import math
import sys
from types import FrameType

import pytest

from bench import resolve as bench
from bench.resolve import main, papers
from redact.resolve import resolve


def calls_of(number: int, people: int | None) -> int:
    """Count every call of a function, ours or Python's own, in resolving: the same on every machine."""
    case = papers(number, people)
    resolve(*case)  # lists are read and regular expressions are compiled once
    counted = 0

    def count(_frame: FrameType, event: str, _about: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        resolve(*case)
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize("people", [40, None], ids=["a case", "a register"])
def test_the_cost_grows_no_faster_than_n_log_n(people: int | None) -> None:
    few, many = 500, 4_000
    least = calls_of(few, people)
    allowed = many * math.log2(many) / (few * math.log2(few))
    assert calls_of(many, people) <= allowed * least


def test_papers_hold_the_mentions_that_were_asked_for() -> None:
    mentions, documents = papers(1_001, 40)
    texts = {passage.id: passage.text for document in documents for passage in document.passages}
    assert len(mentions) == 1_001
    assert len(documents) == 3
    assert all(mention.span.end <= len(texts[mention.span.passage]) for mention in mentions)


def test_a_cost_is_printed_and_held_against_the_target(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[object] = []
    monkeypatch.setattr(bench, "measured", lambda case: len(case[0]) / 1_000)
    monkeypatch.setattr(bench, "store", lambda *figures: written.append(figures))
    assert main(["1000", "3000"]) == 0
    assert [line.split()[:3] for line in capsys.readouterr().out.splitlines()[1:3]] == [
        ["1,000", "1.00", "1000.0"],
        ["3,000", "3.00", "1000.0"],
    ]
    assert main(["9000"]) == 1
    assert written == []


def test_only_the_numbers_that_are_asked_for_are_written(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[tuple[str, str, dict[str, list[str]]]] = []
    monkeypatch.setattr(bench, "_NUMBERS", (100, 200))
    monkeypatch.setattr(bench, "measured", lambda _: 0.1)
    monkeypatch.setattr(bench, "store", lambda part, name, figures: written.append((part, name, figures)))
    assert main([]) == 0
    ((part, name, figures),) = written
    assert (part, name, len(figures["lines"])) == ("bench", "resolve", 6)
