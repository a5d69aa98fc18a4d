"""A name that could be several people's: counted in the answer, one line in the text, no letter of it."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema

from redact.report import as_html, as_json, as_sarif, as_text
from redact.report.answer import answer_line, next_step
from redact.values.checking import CheckRun
from redact.values.judgement import Finding, Readiness, Severity
from tests.report.run_factory import DocumentMaker, make_run


def untold_run(severity: Severity = Severity.BLOCK) -> CheckRun:
    """A document with one name that is told and three that could be two people's."""
    names = "{Grizelda Wintersett} rang. " if severity is Severity.BLOCK else ""
    run = make_run([DocumentMaker().add(names + "{Ottoline} came. {Ottoline} left. {Ottoline} wrote.")])
    (checked,) = run.documents
    assert checked.judgement is not None
    verdicts = tuple(
        replace(verdict, findings=tuple(_untold(finding, severity) for finding in verdict.findings))
        for verdict in checked.judgement.verdicts
    )
    readiness = Readiness.NOT_READY if severity is Severity.BLOCK else Readiness.CANNOT_TELL
    judgement = replace(checked.judgement, verdicts=verdicts, readiness=readiness)
    entities = tuple(entity for entity in run.entities if entity.names != ("Ottoline",))
    return replace(
        run, documents=(replace(checked, judgement=judgement),), entities=entities, readiness=readiness
    )


def _untold(finding: Finding, severity: Severity) -> Finding:
    if finding.text != "Ottoline":
        return finding
    return replace(finding, entity=None, masked="[person ?]", severity=severity)


def test_they_are_counted_in_the_answer_and_are_one_thing() -> None:
    expected = "Not ready: 4 findings that block (2 different), 3 names that could be several people's."
    assert answer_line(untold_run()) == expected


def test_where_nothing_else_is_open_the_next_step_is_to_say_who() -> None:
    run = untold_run(Severity.NOTE)
    assert answer_line(run) == "Cannot tell: 3 names that could be several people's."
    assert next_step(run, ["document 1.docx"]).startswith("see who is meant where [person ?] stands")


def test_the_text_has_one_line_for_all_of_them_and_every_place_when_asked() -> None:
    (line,) = [line for line in as_text.render(untold_run()).splitlines() if "[person ?]" in line]
    assert line.endswith("[person ?]  and 2 more places")
    assert as_text.render(untold_run(), everything=True).count("[person ?]") == 3


def test_json_obeys_its_schema_and_says_nobody() -> None:
    whole = json.loads(as_json.render(untold_run()))
    jsonschema.validate(whole, as_json.schema())
    found = [finding for finding in whole["documents"][0]["findings"] if finding["masked"] == "[person ?]"]
    assert [(finding["person"], finding["also"]) for finding in found] == [(None, [])] * 3


def test_no_report_says_the_name() -> None:
    run = untold_run()
    for text in (as_text.render(run), as_json.render(run), as_sarif.render(run), as_html.render(run)):
        assert "[person ?]" in text
        assert "ttoline" not in text.lower()
