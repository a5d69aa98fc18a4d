"""A log that shows each way of touching it: every line, every byte, its end, and all of it written anew."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from redact.chain import Entry, append, head_path, highest_revision, read
from redact.errors import Forged, LogBroken, LogMoved
from redact.keystore.identity import Identity, sign, verify
from tests.keystore.people import imogen, joseph, mallory

WHEN = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def add(path: Path, count: int = 1, who: Identity | None = None, action: str = "review") -> None:
    me = who or imogen()
    for _ in range(count):
        number = len(read(path).entries) + 1
        draft = Entry(WHEN, me.card.id, action, "K7", number, ids=("hmac:" + "0" * 32,))
        append(path, [draft], signer=me.card.id, sign=lambda message: sign(me, "log", message))


def check(signer: str, message: bytes, signature: str) -> bool:
    cards = {one.card.id: one.card for one in (imogen(), joseph())}
    if signer not in cards:
        return False
    verify(cards[signer], "log", message, signature)
    return True


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "K7.log"
    add(found, 3)
    add(found, 2, joseph())
    return found


def test_a_log_reads_as_it_was_written(path: Path) -> None:
    log = read(path, check)
    assert [entry.seq for entry in log.entries] == [1, 2, 3, 4, 5]
    assert [entry.actor for entry in log.entries] == [imogen().card.id] * 3 + [joseph().card.id] * 2
    assert (log.unchecked, log.highest_revision, highest_revision(path)) == (0, 5, 5)


def test_where_none_ever_was_there_is_an_empty_one(tmp_path: Path) -> None:
    assert read(tmp_path / "none.log", check).entries == ()
    assert highest_revision(tmp_path / "none.log") == 0


def lines(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines(keepends=True)


# Each way in which somebody may touch the five lines.
TOUCHED: dict[str, Callable[[list[bytes]], list[bytes]]] = {
    "a word": lambda all_: [*all_[:2], all_[2].replace(b"review", b"revoke"), *all_[3:]],
    "a number": lambda all_: [*all_[:2], all_[2].replace(b'"revision":3', b'"revision":4'), *all_[3:]],
    "a time": lambda all_: [all_[0].replace(b"09:30", b"10:30"), *all_[1:]],
    "the first taken out": lambda all_: all_[1:],
    "one taken out": lambda all_: [*all_[:2], *all_[3:]],
    "the last taken out": lambda all_: all_[:-1],
    "two changed round": lambda all_: [all_[0], all_[2], all_[1], *all_[3:]],
    "one twice": lambda all_: [*all_[:3], *all_[2:]],
    "its end cut": lambda all_: [*all_[:-1], all_[-1][:40]],
    "the last line feed cut": lambda all_: [*all_[:-1], all_[-1][:-1]],
    "all of it": lambda _: [],
    "another spelling of the same": lambda all_: [all_[0].replace(b":", b": ", 1), *all_[1:]],
    "a blank line": lambda all_: [*all_[:3], b"\n", *all_[3:]],
    "a field more": lambda all_: [*all_[:-1], all_[-1].replace(b"{", b'{"more":1,', 1)],
}


@pytest.mark.parametrize("how", TOUCHED)
def test_each_touch_shows(how: str, path: Path) -> None:
    path.write_bytes(b"".join(TOUCHED[how](lines(path))))
    with pytest.raises(LogBroken):
        read(path)
    with pytest.raises(LogBroken):  # and nothing is put on top of it
        add(path)
    assert highest_revision(path) == 0


def test_each_byte_that_is_altered_shows(path: Path) -> None:
    data = path.read_bytes()
    for at in range(0, len(data), 7):
        path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        with pytest.raises((LogBroken, Forged)):
            read(path, check)


def test_a_line_altered_with_all_digests_made_anew_shows(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.log"
    add(other, 5, mallory(), "nothing")
    assert read(other, check).unchecked == 5  # she has no card here
    named = [line.replace(mallory().card.id.encode(), imogen().card.id.encode()) for line in lines(other)]
    other.write_bytes(b"".join(named))
    with pytest.raises(LogBroken):  # the digests are over the name too
        read(other, check)


def test_a_log_written_anew_in_another_s_name_is_forged(tmp_path: Path) -> None:
    path = tmp_path / "K7.log"
    draft = Entry(WHEN, imogen().card.id, "nothing", "K7", 1)
    append(path, [draft], signer=imogen().card.id, sign=lambda message: sign(mallory(), "log", message))
    with pytest.raises(Forged, match="line 1"):
        read(path, check)


def test_without_its_checkpoint_or_with_another_it_shows(path: Path) -> None:
    head = head_path(path)
    kept = head.read_bytes()
    for content in (
        b"",
        b"[]",
        kept.replace(b'"count": 5', b'"count": 4'),
        kept.replace(b'"count": 5', b'"count": 9'),
    ):
        head.write_bytes(content)
        with pytest.raises(LogBroken):
            read(path)
    head.unlink()
    with pytest.raises(LogBroken):
        read(path)


def test_who_was_killed_between_the_two_writes_leaves_a_log_that_holds(path: Path) -> None:
    head = head_path(path).read_bytes()
    add(path)
    head_path(path).write_bytes(head)
    assert len(read(path, check).entries) == 6
    add(path)
    assert len(read(path, check).entries) == 7


def test_who_was_killed_before_the_first_checkpoint_leaves_a_log_that_holds(tmp_path: Path) -> None:
    path = tmp_path / "K7.log"
    add(path)
    head_path(path).unlink()
    assert len(read(path, check).entries) == 1
    add(path)
    assert len(read(path, check).entries) == 2
    head_path(path).unlink()  # of two lines somebody has taken it away
    with pytest.raises(LogBroken, match="missing or altered"):
        read(path)


def test_facts_of_a_line_are_signed_with_it(tmp_path: Path) -> None:
    path, me = tmp_path / "gate.log", imogen()
    draft = Entry(WHEN, me.card.id, "name", "K7", 0, facts={"role": "author", "name": "Zoë Färber"})
    append(path, [draft], signer=me.card.id, sign=lambda message: sign(me, "log", message), private=False)
    assert dict(read(path, check).entries[0].facts) == {"role": "author", "name": "Zoë Färber"}
    assert path.stat().st_mode & 0o044 or sys.platform == "win32"  # everybody of the case reads it
    path.write_bytes(path.read_bytes().replace(b"author", b"editor"))
    with pytest.raises(LogBroken, match="line 1"):
        read(path)


@pytest.mark.parametrize("facts", [["role"], {"role": 7}, {"role": None}, "role"])
def test_facts_that_are_none_show(facts: object, path: Path) -> None:
    content = lines(path)
    told = json.loads(content[1]) | {"facts": facts}
    content[1] = (json.dumps(told, sort_keys=True, separators=(",", ":")) + "\n").encode()
    path.write_bytes(b"".join(content))
    with pytest.raises(LogBroken, match="line 2"):
        read(path)


def test_who_has_thought_of_another_log_adds_nothing(path: Path) -> None:
    me, before = imogen(), path.read_bytes()
    draft = Entry(WHEN, me.card.id, "review", "K7", 6)
    for thought in (0, 4, 6):
        with pytest.raises(LogMoved):
            append(path, [draft], signer=me.card.id, sign=lambda _: "", lines_before=thought)
    assert path.read_bytes() == before
    append(
        path, [draft, draft], signer=me.card.id, sign=lambda message: sign(me, "log", message), lines_before=5
    )
    assert len(read(path, check).entries) == 7


def test_the_checkpoint_names_count_and_head(path: Path) -> None:
    head = json.loads(head_path(path).read_bytes())
    last = read(path).entries[-1]
    assert (head["count"], head["head"], head["signature"]) == (5, last.sha256, last.signature)
