"""A key is looked at whole, copied, and put back; its log is read."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from redact.chain import Entry, Log, read
from redact.errors import KeyConflict, KeyFault, NoIdentity, OldRevision, Unreadable, WrongUse
from redact.keystore import home
from redact.keystore.audit import Said, log_path, note, read_log
from redact.keystore.identity import Identity
from redact.keystore.keyfile import PREVIOUS, OpenKey, bring_back, now, open_key, put_back, save_key
from redact.resolve.settling import words_of
from redact.run.case import key_path_of, open_case_key
from redact.run.case_file import CERTIFICATE, CaseFolder
from redact.run.key_retaining import told_of
from redact.run.key_sharing import RECOVERY_ROLE, role_of
from redact.storage import write_new
from redact.values.key import Card, Key
from redact.values.key_reasons import RestoreReason

__all__ = ["Verified", "audit", "backup", "restore", "verify"]


@dataclass(frozen=True, slots=True)
class Verified:
    """What was looked at: the key as it opened, its log, and what is wrong with them, without a name."""

    opened: OpenKey = field(repr=False)
    log: Log = field(repr=False)
    wrong: tuple[str, ...]
    told: tuple[str, ...]


def verify(found: CaseFolder, identity: Identity, own: Path) -> Verified:
    """Open the key and look at its signature, form, duplicates, revision and log.

    Raises:
        KeyFault: it does not open, or is older than one that was there before.
        LogBroken, Forged: the log was altered.
    """
    opened = open_case_key(found, identity, own)
    people = (*home.trusted(own), identity.card, *(one.card for one in opened.key.recipients))
    log = read_log(opened.path, people)
    wrong = (*_wrong_in_log(opened, log), *_twice(opened.key), *_over(opened.key))
    return Verified(opened, log, wrong, _told(opened, log))


def backup(found: CaseFolder, identity: Identity, own: Path, path: Path) -> OpenKey:
    """Copy the sealed key to a new file, once it has opened; the log has it.

    Raises:
        KeyFault: it does not open; no copy is made of what nobody can open.
        NotWritten, Unreadable: the copy could not be made, or there is a file of that name.
    """
    opened = open_case_key(found, identity, own)
    write_new(path, _bytes_of(opened.path), private=True)
    try:
        if open_key(path, found.case.id, identity, trusted=home.trusted(own)).sha256 != opened.sha256:
            raise KeyConflict("the key was changed just now", "Nothing was copied. Do it again.")
        note(opened.path, opened.key, opened.sha256, identity, "backup", Said())
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise
    return opened


def restore(
    found: CaseFolder,
    identity: Identity,
    own: Path,
    path: Path,
    *,
    older: bool = False,
    reason: RestoreReason | None = None,
) -> OpenKey:
    """Put a copy back in the place of the key. An older one comes back as a new revision, if that was said.

    Who may open the key now may open it afterwards, and nobody else, where the key of now still opens: a
    restored copy brings back no leaver. Pseudonyms that were given since stay kept back then.

    Raises:
        OldRevision: it is older than what was seen, and nobody has said that it is meant.
        WrongUse: the key was destroyed; this very key is in place, or another of its revision.
        KeyFault, NotWritten: the copy does not open, or could not be written.
        Unreadable: the key in place cannot be read, so nobody knows what would be lost.
    """
    if (found.folder / CERTIFICATE).exists():
        raise WrongUse(
            "the key of this case was destroyed, by two of its people",
            "Destroy this copy of it too, and say so.",
        )
    place = key_path_of(found.case, own)
    trusted = home.trusted(own)
    copy = open_key(path, found.case.id, identity, trusted=trusted)
    present = _present(place, found.case.id, identity, trusted)
    highest = read(log_path(place)).highest_revision
    if present is not None and present.sha256 == copy.sha256 and copy.key.revision >= highest:
        raise WrongUse("this very key is in place", "Nothing was changed.")
    said = Said(reason.value if reason else "")
    newest = max(highest, present.key.revision if present else 0)
    if copy.key.revision >= newest:
        if present is not None and copy.key.revision == present.key.revision:
            raise WrongUse("there are two keys of one revision", "Join them: redact key merge-files FILE")
        return put_back(place, copy, identity, said=said)
    if not older or reason is None:
        raise OldRevision(
            f"that copy is older: revision {copy.key.revision:,}, and {newest:,} was there",
            "What was entered since would be gone. If it is meant: --older --reason CODE",
        )
    if present is not None and present.key.revision == newest:
        until = present.key.retain_until or copy.key.retain_until
        content = replace(copy.key, recipients=present.key.recipients, retain_until=until)
        return save_key(present, content, identity, what="restore", said=said)
    return bring_back(place, copy, newest, identity, said=said)


def audit(found: CaseFolder, own: Path) -> Log:
    """Read the log of the key with the cards that are trusted here; opens nothing.

    Raises:
        LogBroken, Forged: it was altered.
    """
    cards = list(home.trusted(own))
    with suppress(NoIdentity):
        cards.append(home.own_card(own))
    return read_log(key_path_of(found.case, own), cards)


# ------------------------------------------------------------------ private


def _present(place: Path, case: str, identity: Identity, trusted: tuple[Card, ...]) -> OpenKey | None:
    try:
        return open_key(place, case, identity, trusted=trusted)
    except KeyFault:
        # It is damaged or gone: that is why a copy is put back. One that the system does not let us read
        # may be whole, and newer than the copy: then nothing is done.
        return None


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(
            f"the key file cannot be read (error {error.errno})", "Look at your right to read it."
        ) from None


def _wrong_in_log(opened: OpenKey, log: Log) -> list[str]:
    key = opened.key
    saves = [line for line in log.entries if line.revision == key.revision and line.file]
    wrong = []
    if not log.entries:
        wrong.append("there is no log beside the key")
    elif log.highest_revision < key.revision:
        wrong.append(f"the log ends at revision {log.highest_revision}; later lines are missing")
    elif saves and all(line.file != opened.sha256 for line in saves):
        wrong.append("the log knows another key of this revision: redact key merge-files may join them")
    if log.unchecked:
        wrong.append(f"{log.unchecked} line(s) of the log are signed by cards that nobody here knows")
    return wrong


def _over(key: Key) -> list[str]:
    over = key.retain_until is not None and now().date() > key.retain_until
    return ["the day by which the key must be destroyed has gone by: redact key destroy"] if over else []


def _twice(key: Key) -> list[str]:
    bearers: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for person in key.people:
        for name in person.names:
            words = tuple(sorted(words_of(name.text)))
            if len(words) > 1:
                bearers[words].add(person.pseudonym or person.id)
    shared = sorted({", ".join(sorted(who)) for who in bearers.values() if len(who) > 1})
    return [f"one whole name is borne by several: {who}" for who in shared]


def _told(opened: OpenKey, log: Log) -> tuple[str, ...]:
    key = opened.key
    bare = sum(1 for person in key.people if person.pseudonym is None and not person.stays)
    lines = [
        f"case {key.case}, revision {key.revision}, {len(key.people)} people, {len(key.things)} others",
        f"opens, signed by card {key.updated_by[:8]}, last changed {key.updated:%Y-%m-%d}",
        f"log: {len(log.entries)} line(s), {_late(log.entries)} written later than done",
    ]
    lines += [
        f"opens for card {one.card.id[:8]} ({one.card.role or 'no role'}), since {one.added}"
        for one in key.recipients
    ]
    lines += [f"{bare} people have no pseudonym yet"] if bare else []
    previous = opened.path.with_name(opened.path.name + PREVIOUS)
    lines += ["the copy before it (.prev) is there"] if previous.exists() else []
    outside = sum(1 for one in key.recipients if one.card.role != RECOVERY_ROLE and role_of(one.card) is None)
    lines += (
        [f"of {outside} of these cards the role does not say that the owner is of the panel or an author"]
        if outside
        else []
    )
    return (*lines, told_of(key, now().date()))


def _late(entries: tuple[Entry, ...]) -> int:
    return sum(1 for entry in entries if entry.late)
