"""What every report owes: the same bytes each time, no name unless asked, provenance and readiness."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import redact.report
from redact.report import REPORTS
from redact.values.checking import CheckRun
from redact.values.jigsaw import (
    Adds,
    DraftGives,
    Exactness,
    Fact,
    FactKind,
    Picture,
    Search,
    Side,
    Together,
    Whom,
)
from redact.values.people import Evidence, Label, NearMiss
from redact.values.plain import Abbreviation, HardSentence, JargonWord, PassiveChain, PlainReading
from redact.values.text import Part, Span
from tests.report.run_factory import RUNS, DocumentMaker, make_run

CANARY = "Quonsettwhistle"
# Made to be handed on: it holds no names, whatever is asked.
NAMELESS = {"sarif"}


def _planted() -> CheckRun:
    """A run that holds the canary wherever a value can hold words of a document."""
    maker = DocumentMaker().add(f"1 {CANARY}", level=1).add("{" + CANARY + "}", level=2)
    for part in Part:
        maker.add(f"{CANARY} and {{{CANARY}}}", part, inside=Part.FIELD, cell=(1, 1))
    for label in Label:
        maker.add(f"{{{label.name}:{CANARY}}}")
    maker.add(f"{{{CANARY}}}.docx", Part.FILE_NAME, apart=True)
    run = make_run([maker, None], paths=(f"/home/{CANARY}/{CANARY}.docx", f"{CANARY}.docx"))
    people = tuple(replace(entity, names=(CANARY, f"Ms {CANARY}")) for entity in run.entities)
    near = tuple(
        NearMiss(
            Span(passage.id, 0, len(passage.text)),
            Label.OTHER_ID,
            Evidence("by-form", "1", "form", "its check fails"),
        )
        for passage in maker.passages
    )
    whole = tuple(Span(passage.id, 0, len(passage.text)) for passage in maker.passages)
    return replace(
        run,
        entities=people,
        near_misses=near,
        explained=True,
        together=_identifying(whole, maker.id),
        plain=(_hard(whole, maker.id),),
    )


def _identifying(spans: tuple[Span, ...], document: str) -> Together:
    """Facts of every kind at each place, and a search of the canary."""
    whom = Whom("person-1", "[person 1]", Side.CHILD)
    facts = tuple(
        Fact(kind, Exactness.EXACT, whom, document, span, CANARY) for kind in FactKind for span in spans
    )
    return Together(
        (Picture(whom, facts, 9),),
        (Adds(whom.key, document, tuple(FactKind), 9),),
        (DraftGives(whom.key, document, document, facts),),
        (Search(CANARY, "a quotation", spans),),
    )


def _hard(spans: tuple[Span, ...], document: str) -> PlainReading:
    return PlainReading(
        document, 900, 30, 9.0, 14,
        tuple(HardSentence(span, 40, 19, 2, 1, 60) for span in spans),
        tuple(Abbreviation(CANARY, span, False, 2) for span in spans),
        tuple(JargonWord(span, "a plain word", 2) for span in spans),
        3,
        tuple(PassiveChain(span, 3, 3) for span in spans),
    )  # fmt: skip


@pytest.mark.parametrize("name", REPORTS)
def test_no_report_holds_a_word_of_a_document_unless_asked(name: str) -> None:
    assert CANARY.lower() not in REPORTS[name](_planted()).lower()


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_shows_the_names_where_they_are_asked_for(name: str) -> None:
    assert (CANARY in REPORTS[name](_planted(), show_names=True)) is (name not in NAMELESS)


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_tells_what_was_left_alone_where_it_was_asked_for(name: str) -> None:
    reason = "no words that go with it stand beside it"
    told = REPORTS[name](RUNS["explained"]())
    assert reason in " ".join(told.replace("No words", "no words").split())
    assert reason not in REPORTS[name](RUNS["many-faults"]())


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("name", REPORTS)
def test_the_same_run_gives_the_same_text(name: str, run: str) -> None:
    assert REPORTS[name](RUNS[run]()) == REPORTS[name](RUNS[run]())


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("name", REPORTS)
def test_every_report_states_provenance_and_readiness(name: str, run: str) -> None:
    made = RUNS[run]()
    text = REPORTS[name](made)
    assert made.tool_version in text
    assert made.rules_digest.removeprefix("sha256:")[:8] in text
    for checked in made.documents:
        if checked.document is not None:
            assert checked.document.sha256[:8] in text
    words = {made.readiness.value, made.readiness.value.replace("_", " ")}
    assert any(word in text.lower() for word in words)
    assert str(int(made.status)) in text


def test_a_change_of_the_answer_changes_every_report() -> None:
    for render in REPORTS.values():
        assert len({render(make()) for make in RUNS.values()}) == len(RUNS)


def test_every_report_of_a_check_is_registered() -> None:
    assert redact.report.__file__ is not None
    modules = {path.stem.removeprefix("as_") for path in Path(redact.report.__file__).parent.glob("as_*.py")}
    # as_rule and as_pack explain a rule and an edition; they do not report a run.
    assert modules - {"rule", "pack"} == set(REPORTS)
