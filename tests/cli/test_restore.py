"""At the command line: a case gets its key, documents go there and back, rows are read elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.terminal import Outcome, redact
from tests.keystore.quick_identity import keep_quickly

FIRST, SECOND = "seventeen grey otters", "eleven quiet herons"
TEXT = "# Visit\r\n\r\nAnneke Hartwell, the mother, came with Idony Hartwell.\r\n"


def run(folder: Path, *arguments: str, own: str = "own", passphrase: str = FIRST, more: str = "") -> Outcome:
    given = (*arguments, "--identity", own, "--passphrase-fd", "0")
    return redact(*given, stdin=f"{passphrase}\n{more}", cwd=folder)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case that was begun without a key, which was then made; and a coroner's officer who is trusted."""
    made = tmp_path_factory.mktemp("case")
    keep_quickly(made / "own", "Imogen Tarrant", FIRST, "overview author")
    keep_quickly(made / "his", "Ted Orr", SECOND, "coroner")
    for own, card in (("own", "hers.card"), ("his", "his.card")):
        redact("identity", "show", "-o", card, "--identity", own, cwd=made)
    for own, card in (("own", "his.card"), ("his", "hers.card")):
        id_ = json.loads((made / card).read_text(encoding="ascii"))["id"]
        redact("identity", "trust", card, "--id", id_, "--identity", own, cwd=made)
    key = str(made / "keys" / "K7.redactkey")
    assert run(made, "case", "start", "K7", "--id", "K7", "--without-key", "--key", key).status == 0
    no_key = run(made, "key", "list", "--case", "K7")
    assert (no_key.status, "redact key init" in no_key.err) == (5, True)
    asked = run(made, "key", "init", "--case", "K7")
    assert (asked.status, "--yes" in asked.err) == (2, True)
    init = run(made, "key", "init", "--case", "K7", "--yes", "--retain-until", "2999-01-01")
    assert init.status == 0, init.err
    for slot, label, name in (
        ("child", "Child K", "Idony Hartwell"),
        ("mother", "Parent 1", "Anneke Hartwell"),
    ):
        given = ("key", "add", "--slot", slot, "--label", label, "--from", "-", "--case", "K7")
        assert run(made, *given, more=f"{name}\n").status == 0
    (made / "K7" / "visit.md").write_bytes(TEXT.encode())
    return made


def test_a_document_goes_there_and_back(folder: Path) -> None:
    gone = run(folder, "anonymise", "K7/visit.md", "-o", "out")
    assert gone.status == 0, gone.out + gone.err
    (new,) = (folder / "out").glob("*.md")
    back = run(folder, "restore", str(new), "-o", "back", "--reason", "court", "--case", "K7", "--yes")
    assert (back.status, back.out.startswith("CONFIDENTIAL")) == (0, True), back.err
    assert "word for word" in back.out
    (given,) = (folder / "back").iterdir()
    assert (given.name, given.read_bytes()) == ("K7 restored 1, holds names.md", TEXT.encode())

    new.write_text("Child K came with SW9. The mother stayed.", encoding="utf-8")
    names = (
        "restore",
        str(new),
        "-o",
        "names",
        "--reason",
        "court",
        "--case",
        "K7",
        "--format",
        "json",
        "--yes",
    )
    edited = run(folder, *names)
    told = json.loads(edited.out)
    assert (edited.status, told["status"], told["schema"]) == (1, 1, "redact-restored/1")
    (one,) = told["files"]
    assert (one["way"], one["names"], len(one["left"])) == ("pseudonyms", 1, 1)
    assert "Hartwell" not in back.out + back.err + edited.out + edited.err
    log = redact("key", "audit", "--case", "K7", "--identity", "own", cwd=folder).out
    assert log.count("restore-file court") == 2


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("restore", "K7/visit.md", "-o", "no"), 2, "--reason"),
        (("restore", "K7/visit.md", "-o", "no", "--reason", "curiosity"), 2, "--reason"),
        (("restore", "K7/visit.md", "-o", "no", "--reason", "court"), 2, "--yes"),  # nobody to be asked
        (("restore", "K7/visit.md", "-o", "no", "--reason", "court", "--yes"), 2, "no label"),
        (("restore", "K7/none.md", "-o", "no", "--reason", "court", "--yes"), 6, "no such file"),
        (("key", "share", "his.card", "--case", "K7"), 2, "--as"),
        (("key", "recovery", "--case", "K7"), 2, "--print"),
        (("key", "retain", "--until", "2001-01-01", "--case", "K7"), 2, "gone by"),
        (("key", "init", "--yes", "--case", "K7"), 2, "already"),
        (("key", "read-export", "K7/check.age"), 2, "--yes-show-names"),
        (("key", "read-export", "K7/check.age", "--yes-show-names"), 5, "another"),
    ],
)
def test_what_is_refused(arguments: tuple[str, ...], status: int, words: str, folder: Path) -> None:
    asked = run(folder, *arguments)
    assert (asked.status, words in asked.err) == (status, True), asked.err
    assert not (folder / "no").exists()


def test_a_stranger_restores_nothing(folder: Path) -> None:
    path = folder / "K7" / "later.txt"
    path.write_text("Child K came.", encoding="utf-8")
    given = ("restore", str(path), "-o", "no", "--reason", "court", "--yes")
    asked = run(folder, *given, own="his", passphrase=SECOND)
    assert (asked.status, (folder / "no").exists()) == (5, False)


def test_rows_that_were_sent_are_read_by_whom_they_are_for(folder: Path) -> None:
    sent = ("key", "export", "Child K", "--to", "his.card", "--reason", "coroner", "--expires", "2999-01-01")
    assert run(folder, *sent, "-o", "rows.age", "--yes", "--case", "K7").status == 0
    shown = run(folder, "key", "read-export", "rows.age", "--yes-show-names", own="his", passphrase=SECOND)
    assert (shown.status, "legal: Idony Hartwell" in shown.out, "Anneke" in shown.out) == (0, True, False)
    assert "2999-01-01" in shown.out


def test_a_sheet_of_recovery_is_written_once_and_opens_the_key(folder: Path) -> None:
    made = run(folder, "key", "recovery", "--sheet", "sheet.svg", "--case", "K7")
    assert made.status == 0, made.err
    page = (folder / "sheet.svg").read_text(encoding="utf-8")
    lines = [piece.partition("<")[0] for piece in page.split(">")]
    secret = "".join(line for line in lines if line and line.upper() == line and " " not in line)
    assert secret.startswith("AGE-SECRET-KEY-1")
    again = run(folder, "key", "recovery", "--sheet", "sheet.svg", "--case", "K7")
    assert (again.status, (folder / "sheet.svg").read_text(encoding="utf-8")) == (2, page)
    tried = run(folder, "key", "recover", "--secret-fd", "0", "--case", "K7", more=f"{secret}\n")
    assert (tried.status, "the paper is right" in tried.err) == (0, True), tried.err
    back = run(folder, "key", "recover", "--secret-fd", "0", "--case", "K7", own="his", passphrase=SECOND,
               more=f"{secret}\n")  # fmt: skip
    assert back.status == 0, back.err


def test_list_and_doctor_tell_when_the_key_ends(folder: Path) -> None:
    assert "to be destroyed by 2999-01-01" in run(folder, "key", "list", "--case", "K7").out
    assert "key of the case" in redact("doctor", cwd=folder / "K7").out
