"""Slips of the pen, of the keyboard and of text recognition: two spellings that may be one word.

Few are believed of a single word. A first letter, an ending and a letter that makes another name of it (Maria
and Mario, Jayden and Hayden) are no slips there: a wrong merge is worse than a split.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import OSA, Levenshtein

__all__ = [
    "SHORTEST",
    "as_read",
    "is_dropped",
    "is_garbled",
    "is_near",
    "is_scanned",
    "is_slip",
    "neighbours_of",
    "scanned",
    "sound_of",
]

SHORTEST = 4  # letters; a shorter word has too many neighbours
_LONG = 6  # letters of which one may be missing
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
# Letters that are read for one another in scanned pages, and one letter that is read as two.
_READ_ALIKE = ("ec", "eo", "co", "il", "lt", "it", "un", "hb", "vy", "gq", "ij", "lj", "fl", "ft")
_SCANNED = str.maketrans("coijtyg", "eelllvq")
_READ_AS_TWO = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("li", "h"))
_ENDINGS = frozenset("aeiouy")
# Of one sound, in names that other scripts or other languages spell.
_WRITTEN: tuple[tuple[str, str], ...] = (
    *(("sch", "sh"), ("ph", "f"), ("th", "t"), ("kh", "k"), ("dh", "d"), ("bh", "b"), ("gh", "g")),
    *(("ck", "k"), ("ah", "a"), ("ai", "ay"), ("ei", "ey"), ("c", "k"), ("q", "k"), ("z", "s"), ("w", "v")),
)
_DOUBLE = re.compile(r"(.)\1+")
_VOWELS = str.maketrans("oey", "uii")
_MOHAMMED = re.compile(r"m[ua]h[a]?m[aui][dt]")
_DIGITS = str.maketrans("015", "ols")
_DIGIT_IN_A_WORD = re.compile(r"(?=[\w'-]*[^\W\d_])[\w'-]*[015][\w'-]*")


def as_read(text: str) -> str:
    """Write letters for the digits that text recognition puts into words: o for 0, l for 1, s for 5."""
    return _DIGIT_IN_A_WORD.sub(lambda word: word.group().translate(_DIGITS), text)


def neighbours_of(word: str) -> Iterator[str]:
    """Give spellings of which two words that are one slip apart share at least one."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
    merged = _as_one(word)
    if merged != word:
        yield merged


def sound_of(word: str) -> str:
    """Write a word as every transliteration of it would be written: Sohail as Suhail, Lata as Latha.

    Nothing where that would not tell people apart: in many families several men bear a Mohammed.
    """
    ending = word[-1:]  # Kerry and Kerri are two
    for written, plain in _WRITTEN:
        word = word.replace(written, plain)
    word = _DOUBLE.sub(r"\1", word).translate(_VOWELS)
    return "" if _MOHAMMED.fullmatch(word) else word + ending


def is_slip(one: str, other: str) -> bool:
    """Tell whether two different words are one slip apart that a hand, a keyboard or a scanner makes."""
    if one == other or min(len(one), len(other)) < SHORTEST or one[0] != other[0]:
        return False
    if _as_one(one) == _as_one(other):
        return True
    if OSA.distance(one, other, score_cutoff=1) > 1:
        return False
    changes = list(Levenshtein.editops(one, other))
    if len(changes) > 1:
        return True  # two neighbouring letters are exchanged
    change = changes[0]
    if change.tag == "replace":
        return _mistyped(one, other, change.src_pos)
    longer, at = (one, change.src_pos) if change.tag == "delete" else (other, change.dest_pos)
    return longer[at] in longer[at - 1 : at] + longer[at + 1 : at + 2]


def is_near(one: str, other: str) -> bool:
    """Tell whether two words are one letter apart: enough where the rest of the name agrees.

    Never the first letter, but for a capital i that was read as an l.
    """
    if one == other or min(len(one), len(other)) < 3 or max(len(one), len(other)) < SHORTEST:
        return False
    if one[0] != other[0]:
        return {one[0], other[0]} == {"i", "l"} and one[1:] == other[1:]
    return _as_one(one) == _as_one(other) or OSA.distance(one, other, score_cutoff=1) == 1


def is_dropped(one: str, other: str) -> bool:
    """Tell whether two words of more letters are one letter apart within them: Kadesha for Kadeisha.

    That is no slip by itself: it is one where the one word is written often, the other hardly ever.
    """
    if max(len(one), len(other)) < _LONG or one[-1] != other[-1] or len(one) == len(other):
        return False  # Sobczak and Sobczyk are two
    return is_near(one, other) and one[0] == other[0]


def is_garbled(one: str, other: str) -> bool:
    """Tell whether two longer words are two letters apart: enough where all else says that they are one."""
    if min(len(one), len(other)) < _LONG or one[0] != other[0] or one == other:
        return False
    return OSA.distance(one, other, score_cutoff=2) <= 2


def scanned(word: str) -> str:
    """Write letters that text recognition takes for one another alike: Simmons as Sirnmons."""
    return word.replace("rn", "m").replace("vv", "w").translate(_SCANNED)


def is_scanned(one: str, other: str) -> bool:
    """Tell whether two longer words differ in nothing but letters that text recognition mixes up."""
    return one != other and min(len(one), len(other)) >= _LONG and scanned(one) == scanned(other)


def _mistyped(one: str, other: str, at: int) -> bool:
    pair = one[at] + other[at]
    if at == len(one) - 1 and set(pair) <= _ENDINGS:
        return False  # Maria and Marie, Novak's two endings
    return "".join(sorted(pair)) in _ALIKE


def _as_one(word: str) -> str:
    for two, letter in _READ_AS_TWO:
        word = word.replace(two, letter)
    return word


def _alike() -> Iterator[str]:
    for row, keys in enumerate(_ROWS):
        for at, key in enumerate(keys):
            if at + 1 < len(keys):
                yield key + keys[at + 1]
            if row + 1 < len(_ROWS):
                yield from (key + below for below in _ROWS[row + 1][max(0, at - 1) : at + 1])
    yield from _READ_ALIKE


_ALIKE = frozenset("".join(sorted(pair)) for pair in _alike())
