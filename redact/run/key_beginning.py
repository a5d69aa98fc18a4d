"""The first key of a case that was begun without one, by one of those who may check it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from redact.errors import WrongUse
from redact.keystore import home
from redact.keystore.audit import log_path
from redact.keystore.identity import Identity
from redact.keystore.keyfile import OpenKey, create_key
from redact.run.case import key_path_of, open_secret
from redact.run.case_file import CaseFolder
from redact.run.key_ending import CERTIFICATE
from redact.run.key_sharing import role_of
from redact.values.key import Card

__all__ = ["begin_key"]


def begin_key(found: CaseFolder, identity: Identity, own: Path, others: Sequence[Card]) -> OpenKey:
    """Make the first, empty key of a case, sealed for its maker and for `others`.

    Raises:
        WrongUse: the case has or had a key here, or a card is not trusted, or is of nobody who may know.
        KeyFault: whoever asks is none of those who may check the case.
        NotWritten: it could not be written; nothing is left then.
    """
    path = key_path_of(found.case, own)
    if path.exists():
        raise WrongUse("this case has a key already", "See who opens it: redact key verify")
    if (found.folder / CERTIFICATE).exists():
        raise WrongUse("the key of this case was destroyed", "A case that goes on needs another id.")
    if log_path(path).exists():
        raise WrongUse(
            "there was a key of this case here, and it is gone",
            "Put a copy back: redact key restore FILE. A new key would give other pseudonyms.",
        )
    if not {card.id for card in others} <= {card.id for card in home.trusted(own)}:
        raise WrongUse(
            "a card of --for is not trusted here, so nobody knows whose it is",
            "Compare its id with its owner first, and run: redact identity trust CARD",
        )
    if any(role_of(card) is None for card in others):
        raise WrongUse(
            "a card of --for does not say that its owner is of the panel or an author, who alone may know",
            "Make the key without it, and say what they are: redact key share CARD --as ROLE",
        )
    open_secret(found, identity, own)  # who may not check a case keeps no key of it
    return create_key(path, found.case.id, identity, others=others)
