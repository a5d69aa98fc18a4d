"""Clipped words of notes, which the name model takes for people now and then: "addr", "SH:", "RUI".

What remains: somebody of whom the call says nothing but letters that are such a word too, where no person's
verb stands behind them and no name beside them.
"""

from __future__ import annotations

from redact.recognise import regex
from redact.recognise.lists import words
from redact.recognise.names import is_short_form
from redact.recognise.openers import acts
from redact.recognise.thing_signs import is_forename

__all__ = ["is_clipped"]

_OF_TWO = 2  # letters that may be somebody's, where somebody acts
_EDGES = ("", "\n", "\t", "\x00")
_SURNAME_FIRST = regex.compile(r",[ ]\p{Lu}")


def is_clipped(text: str, start: int, end: int) -> bool:
    """Tell a clipped word, in small letters or capitals, where nobody acts and no forename follows.

    Args:
        start, end: of the word, half-open code points of `text`.
    """
    word = text[start:end]
    if not (is_short_form(word) or _is_listed(word)) or is_forename(word):
        return False
    if _SURNAME_FIRST.match(text, end) is not None:
        return False
    return len(word) > _OF_TWO or not (acts(text, end) or _fills_a_cell(text, start, end))


def _fills_a_cell(text: str, start: int, end: int) -> bool:
    """Tell whether nothing else stands in the line or cell: a column of initials holds these too."""
    return text[max(0, start - 1) : start] in _EDGES and text[end : end + 1] in _EDGES


def _is_listed(word: str) -> bool:
    return (word.islower() or word.isupper()) and word.casefold() in words("clipped-words")
