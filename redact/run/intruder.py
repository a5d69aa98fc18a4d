"""The test of the motivated intruder in a case: what was recorded, and what it comes to.

`intruder.jsonl` holds a line a test, never changed and never taken out, and no name of the case. What was
found in words is sealed beside the key (`run.intruder_words`).
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from redact.errors import Forged, Unreadable, WrongUse
from redact.keystore.identity import Identity, sign, verify
from redact.keystore.keyfile import OpenKey
from redact.run import decisions
from redact.run.case_file import CaseFolder
from redact.run.intruder_words import Found, hash_of, sealed_beside
from redact.run.ledger_lines import cards_of, content_of, numbered, with_lines
from redact.run.reading import naming
from redact.storage import locked, write_over
from redact.values.intruder import (
    FORMAT,
    MOST_SEARCHED,
    IntruderRecord,
    IntruderTest,
    SearchResult,
    is_name,
    record_as_json,
    record_from_json,
)
from redact.values.key import Card

if TYPE_CHECKING:
    from redact.judge import Words

__all__ = [
    "INTRUDER",
    "Noted",
    "Records",
    "digests",
    "intruder_test_of",
    "must_be_nobody_of",
    "must_suit",
    "read",
    "record",
]

INTRUDER = "intruder.jsonl"
_CHUNK = 1024**2
_TAKE_OUT = "Take the file from a backup, or take that line out: that search then counts no longer."


@dataclass(frozen=True, slots=True)
class Noted:
    """What somebody says of a test: who has searched, on which day, how often, and what came of it."""

    by: str
    on: date
    searched: int
    result: SearchResult


@dataclass(frozen=True, slots=True)
class Records:
    """All records of a case in the order of the file; `unchecked` counts signatures nobody can check here.

    A record whose signature was not checked stands here without it.
    """

    records: tuple[IntruderRecord, ...]
    unchecked: int = 0


def digests(paths: Sequence[str]) -> tuple[str, ...]:
    """Give the SHA-256 of each file, sorted, each once.

    Raises:
        Unreadable: one is not there, or cannot be read.
    """
    found = set()
    for number, path in enumerate(paths, 1):
        with naming(number, len(paths) > 1):
            found.add(_digest(Path(path)))
    return tuple(sorted(found))


def must_suit(noted: Noted, today: date) -> None:
    """Refuse what cannot have been, before anything is asked for.

    Raises:
        WrongUse: the day is still to come, the name is no line, or nothing was searched.
    """
    if noted.on > today:
        raise WrongUse("that day is still to come", "Give the day on which they searched: --on YYYY-MM-DD")
    if not is_name(noted.by):
        raise WrongUse("a name is one line of at most 120 characters", "Give it so after --by.")
    if not 1 <= noted.searched <= MOST_SEARCHED:
        raise WrongUse(f"from 1 to {MOST_SEARCHED:,} searches were typed", "Give how many: --searched NUMBER")


def must_be_nobody_of(opened: OpenKey, name: str) -> None:
    """Refuse the name of somebody of the case where whoever has searched is named: it stands in the clear.

    Raises:
        WrongUse: the key has somebody of that whole name.
    """
    from redact.resolve.key_editing import matches

    if any(whole for _, whole in matches(opened.key, name)):
        raise WrongUse(
            "somebody of the case has that name, and it would stand in the clear",
            "The test is for somebody who has no part in the case. If they only share the name, give a post.",
        )


def read(found: CaseFolder, own: Path) -> Records:
    """Read the records of a case, and look whether signatures are of those whose cards are trusted.

    Args:
        own: the user's own folder.

    Returns: none where nobody has recorded anything.

    Raises:
        Damaged: a line holds no record.
        Unreadable, LimitReached: the file cannot be read, or is larger than any.
        Forged: a signature does not belong to what it stands under.
    """
    cards = cards_of(own)
    records, unchecked = [], 0
    for number, one in _numbered(content_of(found.folder / INTRUDER, "records") or b""):
        card = cards.get(one.recorded_by or "")
        if one.signature is not None and card is not None:
            _look_at_signature(one, one.signature, card, number)
        unchecked += one.signature is not None and card is None
        records.append(one if card is not None else replace(one, signature=None))
    return Records(tuple(records), unchecked)


def record(
    found: CaseFolder,
    noted: Noted,
    documents: Sequence[str],
    *,
    strings: Sequence[str] = (),
    recorded_by: str | None = None,
    identity: Identity | None = None,
    opened: OpenKey | None = None,
    words: Found | None = None,
) -> IntruderRecord:
    """Add a record to the case, signed where there is an identity; what was found in words is sealed first.

    Args:
        documents: the SHA-256 of every file.
        strings: keyed hashes of the strings that redact had suggested.
        opened: the key of the case; needed for `words`.

    Returns: the record as it was written.

    Raises:
        WrongUse: words are to be kept without the key; as `must_be_words` does.
        Damaged: a line of the file holds no record; nothing was added.
        NotWritten: it could not be written; the file is then the old one, and nothing is sealed.
    """
    new = IntruderRecord(
        fingerprint=f"hmac:{secrets.token_hex(16)}",
        by=noted.by,
        on=noted.on,
        recorded=decisions.now(),
        documents=tuple(sorted(set(documents))),
        searched=noted.searched,
        result=noted.result,
        strings=tuple(strings),
        recorded_by=recorded_by,
    )
    if words is None:
        return _added(found, new, identity)
    if opened is None or identity is None:
        raise WrongUse(
            "what was found names people, and there is no open key in which it could be sealed",
            "Let one of the key's people record it, or leave the words out: the result alone is kept.",
        )
    with sealed_beside(opened, identity, new.fingerprint, words):
        return _added(found, replace(new, words=hash_of(opened, words.words)), identity)


def intruder_test_of(
    found: CaseFolder,
    own: Path,
    documents: Collection[str],
    *,
    words: Words | None = None,
    day: date | None = None,
    since: date | None = None,
) -> IntruderTest:
    """Say whether a case holds a record for exactly these files of which nothing is open: what the gate asks.

    Args:
        documents: the SHA-256 of every file that is to be published.
        words: what people have decided in the case; read here where none is given.
        day: on which it is asked; today where none is given.
        since: a search of an earlier day does not count.

    Raises: as `read` and `decisions.read` do.
    """
    from redact.judge import last_words
    from redact.judge.intruder import intruder_test

    known = words or last_words(decisions.read(found, own).decisions, day or date.today())
    return intruder_test(read(found, own).records, documents, known, since=since)


# ------------------------------------------------------------------ private


def _added(found: CaseFolder, new: IntruderRecord, identity: Identity | None) -> IntruderRecord:
    path = found.folder / INTRUDER
    with locked(path):
        data = content_of(path, "records") or b""
        _numbered(data)
        if identity is not None:
            new = replace(new, signature=sign(identity, FORMAT, _message(new)))
        write_over(path, with_lines(data, record_as_json(new) + "\n"))
    return new


def _numbered(data: bytes) -> list[tuple[int, IntruderRecord]]:
    return numbered(data, record_from_json, INTRUDER, "record of a search", _TAKE_OUT)


def _look_at_signature(one: IntruderRecord, signature: str, card: Card, number: int) -> None:
    try:
        verify(card, FORMAT, _message(one), signature)
    except Forged:
        raise Forged(
            f"the signature in line {number:,} of {INTRUDER} is not of whom the line names",
            "Somebody has altered that line or written it in another's name: ask whoever it names.",
        ) from None


def _message(one: IntruderRecord) -> bytes:
    return record_as_json(one, signed=False).encode("ascii")


def _digest(path: Path) -> str:
    held = hashlib.sha256()
    try:
        if not path.is_file():  # a folder, a pipe
            raise Unreadable("it is not there, or is no file", "Look at its name.")
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                held.update(chunk)
    except OSError as error:
        raise Unreadable(
            f"it cannot be read (error {error.errno})", "Look at your right to read it."
        ) from None
    return held.hexdigest()
