"""Trying to find out, from the command line: the form, the record, and who may read what was found."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path

import pytest

from tests.cli.terminal import Outcome, redact
from tests.keystore.quick_identity import keep_quickly

PASSPHRASE = "seventeen grey otters"
TEXT = (
    "Serious Case Review: Child J\n\nAnytown Safeguarding Children Board, June 2016\n\n"
    "Child J died in Thornbury in March 2014. The father was convicted of manslaughter at Leeds Crown Court."
    "\n\n"
    "The wallpaper in the back bedroom had been torn away and stuffed into a draughty chimney.\n"
)
WORDS = ("Thornbury", "manslaughter", "wallpaper", "Leeds")
FOUND = "A page of tributes names Kestrelia Wintergreen."
SEARCHED = ("--by", "Rufus Oakley", "--on", "2026-01-05", "--searched", "9")


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own") / "mine"
    keep_quickly(folder, "Imogen Tarrant", PASSPHRASE)
    return folder


@pytest.fixture(scope="module")
def case(mine: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with one report, in which Imogen has recorded that somebody found somebody."""
    folder = tmp_path_factory.mktemp("cases") / "K7"
    assert run("case", "start", folder, "--id", "K7", mine=mine).status == 0
    (folder / "final.txt").write_text(TEXT, encoding="utf-8")
    kept = record(folder, mine, "somebody", "--found-fd", "0", more=FOUND)
    assert (kept.status, "signed" in kept.out) == (0, True), kept.err
    return folder


def run(*arguments: str | Path, mine: Path, more: str = "") -> Outcome:
    return redact(*arguments, "--identity", mine, "--passphrase-fd", "0", stdin=f"{PASSPHRASE}\n{more}")


def record(case: Path, mine: Path, result: str, *further: str | Path, more: str = "") -> Outcome:
    given = ("intruder", "record", case / "final.txt", *SEARCHED, "--result", result, *further)
    return run(*given, mine=mine, more=more)


def test_what_to_search_for_is_told_without_a_word_of_the_report(case: Path) -> None:
    told = redact("intruder", "searches", case / "final.txt")
    assert told.status == 0
    assert "a quotation: line" in told.out
    assert "Where to look:" in told.out
    assert [word for word in WORDS if word in told.out + told.err] == []


def test_the_form_asks_before_it_is_written_and_is_closed_to_others(case: Path, tmp_path: Path) -> None:
    form = tmp_path / "form.html"
    given = ("intruder", "searches", case / "final.txt", "--format", "html", "--show-names")
    for refused in (redact(*given), redact(*given, "-o", form), redact(*given[:-1], "--show-names")):
        assert refused.status == 2
        assert [word for word in WORDS if word in refused.out + refused.err] == []
    assert not form.exists()
    done = redact(*given, "--yes-show-names", "-o", form)
    assert (done.status, done.out) == (0, "")
    assert "destroy it afterwards" in done.err
    assert "draughty chimney" in form.read_text(encoding="utf-8")
    if sys.platform != "win32":  # which has no such modes
        assert stat.S_IMODE(form.stat().st_mode) == 0o600
    over = redact("intruder", "searches", case / "final.txt", "-o", case / "final.txt")
    assert (over.status, (case / "final.txt").read_text(encoding="utf-8")) == (2, TEXT)


def test_what_was_found_is_read_by_the_people_of_the_key_alone(case: Path, mine: Path) -> None:
    line = json.loads((case / "intruder.jsonl").read_text(encoding="ascii").splitlines()[0])
    assert (line["by"], line["result"], line["searched"]) == ("Rufus Oakley", "somebody", 9)
    assert line["strings"]
    assert line["words"].startswith("hmac:")
    for path in [*case.iterdir(), *mine.rglob("*")]:
        assert path.is_dir() or b"Kestrelia" not in path.read_bytes()
    listed = redact("intruder", "show", "--case", case, "--identity", mine)
    assert (listed.status, listed.err) == (0, "")
    assert "somebody of the case was found, 9 searches; recorded by Imogen" in " ".join(listed.out.split())
    assert "OPEN: nobody has decided" in listed.out
    assert "Kestrelia" not in listed.out
    assert run("intruder", "show", "--case", case, "--show-names", mine=mine).status == 2
    shown = run("intruder", "show", case / "final.txt", "--yes-show-names", mine=mine)
    assert "Kestrelia Wintergreen" in shown.out
    assert "of these very files" in shown.out
    nobody = redact(
        "intruder", "show", "--case", case, "--yes-show-names", "--identity", case.parent / "nobody"
    )
    assert (nobody.status, "Kestrelia" in nobody.out) == (5, False)


def test_the_code_alone_needs_no_identity_and_words_do(case: Path, tmp_path: Path) -> None:
    """A record of another file, so that what the others say of the report stays as it is."""
    (case / "other.txt").write_text("Another report, of nobody.\n", encoding="utf-8")
    given = (
        "intruder",
        "record",
        case / "other.txt",
        *SEARCHED,
        "--result",
        "nothing",
        "--identity",
        tmp_path,
    )
    kept = redact(*given)
    assert (kept.status, "not signed" in kept.out) == (0, True)
    assert "your identity is not open" in kept.err
    lines = (case / "intruder.jsonl").read_text(encoding="ascii").splitlines()
    (tmp_path / "found.txt").write_text(FOUND, encoding="utf-8")
    refused = redact(*given, "--found-file", tmp_path / "found.txt")
    assert (refused.status, "leave out what was found" in refused.err) == (5, True)
    assert (case / "intruder.jsonl").read_text(encoding="ascii").splitlines() == lines
    shown = redact("intruder", "show", case / "other.txt", "--identity", tmp_path)
    assert "done: recorded on 2026-01-05: Rufus Oakley found nobody" in " ".join(shown.out.split())
    (case / "other.txt").write_text("Another report, of somebody.\n", encoding="utf-8")
    later = redact("intruder", "show", case / "other.txt", "--identity", tmp_path)
    assert "earlier: the last search" in later.out


def test_two_people_may_decide_that_it_stays(case: Path, mine: Path, tmp_path: Path) -> None:
    digits = json.loads((case / "intruder.jsonl").read_text(encoding="ascii").splitlines()[0])["fingerprint"][
        5:
    ]
    asked = (
        "decide",
        digits,
        "exception",
        "--reason",
        "already-public",
        "--expires",
        "2090-01-31",
        "--case",
        case,
    )
    assert redact(*asked, "--identity", mine).status == 0
    shown = redact("intruder", "show", case / "final.txt", "--identity", mine)
    assert "needs a second person" in shown.out
    assert redact(*asked, "--identity", tmp_path, "--who", "Osgood Peverell").status == 0
    shown = redact("intruder", "show", case / "final.txt", "--identity", mine)
    assert "done: recorded on 2026-01-05" in shown.out


REFUSED: list[tuple[list[str], str, int]] = [
    (["--on", "2999-01-01"], "still to come", 2),
    (["--on", "5.1.2026"], "year-month-day", 2),
    (["--searched", "0"], "from 1 to 10,000", 2),
    (["--searched", "many"], "not a valid integer", 2),
    (["--by", "Two\nlines"], "one line", 2),
    (["--result", "maybe"], "is not one of", 2),
    (["--found-file", "a.txt", "--ask-found"], "given twice", 2),
    (["--found-file", "missing.txt"], "cannot be read", 6),
    (["--ask-found"], "nobody is there to be asked", 2),
    (["--found-fd", "0"], "nothing is said of what was found", 2),
]


@pytest.mark.parametrize(("more", "what", "status"), REFUSED)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    more: list[str], what: str, status: int, case: Path, mine: Path
) -> None:
    before = (case / "intruder.jsonl").read_bytes()
    done = record(case, mine, "nothing", *more)
    assert (done.status, what in done.err) == (status, True), done.err
    assert (case / "intruder.jsonl").read_bytes() == before


def test_a_file_that_is_not_there_and_no_case(case: Path, tmp_path: Path) -> None:
    given = ("intruder", "record", *SEARCHED, "--result", "nothing", "--identity", tmp_path)
    missing = redact(*given, case / "missing.txt", "--case", case)
    assert (missing.status, "it is not there" in missing.err) == (6, True)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    nowhere = redact(*given, tmp_path / "a.txt", cwd=tmp_path)
    assert (nowhere.status, "redact case start" in nowhere.err) == (2, True)
    assert redact("intruder", "show", cwd=tmp_path).status == 2
