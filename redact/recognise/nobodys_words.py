"""Claims of people whose words nobody is called by: plain and clipped words, capitals, headings of a form.

What remains: a name that stands in one of these lists by mistake.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from redact.recognise import regex
from redact.recognise.clipped import is_clipped_word
from redact.recognise.lists import words
from redact.recognise.names import stop_words
from redact.recognise.plain_words import is_plain
from redact.recognise.readings import folded
from redact.values.people import Label, Mention

__all__ = ["are_plain", "is_form", "words_of"]

_OF_FORMS = frozenset({"fields", "roles", "posts", "kinship"})
_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*")


def words_of(texts: Mapping[str, str], each: Mention) -> list[str]:
    """Give the words of a mention, without the owner's sign."""
    span = each.span
    plain = folded(texts[span.passage][span.start : span.end])[0]
    return [word.removesuffix("'s").removesuffix("'S") for word in _WORD.findall(plain)]


def are_plain(every: Sequence[str]) -> bool:
    """Tell whether nobody is called by these words: one is plain, and the others are no names beside it."""
    return any(map(is_plain, every)) and all(
        is_plain(word)
        or word.casefold() in stop_words() | words("known-capitals")
        or len(word) == 1
        or is_clipped_word(word)
        for word in every
    )


def is_form(texts: Mapping[str, str], each: Mention) -> bool:
    """Tell whether a rule took the headings of a form for whom the form asks: "Venue", "Registered"."""
    if each.label is not Label.PERSON or each.evidence.recogniser not in _OF_FORMS:
        return False
    every = words_of(texts, each)
    return bool(every) and all(map(is_plain, every))
