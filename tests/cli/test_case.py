"""Cases and identities from the command line: what is asked, what is refused, what a check makes of them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from redact.keystore import home
from redact.keystore.cards import card_as_text, in_groups
from redact.keystore.identity import unlock
from tests.cli.terminal import PROGRAM, Outcome, redact
from tests.cli.test_terminal import typed
from tests.keystore.people import joseph, mallory
from tests.keystore.quick_identity import lock_quickly

PASSPHRASE = "seventeen grey otters"
TEXT = "Mother: Kestrelia Wintergreen\n"
ON_A_TERMINAL = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX pseudo-terminal")


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An identity of Imogen's, made and opened once as a user's is; its file then opens at once."""
    folder = tmp_path_factory.mktemp("own") / "mine"
    made = redact(
        *("identity", "create", "--name", "Imogen Tarrant", "--role", "manager", "--identity", folder),
        *("--passphrase-fd", "0"),
        stdin=PASSPHRASE + "\n",
    )
    assert (made.status, made.out) == (0, "")
    assert in_groups(home.own_card(folder).id) in made.err
    identity = unlock(home.wrapped(folder), PASSPHRASE)
    assert identity.card == home.own_card(folder)
    (folder / home.IDENTITY).write_bytes(lock_quickly(identity, PASSPHRASE))
    home.trust(folder, joseph().card)
    return folder


@pytest.fixture(scope="module")
def case(mine: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cases") / "K7"
    (folder.parent / "joseph.card").write_text(card_as_text(joseph().card), encoding="utf-8")
    begun = as_imogen(
        *("case", "start", folder, "--id", "K7", "--edition", "wt2018", "--initiated", "2026-03-02"),
        *("--audience", "panel", "--board", "Thornwick", "--for", folder.parent / "joseph.card"),
        mine=mine,
    )
    assert (begun.status, begun.out) == (0, ""), begun.err
    (folder / "report.txt").write_text(TEXT, encoding="utf-8")
    return folder


def as_imogen(
    *arguments: str | Path, mine: Path, passphrase: str = PASSPHRASE, cwd: Path | None = None
) -> Outcome:
    given = (*arguments, "--identity", mine, "--passphrase-fd", "0")
    return redact(*given, stdin=passphrase + "\n", cwd=cwd)


# ---------------------------------------------------------------- identities


def test_a_card_is_for_others_and_holds_no_secret(mine: Path, tmp_path: Path) -> None:
    shown = redact("identity", "show", "--identity", mine)
    assert (shown.status, json.loads(shown.out)["name"]) == (0, "Imogen Tarrant")
    assert "SECRET" not in shown.out
    redact("identity", "show", "--identity", mine, "--output", tmp_path / "my.card")
    assert home.read_card(tmp_path / "my.card") == home.own_card(mine)


def test_an_identity_is_never_made_over_another(mine: Path) -> None:
    before = (mine / "identity.age").read_bytes()
    again = as_imogen("identity", "create", "--name", "Imogen", mine=mine)
    assert (again.status, "already" in again.err) == (2, True)
    assert (mine / "identity.age").read_bytes() == before


@pytest.mark.parametrize(
    ("passphrase", "why"),
    [
        ("", "empty passphrase"),
        ("short", "at least 14"),
        ("a" * 20, "over and over"),
        ("wren ashdown 2026", "your own name"),  # which the card says to everybody
    ],
)
def test_a_weak_passphrase_makes_nothing(passphrase: str, why: str, tmp_path: Path) -> None:
    named = ("identity", "create", "--name", "Wren Ashdown")
    made = as_imogen(*named, mine=tmp_path / "new", passphrase=passphrase)
    assert (made.status, why in made.err) == (2, True)
    assert not (tmp_path / "new").exists()


def test_without_a_terminal_nothing_waits(case: Path, tmp_path: Path) -> None:
    made = redact("identity", "create", "--name", "Imogen", "--identity", tmp_path / "new")
    assert (made.status, "--passphrase-fd" in made.err) == (2, True)
    begun = redact("case", "start", tmp_path / "K8", "--id", "K8", "--identity", tmp_path / "new")
    assert (begun.status, "redact identity create" in begun.err) == (5, True)
    unnamed = redact("identity", "create", "--identity", tmp_path / "new")
    assert (unnamed.status, "--name" in unnamed.err) == (2, True)


@pytest.mark.parametrize("descriptor", ["97", "-1", "x"])
def test_a_descriptor_that_is_none(descriptor: str, mine: Path, tmp_path: Path) -> None:
    begun = redact(
        *("case", "start", tmp_path / "K8", "--id", "K8", "--identity", mine, "--passphrase-fd", descriptor)
    )
    assert begun.status == 2
    assert not (tmp_path / "K8").exists()


def test_a_passphrase_is_no_option_and_no_variable() -> None:
    for command in (["identity", "create"], ["case", "start"], ["check"], ["clean"]):
        shown = redact(*command, "--help").out
        assert "--passphrase-fd" in shown
        assert "--passphrase " not in shown
        assert "environment" not in shown


def test_a_card_is_trusted_by_its_whole_id(mine: Path, tmp_path: Path) -> None:
    card = tmp_path / "mallory.card"
    card.write_text(card_as_text(mallory().card), encoding="utf-8")
    trust = ("identity", "trust", card, "--identity", mine)
    assert redact(*trust).status == 2  # nobody is there to compare
    assert redact(*trust, "--id", in_groups(joseph().card.id)).status == 2
    assert redact(*trust, "--id", in_groups(mallory().card.id)[:-1]).status == 2
    assert mallory().card not in home.trusted(mine)
    trusted = redact(*trust, "--id", in_groups(mallory().card.id))
    assert (trusted.status, "Mallory" in trusted.err) == (0, False)
    assert mallory().card in home.trusted(mine)
    (mine / "trusted" / f"{mallory().card.id}.card").unlink()


@ON_A_TERMINAL
def test_at_a_terminal_words_are_offered_and_the_passphrase_is_typed_twice(tmp_path: Path) -> None:
    answers = (
        ("Your name", "Imogen Tarrant"),
        ("Enter to take them", "short"),
        ("at least 14(?s:.*)Enter to take them", PASSPHRASE),
        ("once more", PASSPHRASE + "s"),
        ("another one(?s:.*)Enter to take them", PASSPHRASE),
        ("once more", PASSPHRASE),
    )
    status, shown = typed("identity", "create", "--identity", tmp_path / "mine", answers=answers)
    assert status == 0, shown
    offered = shown.split("drawn by lot: ")[1].splitlines()[0]
    assert len(offered.split()) == 6
    assert PASSPHRASE not in shown
    assert home.own_card(tmp_path / "mine").name == "Imogen Tarrant"


@ON_A_TERMINAL
def test_at_a_terminal_the_id_of_a_card_is_compared(mine: Path, tmp_path: Path) -> None:
    card = tmp_path / "mallory.card"
    card.write_text(card_as_text(mallory().card), encoding="utf-8")
    question = "Has its owner told you"
    status, shown = typed("identity", "trust", card, "--identity", mine, answers=((question, "n"),))
    assert status == 130
    assert in_groups(mallory().card.id) in shown
    assert mallory().card not in home.trusted(mine)


# ---------------------------------------------------------------- cases


def test_a_case_says_what_holds_for_it(case: Path, mine: Path) -> None:
    shown = redact("case", "show", "--identity", mine, cwd=case)
    assert shown.status == 0
    for words in ("K7", "wt2018", "2026-03-02", "panel", "full", "Thornwick", "there"):
        assert words in shown.out
    assert str(mine) not in shown.out  # into a pipe, no path


def test_a_case_is_not_begun_twice_and_its_key_lies_elsewhere(case: Path, mine: Path) -> None:
    before = (mine / "keys" / "K7.redactkey").read_bytes()
    assert as_imogen("case", "start", case, "--id", "K9", mine=mine).status == 2
    assert (mine / "keys" / "K7.redactkey").read_bytes() == before
    assert not (mine / "keys" / "K9.redactkey").exists()
    assert sorted(path.name for path in case.iterdir()) == [
        *("case.toml", "check.age", "decisions.jsonl", "report.txt")
    ]


@pytest.mark.parametrize("id_", ["../K8", "Case 8", "nul", ""])
def test_an_id_is_safe(id_: str, mine: Path, tmp_path: Path) -> None:
    begun = redact("case", "start", tmp_path / "K8", "--id", id_, "--identity", mine)
    assert (begun.status, "1 to 40" in begun.err) == (2, True)
    assert not (tmp_path / "K8").exists()


def test_an_id_that_may_be_a_name_is_warned_of(tmp_path: Path) -> None:
    begun = redact("case", "start", tmp_path / "K8", "--id", "Brackenthwaite", "--identity", tmp_path)
    assert "take a number" in begun.err
    assert "Brackenthwaite" not in begun.err


def test_a_wrong_passphrase_ends_with_status_5(case: Path, mine: Path) -> None:
    # With a space at its end it is another.
    done = as_imogen("check", case / "report.txt", mine=mine, passphrase=PASSPHRASE + " ")
    assert (done.status, done.out) == (5, "")
    assert PASSPHRASE not in done.err


# ---------------------------------------------------------------- checks in a case


def test_a_check_in_a_case_gives_the_same_fingerprints_twice(case: Path, mine: Path) -> None:
    check = ("check", case / "report.txt", "--format", "json", "--identity", mine, "--passphrase-fd", "0")
    # Each begins by itself, with a seed of its own for Python's hashes.
    first, second = (redact(*check, stdin=PASSPHRASE + "\n", program=PROGRAM) for _ in range(2))
    assert first.status == 1
    answer = json.loads(first.out)
    assert answer["documents"] == json.loads(second.out)["documents"]
    assert "hmac:" in first.out
    assert (answer["fingerprint_scope"], answer["audience"]) == ("case", "panel")
    assert answer["edition"]["id"] == "wt2018"
    assert "settings from the case: edition wt2018, audience panel, mode full" in first.err


def test_who_cannot_open_the_case_is_told_in_one_line(case: Path, mine: Path) -> None:
    shut = redact("check", case / "report.txt", "--format", "json", "--identity", mine)
    assert shut.status == 1
    assert json.loads(shut.out)["fingerprint_scope"] == "run"
    assert json.loads(shut.out)["audience"] == "panel"  # its settings stand in the clear
    assert [line for line in shut.err.splitlines() if "this run only" in line and "no passphrase" in line]


def test_a_case_is_named_and_an_option_stands_over_it(case: Path, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    here = ("check", tmp_path / "report.txt", "--identity", tmp_path / "none")
    named = redact(*here, "--case", case, "--audience", "public")
    assert "settings from the case: edition wt2018, mode full" in named.err
    assert "no identity" in named.err
    wrong = redact("check", tmp_path / "report.txt", "--case", tmp_path)
    assert (wrong.status, "no folder of a case" in wrong.err) == (2, True)


def test_clean_and_text_know_the_case(case: Path, mine: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    cleaned = as_imogen("clean", case / "report.txt", "-o", copy, mine=mine)
    assert (cleaned.status, copy.read_text(encoding="utf-8")) == (1, TEXT)
    assert "this run only" not in cleaned.err
    assert redact("text", case / "report.txt", "--case", case).out == TEXT
    assert redact("text", case / "report.txt", "--case", tmp_path).status == 2


@ON_A_TERMINAL
def test_at_a_terminal_the_passphrase_is_asked_for_and_can_be_left_out(case: Path, mine: Path) -> None:
    question = ("Enter to check outside the case", "")
    status, shown = typed("check", case / "report.txt", "--identity", mine, answers=(question,))
    assert status == 1
    assert "this run only" in shown


def test_a_folder_above_that_is_missing_is_said(mine: Path, tmp_path: Path) -> None:
    begun = as_imogen("case", "start", tmp_path / "none" / "K8", "--id", "K8", mine=mine)
    assert (begun.status, "cannot be made" in begun.err) == (6, True)
    assert not (mine / "keys" / "K8.redactkey").exists()
