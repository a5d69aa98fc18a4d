"""The five source documents, where they lie beside the repository: by line number, never by their words."""

from __future__ import annotations

from pathlib import Path

import pytest

from redact.formats.building import Request, no_progress
from redact.formats.intake import read_file
from redact.recognise.finding import find_mentions
from redact.values.people import Label

SOURCES = Path(__file__).resolve().parents[3] / "shared" / "sources"

# By file number: label, and the line numbers (1-based) of its mentions, one entry a mention.
IDENTIFIERS: dict[int, dict[Label, list[int]]] = {
    0: {Label.EMAIL: [13, 13, 168, 168], Label.PHONE: [17, 433], Label.POSTCODE: [11, 433]},
    1: {Label.EMAIL: [91], Label.PHONE: [91]},
    2: {Label.EMAIL: [83, 83, 232, 262, 262, 294, 294], Label.PHONE: [231]},
    3: {Label.EMAIL: [378, 410, 665], Label.POSTCODE: [380, 666], Label.DATE_OF_BIRTH: [907, 909, 911, 913]},
    4: {Label.EMAIL: [295], Label.PHONE: [281, 282, 283], Label.POSTCODE: [280, 295]},
}
PEOPLE = {
    0: [431],
    1: [91],
    2: [11, 11, 141, 141, 232, 267],
    3: [],
    4: [18, 18, 18, 18, 70, 100, 104, 111, 156, 213],
}


@pytest.fixture(scope="module", params=range(5))
def lines(request: pytest.FixtureRequest) -> tuple[int, dict[Label, list[int]]]:
    number: int = request.param
    paths = sorted(SOURCES.glob(f"00{number}_*.txt"))
    if not paths:
        pytest.skip("the source documents do not lie beside this repository")
    document = read_file(str(paths[0]), Request(paths[0].name, b"test"), no_progress)
    text, starts = document.text(), document.starts()
    found: dict[Label, list[int]] = {}
    for each in find_mentions([document]):
        if each.span.passage in starts:
            line = text.count("\n", 0, starts[each.span.passage] + each.span.start) + 1
            found.setdefault(each.label, []).append(line)
    return number, found


def test_every_identifier_is_found_and_nothing_else_is_called_one(
    lines: tuple[int, dict[Label, list[int]]],
) -> None:
    number, found = lines
    people = (Label.PERSON, Label.PSEUDONYM)
    assert {label: places for label, places in found.items() if label not in people} == IDENTIFIERS[number]


def test_people_behind_titles_fields_and_posts_are_found(lines: tuple[int, dict[Label, list[int]]]) -> None:
    number, found = lines
    assert found.get(Label.PERSON, []) == PEOPLE[number]
