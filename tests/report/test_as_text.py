"""The report on the terminal, held against files, and the promises that it makes."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from redact.errors import ExitStatus
from redact.report.as_text import render
from redact.values.checking import CheckRun
from redact.values.judgement import Audience, DocumentKind, Edition, Mode, Readiness, Settings
from tests.report.run_factory import RUNS, SECRETS, DocumentMaker, clean_run, make_run, many_faults, several

GOLDEN = Path(__file__).parent.parent / "golden"
# A run, the options, and why it is held against a file.
SHOWN = [
    ("clean", {}),  # the best answer that there is
    ("many-faults", {}),  # every part in which people look, repeats, gaps
    ("many-faults", {"everything": True, "show_names": True, "show_paths": True}),  # all that can be said
    ("pdf", {}),  # exact pages
    ("plain-text", {}),  # lines
    ("gaps", {}),  # nothing found, not everything read
    ("several", {}),  # one summary and one answer for all
    ("not-run", {}),  # a rule that could not be run, a statement to sign
    ("explained", {}),  # what was left alone, in two documents
    ("together", {}),  # what stands between two documents
    ("told-together", {}),  # facts that identify together, plain English and accessibility, in short
    ("told-together", {"everything": True, "show_names": True}),  # and in full
    ("plain-alone", {}),  # a part of the check
]


@pytest.mark.parametrize(("name", "options"), SHOWN)
def test_the_report_is_the_one_in_the_golden_file(name: str, options: dict[str, bool]) -> None:
    golden = GOLDEN / f"report-{'-'.join([name, *sorted(options)]).replace('_', '-')}.txt"
    shown = render(RUNS[name](), **options)
    if os.environ.get("REDACT_WRITE_GOLDEN") == "1":
        golden.write_text(shown, encoding="utf-8", newline="\n")
    assert golden.read_text(encoding="utf-8") == shown


@pytest.mark.parametrize("name", RUNS)
def test_without_names_it_is_narrow_ascii_without_a_word_of_the_documents(name: str) -> None:
    shown = render(RUNS[name](), everything=True)
    assert shown.isascii()
    assert max(map(len, shown.splitlines())) <= 100
    assert [secret for secret in SECRETS if secret in shown] == []


@pytest.mark.parametrize("name", RUNS)
@pytest.mark.parametrize("show", [False, True])
def test_the_word_safe_is_never_said(name: str, show: bool) -> None:
    assert "safe" not in render(RUNS[name](), show_names=show).lower()


def test_a_path_is_shown_only_where_it_was_asked_for_and_cannot_move_the_cursor() -> None:
    shown = render(several(), show_paths=True)
    assert "Pemberwick? 1.docx: not ready" in shown
    assert "notes?[31m.txt" in shown
    assert "Next: for Grizelda Wintersett.docx: Open it in Word" in shown
    assert "\u202e" not in shown
    assert "\x1b" not in shown


def test_names_that_are_shown_cannot_move_the_cursor_or_turn_the_line() -> None:
    maker = DocumentMaker().add("{Otto\u202eline\x1b[2J\nZo\u00eb}")
    assert '[person 1] "Otto?line?[2J?Zo\u00eb"' in render(make_run([maker]), show_names=True)


def test_with_names_the_first_line_says_so() -> None:
    assert render(many_faults(), show_names=True).startswith("This output contains real names.\n")


def test_repeats_are_counted_unless_everything_is_wanted() -> None:
    short, long = render(many_faults()), render(many_faults(), everything=True)
    assert short.count("[person 2]") == 1
    assert "[person 2]  and 5 more places" in short
    assert long.count("[person 2]") == 6
    assert "more place" not in long


def test_one_more_place_is_singular() -> None:
    maker = DocumentMaker().add("{Ottoline}").add("{Ottoline}")
    assert "[person 1]  and 1 more place\n" in render(make_run([maker]))


def test_the_last_line_is_the_exit_status_in_words() -> None:
    last_lines = {name: render(make()).splitlines()[-1] for name, make in RUNS.items()}
    assert last_lines == {
        "clean": "exit status 0: ready",
        "many-faults": "exit status 1: findings",
        "pdf": "exit status 1: findings",
        "plain-text": "exit status 1: findings",
        "gaps": "exit status 3: cannot tell",
        "several": "exit status 6: a file could not be read or written",
        "not-run": "exit status 3: cannot tell",
        "explained": "exit status 1: findings",
        "together": "exit status 6: a file could not be read or written",
        "told-together": "exit status 1: findings",
        "plain-alone": "exit status 3: cannot tell",
    }


@pytest.mark.parametrize("name", RUNS)
def test_there_is_one_next_step_and_one_answer(name: str) -> None:
    lines = render(RUNS[name]()).splitlines()
    assert len([line for line in lines if line.startswith("Next: ")]) == 1
    answers = ("Ready: ", "Not ready: ", "Cannot tell: ")
    assert len([line for line in lines if line.startswith(answers)]) == 1


def test_a_run_of_nothing_is_not_ready() -> None:
    run = replace(clean_run(), documents=(), readiness=Readiness.CANNOT_TELL, status=ExitStatus.CANNOT_TELL)
    assert "Cannot tell: nothing was checked." in render(run)


def test_a_document_without_judgement_is_not_called_ready() -> None:
    run = clean_run()
    unjudged = replace(run.documents[0], judgement=None, status=ExitStatus.CANNOT_TELL)
    run = replace(run, documents=(unjudged,), readiness=Readiness.CANNOT_TELL, status=ExitStatus.CANNOT_TELL)
    shown = render(run)
    assert "document 1.docx: cannot tell, it was not judged" in shown
    assert "Cannot tell: 1 document not judged." in shown


def test_reasons_of_the_judgement_are_said_where_there_is_no_other() -> None:
    run = clean_run()
    checked = run.documents[0]
    assert checked.judgement is not None
    judgement = replace(
        checked.judgement, readiness=Readiness.CANNOT_TELL, blocking=("the edition is a guess",)
    )
    run = replace(run, documents=(replace(checked, judgement=judgement),), readiness=Readiness.CANNOT_TELL)
    assert "Cannot tell: the edition is a guess." in render(run)


def _small_print(run: CheckRun) -> str:
    return " ".join(render(run).split())


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("mode", Mode)
def test_every_audience_and_mode_has_words(audience: Audience, mode: Mode) -> None:
    settings = Settings(Edition.WT2018, DocumentKind.IMR, audience, mode, "Anytown")
    shown = _small_print(make_run([DocumentMaker().add("Words.")], settings=settings))
    assert "kind of document: imr; edition: wt2018; board: Anytown." in shown


def test_what_names_are_missed_is_said_with_a_model_and_without() -> None:
    with_model = _small_print(clean_run())
    assert "name model ab1eab1e." in with_model
    assert "No British social-care text with its names marked was to be had" in with_model
    assert "one in small letters that is an ordinary word too, an unusual nickname" in with_model
    without = _small_print(replace(clean_run(), model_digest=None))
    assert "no name model." in without
    assert "It does not find a name that otherwise only begins a sentence" in without
    assert "trained" not in without
