"""The log of what was done with a key: beside the key file, without a name, signed line by line.

Every save writes a line. A save whose line could not be written gets it with the next one, marked as late:
the key's own history says what is missing. The free text of a reason stays in that history; the log has a
keyed hash of it, which nobody can guess back once the key is gone.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from redact.chain import Check, Entry, Log, append, head_path, highest_revision, read
from redact.errors import Forged, LimitReached, LogBroken, OldRevision, Unreadable
from redact.keystore.identity import Identity, sign, verify
from redact.values.fingerprint import fingerprint
from redact.values.key import Card, Key

__all__ = [
    "Said",
    "log_files",
    "log_path",
    "look_ahead",
    "must_be_newest",
    "must_follow",
    "names_another",
    "note",
    "note_save",
    "read_log",
]

PURPOSE = "redact-audit/1"
_SUFFIX = ".audit"
_BACK = ("restore", "merge-files")  # made of an older key, or beside one that was lost


@dataclass(frozen=True, slots=True)
class Said:
    """What a line says besides who, when and what: a code, the people and the card that it is about."""

    code: str = ""
    people: tuple[str, ...] = ()
    card: str = ""


def log_path(key_path: Path) -> Path:
    """Say where the log of a key lies."""
    return key_path.with_name(key_path.name + _SUFFIX)


def log_files(key_path: Path) -> tuple[Path, ...]:
    """Give the files of the log: the log, and its newest checkpoint."""
    return log_path(key_path), head_path(log_path(key_path))


def look_ahead(key_path: Path, revision: int) -> None:
    """Look before a save whether the log holds together and has seen nothing newer.

    Raises:
        LogBroken, OldRevision: it does not, or has; nothing may be saved then.
    """
    _must_be_newest(read(log_path(key_path)).highest_revision, revision)


def must_be_newest(key_path: Path, revision: int) -> None:
    """Refuse a key that is older than one that was there before.

    A log that was touched is passed over here: whoever saves, and `key audit`, are told of it.

    Raises:
        OldRevision: it is older.
    """
    _must_be_newest(highest_revision(log_path(key_path)), revision)


def must_follow(key_path: Path, key: Key) -> None:
    """Refuse a key that is the next by its number and was not made of the one that the log has seen last.

    Raises:
        Forged: somebody has put it in between.
    """
    with contextlib.suppress(LogBroken, LimitReached, Unreadable):
        log = read(log_path(key_path))
        last = {one.file for one in log.entries if one.revision == log.highest_revision and one.file}
        back = bool(key.history) and key.history[-1].what in _BACK
        known = {one.file for one in log.entries if one.file} if back else last
        if last and key.revision == log.highest_revision + 1 and key.previous_sha256 not in known:
            raise Forged(
                f"the key does not follow the one before it: revision {key.revision:,} was made of another "
                f"{log.highest_revision:,} than the log knows",
                "It was forged, or two people have saved apart. Ask whoever saved last; join the two: "
                "redact key merge-files FILE, or put the right one back: redact key restore FILE",
            )


def names_another(key_path: Path, sha256: str) -> bool:
    """Tell whether the log has seen another file last than the one of this digest."""
    with contextlib.suppress(LogBroken, LimitReached, Unreadable):
        log = read(log_path(key_path))
        last = {one.file for one in log.entries if one.revision == log.highest_revision and one.file}
        return bool(last) and sha256 not in last
    return False


def note_save(key_path: Path, key: Key, sha256: str, identity: Identity, said: Said) -> None:
    """Write the line of a save, and those of earlier saves that have none.

    Raises: as `chain.append` does.
    """
    path = log_path(key_path)
    seen = read(path).highest_revision
    drafts: list[Entry] = []
    for event in key.history:
        if event.revision <= seen:
            continue
        newest = event.revision == key.revision
        text = fingerprint(key.secret, "reason", [event.reason]) if event.reason else ""
        drafts.append(
            Entry(
                time=event.when,
                actor=event.by,
                action=event.what,
                case=key.case,
                revision=event.revision,
                file=sha256 if newest else "",
                reason=said.code if newest else "",
                ids=_keyed(key, said.people) if newest else (),
                card=said.card if newest else "",
                text=text,
                late=not newest,
            )
        )
    _append(path, drafts, identity)


def note(
    key_path: Path, key: Key, sha256: str, identity: Identity, what: str, said: Said, *, text: str = ""
) -> None:
    """Write the line of something that changed nothing in the key: somebody was shown, a copy was made.

    Raises: as `chain.append` does.
    """
    hashed = fingerprint(key.secret, "reason", [text]) if text else ""
    entry = Entry(
        time=datetime.now(UTC).replace(microsecond=0),
        actor=identity.card.id,
        action=what,
        case=key.case,
        revision=key.revision,
        file=sha256,
        reason=said.code,
        ids=_keyed(key, said.people),
        card=said.card,
        text=hashed,
    )
    _append(log_path(key_path), [entry], identity)


def read_log(key_path: Path, cards: Iterable[Card]) -> Log:
    """Read the log of a key, and look at the signature of each line.

    Args:
        cards: of whom the signatures are known.

    Raises: as `chain.read` does.
    """
    return read(log_path(key_path), _checker(cards))


# ------------------------------------------------------------------ private


def _append(path: Path, drafts: Sequence[Entry], identity: Identity) -> None:
    if drafts:
        append(path, drafts, signer=identity.card.id, sign=lambda message: sign(identity, PURPOSE, message))


def _checker(cards: Iterable[Card]) -> Check:
    known = {card.id: card for card in cards}

    def check(signer: str, message: bytes, signature: str) -> bool:
        card = known.get(signer)
        if card is None:
            return False
        verify(card, PURPOSE, message, signature)
        return True

    return check


def _must_be_newest(highest: int, revision: int) -> None:
    if revision < highest:
        raise OldRevision(
            f"an older key lies in the place of the newest: revision {revision:,}, and {highest:,} was there",
            "Put the newest copy back. If it is lost: redact key restore FILE --older --reason CODE",
        )


def _keyed(key: Key, people: Sequence[str]) -> tuple[str, ...]:
    return tuple(fingerprint(key.secret, "audit", [person]) for person in people)
