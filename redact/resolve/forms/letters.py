"""A text as its letters alone, with the way back: spaces, hyphens, accents and look-alikes hide nothing."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from redact.values.folding import fold

__all__ = ["Letters", "bare", "letters_of"]

# Letters of other scripts that print like one of ours; those of no such look are left as they are.
_ALIKE = str.maketrans(
    "аеорсухкмнтвіјѕԁԛԝһαορεικντυχѵғıøłđðɡɑ",
    "aeopcyxkmhtbijsdqwhaopeikvtuxvfiolddga",
)
# Small capitals, and letters of Armenian, Greek and Cyrillic that are written like one of ours.
_ALIKE |= str.maketrans("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢօոսհցӏьипβζημγω", "abcdefghijklmnoprstuvwyzonuhglbunbznuyw")
# Greek capitals that look like another letter than their small ones: the N has a v. Among our letters alone.
_CAPITALS = {"Ν": "n", "Η": "h", "Μ": "m", "Υ": "y"}
_PAIRS = {"æ": "ae", "œ": "oe", "þ": "th"}


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a text. `at` gives for each the half-open code points of the text behind it."""

    text: str = field(repr=False)
    at: tuple[tuple[int, int], ...] = field(repr=False)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the stretch of the text behind the letters from `start` to `end`."""
        return self.at[start][0], self.at[end - 1][1]


def letters_of(text: str) -> Letters:
    """Write a text as letters: folded, without accents, look-alikes as the letter that they look like."""
    folded = fold(text)
    kept: list[str] = []
    at: list[tuple[int, int]] = []
    for number, character in enumerate(folded.text):
        if character.isalpha() or unicodedata.combining(character):
            start, end = folded.span(number, number + 1)
            plain = _plain(character)
            if text[start:end] in _CAPITALS and _among_ours(text, start, end):
                plain = _CAPITALS[text[start:end]]
            kept.append(plain)
            at += [(start, end)] * len(plain)
    return Letters("".join(kept), tuple(at))


def bare(text: str) -> str:
    """Give the letters of a name alone."""
    return letters_of(text).text


def _among_ours(text: str, start: int, end: int) -> bool:
    beside = text[max(0, start - 1) : start] + text[end : end + 1]
    return any(one.isascii() and one.isalpha() for one in beside)


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    decomposed = unicodedata.normalize("NFD", character)
    # Marks that stand behind their letter (Burmese vowels) count among the combining ones.
    base = "".join(letter for letter in decomposed if unicodedata.category(letter)[0] != "M")
    return "".join(_PAIRS.get(letter, letter.translate(_ALIKE)) for letter in base)
