"""An earlier report is read for its fingerprints alone, and refused where it says nothing here."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from redact.errors import Damaged, LimitReached, RedactError, Unreadable, WrongUse
from redact.report.as_json import render
from redact.run import earlier
from redact.run.earlier import must_be_of, read_report, told
from redact.values.checking import CheckRun
from redact.values.since import CaseMark
from tests.report.case_factory import CASE, decided_run, in_case, ready_by_decisions
from tests.report.run_factory import many_faults, pdf_run, several, together

RUNS: dict[str, Callable[[], CheckRun]] = {
    "many faults": lambda: in_case(many_faults()),
    "decided": decided_run,
    "ready": ready_by_decisions,
    "pdf": lambda: in_case(pdf_run()),
    "one not read": lambda: in_case(several()),
    "seen over all": lambda: in_case(together()),
    "no case": many_faults,
}


def written(tmp_path: Path, run: CheckRun, *, show_names: bool = False) -> Path:
    path = tmp_path / "earlier.json"
    path.write_text(render(run, show_names=show_names), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", RUNS)
def test_a_report_tells_what_its_check_tells_but_for_pages(name: str, tmp_path: Path) -> None:
    run = RUNS[name]()
    read = read_report(written(tmp_path, run))
    plain = tuple(replace(thing, page=None) for thing in read.things)
    assert replace(read, things=plain) == told(run)
    assert read.things
    assert read.case == run.case


def test_the_pages_of_a_pdf_are_told(tmp_path: Path) -> None:
    read = read_report(written(tmp_path, in_case(pdf_run())))
    assert [thing.page for thing in read.things] == [14, 20]


def test_of_a_report_with_names_no_name_is_taken_over(tmp_path: Path) -> None:
    read = read_report(written(tmp_path, in_case(many_faults()), show_names=True))
    assert "Ottoline" not in repr(read)
    assert read == read_report(written(tmp_path, in_case(many_faults())))


def test_what_an_editor_of_windows_puts_before_it_is_passed_over(tmp_path: Path) -> None:
    path = written(tmp_path, decided_run())
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read_report(path).things


REFUSED: list[tuple[bytes, type[RedactError], str]] = [
    (b"", Damaged, "no JSON"),
    (b"Ottoline Marchbanks", Damaged, "no JSON"),
    (b'{"schema": "redact-check/1", "tool": {', Damaged, "no JSON, or is cut short"),
    (b"[" * 100_000, Damaged, "no JSON"),  # deeper than any report
    (b"\xff\xfe{", Damaged, "no JSON"),
    (b"[]", WrongUse, "not of the schema"),
    (b"{}", WrongUse, "not of the schema"),
    (b'{"schema": "redact-check/2"}', WrongUse, "not of the schema redact-check/1"),
    (b'{"version": "2.1.0", "runs": []}', WrongUse, "not of the schema"),  # SARIF
    (b'{"schema": "redact-check/1"}', Damaged, "not as redact has written it"),
]


@pytest.mark.parametrize(("data", "error", "words"), REFUSED)
def test_what_is_no_report_is_refused(
    data: bytes, error: type[RedactError], words: str, tmp_path: Path
) -> None:
    path = tmp_path / "Ottoline.json"
    path.write_bytes(data)
    with pytest.raises(error, match=words) as caught:
        read_report(path)
    assert caught.value.remedy
    assert "Ottoline" not in str(caught.value) + caught.value.remedy


def test_what_cannot_be_opened_is_told(tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(Unreadable, match="cannot be read"):
            read_report(path)


def test_a_file_larger_than_any_report_is_not_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(earlier, "MAX_BYTES", 1000)
    with pytest.raises(LimitReached, match="larger than any"):
        read_report(written(tmp_path, decided_run()))


def _first(whole: Any) -> Any:
    return whole["documents"][0]["findings"][0]


ALTERED: list[Callable[[Any], object]] = [
    lambda whole: _first(whole).update(fingerprint="Ottoline"),
    lambda whole: _first(whole).update(fingerprint=None),
    lambda whole: _first(whole).update(rule="Ottoline Marchbanks"),
    lambda whole: _first(whole).update(severity="grave"),
    lambda whole: _first(whole).update(part="Ottoline"),
    lambda whole: _first(whole).update(page="Ottoline"),
    lambda whole: _first(whole).update(page=True),
    lambda whole: _first(whole).update(decision="Ottoline"),
    lambda whole: _first(whole).update(decision={"effect": "forgotten"}),
    lambda whole: _first(whole).pop("decision"),
    lambda whole: whole["documents"][0].update(name="Ottoline.docx"),
    lambda whole: whole["documents"][0].update(sha256="ab"),
    lambda whole: whole["documents"][0].update(kind="Ottoline"),
    lambda whole: whole["documents"][0].update(file_mark="ab"),
    lambda whole: whole["documents"][0].update(findings=None),
    lambda whole: whole.update(documents=[1]),
    lambda whole: whole.update(bundle=None),
    lambda whole: whole.update(tool=[]),
    lambda whole: whole["case"].update(id="Ottoline Marchbanks"),
    lambda whole: whole["case"].update(mark=7),
    lambda whole: whole.update(case="K7"),
]


@pytest.mark.parametrize("number", range(len(ALTERED)))
def test_a_report_that_was_altered_is_refused_without_its_words(number: int, tmp_path: Path) -> None:
    whole = json.loads(render(decided_run()))
    ALTERED[number](whole)
    path = tmp_path / "earlier.json"
    path.write_text(json.dumps(whole), encoding="utf-8")
    with pytest.raises(Damaged, match="not as redact has written it") as caught:
        read_report(path)
    assert "Ottoline" not in str(caught.value)


@pytest.mark.parametrize(
    ("made", "here", "words"),
    [
        (in_case, None, "outside a case no two"),
        (lambda run: run, CASE, "made outside a case"),
        (lambda run: replace(in_case(run), fingerprint_scope="run"), CASE, "made outside a case"),
        (in_case, CaseMark("K7", "hmac:" + "00" * 16), "in another case"),  # the same id, another secret
        (in_case, CaseMark("K8", CASE.mark), "in another case"),
    ],
)
def test_two_reports_are_held_together_in_one_case_only(
    made: Callable[[CheckRun], CheckRun], here: CaseMark | None, words: str, tmp_path: Path
) -> None:
    report = read_report(written(tmp_path, made(many_faults())))
    with pytest.raises(WrongUse, match=words) as caught:
        must_be_of(report, here)
    assert "--case FOLDER" in caught.value.remedy


def test_a_report_of_this_case_is_taken(tmp_path: Path) -> None:
    must_be_of(read_report(written(tmp_path, in_case(many_faults()))), CASE)
