"""An armoured file is exactly what we write, or it is refused."""

from __future__ import annotations

import base64

import pytest

from redact.errors import KeyDamaged
from redact.keystore.armour import bare

BEGIN, END = b"-----BEGIN AGE ENCRYPTED FILE-----\n", b"-----END AGE ENCRYPTED FILE-----\n"
CONTENT = bytes(range(100))
TEXT = base64.b64encode(CONTENT)
WHOLE = BEGIN + TEXT[:64] + b"\n" + TEXT[64:128] + b"\n" + TEXT[128:] + b"\n" + END


@pytest.mark.parametrize(
    "data",
    [
        WHOLE,
        WHOLE[:-1],  # an editor took the last line feed away
        WHOLE.replace(b"\n", b"\r\n"),  # it went by mail
    ],
)
def test_the_armour_comes_off(data: bytes) -> None:
    assert bare(data) == CONTENT


@pytest.mark.parametrize(
    "data",
    [
        b"age-encryption.org/v1\n",  # not armoured
        WHOLE[:-2],  # age itself would still take it
        b" " + WHOLE,
        WHOLE + b"\n",
        WHOLE + b"more",
        WHOLE.replace(b"\n", b"\r"),
        WHOLE.replace(b"\n", b"\r\n", 1),  # line ends of two systems
        WHOLE.replace(TEXT[:64] + b"\n", TEXT[:64]),  # a line too long
        WHOLE.replace(TEXT[:64], TEXT[:63] + b" "),
        WHOLE.replace(TEXT[:64], TEXT[:63] + b"\xc3"),
        BEGIN + b"QQ==\n" + b"QQ==\n" + END,  # padding within
        BEGIN + b"QR==\n" + END,  # bits that stand for nothing
        BEGIN + END,
    ],
)
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(KeyDamaged, match="damaged"):
        bare(data)


def test_a_file_of_any_size_is_not_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("redact.keystore.armour.MAX_BYTES", len(WHOLE) - 1)
    with pytest.raises(KeyDamaged):
        bare(WHOLE)
