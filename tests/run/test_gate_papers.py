"""What is attached is checked in full and held against its Word file; what is published is what was sent."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from redact.errors import ExitStatus, FileFault, GateRefuses, NotWritten, WrongUse
from redact.publication.same_words import differences
from redact.report.gate_papers import check_lines, comparison_lines, difference_lines
from redact.run import case_file, decisions, gate_log, gate_papers
from redact.run.gate_changes import changed_parts
from redact.run.gate_check import Paper, PaperCheck, check_papers
from redact.run.gate_papers import papers_of
from redact.run.gate_publish import place as placed_at
from redact.run.gate_publish import publish
from redact.values.decisions import Answer, Decision, Reason
from redact.values.gate import GateState
from redact.values.gate_record import PaperPart
from redact.values.judgement import DocumentKind, Readiness
from redact.values.same_words import Differs
from tests.keystore.people import imogen
from tests.run.papers_factory import Place, begun, overview
from tests.sessions.papers import pdf_of

REPORT, RESPONSE = PaperPart.REPORT, PaperPart.RESPONSE


@pytest.fixture(scope="module")
def attached(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A case in which files of which nothing is open are attached; no test alters it."""
    place = begun(tmp_path_factory.mktemp("attached"))
    outcome = place.attach(place.report(), place.response())
    assert outcome.kept, outcome.facts
    return place


@pytest.fixture(scope="module")
def checked(attached: Place) -> PaperCheck:
    """The check of those files, made once more."""
    return check_papers(attached.found, imogen(), attached.own, (attached.report(), attached.response()))


@pytest.fixture
def mine(attached: Place, tmp_path: Path) -> Place:
    """The same, to be altered."""
    base = attached.found.folder.parent
    shutil.copytree(base, tmp_path, dirs_exist_ok=True)
    return Place(case_file.load(tmp_path / "K7"), tmp_path / "own", tmp_path / "files")


@pytest.fixture
def fresh(tmp_path: Path) -> Place:
    return begun(tmp_path)


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def kept(place: Place) -> set[str]:
    folder = place.found.folder / "papers"
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


def lines_in_log(place: Place) -> list[str]:
    return [entry.action for entry in gate_log.read(place.found, place.own).log.entries]


# ------------------------------------------------------------------ attaching


def test_what_is_ready_is_kept_under_names_made_of_digests(attached: Place) -> None:
    held = gate_log.read(attached.found, attached.own)
    report, word = attached.files / "report.pdf", attached.files / "report.docx"
    response = attached.files / "response.pdf"
    check = held.gate.check
    assert check is not None
    assert held.gate.state is GateState.IN_REVIEW
    assert [(one.part, one.sha256, one.form, one.source) for one in held.gate.papers] == [
        (REPORT, sha256(report), "pdf", sha256(word)),
        (RESPONSE, sha256(response), "pdf", ""),
    ]
    assert kept(attached) == {
        f"report-{sha256(report)[:16]}.pdf",
        f"report-{sha256(word)[:16]}.docx",
        f"response-{sha256(response)[:16]}.pdf",
        f"check-{check.result[:16]}.json",
        f"check-{check.words_result[:16]}.json",
    }
    assert (check.readiness, check.open, check.unread, check.same_words) == (Readiness.READY, 0, 0, True)


def test_the_check_is_kept_as_json_without_names(attached: Place) -> None:
    check = gate_log.read(attached.found, attached.own).gate.check
    assert check is not None
    for digest, formats in ((check.result, ["pdf", "pdf"]), (check.words_result, ["docx", "pdf"])):
        data = (attached.found.folder / "papers" / f"check-{digest[:16]}.json").read_bytes()
        assert hashlib.sha256(data).hexdigest() == digest
        told = json.loads(data)
        assert (told["schema"], told["audience"], told["edition"]["id"]) == (
            "redact-check/1",
            "public",
            "wt2015",
        )
        assert [one["format"] for one in told["documents"]] == formats
        assert [one["kind"] for one in told["documents"]] == ["overview", "response"]
        assert b'"path"' not in data
        assert b'"text"' not in data


def test_the_same_bytes_give_the_same_check(attached: Place, checked: PaperCheck) -> None:
    check = gate_log.read(attached.found, attached.own).gate.check
    assert check is not None
    assert hashlib.sha256(checked.json).hexdigest() == check.result
    assert hashlib.sha256(checked.words_json).hexdigest() == check.words_result


def test_one_age_that_differs_stops_it(fresh: Place) -> None:
    pdf_of(
        DocumentKind.OVERVIEW,
        overview("Each agency waited", "Every agency waited"),
        fresh.files / "other.pdf",
    )
    outcome = fresh.attach(fresh.report("other.pdf"), fresh.response())
    assert outcome.status is ExitStatus.GATE_REFUSES
    assert (outcome.kept, outcome.held.gate.state) == (False, GateState.CHECKING)
    check = outcome.held.gate.check
    assert check is not None
    assert (check.readiness, check.same_words, check.differences) == (Readiness.READY, False, 1)
    assert {name.partition("-")[0] for name in kept(fresh)} == {"check"}
    (found,) = outcome.comparisons[REPORT].differences
    assert (found.kind, found.word, found.published) == (Differs.CHANGED, "Each", "Every")
    word = outcome.checked.source(fresh.report("other.pdf"))
    assert word is not None
    pair = (word, outcome.checked.document(fresh.report("other.pdf")))
    (masked,) = difference_lines(outcome.comparisons[REPORT], pair)
    assert "page 1 as published" in masked
    assert "Every" not in masked
    assert "Every" in difference_lines(outcome.comparisons[REPORT], pair, show_names=True)[0]


def test_a_finding_and_a_page_that_nobody_has_read_stop_it(fresh: Place) -> None:
    lines = overview("HV1 visited in", "Mrs Ida Quill visited in")
    pdf_of(DocumentKind.OVERVIEW, lines, fresh.files / "scanned.pdf", scan=True)
    outcome = fresh.attach(fresh.report("scanned.pdf", None), fresh.response())
    assert outcome.status is ExitStatus.FINDINGS
    check = outcome.held.gate.check
    assert check is not None
    assert (check.readiness, check.unread, check.gaps) == (Readiness.NOT_READY, 1, ())
    assert check.open >= 1
    assert not outcome.kept
    lines_told = check_lines([REPORT, RESPONSE], outcome.checked.published)
    assert "finding that blocks" in lines_told[0]
    assert not any("Quill" in line for line in lines_told)


def test_a_page_that_somebody_has_looked_at_goes_into_the_log(fresh: Place) -> None:
    pdf_of(DocumentKind.OVERVIEW, overview(), fresh.files / "scanned.pdf", scan=True)
    papers = (fresh.report("scanned.pdf"), fresh.response())
    first = fresh.attach(*papers)
    assert first.status is ExitStatus.CANNOT_TELL
    document = first.checked.document(papers[0])
    (gap,) = document.gaps
    said = Decision(gap.fingerprint, Answer.LOOKED_AT, Reason.READ_BY_A_PERSON, "Imogen", decisions.now())
    decisions.record(fresh.found, [said], imogen())
    second = fresh.attach(*papers)
    check = second.held.gate.check
    assert check is not None
    assert second.kept
    assert [one.fingerprint for one in check.gaps] == [gap.fingerprint]
    assert check.gaps[0].where.startswith(f"page {gap.location.page} of the report")
    assert check.gaps[0].where.isascii()
    assert len(check.gaps[0].where) <= 200


def test_a_file_that_is_altered_while_it_is_checked_is_not_attached(
    mine: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, files = lines_in_log(mine), kept(mine)
    checked = check_papers(mine.found, imogen(), mine.own, (mine.report(), mine.response()))

    def meanwhile(*_given: object, **_options: object) -> object:
        with (mine.files / "report.pdf").open("ab") as file:
            file.write(b"\n")
        return checked

    monkeypatch.setattr(gate_papers, "check_papers", meanwhile)
    with pytest.raises(FileFault, match="altered while it was checked"):
        mine.attach(mine.report(), mine.response())
    assert (lines_in_log(mine), kept(mine)) == (before, files)


@pytest.mark.parametrize("stopped", [NotWritten("the disk is full", ""), KeyboardInterrupt()])
@pytest.mark.parametrize("at", [1, 2, 3])
def test_stopped_at_any_copy_the_log_is_the_old_one(
    stopped: BaseException, at: int, mine: Place, checked: PaperCheck, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(mine.found.folder / "papers")
    before = lines_in_log(mine)
    written: list[Path] = []

    def write(path: Path, data: bytes, **options: bool) -> None:
        if len(written) + 1 == at:
            raise stopped
        written.append(path)
        path.write_bytes(data)

    monkeypatch.setattr(gate_papers, "check_papers", lambda *_given, **_options: checked)
    monkeypatch.setattr(gate_papers, "write_over", write)
    with pytest.raises(type(stopped)):
        mine.attach(mine.report(), mine.response())
    assert lines_in_log(mine) == before


@pytest.mark.parametrize(
    ("files", "what"),
    [
        ({}, "no file is given"),
        ({REPORT: ["a.odt"]}, "the report is no PDF, Word document or plain text"),
        ({REPORT: ["a.docx", "b.docx"]}, "no Word file with its PDF"),
        ({REPORT: ["a.pdf", "b.pdf"]}, "no Word file with its PDF"),
        ({REPORT: ["a.docx", "b.pdf", "c.pdf"]}, "no Word file with its PDF"),
        ({REPORT: ["a.docx"], RESPONSE: ["a.docx"]}, "one file is given for two parts"),
        ({REPORT: ["a.docx", "b.pdf"], RESPONSE: ["./b.pdf"]}, "one file is given for two parts"),
    ],
)
def test_files_that_do_not_fit_are_refused(files: dict[PaperPart, list[str]], what: str) -> None:
    with pytest.raises(WrongUse, match=what):
        papers_of({part: [Path(name) for name in names] for part, names in files.items()})


def test_the_word_file_and_its_pdf_may_be_given_in_any_order() -> None:
    word, pdf = Path("a.docx"), Path("a.PDF")
    assert papers_of({REPORT: [word, pdf]}) == papers_of({REPORT: [pdf, word]}) == (Paper(REPORT, pdf, word),)
    assert papers_of({REPORT: [word]}) == (Paper(REPORT, word),)


# ------------------------------------------------------------------ publishing


def test_files_at_their_place_are_known_by_their_bytes(mine: Place) -> None:
    gate = gate_log.read(mine.found, mine.own).gate
    site = mine.files / "site"
    site.mkdir()
    for name, other in (("report.pdf", "b.pdf"), ("response.pdf", "a.pdf")):
        shutil.copyfile(mine.files / name, site / other)
    placed = placed_at(mine.found, gate, [site / "a.pdf", site / "b.pdf"])
    assert placed.as_sent
    assert placed.digests == {one.part: one.sha256 for one in gate.papers}


def test_one_byte_more_is_another_file_and_no_word_is_changed(mine: Place) -> None:
    with pikepdf.open(mine.files / "report.pdf", allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Title"] = "Another title"
        pdf.save()
    placed = placed_at(
        mine.found,
        gate_log.read(mine.found, mine.own).gate,
        [mine.files / "response.pdf", mine.files / "report.pdf"],
    )
    (changed,) = placed.changed
    assert not placed.as_sent
    assert (changed.part, changed.only_around_the_words) == (REPORT, True)
    with pytest.raises(GateRefuses) as caught:
        publish(mine.found, imogen(), mine.own, placed)
    assert set(caught.value.codes) & {"changed-byte", "not-now"}


def test_a_word_that_was_changed_is_shown_with_its_page(mine: Place) -> None:
    pdf_of(DocumentKind.OVERVIEW, overview("Each agency waited", "No agency waited"), mine.files / "new.pdf")
    placed = placed_at(
        mine.found,
        gate_log.read(mine.found, mine.own).gate,
        [mine.files / "new.pdf", mine.files / "response.pdf"],
    )
    (changed,) = placed.changed
    assert changed.comparison is not None
    assert changed.documents is not None
    assert [(one.word, one.published) for one in changed.comparison.differences] == [("Each", "No")]
    (line,) = difference_lines(changed.comparison, changed.documents)
    assert "page 1 as published" in line
    assert not changed.only_around_the_words


def test_a_part_that_is_left_out_and_one_too_many_are_not_what_was_sent(mine: Place) -> None:
    gate = gate_log.read(mine.found, mine.own).gate
    left_out = placed_at(mine.found, gate, [mine.files / "report.pdf"])
    assert (left_out.as_sent, left_out.missing) == (False, (RESPONSE,))
    with pytest.raises(WrongUse, match="1 more files are given than were sent"):
        placed_at(
            mine.found, gate, [mine.files / name for name in ("report.pdf", "response.pdf", "report.docx")]
        )
    with pytest.raises(WrongUse, match="given twice"):
        placed_at(mine.found, gate, [mine.files / "report.pdf"] * 2)
    with pytest.raises(FileFault, match="not there"):
        placed_at(mine.found, gate, [mine.files / "nothing.pdf"])


# ------------------------------------------------------------------ changed in the case


def test_what_was_changed_in_the_case_is_held_against_the_word_file(mine: Place) -> None:
    gate = gate_log.read(mine.found, mine.own).gate
    (path,) = (mine.found.folder / "papers").glob("report-*.pdf")
    pdf_of(DocumentKind.OVERVIEW, overview("Each agency waited", "No agency waited"), path)
    (changed,) = changed_parts(mine.found, gate, (REPORT,))
    assert changed.comparison is not None
    assert [(one.word, one.published) for one in changed.comparison.differences] == [("Each", "No")]
    path.write_bytes((mine.files / "report.pdf").read_bytes() + b"\n")
    (changed,) = changed_parts(mine.found, gate, (REPORT,))
    assert changed.only_around_the_words
    path.unlink()
    (changed,) = changed_parts(mine.found, gate, (REPORT,))
    assert (changed.comparison, changed.because) == (None, "the file is gone")


def test_without_a_word_file_nothing_is_left_to_compare_with(mine: Place) -> None:
    gate = gate_log.read(mine.found, mine.own).gate
    (path,) = (mine.found.folder / "papers").glob("response-*.pdf")
    path.write_bytes(b"%PDF-1.7 broken")
    (changed,) = changed_parts(mine.found, gate, (RESPONSE,))
    assert (changed.comparison, changed.because) == (None, "there is nothing left to hold the file against")


def test_a_word_file_that_was_changed_is_named(mine: Place) -> None:
    gate = gate_log.read(mine.found, mine.own).gate
    (path,) = (mine.found.folder / "papers").glob("report-*.docx")
    path.write_bytes((mine.files / "report.docx").read_bytes() + b"\n")
    (changed,) = changed_parts(mine.found, gate, (REPORT,))
    assert "Word file behind it" in changed.because


def test_what_is_told_of_a_comparison_has_counts_alone(attached: Place, checked: PaperCheck) -> None:
    word = checked.source(attached.report())
    assert word is not None
    told = differences(word, checked.document(attached.report()))
    lines = comparison_lines(REPORT, told)
    assert "the same words" in lines[0]
    empty = comparison_lines(REPORT, replace(told, words=0))
    assert "no words to compare" in empty[0]
