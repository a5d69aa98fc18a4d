"""Which first name and surname may stand together: never those of a famous case."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from corpus.pools.reading import sections
from corpus.pools.splitting import fold

__all__ = ["allowed", "digest_of", "famous_cases", "kept_surname", "listed_lines"]

_LISTS = Path(__file__).parents[2] / "rules" / "lists"


def allowed(first: str, last: str) -> bool:
    """Whether a person may be called so.

    False for the name of a famous case (rules/lists/famous-cases.txt) and for names of other published cases,
    of which corpus/pools/avoided.txt holds digests only, so that nobody is named there.
    """
    whole = fold(f"{first} {last}")
    return whole not in {fold(name) for name in famous_cases("case")} and digest_of(whole) not in _avoided()


def kept_surname(last: str) -> bool:
    """False for the surname of a famous case or a published inquiry, but for those that very many bear."""
    return fold(last) not in _surnames()


@cache
def famous_cases(kind: str) -> tuple[str, ...]:
    """The names of rules/lists/famous-cases.txt of a kind, "case" or "inquiry"."""
    rows = [line.split("\t") for line in listed_lines("famous-cases.txt")]
    return tuple(row[0] for row in rows if row[1] == kind)


@cache
def listed_lines(file: str) -> tuple[str, ...]:
    """The lines of a file of rules/lists, without comments, none twice."""
    lines = (_LISTS / file).read_text(encoding="utf-8").splitlines()
    return tuple(dict.fromkeys(line for line in lines if line and not line.startswith("#")))


def digest_of(whole: str) -> str:
    """The digest of a folded full name, as avoided.txt has it."""
    return hashlib.sha256(f"redact:{fold(whole)}".encode()).hexdigest()[:16]


@cache
def _avoided() -> frozenset[str]:
    return frozenset(sections("avoided.txt")["digests"])


@cache
def _surnames() -> frozenset[str]:
    cases = [fold(name).split()[-1] for name in famous_cases("case")]
    inquiries = [fold(name) for name in famous_cases("inquiry")]
    return frozenset((*cases, *inquiries)) - {"smith"}
