"""Claims of people whose words nobody is called by: plain and clipped words, capitals, headings of a form.

What remains: a name that stands in one of these lists by mistake, and somebody of whom the call says nothing
but three known capitals or more in a bracket or beside a post.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from redact.recognise import regex
from redact.recognise.clipped import is_clipped_word, is_known_for_a_thing
from redact.recognise.lists import words
from redact.recognise.names import stop_words
from redact.recognise.plain_words import is_plain
from redact.recognise.readings import folded
from redact.values.people import Label, Mention

__all__ = ["are_plain", "is_form", "words_of"]

_OF_FORMS = frozenset({"fields", "roles", "posts", "kinship"})
_OF_POSTS = frozenset({"roles", "kinship"})  # beside a post or kin stand other posts: "Consultant, Reg, SHO"
_INITIALS = 3  # capitals that may be somebody's
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


def is_form(texts: Mapping[str, str], each: Mention, letters: Container[str] = frozenset()) -> bool:
    """Tell whether a rule took words of a form for whom it asks: "Venue", "Registered", "Retd", "(PPU)".

    Args:
        letters: those, in lower case, for which a full name of the call may stand.
    """
    if each.label is not Label.PERSON or each.evidence.recogniser not in _OF_FORMS:
        return False
    every = words_of(texts, each)
    if len(every) == 1 and every[0].casefold() not in letters and _is_short(texts, each, every[0]):
        return True
    return bool(every) and all(map(is_plain, every))


def _is_short(texts: Mapping[str, str], each: Mention, word: str) -> bool:
    """Tell a clipped word, and capitals that are known for a thing's, in a bracket or beside a post."""
    if len(word) > _INITIALS:
        return is_clipped_word(word) or (word.isupper() and word.casefold() in words("known-letters"))
    if len(word) < _INITIALS or not word.isupper():
        return False
    text, start, end = texts[each.span.passage], each.span.start, each.span.end
    if not (is_known_for_a_thing(text, start, end) or is_clipped_word(word)):
        return False
    is_bracketed = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    return is_bracketed or each.evidence.recogniser in _OF_POSTS
