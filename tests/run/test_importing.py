"""Papers of a case are shown and taken over; nothing that nobody has agreed to gets into the key."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from redact.errors import FileFault, KeyConflict, WrongUse
from redact.keystore.keyfile import save_key
from redact.run import key_people as people
from redact.run.case import open_case_key, start
from redact.run.case_file import CaseFolder
from redact.run.importing import Preview, preview, take_over
from redact.values.case import Case
from tests.keystore.people import imogen

FAMILY = (
    "Name,Relationship to child,DOB\nIdony Hartwell,child,04/05/2009\nAnneke Hartwell,mother,01/02/1983\n"
)


@pytest.fixture
def found(tmp_path: Path) -> CaseFolder:
    return start(tmp_path / "K7", Case("K7"), imogen(), may_check=(), own=tmp_path / "own")


def look(found: CaseFolder, *paths: Path) -> Preview:
    own = found.folder.parent / "own"
    return preview([str(path) for path in paths], found, imogen(), own, passwords=lambda *_: None)


def written(folder: Path, text: str = FAMILY) -> Path:
    path = folder / "family.csv"
    path.write_text(text, encoding="utf-8")
    return path


def names_in_key(found: CaseFolder) -> list[str]:
    key = open_case_key(found, imogen(), found.folder.parent / "own").key
    return [name.text for person in key.people for name in person.names]


def test_nothing_is_taken_over_by_looking(found: CaseFolder, tmp_path: Path) -> None:
    seen = look(found, written(tmp_path))
    assert [one.what.value for one in seen.proposals] == ["new", "new"]
    assert names_in_key(found) == []
    assert "Hartwell" not in repr(seen)


def test_a_word_table_and_a_list_in_one_go(found: CaseFolder, tmp_path: Path) -> None:
    document = docx.Document()
    rows = (
        ("Name", "Role"),
        ("Annis Halewood", "Health Visitor"),
        ("Odo Prowse", "GP"),
        ("Wren Oakes", "Anna's other worker"),
    )
    table = document.add_table(rows=4, cols=2)
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    document.save(str(tmp_path / "staff.docx"))
    take_over(look(found, tmp_path / "staff.docx", written(tmp_path)), imogen())
    named = ["Annis Halewood", "Odo Prowse", "Wren Oakes", "Idony Hartwell", "Anneke Hartwell"]
    assert names_in_key(found) == named
    key = open_case_key(found, imogen(), found.folder.parent / "own").key
    assert [(one.id, one.source) for one in key.tables] == [
        ("d6", "staff list"),
        ("d7", "family table"),
    ]
    assert key.history[-1].what == "import"
    # The list says what they are, in words of our lists alone: others may hold a name.
    assert [one.role for one in people.rows(key)] == ["Health Visitor", "GP", None, "child", "mother"]


def test_rows_that_were_left_out_stay_out(found: CaseFolder, tmp_path: Path) -> None:
    take_over(look(found, written(tmp_path)), imogen(), without={2})
    assert names_in_key(found) == ["Idony Hartwell"]


def test_the_child_is_not_left_out_alone(found: CaseFolder, tmp_path: Path) -> None:
    with pytest.raises(WrongUse):
        take_over(look(found, written(tmp_path)), imogen(), without={1})
    assert names_in_key(found) == []


@pytest.mark.parametrize("without", [{7}, {1, 2}])
def test_rows_that_do_not_fit(found: CaseFolder, tmp_path: Path, without: set[int]) -> None:
    with pytest.raises(WrongUse):
        take_over(look(found, written(tmp_path)), imogen(), without=without)


def test_the_code_stands_for_one_preview(found: CaseFolder, tmp_path: Path) -> None:
    first = look(found, written(tmp_path))
    assert look(found, written(tmp_path)).code == first.code
    other = look(found, written(tmp_path, FAMILY + "Odo Hartwell,brother,\n"))
    assert other.code != first.code
    take_over(first, imogen())
    assert look(found, written(tmp_path, FAMILY)).code != first.code


def test_a_key_that_was_changed_meanwhile_is_not_written_over(found: CaseFolder, tmp_path: Path) -> None:
    seen = look(found, written(tmp_path))
    save_key(seen.opened, seen.opened.key, imogen(), what="review")
    with pytest.raises(KeyConflict):
        take_over(seen, imogen())


def test_what_cannot_be_read_is_no_paper(found: CaseFolder, tmp_path: Path) -> None:
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 no more of it")
    with pytest.raises(FileFault):
        look(found, tmp_path / "broken.docx")
    with pytest.raises(FileFault):
        look(found, tmp_path / "missing.csv")
    with pytest.raises(WrongUse):
        look(found, written(tmp_path, "Date,Event\n3 May,rang\n"))
