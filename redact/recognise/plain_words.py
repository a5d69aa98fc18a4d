"""Words that nobody is called by, and ordinary words that are somebody's name now and then.

`rules/lists/plain-words.txt` and `seldom-names.txt` hold them, `word-names.txt` the names that are words too.
What remains: a name that stands in the first list by mistake is found only by what stands around it.
"""

from __future__ import annotations

from redact.recognise.lists import words
from redact.recognise.names import name_words

__all__ = ["is_plain", "is_seldom_a_name"]

_LETTERS = 3  # capitals of a short form that may be somebody's initials as well


def is_plain(word: str) -> bool:
    """Tell whether nobody is called by a word, in whatever case; of two and three capitals none is plain."""
    if word.isupper() and len(word) <= _LETTERS:
        return False
    plain = word.casefold().removesuffix("'s")
    if _is_listed(plain):
        return True
    parts = [part for part in plain.split("-") if part]
    return len(parts) > 1 and all(map(_is_listed, parts))


def is_seldom_a_name(word: str) -> bool:
    """Tell whether a word is an ordinary one that now and then is a name too."""
    plain = word.casefold().removesuffix("'s")
    return plain in words("seldom-names") or plain in name_words()


def _is_listed(plain: str) -> bool:
    return plain in words("plain-words") or plain.removesuffix("s") in words("plain-words")
