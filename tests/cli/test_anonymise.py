"""`redact anonymise` as a user calls it: what it says, what it answers, and that it repeats no name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.terminal import Outcome, redact
from tests.keystore.quick_identity import keep_quickly

PASSPHRASE = "seventeen grey otters\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    keep_quickly(tmp_path / "own", "Imogen Tarrant", PASSPHRASE.strip(), "manager")
    assert call(tmp_path, "case", "start", "K7", "--id", "K7").status == 0
    return tmp_path


def call(folder: Path, *arguments: str) -> Outcome:
    return redact(*arguments, "--identity", "own", "--passphrase-fd", "0", stdin=PASSPHRASE, cwd=folder)


def test_names_of_which_nobody_has_said_anything(folder: Path) -> None:
    (folder / "K7" / "note.txt").write_text("Anneke Hartwell rang. The visit was late.\n", encoding="utf-8")
    stopped = call(folder, "anonymise", "K7/note.txt", "-o", "new")
    assert stopped.status == 1
    assert "Nothing was written: 1 place is open." in stopped.out
    assert "document 1: line 1" in stopped.out
    assert "redact review --terminal" in " ".join(stopped.out.split())
    assert not (folder / "new").exists()

    draft = call(folder, "anonymise", "K7/note.txt", "-o", "new", "--draft", "--format", "json")
    assert draft.status == 1
    assert json.loads(draft.out)["DRAFT"].startswith("This draft may hold names: 1 place")
    assert "artwell" not in stopped.out + stopped.err + draft.out + draft.err


def test_a_document_with_nobody_in_it_comes_out_as_it_was(folder: Path) -> None:
    (folder / "K7" / "note.txt").write_text("The visit was late.\n", encoding="utf-8")
    done = call(folder, "anonymise", "K7/note.txt", "-o", "new")
    assert done.status == 0, done.err
    assert "document 1: 0 replacements" in done.out
    assert (folder / "new" / "note.txt").read_text(encoding="utf-8") == "The visit was late.\n"


def test_without_a_case_there_is_nobody_to_tell(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Anneke Hartwell rang.\n", encoding="utf-8")
    done = call(tmp_path, "anonymise", "note.txt", "-o", "new")
    assert (done.status, "--case FOLDER" in done.err) == (2, True)
