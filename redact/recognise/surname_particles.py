"""The small words of surnames that stand directly before the rest of one: "Mac an Tàilleir", "van Dijk".

Some are English words too, or short forms in capitals ("do", "St", DI): those belong to a surname where
the call has it with them elsewhere, "nfa'd by st cyr" of Patrine St Cyr, whatever their letters. What
remains: such a word before a surname that the call never writes otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from redact.recognise import regex
from redact.recognise.names import is_particle

__all__ = ["particled", "with_known_particle", "with_particles"]

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

# In whatever letters, where the same stands in a name of the call.
_SMALL = regex.compile(
    r"(?<![\p{L}\p{M}\p{N}'.-])(?P<word>st|saint|do|da|de|del|della|di|du|des|dos|das|la|le|van|von|der|den|ter"
    r"|bin|binti|bint|ibn|abu|al|el|ap|ab|wa|ó|o|ní|ni|mac|nic|mc|ten|fitz)\.?[ ]$",
    regex.IGNORECASE,
)
_FIRST = regex.compile(r"\p{L}[\p{L}\p{M}'-]*")


def particled(names: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Collect, in lower case, each small word of names with the word that it stands before.

    Args:
        names: as found, and with the word before them, for a name may be found without its small word.
    """
    every = (name.casefold().replace(".", "").replace(",", " ").split() for name in names)
    return frozenset(
        (small, word)
        for words in every
        for small, word in pairwise(words)
        if is_particle(small) or _SMALL.match(f"{small} ") is not None
    )


def with_known_particle(text: str, start: int, known: frozenset[tuple[str, str]]) -> int:
    """Find where a name that begins at `start` begins with a small word that it has elsewhere in the call.

    Returns: a code point of `text`; `start` where none stands there.
    """
    small = _SMALL.search(text, max(0, start - _AROUND), start) if known else None
    first = _FIRST.match(text, start)
    if small is None or first is None:
        return start
    word = first[0].casefold().removesuffix("'s")
    return int(small.start()) if (small["word"].casefold(), word) in known else start


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
