"""What looks like a name and stays: invented citations and ministers, famous cases, inquiries, eponyms."""

from __future__ import annotations

from functools import cache
from random import Random

from corpus.cases.values import Heritage
from corpus.pools.choosing import full_names, seeded
from corpus.pools.combinations import famous_cases, listed_lines
from corpus.pools.names import pool
from corpus.pools.places import places
from corpus.pools.reading import sections
from corpus.pools.splitting import checked, split_of_line
from corpus.pools.values import Citation, Inquiry, Minister, PublicPool

__all__ = ["public"]

_FILE = "public.txt"
_CITATIONS = 24  # whose first author is of each group
_MINISTERS = 4  # of each group
_AUTHORS = (1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5)
_YEARS = range(1989, 2024)
_INITIALS = "ABCDEFGHIJKLMNOPRSTVWYZ"


@cache
def public(split: str) -> PublicPool:
    """The public names of a split. ValueError if the split is none of SPLITS.

    Read from rules/lists: famous-cases.txt, eponyms.txt and public-offices.txt. Inquiries have the title that
    corpus/pools/public.txt gives them, or none.
    """
    listed = sections(_FILE)
    titled = dict(line.split(" = ") for line in listed["titles of inquiries"])
    return PublicPool(
        checked(split),
        _citations(split),
        _ministers(split),
        famous_cases("case"),
        tuple(Inquiry(name, titled.get(name, name)) for name in famous_cases("inquiry")),
        listed_lines("eponyms.txt"),
        listed["tools"],
        listed["statutes"],
    )


def _citations(split: str) -> tuple[Citation, ...]:
    """As many of each group, no two of them short alike ("Brandt, 2009")."""
    found: dict[str, Citation] = {}
    for heritage in Heritage:
        rng = seeded(f"citations {split} {heritage.value}")
        for _ in range(_CITATIONS):
            citation = _citation(split, heritage, rng)
            while citation.short in found:
                citation = _citation(split, heritage, rng)
            found[citation.short] = citation
    return tuple(found.values())


def _citation(split: str, first: Heritage, rng: Random) -> Citation:
    groups = [first, *(rng.choice(tuple(Heritage)) for _ in range(rng.choice(_AUTHORS) - 1))]
    lasts: list[str] = []
    for group in groups:
        lasts.append(rng.choice([last for last in pool(split, group).last if last not in lasts]))
    authors = tuple((last, _initials(rng)) for last in lasts)
    title = f"{_own(split, 'subjects', rng)}: {_own(split, 'aspects', rng)}"
    return Citation(authors, tuple(groups), rng.choice(_YEARS), title, _outlet(split, rng))


def _initials(rng: Random) -> str:
    return "".join(f"{rng.choice(_INITIALS)}." for _ in range(rng.choice((1, 1, 2))))


def _outlet(split: str, rng: Random) -> str:
    """A journal with its volume and pages, or a press in a town."""
    if rng.random() < 0.5:
        start = rng.randrange(1, 400)
        volume = f"{rng.randrange(1, 60)}({rng.randrange(1, 7)})"
        return f"{_own(split, 'journals', rng)}, {volume}, pp. {start}-{start + rng.randrange(6, 30)}"
    somewhere = places(split)
    town = rng.choice(somewhere.towns)
    press = _own(split, "presses", rng).format(town=town, county=rng.choice(somewhere.counties))
    return f"{town}: {press}"


def _own(split: str, section: str, rng: Random) -> str:
    """A line of the section that is in no other split."""
    return rng.choice([line for line in sections(_FILE)[section] if split_of_line(line) == split])


def _ministers(split: str) -> tuple[Minister, ...]:
    """Each office several times, with holders of every group. Offices of "HM" stand without "the"."""
    offices = [
        each for each in listed_lines("public-offices.txt") if not each.startswith(("HM ", "Her ", "His "))
    ]
    holders = [f"{first} {last}" for _, first, last in full_names(split, _MINISTERS, "ministers")]
    seeded(f"ministers {split}").shuffle(holders)
    return tuple(Minister(offices[at % len(offices)], holder) for at, holder in enumerate(holders))
