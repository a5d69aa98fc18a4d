"""The small words of surnames that stand directly before the rest of one: "Mac an Tàilleir", "van Dijk".

What remains: a small word that is an English word too in small letters ("ten", "an"), where no other is
before it, and in capitals one that is a short form (DI, LA).
"""

from __future__ import annotations

from redact.recognise import regex

__all__ = ["with_particles"]

_AROUND = 32  # characters before the rest of a surname
# In capitals DI is an inspector and LA an authority.
_PARTICLES = regex.compile(
    r"(?<![\p{L}\p{M}\p{N}'.-])(?:(?:[Dd](?:e|as|os|u|el|ella|ela|i|er)|[Ll][ae]|[Vv][ao]n|[AaEe]l|[Tt]er"
    r"|[Bb]int?[ie]?|[Bb]inte|[Ii]bn|[Aa]bu|[Zz]u[mr]?|[Aa][pb]|[FfVv]erch"
    r"|(?:Mac|MAC|Nic|NIC|Mhic|MHIC)(?:[ ](?:an|[Gg]iolla|AN|GIOLLA))?|Mc|MC|[ÓO]|N[íÍiI]|U[íÍiI]|Fitz"
    r"|DE|DEL|DELLA|DOS|VAN|VON|DER|ABU|IBN|BIN)[ ])+$"
)
# "Lord Harte": whoever takes part in a case is hardly a peer, and often called so.
_NOBLE = regex.compile(r"(?<![\p{L}\p{N}'-])(?:Lord|LORD|Earl|EARL|Baron|BARON|Duke|DUKE|Prince(?:ss)?)[ ]$")


def with_particles(text: str, start: int) -> int:
    """Find where a likely name that begins at `start` begins with the small words before it.

    Returns: a code point of `text`; `start` where none stands there.
    """
    low = max(0, start - _AROUND)
    small = _PARTICLES.search(text, low, start) or _NOBLE.search(text, low, start)
    return start if small is None else int(small.start())
