"""What was decided stays listed in every report, apart from what is open, with who and when."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from redact.report import REPORTS
from redact.report.answer import answer_line, next_step, tally
from redact.report.as_html import render as render_html
from redact.report.as_json import render as render_json
from redact.report.as_json import schema
from redact.report.as_sarif import render as render_sarif
from redact.report.as_text import render as render_text
from redact.values.checking import CheckRun
from redact.values.decisions import Answer
from redact.values.judgement import Readiness
from tests.judge.decisions import decision
from tests.report.case_factory import decided_run, in_case, ready_by_decisions, with_decisions
from tests.report.run_factory import SECRETS, DocumentMaker, make_run, many_faults

MADE = {"decided": decided_run, "ready": ready_by_decisions}


@pytest.mark.parametrize("made", MADE)
@pytest.mark.parametrize("name", REPORTS)
def test_every_report_names_who_has_decided_and_when_and_no_word_of_a_document(name: str, made: str) -> None:
    shown = REPORTS[name](MADE[made]())
    assert "Imogen Tarrant" in shown
    assert "2026-11-20" in shown
    assert "not-a-name" in shown
    assert [secret for secret in SECRETS if secret in shown] == []


@pytest.mark.parametrize("made", MADE)
@pytest.mark.parametrize("name", REPORTS)
def test_the_same_decisions_give_the_same_bytes(name: str, made: str) -> None:
    assert REPORTS[name](MADE[made]()) == REPORTS[name](MADE[made]())


@pytest.mark.parametrize("made", MADE)
def test_a_report_with_decisions_obeys_the_schema(made: str) -> None:
    whole = json.loads(render_json(MADE[made]()))
    faults = Draft202012Validator(schema()).iter_errors(whole)
    assert [f"{fault.json_path}: {fault.message}" for fault in faults] == []


def effects(whole: Any, kind: str) -> list[str]:
    found = [one["decision"] for one in whole["documents"][0][kind]]
    return [one["effect"] if one else "" for one in found]


def test_json_tells_what_each_decision_comes_to() -> None:
    whole = json.loads(render_json(decided_run()))
    assert sorted(filter(None, effects(whole, "findings"))) == [
        *["cleared"] * 3,
        *["open"] * 2,
        *["to-change"] * 2,
    ]
    assert effects(whole, "gaps")[:3] == ["cleared", "to-change", ""]
    exception = next(
        one["decision"]
        for one in whole["documents"][0]["findings"]
        if one["decision"] and one["decision"]["answer"] == "exception"
    )
    assert exception == {
        "effect": "cleared",
        "answer": "exception",
        "because": "it stays by an exception of two people, until 2027-11-21",
        "by": [
            {
                "answer": "exception",
                "reason": "court-direction",
                "reference": "12/3",
                "who": "Imogen Tarrant",
                "when": "2026-11-20T09:00:00Z",
                "expires": "2027-11-21",
                "holds": True,
                "signed": False,
            },
            {
                "answer": "exception",
                "reason": "court-direction",
                "reference": None,
                "who": "Rufus Oakl\u00e9y",
                "when": "2026-11-20T09:01:00Z",
                "expires": "2027-11-21",
                "holds": True,
                "signed": False,
            },
        ],
    }


@pytest.mark.parametrize("change", ["surprise", "missing", "another effect"])
def test_a_decision_obeys_the_schema(change: str) -> None:
    whole = json.loads(render_json(decided_run()))
    found = next(one["decision"] for one in whole["documents"][0]["findings"] if one["decision"])
    if change == "surprise":
        found["by"][0]["surprise"] = 1
    elif change == "missing":
        del found["by"][0]["who"]
    else:
        found["effect"] = "forgotten"
    assert not Draft202012Validator(schema()).is_valid(whole)


def test_outside_a_case_nothing_has_changed() -> None:
    whole = json.loads(render_json(many_faults()))
    assert {"case", "since"} & set(whole) == set()
    assert "file_mark" not in whole["documents"][0]
    assert set(effects(whole, "findings") + effects(whole, "gaps")) == {""}
    assert "redact decide" not in render_text(many_faults())


def test_the_answer_counts_what_is_open_alone() -> None:
    before, after = tally(many_faults().documents), tally(decided_run().documents)
    assert (before.blocking, before.asked, before.noted, before.gaps) == (13, 1, 1, 8)
    assert (after.blocking, after.asked, after.noted, after.gaps) == (11, 0, 0, 7)
    assert (after.to_change, after.decided, after.looked_at) == (1, 4, 1)
    assert answer_line(decided_run()) == (
        "Not ready: 11 findings that block (4 different), 1 to change, as decided, 7 gaps."
    )


def test_a_report_in_which_all_was_decided_is_ready_and_says_by_what() -> None:
    run = ready_by_decisions()
    assert run.readiness is Readiness.READY
    assert answer_line(run) == (
        "Ready: read completely but for 1 gap that somebody has looked at, judged completely by 5 rules, "
        "no unresolved finding of the rules listed, 3 decided."
    )
    assert "reads it once more" in next_step(run, ["it"])
    assert "exit status 0: ready" in render_text(run)


def sections(text: str) -> dict[str, str]:
    """Part a report into its headings and what stands under each."""
    found = re.split(r"\n  (?=[A-Z])", text)
    return {part.partition("\n")[0]: " ".join(part.partition("\n")[2].split()) for part in found}


def test_the_text_tells_the_three_fates_apart() -> None:
    shown = sections(render_text(decided_run()))
    to_change = shown["To change, as was decided (3 places)"]
    still_open = shown["Decided, and open all the same (2 places)"]
    cleared = shown["Decided, and open no longer (4 places)"]
    assert "change: to-be-changed, Imogen Tarrant, 2026-11-20, not signed" in to_change
    assert "An exception needs a second person." in still_open
    assert "What was decided has ended, on 2026-11-01." in still_open
    assert "ended on 2026-11-01" in still_open
    assert "exception: court-direction (12/3), Imogen Tarrant, 2026-11-20, until 2027-11-21" in cleared
    assert "Rufus Oakley" in cleared  # in the letters that every console has
    assert "Somebody has looked at it." in cleared
    # What is cleared stands nowhere else.
    assert "[organisation 1]" not in " ".join(
        part for title, part in shown.items() if "no longer" not in title
    )
    assert "(11 places)" in " ".join(shown)


def test_the_text_is_narrow_ascii() -> None:
    shown = render_text(decided_run(), everything=True)
    assert shown.isascii()
    assert max(map(len, shown.splitlines())) <= 100


def test_what_was_decided_alike_is_said_once() -> None:
    maker = DocumentMaker()
    for _ in range(9):
        maker.add("{Ottoline}")
    run = in_case(make_run([maker]))
    assert run.documents[0].judgement is not None
    words = [
        decision(finding.fingerprint, Answer.MISTAKEN) for finding in run.documents[0].judgement.findings
    ]
    shown = render_text(with_decisions(run, words))
    assert shown.count("Imogen Tarrant") == 1
    assert "and 4 more places" in shown
    assert "more place" not in render_text(with_decisions(run, words), everything=True)


def test_in_a_case_each_place_has_its_fingerprint_beside_it() -> None:
    run = decided_run()
    assert run.documents[0].judgement is not None
    shown = render_text(run, everything=True)
    open_ = [f for f in run.documents[0].judgement.findings if f.rule == "phone-number"]
    assert f"[phone number 1]  {open_[0].fingerprint[5:13]}" in shown
    assert "Made in the case K7" in shown


def test_sarif_suppresses_what_is_cleared_and_nothing_else() -> None:
    (run,) = json.loads(render_sarif(decided_run()))["runs"]
    held = [one["suppressions"] for one in run["results"] if "suppressions" in one]
    assert [[(s["kind"], s["status"], s["justification"]) for s in each] for each in held] == [
        [("external", "accepted", "not-a-name")],
        [("external", "accepted", "court-direction")] * 2,
        [("external", "accepted", "public-office")],
    ]
    assert held[0][0]["properties"]["who"] == "Imogen Tarrant"
    gaps = [
        n for n in run["invocations"][0]["toolExecutionNotifications"] if "not read" in n["message"]["text"]
    ]
    assert sorted(notice["level"] for notice in gaps) == ["error"] * 7 + ["note"]
    assert run["invocations"][0]["executionSuccessful"] is False


def test_sarif_calls_a_run_whole_where_all_gaps_were_looked_at() -> None:
    (run,) = json.loads(render_sarif(ready_by_decisions()))["runs"]
    assert run["invocations"][0]["executionSuccessful"] is True
    (notice,) = [n for n in run["invocations"][0]["toolExecutionNotifications"] if "properties" in n]
    assert notice["properties"]["decided"][0]["justification"] == "read-by-a-person"


def test_the_page_lists_what_was_decided_below_what_is_open() -> None:
    page = render_html(decided_run())
    order = [page.index(title) for title in ("To change before this", "Decided, and open no longer")]
    assert order == sorted(order)
    assert "Rufus Oakl\u00e9y" in page
    assert "3 places" in page
    steps = page[page.index('class="steps"') :]
    assert "Change the place listed under" in steps


def test_nobody_breaks_out_of_a_report_by_the_name_they_decide_under() -> None:
    run: CheckRun = in_case(make_run([DocumentMaker().add("{Ottoline}")]))
    assert run.documents[0].judgement is not None
    word = decision(
        run.documents[0].judgement.findings[0].fingerprint, Answer.CHANGE, "<script>\x1b[2J\u202e</script>"
    )
    made = with_decisions(run, [word])
    assert "<script>" not in render_html(made)
    assert "\x1b" not in render_text(made) + render_html(made)
    assert render_text(made).isascii()
