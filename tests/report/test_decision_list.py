"""The decisions of a case as a list: by answer, without a word of a document, and as its schema says."""

from __future__ import annotations

import json
from datetime import date

import pytest
from jsonschema import Draft202012Validator

from redact.report.decision_list import SCHEMA, render_json, render_text, schema
from redact.run.deciding import listing, only
from redact.values.decision_list import DecisionList
from redact.values.decisions import Answer, Decision, Reason
from redact.values.judgement import Severity
from redact.values.since import BETWEEN, Told, ToldDocument, ToldThing
from tests.judge.decisions import DAY, decision

ONE, TWO, GAP = ("hmac:" + digits * 16 for digits in ("0a", "0b", "0d"))
REPORT = Told(
    None,
    (),
    (ToldDocument("document 1.docx", "1" * 64), ToldDocument(BETWEEN)),
    (
        ToldThing(ONE, 0, 0, True, "person-name", Severity.BLOCK, "table"),
        ToldThing(GAP, 0, 0, True, part="image"),
        ToldThing(TWO, 1, 0, True, "label-two-for-one", Severity.ASK),
    ),
)
WORDS = [
    decision(ONE, Answer.CHANGE),
    decision(ONE, Answer.MISTAKEN, minute=1),
    decision(TWO, Answer.KEEP, "Rufus Oakl\u00e9y\x1b[2J", reference="12/3"),
    decision(GAP, Answer.LOOKED_AT, expires=date(2026, 11, 20)),
    decision("hmac:" + "9f" * 16, Answer.EXCEPTION),
]


def made(report: Told | None) -> DecisionList:
    return listing("K7", WORDS, report, DAY)


def test_the_text() -> None:
    assert render_text(made(REPORT)) == (
        "Case K7: 5 decisions, 3 of them in force\n\n"
        "Change: it is to be changed (1)\n"
        "  0a0a0a0a  change: to-be-changed, Imogen Tarrant, 2026-11-20, not signed  (replaced)\n"
        "            document 1.docx, table: rule person-name\n\n"
        "Keep: it stays (1)\n"
        "  0b0b0b0b  keep: public-office (12/3), Rufus Oakley?[2J, 2026-11-20, not signed\n"
        "            all documents together, body: rule label-two-for-one\n\n"
        "Mistaken: it is not what it was taken for (1)\n"
        "  0a0a0a0a  mistaken: not-a-name, Imogen Tarrant, 2026-11-20, not signed\n"
        "            document 1.docx, table: rule person-name\n\n"
        "Exception: it stays although it blocks, where two people say so (1)\n"
        "  9f9f9f9f  exception: court-direction, Imogen Tarrant, 2026-11-20, until 2027-11-21, not signed\n"
        "            nothing in these documents\n\n"
        "Looked at: somebody has read what the program could not (1)\n"
        "  0d0d0d0d  looked-at: read-by-a-person, Imogen Tarrant, 2026-11-20, ended on 2026-11-20, not signed"
        "  (ended)\n"
        "            document 1.docx, image: could not be read\n\n"
        "Held against 1 document; another may have use for them.\n"
    )


def test_without_a_report_nothing_is_said_of_documents() -> None:
    assert "document" not in render_text(made(None))
    assert render_text(DecisionList("K7", ())) == "Case K7: 0 decisions, 0 of them in force\n"


@pytest.mark.parametrize("report", [None, REPORT])
def test_the_json_obeys_its_schema(report: Told | None) -> None:
    Draft202012Validator.check_schema(schema())
    whole = json.loads(render_json(made(report)))
    faults = Draft202012Validator(schema()).iter_errors(whole)
    assert [f"{fault.json_path}: {fault.message}" for fault in faults] == []
    assert (whole["schema"], schema()["title"]) == (SCHEMA, SCHEMA)
    whole["decisions"][0]["text"] = "Ottoline"
    assert not Draft202012Validator(schema()).is_valid(whole)


def test_the_schema_knows_every_answer_and_reason() -> None:
    words = [
        Decision(ONE, answer, reason, "Imogen Tarrant", WORDS[0].when, date(2090, 1, 1))
        for answer in Answer
        for reason in Reason
    ]
    whole = json.loads(render_json(listing("K7", words, REPORT, DAY)))
    assert len(whole["decisions"]) == len(words)
    assert Draft202012Validator(schema()).is_valid(whole)


def test_a_list_of_some_says_of_how_many() -> None:
    unused = only(made(REPORT), unused=True, ended=False)
    assert render_text(unused).splitlines()[0] == (
        "Case K7: listed are those of which nothing is left: 1 of 5 decisions"
    )
    none = only(made(REPORT), unused=True, ended=True)
    assert "of which nothing is left and that have ended: 0 of 5 decisions" in render_text(none)
    assert only(made(REPORT), unused=False, ended=False).which is None
