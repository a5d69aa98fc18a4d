"""What stands between the documents of one call, in every report."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from redact.report import as_html, as_json, as_sarif, as_text
from redact.report.bundle import between, bundle_lines, findings_between, left_between
from redact.report.html.bundle import has_bundle
from redact.values.decided import Decided, Effect
from redact.values.judgement import BundleJudgement, Outcome, Readiness, Severity
from tests.report.run_factory import RUNS, clean_run, together

TEXTS = ("Child X", "Child Y", "Parent 9")


def test_the_terminal_names_each_document_and_place() -> None:
    lines = bundle_lines(together())
    assert lines[0] == "All documents together"
    assert "      [pseudonym 1]: 2 labels stand beside one person" in lines
    at = lines.index("        document 1.docx, section 1, paragraph 1, about page 2")
    assert lines[at + 1] == "        document 2.docx, line 2"


@pytest.mark.parametrize("name", [name for name in RUNS if "together" not in name])
def test_nothing_is_said_where_nothing_stands_between(name: str) -> None:
    run = RUNS[name]()
    assert bundle_lines(run) == []
    assert not has_bundle(run)
    assert "All documents together" not in as_text.render(run) + as_html.render(run)


def test_a_passed_bundle_is_not_spoken_of_and_its_verdicts_stand_in_the_json() -> None:
    passed = [verdict for verdict in together().bundle.verdicts if verdict.outcome is Outcome.PASS]  # type: ignore[union-attr]
    run = replace(clean_run(), bundle=BundleJudgement(Readiness.READY, tuple(passed), ()))
    assert bundle_lines(run) == []
    written = json.loads(as_json.render(run))["bundle"]
    assert [verdict["outcome"] for verdict in written["verdicts"]] == ["pass"]


def test_the_json_lists_the_places_in_all_documents() -> None:
    bundle = json.loads(as_json.render(together()))["bundle"]
    first, second = bundle["findings"]
    assert (first["rule"], first["severity"], first["passage"]) == (
        "label-differs-elsewhere",
        "ask",
        "000000000001:2",
    )
    assert [place["passage"] for place in first["also"]] == ["000000000002:1"]
    assert second["also"] == []
    assert [verdict["outcome"] for verdict in bundle["verdicts"]] == ["fail", "fail", "pass", "not_run"]


def test_the_page_has_a_section_with_its_own_link() -> None:
    page = as_html.render(together())
    assert '<h2 id="together">All documents together</h2>' in page
    assert '<a href="#together">All documents together</a>' in page
    assert "document 2.docx, line 2" in page


def test_sarif_puts_each_finding_into_the_document_where_it_begins() -> None:
    log = json.loads(as_sarif.render(together()))["runs"][0]
    found = {
        result["ruleId"]: result["locations"][0]["physicalLocation"]["artifactLocation"]["index"]
        for result in log["results"]
    }
    assert (found["label-differs-elsewhere"], found["label-in-one-document"]) == (0, 1)
    told = log["invocations"][0]["toolExecutionNotifications"]
    notices = [notice["associatedRule"]["id"] for notice in told if "associatedRule" in notice]
    assert notices == ["label-of-an-edition"]
    assert not log["invocations"][0]["executionSuccessful"]


@pytest.mark.parametrize("report", [as_text.render, as_html.render, as_json.render, as_sarif.render])
def test_no_label_is_quoted_in_any_report(report) -> None:  # type: ignore[no-untyped-def]
    shown = report(together())
    assert [text for text in TEXTS if text in shown] == []


def test_what_was_decided_is_open_no_longer_and_told_apart() -> None:
    run = together()
    assert run.bundle is not None
    first = run.bundle.findings[0]
    word = Decided(first.fingerprint, Effect.CLEARED, None, "it stays", (), date(2026, 1, 1))
    decided = replace(run, bundle=replace(run.bundle, decided=(word,)))
    assert [one.severity for one in left_between(decided.bundle).findings] == [Severity.NOTE]
    lines = "\n".join(bundle_lines(decided))
    assert "To decide" not in lines
    assert "Decided, and open no longer (1 place)" in lines
    assert "document 1.docx, section 1, paragraph 1, about page 2; document 2.docx, line 2" in lines


def test_findings_belong_to_the_document_where_they_begin() -> None:
    run = together()
    assert [len(findings_between(run, checked)) for checked in run.documents] == [1, 1, 0]
    assert between(run).where(run.bundle.findings[1]) == ["document 2.docx, line 3"]  # type: ignore[union-attr]
