"""An identity: the two secret keys of one person, wrapped by their passphrase.

The wrapped file is an age identity file: with the ordinary program, `age --decrypt --identity identity.age`
opens whatever is sealed for its owner. Its first lines, which age passes over, hold the signing key and the
card. An unlocked identity lives in memory only.
"""

from __future__ import annotations

import json
import time
import unicodedata
from dataclasses import dataclass, field, replace
from typing import Any

from redact.errors import Forged, KeyDamaged, KeyFault, WrongPassphrase, WrongUse
from redact.keystore.armour import bare
from redact.keystore.cards import card_as_text, card_from_text, make_card
from redact.values.key import Card

__all__ = ["Identity", "generate", "lock", "sign", "unlock", "verify", "with_secret"]

FORMAT = "redact-identity/1"
_PREFIX = b"redact "  # before the purpose, in all that is signed: no signature serves for two things
_TRIES = 8
_PAUSE_SECONDS = 0.5
_REMEDY = "Take an unharmed copy of the identity file from your backup, or make a new identity."


@dataclass(frozen=True, slots=True)
class Identity:
    """One person's unlocked identity: the card that others have, and the secrets that nobody else has."""

    card: Card
    age_secret: str = field(repr=False)
    sign_seed: bytes = field(repr=False)


def generate(name: str, role: str) -> Identity:
    """Make a new identity with new keys.

    Raises:
        ValueError: as `make_card` does.
    """
    import pyrage
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    secret = pyrage.x25519.Identity.generate()
    signing = Ed25519PrivateKey.generate()
    public = signing.public_key().public_bytes_raw().hex()
    card = make_card(name, role, age=str(secret.to_public()), verify=public)
    return Identity(card, str(secret), signing.private_bytes_raw())


def lock(identity: Identity, passphrase: str) -> bytes:
    """Wrap an identity under a passphrase; takes a second or two, as every guess does.

    Assumes: the passphrase is one that `passphrases.look_at` lets through.
    """
    import pyrage

    content = {"card": card_as_text(identity.card), "sign": identity.sign_seed.hex()}
    lines = [f"# {FORMAT}", f"# {json.dumps(content, sort_keys=True)}", identity.age_secret, ""]
    plain = "\n".join(lines).encode("ascii")
    sealed: bytes = pyrage.passphrase.encrypt(plain, _typed(passphrase), armored=True)
    return sealed


def unlock(data: bytes, passphrase: str) -> Identity:
    """Open a wrapped identity; takes a second or two.

    Raises:
        WrongPassphrase: it does not open.
        KeyDamaged: the file was altered, or is no identity.
        KeyFault: the computer is so slow just now that age does not try.
    """
    content = bare(data)
    if not content.startswith(b"age-encryption.org/v1\n-> scrypt "):
        raise KeyDamaged("this is no identity of redact", _REMEDY)
    plain = _unwrapped(content, passphrase)
    return _parsed(plain)


def with_secret(identity: Identity, age_secret: str) -> Identity:
    """Give an identity that opens what is sealed for another secret, such as the board's on paper.

    It opens files and signs in its own name; nothing may be sealed by it as if for itself.

    Raises:
        WrongUse: the secret was mistyped: its own checksum says so.
    """
    import pyrage

    typed = "".join(age_secret.split()).upper()
    try:
        pyrage.x25519.Identity.from_str(typed)
    except pyrage.IdentityError:
        raise WrongUse(
            "that is no secret of a recovery identity: a sign of it is wrong or missing",
            "Type it once more; it begins with AGE-SECRET-KEY-1. Spaces and small letters do not matter.",
        ) from None
    return replace(identity, age_secret=typed)


def sign(identity: Identity, purpose: str, message: bytes) -> str:
    """Sign a message for one purpose; gives 128 hex digits."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.from_private_bytes(identity.sign_seed)
    return key.sign(_framed(purpose, message)).hex()


def verify(card: Card, purpose: str, message: bytes, signature: str) -> None:
    """Look whether the owner of a card has signed a message for this purpose.

    Raises:
        Forged: they have not.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(card.verify))
        key.verify(bytes.fromhex(signature), _framed(purpose, message))
    except (InvalidSignature, ValueError):
        raise Forged(
            "forged: the signature is not of whom it names",
            "Somebody has made or altered this file in another's name. Do not use it: keep it as evidence, "
            "tell whoever it names, and take the one before it or a backup.",
        ) from None


def _unwrapped(content: bytes, passphrase: str) -> bytes:
    """Decrypt with a passphrase.

    age measures the computer first and refuses what would take it too long. On a busy one that comes and
    goes, and it says nothing of the passphrase.
    """
    import pyrage

    for left in range(_TRIES - 1, -1, -1):
        try:
            plain: bytes = pyrage.passphrase.decrypt(content, _typed(passphrase))
        except pyrage.DecryptError as error:
            if "xcessive work" not in str(error):
                # A flipped bit in the file and a wrong passphrase look the same to age.
                raise WrongPassphrase(
                    "the passphrase does not open the identity",
                    "Look at Caps Lock and the keyboard's language. If you are sure of it, the file may be "
                    "damaged: take it from your backup.",
                ) from None
        else:
            return plain
        if left:
            time.sleep(_PAUSE_SECONDS)
    raise KeyFault(
        "this computer is too busy to open the identity, or far slower than the one on which it was made",
        "Close other programs, and do it again.",
    )


def _framed(purpose: str, message: bytes) -> bytes:
    return _PREFIX + purpose.encode("ascii") + b"\0" + message


def _typed(passphrase: str) -> str:
    """Give one spelling to what keyboards write in two: an accented letter as one sign or as two."""
    return unicodedata.normalize("NFC", passphrase)


def _parsed(plain: bytes) -> Identity:
    import pyrage
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    try:
        head, second, secret, end = plain.decode("ascii").split("\n")
        if head != f"# {FORMAT}" or not second.startswith("# ") or end:
            raise ValueError
        content: dict[str, Any] = json.loads(second[2:])
        card = card_from_text(content["card"])
        seed = bytes.fromhex(content["sign"])
        public = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw().hex()
        if str(pyrage.x25519.Identity.from_str(secret).to_public()) != card.age or public != card.verify:
            raise ValueError
    except (ValueError, KeyError, TypeError, KeyDamaged, pyrage.IdentityError):
        raise KeyDamaged("this is no identity of redact", _REMEDY) from None
    return Identity(card, secret, seed)
