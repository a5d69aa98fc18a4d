"""What the tests of the pools share."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest

from corpus.cases.values import Heritage
from corpus.pools import SPLITS, pool, words

__all__ = ["EACH", "GROUPS", "PAIRS", "PLACES", "names_of"]

GROUPS = pytest.mark.parametrize("heritage", Heritage)
EACH = pytest.mark.parametrize("split", SPLITS)
PAIRS = pytest.mark.parametrize(("one", "other"), list(combinations(SPLITS, 2)))
PLACES = ("streets", "houses", "estates", "areas", "towns", "counties", "parks", "shops", "postcodes")


def names_of(split: str) -> Iterator[str]:
    """Every spelling of every name of people of a split, words among them."""
    for heritage in Heritage:
        names = pool(split, heritage)
        yield from (*names.first_f, *names.first_m, *names.last)
        for travelling in (names.nicks, names.variants):
            for spellings in travelling.values():
                yield from spellings
        yield from names.feminine.values()
    listed = words(split)
    yield from (*listed.first_f, *listed.first_m, *listed.last)
