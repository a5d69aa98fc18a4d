"""Which split a name is in: decided once, for names of people, streets, towns, schools and words alike."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from corpus.cases.values import Heritage
from corpus.pools.reading import entries, sections

__all__ = ["PARTICLES", "SPLITS", "checked", "fold", "keys_of", "of_split", "split_of", "split_of_line"]

SPLITS = ("train", "dev", "test")
_SALT = "redact pools 8"  # chosen so that every group has 18 first names a sex and 25 surnames in dev
# Parts of names that belong to too many to be kept apart.
_PARTICLES = """
abd abdel abdul abu al ap ar as ad an ash az de da do dos das del della der den di du el la le las los lo
mac mc o ibn ben bin bint binti begum bano bibi kaur singh kumari kumar ter te ten thi van von vander st
st. saint ud ul ur uz us din y e i wa san sri dr mohd md nic ni ui mhic ab ferch verch
"""
PARTICLES = frozenset(_PARTICLES.split())
_UNMARKED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "e", "þ": "th"}
)


def fold(spelling: str) -> str:
    """Lower case without diacritics, straight apostrophes, single spaces: "Łukasz" and "LUKASZ" are one."""
    plain = unicodedata.normalize("NFKD", spelling.lower().translate(_UNMARKED))
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    return re.sub(r"\s+", " ", letters.replace("\u2019", "'").replace("\u2018", "'")).strip()


def keys_of(spelling: str) -> tuple[str, ...]:
    """The folded parts of a name that no other split may have; the whole where all parts are particles.

    Mac, Mc and O are particles only where they stand apart: "MacLeod" is one part, "O'Brien" is "brien".
    """
    whole = fold(spelling)
    parts = [part for part in re.split(r"[\s'-]+", whole) if part and part not in PARTICLES and len(part) > 1]
    return tuple(dict.fromkeys(parts)) or (whole,)


def checked(split: str) -> str:
    """The split itself. ValueError if it is none of SPLITS."""
    if split not in SPLITS:
        raise ValueError(f"a split is one of {', '.join(SPLITS)}")
    return split


def split_of(spelling: str) -> str:
    """The split of a name: the same for all spellings that fold alike, and for what travels with them.

    A double name is where its parts are, of those that are names by themselves ("Ellie" and "Mae" of
    "Ellie-Mae"). Where these are in different splits it is in none, and "" is the answer: to move all parts
    of all double names together would put nearly every common first name into one split.
    """
    parts = keys_of(spelling)
    if len(parts) > 1:
        standing = {_hashed(_families()[part]) for part in parts if part in _families()}
        if standing:
            return standing.pop() if len(standing) == 1 else ""
    whole = " ".join(parts)
    return _hashed(_families().get(whole, whole))


def of_split(split: str, spellings: Iterable[str]) -> tuple[str, ...]:
    """Those of the spellings that are of that split, in their order, none twice."""
    return tuple(dict.fromkeys(each for each in spellings if split_of(each) == split))


def split_of_line(line: str) -> str:
    """The split of what is no name, such as half a title: by the whole of it."""
    return _hashed(fold(line))


def _hashed(root: str) -> str:
    drawn = int.from_bytes(hashlib.sha256(f"{_SALT}:{root}".encode()).digest()[:8], "big") % 100
    return "train" if drawn < 55 else "dev" if drawn < 75 else "test"


@cache
def _families() -> Mapping[str, str]:
    """For each folded name of the files the first, by alphabet, of all that travel with it."""
    parents: dict[str, str] = {}
    for spellings in _together():
        wholes = [" ".join(keys_of(spelling)) for spelling in spellings]
        for whole in wholes:
            parents.setdefault(whole, whole)
        for whole in wholes[1:]:
            one, other = sorted((_root(parents, wholes[0]), _root(parents, whole)))
            parents[other] = one
    return {whole: _root(parents, whole) for whole in parents}


def _root(parents: dict[str, str], key: str) -> str:
    while parents[key] != key:
        parents[key] = parents[parents[key]]
        key = parents[key]
    return key


def _together() -> Iterable[tuple[str, ...]]:
    for heritage in Heritage:
        for section in ("first f", "first m", "last"):
            for entry in entries(f"names/{heritage.value}.txt", section):
                yield entry.spellings
    for section in ("first f", "first m", "last"):
        for entry in entries("words.txt", section):
            yield entry.spellings
    for section, lines in sections("places.txt").items():
        if not section.startswith("type"):
            for line in lines:
                yield (line,)
