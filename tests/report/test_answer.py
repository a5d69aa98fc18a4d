"""The answer and the next step: what is open is counted, the gravest is first."""

from __future__ import annotations

import pytest

from redact.report.answer import answer_line, next_step
from redact.values.checking import CheckRun
from redact.values.text import Location, Part
from tests.report.run_factory import RUNS, DocumentMaker, make_run

NOTHING = "no unresolved finding of the rules listed"
ANSWERS = {
    "clean": f"Ready: read completely, judged completely by 5 rules, {NOTHING}.",
    "many-faults": "Not ready: 13 findings that block (5 different), 1 to decide, 8 gaps.",
    "pdf": "Not ready: 2 findings that block.",
    "plain-text": "Not ready: 1 finding that blocks.",
    "gaps": "Cannot tell: 1 gap.",
    "several": "Not ready: 1 finding that blocks, 1 to decide, 1 document not read.",
    "not-run": "Cannot tell: 1 rule not run, 1 statement still to be signed.",
    "explained": "Not ready: 2 findings that block.",
    "together": "Not ready: 1 finding that blocks, 1 to decide, 1 rule not run, 1 document not read.",
    "told-together": "Not ready: 2 to decide.",
    "plain-alone": "Cannot tell: only a part was judged: plain English.",
}


@pytest.mark.parametrize("name", RUNS)
def test_the_answer_counts_what_is_open(name: str) -> None:
    assert answer_line(RUNS[name]()) == ANSWERS[name]


def _next(run: CheckRun) -> str:
    return next_step(run, [checked.name for checked in run.documents])


def test_a_file_that_was_not_read_comes_first() -> None:
    maker = DocumentMaker().add("{Ottoline}")
    assert (
        _next(make_run([maker, None]))
        == "for document 2.docx: Open it in Word, save it anew, and check that."
    )
    assert _next(make_run([None])) == "Open it in Word, save it anew, and check that."


def test_what_blocks_comes_before_what_is_to_decide() -> None:
    maker = DocumentMaker().add("{ORGANISATION:Thistledown}").add("{Ottoline}")
    assert _next(make_run([maker])) == "redact explain person-name"
    assert (
        _next(make_run([DocumentMaker().add("{ORGANISATION:Thistledown}")]))
        == "redact explain named-organisation"
    )


def test_findings_come_before_gaps_and_a_note_does_not() -> None:
    def made(words: str) -> CheckRun:
        return make_run([DocumentMaker().add(words).gap("a picture", "Look.", Location(Part.IMAGE))])

    assert _next(made("{Ottoline}")) == "redact explain person-name"
    assert _next(made("{POSTCODE:ZZ99 3VZ}")).startswith('look at each place under "Could not be read"')


def test_notes_alone_leave_a_document_ready_and_are_counted() -> None:
    run = make_run([DocumentMaker().add("{POSTCODE:ZZ99 3VZ}")])
    expected = f"Ready: read completely, judged completely by 5 rules, {NOTHING}, 1 note."
    assert answer_line(run) == expected
    assert "reads it once more" in _next(run)


def test_the_next_step_of_a_rule_that_was_not_run_says_where_to_look() -> None:
    assert _next(RUNS["not-run"]()) == 'see under "Could not be judged" what is missing, and check again.'
