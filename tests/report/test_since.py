"""What is new, gone and still open stands first, in every report for people, and in the JSON."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from redact.report import REPORTS
from redact.report.as_html import render as render_html
from redact.report.as_json import render as render_json
from redact.report.as_json import schema
from redact.report.as_text import render as render_text
from redact.values.since import Since
from tests.report.case_factory import since_run
from tests.report.run_factory import SECRETS


@pytest.mark.parametrize("name", REPORTS)
def test_no_report_holds_a_word_of_a_document(name: str) -> None:
    shown = REPORTS[name](since_run())
    assert [secret for secret in SECRETS if secret in shown] == []


def test_it_stands_first_in_the_text() -> None:
    shown = render_text(since_run())
    lines = shown.split("\n\n")[0].splitlines()
    # What is gone has the digits under which the report before had it.
    digits = re.compile(r" \([0-9a-f]{8}\)$")
    assert [bool(digits.search(line)) for line in lines].count(True) == 4
    assert [digits.sub("", line) for line in lines] == [
        "Since the earlier report: 2 new, 1 gone, 2 still open",
        "  Made with another: rules. Some of what is new or gone may come from that.",
        "  New (1 place)",
        "    document 1.docx: paragraph 1  [person 2], rule person-name",
        "  New, in a document that the earlier report does not hold (1 place)",
        "    document 2.docx: paragraph 1  [person 3], rule person-name",
        "  Gone (1 place)",
        "    document 1.docx: body  rule person-name",
        "  Still open (2 places)",
        "  Not looked at: the document was not given, or could not be read (3 places)",
        "    document 2.docx: body  rule phone-number",
        "    document 2.docx: body  rule person-name",
        "    document 2.docx: body  rule person-name",
    ]
    assert "    document 1.docx: paragraph 2  [organisation 1]" in render_text(since_run(), everything=True)


def test_the_warning_of_names_stands_before_it() -> None:
    assert render_text(since_run(), show_names=True).startswith("This output contains real names.\n\nSince")
    page = render_html(since_run(), show_names=True)
    assert page.index("Do not mail it") < page.index("Since the earlier report")


def test_it_stands_first_on_the_page() -> None:
    page = render_html(since_run())
    assert page.index("Since the earlier report: 2 new, 1 gone, 2 still open") < page.index("<h1>")
    assert "New, in a document that the earlier report does not hold (1 place)" in page


def test_in_json_each_thing_leads_to_its_finding() -> None:
    whole = json.loads(render_json(since_run()))
    assert list(Draft202012Validator(schema()).iter_errors(whole)) == []
    since = whole["since"]
    assert since["differs"] == ["rules"]
    named = ("new", "new_in_new_documents", "open_again", "still_open", "gone", "decided", "not_looked_at")
    assert [len(since[name]) for name in named] == [1, 1, 0, 2, 1, 0, 3]
    (new,) = since["new"]
    finding = whole["documents"][0]["findings"][new["number"]]
    assert (finding["fingerprint"], new["document"]) == (new["fingerprint"], "document 1.docx")


@pytest.mark.parametrize("change", ["surprise", "missing"])
def test_a_comparison_obeys_the_schema(change: str) -> None:
    whole = json.loads(render_json(since_run()))
    if change == "surprise":
        whole["since"]["new"][0]["text"] = "Ottoline"
    else:
        del whole["since"]["gone"]
    assert not Draft202012Validator(schema()).is_valid(whole)


def test_a_document_that_was_known_by_its_findings_is_said_to_be() -> None:
    run = since_run()
    assert run.since is not None
    guessed = replace(run, since=replace(run.since, renamed=((0, 1),)))
    words = "document 1.docx is taken for document 2.docx of the earlier report, by what was found in it"
    assert words in " ".join(render_text(guessed).split())
    assert words in render_html(guessed)
    assert json.loads(render_json(guessed))["since"]["renamed"] == [
        {"document": "document 1.docx", "earlier": "document 2.docx"}
    ]


def test_nothing_new_is_said_in_one_line() -> None:
    run = replace(since_run(), since=Since())
    first = render_text(run).split("\n\n")[0]
    assert first == "Since the earlier report: 0 new, 0 gone, 0 still open"
