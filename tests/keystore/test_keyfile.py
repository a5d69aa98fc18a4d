"""The key file: two hands, a crash, a full disk and a forger lose no word of it and change none."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from redact import storage
from redact.errors import Forged, KeyConflict, KeyDamaged, KeyFault, NotForYou, NotWritten, UnknownSigner
from redact.keystore import keyfile
from redact.keystore.codec import key_to_plain
from redact.keystore.keyfile import OpenKey, create_key, open_key, save_key, update_key
from redact.keystore.seal import seal
from redact.values.key import Key, KeyName, KeyPerson, KeyThing, Recipient
from tests.keystore.people import imogen, joseph, mallory
from tests.values.keys import DAY, WHEN

TRUSTED = (imogen().card,)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "keys" / "K7.redactkey"


@pytest.fixture
def first(path: Path) -> OpenKey:
    return create_key(path, "K7", imogen(), others=(joseph().card,), clock=lambda: WHEN)


def with_person(key: Key, name: str = "Odile Brackenthwaite", pseudonym: str | None = None) -> Key:
    person = KeyPerson(key.next_id(), pseudonym, "mother", (KeyName(name),))
    return replace(key, people=(*key.people, person))


def reopened(path: Path) -> Key:
    return open_key(path, "K7", joseph(), trusted=TRUSTED).key


def beside(path: Path) -> list[str]:
    # Without the log, which has tests of its own.
    return sorted(entry.name for entry in path.parent.iterdir() if ".audit" not in entry.name)


# ---------------------------------------------------------------- the ordinary life of a key


def test_a_new_key_is_empty_and_opens_for_its_people(first: OpenKey, path: Path) -> None:
    assert reopened(path) == first.key
    assert (first.key.revision, first.key.previous_sha256, first.key.people) == (1, None, ())
    assert [event.what for event in first.key.history] == ["made"]
    assert first.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert path.read_bytes().startswith(b"-----BEGIN AGE ENCRYPTED FILE-----\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_it_is_for_its_owner_alone(first: OpenKey, path: Path) -> None:
    save_key(first, first.key, imogen(), what="review")
    sealed = [path, path.with_name("K7.redactkey.prev")]
    assert [stat.S_IMODE(entry.stat().st_mode) for entry in sealed] == [0o600] * 2
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_key_is_never_made_over_another(first: OpenKey, path: Path) -> None:
    with pytest.raises(NotWritten, match="already there"):
        create_key(path, "K7", imogen())
    assert reopened(path) == first.key


def test_each_save_names_the_one_before(first: OpenKey, path: Path) -> None:
    before = path.read_bytes()
    second = save_key(first, with_person(first.key), imogen(), what="review", reason="by telephone")
    third = save_key(second, with_person(second.key, "Wren"), joseph(), what="import")
    assert second.key.previous_sha256 == hashlib.sha256(before).hexdigest()
    assert third.key.previous_sha256 == second.sha256
    assert [event.what for event in third.key.history] == ["made", "review", "import"]
    assert [event.revision for event in third.key.history] == [1, 2, 3]
    assert third.key.updated_by == joseph().card.id
    assert open_key(path, "K7", imogen(), trusted=(joseph().card,)).key == third.key
    assert beside(path) == ["K7.redactkey", "K7.redactkey.lock", "K7.redactkey.prev"]


def test_the_one_before_stays_and_opens(first: OpenKey, path: Path) -> None:
    before = path.read_bytes()
    save_key(first, with_person(first.key), imogen(), what="review")
    previous = path.with_name("K7.redactkey.prev")
    assert previous.read_bytes() == before
    assert reopened(previous) == first.key


def test_who_changes_a_key_does_not_choose_what_stands_beside_it(first: OpenKey) -> None:
    lying = replace(
        with_person(first.key), case="K9", revision=70, previous_sha256="0" * 64, updated_by="me", history=()
    )
    saved = save_key(first, lying, imogen(), what="review").key
    assert (saved.case, saved.revision, saved.created) == ("K7", 2, WHEN)
    assert [event.what for event in saved.history] == ["made", "review"]


def test_a_pseudonym_that_was_taken_back_goes_to_nobody_else(first: OpenKey) -> None:
    opened = save_key(first, with_person(first.key, pseudonym="Mother"), imogen(), what="review")
    mother = opened.key.people[0]
    bare = replace(opened.key, people=(replace(mother, pseudonym="Parent 1"),))
    opened = save_key(opened, bare, imogen(), what="review")
    assert [(one.pseudonym, one.of) for one in opened.key.retired] == [("Mother", "p1")]
    with pytest.raises(ValueError, match="somebody else before"):
        save_key(opened, with_person(opened.key, "Wren", "mother"), imogen(), what="review")
    back = save_key(opened, replace(bare, people=(mother,)), imogen(), what="undo")
    assert back.key.people == (mother,)
    assert {one.pseudonym for one in back.key.retired} == {"Mother", "Parent 1"}


def test_an_id_that_was_given_is_never_given_again(first: OpenKey) -> None:
    opened = save_key(first, with_person(with_person(first.key), "Wren"), imogen(), what="review")
    opened = save_key(opened, replace(opened.key, people=()), imogen(), what="review")
    things = (KeyThing(opened.key.next_id("t"), "school", "School A", (KeyName("Thornwick"),)),)
    opened = save_key(opened, replace(opened.key, things=things), imogen(), what="review")
    assert [thing.id for thing in opened.key.things] == ["t3"]


def test_the_history_does_not_grow_for_ever(first: OpenKey) -> None:
    opened = first
    for _ in range(55):
        opened = save_key(opened, opened.key, imogen(), what="review")
    assert [event.revision for event in opened.key.history] == list(range(7, 57))


# ---------------------------------------------------------------- who may not


def test_nobody_else_opens_it(first: OpenKey, path: Path) -> None:
    with pytest.raises(NotForYou):
        open_key(path, "K7", mallory(), trusted=TRUSTED)
    with pytest.raises(UnknownSigner):
        open_key(path, "K7", joseph(), trusted=())
    with pytest.raises(Forged, match="another case"):
        open_key(path, "K8", joseph(), trusted=TRUSTED)


def test_a_key_that_is_not_there_says_so(path: Path) -> None:
    with pytest.raises(KeyFault, match="not where the case says"):
        open_key(path, "K7", imogen(), trusted=())


def forged(key: Key, signer: Any, path: Path) -> None:
    people = [imogen().card.age, joseph().card.age]
    path.write_bytes(seal("key", "K7", key_to_plain(key), signer=signer, recipients=people))


def test_somebody_with_the_cards_alone_cannot_put_a_key_in_its_place(first: OpenKey, path: Path) -> None:
    forged(replace(first.key, updated_by=mallory().card.id), mallory(), path)
    with pytest.raises(UnknownSigner):
        open_key(path, "K7", imogen(), trusted=())
    # Even one who is trusted for other work: she is none of the people of this key.
    with pytest.raises(Forged, match="none of its people"):
        open_key(path, "K7", imogen(), trusted=(mallory().card,))
    forged(first.key, mallory(), path)  # and says that Imogen has saved it
    with pytest.raises(Forged, match="otherwise"):
        open_key(path, "K7", imogen(), trusted=(mallory().card,))


def test_what_is_sealed_but_no_key_is_refused(first: OpenKey, path: Path) -> None:
    sealed = seal("key", "K7", {"people": ["Odile"]}, signer=imogen(), recipients=[imogen().card.age])
    path.write_bytes(sealed)
    with pytest.raises(KeyDamaged) as refused:
        open_key(path, "K7", imogen(), trusted=())
    assert "Odile" not in repr(refused.value)


def test_who_takes_themselves_out_cannot_save(first: OpenKey, path: Path) -> None:
    only = replace(first.key, recipients=(Recipient(joseph().card, DAY, imogen().card.id),))
    with pytest.raises(NotForYou, match="none of the people"):
        save_key(first, only, imogen(), what="share")
    assert reopened(path) == first.key


def test_a_leaver_opens_the_old_revision_and_not_the_next(first: OpenKey, path: Path) -> None:
    only = replace(first.key, recipients=(Recipient(imogen().card, DAY, imogen().card.id),))
    save_key(first, only, imogen(), what="rotate")
    with pytest.raises(NotForYou):
        open_key(path, "K7", joseph(), trusted=TRUSTED)
    assert reopened(path.with_name("K7.redactkey.prev")) == first.key


# ---------------------------------------------------------------- two at once


def test_who_saves_over_another_s_work_is_told(first: OpenKey, path: Path) -> None:
    theirs = save_key(first, with_person(first.key, "Wren"), joseph(), what="review")
    with pytest.raises(KeyConflict, match="somebody else"):
        save_key(first, with_person(first.key), imogen(), what="review")
    assert open_key(path, "K7", imogen(), trusted=(joseph().card,)).key == theirs.key


def test_an_older_copy_put_back_is_not_saved_over_either(first: OpenKey, path: Path) -> None:
    second = save_key(first, with_person(first.key), imogen(), what="review")
    shutil.copy(path.with_name("K7.redactkey.prev"), path)
    with pytest.raises(KeyConflict):
        save_key(second, second.key, imogen(), what="review")


def test_a_lock_that_somebody_holds_is_waited_for_and_then_told(
    first: OpenKey, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage, "_LOCK_SECONDS", 0.1)
    with FileLock(path.with_name("K7.redactkey.lock")), pytest.raises(NotWritten, match="just now"):
        save_key(first, first.key, imogen(), what="review")
    assert save_key(first, first.key, imogen(), what="review").key.revision == 2


def test_a_lock_file_that_a_dead_program_left_holds_nobody_up(first: OpenKey, path: Path) -> None:
    path.with_name("K7.redactkey.lock").write_text("4711", encoding="utf-8")
    assert save_key(first, first.key, imogen(), what="review").key.revision == 2


# Adds `count` people to the key at `path`, each in a save of its own; the identity comes on standard input,
# so that it is in no argument and no file.
WRITER = """
import sys
from pathlib import Path
from redact.keystore.identity import _parsed
from redact.keystore.keyfile import update_key
from tests.keystore.test_keyfile import with_person
me = _parsed(sys.stdin.buffer.read())
path, who, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
print("ready", flush=True)
for number in range(count):
    update_key(path, "K7", me, lambda key: with_person(key, f"{who} {number}"), trusted=(), what="add")
"""


def writer(path: Path, who: str, count: int) -> subprocess.Popen[bytes]:
    from tests.keystore.test_identity import _plain_of_imogen

    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), who, str(count)],
        cwd=Path(__file__).parents[2], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(_plain_of_imogen().encode())
    process.stdin.close()
    assert process.stdout.readline().strip() == b"ready"
    return process


def finish(process: subprocess.Popen[bytes]) -> int:
    assert process.stdout is not None
    process.stdout.close()
    return process.wait(120)


def test_two_writers_at_once_lose_nothing(first: OpenKey, path: Path) -> None:
    both = [writer(path, who, 12) for who in ("Wren", "Odile")]
    assert [finish(process) for process in both] == [0, 0]
    key = reopened(path)
    names = {person.names[0].text for person in key.people}
    assert names == {f"{who} {number}" for who in ("Wren", "Odile") for number in range(12)}
    assert (len(key.people), key.revision) == (24, 25)
    assert len({person.id for person in key.people}) == 24


# ---------------------------------------------------------------- crashes and disks


def test_a_writer_that_is_killed_leaves_the_old_key_or_the_new_one(first: OpenKey, path: Path) -> None:
    revision = 1
    for delay in (0.0, 0.013, 0.021, 0.034, 0.055):
        process = writer(path, "Wren", 100_000)
        time.sleep(delay)
        process.kill()
        finish(process)
        key = reopened(path)
        assert key.revision >= revision
        assert len(key.people) == key.revision - 1
        revision = key.revision
    previous = path.with_name("K7.redactkey.prev")
    assert not previous.exists() or reopened(previous).revision in (revision, revision - 1)
    # What is held by the dead is free, and the living save on.
    assert update_key(path, "K7", imogen(), with_person, trusted=(), what="add").key.revision == revision + 1


STEPS = ((os, "open"), (os, "fsync"), (os, "replace"), (os, "link"), (os, "fdopen"), (Path, "read_bytes"))


def failing_at(monkeypatch: pytest.MonkeyPatch, wanted: int, number: int) -> Callable[[], int]:
    """Let the n-th of all calls that touch a file fail; gives a function that counts them."""
    calls = 0

    def guarded(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls == wanted:
                raise OSError(number, "Brackenthwaite")
            return real(*arguments, **options)

        return call

    for owner, name in STEPS:
        monkeypatch.setattr(owner, name, guarded(getattr(owner, name)))
    return lambda: calls


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC, errno.EACCES])
def test_a_failure_of_any_call_leaves_the_old_key_or_the_new_one(number: int, tmp_path: Path) -> None:
    failures: list[BaseException] = []
    for wanted in range(1, 100):
        path = tmp_path / str(wanted) / "K7.redactkey"
        first = create_key(path, "K7", imogen(), others=(joseph().card,))
        with pytest.MonkeyPatch.context() as patch:
            calls = failing_at(patch, wanted, number)
            try:
                save_key(first, with_person(first.key), imogen(), what="review")
            except (NotWritten, KeyFault) as error:
                failures.append(error)
            done = calls()
        assert reopened(path).revision in (1, 2)
        previous = path.with_name("K7.redactkey.prev")
        assert not previous.exists() or reopened(previous).revision == 1
        assert set(beside(path)) <= {"K7.redactkey", "K7.redactkey.lock", "K7.redactkey.prev"}
        if done < wanted:
            break
    assert done < wanted, "the failures never reached the end of a save"
    assert len(failures) >= 8
    assert "Brackenthwaite" not in repr(failures)


def test_ctrl_c_leaves_the_old_key(first: OpenKey, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(storage.os, "replace", interrupt)
        with pytest.raises(KeyboardInterrupt):
            save_key(first, with_person(first.key), imogen(), what="review")
    assert reopened(path) == first.key
    assert beside(path) == ["K7.redactkey", "K7.redactkey.lock"]
    assert save_key(first, first.key, imogen(), what="review").key.revision == 2


def test_what_would_not_open_again_is_not_written(
    first: OpenKey, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyfile, "key_from_plain", lambda _content: first.key)
    with pytest.raises(KeyDamaged, match="would not open"):
        save_key(first, with_person(first.key), imogen(), what="review")
    monkeypatch.undo()
    assert reopened(path) == first.key


def test_a_name_is_nowhere_but_in_the_sealed_file(
    first: OpenKey, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    opened = save_key(first, with_person(first.key), imogen(), what="review", reason="Odile rang")
    assert "Odile" not in repr(opened) + caplog.text
    for entry in path.parent.iterdir():
        assert b"Odile" not in entry.read_bytes()
        assert "Odile" not in entry.name
