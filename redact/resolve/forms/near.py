"""Words that may be a name with slips in it: a letter or two off, exchanged, or of the same sound.

How much is believed depends on the evidence. One slip is enough anywhere. Two are in a name of eight letters
or more, three in a very long one; where nothing but vowels, doubled letters and letters of one sound differ,
a shorter name is enough. All of it is asked about. What remains: a short name with two slips, and a name that
was heard as quite another one and stands in no list.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from redact.resolve.forms.letters import bare
from redact.resolve.forms.needles import Parts
from redact.resolve.lists import lines_of, particles
from redact.resolve.slips import as_read, neighbours_of, sound_of
from redact.values.forms import Form

__all__ = ["Near"]

_BEGINS = r"(?:(?:Ma?c|MA?C|O|Fitz|Al|El|St)[ ](?=[^\W\d_a-z]))?"  # "Mac Alister" is one name in two words
_WORD = re.compile(rf"(?<![^\W_]){_BEGINS}[^\W_](?:[^\W_]|['’@$!|-](?=[^\W_]))*")
_SIGN = re.compile(r"[@$!|]")
_BIT = re.compile(r"[^\W_@$!|](?:[^\W_]|['’-](?=[^\W_]))*")
_SIGNS = str.maketrans("@$!|3478", "aslieatb")  # written for letters, to be funny or to be missed
_SHORTEST = 4  # letters of the name: a shorter one has half the language for neighbours
_LONG = 8  # letters of a name in which any two slips are still seen
_VERY_LONG = 11  # three
_ENDING = re.compile(r"(?<=..)(?:e?igh|ey|ea|ee|ie|y|i)$")
_LIKE = 6  # letters of a name in which nothing but the sounds that bear it must agree
_BONES = 3  # sounds
_MAC = re.compile(r"^m(?:a?c|['’])[ ]?(?=[^\W\d_]{4})")
_NO_BONE = re.compile(r"(?<=.)[aeiouyhw]")
_AT_ITS_END = re.compile(r"(?:gh|h|w)$")
_SILENT = re.compile(r"(?<=.)w")
_PLAIN_LEAST = 8  # letters of a name that is looked for in small letters too
_Near = tuple[int, int, str, Form, bool]


class Near:
    """Knows the names of a key by their neighbours and sounds; made once, asked for text after text."""

    def __init__(self, parts: Sequence[Parts]) -> None:
        self._names = _names(parts)
        self._index: dict[str, set[str]] = {}
        self._long: dict[int, list[str]] = {}
        for name in self._names:
            for spelling in {*neighbours_of(name), *_heard(name), _bones(name)}:
                self._index.setdefault(spelling, set()).add(name)
            if len(name) >= _LONG:
                self._long.setdefault(len(name), []).append(name)
        self._known: dict[str, tuple[str, ...]] = {}

    def find(
        self, text: str, covered: Sequence[tuple[int, int]], inside: Sequence[tuple[int, int]]
    ) -> Iterator[_Near]:
        """Give words that are near to a part of a name: with a capital, long, or in an address.

        Args:
            covered: stretches that are found already.
            inside: stretches that are an address, a link or the name of a file, in their order.
        """
        if not self._names:
            return
        capitals = any(character.isupper() for character in text)
        found, held = _merged(covered), sorted(inside)
        for match in _WORD.finditer(text):
            for start, end in _bits(match):
                if _lies_in(start, found):
                    continue
                least = _SHORTEST
                if capitals and text[start].islower():
                    least = _SHORTEST + 1 if _lies_in(start, held) else _PLAIN_LEAST
                    if text[start] == "l" and "i" + text[start + 1 : end].casefold() in self._names:
                        least = 0  # "lmelda": text recognition has read the capital so
                for of in self._near_to(text[start:end], least):
                    yield start, end, of, Form.NEAR, False

    def _near_to(self, word: str, least: int) -> tuple[str, ...]:
        if len(word) < least:
            return ()
        if word not in self._known:
            self._known[word] = tuple(sorted({of for one in self._alike(word) for of in self._names[one]}))
        return self._known[word]

    def _alike(self, word: str) -> Iterator[str]:
        plain = word.casefold()
        read = as_read(plain.translate(_SIGNS) if _SIGN.search(plain) else _digits_read(plain))
        for letters in _stems(read):
            told = letters in self._names and read == plain  # as it stands: found by its letters
            if len(letters) < _SHORTEST or told or letters in _ordinary():
                continue
            for name in self._candidates(letters):
                if _is_near(letters, name):
                    yield name

    def _candidates(self, letters: str) -> set[str]:
        found: set[str] = set()
        for spelling in {*neighbours_of(letters), *_heard(letters), _bones(letters)}:
            found |= self._index.get(spelling, set())
        most = _most(len(letters))
        for length in range(len(letters) - most, len(letters) + most + 1) if most > 1 else ():
            names = self._long.get(length, ())
            near = process.extract(letters, names, scorer=OSA.distance, score_cutoff=most, limit=None)
            found.update(name for name, _, _ in near)
        return found


def _is_near(letters: str, name: str) -> bool:
    """Hold two words against each other, as strictly as the shorter one asks for."""
    shorter = min(len(letters), len(name))
    if _heard(letters) & _heard(name):
        return True
    apart = OSA.distance(letters, name)
    if apart <= 1:
        return True
    if letters in _never_names():  # "Reports" for Rupert: more than one slip is not believed of such a word
        return False
    if apart <= _most(shorter):
        return True
    bones = _bones(letters)
    return (
        shorter >= _LIKE
        and letters[0] == name[0]
        and len(bones) >= _BONES
        and bones == _bones(name)
        and apart <= max(2, shorter // 3)
    )


def _most(letters: int) -> int:
    return 3 if letters >= _VERY_LONG else 2 if letters >= _LONG else 1


def _names(parts: Sequence[Parts]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for part in parts:
        for half in (half for word in part.words for half in (word, *word.split("-"))):
            letters = bare(half)
            if len(letters) >= _SHORTEST and letters not in particles():
                found.setdefault(letters, set()).add(part.of)
    return found


def _bits(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Give the stretch of a word; where a sign stands in it for a letter, those beside the sign too."""
    yield match.span()
    if _SIGN.search(match[0]):
        yield from (
            (match.start() + bit.start(), match.start() + bit.end()) for bit in _BIT.finditer(match[0])
        )


def _merged(stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _lies_in(at: int, stretches: Sequence[tuple[int, int]]) -> bool:
    number = bisect_right(stretches, at, key=lambda one: one[0]) - 1
    return number >= 0 and stretches[number][1] > at


def _stems(word: str) -> frozenset[str]:
    """Give a word as it is, and without what a plural or a possessive puts behind it."""
    own = bare(_MAC.sub("mc", word))
    bald = bare(_MAC.sub("mc", word).removesuffix("'s").removesuffix("’s"))
    found = {bare(word), own, bald, own.removesuffix("s")}
    return frozenset({*found, f"{own[:-3]}y"} if own.endswith("ies") else found)


def _digits_read(word: str) -> str:
    letters = sum(1 for character in word if character.isalpha())
    return word.translate(_SIGNS) if 2 * letters > len(word) else word


def _heard(word: str) -> frozenset[str]:
    """Give a word as it sounds, also with all endings that are read as one: Kayleigh, Kayley, Kaylee."""
    ending = _ENDING.sub("i", word) + "~" if _ENDING.search(word) else ""
    return frozenset({sound_of(word), ending, *_sounding().get(word, ())} - {""})


def _bones(word: str) -> str:
    """Give the sounds that bear a word, marked as such: Thornbury as Thornberry, MacAllister as McAlister."""
    mac = _SILENT.sub("", _MAC.sub("mk", word)).replace("ght", "t")
    return "=" + _NO_BONE.sub("", _AT_ITS_END.sub("", (sound_of(mac) or mac + "a")[:-1]))


@cache
def _sounding() -> dict[str, tuple[str, ...]]:
    """Give for each name in the list of names of one sound the mark of its lines."""
    found: dict[str, set[str]] = {}
    for number, line in enumerate(lines_of("sounding-names")):
        for name in line.split():
            found.setdefault(bare(name), set()).add(f"#{number}")
    return {name: tuple(sorted(marks)) for name, marks in found.items()}


@cache
def _never_names() -> frozenset[str]:
    return frozenset(word.casefold() for line in lines_of("not-names") for word in line.split())


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(word.casefold() for line in lines_of("plain-words") for word in line.split())
