"""Choosing a few of a list by name, so that one more entry changes nothing for the others."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from random import Random

from corpus.cases.values import Heritage, Sex
from corpus.pools.combinations import allowed
from corpus.pools.names import pool

__all__ = ["full_names", "joined", "picked", "seeded"]

_TRIES = 100


def seeded(name: str) -> Random:
    """A generator of random numbers that is the same on every machine for the same name."""
    return Random(int.from_bytes(hashlib.sha256(f"redact pools: {name}".encode()).digest()[:8], "big"))


def picked(name: str, listed: Sequence[str], count: int) -> tuple[str, ...]:
    """That many of the list, or all of a shorter one; which ones depends on the name and the list only."""
    return tuple(seeded(name).sample(listed, min(count, len(listed))))


def joined(
    parts: Iterable[str], types: Sequence[str], count: int, join: Callable[[str, str], str]
) -> tuple[str, ...]:
    """Each part with `count` of the types, none twice."""
    return tuple(dict.fromkeys(join(part, kind) for part in parts for kind in picked(part, types, count)))


def full_names(split: str, count: int, purpose: str) -> Iterator[tuple[Heritage, str, str]]:
    """Invented people, `count` of each heritage group: the group, first name and surname as that sex has it.

    Names that allowed() refuses are drawn again. ValueError if none of a group may stand together.
    """
    for heritage in Heritage:
        names = pool(split, heritage)
        for number in range(count):
            rng = seeded(f"{purpose}|{split}|{heritage.value}|{number}")
            sex = (Sex.FEMALE, Sex.MALE)[number % 2]
            for _ in range(_TRIES):
                first = rng.choice(names.firsts(sex))
                last = names.last_for(rng.choice(names.last), sex)
                if allowed(first, last):
                    yield heritage, first, last
                    break
            else:
                raise ValueError(f"no first name of {heritage.value} may stand with any surname")
