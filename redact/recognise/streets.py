"""What the name of a street or a house looks like: words with capitals before a word such as Road or Cottage.

Types come from `rules/lists/street-types.txt`, phrases that only look alike from
`rules/lists/street-false-friends.txt`. All texts are folded; offsets are half-open code points into them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from redact.recognise import regex
from redact.recognise.lists import kinds, words
from redact.recognise.names import stop_words, title_words
from redact.recognise.proper_words import Word, words_before

__all__ = ["Street", "is_house_type", "is_plain", "is_type", "streets"]

# A word with a capital that another follows: the words of a street, and few others.
_CAPITAL = regex.compile(r"(?<![\p{L}\p{N}_])\p{Lu}[\p{L}'-]*+\.?[ \n]{1,2}(?=\p{Lu})")
# A letter and what a scanner reads in its place.
_SLIPS = (("e", "c"), ("c", "e"), ("h", "b"), ("l", "1"), ("l", "I"), ("o", "0"))
_SHORTEST_MISREAD = 3  # letters, of which there must be more
_NUMBERED_ONLY = frozenset({"short", "numbered"})
_PARTING = frozenset({"and", "by", "with", "under", "&"})
_IN_STREETS = frozenset(
    {"st", "lord", "lady", "sir", "earl", "baron", "canon", "bishop", "master", "captain", "major", "doctor"}
)


@dataclass(frozen=True, slots=True)
class Street:
    """The name of a street or a house; `name` is where its first word begins, `start` where its type does."""

    name: int
    start: int
    end: int
    kind: str
    words: tuple[Word, ...]
    shouted: bool
    alone: bool


@cache
def _types() -> dict[str, str]:
    types = {entry.casefold(): kind for entry, kind in kinds("street-types").items()}
    return dict.fromkeys((entry.casefold() for entry in _misread()), "numbered") | types


@cache
def _misread() -> frozenset[str]:
    """Give the words of streets with one slip of a scanner: "Tcrrace", "C1ose"; behind a number only."""
    return frozenset(
        entry[:at] + seen + entry[at + 1 :]
        for entry, kind in kinds("street-types").items()
        if kind in ("street", "careful") and len(entry) > _SHORTEST_MISREAD
        for at, letter in enumerate(entry)
        for stood, seen in _SLIPS
        if letter == stood
    )


@cache
def _type_pattern() -> regex.Pattern[str]:
    every = {form for entry in kinds("street-types") for form in (entry, entry.upper())} | _misread()
    alternatives = "|".join(map(regex.escape, sorted(every, key=lambda entry: (-len(entry), entry))))
    return regex.compile(rf"(?:{alternatives})(?![\p{{L}}\p{{N}}_'@-])")


@cache
def _friends() -> regex.Pattern[str]:
    every = sorted(kinds("street-false-friends"), key=len, reverse=True)
    return regex.compile(r"(?<!\p{L})(?:" + "|".join(map(regex.escape, every)) + r")(?!\p{L})")


@cache
def _streety() -> frozenset[str]:
    return words("street-name-words")


def is_type(word: str) -> bool:
    """Tell whether a word, in any case, ends the name of a street or a house."""
    return word.casefold() in _types()


def is_house_type(word: str) -> bool:
    """Tell whether a word, in any case, ends the name of a house, behind which a street may follow."""
    return _types().get(word.casefold()) == "house"


def is_plain(word: Word) -> bool:
    """Tell whether a word is known to be something else than a part of a name."""
    plain = word.plain
    if plain.endswith(("'s", "s'")):
        plain = plain[:-2]
    return plain in stop_words() or word.plain in stop_words()


def streets(text: str) -> Iterator[Street]:
    """Find each place where a street or a house may be named, in order; whether it is one, the caller says.

    `alone` says whether the name is enough without a number.
    """
    for word in _CAPITAL.finditer(text):
        match = _type_pattern().match(text, word.end())
        if match is None:
            continue
        kind = _types()[match[0].casefold()]
        found = words_before(text, match.start())
        false = _false_friend(text, match.start(), match.end())
        if not found or false == "always":
            continue
        shouted = match[0].isupper() and len(match[0]) > 2
        found = _trimmed(found)
        if not found:
            continue
        alone = kind not in _NUMBERED_ONLY and false is None and not shouted
        if alone and all(word.plain in _streety() or not word.capital for word in found) and kind != "street":
            alone = False
        yield Street(found[0].start, match.start(), match.end(), kind, tuple(found), shouted, alone)


def _trimmed(found: list[Word]) -> list[Word]:
    """Leave out what stands before the last word that belongs to no street: "Attended Mill Lane"."""
    for at in range(len(found) - 1, -1, -1):
        word = found[at]
        if not word.capital:
            if word.plain in _PARTING:  # "Bishop of Ely Road" is one street; "Harte and Tanner Road" are two
                found = found[at + 1 :]
                break
        elif word.plain not in _streety() and (is_plain(word) or word.plain in title_words() - _IN_STREETS):
            found = found[at + 1 :]
            break
    while found and not found[0].capital:
        found = found[1:]
    return found


def _false_friend(text: str, start: int, end: int) -> str | None:
    """Give the kind of a phrase that takes the type word for itself, or None."""
    low = max(0, start - 30)
    window = " ".join(text[low : end + 20].casefold().split(" ")).replace("\n", " ")
    found = None
    for match in _friends().finditer(window, overlapped=True):
        if match.start() + low < end and match.end() + low > start:
            kind = kinds("street-false-friends")[match[0]]
            if kind == "always":
                return kind
            found = kind
    return found
