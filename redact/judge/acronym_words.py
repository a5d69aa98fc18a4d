"""What tells an abbreviation from a word in capitals: our lists, and the words of the document itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from redact.resources import word_list

__all__ = ["Lexicon", "lexicon_of"]

_WORD = re.compile(r"[^\W\d_]{2,}")
_VOWEL = re.compile(r"[AEIOUY]")
_CAPITALS_BEFORE = re.compile(r"(?<![\w])([A-Z]{3,})[ ]+\Z")
_CAPITALS_BEHIND = re.compile(r"[ ]+([A-Z]{3,})\b")
_LEAST_WRITTEN = 4  # letters of one that is written as a word: "Marac"
_PLURAL = 3  # letters; a longer word in -s may be a plural
_LEAST_SMALL = 2  # letters, in a text without capitals
_SMALL_LETTERS = 0.004  # of the letters are capitals: somebody wrote without them
_LEAST_TEXT = 200  # letters, of which that can be told
# Posts beside those of the list of roles; with a number or a letter behind them they are labels of people.
_POSTS = ("GP", "FC", "PC", "DC", "DS", "DI", "PS", "OM", "KW", "YW", "NN", "EHW", "PN", "DSW", "PSW", "CSW")
_POSTS_BESIDE = ("RW", "SIB", "RN", "EN", "AP", "FM", "FP", "BF", "GF", "MP", "SP", "CM", "RMN", "SLT", "EDT")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one document, and the lists; `everyday` are abbreviations that everybody knows."""

    everyday: frozenset[str]
    _any_case: frozenset[str] = field(repr=False)
    _capitals: frozenset[str] = field(repr=False)
    _words: frozenset[str] = field(repr=False)
    _small: bool

    def knows(self, letters: str) -> bool:
        """Tell whether a list has these letters as an abbreviation, dots left out."""
        return letters.casefold() in self._any_case or letters in self._capitals or letters in self.everyday

    def knows_any_case(self, letters: str) -> bool:
        """Tell whether a list has these letters as an abbreviation that is no word besides."""
        return letters.casefold() in self._any_case

    def is_word(self, letters: str) -> bool:
        """Tell whether it is a word in capitals: a common one, or one that the document has small too."""
        small = letters.casefold()
        if small in self._any_case:
            return False
        return small in _stressed() or small in self._words

    def is_role(self, letters: str) -> bool:
        """Tell whether letters stand for a post, so that a number behind them makes a label."""
        return letters in _roles()

    def is_system(self, letters: str) -> bool:
        """Tell whether it is the name of a system that keeps records: RiO."""
        return letters.casefold() in _systems() and not self.knows(letters)

    def has_no_vowel(self, letters: str) -> bool:
        """Tell whether it can be no word: three letters or more, none of them a vowel."""
        return len(letters) > 2 and not _VOWEL.search(letters)

    def among_capitals(self, text: str, start: int, end: int) -> bool:
        """Tell whether a word in capitals that is no abbreviation stands beside it."""
        beside = (
            _CAPITALS_BEFORE.search(text[max(0, start - 24) : start]),
            _CAPITALS_BEHIND.match(text, end),
        )
        return any(match and self._is_plain(match[1]) for match in beside)

    def could_be_a_word(self, letters: str) -> bool:
        """Tell whether it is long enough for a word, and has a vowel."""
        return len(letters) > 3 and _VOWEL.search(letters) is not None

    def _is_plain(self, letters: str) -> bool:
        return not self.knows(letters) and (self.is_word(letters) or self.could_be_a_word(letters))

    def written_as_words(self, text: str) -> Iterator[re.Match[str]]:
        """Find those of the list that are written in small letters, or with one capital: "Camhs"."""
        least = _LEAST_SMALL if self._small else _LEAST_WRITTEN
        here = sorted(one for one in self._words & self._any_case if len(one) >= least)
        patterns = [rf"(?:{'|'.join(map(re.escape, here))})"] if here else []
        if self._small:
            # Where nothing has a capital, "the mash" is the hub and no food.
            behind = sorted(
                self._words & {one.casefold() for one in self._capitals if len(one) >= _LEAST_WRITTEN}
            )
            patterns += [rf"(?<=\bthe )(?:{'|'.join(behind)})"] if behind else []
        for pattern in patterns:
            whole = rf"(?<![\w@.]){pattern}(?=(?:s|'s|\u2019s)?(?![\w@]))"
            found = re.finditer(whole, text, re.IGNORECASE)
            yield from (match for match in found if not match[0][1:].isupper())


def lexicon_of(text: str) -> Lexicon:
    """Make the lexicon of a document's text.

    Raises:
        RuleFault: a word list is missing.
    """
    words: set[str] = set()
    for word in set(_WORD.findall(text)):
        # "LSCBs" and "RoSH" are no words.
        if word[1:].islower():
            words.add(word.casefold())
            words.add(word.casefold().removesuffix("s") if len(word) > _PLURAL else word.casefold())
    capitals = sum(map(str.isupper, text))
    small = len(text) > _LEAST_TEXT and capitals < _SMALL_LETTERS * len(text)
    any_case, in_capitals = _known()
    return Lexicon(_everyday(), any_case, in_capitals, frozenset(words), small)


@lru_cache(maxsize=1)
def _everyday() -> frozenset[str]:
    return frozenset(word for line in word_list("everyday-abbreviations") for word in line.split())


@lru_cache(maxsize=1)
def _known() -> tuple[frozenset[str], frozenset[str]]:
    known = [word for line in word_list("abbreviations") for word in line.split()]
    return (
        frozenset(word for word in known if not word.isupper()),
        frozenset(word for word in known if word.isupper()),
    )


@lru_cache(maxsize=1)
def _stressed() -> frozenset[str]:
    return frozenset(word for line in word_list("stressed-words") for word in line.split())


@lru_cache(maxsize=1)
def _systems() -> frozenset[str]:
    return frozenset(word_list("record-systems"))


@lru_cache(maxsize=1)
def _roles() -> frozenset[str]:
    short = (line.partition("\t") for line in word_list("roles"))
    return frozenset((*(role for role, _, kind in short if kind == "short"), *_POSTS, *_POSTS_BESIDE))
