"""The five source documents, where they lie beside the repository: by line number, never by their words.

Here the rules read them by themselves; what the name model finds in them besides is measured, not repaired.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from redact.formats.building import Request, no_progress
from redact.formats.intake import read_file
from redact.judge.applying import why_not
from redact.judge.identity import covers
from redact.recognise.finding import find_mentions
from redact.recognise.unclaimed import FACTS
from redact.values.judgement import Settings, Severity
from redact.values.people import Label, Standing
from redact.values.text import Part
from tests.recognise.recognise_factory import RULES
from tests.shipped_rules import shipped_rules

SOURCES = Path(__file__).resolve().parents[3] / "shared" / "sources"

# By file number: label, and the line numbers (1-based) of its mentions, one entry a mention.
IDENTIFIERS: dict[int, dict[Label, list[int]]] = {
    0: {
        Label.EMAIL: [13, 13, 168, 168],
        Label.PHONE: [17, 433],
        Label.POSTCODE: [11, 433],
        Label.ADDRESS: [11, 433],
    },
    1: {Label.EMAIL: [91], Label.PHONE: [91]},
    2: {Label.DATE: [41], Label.EMAIL: [83, 83, 232, 262, 262, 294, 294], Label.PHONE: [231]},
    3: {
        Label.EMAIL: [378, 410, 665],
        Label.POSTCODE: [380, 666],
        Label.ADDRESS: [380, 666],
        Label.DATE_OF_BIRTH: [907, 909, 911, 913],
    },
    4: {
        Label.EMAIL: [295],
        Label.PHONE: [281, 282, 283],
        Label.POSTCODE: [280, 295],
        Label.ADDRESS: [277],
        Label.DATE: [18, 18, 19, 19, 20, 20, 104, *range(257, 266)],
    },
}
# Contact officers and authors: participants as far as the text says, and they block.
MUST_BLOCK: dict[int, list[int]] = {0: [431], 1: [91], 2: [11, 11, 232, 267], 3: [], 4: []}
# Cited authors, chairs of inquiries, inspectors in a list of respondents: found, and only noted.
MUST_STAY: dict[int, list[int]] = {
    0: [220, 259, 344],
    1: [],
    2: [141, 141],
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
    for each in find_mentions([document], recognisers=RULES):
        # Boards, trusts and forces are known as such, by the hundred in a list of who answered.
        known = each.label is Label.ORGANISATION and each.standing is Standing.PUBLIC
        if each.span.passage in starts and not known:
            line = text.count("\n", 0, starts[each.span.passage] + each.span.start) + 1
            found.setdefault(each.label, []).append(line)
    return number, found


def test_every_identifier_is_found_and_nothing_else_is_called_one(
    lines: tuple[int, dict[Label, list[int]]],
) -> None:
    number, found = lines
    # Facts are noted, and identify nobody by themselves.
    others = {Label.PERSON, Label.PSEUDONYM, *FACTS}
    assert {label: places for label, places in found.items() if label not in others} == IDENTIFIERS[number]


@pytest.fixture(scope="module", params=range(5))
def people(request: pytest.FixtureRequest) -> tuple[int, dict[Severity, list[int]]]:
    """The lines of the names that are found, by the severity of the rule that judges each of them."""
    number: int = request.param
    paths = sorted(SOURCES.glob(f"00{number}_*.txt"))
    if not paths:
        pytest.skip("the source documents do not lie beside this repository")
    document = read_file(str(paths[0]), Request(paths[0].name, b"test"), no_progress)
    rules = [rule for rule in shipped_rules().rules if why_not(rule, Settings()) is None]
    text, starts = document.text(), document.starts()
    found: dict[Severity, list[int]] = {severity: [] for severity in Severity}
    for each in find_mentions([document], recognisers=RULES):
        if each.label is Label.PERSON and each.span.passage in starts:
            line = text.count("\n", 0, starts[each.span.passage] + each.span.start) + 1
            (severity,) = (rule.severity for rule in rules if covers(rule, each, Part.BODY))
            found[severity].append(line)
    return number, found


def test_the_people_who_must_be_found_block_and_nobody_else_does(
    people: tuple[int, dict[Severity, list[int]]],
) -> None:
    number, found = people
    assert found[Severity.BLOCK] == MUST_BLOCK[number]


def test_the_names_that_must_stay_are_noted_and_never_asked_about(
    people: tuple[int, dict[Severity, list[int]]],
) -> None:
    number, found = people
    assert found[Severity.NOTE] == MUST_STAY[number]
    assert not set(found[Severity.ASK]) & set(MUST_STAY[number])
