"""Cards: what somebody hands to others so that they can seal for them and know their signature.

A card is no secret, and nobody vouches for it: whoever takes one compares its id with its owner, by
telephone or face to face. The id is a hash of everything on the card, so that no part can be exchanged.
"""

from __future__ import annotations

import hashlib
import json

from redact.errors import KeyDamaged
from redact.values.key import Card

__all__ = ["card_as_text", "card_from_text", "in_groups", "make_card", "same_id"]

FORMAT = "redact-card/1"
MAX_CHARACTERS = 4096
_MAX_WORDS = 120  # characters of a name or a role
_ID_DIGITS = 32  # 128 bits: nobody makes another card with the same id


def make_card(name: str, role: str, *, age: str, verify: str) -> Card:
    """Make the card of two public keys.

    Raises:
        ValueError: the name is empty, or name or role is long, has several lines or holds what nobody sees.
    """
    for what, text in (("name", name), ("role", role)):
        if len(text) > _MAX_WORDS or not text.isprintable() or text != text.strip():
            raise ValueError(f"the {what} on a card is one line of at most {_MAX_WORDS} characters")
    if not name:
        raise ValueError("a card has a name")
    content = json.dumps([FORMAT, name, role, age, verify], ensure_ascii=True)
    digest = hashlib.sha256(content.encode("ascii")).hexdigest()
    return Card(digest[:_ID_DIGITS], name, role, age, verify)


def in_groups(id: str) -> str:
    """Write an id as two people read it to each other: in groups of four."""
    return " ".join(id[at : at + 4] for at in range(0, len(id), 4))


def same_id(id: str, typed: str) -> bool:
    """Tell whether what somebody has typed is the whole of an id, whatever its spaces and case."""
    return "".join(typed.split()).casefold() == id


def card_as_text(card: Card) -> str:
    """Write a card as it is handed on: JSON of a few lines, which mail leaves alone."""
    content = {
        "format": FORMAT,
        "name": card.name,
        "role": card.role,
        "age": card.age,
        "verify": card.verify,
        "id": in_groups(card.id),
    }
    return json.dumps(content, ensure_ascii=True, indent=1) + "\n"


def card_from_text(text: str) -> Card:
    """Read a card, and look whether its id belongs to it.

    Raises:
        KeyDamaged: it is no card, or one that was altered.
    """
    try:
        if len(text) > MAX_CHARACTERS:
            raise ValueError
        content = json.loads(text)
        fields = {"format", "name", "role", "age", "verify", "id"}
        if not isinstance(content, dict) or set(content) != fields or content["format"] != FORMAT:
            raise ValueError
        if not all(isinstance(value, str) for value in content.values()):
            raise ValueError
        _must_be_keys(content["age"], content["verify"])
        card = make_card(content["name"], content["role"], age=content["age"], verify=content["verify"])
        if not same_id(card.id, content["id"]):
            raise ValueError
    except (ValueError, RecursionError):
        raise KeyDamaged(
            "this is no card of redact, or one that was altered",
            "Ask its owner to send it again: they make it with `redact identity show`.",
        ) from None
    return card


def _must_be_keys(age: str, verify: str) -> None:
    """Refuse what is no public key, lest a key be sealed for nobody."""
    import pyrage
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        pyrage.x25519.Recipient.from_str(age)
    except pyrage.RecipientError:
        raise ValueError from None
    data = bytes.fromhex(verify)
    if verify != data.hex():
        raise ValueError
    Ed25519PublicKey.from_public_bytes(data)
