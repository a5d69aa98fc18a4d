"""Deciding from the command line: kept, listed, counted in the next check, and held against one before."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.terminal import Outcome, redact
from tests.keystore.quick_identity import keep_quickly

PASSPHRASE = "seventeen grey otters"
NAME, OTHER = "Kestrelia Wintergreen", "Osgood"
TEXT = (
    f"Mother: {NAME}\n\nLater the family moved to another town with Mrs {OTHER} of the school in June.\n\n"
    "The health visitor came twice in that year and saw nothing of it.\n"
)
KIND = ("--kind", "other")


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own") / "mine"
    keep_quickly(folder, "Imogen Tarrant", PASSPHRASE)
    return folder


@pytest.fixture(scope="module")
def case(mine: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with one report that was checked once, as Imogen, who has decided about the second finding."""
    folder = tmp_path_factory.mktemp("cases") / "K7"
    assert run("case", "start", folder, "--id", "K7", "--edition", "wt2015", mine=mine).status == 0
    (folder / "report.txt").write_text(TEXT, encoding="utf-8")
    checked = check(folder, mine, "-o", folder / "before.json")
    assert checked.status == 1, checked.err
    decided = run(
        *("decide", prints(folder)[1][5:13], "mistaken", "--reason", "not-a-name"),
        *("--from", folder / "before.json", "--case", folder),
        mine=mine,
    )
    assert (decided.status, decided.err) == (0, "")
    assert "kept: mistaken (not-a-name), by Imogen Tarrant, signed" in decided.out
    assert "cleared: it is not what it was taken for" in decided.out
    return folder


def run(*arguments: str | Path, mine: Path, cwd: Path | None = None) -> Outcome:
    given = (*arguments, "--identity", mine, "--passphrase-fd", "0")
    return redact(*given, stdin=PASSPHRASE + "\n", cwd=cwd)


def quick(*arguments: str | Path, mine: Path) -> Outcome:
    """Run as Imogen, who types no passphrase."""
    return redact(*arguments, "--identity", mine)


def check(case: Path, mine: Path, *more: str | Path) -> Outcome:
    return run("check", case / "report.txt", *KIND, "--format", "json", *more, mine=mine)


def load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def prints(case: Path) -> list[str]:
    findings = load(case / "before.json")["documents"][0]["findings"]
    assert [finding["severity"] for finding in findings] == ["block", "block"]
    return [finding["fingerprint"] for finding in findings]


def test_what_is_decided_counts_in_the_next_check_and_survives_an_edit(case: Path, mine: Path) -> None:
    first, second = prints(case)
    moved = "A new first paragraph stands here.\n\n" + TEXT.replace(NAME, "the mother")
    (case / "report.txt").write_text(
        f"{moved}\n\nHer aunt is called Mrs Peverell by everybody.\n", encoding="utf-8"
    )
    since = check(case, mine, "--since", case / "before.json")
    whole = json.loads(since.out)
    findings = {one["fingerprint"]: one for one in whole["documents"][0]["findings"]}
    assert findings[second]["decision"]["effect"] == "cleared"
    assert findings[second]["decision"]["by"][0]["signed"] is True
    assert first not in findings
    told = whole["since"]
    assert [thing["fingerprint"] for thing in told["gone"]] == [first]
    assert [thing["fingerprint"] for thing in told["decided"]] == [second]
    assert [thing["rule"] for thing in told["new"]] == ["person-name"]
    assert (told["still_open"], told["differs"], since.status) == ([], [], 1)
    before = load(case / "before.json")["tool"]["settings_digest"]
    assert whole["tool"]["settings_digest"] != before
    assert whole["case"] == load(case / "before.json")["case"]


def test_decisions_are_listed_by_answer(case: Path, mine: Path) -> None:
    target = prints(case)[0]
    gone = "hmac:" + "9f" * 16
    # Without the passphrase the card still says who decides; the signature is missing.
    assert quick("decide", target, gone, "change", "--case", case, mine=mine).status == 0
    listed = quick("decisions", "--case", case, "--from", case / "before.json", mine=mine)
    assert (listed.status, listed.err) == (0, "")
    assert "Change: it is to be changed (2)" in listed.out
    assert "9f9f9f9f  change: to-be-changed, Imogen Tarrant" in listed.out
    assert "nothing in these documents" in listed.out
    assert listed.out.isascii()
    unused = quick(
        *("decisions", "--case", case, "--from", case / "before.json", "--unused", "--format", "json"),
        mine=mine,
    )
    content = json.loads(unused.out)
    assert (content["schema"], content["case"]) == ("redact-decisions/1", "K7")
    assert [(one["fingerprint"], one["used"], one["counts"]) for one in content["decisions"]] == [
        (gone, [], True)
    ]
    out = case.parent / "expired.json"
    none = quick("decisions", "--case", case, "--expired", "--format", "json", "-o", out, mine=mine)
    assert (none.status, none.out, load(out)["decisions"]) == (0, "", [])


def test_unused_may_be_asked_of_the_documents_themselves(case: Path, mine: Path) -> None:
    unused = run("decisions", case / "report.txt", "--case", case, "--unused", mine=mine)
    assert unused.status == 0, unused.err
    assert "9f9f9f9f" in unused.out
    assert prints(case)[1][5:13] not in unused.out
    nobody = redact("decisions", case / "report.txt", "--case", case, "--identity", case.parent / "nobody")
    assert (nobody.status, "in the case only" in nobody.err) == (5, True)


def test_somebody_without_an_identity_says_who_they_are(case: Path) -> None:
    target, nobody = prints(case)[0], case.parent / "nobody"
    asked = ("decide", target, "exception", "--reason", "court-direction", "--expires", "2090-01-31")
    given = (*asked, "--reference", "12/3", "--case", case, "--identity", nobody)
    refused = redact(*given)
    assert (refused.status, "nobody can tell who decides" in refused.err) == (2, True)
    kept = redact(*given, "--who", "Rufus Oakley", "--from", case / "before.json")
    assert (kept.status, kept.err) == (0, "")
    assert "until 2090-01-31, by Rufus Oakley, not signed" in kept.out


REFUSED = [
    (["decide", "0a0a0a0a", "keep", "--reason", "public-office"], "without a report"),
    (["decide", "{print}", "keep", "--reason", "public-office", "--from", "{report}"], "this blocks"),
    (["decide", "{print}", "looked-at", "--from", "{report}"], "looked-at is for what could not be read"),
    (["decide", "{print}", "mistaken"], "needs a reason"),
    (["decide", "{print}", "exception", "--reason", "public-body"], "ends on a day"),
    (["decide", "{print}", "change", "--expires", "2020-01-01"], "has passed"),
    (["decide", "{print}", "change", "--who", "Somebody Else"], "another name"),
    (["decide", "{print}", "change", "--reference", "her aunt"], "a reference is the number"),
    (["decide", "{print}", "change", "--from", "{other}"], "not made in this case"),
    (["decide", "Kestrelia", "change"], "32 hex digits"),
    (["decisions", "--unused"], "nothing is there"),
    (["decisions", "--from", "{other}"], "not made in this case"),
]


@pytest.mark.parametrize(("arguments", "words"), REFUSED)
def test_what_cannot_be_decided_is_refused_and_nothing_is_written(
    arguments: list[str], words: str, case: Path, mine: Path
) -> None:
    other = case.parent / "other.json"
    other.write_text(
        (case / "before.json").read_text(encoding="utf-8").replace('"id": "K7"', '"id": "K8"'),
        encoding="utf-8",
    )
    before = (case / "decisions.jsonl").read_bytes()
    values = {"print": prints(case)[0], "report": str(case / "before.json"), "other": str(other)}
    outcome = quick(*(text.format(**values) for text in arguments), "--case", case, mine=mine)
    assert (outcome.status, outcome.out) == (2, "")
    assert words in outcome.err
    assert "hint:" in outcome.err
    assert (case / "decisions.jsonl").read_bytes() == before


@pytest.mark.parametrize("arguments", [["decide", "0a" * 16, "change"], ["decisions"]])
def test_outside_a_case_nothing_is_decided(arguments: list[str], tmp_path: Path) -> None:
    outcome = redact(*arguments, cwd=tmp_path)
    assert (outcome.status, "no folder of a case" in outcome.err) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_two_reports_are_compared_in_one_case_only(case: Path, mine: Path) -> None:
    outside = redact(
        "check", case / "report.txt", "--since", case / "before.json", "--identity", case.parent / "none"
    )
    assert (outside.status, outside.out) == (2, "")
    assert "outside a case no two reports" in outside.err
    forged = case.parent / "forged.json"
    whole = load(case / "before.json")
    whole["case"]["mark"] = "hmac:" + "0" * 32
    forged.write_text(json.dumps(whole), encoding="utf-8")
    assert "in another case" in check(case, mine, "--since", forged).err
    broken = case.parent / "broken.json"
    broken.write_bytes((case / "before.json").read_bytes()[:500])
    damaged = check(case, mine, "--since", broken)
    assert (damaged.status, damaged.out, "cut short" in damaged.err) == (6, "", True)


def test_a_damaged_line_stops_the_check_with_its_number(case: Path, mine: Path) -> None:
    ledger = case / "decisions.jsonl"
    whole = ledger.read_bytes()
    ledger.write_bytes(whole + NAME.encode() + b"\n")
    number = len(whole.splitlines()) + 1
    try:
        for outcome in (check(case, mine), quick("decisions", "--case", case, mine=mine)):
            assert (outcome.status, outcome.out) == (6, "")
            assert f"line {number} of decisions.jsonl" in outcome.err
            assert NAME not in outcome.err
    finally:
        ledger.write_bytes(whole)


def test_an_altered_line_stops_the_check(case: Path, mine: Path) -> None:
    ledger = case / "decisions.jsonl"
    whole = ledger.read_bytes()
    ledger.write_bytes(whole.replace(b'"mistaken"', b'"keep"', 1).replace(b"not-a-name", b"public-office", 1))
    try:
        outcome = check(case, mine)
        assert (outcome.status, "the signature in line 1" in outcome.err) == (5, True)
    finally:
        ledger.write_bytes(whole)


def test_no_name_of_a_document_is_in_what_is_kept(case: Path) -> None:
    for name in (NAME, NAME.split()[0], OTHER, "Peverell"):
        assert name not in (case / "decisions.jsonl").read_text(encoding="ascii")
