"""Plain hashes of names, which anybody undoes who has a list of names: in hex of either case, and in base64.

They are reckoned only where something of their length stands in a text. What remains: a hash with a salt, and
one of a name together with something else.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import unicodedata
from collections.abc import Iterator

from redact.resolve.forms.letters import bare
from redact.resolve.settling import plain
from redact.values.forms import Form
from redact.values.key import Key, KeyName

__all__ = ["Digests"]

_KINDS = {
    16: ("md5",),
    20: ("sha1",),
    28: ("sha224", "sha3_224"),
    32: ("sha256", "sha3_256", "blake2s"),
    48: ("sha384", "sha3_384"),
    64: ("sha512", "sha3_512", "blake2b"),
}
_HEX = re.compile(r"(?<![0-9A-Fa-f])(?:[0-9A-Fa-f]{8}){4,16}(?![0-9A-Fa-f])")
_BASE64 = re.compile(r"(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{22,86}={0,2}(?![A-Za-z0-9+/_=-])")
_BETWEEN = (" ", "", ".", "_", "-")
_Digest = tuple[int, int, str, Form, bool]


class Digests:
    """Knows the hashes of everybody's names, each length of them once it is asked for."""

    def __init__(self, key: Key) -> None:
        self._key = key
        self._known: dict[int, dict[bytes, set[str]]] = {}

    def find(self, text: str) -> Iterator[_Digest]:
        """Give every stretch that is the plain hash of a name."""
        for pattern, decode in ((_HEX, bytes.fromhex), (_BASE64, _from_base64)):
            for match in pattern.finditer(text):
                data = decode(match[0])
                for of in sorted(self._of_length(len(data)).get(data, ())) if data else ():
                    yield match.start(), match.end(), of, Form.DIGEST, True

    def _of_length(self, length: int) -> dict[bytes, set[str]]:
        if length not in _KINDS:
            return {}
        if length not in self._known:
            found: dict[bytes, set[str]] = {}
            for person in self._key.people:
                if not person.stays:
                    for spelled in {one for name in person.names for one in _written(name)}:
                        for kind in _KINDS[length]:
                            digest = hashlib.new(
                                kind, spelled.encode("utf-8"), usedforsecurity=False
                            ).digest()
                            found.setdefault(digest, set()).add(person.id)
            self._known[length] = found
        return self._known[length]


def _from_base64(text: str) -> bytes:
    padded = text.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return base64.b64decode(padded + "=" * (-len(padded) % 4), validate=True)
    except (binascii.Error, ValueError):
        return b""


def _written(name: KeyName) -> Iterator[str]:
    """Give a name as it may have been written before it was hashed."""
    text = " ".join(name.text.split())
    unmarked = "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    bald = " ".join(unmarked.replace("'", "").replace("’", "").replace("-", " ").split())
    letters = " ".join(bare(word) for word in text.split())
    for one in {text, plain(text), unmarked, unmarked.replace("’", "'"), bald, letters}:
        for spelled in {*_arranged(one.split())}:
            for cased in (spelled, spelled.lower(), spelled.upper(), spelled.title()):
                yield from (cased, cased + "\n")


def _arranged(words: list[str]) -> Iterator[str]:
    yield from words
    if len(words) > 1:
        first, last, others = words[0], words[-1], words[:-1]
        for between in _BETWEEN:
            yield between.join(words)
            yield between.join((last, *others))
            yield between.join((first[:1], last))
        yield from (f"{last}, {' '.join(others)}", f"{last.upper()}, {' '.join(others)}", last + first[:1])
        yield f"{last.upper()} {' '.join(others)}"
        if len(words) > 2:
            yield from (f"{first} {last}", f"{last}, {first}", first + last)
