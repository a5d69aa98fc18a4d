"""Invented bodies of one split: schools, surgeries, wards, councils and the rest of BODY_KINDS."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

from corpus.cases.values import Heritage
from corpus.pools.choosing import full_names, picked
from corpus.pools.names import pool
from corpus.pools.reading import sections
from corpus.pools.splitting import checked, of_split
from corpus.pools.values import BODY_KINDS, BodyPool

__all__ = ["bodies"]

_FILE = "bodies.txt"
_LASTS = 12  # of each group
_FULLS = 8
_WARDS = 30


@cache
def bodies(split: str) -> BodyPool:
    """The bodies of a split: corpus/pools/bodies.txt. ValueError if the split is none of SPLITS."""
    listed = sections(_FILE)
    checked(split)
    parts = of_split(split, sections("places.txt")["parts"])
    lasts = _lasts(split)
    saints = of_split(split, listed["saints"])
    return BodyPool(
        split,
        MappingProxyType({kind: listed[f"types {kind}"] for kind in BODY_KINDS}),
        # A pattern that names two of a sort draws each from a part of its own, lest both be the same.
        MappingProxyType(
            {
                "part": parts[::2],
                "part2": parts[1::2],
                "saint": saints[::2],
                "saint2": saints[1::2],
                "last": lasts[::3],
                "last2": lasts[1::3],
                "last3": lasts[2::3],
                "full": tuple(f"{first} {last}" for _, first, last in full_names(split, _FULLS, "bodies")),
                "muslim": of_split(split, listed["muslim"]),
                "word": of_split(split, listed["words"]),
                "sign": of_split(split, listed["signs"]),
                "virtue": of_split(split, listed["virtues"]),
                "number": tuple(str(number) for number in range(1, _WARDS)),
            }
        ),
    )


def _lasts(split: str) -> tuple[str, ...]:
    """As many surnames of each group, in turn, so that every third of them is of every group too."""
    rows = [picked(f"bodies {split} {each.value}", pool(split, each).last, _LASTS) for each in Heritage]
    turned = [
        last for at in range(_LASTS) for row in rows[at % 3 :] + rows[: at % 3] for last in row[at : at + 1]
    ]
    return tuple(dict.fromkeys(turned))
