"""`redact gate` as somebody types it: begun, named, dated, noted, shown, verified, refused."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from redact.cli.gate import gate
from redact.values.gate_witness import witness_as_text
from tests.cli.terminal import Outcome, redact
from tests.keystore.quick_identity import keep_quickly

PASSPHRASE = "seventeen grey otters"
NOTHING_HEAVY = ("spacy", "presidio_analyzer", "onnxruntime", "lxml", "pikepdf", "pypdfium2", "docx")


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own") / "mine"
    keep_quickly(folder, "Imogen Tarrant", PASSPHRASE)
    return folder


@pytest.fixture(scope="module")
def case(mine: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case whose gate was begun; nothing that a test does to it hinders another."""
    folder = tmp_path_factory.mktemp("cases") / "K7"
    began = run(
        *("case", "start", folder, "--id", "K7", "--edition", "wt2015", "--board", "bath-nes"), mine=mine
    )
    assert began.status == 0, began.err
    begun = run("gate", "start", "--case", folder, mine=mine)
    assert (begun.status, "state: draft" in begun.err) == (0, True), begun.err
    assert begun.out.startswith("begun: gate.jsonl is the log")
    return folder


def run(*arguments: str | Path, mine: Path, cwd: Path | None = None) -> Outcome:
    given = (*arguments, "--identity", mine, "--passphrase-fd", "0")
    return redact(*given, stdin=PASSPHRASE + "\n", cwd=cwd)


def quick(*arguments: str | Path, mine: Path, cwd: Path | None = None) -> Outcome:
    """Run without a passphrase."""
    return redact(*arguments, "--identity", mine, cwd=cwd)


def status_of(case: Path, mine: Path) -> dict[str, object]:
    told = quick("gate", "status", "--case", case, "--format", "json", mine=mine)
    loaded: dict[str, object] = json.loads(told.out)
    return loaded


def test_a_gate_is_begun_once(case: Path, mine: Path) -> None:
    again = run("gate", "start", mine=mine, cwd=case)
    assert (again.status, "was begun already" in again.err) == (2, True)


def test_what_is_done_is_said_with_what_comes_next(case: Path, mine: Path) -> None:
    dated = run("gate", "set-date", "2027-03-24", "--case", case, mine=mine)
    assert (dated.status, dated.out) == (0, "to be published on Wednesday 24 March 2027\n"), dated.err
    named = run("gate", "name", "author", "--name", "Joseph Adeyemi-Clarke", "--case", case, mine=mine)
    assert (named.status, named.out) == (0, "named: author\n"), named.err
    noted = run(
        *("gate", "note", "decided", "--on", "2026-10-05", "--reference", "SCR/7", "--case", case), mine=mine
    )
    assert (noted.status, noted.out) == (0, "noted: decided\n"), noted.err
    nothing = run("gate", "step", "--case", case, mine=mine)
    assert (nothing.status, nothing.out) == (0, "no step can be taken yet\n"), nothing.err
    told = status_of(case, mine)
    assert told["state"] == "draft"
    people = told["people"]
    assert isinstance(people, list)
    assert [one["name"] for one in people] == ["Imogen Tarrant", "Joseph Adeyemi-Clarke"]


@pytest.mark.parametrize(
    ("call", "status", "words"),
    [
        (("clear",), 4, "error: refused (not-now): 'clear' is not done while"),
        (("archive",), 4, "refused (not-now)"),
        (("withdraw", "--reason", "name-left-in"), 4, "refused (not-now)"),
        (("return", "--as", "legal", "--reason", "proceedings"), 4, "refused (not-now)"),
        (("return", "--reason", "other"), 2, "--reference"),
        (("return", "--reason", "nonsense"), 2, "name-left-in"),
        (("note", "aware", "--on", "2999-01-01"), 2, "still to come"),
        (("note", "aware", "--reference", "Mrs Hartwell"), 2, "never a name"),
        (("name", "author"), 2, "either a card or a name"),
        (("name", "author", "--name", "two\nlines"), 2, "a name is one line"),
        (("destroy-key",), 2, "there is no key-destroyed.json"),
        (("set-date", "24 March"), 2, "year-month-day"),
    ],
)
def test_what_may_not_be_done_is_refused(
    call: tuple[str, ...], status: int, words: str, case: Path, mine: Path
) -> None:
    told = run("gate", *call, "--case", case, mine=mine)
    assert told.status == status, told.err
    if words != "never a name":
        assert words in told.err
    assert "Hartwell" not in (case / "gate.jsonl").read_text(encoding="ascii")


def test_without_a_passphrase_nothing_is_written(case: Path, mine: Path) -> None:
    before = (case / "gate.jsonl").read_bytes()
    told = quick("gate", "note", "aware", "--case", case, mine=mine)
    assert (told.status, "needs the passphrase" in told.err) == (5, True)
    assert (case / "gate.jsonl").read_bytes() == before


def test_outside_a_case_and_before_a_gate_is_begun_that_is_said(tmp_path: Path, mine: Path) -> None:
    assert "this is no folder of a case" in quick("gate", "status", mine=mine, cwd=tmp_path).err
    folder = tmp_path / "K8"
    assert run("case", "start", folder, "--id", "K8", mine=mine).status == 0
    told = quick("gate", "status", "--case", folder, mine=mine)
    assert (told.status, "redact gate start" in told.err) == (2, True)
    unsure = run("gate", "start", "--case", folder, mine=mine)
    assert (unsure.status, "which edition" in unsure.err) == (2, True)
    assert not (folder / "gate.jsonl").exists()


def test_the_status_is_told_on_the_screen_and_in_a_file(case: Path, mine: Path, tmp_path: Path) -> None:
    told = quick("gate", "status", mine=mine, cwd=case)
    assert (told.status, told.err) == (0, "")  # the next step, to attach files, may be taken
    assert told.out.startswith("Case K7 - wt2015 - bath-nes - published in full\n")
    out = tmp_path / "status.json"
    assert quick("gate", "status", "--case", case, "--format", "json", "-o", out, mine=mine).out == ""
    assert json.loads(out.read_text(encoding="utf-8"))["schema"] == "redact-gate/1"


def test_verify_holds_a_log_against_what_others_have(case: Path, mine: Path, tmp_path: Path) -> None:
    log = status_of(case, mine)["log"]
    assert isinstance(log, dict)
    page = tmp_path / "certificate.html"
    page.write_text(f"<p>{witness_as_text(log['lines'], log['head'])}</p>", encoding="utf-8")
    told = quick("gate", "verify", "--case", case, "--certificate", page, mine=mine)
    assert (told.status, told.err) == (0, "")
    assert "the gate is whole" in told.out
    assert "Held against 1 head" in told.out
    typed = f"{log['lines']} {'10'[log['head'][0] == '1'] + log['head'][1:]}"
    wrong = quick("gate", "verify", "--case", case, "--head", typed, "--format", "json", mine=mine)
    assert wrong.status == 4
    assert [one["line"] for one in json.loads(wrong.out)["faults"]] == [log["lines"]]
    bad = quick("gate", "verify", "--case", case, "--head", "37", mine=mine)
    assert (bad.status, "64 hex digits" in bad.err) == (2, True)


def test_a_log_that_was_touched_stops_every_command_and_verify_says_where(
    case: Path, mine: Path, tmp_path: Path
) -> None:
    other = tmp_path / "K7"
    other.mkdir()
    for path in case.iterdir():
        if path.is_file():
            (other / path.name).write_bytes(path.read_bytes())
    log = other / "gate.jsonl"
    log.write_bytes(log.read_bytes().replace(b'"mode":"full"', b'"mode":"fuel"'))
    assert quick("gate", "status", "--case", other, mine=mine).status == 5
    assert run("gate", "note", "aware", "--case", other, mine=mine).status == 5
    told = quick("gate", "verify", "--case", other, mine=mine)
    assert (told.status, "line 1 of the log" in told.out) == (4, True)


@pytest.mark.parametrize("command", ["status", "verify"])
def test_what_only_looks_asks_for_nothing_and_loads_nothing_heavy(
    command: str, case: Path, mine: Path, tmp_path: Path
) -> None:
    # Their card alone: neither the identity nor the key is there to be opened.
    (tmp_path / "identity.card").write_bytes((mine / "identity.card").read_bytes())
    code = (
        "import sys\n"
        "from redact.cli.shell import run\n"
        f"status = run(['gate', {command!r}, '--case', {str(case)!r}, '--identity', {str(tmp_path)!r}])\n"
        f"loaded = sorted(set({NOTHING_HEAVY!r}) & set(sys.modules))\n"
        "print('loaded:', *loaded)\n"
        "sys.exit(int(status))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "loaded:"


def test_every_command_of_the_gate_says_what_it_is_for() -> None:
    for name, command in gate.commands.items():
        assert command.help, name
        assert len(command.get_short_help_str(200)) > 20, name
