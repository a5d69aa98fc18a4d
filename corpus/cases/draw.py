"""Drawing names from the pools of one split, each only once in a case unless it is meant to come twice."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from functools import cache
from random import Random

from corpus.cases.numbers import folded
from corpus.cases.values import Heritage, Sex
from corpus.pools import allowed, bodies, places, pool, words

__all__ = ["Draw", "is_word", "seeded"]

_TRIES = 60
WORD_FIRST, WORD_LAST = 0.05, 0.035  # together about one in eight people


def seeded(*parts: object) -> Random:
    """A generator of random numbers that is the same on every machine for the same parts."""
    text = "|".join(str(part) for part in parts)
    return Random(int.from_bytes(hashlib.sha256(text.encode("utf-8")).digest()[:8], "big"))


def is_word(name: str, split: str) -> bool:
    """Whether a first name or surname, or a part of it, is an ordinary word too."""
    return any(folded(part) in _words(split) for part in re.split(r"[\s-]", name))


@cache
def _words(split: str) -> frozenset[str]:
    listed = words(split)
    return frozenset(folded(name) for name in (*listed.first_f, *listed.first_m, *listed.last))


class Draw:
    """The names, places and bodies of one case."""

    def __init__(self, rng: Random, split: str) -> None:
        self.rng, self.split = rng, split
        self.places = places(split)
        self._used: set[str] = set()

    def chance(self, share: float) -> bool:
        """True in that share of cases."""
        return self.rng.random() < share

    def heritage(self) -> Heritage:
        """Any group, all evenly."""
        return self.rng.choice(tuple(Heritage))

    def first(self, heritage: Heritage, sex: Sex, last: str = "") -> str:
        """A first name that nobody in the case has yet, and that may stand before that surname."""
        listed = pool(self.split, heritage).firsts(sex)
        if self.chance(WORD_FIRST):
            listed = words(self.split).firsts(sex)
        return self._fresh(listed, lambda name: not last or allowed(name, last))

    def last(self, heritage: Heritage) -> str:
        """A surname that nobody in the case has yet, in the form that the pool lists it (a man's)."""
        listed = pool(self.split, heritage).last
        if self.chance(WORD_LAST):
            listed = words(self.split).last
        return self._fresh(listed, lambda name: True)

    def last_for(self, heritage: Heritage, last: str, sex: Sex) -> str:
        """The form of a surname for that sex, each part of a double one by itself."""
        return pool(self.split, heritage).last_for(last, sex)

    def formed(self, heritage: Heritage, base: str, sex: Sex) -> str:
        """The same for a surname that may come from another group, by marriage or from a father."""
        return "-".join(self._part_formed(heritage, part, sex) for part in base.split("-"))

    def allowed(self, first: str, last: str) -> bool:
        """Whether a person may be called so."""
        return allowed(first, last)

    def nick(self, heritage: Heritage, first: str) -> str:
        """A usual short form, or nothing."""
        listed = pool(self.split, heritage).nicks.get(first, ())
        return self.rng.choice(listed) if listed else ""

    def variant(self, heritage: Heritage, first: str) -> str:
        """Another spelling, or nothing."""
        listed = pool(self.split, heritage).variants.get(first, ())
        return self.rng.choice(listed) if listed else ""

    def one(self, listed: Sequence[str]) -> str:
        """One of these that the case has not used yet."""
        return self._fresh(listed, lambda name: True)

    def fresh(self, make: Callable[[Random], str]) -> str:
        """A number that the case has not had yet."""
        while (number := make(self.rng)) in self._used:
            continue
        self._used.add(number)
        return number

    def body(self, kind: str, town: str, county: str, area: str) -> str:
        """A body of that kind whose name the case has not used yet."""
        name = ""
        for _ in range(_TRIES):
            street = self.rng.choice(self.places.streets)
            name = bodies(self.split).draw(kind, self.rng, town=town, county=county, area=area, street=street)
            if folded(name) not in self._used:
                break
        self._used.add(folded(name))
        return name

    def _part_formed(self, heritage: Heritage, part: str, sex: Sex) -> str:
        forms = (self.last_for(each, part, sex) for each in (heritage, *Heritage))
        return next((form for form in forms if form != part), part)

    def _fresh(self, listed: Sequence[str], fits: Callable[[str], bool]) -> str:
        name = ""
        for _ in range(_TRIES):
            name = self.rng.choice(listed)
            if folded(name) not in self._used and fits(name):
                break
        self._used.add(folded(name))
        return name
