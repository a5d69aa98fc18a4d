"""`redact key import` at the command line: what is shown, what is asked, and what never leaves the key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.terminal import Outcome, redact
from tests.keystore.quick_identity import keep_quickly

PASSPHRASE = "seventeen grey otters"
FAMILY = (
    "Name,Relationship to child,DOB\nIdony Hartwell,child,04/05/2009\nAnneke Hartwell,mother,01/02/1983\n"
)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with its paper, begun once."""
    folder = tmp_path_factory.mktemp("case")
    keep_quickly(folder / "own", "Imogen Tarrant", PASSPHRASE, "manager")
    assert run(folder, "case", "start", "K7", "--id", "K7").status == 0
    (folder / "K7" / "family.csv").write_text(FAMILY, encoding="utf-8")
    return folder


def run(folder: Path, *arguments: str) -> Outcome:
    given = (*arguments, "--identity", "own", "--passphrase-fd", "0")
    return redact(*given, stdin=PASSPHRASE + "\n", cwd=folder)


def test_masked_until_names_are_asked_for_then_taken_over_by_its_code(case: Path) -> None:
    masked = run(case, "key", "import", "K7/family.csv")
    assert masked.status == 0
    assert "Hartwell" not in masked.out + masked.err
    assert "--agree" not in masked.err  # nobody has seen it
    shown = run(case, "key", "import", "K7/family.csv", "--yes-show-names")
    assert "Anneke Hartwell; born 1 February 1983; mother" in shown.out
    code = re.search(r"--agree (\w+)", shown.err)
    assert code is not None
    wrong = run(case, "key", "import", "K7/family.csv", "--agree", "0" * 12)
    assert wrong.status == 2
    taken = run(case, "key", "import", "K7/family.csv", "--agree", code[1])
    assert (taken.status, taken.out) == (0, "")
    for path in (case / "own").rglob("*"):
        assert not path.is_file() or b"Hartwell" not in path.read_bytes()
    for path in (case / "K7").glob("[cd]*"):
        assert b"Hartwell" not in path.read_bytes()


def test_outside_a_case_and_with_odd_rows(case: Path, tmp_path: Path) -> None:
    (tmp_path / "family.csv").write_text(FAMILY, encoding="utf-8")
    outside = run(case, "key", "import", str(tmp_path / "family.csv"))
    assert outside.status == 2
    assert "case" in outside.err
    odd = run(case, "key", "import", "K7/family.csv", "--without", "all")
    assert odd.status == 2


def test_verify_never_writes_over_what_it_looks_at(case: Path) -> None:
    (case / "K7" / "final.txt").write_text("Parent 1 came.\n", encoding="utf-8")
    refused = run(case, "verify", "K7/final.txt", "-o", "K7/final.txt")
    assert (refused.status, "overwrite" in refused.err) == (2, True)
    assert (case / "K7" / "final.txt").read_text(encoding="utf-8") == "Parent 1 came.\n"
