"""What opens no key says each why, in words of its own, with status 5; and nothing was changed by it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from redact.errors import KeyDamaged, NotForYou
from redact.keystore import home
from redact.keystore.identity import Identity, unlock
from redact.keystore.seal import seal, unseal
from tests.cli.terminal import Outcome, redact
from tests.keystore.people import mallory
from tests.keystore.quick_identity import keep_quickly

FIRST, SECOND = "seventeen grey otters", "eleven quiet herons"
KEY = Path("keys", "K7.redactkey")


def run(folder: Path, *arguments: str, own: str = "own", passphrase: str = FIRST, more: str = "") -> Outcome:
    given = (*arguments, "--identity", own, "--passphrase-fd", "0")
    return redact(*given, stdin=f"{passphrase}\n{more}", cwd=folder)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of Imogen's, with a copy of its key from before Joseph was taken out."""
    made = tmp_path_factory.mktemp("case")
    (made / "keys").mkdir()
    keep_quickly(made / "own", "Imogen Tarrant", FIRST, "overview author")
    keep_quickly(made / "his", "Joseph Orr", SECOND, "panel")
    for own, card in (("own", "hers.card"), ("his", "his.card")):
        redact("identity", "show", "-o", card, "--identity", own, cwd=made)
    for own, card in (("own", "his.card"), ("his", "hers.card")):
        id_ = json.loads((made / card).read_text(encoding="ascii"))["id"]
        redact("identity", "trust", card, "--id", id_, "--identity", own, cwd=made)
    assert run(made, "case", "start", "K7", "--id", "K7", "--key", str(made / KEY)).status == 0
    assert run(made, "key", "share", "his.card", "--case", "K7").status == 0
    shutil.copy(made / KEY, made / "old.redactkey")
    his = json.loads((made / "his.card").read_text(encoding="ascii"))["id"]
    assert run(made, "key", "rotate", "--remove", his, "--case", "K7").status == 0
    return made


def hers(folder: Path) -> Identity:
    return unlock(home.wrapped(folder / "own"), FIRST)


def his(folder: Path) -> Identity:
    return unlock(home.wrapped(folder / "his"), SECOND)


def content(folder: Path) -> dict[str, Any]:
    return unseal((folder / KEY).read_bytes(), "key", "K7", identity=hers(folder), trusted=()).content


def sealed(folder: Path, signer: Identity, case: str = "K7", **changes: object) -> bytes:
    told = {**content(folder), **changes}
    return seal("key", case, told, signer=signer, recipients=[hers(folder).card.age])


def spliced(folder: Path) -> bytes:
    """Made by one of its people, of another key than the one before it."""
    return sealed(folder, hers(folder), revision=content(folder)["revision"] + 1, previous_sha256="0" * 64)


def flipped(folder: Path, line: int, at: int, bit: int = 1) -> bytes:
    lines = (folder / KEY).read_bytes().split(b"\n")
    lines[line] = lines[line][:at] + bytes((lines[line][at] ^ bit,)) + lines[line][at + 1 :]
    return b"\n".join(lines)


def flipped_for_her(folder: Path) -> bytes:
    """Flip the first bit of what is sealed for Imogen that leaves it reading as sealed for somebody."""
    for at in range(64):
        for bit in (1, 2, 4, 8):
            data = flipped(folder, 2, at, bit)
            try:
                unseal(data, "key", "K7", identity=hers(folder), trusted=())
            except NotForYou:
                return data
            except KeyDamaged:
                continue
    raise AssertionError("no bit does")


Made = Callable[[Path], bytes]
# What lies in the place of the key, and the words by which its error is known from every other.
FILES: dict[str, tuple[Made, str]] = {
    "an older revision": (lambda at: (at / "old.redactkey").read_bytes(), "older key lies in the place"),
    "a false signature": (
        lambda at: sealed(at, replace(mallory(), card=hers(at).card)),
        "signature is not of",
    ),
    "somebody unknown": (lambda at: sealed(at, mallory()), "card is not trusted here: it may be forged"),
    "one who is none of its people": (
        lambda at: sealed(at, his(at), updated_by=his(at).card.id),
        "signed by somebody who is none of its people",
    ),
    "signed by another than it says": (lambda at: sealed(at, his(at)), "says otherwise of itself"),
    "a spliced chain": (spliced, "does not follow the one before it"),
    "the key of another case": (lambda at: sealed(at, hers(at), "K8"), "another case"),
    "another sealed file": (lambda at: (at / "K7" / "check.age").read_bytes(), "another kind"),
    "a letter of the text": (lambda at: flipped(at, 9, 40), "something in it is not as it was written"),
    "a letter of what is sealed for her": (flipped_for_her, "is not the file that was saved last"),
    "cut short": (lambda at: (at / KEY).read_bytes()[:400], "cut short"),
    "no byte at all": (lambda _at: b"", "is empty"),
    "a text": (lambda _at: b"Dear colleague, here is the key.\n", "no sealed file of redact"),
}
# Who asks, with which passphrase, and the words.
PEOPLE: dict[str, tuple[str, str, str]] = {
    "a wrong passphrase": ("own", "seventeen gray otters", "the passphrase does not open the identity"),
    "a space at its end": ("own", FIRST + " ", "the passphrase does not open the identity"),
    "an empty passphrase": ("own", "", "is empty"),
    "who has left": ("his", SECOND, "you were taken out of this key with revision 3"),
    "who has no identity": ("nobody", FIRST, "no identity"),
    "who never was of them": ("hers", SECOND, "you are not among them"),
}


@pytest.fixture(scope="module")
def answers(folder: Path) -> dict[str, Outcome]:
    """What `key list` says in each of these cases."""
    keep_quickly(folder / "hers", "Wren Ashdown", SECOND, "panel")
    whole = (folder / KEY).read_bytes()
    said = {}
    for what, (makes, _) in FILES.items():
        (folder / KEY).write_bytes(makes(folder))
        said[what] = run(folder, "key", "list", "--case", "K7")
        (folder / KEY).write_bytes(whole)
    for who, (own, passphrase, _) in PEOPLE.items():
        said[who] = run(folder, "key", "list", "--case", "K7", own=own, passphrase=passphrase)
    return said


@pytest.mark.parametrize("what", [*FILES, *PEOPLE])
def test_each_says_what_it_is(what: str, answers: dict[str, Outcome]) -> None:
    words = FILES[what][1] if what in FILES else PEOPLE[what][2]
    asked = answers[what]
    assert (asked.status, asked.out, words in asked.err) == (5, "", True), asked.err
    assert asked.err.count("\n") == 2  # what happened, and what to do


def test_no_two_say_the_same_or_advise_the_same(answers: dict[str, Outcome]) -> None:
    alike = {"a space at its end"}  # a wrong passphrase too
    lines = [asked.err.splitlines() for what, asked in answers.items() if what not in alike]
    assert len({line[0] for line in lines}) == len(lines)
    # One remedy serves wherever what lies there was signed by one of its people and is odd.
    assert len({line[1] for line in lines}) >= len(lines) - 1


def test_what_was_put_in_is_not_saved_over_either(folder: Path) -> None:
    whole, forged = (folder / KEY).read_bytes(), spliced(folder)
    (folder / KEY).write_bytes(forged)
    asked = run(folder, "key", "add", "--slot", "aunt", "--from", "-", "--case", "K7", more="Wren Oakes\n")
    left = (folder / KEY).read_bytes()
    (folder / KEY).write_bytes(whole)
    assert (asked.status, left == forged, "does not follow" in asked.err) == (5, True, True), asked.err


def test_a_key_opens_for_whom_it_is_sealed(folder: Path) -> None:
    assert run(folder, "key", "list", "--case", "K7").status == 0


def test_the_reference_of_the_case_makes_no_key(folder: Path, tmp_path: Path) -> None:
    reference = "THW-2026-0147-SCR"
    who = {"own": str(tmp_path / "new"), "passphrase": reference}
    assert run(folder, "identity", "create", "--name", "Wren Ashdown", **who).status == 0
    begun = run(folder, "case", "start", str(tmp_path / "here"), "--id", reference, "--without-key")
    assert begun.status == 0, begun.err
    made = run(folder, "key", "init", "--yes", "--case", str(tmp_path / "here"), **who)
    assert (made.status, "reference" in made.err) == (2, True)
