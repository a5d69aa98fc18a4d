"""What is drawn for the letters of a text, and which texts cannot be drawn.

Letters in two pieces are put together, signs of old picture fonts become the signs that they show, spaces of
all kinds become one kind, and what shows nothing goes. A sign without a shape is written as words of ours.
A letter without a shape, or of a script whose letters change with their neighbours or run from right to left,
cannot be drawn: nobody may get a box or a question mark for a name.
"""

from __future__ import annotations

import re
import unicodedata

from redact.formats.pdf.retypeset.face import BOLD, REGULAR, face

__all__ = ["SIGN", "bare", "can_be_set", "settable"]

SIGN = "[sign]"
# Signs of the fonts Symbol and Wingdings, which stand in files under private numbers, and what they show.
_PRIVATE = {
    **dict.fromkeys((0xF0B7, 0xF06C, 0xF09F, 0xE00C, 0xE4C4), "\u2022"),
    **dict.fromkeys((0xF0A7, 0xF06E), "\u25aa"),
    **dict.fromkeys((0xF0D8, 0xF076, 0xF0C4), "\u2022"),
    **dict.fromkeys((0xF0A8, 0xF06F, 0xF071, 0xF072), "\u2610"),
    **dict.fromkeys((0xF0FE,), "\u2611"),
    **dict.fromkeys((0xF078, 0xF0FD), "\u2612"),
    **dict.fromkeys((0xF0FC,), "\u2713"),
    **dict.fromkeys((0xF0FB,), "\u2717"),
    **dict.fromkeys((0xF0E0, 0xF0E8), "\u2192"),
    **dict.fromkeys((0xF02D,), "\u2013"),
}
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]"
)
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_JOINED = re.compile("[\ufb00-\ufb06]")
_HYPHENS = re.compile("[\u2010\u2011]")
_LINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN", "RLE", "RLO", "RLI"))
# Scripts that run from left to right and whose letters stand one beside the other as they are.
_PLAIN = ("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "GEORGIAN", "MODIFIER", "FEMININE", "MASCULINE", "MICRO")
_LAST = 0xFFFF  # the last code point of one unit; those beyond are pictures and fancy letters
_BARE = re.compile(r"[\s\ufffe\u00ad\u2010\u2011-]+")


def settable(text: str) -> str:
    """Give what is drawn for a text: only letters that can be drawn, spaces, tabs and line ends, and words of
    ours for signs without a shape; a letter that cannot be drawn stays as it is."""  # fmt: skip
    if text.isascii() and text.isprintable():
        return text
    text = _UNSEEN.sub("", _LINES.sub("\n", text))
    text = _HYPHENS.sub("-", _SPACES.sub(" ", text).translate(_PRIVATE))
    text = _JOINED.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    text = unicodedata.normalize("NFC", text)
    return "".join(_drawn(letter) for letter in text)


def can_be_set(text: str) -> bool:
    """Tell whether every letter of what `settable` gave can be drawn."""
    return text.isascii() or all(letter in "\n\t" or _can(letter) for letter in text)


def bare(text: str) -> str:
    """Give the letters and signs of a text without what a line end may change: white space and hyphens."""
    return _BARE.sub("", text)


def _drawn(letter: str) -> str:
    if letter in "\n\t" or unicodedata.category(letter)[0] in "LMN" or _can(letter):
        return letter
    if unicodedata.category(letter) == "Cc":
        return ""
    return SIGN


def _can(letter: str) -> bool:
    if letter.isascii():
        return letter.isprintable()
    if ord(letter) > _LAST or unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT:
        return False
    kind = unicodedata.category(letter)
    if kind[0] == "L" and not unicodedata.name(letter, "").startswith(_PLAIN):
        return False
    if kind[0] == "M" and not unicodedata.name(letter, "").startswith("COMBINING"):
        return False
    return face(REGULAR).has(letter) and face(BOLD).has(letter)
