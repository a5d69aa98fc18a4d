"""Words as a proof compares them: folded, without marks that print nothing, whatever stands between them."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["words_of"]

# What `values.folding` drops too; its map back to the passage costs a step a letter, and no proof needs it.
_INVISIBLE = re.compile(r"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> tuple[str, ...]:
    """Give the words of a text, case and forms of characters folded; apostrophes and hyphens part words.

    Returns: the words in order; of a text without letters and digits, none.
    """
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).casefold()))
