"""A key at the command line from the first card to its end: every command once, and what each ends with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.terminal import Outcome, redact
from tests.keystore.quick_identity import keep_quickly

FIRST = "seventeen grey otters"
SECOND = "eleven quiet herons"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of Imogen's with one person, and the identity of Joseph, who trust each other."""
    made = tmp_path_factory.mktemp("case")
    keep_quickly(made / "own", "Imogen Tarrant", FIRST)
    keep_quickly(made / "theirs", "Joseph Adeyemi-Clarke", SECOND, "author")
    for own, card in (("own", "me.card"), ("theirs", "joseph.card")):
        redact("identity", "show", "-o", card, "--identity", own, cwd=made)
    for own, card in (("own", "joseph.card"), ("theirs", "me.card")):
        id_ = json.loads((made / card).read_text(encoding="ascii"))["id"]
        redact("identity", "trust", card, "--id", id_, "--identity", own, cwd=made)
    key = str(made / "shared" / "K7.redactkey")
    assert me(made, "case", "start", "K7", "--id", "K7", "--key", key).status == 0
    added = me(made, "key", "add", "--slot", "child", "--from", "-", "--case", "K7", more="Idony Hartwell\n")
    assert added.status == 0, added.err
    return made


def me(folder: Path, *arguments: str, more: str = "") -> Outcome:
    given = (*arguments, "--identity", "own", "--passphrase-fd", "0")
    return redact(*given, stdin=f"{FIRST}\n{more}", cwd=folder)


def other(folder: Path, *arguments: str, more: str = "") -> Outcome:
    given = (*arguments, "--identity", "theirs", "--passphrase-fd", "0")
    return redact(*given, stdin=f"{SECOND}\n{more}", cwd=folder)


def test_the_life_of_a_key(folder: Path) -> None:
    case = ("--case", "K7")
    assert other(folder, "key", "list", *case).status == 5
    shared = me(folder, "key", "share", "joseph.card", *case)
    assert (shared.status, "2 people" in shared.err) == (0, True)
    assert other(folder, "key", "list", *case).status == 0
    assert me(folder, "key", "backup", "copy.age", *case).status == 0
    paper = me(folder, "key", "recovery", "--print", "--yes-show-secret", *case)
    assert paper.status == 0
    secret = "".join(line for line in paper.out.splitlines()[3:] if line and " " not in line)
    assert secret.startswith("AGE-SECRET-KEY-1")
    id_ = json.loads((folder / "joseph.card").read_text(encoding="ascii"))["id"]
    left = me(folder, "key", "rotate", "--remove", id_, *case)
    assert "old copies still open" in left.err
    assert "1 of redact key backup" in left.err
    assert other(folder, "key", "list", *case).status == 5
    back = other(folder, "key", "recover", "--secret-fd", "0", *case, more=f"{secret}\n")
    assert back.status == 0, back.err
    old = me(folder, "key", "restore", "copy.age", *case)
    assert (old.status, "older" in old.err) == (5, True)
    seen = me(folder, "key", "verify", *case)
    assert (seen.status, "revision 6" in seen.out) == (0, True), seen.out + seen.err
    out = me(
        *(folder, "key", "export", "p1", "--to", "joseph.card", "--reason", "court"),
        *("--expires", "2999-01-01", "-o", "rows.age", *case),
    )
    assert out.status == 0, out.err
    earlier = me(folder, "key", "merge-files", "copy.age", *case)
    assert (earlier.status, "earlier" in earlier.err) == (2, True)
    log = redact("key", "audit", *case, "--identity", "own", "--format", "json", cwd=folder)
    assert [line["action"] for line in json.loads(log.out)["lines"]] == [
        *("made", "add", "share", "backup", "recovery", "rotate", "recover", "export"),
    ]
    assert "holds together" in redact("key", "audit", *case, "--identity", "own", cwd=folder).out
    wrong = me(folder, "key", "destroy", "--backups-until", "2999-01-01", "--id", "K7", *case)
    assert (wrong.status, "second" in wrong.err) == (2, True)
    assert other(folder, "key", "consent", "yes.json", *case).status == 0
    past = ("--consent", "yes.json", "--backups-until", "2020-01-01", "--id", "K7")
    gone = me(folder, "key", "destroy", *past, *case)
    assert (gone.status, "gone by" in gone.err) == (2, True)
    ended = me(
        *(folder, "key", "destroy", "--consent", "yes.json", "--backups-until", "2999-01-01"),
        *("--id", "K7", *case),
    )
    assert ended.status == 0, ended.err
    assert "2999-01-01" in ended.err
    again = me(folder, "key", "restore", "copy.age", *case)
    assert (again.status, "was destroyed" in again.err) == (2, True)
    assert me(folder, "key", "list", *case).status == 5
    for path in folder.rglob("*"):
        assert not path.is_file() or b"Hartwell" not in path.read_bytes()


def test_the_reference_of_the_case_is_no_passphrase(folder: Path, tmp_path: Path) -> None:
    made = ("identity", "create", "--name", "Wren Ashdown", "--identity", "own", "--passphrase-fd", "0")
    reference = "THW-2026-0147-SCR"
    assert redact(*made, stdin=f"{reference}\n", cwd=tmp_path).status == 0  # nobody knows it yet
    started = ("case", "start", "here", "--identity", "own", "--passphrase-fd", "0", "--id", reference)
    begun = redact(*started, stdin=f"{reference}\n", cwd=tmp_path)
    assert (begun.status, "reference" in begun.err) == (2, True)
    assert not (tmp_path / "here").exists()
