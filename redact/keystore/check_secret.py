"""`check.age`: the secret under which a case's fingerprints are made, sealed for everyone who may check.

It holds no name: a secret, and the public keys for which it is sealed. Without it nobody can guess a name
back from a fingerprint; with it somebody can, so it goes to those who see the documents anyway.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from redact.errors import KeyDamaged, KeyFault, Unreadable
from redact.keystore.identity import Identity
from redact.keystore.seal import seal, unseal
from redact.storage import locked, write_over
from redact.values.key import Card

__all__ = ["FILE_NAME", "CheckSecret", "open_check_secret", "seal_check_secret", "share_check_secret"]

FILE_NAME = "check.age"
KIND = "check"
_SECRET_BYTES = 32
_MAX_BYTES = 1024**2


@dataclass(frozen=True, slots=True)
class CheckSecret:
    """The secret of a case's fingerprints; of each who may check, the id of their card and their age key."""

    secret: bytes = field(repr=False)
    may_check: Mapping[str, str]


def seal_check_secret(secret: bytes, case: str, *, signer: Identity, may_check: Mapping[str, str]) -> bytes:
    """Seal the secret for those who may check; opened again and compared before it is given.

    Args:
        may_check: the age keys of these people by the ids of their cards; the signer is among them.

    Raises:
        KeyDamaged: it would not open as it is.
    """
    content = {"may_check": dict(may_check), "secret": secret.hex()}
    sealed = seal(KIND, case, content, signer=signer, recipients=may_check.values())
    if unseal(sealed, KIND, case, identity=signer, trusted=()).content != content:
        raise KeyDamaged("the secret would not open as it is", "Nothing was saved. Tell whoever made redact.")
    return sealed


def open_check_secret(folder: Path, case: str, identity: Identity, *, trusted: Iterable[Card]) -> CheckSecret:
    """Open the `check.age` of a case's folder.

    Raises:
        KeyFault: there is none; or as `unseal` does.
        Unreadable: the system does not let us read it.
    """
    unsealed = unseal(_read(folder / FILE_NAME), KIND, case, identity=identity, trusted=trusted)
    try:
        return _secret_in(unsealed.content)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise KeyDamaged("check.age holds no secret of a case", "Take an unharmed copy of it.") from None


def share_check_secret(
    folder: Path, case: str, identity: Identity, people: Iterable[Card], *, trusted: Iterable[Card]
) -> CheckSecret:
    """Seal the secret of a case for more people; signed by whoever shares it.

    Raises:
        NotWritten: it could not be written, or somebody else is sharing it just now; it is the old one then.
        KeyFault, Unreadable: as `open_check_secret`.
    """
    path = folder / FILE_NAME
    with locked(path):
        opened = open_check_secret(folder, case, identity, trusted=trusted)
        may_check = {**opened.may_check, **{card.id: card.age for card in people}}
        write_over(path, seal_check_secret(opened.secret, case, signer=identity, may_check=may_check))
    return CheckSecret(opened.secret, MappingProxyType(may_check))


def _secret_in(content: dict[str, Any]) -> CheckSecret:
    secret = bytes.fromhex(content["secret"])
    people = {str(id): str(age) for id, age in content["may_check"].items()}
    if len(secret) != _SECRET_BYTES or set(content) != {"secret", "may_check"}:
        raise ValueError
    return CheckSecret(secret, MappingProxyType(people))


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_MAX_BYTES)
    except FileNotFoundError:
        raise KeyFault(
            "the case has no check.age", "Ask whoever began the case for it, or take it from a backup."
        ) from None
    except OSError as error:
        raise Unreadable(
            f"check.age cannot be read (error {error.errno})", "Look at your right to read it."
        ) from None
