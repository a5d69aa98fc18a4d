"""Words that may be a name with a slip in it: one letter off, two exchanged, or of the same sound."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from rapidfuzz.distance import OSA

from redact.resolve.forms.letters import bare
from redact.resolve.forms.needles import Parts
from redact.resolve.lists import lines_of, particles
from redact.resolve.slips import as_read, neighbours_of, sound_of
from redact.values.forms import Form

__all__ = ["near"]

_WORD = re.compile(r"[^\W_](?:[^\W_]|['’-](?=[^\W_]))*")
_SHORTEST = 4  # letters of the name: a shorter one has half the language for neighbours
_LONG = 9  # letters of a name in which two slips are still seen
_ENDING = re.compile(r"(?<=..)(?:e?igh|ey|ea|ee|ie|y|i)$")
_Near = tuple[int, int, str, Form, bool]


def near(text: str, parts: Sequence[Parts], covered: Sequence[tuple[int, int]]) -> Iterator[_Near]:
    """Give words with a capital, or in a text without any, that are near to a part of a name.

    Args:
        covered: stretches that are found already.
    """
    names = _names(parts)
    if not names:
        return
    index: dict[str, set[str]] = {}
    for name in names:
        for spelling in {*neighbours_of(name), *_heard(name)}:
            index.setdefault(spelling, set()).add(name)
    capitals = any(character.isupper() for character in text)
    known: dict[str, tuple[str, ...]] = {}
    opens = sorted(covered)
    for match in _WORD.finditer(text):
        if capitals and not match[0][0].isupper() and not match[0][0].isdigit():
            continue
        at = bisect_right(opens, (match.start(), len(text))) - 1
        if at >= 0 and opens[at][1] > match.start():
            continue
        word = match[0]
        if word not in known:
            known[word] = _near_to(word, index, names)
        for of in known[word]:
            yield match.start(), match.end(), of, Form.NEAR, False


def _names(parts: Sequence[Parts]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for part in parts:
        for half in (half for word in part.words for half in (word, *word.split("-"))):
            letters = bare(half)
            if len(letters) >= _SHORTEST and letters not in particles():
                found.setdefault(letters, set()).add(part.of)
    return found


def _near_to(word: str, index: dict[str, set[str]], names: dict[str, set[str]]) -> tuple[str, ...]:
    folded = as_read(word.casefold())
    found: set[str] = set()
    for letters in {
        bare(folded),
        bare(folded.removesuffix("'s").removesuffix("’s")),
        bare(folded).removesuffix("s"),
    }:
        if len(letters) < _SHORTEST or letters in names or letters in _ordinary():
            continue
        heard = _heard(letters)
        for name in {
            name for spelling in (*neighbours_of(letters), *heard) for name in index.get(spelling, ())
        }:
            allowed = 2 if min(len(name), len(letters)) >= _LONG else 1
            if heard & _heard(name) or OSA.distance(name, letters, score_cutoff=allowed) <= allowed:
                found |= names[name]
    return tuple(sorted(found))


def _heard(word: str) -> frozenset[str]:
    """Give a word as it sounds, also with all endings that are read as one: Kayleigh, Kayley, Kaylee."""
    return frozenset({sound_of(word), _ENDING.sub("i", word) + "~" if _ENDING.search(word) else ""} - {""})


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(word.casefold() for line in lines_of("plain-words") for word in line.split())
