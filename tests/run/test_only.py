"""`check --only`: parts of the check alone, quick where nobody has to be recognised, and never ready."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from redact.errors import ExitStatus, ModelFault, WrongUse
from redact.judge import settings_digest
from redact.run.check import check
from redact.run.earlier import read_report
from redact.run.only import PARTS, part_of, recognises, rules_of
from redact.values.checking import CheckRun
from redact.values.judgement import (
    DocumentKind,
    Edition,
    Outcome,
    Readiness,
    RuleKind,
    Settings,
    Severity,
    Verdict,
)
from tests.report.run_factory import RUNS, clean_run, gaps_run, many_faults, several
from tests.shipped_rules import shipped_rules

STATED = Settings(edition=Edition.WT2015, kind=DocumentKind.OVERVIEW)
TEXT = """\
Overview report

Ottoline Marchbanks, born on 14 May 2007, was seen by the MASH, and it was agreed that a plan would be made.
"""
HEAVY = ("spacy", "presidio_analyzer", "presidio_anonymizer", "thinc", "numpy", "onnxruntime", "phonenumbers")


@pytest.fixture
def overview(tmp_path: Path) -> str:
    path = tmp_path / "overview.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


@pytest.fixture
def untitled(tmp_path: Path) -> str:
    path = tmp_path / "overview.docx"
    made = docx.Document()
    made.add_heading("Overview report", 1)
    made.add_paragraph("The child was seen twice.")
    made.core_properties.title = ""
    made.save(str(path))
    return str(path)


def outcomes(run: CheckRun) -> set[str]:
    judged = [
        one.rule for checked in run.documents if checked.judgement for one in checked.judgement.verdicts
    ]
    return {*judged, *(one.rule for one in (run.bundle.verdicts if run.bundle else ()))}


# ------------------------------------------------------------------ what is judged


def test_each_part_has_the_rules_of_its_kinds_and_nothing_else() -> None:
    rulebook = shipped_rules()
    kinds = {part: {rule.kind for rule in rules_of(rulebook, [part]).rules} for part in PARTS}
    assert kinds["plain"] == {RuleKind.PLAIN}
    assert kinds["access"] == {RuleKind.ACCESS}
    # A rare condition and a trial are facts that identify, found by their words.
    assert kinds["jigsaw"] == {
        RuleKind.JIGSAW,
        RuleKind.TOGETHER,
        RuleKind.PRECISION,
        RuleKind.FORBIDDEN,
    }
    ids = {rule.id for rule in rules_of(rulebook, ["jigsaw"]).rules if rule.kind is RuleKind.FORBIDDEN}
    assert ids == {"x-07", "x-09"}
    assert rules_of(rulebook, []) is rulebook
    assert [rules_of(rulebook, [part]).jigsaw is None for part in PARTS] == [False, True, True]


def test_plain_english_is_told_and_names_are_not(overview: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> str:
        raise ModelFault("the model is not here", "Install redact again.")

    monkeypatch.setattr("redact.recognise.model.shipped.digest_of_model", missing)  # nobody needs it
    run = check([overview], STATED, only=("plain",))
    assert (run.readiness, run.status) == (Readiness.CANNOT_TELL, ExitStatus.CANNOT_TELL)
    assert run.plain is not None
    assert [one.letters for one in run.plain[0].abbreviations] == ["MASH"]
    assert (run.together, run.entities, run.model_digest) == (None, (), None)
    assert {rule.kind for rule in run.rules} == {RuleKind.PLAIN}
    assert outcomes(run) <= {rule.id for rule in run.rules}


def test_what_is_found_is_a_finding(untitled: str) -> None:
    run = check([untitled], STATED, only=("access",))
    assert (run.readiness, run.status) == (Readiness.NOT_READY, ExitStatus.FINDINGS)
    assert {one.severity for one in run.documents[0].judgement.findings} == {Severity.ASK}  # type: ignore[union-attr]
    assert (run.plain, run.only) == (None, ("access",))


def test_several_parts_stand_in_their_own_order(overview: str) -> None:
    run = check([overview], STATED, only=("access", "plain", "plain"))
    assert run.only == ("plain", "access")
    assert recognises(run.only) is False


def test_facts_that_identify_need_everybody_found(overview: str) -> None:
    run = check([overview], STATED, only=("jigsaw",))
    assert run.together is not None
    assert [fact.kind.value for picture in run.together.pictures for fact in picture.facts]
    assert run.model_digest is not None
    assert run.plain is None
    # That no rule of names was run is said once, and not label by label.
    assert [rule for rule in outcomes(run) if rule.startswith("unjudged-")] == []
    assert run.readiness is not Readiness.READY


def test_for_plain_english_and_accessibility_no_engine_is_loaded(overview: str) -> None:
    code = (
        "import sys\n"
        "from redact.run.check import check\n"
        "from redact.values.judgement import Settings\n"
        "run = check([sys.argv[1]], Settings(), only=('plain', 'access'))\n"
        "print(int(run.status), *sorted(set(sys.argv[2:]) & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, overview, *HEAVY], capture_output=True, text=True, encoding="utf-8"
    )
    assert (done.stdout, done.stderr) == ("3\n", "")


# ------------------------------------------------------------------ what it comes to


@pytest.mark.parametrize(
    ("run", "readiness", "status"),
    [
        (clean_run(), Readiness.CANNOT_TELL, ExitStatus.CANNOT_TELL),  # nothing found is not ready
        (gaps_run(), Readiness.CANNOT_TELL, ExitStatus.CANNOT_TELL),
        (many_faults(), Readiness.NOT_READY, ExitStatus.FINDINGS),
        (several(), Readiness.NOT_READY, ExitStatus.FILE),  # a file that was not read weighs more
    ],
)
def test_a_part_is_never_ready(run: CheckRun, readiness: Readiness, status: ExitStatus) -> None:
    # Of the runs made by hand every rule is one of ours.
    ours = tuple(replace(RULE, id=id_) for id_ in outcomes(run))
    part = part_of(replace(run, rules=ours), ("plain",))
    assert (part.readiness, part.status, part.only) == (readiness, status, ("plain",))
    assert all(one.status is not ExitStatus.READY for one in part.documents)
    assert all(one.judgement.readiness is not Readiness.READY for one in part.documents if one.judgement)


RULE = shipped_rules().rules[0]


def test_rules_that_were_not_asked_for_do_not_count() -> None:
    run = many_faults()
    judgement = run.documents[0].judgement
    assert judgement is not None
    because = "the kind of document is not known"
    own = Verdict("unjudged-requirements", Outcome.NOT_RUN, because, "redact itself")
    added = replace(judgement, verdicts=(*judgement.verdicts, own, replace(own, rule="unjudged-person")))
    run = replace(run, documents=(replace(run.documents[0], judgement=added),), rules=())
    part = part_of(run, ("plain",))
    assert [one.rule for one in part.documents[0].judgement.verdicts] == ["unjudged-requirements"]  # type: ignore[union-attr]
    assert part.readiness is Readiness.CANNOT_TELL


def test_the_whole_stays_as_it_is() -> None:
    for make in RUNS.values():
        run = make()
        assert part_of(run, ()) is run


def test_the_digest_of_the_settings_covers_the_parts() -> None:
    digests = {
        settings_digest(STATED, only=only) for only in ((), ("plain",), ("access",), ("access", "plain"))
    }
    assert len(digests) == 4
    assert settings_digest(STATED, only=("plain", "access")) == settings_digest(
        STATED, only=("access", "plain")
    )


def test_a_report_of_a_part_is_no_earlier_report(tmp_path: Path) -> None:
    from redact.report.as_json import render

    path = tmp_path / "before.json"
    path.write_text(render(part_of(clean_run(), ("plain",))), encoding="utf-8")
    with pytest.raises(WrongUse, match="of a part of the check"):
        read_report(path)
