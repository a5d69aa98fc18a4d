"""What opens no key says each why, in words of its own, with status 5; and nothing was changed by it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from redact.keystore import home
from redact.keystore.identity import Identity, unlock
from redact.keystore.seal import seal, unseal
from tests.cli.terminal import Outcome, redact
from tests.keystore.people import mallory

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
    run(made, "identity", "create", "--name", "Imogen Tarrant", "--role", "overview author")
    run(made, "identity", "create", "--name", "Joseph Orr", "--role", "panel", own="his", passphrase=SECOND)
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


def content(folder: Path) -> dict[str, object]:
    return unseal((folder / KEY).read_bytes(), "key", "K7", identity=hers(folder), trusted=()).content


def sealed(folder: Path, signer: Identity, case: str = "K7") -> bytes:
    return seal("key", case, content(folder), signer=signer, recipients=[hers(folder).card.age])


def flipped(folder: Path) -> bytes:
    data = bytearray((folder / KEY).read_bytes())
    data[len(data) // 2] ^= 1
    return bytes(data)


Made = Callable[[Path], bytes]
FORGED: dict[str, tuple[Made, str]] = {
    "an older revision in its place": (lambda at: (at / "old.redactkey").read_bytes(), "older key"),
    "a false signature": (lambda at: sealed(at, replace(mallory(), card=hers(at).card)), "signature"),
    "somebody unknown": (lambda at: sealed(at, mallory()), "card is not trusted"),
    "the key of another case": (lambda at: sealed(at, hers(at), "K8"), "another case"),
    "a flipped bit": (flipped, "damaged"),
    "no key at all": (lambda _at: b"", "damaged"),
}


@pytest.mark.parametrize("what", sorted(FORGED))
def test_a_key_that_was_exchanged(what: str, folder: Path) -> None:
    makes, words = FORGED[what]
    before = (folder / KEY).read_bytes()
    try:
        (folder / KEY).write_bytes(makes(folder))
        asked = run(folder, "key", "list", "--case", "K7")
    finally:
        (folder / KEY).write_bytes(before)
    assert (asked.status, asked.out, words in asked.err) == (5, "", True), asked.err


@pytest.mark.parametrize(
    ("own", "passphrase", "words"),
    [
        ("own", "seventeen gray otters", "does not open the identity"),  # a wrong one
        ("own", "", "is empty"),
        ("own", FIRST + " ", "does not open the identity"),  # a space at its end counts
        ("his", SECOND, "taken out of this key"),  # who has left
        ("nobody", FIRST, "no identity"),
    ],
)
def test_a_person_who_may_not(own: str, passphrase: str, words: str, folder: Path) -> None:
    asked = run(folder, "key", "list", "--case", "K7", own=own, passphrase=passphrase)
    assert (asked.status, asked.out, words in asked.err) == (5, "", True), asked.err


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
