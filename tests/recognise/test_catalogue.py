"""The identifier catalogue: six of each that must be found, and six near misses that must not."""

from __future__ import annotations

from pathlib import Path

import pytest

from redact.recognise.finding import find_mentions
from redact.values.people import Label
from tests.recognise.recognise_factory import RULES, text_document, text_of

_TABLE = Path(__file__).parent / "tables" / "catalogue.txt"
_LEAST = 6  # of either, for each identifier


def _rows(sign: str) -> list[tuple[str, frozenset[Label], str]]:
    found = []
    name, labels = "", frozenset[Label]()
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            name, _, given = line.removeprefix("== ").partition(" => ")
            labels = frozenset(map(Label, given.split()))
        elif line.startswith(f"{sign} "):
            found.append((name, labels, line[2:]))
    return found


@pytest.mark.parametrize(("name", "labels", "row"), _rows("+"))
def test_each_is_found_under_its_label(name: str, labels: frozenset[Label], row: str) -> None:
    text, _, value = row.partition(" => ")
    document = text_document(text)
    found = [
        text_of([document], each)
        for each in find_mentions([document], recognisers=RULES)
        if each.label in labels
    ]
    assert any(value in each for each in found), name


@pytest.mark.parametrize(("name", "labels", "row"), _rows("-"))
def test_what_only_looks_like_one_is_left_alone(name: str, labels: frozenset[Label], row: str) -> None:
    document = text_document(row)
    found = [
        text_of([document], each)
        for each in find_mentions([document], recognisers=RULES)
        if each.label in labels
    ]
    assert found == [], name


@pytest.mark.parametrize("sign", ["+", "-"])
def test_every_identifier_of_the_catalogue_has_six_rows(sign: str) -> None:
    counts: dict[str, int] = {}
    for name, _, _ in _rows(sign):
        counts[name] = counts.get(name, 0) + 1
    assert len(counts) == 30
    assert min(counts.values()) >= _LEAST
