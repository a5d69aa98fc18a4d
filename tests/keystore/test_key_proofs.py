"""The hard proofs of the key file: every bit, every length, the program `age`, kills, two who save."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pyrage
import pytest

from bench.kill_saves import kill_often
from redact.errors import KeyConflict, KeyFault
from redact.keystore import home
from redact.keystore.codec import key_from_plain
from redact.keystore.keyfile import OpenKey, create_key, open_key, save_key
from redact.keystore.seal import canonical, unseal
from redact.run import decisions
from redact.run.case import open_case_key, start
from redact.run.key_joining import join_files, look_at_two
from redact.run.key_keeping import verify
from redact.run.key_sharing import share
from redact.values.case import Case
from tests.keystore import test_age_program
from tests.keystore.people import imogen, joseph, mallory
from tests.keystore.test_keyfile import with_person

TRUSTED = (imogen().card,)


@pytest.fixture
def real(tmp_path: Path) -> OpenKey:
    """A key as work leaves it: of its third revision, for two people, with two in it."""
    opened = create_key(tmp_path / "keys" / "K7.redactkey", "K7", imogen(), others=(joseph().card,))
    for name, label in (("Odile Brackenthwaite", "Mother"), ("Saffron Brackenthwaite", "Child X")):
        opened = save_key(opened, with_person(opened.key, name, label), imogen(), what="add")
    return opened


# ---------------------------------------------------------------- no sign of it may be another


def test_every_flipped_bit_is_refused(real: OpenKey) -> None:
    sealed = real.path.read_bytes()
    said: Counter[str] = Counter()
    for at in range(len(sealed)):
        for bit in range(8):
            flipped = bytearray(sealed)
            flipped[at] ^= 1 << bit
            with pytest.raises(KeyFault) as refused:
                unseal(bytes(flipped), "key", "K7", identity=joseph(), trusted=TRUSTED)
            said[type(refused.value).__name__] += 1
    assert sum(said.values()) == 8 * len(sealed)
    # Where the wrapped key of a recipient was hit, it is no longer sealed for them.
    assert set(said) == {"KeyDamaged", "NotForYou"}
    assert said["KeyDamaged"] > 50 * said["NotForYou"]


def test_every_truncation_is_refused_but_that_of_the_last_line_feed(real: OpenKey) -> None:
    sealed = real.path.read_bytes()
    opened = []
    for length in range(len(sealed)):
        try:
            unseal(sealed[:length], "key", "K7", identity=joseph(), trusted=TRUSTED)
            opened.append(length)
        except KeyFault:
            continue
    assert opened == [len(sealed) - 1]


def test_what_was_put_in_front_between_or_behind_is_refused(real: OpenKey) -> None:
    sealed = real.path.read_bytes()
    half = len(sealed) // 2
    for more in (b"\n", b" ", b"x", b"\0", sealed):
        for altered in (more + sealed, sealed[:half] + more + sealed[half:], sealed + more):
            with pytest.raises(KeyFault):
                unseal(altered, "key", "K7", identity=joseph(), trusted=TRUSTED)


# ---------------------------------------------------------------- age


def test_pyrage_alone_opens_it_for_its_people_and_for_nobody_else(real: OpenKey) -> None:
    sealed = real.path.read_bytes()
    for one in (imogen(), joseph()):
        plain = pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(one.age_secret)])
        assert key_from_plain(json.loads(plain)["content"]) == real.key
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(mallory().age_secret)])


@test_age_program.pytestmark
def test_a_key_that_age_has_taken_apart_and_sealed_anew_opens(real: OpenKey, tmp_path: Path) -> None:
    (tmp_path / "joseph.key").write_text(joseph().age_secret + "\n", encoding="ascii")
    plain = test_age_program.age("--decrypt", "-i", str(tmp_path / "joseph.key"), str(real.path))
    assert plain == canonical(json.loads(plain))
    assert key_from_plain(json.loads(plain)["content"]) == real.key
    real.path.write_bytes(test_age_program.age("--armor", "-r", joseph().card.age, stdin=plain))
    assert open_key(real.path, "K7", joseph(), trusted=TRUSTED).key == real.key
    # Sealed for Joseph alone, and not in armour: neither is a key of ours any more.
    with pytest.raises(KeyFault):
        open_key(real.path, "K7", imogen(), trusted=TRUSTED)
    real.path.write_bytes(test_age_program.age("-r", joseph().card.age, stdin=plain))
    with pytest.raises(KeyFault):
        open_key(real.path, "K7", joseph(), trusted=TRUSTED)


# ---------------------------------------------------------------- kills, and two at once


def test_killed_twenty_times_amid_its_saves_the_key_loses_nothing(tmp_path: Path) -> None:
    done = kill_often(20, tmp_path / "K7.redactkey")
    assert done.kills == 20
    assert done.saves >= 20
    assert done.amid >= 1


# As `redact key add` does it: the whole way of the command behind the passphrase.
_ADDER = """
import sys
from pathlib import Path
from redact.keystore.identity import _parsed
from redact.resolve.key_editing import read_told
from redact.run.case_file import load
from redact.run.decisions import record
from redact.run.key_people import add
from redact.values.decisions import Answer, Decision, Reason
from tests.run.test_key_keeping import SCHEME
from tests.values.keys import WHEN
me = _parsed(sys.stdin.buffer.read())
found, own, who = load(Path(sys.argv[1])), Path(sys.argv[2]), sys.argv[3]
print("ready", flush=True)
for number in range(8):
    add(found, me, own, read_told([f"{who} {'ABCDEFGH'[number]}xley"]), SCHEME, slot="aunt")
    mark = "hmac:" + f"{who}{number}".encode().hex().rjust(32, "0")
    record(found, [Decision(mark, Answer.KEEP, Reason.PUBLIC_OFFICE, me.card.name, WHEN)], me)
"""


def test_two_commands_at_once_lose_no_row_and_no_decision(tmp_path: Path) -> None:
    from tests.keystore.test_identity import _plain_of_imogen

    own = tmp_path / "own"
    found = start(tmp_path / "K7", Case("K7"), imogen(), may_check=[], own=own)
    both = []
    for who in ("Wren", "Odile"):
        child = subprocess.Popen(
            [sys.executable, "-c", _ADDER, str(found.folder), str(own), who],
            cwd=Path(__file__).parents[2], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        assert child.stdin is not None
        child.stdin.write(_plain_of_imogen().encode())
        child.stdin.close()
        both.append(child)
    for child in both:
        assert child.stdout is not None
        with child.stdout:
            child.stdout.read()
        assert child.wait(120) == 0
    key = open_case_key(found, imogen(), own).key
    assert len({name.text for one in key.people for name in one.names}) == len(key.people) == 16
    assert len({one.pseudonym for one in key.people}) == len({one.id for one in key.people}) == 16
    assert key.revision == 17
    assert verify(found, imogen(), own).wrong == ()
    assert len({one.fingerprint for one in decisions.read(found, own).decisions}) == 16


def test_two_hands_without_a_common_lock_are_two_children_that_are_shown(tmp_path: Path) -> None:
    """On a synchronised folder each hand has a copy and a lock of its own; then the copies meet."""
    own = tmp_path / "own"
    for who in (imogen(), joseph()):
        home.trust(own, who.card)
    found = start(tmp_path / "K7", Case("K7"), imogen(), may_check=[], own=own)
    first = share(found, imogen(), own, joseph().card)
    there = tmp_path / "there" / "K7.redactkey"
    there.parent.mkdir()
    there.write_bytes(first.path.read_bytes())
    here = save_key(first, with_person(first.key, "Wren Ashdown", "Aunt 1"), imogen(), what="add")
    theirs = OpenKey(first.key, first.sha256, there)
    save_key(theirs, with_person(first.key, "Tam Oakes", "Father"), joseph(), what="add")
    # The folder puts theirs in the place of ours, and ours beside it.
    beside = first.path.with_name("K7 (conflicted copy).redactkey")
    beside.write_bytes(first.path.read_bytes())
    first.path.write_bytes(there.read_bytes())
    with pytest.raises(KeyConflict):
        save_key(here, here.key, imogen(), what="add")
    assert any("another key of this revision" in line for line in verify(found, imogen(), own).wrong)
    two = look_at_two(found, imogen(), own, beside)
    assert two.parent
    assert [line.split(":")[0] for line in two.joined.differences] == ["only here", "only there"]
    key = join_files(two, imogen()).key
    assert {one.names[0].text for one in key.people} == {"Wren Ashdown", "Tam Oakes"}
    assert {one.pseudonym for one in key.people} == {"Aunt 1", "Father"}
    assert open_case_key(found, joseph(), own).key == key
    assert verify(found, imogen(), own).wrong == ()
