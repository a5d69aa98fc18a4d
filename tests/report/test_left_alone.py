"""The text report on what looked like an identifier and was left alone: place and reason, no word of it."""

from __future__ import annotations

from pathlib import Path

from redact.formats.word import writing as word
from redact.report import as_json, as_text
from redact.run.check import check
from redact.values.checking import CheckRun
from redact.values.judgement import Settings

TEXT = "The form A9999999 was new.\n\nThe box B801200005002 was old.\n\nIn 2009 the board met.\n"


def run_of(folder: Path, *, explain: bool) -> CheckRun:
    path = folder / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return check([str(path)], Settings(), explain=explain)


def test_place_and_reason_are_told_and_nothing_is_quoted(tmp_path: Path) -> None:
    report = as_text.render(run_of(tmp_path, explain=True))
    assert "Looked at and left alone (2 places)" in report
    assert "line 1" in report
    assert "line 3" in report
    assert "its check fails" in report
    assert "A9999999" not in report
    assert "B801200005002" not in report


def test_names_are_quoted_only_where_they_are_asked_for(tmp_path: Path) -> None:
    report = as_text.render(run_of(tmp_path, explain=True), show_names=True)
    assert '"A9999999"' in report
    assert '"B801200005002"' in report


def test_nothing_is_told_where_nobody_asked(tmp_path: Path) -> None:
    run = run_of(tmp_path, explain=False)
    assert run.near_misses == ()
    assert "left alone" not in as_text.render(run)


def test_a_near_miss_changes_no_answer(tmp_path: Path) -> None:
    asked, silent = run_of(tmp_path, explain=True), run_of(tmp_path, explain=False)
    assert len(asked.near_misses) == 2
    assert (asked.status, asked.readiness) == (silent.status, silent.readiness)
    assert "A9999999" not in as_json.render(asked)
    assert "A9999999" not in repr(asked)


def test_a_paragraph_that_is_read_twice_is_told_of_once(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    pieces = ("The form A9999999 was new ", word.Tracked("with B801200005002", "X", deleted=True), " then.")
    path.write_bytes(word.write_docx(word.Report("t", "Nobody", "", "", (word.Paragraph(pieces),))))
    report = as_text.render(check([str(path)], Settings(), explain=True), show_names=True)
    assert "Looked at and left alone (2 places)" in report
    assert report.count('"A9999999"') == 1
    assert 'in a tracked deletion  "B801200005002"' in report
