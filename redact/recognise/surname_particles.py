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
    r"|[Bb]int?[ie]?|[Bb]inte|[Ii]bn|[Aa]bu|[Zz]u[mr]?|[Aa][pb]|[FfVv]erch|[Ww]a|St\.?"
    r"|(?:Mac|MAC|Nic|NIC|Mhic|MHIC)(?:[ ](?:an|a['\u2019]|[Gg]iolla|AN|A['\u2019]|GIOLLA))?|Mc|MC|[ÓO]"
    r"|N[íÍiI]|U[íÍiI]|Fitz|(?<=[\p{Ll},;][ ])Do|DE|DEL|DELLA|DOS|VAN|VON|DER|ABU|IBN|BIN|AL|EL)[ ])+$"
)
_INITIALS = regex.compile(r"(?<![\p{L}\p{N}.'-])(?:\p{Lu}\.[ ]?){1,3}$")
# "Lord Harte": whoever takes part in a case is hardly a peer, and often called so.
_NOBLE = regex.compile(r"(?<![\p{L}\p{N}'-])(?:Lord|LORD|Earl|EARL|Baron|BARON|Duke|DUKE|Prince(?:ss)?)[ ]$")


def with_particles(text: str, start: int) -> int:
    """Find where a likely name that begins at `start` begins with the small words before it.

    Returns: a code point of `text`; `start` where none stands there.
    """
    low = max(0, start - _AROUND)
    small = _PARTICLES.search(text, low, start) or _NOBLE.search(text, low, start)
    if small is None:
        return start
    initials = _INITIALS.search(text, max(0, small.start() - _AROUND), small.start())
    return int(small.start() if initials is None else initials.start())
