"""The key file of a case: made, opened and saved, so that neither a crash nor two hands lose a word of it.

A save is sealed, opened again and compared, written aside, read back and renamed; the file before it stays as
`.prev`. Each revision names the digest of the one before. Who saves holds a lock, and saves only over the
very file that was opened. On a folder that is synchronised or on a network a lock is worth little: there the
digest alone stands between two hands, and a copy that was made elsewhere shows when it comes back.
"""

from __future__ import annotations

import contextlib
import hashlib
import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from redact.errors import FileFault, Forged, KeyConflict, KeyDamaged, KeyFault, NotForYou, Unreadable
from redact.keystore import audit
from redact.keystore.armour import MAX_BYTES
from redact.keystore.audit import Said
from redact.keystore.codec import key_from_plain, key_to_plain
from redact.keystore.home import make_private_folder
from redact.keystore.identity import Identity
from redact.keystore.seal import seal, unseal
from redact.storage import locked, sweep, write_new, write_over
from redact.values.key import Card, Key, KeyEvent, KeyRetired, Recipient, highest_id

__all__ = ["OpenKey", "bring_back", "create_key", "open_key", "put_back", "save_key", "update_key"]

KIND = "key"
PREVIOUS = ".prev"
_HISTORY = 50  # the last events that a key keeps; the audit log has all of them
_ODD = "Take the copy before it (the file that ends in .prev) or a backup, and ask who has saved it last."
Clock = Callable[[], datetime]
_NOTHING = Said()


@dataclass(frozen=True, slots=True)
class OpenKey:
    """A key as it was opened: its content, the digest of the sealed file, and where that lies."""

    key: Key = field(repr=False)
    sha256: str
    path: Path = field(repr=False)


def now() -> datetime:
    """Give the time as keys hold it: in UTC, in whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)


def create_key(
    path: Path, case: str, identity: Identity, *, others: Sequence[Card] = (), clock: Clock = now
) -> OpenKey:
    """Make the first, empty key of a case, sealed for its maker and for `others`; never over a file.

    Raises:
        NotWritten: there is a file of that name, or none can be written.
    """
    at, me = clock(), identity.card
    cards = {card.id: card for card in (me, *others)}
    key = Key(
        case=case,
        revision=1,
        previous_sha256=None,
        created=at,
        updated=at,
        updated_by=me.id,
        secret=secrets.token_bytes(32),
        recipients=tuple(Recipient(card, at.date(), me.id) for card in cards.values()),
        history=(KeyEvent(1, at, me.id, "made"),),
    )
    make_private_folder(path.parent)
    with locked(path):
        sealed = _sealed(key, identity)
        write_new(path, sealed, private=True)
        try:
            _note(path, key, _digest(sealed), identity, Said())
        except BaseException:  # whoever is stopped here has made nothing
            _forget(path)
            raise
    return OpenKey(key, _digest(sealed), path)


def open_key(path: Path, case: str, identity: Identity, *, trusted: Iterable[Card]) -> OpenKey:
    """Open the key of a case.

    Raises:
        KeyFault: there is none; or as `unseal` does.
        Forged: whoever has signed it is none of its people.
        Unreadable: the system does not let us read it.
    """
    data = _read(path)
    unsealed = unseal(data, KIND, case, identity=identity, trusted=trusted)
    try:
        key = key_from_plain(unsealed.content)
    except ValueError:
        raise KeyDamaged("what is in the key file is no key of this version of redact", _ODD) from None
    if key.case != case or key.updated_by != unsealed.signer.id:
        raise Forged("forged: the key says otherwise of itself than its seal does", _ODD)
    if all(one.card.id != unsealed.signer.id for one in key.recipients):
        raise Forged("forged: the key was signed by somebody who is none of its people", _ODD)
    return OpenKey(key, _digest(data), path)


def save_key(
    opened: OpenKey,
    changed: Key,
    identity: Identity,
    *,
    what: str,
    reason: str = "",
    said: Said = _NOTHING,
    clock: Clock = now,
) -> OpenKey:
    """Save a changed key as the next revision of the one that was opened.

    Revision, times, digests, retired pseudonyms, ids and history are set here, whatever `changed` says.

    Args:
        what: a code for the history, without names: "review", "import".
        reason: free text; it stays inside the key.
        said: what the log says of it besides.

    Raises:
        LogBroken, OldRevision: the log beside it was altered, or has seen a newer key.
        KeyConflict: the file is another by now.
        NotForYou: whoever saves is none of the people of the changed key.
        NotWritten: it could not be written, or somebody else is saving it; the file is then the old one.
        ValueError: a pseudonym in `changed` belonged to somebody else before.
    """
    with locked(opened.path):
        return _save(opened, changed, identity, KeyEvent(0, clock(), identity.card.id, what, reason), said)


def update_key(
    path: Path,
    case: str,
    identity: Identity,
    change: Callable[[Key], Key],
    *,
    trusted: Iterable[Card],
    what: str,
    reason: str = "",
    said: Said = _NOTHING,
    clock: Clock = now,
) -> OpenKey:
    """Open, change and save a key while nobody else can: of two at once the second sees the first's work.

    `change` gives the key as it should be; it must not wait for a person, since others wait for it.

    Raises: as `open_key` and `save_key` do.
    """
    with locked(path):
        opened = open_key(path, case, identity, trusted=trusted)
        audit.must_follow(path, opened.key)
        event = KeyEvent(0, clock(), identity.card.id, what, reason)
        return _save(opened, change(opened.key), identity, event, said)


def put_back(path: Path, copy: OpenKey, identity: Identity, *, said: Said = _NOTHING) -> OpenKey:
    """Put a copy in the place of a key, byte for byte; what was there stays as the one before.

    Assumes: the copy was opened, and is no older than what the log has seen.
    Raises: as `write_over` does; the log gets its line first.
    """
    data = _read(copy.path)
    if _digest(data) != copy.sha256:
        raise KeyConflict("the copy was changed since it was opened", "Nothing was changed. Do it again.")
    make_private_folder(path.parent)
    with locked(path):
        audit.note(path, copy.key, copy.sha256, identity, "restore", said)
        _keep_as_previous(path)
        write_over(path, data, private=True)
    return OpenKey(copy.key, copy.sha256, path)


def bring_back(
    path: Path, older: OpenKey, above: int, identity: Identity, *, said: Said, what: str = "restore"
) -> OpenKey:
    """Save the content of an older key as the newest revision, where the newest one cannot be opened.

    Args:
        above: the highest revision that was ever seen; the new one is the next.

    Raises:
        NotForYou: whoever saves is none of its people.
        NotWritten: it could not be written.
    """
    event = KeyEvent(above + 1, now(), identity.card.id, what)
    key = replace(
        older.key,
        revision=above + 1,
        previous_sha256=older.sha256,
        updated=event.when,
        updated_by=identity.card.id,
        history=(*older.key.history, event)[-_HISTORY:],
    )
    sealed = _sealed(key, identity)
    make_private_folder(path.parent)
    with locked(path):
        _keep_as_previous(path)
        write_over(path, sealed, private=True)
        _note(path, key, _digest(sealed), identity, said)
    return OpenKey(key, _digest(sealed), path)


# ------------------------------------------------------------------ private


def _keep_as_previous(path: Path) -> None:
    if path.exists():
        write_over(path.with_name(path.name + PREVIOUS), _read(path), private=True)


def _save(opened: OpenKey, changed: Key, identity: Identity, event: KeyEvent, said: Said) -> OpenKey:
    before, path = opened.key, opened.path
    data = _read(path)
    if _digest(data) != opened.sha256:
        raise KeyConflict(
            "the key was changed by somebody else since it was opened",
            "Nothing was saved. Open it again, and do once more what was not yet in it.",
        )
    if all(one.card.id != identity.card.id for one in changed.recipients):
        raise NotForYou("you are none of the people of this key", "Let one of those who remain save it.")
    audit.look_ahead(path, before.revision)
    key = replace(
        changed,
        case=before.case,
        revision=before.revision + 1,
        previous_sha256=opened.sha256,
        created=before.created,
        updated=event.when,
        updated_by=identity.card.id,
        retired=_retired(before, changed),
        history=(*before.history, replace(event, revision=before.revision + 1))[-_HISTORY:],
        highest_id=max(before.highest_id, highest_id(before), highest_id(changed)),
    )
    sealed = _sealed(key, identity)
    write_over(path.with_name(path.name + PREVIOUS), data, private=True)
    write_over(path, sealed, private=True)
    sweep(path.parent)
    _note(path, key, _digest(sealed), identity, said)
    return OpenKey(key, _digest(sealed), path)


def _note(path: Path, key: Key, sha256: str, identity: Identity, said: Said) -> None:
    """Write the line of a save that is done. Where it cannot be written, the next save writes it as late."""
    with contextlib.suppress(FileFault):
        audit.note_save(path, key, sha256, identity, said)


def _forget(path: Path) -> None:
    for made in (*audit.log_files(path), path):
        with contextlib.suppress(OSError):
            made.unlink()


def _sealed(key: Key, identity: Identity) -> bytes:
    """Seal a key, and open it again: what does not come back as it was is never written."""
    people = [one.card.age for one in key.recipients]
    sealed = seal(KIND, key.case, key_to_plain(key), signer=identity, recipients=people)
    again = unseal(sealed, KIND, key.case, identity=identity, trusted=())
    if key_from_plain(again.content) != key:
        raise KeyDamaged("the key would not open as it is", "Nothing was saved. Tell whoever made redact.")
    return sealed


def _retired(before: Key, changed: Key) -> tuple[KeyRetired, ...]:
    """Keep every pseudonym that somebody had and has no more."""
    gone = set(_pseudonyms(before)) - set(_pseudonyms(changed))
    gone_now = [KeyRetired(label, of) for label, of in gone if label is not None]
    kept = {(one.pseudonym, one.of): one for one in (*before.retired, *gone_now)}
    return tuple(kept[entry] for entry in sorted(kept))


def _pseudonyms(key: Key) -> list[tuple[str | None, str]]:
    return [(one.pseudonym, one.id) for one in key.people] + [(one.pseudonym, one.id) for one in key.things]


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise KeyFault(
            "the key file is not where the case says",
            "Look at the drive it lies on; the copy before it ends in .prev. A copy that you were given is "
            "put there by redact key restore FILE; of a case that has no key yet: redact key init",
        ) from None
    except OSError as error:
        raise Unreadable(
            f"the key file cannot be read (error {error.errno})", "Look at your right to read it."
        ) from None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
