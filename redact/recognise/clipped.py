"""Clipped words and capitals of notes, which the model takes for people: "addr", "Ophthal", "LAS".

What remains: somebody of whom the call says nothing but three letters or more that are such a word too, with
no name and no unknown letters beside them.
"""

from __future__ import annotations

from redact.recognise import regex
from redact.recognise.lists import words
from redact.recognise.names import is_short_form
from redact.recognise.thing_signs import is_forename

__all__ = ["is_clipped", "is_clipped_word", "is_known_for_a_thing"]

_LEAST_TITLED = 4  # letters of a clipped word that may have a capital from its beginning
_OF_TWO = 2  # letters that may be somebody's, where somebody acts
_EDGES = ("", "\n", "\t", "\x00")
_INITIALS = 3
# They act as people do, and stand for bodies and posts all the same.
_ACTING = frozenset({"LA", "ED", "AE", "SW", "HV", "GP", "MW", "SN", "OT", "IT", "HR", "PC", "EP"})
# "SH: lives", "CO 14", "DV = violence", "BO x1", "NG in situ": two letters that are a thing's.
_MEASURES = regex.compile(r"[ ]?[:=+]|[ ](?:\d|x[ ]?\d|in[ ]situ\b|(?:neg|pos)(?:ative|itive)?\b)")
# Parental responsibility is had; somebody's letters stand elsewhere.
_HELD = "PR"
_HAS_BEFORE = regex.compile(
    r"\b(?:has|had|have|having|holds?|held|shares?|shared|gain(?:s|ed)?|without|no)[ ](?:no[ ])?$"
)
_MARKS = regex.compile(r"[:.]|[ ][\u2013-][ ]")  # behind a clipped word that begins an item
_VOWEL = regex.compile(r"[aeiouy]", regex.IGNORECASE)
_LETTERS_BEFORE = regex.compile(r"(?<!\p{L})(?P<letters>\p{Lu}{2,4})(?:,[ ]|/|[ ](?:and|&)[ ])$")
_LETTERS_BEHIND = regex.compile(r"(?:,[ ]|/|[ ](?:and|&)[ ])(?P<letters>\p{Lu}{2,4})(?!\p{L})")
_SURNAME_FIRST = regex.compile(r",[ ]\p{Lu}")


def is_clipped(text: str, start: int, end: int) -> bool:
    """Tell a clipped word, in small letters or capitals; of two capitals before a measure or a colon.

    Args:
        start, end: of the word, half-open code points of `text`.
    """
    word = _without_owner(text[start:end])
    is_marked = word.istitle() and _MARKS.match(text, end) is not None and _is_listed(word.casefold())
    if not (is_marked or is_short_form(word) or _is_listed(word)) or is_forename(word):
        return False
    if _SURNAME_FIRST.match(text, end) is not None:
        return False
    if len(word) > _OF_TWO:
        return True
    return _MEASURES.match(text, end) is not None if word.isupper() else not _fills_a_cell(text, start, end)


def _fills_a_cell(text: str, start: int, end: int) -> bool:
    """Tell whether nothing else stands in the line or cell: a column of initials holds these too."""
    return text[max(0, start - 1) : start] in _EDGES and text[end : end + 1] in _EDGES


def is_clipped_word(word: str) -> bool:
    """Tell a clipped word of the list, in small letters or capitals, or with one capital and no name."""
    if word.casefold() not in words("clipped-words") or is_forename(word):
        return False
    return word.islower() or word.isupper() or len(word) >= _LEAST_TITLED or not _VOWEL.search(word)


def is_known_for_a_thing(text: str, start: int, end: int) -> bool:
    """Tell capitals that stand for a body, a form or a measure, with no other letters in a list.

    Args:
        start, end: half-open code points of `text` that hold the capitals.
    """
    word = _without_owner(text[start:end])
    if not word.isupper() or word.casefold() not in words("known-letters"):
        return False
    if len(word) > _OF_TWO:
        return not _is_beside_letters(text, start, end) or len(word) > _INITIALS
    is_shown = word in _ACTING or _MEASURES.match(text, end) is not None
    if word == _HELD and _HAS_BEFORE.search(text, max(0, start - 15), start) is not None:
        is_shown = True
    return is_shown and not (_fills_a_cell(text, start, end) or _is_beside_letters(text, start, end))


def _without_owner(word: str) -> str:
    return word.removesuffix("'s").removesuffix("\u2019s")


def _is_beside_letters(text: str, start: int, end: int) -> bool:
    """Tell whether capitals that no list knows stand in a list with these: "LA, RK and SJ"."""
    beside = (_LETTERS_BEFORE.search(text, max(0, start - 12), start), _LETTERS_BEHIND.match(text, end))
    return any(each is not None and not _is_known(each["letters"]) for each in beside)


def _is_known(letters: str) -> bool:
    return letters.casefold() in words("known-letters") | words("clipped-words") or is_short_form(letters)


def _is_listed(word: str) -> bool:
    return is_clipped_word(word)
