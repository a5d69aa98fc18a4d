"""The SARIF of a check: valid, complete, and made to be handed on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from redact.report.as_sarif import render
from redact.report.bundle import findings_between
from redact.report.left_alone import left_alone
from redact.values.checking import CheckRun
from redact.values.judgement import Rule, RuleKind, Severity
from redact.values.text import Part
from tests.report.run_factory import RUNS, SECRETS, DocumentMaker, make_run, many_faults

SCHEMA = Path(__file__).parents[3] / "shared" / "data" / "sarif-schema-2.1.0.json"


def loaded(run: CheckRun, *, show_names: bool = False) -> Any:
    return json.loads(render(run, show_names=show_names))["runs"][0]


def strings(value: Any) -> Iterator[str]:
    """Every text inside a JSON value, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, child in value.items():
            yield key
            yield from strings(child)
    elif isinstance(value, list):
        for child in value:
            yield from strings(child)


@pytest.fixture(scope="module")
def schema() -> Draft4Validator:
    if not SCHEMA.is_file():
        pytest.skip(
            "the schema of SARIF 2.1.0 does not lie beside this checkout, so nothing is held against it"
        )
    return Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", RUNS)
def test_every_run_obeys_the_schema_of_sarif(name: str, schema: Draft4Validator) -> None:
    faults = schema.iter_errors(json.loads(render(RUNS[name]())))
    assert [f"{fault.json_path}: {fault.message}" for fault in faults] == []


def test_the_schema_would_see_a_fault(schema: Draft4Validator) -> None:
    log = json.loads(render(many_faults()))
    log["runs"][0]["results"][0]["level"] = "blocking"
    assert not schema.is_valid(log)


@pytest.mark.parametrize("name", RUNS)
@pytest.mark.parametrize("show_names", [False, True])
def test_no_word_of_the_documents_is_in_it_even_when_asked(name: str, show_names: bool) -> None:
    said = "\n".join(strings(loaded(RUNS[name](), show_names=show_names)))
    assert [secret for secret in SECRETS if secret in said] == []
    assert "report 1.docx" not in said


def test_a_finding_says_what_where_and_what_to_write() -> None:
    result = loaded(many_faults())["results"][1]
    assert result["ruleId"] == "person-name"
    assert result["level"] == "error"
    assert result["message"]["text"] == (
        "[person 2]: The name of a person. Write a role or a label that says nothing about the person: "
        '"Child A", "the social worker".'
    )
    (location,) = result["locations"]
    assert location["logicalLocations"] == [
        {"fullyQualifiedName": "section 1, paragraph 1, about page 1", "kind": "body"}
    ]
    assert list(result["partialFingerprints"]) == ["redactKeyedContext/v1"]


@pytest.mark.parametrize("name", RUNS)
def test_a_region_cuts_the_finding_out_of_the_text_that_is_printed(name: str) -> None:
    run = RUNS[name]()
    whole = loaded(run)
    assert whole["columnKind"] == "unicodeCodePoints"
    assert len(run.documents) == len(whole["artifacts"])
    expected, cut = [], []
    for number, checked in enumerate(run.documents):
        findings = checked.judgement.findings if checked.judgement else ()
        expected += [finding.text for finding in findings if finding.document_span]
        expected += [finding.text for finding in findings_between(run, checked)]
        if checked.document:
            left = left_alone(run.near_misses, checked.document)
            expected += [one.text for one in left if one.document_span]
        for result in whole["results"]:
            place = result["locations"][0]["physicalLocation"]
            if place["artifactLocation"]["index"] == number and "region" in place and checked.document:
                start, length = place["region"]["charOffset"], place["region"]["charLength"]
                cut.append(checked.document.text()[start : start + length])
    assert expected == cut


def test_code_points_are_counted_and_not_the_units_of_utf_16() -> None:
    whole = loaded(make_run([DocumentMaker().add("\U0001f9d2 and {Zo\u00eb} rang.")]))
    assert whole["results"][0]["locations"][0]["physicalLocation"]["region"] == {
        "charOffset": 7,
        "charLength": 3,
    }


def test_documents_have_numbers_for_names() -> None:
    artifacts = loaded(RUNS["several"]())["artifacts"]
    assert [one["description"]["text"] for one in artifacts] == [
        "document 1.docx",
        "document 2.docx",
        "document 3.txt",
    ]
    assert artifacts[0]["location"] == {"uri": "document%201.docx"}
    assert artifacts[0]["hashes"] == {"sha-256": "1" * 64}
    assert "hashes" not in artifacts[1]


@pytest.mark.parametrize(
    ("name", "successful", "notices"),
    [
        ("clean", True, ["limits"]),  # read and judged completely
        ("plain-text", True, ["limits"]),  # findings are no failure of the tool
        ("many-faults", False, ["gap"] * 8 + ["limits"]),  # pictures and an embedded file
        ("gaps", False, ["gap", "limits"]),  # nothing found, a page not read
        ("several", False, ["not-read", "limits"]),  # one file is broken
        ("not-run", False, ["not-run", "limits"]),  # a rule without its key
        ("explained", True, ["limits"]),  # what was left alone is no notice of how the program ran
    ],
)
def test_what_was_not_read_is_a_notification(name: str, successful: bool, notices: list[str]) -> None:
    (invocation,) = loaded(RUNS[name]())["invocations"]
    assert invocation["executionSuccessful"] is successful
    assert [one["descriptor"]["id"] for one in invocation["toolExecutionNotifications"]] == notices


def test_a_gap_says_its_remedy_and_its_place() -> None:
    notice = loaded(RUNS["gaps"]())["invocations"][0]["toolExecutionNotifications"][0]
    assert notice["message"]["text"] == (
        "not read: a page without text: it may be a scan. "
        "Read it yourself, or give the file that the scan was made from."
    )
    assert notice["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "page 2"
    assert notice["level"] == "error"


def test_a_document_that_was_not_judged_is_said() -> None:
    run = RUNS["clean"]()
    run = replace(run, documents=(replace(run.documents[0], judgement=None),))
    whole = loaded(run)
    assert whole["invocations"][0]["executionSuccessful"] is False
    assert whole["artifacts"][0]["properties"]["readiness"] == "cannot_tell"


def test_a_statement_to_sign_waits_for_a_person() -> None:
    (result,) = loaded(RUNS["not-run"]())["results"]
    assert (result["kind"], result["ruleId"]) == ("review", "sign-off")
    assert result["message"]["text"] == "still to be signed. I have read the report."


def test_rules_come_with_help_and_every_result_names_one() -> None:
    rule = Rule(
        "person-name", RuleKind.IDENTITY, Severity.BLOCK, "The name of a person", "A name.", "Write a role.",
        "It tells who the child is.", "the statutory guidance, chapter 4", {}, (), (),
    )  # fmt: skip
    whole = loaded(replace(many_faults(), rules=(rule,)))
    rules = whole["tool"]["driver"]["rules"]
    assert [one["id"] for one in rules] == sorted(one["id"] for one in rules)
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in whole["results"])
    described = next(one for one in rules if one["id"] == "person-name")
    assert described["help"]["text"] == (
        "A name.\n\nWhat to write instead: Write a role.\n\nWhy it matters: It tells who the child is.\n\n"
        "Source: the statutory guidance, chapter 4"
    )


def test_a_place_in_every_part_has_words_for_it() -> None:
    maker = DocumentMaker()
    for part in Part:
        maker.add("{Ottoline Marchbanks}", part)
    results = loaded(make_run([maker]))["results"]
    assert len(results) == len(Part)
    assert all(one["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] for one in results)


def test_what_was_left_alone_is_informational_and_has_no_level() -> None:
    whole = loaded(RUNS["explained"]())
    near = [one for one in whole["results"] if one["ruleId"] == "left-alone"]
    assert {(one["kind"], one["level"]) for one in near} == {("informational", "none")}
    assert [one["message"]["text"] for one in near] == [
        *["Not taken for: identifier. Its check fails."] * 2,
        "Not taken for: vehicle. No words that go with it stand beside it.",
    ]
    (location,) = near[2]["locations"]
    assert location["logicalLocations"] == [
        {
            "fullyQualifiedName": "section 1, paragraph 2, in a tracked insertion, about page 2",
            "kind": "tracked insertion",
        }
    ]
    rule = whole["tool"]["driver"]["rules"][near[0]["ruleIndex"]]
    assert (rule["id"], rule["defaultConfiguration"]) == ("left-alone", {"level": "none"})


def test_nothing_was_left_alone_where_nobody_asked() -> None:
    whole = loaded(many_faults())
    assert "left-alone" not in json.dumps(whole)
