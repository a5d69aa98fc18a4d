"""A pack that somebody has: whether it is whole, who signed it, and whether it is one that the log names."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from redact.errors import Damaged, Forged, KeyDamaged, LimitReached, Unreadable
from redact.keystore.cards import card_from_text
from redact.keystore.identity import verify
from redact.publication.packing import MAX_BYTES, SIGNATURE, SUMS, members_of, sums_faults
from redact.run.gate_log import cards_of
from redact.run.gate_pack_members import PURPOSE, SIGNATURE_FORMAT
from redact.values.gate_record import Gate
from redact.values.key import Card

__all__ = ["faults", "read_bytes"]


def faults(path: Path, gate: Gate, own: Path) -> tuple[str, ...]:
    """Say what is wrong with a pack, in words of ours; nothing where it is whole, signed and of this log.

    Args:
        own: the user's own folder, with the cards that are trusted here.

    Raises:
        Unreadable, LimitReached: it cannot be read, or is larger than any.
    """
    data = read_bytes(path)
    try:
        members = members_of(data)
    except Damaged as error:
        return (error.what, *_unknown(data, gate))
    return (*sums_faults(members), *_signature_faults(members, own), *_unknown(data, gate))


def read_bytes(path: Path) -> bytes:
    """Read a pack, up to the most that one can hold.

    Raises:
        Unreadable, LimitReached: it cannot be read, or is larger than any.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Unreadable(
            f"the pack cannot be read (error {error.errno})", "Look at its name and your right to read it."
        ) from None
    if len(data) > MAX_BYTES:
        raise LimitReached("the pack is larger than any", "Look what the file really is.")
    return data


# ------------------------------------------------------------------ private


def _unknown(data: bytes, gate: Gate) -> Iterator[str]:
    digest = hashlib.sha256(data).hexdigest()
    if all(pack.sha256 != digest for pack in gate.packs):
        yield "the log of this case names no pack with these bytes"


def _signature_faults(members: Mapping[str, bytes], own: Path) -> Iterator[str]:
    try:
        content = json.loads(members[SIGNATURE])
        card = card_from_text(json.dumps(content["card"]))
        if content["format"] != SIGNATURE_FORMAT or content["of"] != SUMS:
            raise ValueError
        verify(card, PURPOSE, members.get(SUMS, b""), str(content["signature"]))
    except Forged:
        yield f"{SUMS} is not signed by whom its signature names"
    except (KeyError, TypeError, ValueError, KeyDamaged, RecursionError):
        yield f"{SIGNATURE} is missing, or cannot be read"
    else:
        yield from _strange(card, own)


def _strange(card: Card, own: Path) -> Iterator[str]:
    if all(known.id != card.id for known in cards_of(own)):
        yield (
            "it is signed with a card that is not trusted here: compare the card's id with whom it names, "
            "and trust it: redact identity trust"
        )
