"""Seal content for named people, and open what was sealed: an age file with a signature inside.

age says that nobody but the recipients can read a file and that nobody has altered it. It does not say who
wrote it: whoever has a recipient's card can seal anything for them. So the content is signed, with its kind
and its case, and is opened only where the signer's card is trusted.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from redact.errors import Forged, KeyDamaged, NotForYou, UnknownSigner
from redact.keystore.armour import MAX_BYTES, UNHARMED, bare
from redact.keystore.identity import Identity, sign, verify
from redact.values.key import Card

__all__ = ["Unsealed", "canonical", "seal", "unseal"]

FORMAT = "redact-sealed/1"


@dataclass(frozen=True, slots=True)
class Unsealed:
    """What a sealed file held, whose signature it bears, and of which case it is."""

    content: dict[str, Any] = field(repr=False)
    signer: Card
    case: str = ""


def canonical(content: object) -> bytes:
    """Write JSON in its one form: keys sorted, no spaces, UTF-8.

    Raises:
        ValueError: a text holds half of a character, or a number is none.
    """
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:  # it would carry the whole text
        raise ValueError("a text holds half of a character") from None


def seal(
    kind: str, case: str, content: dict[str, Any], *, signer: Identity, recipients: Iterable[str]
) -> bytes:
    """Sign content and encrypt it for people; an armoured age file.

    Args:
        kind: what it is ("key", "check"): what was sealed as one is never opened as another.
        recipients: public keys of age, at least one; the signer's is not added.
    """
    import pyrage

    envelope = {"format": FORMAT, "kind": kind, "case": case, "content": content, "signer": signer.card.id}
    signature = sign(signer, FORMAT, canonical(envelope))
    plain = canonical({**envelope, "signature": signature})
    keys = [pyrage.x25519.Recipient.from_str(key) for key in sorted(set(recipients))]
    sealed: bytes = pyrage.encrypt(plain, keys, armored=True)
    if len(sealed) > MAX_BYTES:
        raise KeyDamaged("the content is larger than a sealed file may be", "Take tables out of the key.")
    return sealed


def unseal(
    data: bytes, kind: str, case: str | None, *, identity: Identity, trusted: Iterable[Card]
) -> Unsealed:
    """Decrypt a file and look who has signed it.

    Args:
        case: of which it must be; none where whoever opens it knows of no case.
        trusted: the cards that are pinned here; one's own counts without being among them.

    Raises:
        KeyDamaged: it was altered, cut short, or is something else or of another case.
        NotForYou: it is sealed for others.
        UnknownSigner: the signer's card is not trusted here.
        Forged: the signature is not theirs.
    """
    plain = _decrypted(data, identity)
    envelope = _envelope(plain)
    signature = envelope.pop("signature")
    cards = {card.id: card for card in (*trusted, identity.card)}
    signer = cards.get(envelope["signer"])
    if signer is None:
        raise UnknownSigner(
            "the file is whole, and signed by somebody whose card is not trusted here: it may be forged",
            "Believe nothing of it before you know whose it is. If a colleague says that it is theirs, "
            "compare the id of their card with them and run: redact identity trust CARD. Else take the one "
            "before it, or a backup.",
        )
    verify(signer, FORMAT, canonical(envelope), signature)
    if envelope["kind"] != kind:
        raise KeyDamaged(
            "the sealed file is of another kind than it should be: a key, a secret or a record",
            "Look whether the right file was copied here, and put it where it belongs.",
        )
    if case is not None and envelope["case"] != case:
        raise Forged(
            "the sealed file belongs to another case",
            "Look which case it is of, and copy the right file here.",
        )
    return Unsealed(envelope["content"], signer, envelope["case"])


def _decrypted(data: bytes, identity: Identity) -> bytes:
    import pyrage

    content = bare(data)
    try:
        plain: bytes = pyrage.decrypt(content, [pyrage.x25519.Identity.from_str(identity.age_secret)])
    except pyrage.DecryptError as error:
        # The one answer of age that tells something apart; if its words change, damage is what is said.
        if "No matching keys" in str(error):
            raise NotForYou(
                "the file is sealed for others, and you are not among them",
                "Send your card to whoever keeps it, and ask them to share it. If you were among its "
                "people before, it may be damaged.",
            ) from None
        raise KeyDamaged(
            "the sealed file is damaged: something in it is not as it was written", UNHARMED
        ) from None
    return plain


def _envelope(plain: bytes) -> dict[str, Any]:
    """Read the JSON inside, in its one form; two readings of one text would be two contents."""
    try:
        envelope = json.loads(plain)
        texts = ("format", "kind", "case", "signer", "signature")
        if not isinstance(envelope, dict) or set(envelope) != {*texts, "content"}:
            raise ValueError
        if not all(isinstance(envelope[name], str) for name in texts) or envelope["format"] != FORMAT:
            raise ValueError
        if not isinstance(envelope["content"], dict) or canonical(envelope) != plain:
            raise ValueError
    except (ValueError, RecursionError):
        raise KeyDamaged(
            "what was sealed is nothing that this version of redact has made",
            "Use the newest version, or ask whoever sent it.",
        ) from None
    return envelope
