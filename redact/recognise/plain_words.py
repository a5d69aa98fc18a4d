"""Words that nobody is called by, and ordinary words that are somebody's name now and then.

`rules/lists/plain-words.txt` and `seldom-names.txt` hold them, `seldom-surnames.txt` the surnames among the
latter, `word-names.txt` the names that are words too.
What remains: a name that stands in the first list by mistake is found only by what stands around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from redact.recognise.lists import entries, words
from redact.recognise.names import name_words

__all__ = ["goes_on_small", "is_a_body", "is_a_surname_too", "is_plain", "is_seldom_a_name"]

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


def goes_on_small(every: Sequence[str]) -> bool:
    """Tell an ordinary word with its capital that goes on in small letters: "Late booker"."""
    return len(every) > 1 and every[0][0].isupper() and every[-1].islower() and is_seldom_a_name(every[0])


def is_a_surname_too(word: str) -> bool:
    """Tell whether an ordinary word is a common surname that seldom begins a sentence as a word."""
    return word.casefold().removesuffix("'s") in words("seldom-surnames")


def is_a_body(name: str) -> bool:
    """Tell the name of a national body of several words; one alone (Relate, Coram) may be somebody's."""
    return " " in name and name.casefold() in _bodies()


@cache
def _bodies() -> frozenset[str]:
    return frozenset(entries("national-bodies"))


def _is_listed(plain: str) -> bool:
    return plain in words("plain-words") or plain.removesuffix("s") in words("plain-words")
