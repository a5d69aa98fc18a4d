"""Keyed hashes: an id that says nothing about what it stands for to anybody without the secret.

A plain hash of a name gives the name away: every pair of a British forename and surname, 182,000 of
them, is hashed in a tenth of a second. So each id here is an HMAC under the secret of the case, or of
this run where there is no case.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterable

__all__ = ["document_id", "fingerprint", "new_secret"]

_SECRET_BYTES = 32


def new_secret() -> bytes:
    """Make the secret of a run: 32 random bytes, never stored."""
    return secrets.token_bytes(_SECRET_BYTES)


def fingerprint(secret: bytes, purpose: str, parts: Iterable[str | bytes]) -> str:
    """Hash `parts` under `secret`, apart from every other purpose.

    Each part is hashed with its length, so ("ab", "c") and ("a", "bc") differ.

    Returns: "hmac:" and 32 hex digits.
    """
    message = [purpose.encode(), b"\0"]
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        message += [len(data).to_bytes(8, "big"), data]
    return "hmac:" + hmac.digest(secret, b"".join(message), "sha256").hex()[:32]


def document_id(secret: bytes, sha256: str) -> str:
    """Name a document by 12 hex digits of a keyed hash of its digest."""
    return fingerprint(secret, "document", [sha256])[5:17]
