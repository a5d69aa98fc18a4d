"""The people of a key at the command line: no name is an argument, and none is shown but by `reveal`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.terminal import Outcome, redact
from tests.keystore.quick_identity import keep_quickly

PASSPHRASE = "seventeen grey otters"
NAMES = ("Hartwell", "Anneke", "Idony", "Pellowick")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("case")
    keep_quickly(made / "own", "Imogen Tarrant", PASSPHRASE)
    assert run(made, "case", "start", "K7", "--id", "K7", case=False).status == 0
    return made


def run(folder: Path, *arguments: str, names: str = "", case: bool = True) -> Outcome:
    given = (*arguments, *(("--case", "K7") if case else ()), "--identity", "own", "--passphrase-fd", "0")
    return redact(*given, stdin=f"{PASSPHRASE}\n{names}", cwd=folder)


def test_from_the_first_name_to_the_log(folder: Path) -> None:
    seen = []
    added = run(
        folder, "key", "add", "--slot", "child", "--from", "-", names="Idony Hartwell\nnickname: Ido\n"
    )
    assert added.status == 0, added.err
    seen.append(added)
    (folder / "mother.txt").write_text("Anneke Hartwell\nmaiden: Anneke Pellowick\n", encoding="utf-8")
    seen.append(run(folder, "key", "add", "--label", "Mother", "--slot", "mother", "--from", "mother.txt"))
    listed = run(folder, "key", "list", "--format", "json")
    seen.append(listed)
    entries = json.loads(listed.out)["entries"]
    assert [(entry["id"], entry["slot"], entry["names"]) for entry in entries] == [
        ("p1", "child", 2),
        ("p2", "mother", 2),
    ]
    assert entries[1]["pseudonym"] == "Mother"
    found = run(folder, "key", "find", "--from", "-", names="hartwell, anneke\nWren\n")
    assert found.status == 1  # Wren is not there
    assert "Mother (p2)" in found.out
    assert "2  not in the key" in found.out
    seen.append(found)
    seen.append(run(folder, "key", "reveal", "Mother", "--reason", "police"))  # into a pipe
    assert seen[-1].status == 2
    seen.append(run(folder, "key", "reveal", "Anneke", "--reason", "police", "--yes-show-names"))
    assert seen[-1].status == 2
    shown = run(folder, "key", "reveal", "mother", "--reason", "police", "--yes-show-names")
    assert "legal: Anneke Hartwell" in shown.out
    assert "Idony" not in shown.out
    for outcome in seen:
        assert not any(name.casefold() in (outcome.out + outcome.err).casefold() for name in NAMES)
    log = (folder / "own" / "keys" / "K7.redactkey.audit").read_text(encoding="ascii")
    assert [json.loads(line)["action"] for line in log.splitlines()] == ["made", "add", "add", "reveal"]
    assert not any(name in log for name in NAMES)


def test_renamed_parted_and_joined(folder: Path) -> None:
    assert (
        run(folder, "key", "add", "--slot", "father", "--from", "-", names="Tam Oakes\nTam Rudd\n").status
        == 0
    )
    listed = json.loads(run(folder, "key", "list", "--format", "json").out)
    father = listed["entries"][-1]["pseudonym"]
    assert run(folder, "key", "rename", father, "Parent 7").status == 0
    assert run(folder, "key", "rename", "Parent 7", "Rudd").status == 2  # a real name
    assert run(folder, "key", "split", "Parent 7", "--from", "-", names="Tam Rudd\n").status == 0
    listed = json.loads(run(folder, "key", "list", "--format", "json").out)
    new = listed["entries"][-1]["id"]
    assert listed["retired"] == [{"pseudonym": father, "of": listed["entries"][-2]["id"]}]
    assert run(folder, "key", "merge", "Parent 7", new).status == 0
    text = run(folder, "key", "list", "--retired").out
    assert "Parent 7" in text
    assert "Tam" not in text


def test_without_a_terminal_no_name_is_waited_for(folder: Path) -> None:
    outcome = run(folder, "key", "add", "--slot", "child")
    assert outcome.status == 2
    assert "--from" in outcome.err
