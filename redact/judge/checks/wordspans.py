"""Where words of a text stand, by their numbers as `phrases.words_of` counts them."""

from __future__ import annotations

import re

from redact.judge.phrases import words_of

__all__ = ["span_of_words"]

# An apostrophe parts no word there, and a hyphen does.
_WORD = re.compile(r"[^\W_]+(?:['\u2019\u2018][^\W_]+)*")


def span_of_words(text: str, first: int, last: int) -> tuple[int, int]:
    """Give the half-open code points of the words from `first` to `last` (half-open) of a text.

    Returns: the whole text without its outer white space, where its words are counted in another way.
    """
    places = [match.span() for match in _WORD.finditer(text)]
    if len(places) != len(words_of(text)) or not first < last <= len(places):
        return len(text) - len(text.lstrip()), len(text.rstrip())
    return places[first][0], places[last - 1][1]
