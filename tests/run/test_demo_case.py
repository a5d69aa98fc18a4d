"""`demo --case`: the sample case as it was packed, written whole or not at all."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from redact import resources
from redact.errors import ExitStatus, NotWritten, RedactError, Unreadable
from redact.run import demo_case
from redact.run.demo_case import CASE_LIST_NAME, case_files, write_case
from redact.run.reading import read_all
from tests.cli.terminal import redact


def test_the_case_is_written_with_its_list_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "case"
    names = write_case(folder)
    assert sorted(path.name for path in folder.iterdir()) == sorted(names)
    assert names[-1] == CASE_LIST_NAME
    assert {Path(name).suffix for name in names[:-1]} == {".docx", ".pdf"}
    assert len(names) == 9


def test_the_documents_are_read_completely_by_the_guarded_reader(tmp_path: Path) -> None:
    paths = [str(tmp_path / name) for name in write_case(tmp_path)[:-1]]
    opened = read_all(
        paths, b"0" * 32, passwords=lambda *_: None, progress=lambda *_: None
    )  # fmt: skip
    assert [entry.error for entry in opened] == [None] * 8
    assert [entry.document.gaps for entry in opened if entry.document] == [()] * 8


def test_the_list_says_that_it_holds_names_and_what_must_go_and_stay() -> None:
    listed = case_files()[CASE_LIST_NAME].decode("utf-8")
    assert "HOLDS THE INVENTED NAMES" in listed
    assert "  GO    PERSON             table            Hope Tarrow" in listed
    assert "  STAY  PERSON             body             Victoria Climbié" in listed


def test_a_file_that_is_there_is_kept_and_nothing_is_written_beside_it(tmp_path: Path) -> None:
    (tmp_path / CASE_LIST_NAME).write_text("mine", encoding="utf-8")
    with pytest.raises(NotWritten, match="already there"):
        write_case(tmp_path)
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["mine"]


@pytest.fixture
def altered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "altered"
    shutil.copytree(resources.sample_folder(), folder)
    monkeypatch.setattr(demo_case, "sample_folder", lambda: folder)
    return folder


def test_a_document_that_does_not_hold_what_its_list_says_is_not_written(
    altered: Path, tmp_path: Path
) -> None:
    gold = json.loads((altered / "gold.json").read_text(encoding="utf-8"))
    wanted = next(one for one in gold["mentions"] if one["span"] and one["quote"] == "Hope Tarrow")
    wanted["quote"] = "Somebody Else"
    (altered / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    with pytest.raises(RedactError, match=r"^1 of \d+ mentions cannot be read"):
        write_case(tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_document_that_no_list_knows_is_not_written(altered: Path, tmp_path: Path) -> None:
    shutil.copy(altered / "executive-summary-child-r.docx", altered / "another.docx")
    with pytest.raises(RedactError, match="0 of 0 mentions"):
        write_case(tmp_path / "out")


def test_an_installation_without_the_case_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "redact")
    with pytest.raises(Unreadable, match=r"sample case .* is missing") as caught:
        write_case(tmp_path / "out")
    assert caught.value.remedy
    assert str(tmp_path) not in f"{caught.value} {caught.value.remedy}"


def test_a_wheel_has_the_case_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "redact"
    (package / "_data" / "sample").mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", package)
    assert resources.sample_folder() == package / "_data" / "sample"


def test_the_command_names_every_file_and_what_to_do_next(tmp_path: Path) -> None:
    done = redact("demo", "--case", str(tmp_path / "case"), cwd=tmp_path)
    assert done.status == ExitStatus.READY
    for path in (tmp_path / "case").iterdir():
        assert path.name in done.out
    assert "next: redact check" in done.err
    assert str(tmp_path) not in done.out + done.err
