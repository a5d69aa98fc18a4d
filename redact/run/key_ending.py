"""A key is destroyed by two of its people, and with it the secret of the case's fingerprints.

What is gone then: the records of what was written over what, what was found in searches, the one before the
key, `check.age`, the locks, what was half written, and the key, which goes last: who is stopped in the middle
can do it again. What stays: the log, which holds no name and whose keyed hashes nobody can guess back any
more, and the case's decisions and records of searches.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from redact.errors import Forged, KeyDamaged, NotWritten, Unreadable, WrongUse
from redact.keystore.audit import Said, note
from redact.keystore.check_secret import FILE_NAME as CHECK_SECRET
from redact.keystore.identity import Identity, sign, verify
from redact.keystore.keyfile import PREVIOUS, OpenKey, now
from redact.keystore.seal import canonical
from redact.run.case import open_case_key
from redact.run.case_file import CERTIFICATE, CaseFolder
from redact.run.change_record import RECORD
from redact.run.intruder_words import WORDS
from redact.storage import lock_path, sweep, write_new, write_over
from redact.values.key import Card

__all__ = ["CERTIFICATE", "Certificate", "consent", "consent_of", "destroy"]

FORMAT = "redact-consent/1"
_DAYS = 30  # a consent that lay about for longer was for another day's reasons
_HALF_SECONDS = 60.0  # who writes a small file just now is not stopped
_MOST = 64 * 1024


@dataclass(frozen=True, slots=True)
class Certificate:
    """What was destroyed, by whom (ids of cards), and when the last backup of it is gone too."""

    case: str
    revision: int
    people: int
    first: str
    second: str
    when: str
    removed: tuple[str, ...]
    backups_until: str


def consent(found: CaseFolder, identity: Identity, own: Path, path: Path) -> None:
    """Write a consent to destroy the key as it is now, signed; it holds no name.

    Raises:
        KeyFault: whoever consents cannot open the key.
        NotWritten: there is a file of that name, or none can be written.
    """
    opened = open_case_key(found, identity, own)
    content = _said(opened, identity.card.id, now())
    signed = {**content, "signature": sign(identity, FORMAT, canonical(content))}
    write_new(path, (json.dumps(signed, indent=1, sort_keys=True) + "\n").encode("ascii"))


def consent_of(opened: OpenKey, path: Path) -> Card:
    """Read the consent of somebody, and give their card.

    Raises:
        WrongUse: it is for another case, for the key as it was earlier, or older than thirty days.
        Forged: the signature is not theirs, or they are none of the key's people.
        KeyDamaged, Unreadable: it is no consent, or cannot be read.
    """
    content = _consent_in(path)
    cards = {one.card.id: one.card for one in opened.key.recipients}
    card = cards.get(content["card"])
    if card is None:
        raise Forged("the consent is by nobody for whom this key is sealed", "Ask one of its people.")
    signature = content.pop("signature")
    verify(card, FORMAT, canonical(content), signature)
    age = now() - _moment(content["when"])
    # A clock may be a day ahead of another.
    fresh = -timedelta(days=1) <= age <= timedelta(days=_DAYS)
    if (content["case"], content["key"]) != (opened.key.case, opened.sha256) or not fresh:
        raise WrongUse(
            "the consent is not for this key as it is now, or is older than thirty days",
            "Ask for another: redact key consent FILE",
        )
    return card


def destroy(
    found: CaseFolder, identity: Identity, own: Path, second: Card, backups_until: date
) -> Certificate:
    """Destroy the key of a case and the secret of its fingerprints; writes what was removed into the case.

    Args:
        second: the card of another of its people, who has opened the key just now or has consented.
        backups_until: the day on which the last backup of any of it is gone; only then is it true.

    Raises:
        WrongUse: the two are one person, or that day has gone by.
        KeyFault, Unreadable: nothing was removed.
        NotWritten: a file could not be removed, and the key is kept; or there is no certificate of it.
    """
    if backups_until < now().date():
        raise WrongUse(
            "that day has gone by",
            "Give the day on which the last backup will be gone; if there is none, today.",
        )
    opened = open_case_key(found, identity, own)
    if second.id == identity.card.id or all(one.card.id != second.id for one in opened.key.recipients):
        raise WrongUse("destroying a key needs two of its people", "Ask another: redact key consent FILE")
    files = _files(opened.path, found.folder)
    note(opened.path, opened.key, opened.sha256, identity, "destroy", Said(card=second.id))
    removed, left = _remove(files, opened.path, found.folder)
    if left:
        raise NotWritten(
            f"{left} of the files could not be removed, and the key is kept until they are",
            "Close other programs, and do it again.",
        )
    certificate = Certificate(
        case=opened.key.case,
        revision=opened.key.revision,
        people=len(opened.key.people),
        first=identity.card.id,
        second=second.id,
        when=f"{now():%Y-%m-%dT%H:%M:%S}Z",
        removed=removed,
        backups_until=backups_until.isoformat(),
    )
    text = json.dumps(asdict(certificate), indent=1) + "\n"
    write_over(found.folder / CERTIFICATE, text.encode("ascii"))
    return certificate


# ------------------------------------------------------------------ private


def _files(key: Path, folder: Path) -> list[tuple[str, Path]]:
    """Give every file that is to go, in our own words; the key last, since without it nobody could go on."""
    check = folder / CHECK_SECRET
    return [
        *(("a record of changes", record) for record in _sealed(key, RECORD)),
        *(("what was found in a search", words) for words in _sealed(key, WORDS)),
        ("the copy before it", key.with_name(key.name + PREVIOUS)),
        ("the secret of the fingerprints", check),
        ("the lock of the key", lock_path(key)),
        ("the lock of the secret", lock_path(check)),
        ("the key", key),
    ]


def _sealed(key: Path, what: str) -> list[Path]:
    """Give the sealed files of a kind beside the key: they hold names, and open as the key does."""
    try:
        beside = sorted(key.parent.iterdir())
    except OSError as error:
        raise Unreadable(
            f"the folder of the key cannot be read (error {error.errno})", "Nothing was removed."
        ) from None
    return [one for one in beside if one.name.startswith(key.stem + what) and one.suffix == ".age"]


def _remove(files: list[tuple[str, Path]], key: Path, folder: Path) -> tuple[tuple[str, ...], int]:
    """Remove every file; gives what was removed, and how many could not be.

    While another file is left the key is kept, since without it nobody could do this again.
    """
    half = sweep(key.parent, seconds=_HALF_SECONDS) + sweep(folder, seconds=_HALF_SECONDS)
    removed = [f"{half} half-written file(s)"] if half else []
    left = 0
    for what, path in files:
        if left and path == key:
            break
        try:
            path.unlink()
            removed.append(what)
        except FileNotFoundError:
            continue
        except OSError:
            left += 1
    counts = Counter(removed)
    return tuple(what if times == 1 else f"{what}, {times} times" for what, times in counts.items()), left


def _said(opened: OpenKey, card: str, when: datetime) -> dict[str, str]:
    return {
        "format": FORMAT,
        "consents_to": "destroy",
        "case": opened.key.case,
        "key": opened.sha256,
        "card": card,
        "when": f"{when:%Y-%m-%dT%H:%M:%S}Z",
    }


def _consent_in(path: Path) -> dict[str, str]:
    try:
        with path.open("rb") as file:
            content = json.loads(file.read(_MOST))
        fields = {"format", "consents_to", "case", "key", "card", "when", "signature"}
        if not isinstance(content, dict) or set(content) != fields or content["format"] != FORMAT:
            raise ValueError
        if not all(isinstance(value, str) for value in content.values()):
            raise ValueError
        _moment(content["when"])
    except OSError as error:
        raise Unreadable(f"the consent cannot be read (error {error.errno})", "Look at its name.") from None
    except (ValueError, RecursionError):
        raise KeyDamaged(
            "this is no consent of redact", "Ask for it again: redact key consent FILE"
        ) from None
    return content


def _moment(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
