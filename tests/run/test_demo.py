"""The demo: an invented report in which what was promised can be read, by others' tools and by our own."""

from __future__ import annotations

import hashlib
import io
import re
from pathlib import Path

import docx
import pytest

from redact.errors import ExitStatus, NotWritten, RedactError
from redact.formats.building import DocumentBuilder, Request
from redact.formats.word import read
from redact.formats.word.writing import Paragraph, Report
from redact.report.whereabouts import survey
from redact.run import demo
from redact.run.check import check
from redact.run.demo import (
    EXPECTATIONS_NAME,
    REPORT_NAME,
    demo_expectations,
    demo_report,
    write_demo,
)
from redact.run.demo_text import PLANTED, Planted
from redact.values.judgement import Finding, Settings, Severity
from redact.values.text import Document, Format, Part, Span


def _document() -> Document:
    data = demo_report()
    request = Request(REPORT_NAME, b"0" * 32)
    builder = DocumentBuilder(request, sha256=hashlib.sha256(data).hexdigest(), format=Format.DOCX)
    return read(data, builder)


def _place(document: Document, passage_id: str, start: int, end: int) -> str:
    """The words in which a report would say where a stretch stands."""
    passage = next(passage for passage in document.passages if passage.id == passage_id)
    finding = Finding(
        "", Severity.NOTE, None, "", "", None, "", "", "", 0, "", passage.locate(start, end),
        (Span(passage_id, start, end),),
    )  # fmt: skip
    return survey(document).of_finding(finding)


def _places(document: Document, words: str) -> list[str]:
    return [
        _place(document, passage.id, match.start(), match.end())
        for passage in document.passages
        for match in re.finditer(re.escape(words), passage.text)
    ]


def test_it_is_the_same_bytes_each_time_and_needs_no_name_of_a_user() -> None:
    assert demo_report() == demo_report()
    assert docx.Document(io.BytesIO(demo_report())).core_properties.last_modified_by == "Rosalind Tewkes"


def test_it_says_that_it_is_invented_on_every_page_and_in_the_list() -> None:
    report = docx.Document(io.BytesIO(demo_report()))
    assert "INVENTED EXAMPLE" in report.sections[0].header.paragraphs[0].text
    assert "HOLDS THE INVENTED NAMES" in demo_expectations()


def test_our_reader_reads_it_completely() -> None:
    assert _document().gaps == ()


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.what)
def test_every_planted_fault_stands_where_the_list_says(planted: Planted) -> None:
    document = _document()
    places = _places(document, planted.words)
    surname = planted.words.split()[-1]
    for promised in planted.places:
        place, _, note = promised.partition(":")
        searched = _places(document, surname) if "without" in note else places
        assert any(found.partition(" (")[0] == place for found in searched), f"{promised}: {searched}"


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.what)
def test_the_list_names_every_place_of_a_planted_fault(planted: Planted) -> None:
    promised = {place.partition(":")[0] for place in planted.places}
    found = {place.partition(" (")[0] for place in _places(_document(), planted.words)}
    assert found <= promised


def test_the_labels_that_stand_for_people_are_used_too() -> None:
    text = _document().text()
    assert [
        label for label in ("Child K", "SW1", "HV1", "GP1", "Maternal Grandmother") if label not in text
    ] == []


def test_planted_faults_stand_in_seven_kinds_of_place() -> None:
    document = _document()
    parts = {
        passage.locate(match.start(), match.end()).part
        for planted in PLANTED
        for passage in document.passages
        for match in re.finditer(re.escape(planted.words), passage.text)
    }
    expected = {Part.BODY, Part.TABLE, Part.HEADER, Part.COMMENT, Part.TRACKED_DELETION, Part.PROPERTY}
    assert parts >= expected


def test_both_files_are_written_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    assert write_demo(folder) == (REPORT_NAME, EXPECTATIONS_NAME)
    assert sorted(path.name for path in folder.iterdir()) == [REPORT_NAME, EXPECTATIONS_NAME]
    assert (folder / REPORT_NAME).read_bytes() == demo_report()
    assert (folder / EXPECTATIONS_NAME).read_text(encoding="utf-8") == demo_expectations()


@pytest.mark.parametrize("name", [REPORT_NAME, EXPECTATIONS_NAME])
def test_a_file_that_is_there_is_kept_and_nothing_is_written_beside_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")
    with pytest.raises(NotWritten, match="already there"):
        write_demo(tmp_path)
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [(name, "mine")]


def test_a_folder_that_cannot_be_made_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(NotWritten) as caught:
        write_demo(tmp_path / "file" / "folder")
    assert caught.value.remedy == "Give the name of another folder."


def test_a_report_in_which_a_planted_fault_cannot_be_read_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = Report("Title", "Nobody", "Header", "Footer", (Paragraph(("Words.",)),))
    monkeypatch.setattr(demo, "REPORT", empty)
    with pytest.raises(RedactError, match=f"{len(PLANTED)} of {len(PLANTED)} planted faults"):
        write_demo(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_program_finds_every_planted_fault_where_the_list_says_and_nothing_else(tmp_path: Path) -> None:
    write_demo(tmp_path)
    run = check([str(tmp_path / REPORT_NAME)], Settings())
    document, judgement = run.documents[0].document, run.documents[0].judgement
    assert document is not None
    assert judgement is not None
    places = survey(document)
    found = {(places.of_finding(finding).partition(" (")[0], finding.text) for finding in judgement.findings}
    missed = [
        (planted.what, place)
        for planted in PLANTED
        for place in planted.places
        if not any(
            where == place.partition(":")[0] and (words in planted.words or planted.words in words)
            for where, words in found
        )
    ]
    assert missed == []
    named = {finding.text for finding in judgement.findings if finding.label is not None}
    assert {words for words in named if not any(words in planted.words for planted in PLANTED)} == set()
    # What holds a planted name in a hidden place is found as such too, and no other place is.
    asked = {rule.id for rule in run.rules if rule.is_requirement}  # of which a draft's mark is none
    hidden = {one.text for one in judgement.findings if not one.label and one.text and one.rule not in asked}
    assert {words for words in hidden if not any(planted.words in words for planted in PLANTED)} == set()
    assert run.status is ExitStatus.FINDINGS
