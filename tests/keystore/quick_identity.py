"""An identity that opens at once: wrapped as the program wraps it, but with little work for the passphrase.

age chooses the work so that a guess takes about a second, and so does each opening: in a test of thirty
commands that is half of its time. What is wrapped is what `lock` gives to age; the file has age's own form,
and the program opens it as any other. That `lock` and age make such files is tested beside this.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from pathlib import Path
from unittest import mock

import pyrage
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from redact.keystore import home
from redact.keystore.identity import Identity, generate, lock

__all__ = ["keep_quickly", "lock_quickly"]

_WORK = 8  # 256 rounds; age chooses 18 or so
_SCRYPT = b"age-encryption.org/v1/scrypt"


def keep_quickly(folder: Path, name: str, passphrase: str, role: str = "") -> Identity:
    """Make an identity and store it as `identity create` does."""
    made = generate(name, role)
    home.keep(folder, made, lock_quickly(made, passphrase))
    return made


def lock_quickly(identity: Identity, passphrase: str) -> bytes:
    """Wrap an identity as `lock` does, but for the work."""
    with mock.patch.object(pyrage, "passphrase", _Quick):
        return lock(identity, passphrase)


class _Quick:
    """In place of age's own: https://age-encryption.org/v1 of one recipient of the kind scrypt."""

    @staticmethod
    def encrypt(plain: bytes, passphrase: str, *, armored: bool) -> bytes:
        assert armored
        assert len(plain) < 64 * 1024  # one chunk
        key, salt, nonce = os.urandom(16), os.urandom(16), os.urandom(16)
        wrapping = hashlib.scrypt(passphrase.encode(), salt=_SCRYPT + salt, n=1 << _WORK, r=8, p=1, dklen=32)
        body = ChaCha20Poly1305(wrapping).encrypt(bytes(12), key, None)
        head = f"age-encryption.org/v1\n-> scrypt {_plain64(salt)} {_WORK}\n{_plain64(body)}\n---".encode()
        mac = hmac.digest(_derived(key, b"", b"header"), head, "sha256")
        last = bytes(11) + b"\x01"
        sealed = ChaCha20Poly1305(_derived(key, nonce, b"payload")).encrypt(last, plain, None)
        return _armoured(head + f" {_plain64(mac)}\n".encode() + nonce + sealed)


def _derived(key: bytes, salt: bytes, purpose: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt, purpose).derive(key)


def _plain64(data: bytes) -> str:
    return base64.b64encode(data).decode().rstrip("=")


def _armoured(data: bytes) -> bytes:
    text = base64.b64encode(data).decode()
    lines = [text[at : at + 64] for at in range(0, len(text), 64)]
    return "\n".join(
        ["-----BEGIN AGE ENCRYPTED FILE-----", *lines, "-----END AGE ENCRYPTED FILE-----", ""]
    ).encode()
