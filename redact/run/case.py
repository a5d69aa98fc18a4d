"""A case is begun, and its fingerprints' secret is opened for a check.

A case's folder holds no name: `case.toml`, `check.age`, `decisions.jsonl`. The key, which does, is another
file and lies elsewhere.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from redact.chain import read
from redact.errors import (
    FileFault,
    KeyDamaged,
    KeyFault,
    NoIdentity,
    NotForYou,
    NotWritten,
    UnknownSigner,
    Unreadable,
    WrongUse,
)
from redact.keystore import home
from redact.keystore.audit import log_files, log_path, must_be_newest, must_follow, names_another
from redact.keystore.check_secret import FILE_NAME as CHECK_SECRET
from redact.keystore.check_secret import CheckSecret, open_check_secret, seal_check_secret, share_check_secret
from redact.keystore.identity import Identity
from redact.keystore.keyfile import OpenKey, create_key, open_key
from redact.run import case_file
from redact.run.case_file import CERTIFICATE, CaseFolder
from redact.run.identity import Passphrases, unlocked
from redact.storage import write_new
from redact.values.case import Case
from redact.values.fingerprint import new_secret
from redact.values.key import Card

__all__ = ["DECISIONS", "Scope", "key_path_of", "open_case_key", "open_secret", "scope_of", "share", "start"]

DECISIONS = "decisions.jsonl"


@dataclass(frozen=True, slots=True)
class Scope:
    """Under which secret a check makes its fingerprints: the case's, or that of this run alone.

    `because` says in words of ours why it is not the case's; none when it is, or where there is no case.
    `identity` is whose passphrase has opened the case's.
    """

    secret: bytes = field(repr=False)
    name: str
    because: str | None = None
    identity: Identity | None = field(default=None, repr=False)


def start(
    folder: Path,
    case: Case,
    identity: Identity,
    *,
    may_check: Sequence[Card],
    own: Path,
    with_key: bool = True,
) -> CaseFolder:
    """Begin a case: make its folder where it is missing, its three files, and its first, empty key.

    Args:
        may_check: the cards of those who may check, besides whoever begins it; each one trusted.
        own: the user's own folder.
        with_key: else somebody who keeps the names makes it later (`begin_key`).

    Raises:
        WrongUse: the folder is a case already, a card is not trusted, or the key would lie in the folder.
        NotWritten: something could not be written; nothing is left then.
    """
    key = key_path_of(case, own)
    _look_ahead(folder, key, may_check, home.trusted(own))
    people = {card.id: card.age for card in (identity.card, *may_check)}
    sealed = seal_check_secret(new_secret(), case.id, signer=identity, may_check=people)
    made: list[Path] = []
    try:
        with contextlib.suppress(FileExistsError):
            folder.mkdir()
            made.append(folder)
        if with_key:
            create_key(key, case.id, identity)
            made += [key, *log_files(key)]
        # case.toml comes last: a folder without it is no case.
        for name, content in (
            (CHECK_SECRET, sealed),
            (DECISIONS, b""),
            (case_file.FILE_NAME, case_file.as_toml(case).encode("utf-8")),
        ):
            write_new(folder / name, content)
            made.append(folder / name)
    except OSError as error:
        _undo(made)
        raise NotWritten(
            f"the folder of the case cannot be made (error {error.errno})",
            "Make the folder above it first, or choose another one.",
        ) from None
    except BaseException:
        _undo(made)
        raise
    return CaseFolder(case, folder)


def share(found: CaseFolder, people: Sequence[Card], identity: Identity, own: Path) -> int:
    """Let more people check a case: its secret is sealed for them too, and nothing else is.

    Args:
        people: their cards; each one trusted.
        own: the user's own folder.

    Returns: how many may check from now on.

    Raises:
        WrongUse: a card is not trusted.
        KeyFault: the secret cannot be opened or saved.
    """
    trusted = home.trusted(own)
    _must_be_trusted(people, trusted)
    held = share_check_secret(found.folder, found.case.id, identity, people, trusted=trusted)
    return len(held.may_check)


def scope_of(found: CaseFolder | None, own: Path, passphrases: Passphrases) -> Scope:
    """Open the secret of a case for a check; who cannot gets one that holds for this run.

    Args:
        own: the user's own folder.

    Raises:
        WrongPassphrase: a passphrase was given, and it does not open the identity.
        KeyDamaged, Forged: somebody has altered `check.age`; nothing made under it could be trusted.
    """
    if found is None:
        return Scope(new_secret(), "run")
    if not (found.folder / CHECK_SECRET).is_file():  # then nobody need be asked for a passphrase
        return _run_only("the case has no check.age")
    try:
        identity = unlocked(own, passphrases)
        if identity is None:
            return _run_only("no passphrase was given")
        opened = open_secret(found, identity, own)
    except NoIdentity:
        return _run_only("there is no identity of yours here")
    except NotForYou:
        return _run_only("check.age is sealed for others")
    except Unreadable:
        return _run_only("the system does not let you read check.age or your identity")
    except UnknownSigner:
        return _run_only("check.age is signed by somebody whose card you do not trust")
    return Scope(opened.secret, "case", identity=identity)


def open_secret(found: CaseFolder, identity: Identity, own: Path) -> CheckSecret:
    """Open the `check.age` of a case.

    Raises: as `open_check_secret` does.
    """
    return open_check_secret(found.folder, found.case.id, identity, trusted=home.trusted(own))


def open_case_key(found: CaseFolder, identity: Identity, own: Path) -> OpenKey:
    """Open the key of a case.

    Raises:
        OldRevision, Forged: its log has seen a newer one, or it was not made of the one before it.
        KeyDamaged: it opens for nobody here, and is not the file that was saved last.
        KeyFault: it was destroyed; else, and Unreadable, as `open_key` does.
    """
    path = key_path_of(found.case, own)
    if not path.exists() and (found.folder / CERTIFICATE).exists():
        raise KeyFault(
            "the key of this case was destroyed",
            "Who did it and when stands in key-destroyed.json. A case that goes on needs another id.",
        )
    try:
        opened = open_key(path, found.case.id, identity, trusted=home.trusted(own))
    except NotForYou as error:
        raise _left(path, identity) or _exchanged(path) or error from None
    must_be_newest(path, opened.key.revision)
    must_follow(path, opened.key)
    return opened


def key_path_of(case: Case, own: Path) -> Path:
    """Say where the key of a case lies."""
    return Path(case.key) if case.key is not None else home.key_path(own, case.id)


# ------------------------------------------------------------------ private


def _left(path: Path, identity: Identity) -> NotForYou | None:
    """Say of somebody who was taken out of a key that they were; the log beside it has it by their card."""
    with contextlib.suppress(KeyFault, FileFault):
        lines = [one for one in read(log_path(path)).entries if one.card == identity.card.id]
        if lines and lines[-1].action == "rotate":
            return NotForYou(
                f"you were taken out of this key with revision {lines[-1].revision}",
                "What was sealed for you before still opens. To see the names again, ask its people.",
            )
    return None


def _exchanged(path: Path) -> KeyDamaged | None:
    """Say of a key that opens for nobody here whether it is the file that was saved last.

    Where the stretch of a file is damaged that is sealed for one person, it looks as if it were not for them.
    """
    with contextlib.suppress(OSError):
        if names_another(path, hashlib.sha256(path.read_bytes()).hexdigest()):
            return KeyDamaged(
                "the key does not open for you, and is not the file that was saved last: it is damaged or "
                "was exchanged",
                "Put the right one back: the copy before it, which ends in .prev, or a backup. If you were "
                "never among its people, or were taken out, ask them to share it.",
            )
    return None


def _look_ahead(folder: Path, key: Path, may_check: Sequence[Card], trusted: Sequence[Card]) -> None:
    """Refuse before anything is made."""
    if (folder / case_file.FILE_NAME).exists():
        raise WrongUse("this folder is a case already", "Take another folder.")
    if folder.resolve() in key.resolve().parents:
        raise WrongUse(
            "the key would lie in the folder of the case, which more people may read",
            "Name another place after --key, or leave it out: then it lies in your own folder.",
        )
    _must_be_trusted(may_check, trusted)
    if key.exists() or log_path(key).exists():  # of one that was destroyed the log stays
        raise WrongUse(
            "there is a key of that case already",
            "Take another id, or look whether the case was begun before: a key is never written over.",
        )


def _must_be_trusted(people: Sequence[Card], trusted: Sequence[Card]) -> None:
    if not {card.id for card in people} <= {card.id for card in trusted}:
        raise WrongUse(
            "a card of --for is not trusted here, so nobody knows whose it is",
            "Compare its id with its owner first, and run: redact identity trust CARD",
        )


def _undo(made: Sequence[Path]) -> None:
    for path in reversed(made):
        with contextlib.suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink()


def _run_only(because: str) -> Scope:
    return Scope(new_secret(), "run", because)
