"""A finished document is searched for the names of its key; what may be a word is asked, and decided."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from redact.errors import Damaged, ExitStatus, WrongUse
from redact.keystore.keyfile import save_key
from redact.report import verifying
from redact.run import decisions
from redact.run.case import open_case_key, start
from redact.run.case_file import CaseFolder
from redact.run.deciding import aims
from redact.run.earlier import must_be_of, read_report, told_verified
from redact.run.verify import verify
from redact.values.case import Case
from redact.values.decisions import Answer, Decision, Reason
from redact.values.forms import Form
from redact.values.judgement import Severity
from redact.values.key import KeyName, KeyPerson
from redact.values.verifying import HitSeen, VerifyRun
from tests.keystore.people import imogen

PEOPLE = (
    KeyPerson("p1", "Parent 1", "mother", (KeyName("Anneke Hartwell"),)),
    KeyPerson("p2", "Child K", "child", (KeyName("Grace Hartwell"),)),
    KeyPerson("p3", names=(KeyName("Corinna Stark"),), stays=True),
)


@pytest.fixture
def found(tmp_path: Path) -> CaseFolder:
    begun = start(tmp_path / "K7", Case("K7"), imogen(), may_check=(), own=tmp_path / "own")
    opened = open_case_key(begun, imogen(), tmp_path / "own")
    save_key(opened, replace(opened.key, people=PEOPLE), imogen(), what="test")
    return begun


def look(found: CaseFolder, text: str, name: str = "final.txt") -> VerifyRun:
    path = found.folder / name
    path.write_text(text, encoding="utf-8")
    return verify(
        [str(path)],
        found,
        imogen(),
        found.folder.parent / "own",
        passwords=lambda *_: None,
        watcher=lambda *_: None,
    )


def hits(run: VerifyRun) -> list[tuple[str, Form, bool]]:
    return [(one.of, one.hit.form, one.hit.sure) for document in run.documents for one in document.hits]


def test_a_finished_document_without_a_name(found: CaseFolder) -> None:
    run = look(
        found, "Parent 1 came with Child K. It was written by Corinna Stark, the independent author.\n"
    )
    assert hits(run) == []
    assert run.people == 2
    assert "no name of the key was found" in verifying.as_text(run)
    assert "safe" not in verifying.as_text(run).casefold()


def test_a_name_broken_over_lines_and_one_in_the_file_name(found: CaseFolder) -> None:
    run = look(found, "Parent 1 came; Anne-\nke stayed.\n", "hartwell_final.txt")
    assert [form for _, form, _ in hits(run)][:1] == [Form.BROKEN]
    assert len(hits(run)) == 3  # the surname of the file name is that of two
    assert run.status is ExitStatus.FINDINGS
    for text in (verifying.as_text(run), verifying.as_json(run)):
        assert "artwell" not in text
        assert "Parent 1" in text


def test_what_may_be_a_word_is_asked_until_it_is_decided(found: CaseFolder) -> None:
    text = "There was little grace in it.\n"
    run = look(found, text)
    (seen,) = run.documents[0].hits
    assert (seen.of, seen.hit.sure, run.status) == ("Child K", False, ExitStatus.FINDINGS)
    said = Decision(
        seen.fingerprint,
        Answer.MISTAKEN,
        Reason.NOT_A_NAME,
        "Imogen Tarrant",
        datetime(2026, 11, 21, 9, 0, tzinfo=UTC),
    )
    decisions.record(found, [said], imogen())
    again = look(found, text)
    assert [one.open for one in again.documents[0].hits] == [False]
    assert "Decided (1 place)" in verifying.as_text(again)
    # What was decided of one place says nothing of another.
    assert [one.open for one in look(found, "Ask Grace tomorrow.\n").documents[0].hits] == [True]


def test_its_report_tells_what_may_be_decided_and_of_a_check_alone_nothing_else(
    found: CaseFolder, tmp_path: Path
) -> None:
    run = look(found, "Anneke Hartwell came. With grace she left.\n")
    path = tmp_path / "verified.json"
    path.write_text(verifying.as_json(run), encoding="utf-8")
    read = read_report(path, verified=True)
    assert read == told_verified(run)
    must_be_of(read, run.checked.case)
    own = [thing for thing in read.things if thing.rule == "verify"]
    assert {(thing.severity, thing.part, thing.open) for thing in own} == {
        *((Severity.BLOCK, "body", True), (Severity.ASK, "body", True)),
    }
    (aim,) = aims([own[0].fingerprint[5:13]], read, Answer.MISTAKEN)
    assert aim.fingerprint == run.documents[0].hits[0].fingerprint
    with pytest.raises(WrongUse, match="not of the schema"):
        read_report(path)
    written = json.loads(path.read_text(encoding="utf-8"))
    written["documents"][0]["hits"][0]["part"] = "Hartwell"
    path.write_text(json.dumps(written), encoding="utf-8")
    with pytest.raises(Damaged):
        read_report(path, verified=True)


def test_a_file_that_cannot_be_read_is_not_passed_over(found: CaseFolder) -> None:
    path = found.folder / "broken.docx"
    path.write_bytes(b"PK\x03\x04 no more")
    own = found.folder.parent / "own"
    run = verify([str(path)], found, imogen(), own, passwords=lambda *_: None, watcher=lambda *_: None)
    assert run.status is ExitStatus.FILE
    assert "not read" in verifying.as_text(run)
    assert json.loads(verifying.as_json(run))["documents"] == [{"name": "document 1.docx", "hits": []}]


def test_what_was_decided_of_one_cell_says_nothing_of_another(found: CaseFolder) -> None:
    text = "Quality\nGrace\nof movement\n\nChild\nGrace\nborn in May\n"
    document = docx.Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    path = found.folder / "cells.docx"
    document.save(str(path))
    own = found.folder.parent / "own"

    def looked() -> tuple[HitSeen, ...]:
        run = verify([str(path)], found, imogen(), own, passwords=lambda *_: None, watcher=lambda *_: None)
        return run.documents[0].hits

    first, second = looked()
    assert first.fingerprint != second.fingerprint
    when = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
    said = Decision(first.fingerprint, Answer.MISTAKEN, Reason.NOT_A_NAME, "Imogen Tarrant", when)
    decisions.record(found, [said], imogen())
    assert [one.open for one in looked()] == [False, True]


def test_a_key_that_names_nobody_tells_nothing(tmp_path: Path) -> None:
    empty = start(tmp_path / "K8", Case("K8"), imogen(), may_check=(), own=tmp_path / "own")
    run = look(empty, "Parent 1 came with Child K.\n")
    assert run.status is ExitStatus.CANNOT_TELL
    assert "names nobody yet" in verifying.as_text(run)
