"""A pattern of any of some words in which each beginning stands once: quicker to compile and to search.

Of several words that begin alike the longest is taken that what follows in the pattern allows, as in a row of
them with the longest first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from redact.recognise import regex

__all__ = ["any_of"]


@cache
def _escaped(letter: str) -> str:
    return str(regex.escape(letter))


def any_of(words: Iterable[str], letter: Callable[[str], str] = _escaped) -> str:
    """Write a pattern of any of these words.

    Args:
        letter: writes the pattern of one letter.
    """
    behind: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        behind.setdefault(word[:1], []).append(word[1:])
    ends = behind.pop("", None) is not None
    parts = [letter(first) + any_of(rest, letter) for first, rest in behind.items()]
    if not parts:
        return ""
    joined = parts[0] if len(parts) == 1 and not ends else f"(?:{'|'.join(parts)})"
    return joined + "?" if ends else joined
