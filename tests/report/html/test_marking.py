"""Findings laid over a text: every letter once, every finding with its mark."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redact.report.html.marking import key_of, kind_of, lay_out
from redact.values.judgement import Finding, Severity
from redact.values.text import Document, Format, Location, Part, Passage, Span

TEXT = "abcdefghijklmnopqrstuvwxyz"


def finding(start: int, end: int, severity: Severity = Severity.BLOCK, passage: str = "p") -> Finding:
    span = Span(passage, start, end)
    return Finding(
        "person-name", severity, "PERSON", "[person 1]", TEXT[start:end], "person-1", "A name.",
        "Write a role.", "it stands in a field", 0.9, "hmac:0", Location(Part.BODY), (span,), (start, end),
    )  # fmt: skip


def document() -> Document:
    passages = (Passage("p", TEXT, Location(Part.BODY)), Passage("q", TEXT, Location(Part.HEADER)))
    return Document("0" * 12, "0" * 64, Format.TXT, passages, ())


@pytest.mark.parametrize(
    ("spans", "marks"),
    [
        ([(0, 3), (5, 8)], [(0, 3), (5, 8)]),  # apart
        ([(0, 3), (3, 6)], [(0, 3), (3, 6)]),  # side by side
        ([(0, 5), (3, 8)], [(0, 8)]),  # crossing
        ([(0, 9), (2, 4)], [(0, 9)]),  # one inside the other
        ([(2, 4), (2, 4)], [(2, 4)]),  # the same twice
        ([], []),  # nothing
    ],
)
def test_findings_that_share_a_letter_are_one_mark(
    spans: list[tuple[int, int]], marks: list[tuple[int, int]]
) -> None:
    laid = lay_out(document(), [finding(*span) for span in spans], 1)
    assert [(mark.start, mark.end) for mark in laid.of("p")] == marks
    assert laid.of("q") == ()


_SPANS = st.tuples(st.integers(0, 25), st.integers(1, 26)).filter(lambda pair: pair[0] < pair[1])


@settings(deadline=None)
@given(st.lists(_SPANS, max_size=8))
def test_marks_never_cross_and_every_finding_has_one(spans: list[tuple[int, int]]) -> None:
    findings = [finding(*span) for span in spans]
    laid = lay_out(document(), findings, 1)
    marks = {mark.id: mark for mark in laid.of("p")}
    ordered = sorted(marks.values(), key=lambda mark: mark.start)
    assert all(one.end <= other.start for one, other in pairwise(ordered))
    for one in findings:
        mark = marks[laid.id_of(one) or ""]
        assert mark.start <= one.spans[0].start < one.spans[0].end <= mark.end


def test_a_mark_weighs_what_its_gravest_finding_weighs() -> None:
    laid = lay_out(document(), [finding(0, 4, Severity.NOTE), finding(2, 6, Severity.ASK)], 1)
    assert [mark.severity for mark in laid.of("p")] == [Severity.ASK]


def test_ids_of_two_documents_differ_and_what_is_missing_has_none() -> None:
    nowhere = replace(finding(0, 1), spans=())
    first, second = lay_out(document(), [finding(0, 1), nowhere], 1), lay_out(document(), [finding(0, 1)], 2)
    assert (first.of("p")[0].id, second.of("p")[0].id) == ("d1-m1", "d2-m1")
    assert first.id_of(nowhere) is None


def test_the_filter_knows_things_by_their_mask() -> None:
    one = replace(finding(0, 1), masked="[date of birth 12]", label="DATE_OF_BIRTH")
    assert (key_of(one), kind_of(one)) == ("date-of-birth-12", "date-of-birth")
    assert kind_of(replace(one, label=None)) == "other"
