"""The names of people, by heritage group, and names that are words.

With `draw_from` they come from the lists of another folder, for a finder that may have learned those of the
pools: then every split has all of them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import MappingProxyType

from corpus.cases.values import Heritage
from corpus.pools.combinations import kept_surname
from corpus.pools.reading import Entry, entries
from corpus.pools.splitting import checked, of_split, split_of
from corpus.pools.values import NamePool, WordPool

__all__ = ["draw_from", "pool", "words"]

_OTHERS: list[Path] = []  # the folder of other names, if any


def draw_from(folder: Path) -> None:
    """Draw names from `names/<heritage>.txt` and `words.txt` of a folder from now on, in this process.

    FileNotFoundError if one of the files is missing.
    """
    for file in ("words.txt", *(f"names/{heritage.value}.txt" for heritage in Heritage)):
        if not (folder / file).is_file():
            raise FileNotFoundError(str(folder / file))
    _OTHERS[:] = [folder.resolve()]
    pool.cache_clear()
    words.cache_clear()


def _file(name: str) -> str:
    return str(_OTHERS[0] / name) if _OTHERS else name


@cache
def pool(split: str, heritage: Heritage) -> NamePool:
    """The names of a heritage group in a split: corpus/pools/names/<heritage>.txt.

    Surnames of famous cases and published inquiries (rules/lists/famous-cases.txt) are left out. ValueError
    if the split is none of SPLITS.
    """
    checked(split)
    file = _file(f"names/{heritage.value}.txt")
    first_f, first_m = (_of(split, entries(file, section)) for section in ("first f", "first m"))
    last = tuple(entry for entry in _of(split, entries(file, "last")) if kept_surname(entry.name))
    firsts = (*first_f, *first_m)
    return NamePool(
        split,
        heritage,
        tuple(entry.name for entry in first_f),
        tuple(entry.name for entry in first_m),
        tuple(entry.name for entry in last),
        MappingProxyType({entry.name: entry.nicks for entry in firsts if entry.nicks}),
        MappingProxyType({entry.name: entry.variants for entry in firsts if entry.variants}),
        MappingProxyType({entry.name: entry.feminine for entry in last if entry.feminine}),
    )


@cache
def words(split: str) -> WordPool:
    """First names and surnames of that split that are ordinary words too: corpus/pools/words.txt.

    ValueError if the split is none of SPLITS.
    """
    checked(split)
    first_f, first_m, last = (
        tuple(entry.name for entry in _of(split, entries(_file("words.txt"), section)))
        for section in ("first f", "first m", "last")
    )
    return WordPool(split, first_f, first_m, tuple(name for name in last if kept_surname(name)))


def _of(split: str, listed: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries of that split, each once, without such of their spellings as are not of it."""
    if _OTHERS:
        return tuple({entry.name: entry for entry in listed}.values())
    found: dict[str, Entry] = {}
    for entry in listed:
        if {split_of(name) for name in (entry.name, entry.feminine or entry.name)} != {split}:
            continue
        variants, nicks = of_split(split, entry.variants), of_split(split, entry.nicks)
        found.setdefault(entry.name, Entry(entry.name, variants, nicks, entry.feminine))
    return tuple(found.values())
