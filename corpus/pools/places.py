"""Invented places of one split: what they are called after is the split's, their types are in all."""

from __future__ import annotations

from functools import cache

from corpus.cases.values import Heritage
from corpus.pools.choosing import joined, picked, seeded
from corpus.pools.names import pool
from corpus.pools.reading import sections
from corpus.pools.splitting import checked, of_split
from corpus.pools.values import PlacePool

__all__ = ["COMMON_STREETS", "places"]

_FILE = "places.txt"
# Streets that most towns have: they are in all splits.
COMMON_STREETS = sections(_FILE)["types of street, whole"]
_INWARD = "ABDEFGHJLNPQRSTUWXYZ"  # the letters that end a postcode
_POSTCODES = 400


@cache
def places(split: str) -> PlacePool:
    """The places of a split: corpus/pools/places.txt. ValueError if the split is none of SPLITS."""
    listed = sections(_FILE)
    parts = of_split(checked(split), listed["parts"])
    stems = of_split(split, listed["stems"])
    types = {name.removeprefix("types of "): lines for name, lines in listed.items()}
    streets = joined(parts, types["street"], 5, _spaced)
    areas = joined(parts, types["area"], 1, _spaced) + joined(stems, types["area, ending"], 2, _glued)
    return PlacePool(
        split,
        tuple(dict.fromkeys((*streets, *COMMON_STREETS))),
        joined(parts, types["house"], 2, _spaced),
        joined(parts, types["estate"], 2, _spaced),
        areas,
        _towns(stems, types),
        joined(stems, types["county, pattern"], 2, _patterned),
        joined(parts, types["park"], 2, _spaced),
        _shops(split, parts, types["shop"]),
        _postcodes(split),
    )


def _towns(stems: tuple[str, ...], types: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    plain = joined(stems, types["town, ending"], 5, _glued)
    every_fifth = joined(plain[::5], types["town, pattern"], 1, _patterned)
    return (*plain, *every_fifth)


def _shops(split: str, parts: tuple[str, ...], types: tuple[str, ...]) -> tuple[str, ...]:
    """After what the streets are called after, and after those who keep them, of every group alike."""
    keepers = [
        last
        for heritage in Heritage
        for last in picked(f"{split} shops {heritage.value}", pool(split, heritage).last, 6)
    ]
    named = joined(dict.fromkeys(keepers), types, 1, _owned)
    return tuple(dict.fromkeys((*joined(parts, types, 1, _spaced), *named)))


def _postcodes(split: str) -> tuple[str, ...]:
    """Of ZZ99, which is no place: whole, and in no other split, since each is split by its second half."""
    every = [f"ZZ99 {digit}{one}{two}" for digit in range(10) for one in _INWARD for two in _INWARD]
    own = list(of_split(split, every))
    return tuple(sorted(seeded(f"postcodes {split}").sample(own, _POSTCODES)))


def _spaced(part: str, kind: str) -> str:
    return f"{part} {kind}"


def _glued(stem: str, ending: str) -> str:
    return f"{stem}{ending}"


def _patterned(stem: str, pattern: str) -> str:
    return pattern.format(stem)


def _owned(last: str, kind: str) -> str:
    return f"{last}' {kind}" if last.endswith("s") else f"{last}'s {kind}"
