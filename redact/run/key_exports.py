"""Rows of a key that somebody outside has got: opened by them, for as long as they may use them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from redact.errors import Forged, KeyDamaged, KeyFault, Unreadable
from redact.keystore import home
from redact.keystore.armour import MAX_BYTES
from redact.keystore.codec import key_from_plain
from redact.keystore.identity import Identity
from redact.keystore.seal import Unsealed, unseal
from redact.run.key_sharing import EXPORT
from redact.values.key import Card, Key
from redact.values.key_reasons import ExportReason

__all__ = ["Export", "read_export"]


@dataclass(frozen=True, slots=True)
class Export:
    """What an export holds: the rows, of which case, by whom, why, and the last day of its use."""

    rows: Key = field(repr=False)
    signer: Card
    reason: ExportReason
    expires: date


def read_export(path: Path, identity: Identity, own: Path, today: date) -> Export:
    """Open an export that is sealed for this identity.

    Args:
        own: the user's own folder, with the cards of those whom they trust.

    Raises:
        KeyFault: its last day has gone by.
        NotForYou, UnknownSigner, Forged, KeyDamaged: as `unseal` does.
        Unreadable: there is no such file, or it cannot be read.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Unreadable(
            f"the export cannot be read (error {error.errno})",
            "Look at its name and your right to it.",
        ) from None
    opened = _opened(unseal(data, EXPORT, None, identity=identity, trusted=home.trusted(own)))
    if today > opened.expires:
        raise KeyFault(
            f"the last day of this export was {opened.expires.isoformat()}, and nobody is shown any more",
            "Destroy it, as was agreed. If it is still needed, ask whoever sent it for another.",
        )
    return opened


def _opened(unsealed: Unsealed) -> Export:
    content: dict[str, Any] = unsealed.content
    try:
        if set(content) != {"reason", "expires", "of_revision", "rows"}:
            raise ValueError
        rows = key_from_plain(content["rows"])
        opened = Export(
            rows, unsealed.signer, ExportReason(content["reason"]), date.fromisoformat(content["expires"])
        )
    except (ValueError, TypeError, AttributeError):
        raise KeyDamaged(
            "what was sealed is no export of this version of redact", "Ask whoever sent it."
        ) from None
    if (rows.case, rows.updated_by) != (unsealed.case, unsealed.signer.id):
        raise Forged("the rows say otherwise of themselves than their seal does", "Ask whoever sent it.")
    return opened
