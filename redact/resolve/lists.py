"""The word lists that tell who is who: titles, roles, small words in surnames, short names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from redact.errors import RuleFault
from redact.resources import rules_folder

__all__ = ["particles", "roles", "short_names", "titles"]


@cache
def titles() -> frozenset[str]:
    """Titles that stand before a name, in lower case. Raises RuleFault where the list is missing."""
    return frozenset(line.partition("\t")[0].casefold() for line in _lines("titles"))


@cache
def roles() -> frozenset[str]:
    """Roles that stand before a worker's name, in lower case. Raises RuleFault as `titles` does."""
    return frozenset(line.partition("\t")[0].casefold() for line in _lines("roles"))


@cache
def particles() -> frozenset[str]:
    """Small words that stand inside a surname, in lower case. Raises RuleFault as `titles` does."""
    return frozenset(word.casefold() for line in _lines("particles") for word in line.split())


@cache
def short_names() -> Mapping[str, frozenset[str]]:
    """For each short name the forenames that it may stand for. Raises RuleFault as `titles` does."""
    found: dict[str, set[str]] = {}
    for line in _lines("short-names"):
        forename, _, shorts = line.partition("\t")
        for short in shorts.split():
            found.setdefault(short.casefold(), set()).add(forename.strip().casefold())
    return MappingProxyType({short: frozenset(forenames) for short, forenames in found.items()})


def _lines(name: str) -> tuple[str, ...]:
    try:
        text = (rules_folder() / "lists" / f"{name}.txt").read_text(encoding="utf-8")
    except OSError:
        raise RuleFault(
            f"the word list {name} is missing",
            "Install redact again from its wheel, or from a complete checkout.",
        ) from None
    found = tuple(line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    if not found:
        raise RuleFault(f"the word list {name} is empty", "Restore the file under rules/lists.")
    return found
