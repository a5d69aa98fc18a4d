"""The log of a key: a line for each save, late ones marked, an older key shown, and no name in it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from redact.chain import head_path
from redact.errors import Forged, LogBroken, NotWritten, OldRevision
from redact.keystore import audit, keyfile
from redact.keystore.audit import Said, log_path, must_be_newest, must_follow, note, read_log
from redact.keystore.keyfile import OpenKey, bring_back, create_key, save_key
from tests.keystore.people import imogen, joseph
from tests.keystore.test_keyfile import with_person

CARDS = (imogen().card, joseph().card)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "keys" / "K7.redactkey"


@pytest.fixture
def first(path: Path) -> OpenKey:
    return create_key(path, "K7", imogen(), others=(joseph().card,))


def test_every_save_writes_a_line_without_a_name(first: OpenKey, path: Path) -> None:
    second = save_key(
        first, with_person(first.key), imogen(), what="add", reason="Odile rang", said=Said("told", ("p1",))
    )
    third = save_key(second, second.key, joseph(), what="review")
    log = read_log(path, CARDS)
    assert [(line.action, line.revision, line.file) for line in log.entries] == [
        ("made", 1, first.sha256),
        ("add", 2, second.sha256),
        ("review", 3, third.sha256),
    ]
    assert (log.entries[1].reason, len(log.entries[1].ids), log.entries[1].text[:5]) == ("told", 1, "hmac:")
    written = log_path(path).read_bytes() + head_path(log_path(path)).read_bytes()
    assert not any(name in written for name in (b"Odile", b"Imogen", b"rang", b'"p1"'))


def test_an_older_key_put_back_is_told_and_not_saved_over(first: OpenKey, path: Path) -> None:
    save_key(first, with_person(first.key), imogen(), what="add")
    shutil.copy(path.with_name("K7.redactkey.prev"), path)
    with pytest.raises(OldRevision, match="revision 1, and 2"):
        must_be_newest(path, 1)
    with pytest.raises(OldRevision):
        save_key(first, first.key, imogen(), what="review")


def test_a_key_is_made_of_the_one_that_the_log_has_seen(
    first: OpenKey, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = save_key(first, with_person(first.key), imogen(), what="add")
    third = replace(second.key, revision=3, previous_sha256=second.sha256)
    must_follow(path, third)  # its line was not written yet
    with pytest.raises(Forged, match="does not follow"):
        must_follow(path, replace(third, previous_sha256=first.sha256))
    # An older one that was brought back is made of an older one, and is told from a strange one.
    monkeypatch.setattr(audit, "note_save", lambda *_: None)
    brought = bring_back(path, first, 2, imogen(), said=Said("lost")).key
    must_follow(path, brought)
    with pytest.raises(Forged, match="does not follow"):
        must_follow(path, replace(brought, previous_sha256="0" * 64))


def test_a_save_whose_line_was_not_written_gets_it_later(
    first: OpenKey, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise NotWritten("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(audit, "append", full)
        second = save_key(first, first.key, imogen(), what="review")
    save_key(second, second.key, joseph(), what="import")
    log = read_log(path, CARDS)
    assert [(line.action, line.late, line.actor == line.signer) for line in log.entries] == [
        ("made", False, True),
        ("review", True, False),
        ("import", False, True),
    ]


def test_over_a_log_that_was_touched_nothing_is_saved(first: OpenKey, path: Path) -> None:
    before = path.read_bytes()
    log_path(path).write_bytes(log_path(path).read_bytes().replace(b"made", b"maid"))
    with pytest.raises(LogBroken):
        save_key(first, with_person(first.key), imogen(), what="add")
    assert path.read_bytes() == before
    # Moved away as the remedy says, the next save begins anew with what the key's own history knows.
    log_path(path).unlink()
    head_path(log_path(path)).unlink()
    save_key(first, with_person(first.key), imogen(), what="add")
    assert [(line.action, line.late) for line in read_log(path, CARDS).entries] == [
        ("made", True),
        ("add", False),
    ]


def test_what_changes_nothing_is_noted_too(first: OpenKey, path: Path) -> None:
    note(path, first.key, first.sha256, imogen(), "reveal", Said("police", ("p1",)), text="by telephone")
    line = read_log(path, CARDS).entries[-1]
    assert (line.action, line.reason, line.revision, line.text[:5]) == ("reveal", "police", 1, "hmac:")
    assert keyfile.open_key(path, "K7", imogen(), trusted=()).key == first.key
