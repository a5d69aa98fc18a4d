"""Names in a code that anybody can undo: base64, as links and e-mails carry it, and percent signs."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Sequence

from redact.resolve.forms.letters import bare
from redact.resolve.forms.needles import Parts
from redact.values.forms import Form

__all__ = ["coded"]

_BASE64 = re.compile(r"(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{8,4096}={0,2}(?![A-Za-z0-9+/_=-])")
_PERCENT = re.compile(r"(?:[\w.-]*%[0-9A-Fa-f]{2}[\w.-]*)+")
_ONE = re.compile(r"%([0-9A-Fa-f]{2})")
_LEAST = 4  # letters of a name that count by themselves
_Coded = tuple[int, int, str, Form, bool]


def coded(text: str, parts: Sequence[Parts]) -> Iterator[_Coded]:
    """Give the stretches in which a name stands in such a code."""
    wanted = {
        (part.of, letters) for part in parts for word in part.words if len(letters := bare(word)) >= _LEAST
    }
    if not wanted:
        return
    for pattern, decode in ((_BASE64, _from_base64), (_PERCENT, _from_percent)):
        for match in pattern.finditer(text):
            plain = decode(match[0])
            if plain is None:
                continue
            letters = bare(plain)
            for of in sorted({of for of, word in wanted if word in letters and word not in bare(match[0])}):
                yield match.start(), match.end(), of, Form.ENCODED, True


def _from_base64(text: str) -> str | None:
    padded = text.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        data = base64.b64decode(padded + "=" * (-len(padded) % 4), validate=True)
        plain = data.decode("utf-8")
    except (binascii.Error, ValueError):
        return None
    return plain if plain.isprintable() else None


def _from_percent(text: str) -> str | None:
    data = _ONE.sub(lambda match: chr(int(match[1], 16)), text)
    try:
        return data.encode("latin-1").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None
