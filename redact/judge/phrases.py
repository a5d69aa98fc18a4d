"""Phrases of rules, compiled once, and where they stand in a sentence or a heading.

A phrase is matched on whole folded words, whatever the punctuation and hyphens between them: `word*` is any
ending, `one/other` either word, `...` up to eight words. In headings a slip of the pen matches too. What
remains: a thing said in words that no wording of the rule has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from redact.judge.negation import DENIES
from redact.values.folding import fold

__all__ = ["Phrase", "close", "compile_phrase", "compile_phrases", "words_of"]

_GAP = 8  # words that `...` may stand for
_WORD = re.compile(r"[^\W_]+")
# Folded here since most texts have them, and what is left is folded ten times as quickly.
_COMMON = str.maketrans({"\u2019": None, "\u2018": None, "'": None, "\u2013": " ", "\u2014": " ", "-": " "})
_PLURALS = {"analyses": "analysis", "children": "child", "learnt": "learned"}
_SHORT = 6  # letters; a slip in a shorter word makes another word of it: facts, acts
_LONG = 9


def words_of(text: str) -> list[str]:
    """Give the folded words of a text, hyphens parting them, apostrophes left out: "child's" is "childs"."""
    plain = text.translate(_COMMON)
    if not plain.isascii():
        plain = fold(plain).text.replace("'", "")
        return _WORD.findall(plain)
    return _WORD.findall(plain.casefold())


@dataclass(frozen=True, slots=True)
class Phrase:
    """One wording; `parts` are its words in order, each with what may stand for it; empty for a gap.

    A word that ends in `*` stands for any word that begins so. `denies` says that the phrase itself has a
    word such as "not", which then denies nothing.
    """

    parts: tuple[tuple[str, ...], ...]
    denies: bool

    @property
    def joined(self) -> str:
        """Give the letters of a phrase that has one form only, else nothing."""
        plain = all(len(part) == 1 and not part[0].endswith("*") for part in self.parts)
        return "".join(part[0] for part in self.parts) if plain else ""

    @property
    def source(self) -> str:
        """Give the pattern that it is looked for by: another one for each phrase."""
        return _source(self.parts)

    def search(self, words: Sequence[str]) -> tuple[int, int] | None:
        """Find the phrase among words of `words_of`; gives half-open numbers of words, or none."""
        line = f" {' '.join(words)} "
        match = _pattern(self.parts).search(line)
        if match is None:
            return None
        first = line.count(" ", 0, match.start())
        return first, first + match[0].count(" ")

    def everywhere(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Find every place of the phrase that overlaps none before it."""
        line = f" {' '.join(words)} "
        return [
            (first, first + match[0].count(" "))
            for match in _pattern(self.parts).finditer(line)
            for first in [line.count(" ", 0, match.start())]
        ]

    def search_nearly(self, words: Sequence[str], near: Callable[[str, str], bool]) -> tuple[int, int] | None:
        """Find the phrase among the words of a heading, where `near` says which word may stand for which.

        It is asked only of words with the same first letter.
        """
        letters = {one[0] for one in self.parts[0]} if self.parts else set()
        for first in range(len(words) if self.parts else 0):
            if letters and words[first][0] not in letters:
                continue
            last = _follow(self.parts, words, first, near)
            if last is not None:
                return first, last
        return None


def _follow(
    parts: Sequence[tuple[str, ...]], words: Sequence[str], at: int, near: Callable[[str, str], bool]
) -> int | None:
    for number, wanted in enumerate(parts):
        if not wanted:
            rest = parts[number + 1 :]
            ends = (_follow(rest, words, begin, near) for begin in range(at, min(at + _GAP, len(words)) + 1))
            return next((end for end in ends if end is not None), None)
        if at >= len(words) or not any(near(one, words[at]) for one in wanted):
            return None
        at += 1
    return at


def close(wanted: str, word: str) -> bool:
    """Tell whether a word of a heading is the wanted one: the same, its plural, or a slip of the pen.

    Errs towards no: the first letter must be right, and short words must be right altogether.
    """
    if wanted.endswith("*"):
        return word.startswith(wanted[:-1])
    one, other = _singular(wanted), _singular(word)
    if one == other:
        return True
    if one[0] != other[0] or min(len(one), len(other)) < _SHORT:
        return False
    allowed = 2 if min(len(one), len(other)) >= _LONG else 1
    return OSA.distance(one, other, score_cutoff=allowed) <= allowed


@lru_cache(maxsize=8192)
def _singular(word: str) -> str:
    word = _PLURALS.get(word, word)
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


@lru_cache(maxsize=8192)
def compile_phrase(wording: str) -> Phrase:
    """Compile one wording of a rule."""
    parts: list[tuple[str, ...]] = []
    for piece in wording.replace("...", " ... ").split():
        if piece == "...":
            parts.append(())
            continue
        either = tuple(one for half in piece.split("/") for one in _alternatives(half))
        if len(either) > 1 and "/" not in piece:  # multi-agency: two words in a row
            parts += [(one,) for one in either]
        elif either:
            parts.append(either)
    while parts and not parts[-1]:
        parts.pop()
    while parts and not parts[0]:
        parts.pop(0)
    denies = any(word.rstrip("*") in DENIES for part in parts for word in part)
    return Phrase(tuple(parts), denies)


def compile_phrases(wordings: Iterable[str]) -> tuple[Phrase, ...]:
    """Compile the wordings of a rule, each once."""
    return _compiled(tuple(wordings))


@lru_cache(maxsize=4096)
def _compiled(wordings: tuple[str, ...]) -> tuple[Phrase, ...]:
    return tuple(compile_phrase(wording) for wording in wordings)


def _alternatives(piece: str) -> list[str]:
    star = "*" if piece.endswith("*") else ""
    words = words_of(piece)
    return [*words[:-1], words[-1] + star] if words else []


@lru_cache(maxsize=8192)
def _pattern(parts: tuple[tuple[str, ...], ...]) -> re.Pattern[str]:
    """Compile a phrase when it is looked for: of most of them, no document holds the words."""
    return re.compile(_source(parts))


def _source(parts: Sequence[tuple[str, ...]]) -> str:
    pieces = []
    for part in parts:
        if not part:
            pieces.append(rf"(?: [^ ]+){{0,{_GAP}}}?")
            continue
        words = (re.escape(word[:-1]) + "[^ ]*" if word.endswith("*") else re.escape(word) for word in part)
        pieces.append(" (?:" + "|".join(words) + ")(?= )")
    return "".join(pieces) or r"(?!)"
