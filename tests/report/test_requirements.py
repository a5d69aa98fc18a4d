"""What an edition and a board ask, in every report: outcome, place, source, and what a person signs."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from redact.report import REPORTS, as_text
from redact.report.as_json import schema
from redact.report.requirements import asked, asked_lines
from redact.values.judgement import Settings
from tests.report.asked_factory import asked_run

ONE_LINE = {name: " ".join(REPORTS[name](asked_run()).split()) for name in REPORTS if name != "json"}


def test_a_terminal_is_told_requirement_by_requirement() -> None:
    text = " ".join(as_text.render(asked_run()).split())
    for said in (
        "What wt2015 and the procedure of bath-nes ask (3 requirements)",
        "Not met (1) bn-06: The analysis is sound the section is empty source: The procedure of a board",
        'bn-15: The reviewer is independent to sign: "The reviewer worked for none of the agencies."',
        "bn-08: Written to be published under a heading at: section 1, paragraph 1 "
        "source: The procedure of a board, section 8 "
        "(to be verified",
        "Not applicable: 1; with --all each is listed with its reason.",
        "The review as a whole",
        'to sign: "I have looked at every order of a court."',
        "2 to decide, 2 statements still to be signed.",
        "From general knowledge, to be verified in the source before anybody relies on it: bn-08.",
    ):
        assert said in text
    assert "mk-12" not in text
    assert "mk-12: How people are called is decided" in as_text.render(asked_run(), everything=True)


@pytest.mark.parametrize("name", ["text", "html"])
def test_a_guess_and_what_was_lowered_stand_before_the_answer(name: str) -> None:
    said = ONE_LINE[name]
    guess = said.index("The edition is a guess: wt2015, because the board of the case was under it last.")
    lowered = said.index("own rules: bn-07: note instead of ask.")
    first = said.index("document 1.docx: not ready" if name == "text" else "<h1>")
    assert guess < lowered < first


def test_an_edition_that_was_stated_is_no_guess() -> None:
    assert "guess" not in as_text.render(asked_run(guessed=False))
    stated = json.loads(REPORTS["json"](asked_run(guessed=False)))["edition"]
    assert stated == {"id": "wt2015", "how": "stated", "because": "stated by the user"}


def test_the_page_has_a_table_for_each_outcome() -> None:
    for said in (
        "Not met (1)",
        "Still to be signed (1)",
        "Met, as far as a program can see (1)",
        "Not applicable (1)",
    ):
        assert said in ONE_LINE["html"]
    assert ONE_LINE["html"].count("I have looked at every order of a court.") == 1
    assert '<th scope="row">The section is empty</th>' in ONE_LINE["html"]  # with the finding, why


def test_what_is_missing_in_all_documents_reaches_every_format() -> None:
    log = json.loads(REPORTS["sarif"](asked_run()))["runs"][0]["results"]
    (missing,) = [one for one in log if one["ruleId"] == "br-10"]
    assert "locations" not in missing
    assert [one["message"]["text"] for one in log if one["ruleId"] == "bn-05"] == [
        "still to be signed. I have looked at every order of a court. no program can tell: a person signs it."
    ]
    written = json.loads(REPORTS["json"](asked_run()))
    Draft202012Validator(schema()).validate(written)
    (finding,) = written["bundle"]["findings"]
    assert (finding["rule"], finding["span"], finding["because"]) == (
        "br-10",
        None,
        "no action plan was given",
    )
    assert written["edition"]["how"] == "guessed"
    seen = {one["rule"]: one.get("places") for one in written["documents"][0]["verdicts"]}
    assert seen["bn-08"][0]["span"] == [0, 5]
    assert seen["bn-06"] is None


def test_nothing_is_said_where_no_requirement_applies() -> None:
    run = asked_run()
    judgement = run.documents[0].judgement
    assert judgement is not None
    found = asked(judgement.verdicts, run.rules, lambda _: "")
    only = [one for one in found if one.rule == "mk-12"]
    assert asked_lines(only, Settings()) == []
