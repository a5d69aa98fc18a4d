"""Letters that the documents themselves explain by words that are nobody's name.

"Team Manager (TM)", "AP, approved premises", "OM is offender manager". What remains: letters that are
explained by other words than those that they begin ("Tx, treatment").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import regex

from redact.recognise.grids import View
from redact.recognise.lists import words
from redact.recognise.names import name_words, stop_words
from redact.recognise.plain_words import is_plain

__all__ = ["defined_letters"]

_BRACKETS = regex.compile(r"[(\[](?P<letters>\p{Lu}{2,6})s?[)\]]")
_WINDOW = 80  # characters before a bracket, in which the words that it shortens stand
_BEFORE = regex.compile(
    r"(?<![\p{L}\p{N}.'/-])(?P<letters>\p{Lu}{2,6})s?"
    r"(?:[ ]?(?:=|:|-)|,|\t|[ ]\(|[ ](?:is|are|means|stands[ ]for))[ ]?"
    r"(?:(?:an?|the)[ ])?(?P<words>[\p{L}'-]+(?:[ ][\p{L}'-]+){1,7})"
)
_WORD = regex.compile(r"\p{L}[\p{L}']*")


def defined_letters(views: Sequence[View]) -> frozenset[str]:
    """Collect the letters, in lower case, that any document explains by words that are nobody's name."""
    return frozenset(found for view in views for each in view.first for found in _in_text(each.text))


def _in_text(text: str) -> Iterator[str]:
    for match in _BRACKETS.finditer(text):
        before = _WORD.findall(text, max(0, match.start() - _WINDOW), match.start())
        if _begins(before[::-1], match["letters"][::-1]):
            yield match["letters"].casefold()
    for match in _BEFORE.finditer(text):
        if _begins(_WORD.findall(match["words"]), match["letters"]):
            yield match["letters"].casefold()


def _begins(every: Iterable[str], letters: str) -> bool:
    """Tell whether words, none of them a name's, begin with these letters; small words are passed over."""
    at = 0
    for word in every:
        if at == len(letters):
            return True
        if word[0].casefold() == letters[at].casefold() and _is_nobodys(word):
            at += 1
        elif word.casefold() not in words("small-words"):
            return False
    return at == len(letters)


def _is_nobodys(word: str) -> bool:
    plain = word.casefold()
    if word.islower() and plain not in name_words():
        return True
    return is_plain(word) or plain in stop_words() or plain in words("known-capitals")
