"""Every place of the catalogue of a Word document is reported, each with its part and its id."""

from __future__ import annotations

import pytest

from redact.judge import judge, settings_digest
from redact.resolve import resolve
from redact.values.judgement import Finding, Provenance, RuleKind, Settings
from redact.values.places import PLACES
from redact.values.text import Document, Location
from tests.formats.canary_word import CANARIES, TRACES, Canary, Nature, canary_docx, canary_members
from tests.formats.word.package_factory import zipped
from tests.formats.word.word_reading import read_docx
from tests.shipped_rules import shipped_rules

SECRET = b"secret of the tests"
RULEBOOK = shipped_rules()
# Nothing in the bytes of a document: its own name is read as D70, and a change of place D69 is a Gap as well.
NOT_IN_THE_FILE = {"D70"}


@pytest.fixture(scope="module")
def document() -> Document:
    return read_docx(canary_docx())


@pytest.fixture(scope="module")
def findings(document: Document) -> tuple[Finding, ...]:
    rules = RULEBOOK
    settings = Settings()
    provenance = Provenance(document.sha256, rules.digest, None, "0", settings_digest(settings))
    judgement = judge(
        document, resolve((), [document]), rules, settings=settings, secret=SECRET, provenance=provenance
    )
    return judgement.findings


def standing(document: Document, token: str) -> list[Location]:
    """Say where a token stands, whatever marks that print nothing stand between its letters."""
    found = []
    for passage in document.passages:
        text = passage.text
        at = text.find(token)
        if at < 0 and token in text.replace("\u00ad", ""):
            at = text.find(token[0])
        if at >= 0:
            found.append(passage.locate(at, at + len(token)))
    return found


def reported(document: Document, canary: Canary) -> bool:
    return any(
        location.part is canary.part and location.place in canary.reported
        for location in standing(document, canary.token)
    )


def test_the_canary_is_large_enough() -> None:
    assert len(CANARIES) >= 150
    assert len({canary.token for canary in CANARIES}) == len(CANARIES)
    assert {canary.nature for canary in CANARIES} == set(Nature)


def test_every_place_of_the_catalogue_is_planted() -> None:
    planted = {canary.place for canary in CANARIES} | set(TRACES) | NOT_IN_THE_FILE
    assert {place for place in PLACES if place.startswith("D")} == planted


@pytest.mark.parametrize("canary", CANARIES, ids=lambda canary: f"{canary.place}-{canary.what}")
def test_a_token_is_reported_with_its_part_and_place(document: Document, canary: Canary) -> None:
    assert reported(document, canary)


def test_at_least_98_of_100_are_reported(document: Document) -> None:
    found = sum(reported(document, canary) for canary in CANARIES)
    assert found >= 0.98 * len(CANARIES)


@pytest.mark.parametrize("place", TRACES)
def test_what_holds_no_word_is_a_trace_or_a_gap(document: Document, place: str) -> None:
    told = {trace.location.place for trace in document.traces}
    assert place in told | {gap.location.place for gap in document.gaps}


def test_a_trace_holds_no_word_of_the_document(document: Document) -> None:
    assert document.traces
    assert not [trace for trace in document.traces if "canary" in trace.what]


def test_the_same_bytes_give_the_same_document() -> None:
    assert read_docx(canary_docx()) == read_docx(canary_docx())


@pytest.mark.parametrize(
    "canary",
    [canary for canary in CANARIES if canary.nature is not Nature.VISIBLE],
    ids=lambda canary: f"{canary.place}-{canary.what}",
)
def test_a_hidden_token_is_in_a_finding_of_a_hidden_rule(
    findings: tuple[Finding, ...], document: Document, canary: Canary
) -> None:
    kinds = {rule.id: rule.kind for rule in RULEBOOK.rules}
    texts = {passage.id: passage.text for passage in document.passages}
    inside = [
        finding
        for finding in findings
        for span in finding.spans
        if kinds[finding.rule] is RuleKind.HIDDEN
        and canary.token in texts[span.passage][span.start : span.end]
    ]
    assert inside
    assert all(finding.location.place in canary.reported for finding in inside[:1])


def test_a_finding_says_no_word_of_the_document(findings: tuple[Finding, ...]) -> None:
    said = [finding.masked + finding.message + finding.hint + finding.because for finding in findings]
    assert [words for words in said if "canary" in words] == []


def test_what_is_seen_is_in_no_finding_of_a_hidden_rule(
    findings: tuple[Finding, ...], document: Document
) -> None:
    texts = {passage.id: passage.text for passage in document.passages}
    hidden = "\n".join(
        texts[span.passage][span.start : span.end] for finding in findings for span in finding.spans
    )
    seen = [c for c in CANARIES if c.nature is Nature.VISIBLE and c.place not in ("D22", "D24")]
    assert [canary for canary in seen if canary.token in hidden] == []


def test_without_its_zip_comment_and_its_neighbours_there_are_no_bytes_outside() -> None:
    clean = read_docx(zipped(canary_members()))
    assert "data after the package" not in {gap.what for gap in clean.gaps}
