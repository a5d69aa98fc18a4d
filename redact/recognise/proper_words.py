"""Runs of words with capitals before a place in a text: the names of streets, houses and organisations."""

from __future__ import annotations

from dataclasses import dataclass, field

from redact.recognise import regex

__all__ = ["WORD", "Word", "words_before"]

# A word of such a name: Tanner, Anne's, O'Brien, Stoke-on-Trent.
WORD = r"\p{Lu}[\p{L}]*(?:['-]\p{L}+)*+'?"
_SMALL = r"of|and|the|upon|on|in|le|de|by|under|with|&"
_BACK = regex.compile(
    rf"(?r)(?<![\p{{L}}\p{{N}}_'@./-])(?P<word>{WORD}|{_SMALL})(?P<stop>\.?)(?P<gap>[ ]{{1,2}}|[ ]?\n[ ]?)"
)
_WINDOW = 100  # characters; longer than any name of a street or a school


@dataclass(frozen=True, slots=True)
class Word:
    """One word, half-open code points of the text, in lower case as `plain`."""

    start: int
    end: int
    plain: str = field(repr=False)
    capital: bool


def words_before(text: str, at: int, *, most: int = 6) -> list[Word]:
    """Read the words directly before `at`, in order: words with capitals, with small ones between them.

    The first is always one with a capital; a full stop stands only behind "St" and initials. Empty when
    no such word stands there.
    """
    found: list[Word] = []
    low = max(0, at - _WINDOW)
    while len(found) < most:
        match = _BACK.match(text, low, at)
        if match is None:
            break
        word = match["word"]
        if match["stop"] and not (word in ("St", "ST") or len(word) == 1):
            break
        found.append(Word(match.start("word"), match.end("word"), word.casefold(), word[0].isupper()))
        at = match.start("word")
    while found and not found[-1].capital:
        found.pop()
    return found[::-1]
