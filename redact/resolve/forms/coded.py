"""Names in a code that anybody can undo: those of links, e-mails, pages of the web and programs.

Base64, base32 and hex of a text in UTF-8 or UTF-16, percent signs, the equals signs of e-mails, the entities
of web pages, the escapes of programs. A name that is written backwards is searched for by its letters.
"""

from __future__ import annotations

import base64
import binascii
import html
import re
from collections.abc import Callable, Iterator, Sequence

from redact.resolve.forms.letters import bare
from redact.resolve.forms.needles import Parts
from redact.values.forms import Form

__all__ = ["coded"]

_LEAST = 4  # letters of a name that count by themselves
_BASE64 = re.compile(r"(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{8,4096}={0,2}(?![A-Za-z0-9+/_=-])")
_BASE32 = re.compile(r"(?<![A-Za-z0-9])[A-Z2-7]{8,4096}={0,6}(?![A-Za-z0-9=])")
_HEX = re.compile(r"(?<![A-Za-z0-9])(?:0x)?(?:[0-9A-Fa-f]{2}){4,2048}(?![A-Za-z0-9])")
_HEX_APART = re.compile(
    r"(?<![A-Za-z0-9])[0-9A-Fa-f]{2}(?:[ :,-](?:0x)?[0-9A-Fa-f]{2}){3,2048}(?![A-Za-z0-9])"
)
# A run of letters is gone over once: what it is made of is taken whole, and only where it begins.
_PERCENT = re.compile(r"(?<![\w.+-])[\w.+-]*+(?:[%=][0-9A-Fa-f]{2}[\w.+-]*+)+")
_ESCAPED = re.compile(r"(?<![\w.-])[\w.-]*+(?:\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2})[\w.-]*+)+")
_ENTITIES = re.compile(
    r"(?<![\w.-])[\w.-]*+(?:&(?:#\d{1,6}|#[xX][0-9A-Fa-f]{1,5}|[A-Za-z]{2,8}\d?);[\w.-]*+)+"
)
_PAIR = re.compile(r"[0-9A-Fa-f]{2}")
_ONE = re.compile(r"[%=]([0-9A-Fa-f]{2})")
_ONE_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2}))")
_Coded = tuple[int, int, str, Form, bool]


def coded(text: str, parts: Sequence[Parts]) -> Iterator[_Coded]:
    """Give the stretches in which a name stands in such a code."""
    wanted = {
        (part.of, letters) for part in parts for word in part.words if len(letters := bare(word)) >= _LEAST
    }
    if not wanted:
        return
    for pattern, decode in _CODES:
        for match in pattern.finditer(text):
            plain = decode(match[0])
            if plain is None:
                continue
            letters, before = bare(plain), bare(match[0])
            for of in sorted({of for of, word in wanted if word in letters and word not in before}):
                yield match.start(), match.end(), of, Form.ENCODED, True


def _from_base64(text: str) -> str | None:
    padded = text.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return _as_text(base64.b64decode(padded + "=" * (-len(padded) % 4), validate=True))
    except (binascii.Error, ValueError):
        return None


def _from_base32(text: str) -> str | None:
    bald = text.rstrip("=")
    try:
        return _as_text(base64.b32decode(bald + "=" * (-len(bald) % 8)))
    except (binascii.Error, ValueError):
        return None


def _from_hex(text: str) -> str | None:
    return _as_text(bytes.fromhex("".join(_PAIR.findall(text))))


def _from_percent(text: str) -> str | None:
    data = _ONE.sub(lambda match: chr(int(match[1], 16)), text)
    try:
        return data.encode("latin-1").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return data  # each sign was one letter of an older code page


def _from_escapes(text: str) -> str:
    return _ONE_ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), text)


def _as_text(data: bytes) -> str | None:
    """Read bytes as text, where they are nothing but text."""
    wide = len(data) % 2 == 0 and data.count(0) * 3 > len(data)
    codes = ("utf-16-le", "utf-16-be") if wide else ("utf-8",)
    for code in codes:
        try:
            plain = data.decode(code).strip("\r\n\t\ufeff")
        except UnicodeDecodeError:
            continue
        if plain.isprintable():
            return plain
    return None


_CODES: tuple[tuple[re.Pattern[str], Callable[[str], str | None]], ...] = (
    (_BASE64, _from_base64),
    (_BASE32, _from_base32),
    (_HEX, _from_hex),
    (_HEX_APART, _from_hex),
    (_PERCENT, _from_percent),
    (_ESCAPED, _from_escapes),
    (_ENTITIES, html.unescape),
)
