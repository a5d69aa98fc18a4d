"""Ordinary words that a scanner has misread: "Tbere", "whcre", "TeIl", "surnarne".

A word that is in no list of names, and that one usual confusion of letters makes an ordinary word, is that
word. What remains: two different slips in one word, and a slip that makes a name of a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from redact.recognise.lists import words
from redact.recognise.names import stop_words
from redact.recognise.plain_words import is_plain, is_seldom_a_name

__all__ = ["is_misread"]

# What is read, and what stood there: shapes that scanners confuse, from general knowledge of their faults,
# in the direction alone that hardly makes a name of a word (Rees is no misread "recs").
_READ_AS = (("I", "l"), ("1", "l"), ("0", "o"), ("c", "e"), ("b", "h"), ("rn", "m"), ("cl", "d"), ("vv", "w"))
_SHORTEST = 4  # letters; "bas" may be anything
_TWO_SLIPS = 6  # letters of a word that may hold two


@cache
def is_misread(word: str) -> bool:
    """Tell whether a word is an ordinary one that a scanner has misread, and no name in any list."""
    if word.isupper() or _may_be_name(word):
        return False
    once = set(_readings(word))
    if len(word) < _SHORTEST:
        return any(read.casefold() in words("small-words") for read in once)
    if any(map(_is_ordinary, once)):
        return True
    return len(word) >= _TWO_SLIPS and any(_is_ordinary(again) for read in once for again in _readings(read))


def _readings(word: str) -> Iterator[str]:
    for seen, stood in _READ_AS:
        at = word.find(seen, seen == "I")  # at the beginning Iain and Ilse have it
        while at >= 0:
            yield word[:at] + stood + word[at + len(seen) :]
            at = word.find(seen, at + 1)


def _may_be_name(word: str) -> bool:
    return is_seldom_a_name(word) or word.casefold() in words("forenames")


def _is_ordinary(word: str) -> bool:
    plain = word.casefold()
    is_word = is_plain(word) or plain in words("small-words") | stop_words() | words("known-capitals")
    return is_word and not _may_be_name(word)
