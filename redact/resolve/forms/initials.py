"""Initials: of whole names and as the key holds them, in every way that notes write them.

All of them are asked about. What remains: one letter alone, and two letters in small ones without a dot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redact.resolve.forms.letters import bare
from redact.resolve.forms.needles import Parts, halves_of
from redact.resolve.lists import particles
from redact.values.forms import Form
from redact.values.key import Key, NameKind

__all__ = ["Initials"]

_WRITTEN = re.compile(
    r"(?<![^\W_])(?:[^\W\d_]\.[ ]?){2,5}"  # K.S., K. S.
    r"|(?<![^\W_])[^\W\d_](?:[ .'’/&-]{1,3}[^\W\d_]){1,4}(?![^\W_])"  # K S, K-S, K/S, K & S, S O'S
    r"|(?<![^\W_])[^\W\d_a-z][^\W\d_]{1,5}(?![^\W_])"  # KS, KSs, CMcA
    r"|(?<![^\W_])(?:[^\W\d_]\.[ ]?){1,3}(?:Ma?c|O['’])[^\W\d_]?\.?(?![^\W_])"  # C.McA.
)
_IN_SMALL = re.compile(r"(?:[^\W\d_]\.[ ]?){2,5}")
_SHORT_FOR = frozenset(
    ("eg", "ie", "am", "pm", "nb", "cc", "ps", "pa", "aka", "etc", "viz")
)  # "e.g." is no person
_MAC = re.compile(r"ma?c(?=[^\W\d_]{3})")
_OF = re.compile(r"o['’](?=[^\W\d_])")
_Initials = tuple[int, int, str, Form, bool]


class Initials:
    """Knows the initials of everybody in a key: "KS", "KAS", and those in which small letters stand."""

    def __init__(self, key: Key, parts: Sequence[Parts]) -> None:
        self._upper: dict[str, set[str]] = {}
        self._mixed: dict[str, set[str]] = {}
        for one in parts:
            if one.whole:
                for letters in _upper(one.words):
                    self._upper.setdefault(letters.upper(), set()).add(one.of)
                for letters in _mixed(one.words):
                    self._mixed.setdefault(letters, set()).add(one.of)
        for person in key.people:
            for name in person.names:
                if name.kind is NameKind.INITIALS and not person.stays:
                    self._upper.setdefault(bare(name.text).upper(), set()).add(person.id)
        self._upper = {letters: of for letters, of in self._upper.items() if len(letters) > 1}

    def find(self, text: str) -> Iterator[_Initials]:
        """Give every stretch that may be somebody's initials."""
        for match in _WRITTEN.finditer(text):
            for of in sorted(self._whose(match[0])):
                yield match.start(), match.start() + len(match[0].rstrip()), of, Form.INITIALS, False

    def _whose(self, written: str) -> set[str]:
        letters = "".join(character for character in written if character.isalpha())
        if letters[-1:] == "s" and letters[:-1].isupper():  # two of them, or what is theirs
            return self._upper.get(letters[:-1], set()) | self._mixed.get(letters, set())
        if letters.isupper():
            return self._upper.get(bare(letters).upper(), set())
        if letters.islower():
            dotted = _IN_SMALL.fullmatch(written) and letters not in _SHORT_FOR
            return self._upper.get(bare(letters).upper(), set()) if dotted else set()
        return self._mixed.get(letters, set())


def _upper(words: Sequence[str]) -> Iterator[str]:
    """Give the initials of a name: with its particles and without, of its ends, with what follows a Mac."""
    halves = [bare(half) for half in halves_of(words)]
    every = [bare(half) for word in words for half in word.replace("-", " ").split()]
    first, last = halves[:1], halves[-1:]
    for some in (halves, [*first, *last], every, [bare(word) for word in words]):
        yield "".join(word[:1] for word in some)
    own = words[-1]
    for begin in (_MAC.match(own), _OF.match(own)):
        if begin is not None and first:
            yield first[0][:1] + own[0] + bare(own[begin.end() :])[:1]


def _mixed(words: Sequence[str]) -> Iterator[str]:
    """Give initials with small letters: CMcA, CMac, JLdlC, TTh."""
    small = particles()
    halves = [half for word in words for half in word.replace("-", " ").split()]
    yield "".join(bare(half)[:1] if half in small else bare(half)[:1].upper() for half in halves)
    first, last = bare(words[0])[:1].upper(), words[-1]
    yield first + bare(last)[:2].title()
    yield bare(words[0])[:2].title() + bare(last)[:2].title()
    if begin := _MAC.match(last):
        follows = last[begin.end() :][:1].upper()
        for mac in ("Mc", "Mac"):
            yield from (first + mac, first + mac + follows)
