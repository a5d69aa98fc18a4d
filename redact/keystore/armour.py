"""The armour of an age file, read without any leeway.

age lets an armoured file end in more than one way, and forgives a last line that is cut short. Ours are
written by us, so whatever is not exactly what we write was altered on its way. Only the line ends may be
those of Windows, and the last one may be missing: mail programs do both.
"""

from __future__ import annotations

import base64
import binascii

from redact.errors import KeyDamaged

__all__ = ["MAX_BYTES", "UNHARMED", "bare"]

MAX_BYTES = 64 * 1024**2  # ten thousand people with ten names each are a few MB

_BEGIN = b"-----BEGIN AGE ENCRYPTED FILE-----"
_END = b"-----END AGE ENCRYPTED FILE-----"
_WIDTH = 64
UNHARMED = "Take an unharmed copy of it: the one before, a backup, or the one that others have."


def bare(data: bytes) -> bytes:
    """Take the armour off, and give the bytes inside.

    Raises:
        KeyDamaged: it is no age file, or one that was altered or cut short.
    """
    if len(data) > MAX_BYTES:
        raise _damaged()
    if not data.strip():
        raise KeyDamaged(
            "the sealed file is empty", "Whoever copied it was stopped: copy it once more from where it came."
        )
    if not data.startswith(_BEGIN[: len(data)]):
        raise KeyDamaged(
            "this is no sealed file of redact: it begins otherwise, or its first line is damaged",
            "Look whether the right file lies here, and whether a program has put something before it.",
        )
    if b"\r" in data:
        if data.count(b"\r\n") != data.count(b"\n") or data.count(b"\r") != data.count(b"\r\n"):
            raise _damaged()
        data = data.replace(b"\r\n", b"\n")
    lines = data.removesuffix(b"\n").split(b"\n")
    if _END not in data:
        raise KeyDamaged(
            "the sealed file is cut short, or its last line is damaged",
            "Copy it once more, all of it. If that is no better, take the one before it, or a backup.",
        )
    if len(lines) < 3 or lines[0] != _BEGIN or lines[-1] != _END:
        raise _damaged()
    try:
        content = base64.b64decode(b"".join(lines[1:-1]), validate=True)
    except binascii.Error:
        raise _damaged() from None
    # The last digit of base64 may hold bits that stand for nothing: what differs there was altered too.
    text = base64.b64encode(content)
    if [text[at : at + _WIDTH] for at in range(0, len(text), _WIDTH)] != lines[1:-1]:
        raise _damaged()
    return content


def _damaged() -> KeyDamaged:
    return KeyDamaged("the sealed file is damaged: something in it is not as it was written", UNHARMED)
