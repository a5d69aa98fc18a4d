"""The word lists that tell who is who: titles, roles, words of kinship, forenames and their short forms."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from redact.errors import RuleFault
from redact.resources import rules_folder

__all__ = [
    "famous_names",
    "forenames",
    "judges",
    "kinship",
    "lines_of",
    "particles",
    "roles",
    "sex_of_forename",
    "short_names",
    "spellings_of",
    "titles",
]


@cache
def titles() -> frozenset[str]:
    """Titles that stand before a name, in lower case. Raises RuleFault where the list is missing."""
    return frozenset(line.partition("\t")[0].casefold() for line in lines_of("titles"))


@cache
def judges() -> frozenset[str]:
    """Titles of judges, which stand before surnames alone. Raises RuleFault as `titles` does."""
    rows = (line.partition("\t") for line in lines_of("titles"))
    return frozenset(title.casefold() for title, _, kind in rows if kind.strip() == "judge")


@cache
def roles() -> frozenset[str]:
    """Roles that stand before a worker's name, in lower case. Raises RuleFault as `titles` does."""
    return frozenset(line.partition("\t")[0].casefold() for line in lines_of("roles"))


@cache
def kinship() -> frozenset[str]:
    """Words of kinship for one person, in lower case. Raises RuleFault as `titles` does."""
    rows = (line.partition("\t") for line in lines_of("kinship"))
    return frozenset(word.casefold() for word, _, kind in rows if kind.strip() != "several")


@cache
def forenames() -> Mapping[str, str]:
    """Common forenames in lower case, each with the sex "f" or "m" of those who bear it; "" where both do.

    Raises RuleFault as `titles` does.
    """
    found: dict[str, str] = {}
    for line in lines_of("forenames"):
        sex, _, names = line.partition("\t")
        found |= dict.fromkeys(names.casefold().split(), sex if sex in ("f", "m") else "")
    return MappingProxyType(found)


@cache
def sex_of_forename(forename: str) -> str:
    """Give the sex "f" or "m" of those who bear a forename, folded; "" where it is not known or both do.

    Of a short form it is that of all forenames for which it stands.

    Raises RuleFault as `titles` does.
    """
    if known := forenames().get(forename) or _sexes().get(forename, ""):
        return known
    long = {forenames().get(one) or _sexes().get(one, "") for one in short_names().get(forename, ())}
    return next(iter(long)) if len(long) == 1 and forename not in forenames() else ""


@cache
def _sexes() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for line in lines_of("forename-sexes"):
        sex, _, names = line.partition("\t")
        found |= dict.fromkeys(names.casefold().split(), sex)
    return MappingProxyType(found)


@cache
def famous_names() -> tuple[str, ...]:
    """Names of published cases, inquiries and their chairs. Raises RuleFault as `titles` does."""
    return tuple(line.partition("\t")[0].strip() for line in lines_of("famous-cases"))


@cache
def particles() -> frozenset[str]:
    """Small words that stand inside a surname, in lower case. Raises RuleFault as `titles` does."""
    return frozenset(word.casefold() for line in lines_of("particles") for word in line.split())


@cache
def short_names() -> Mapping[str, frozenset[str]]:
    """For each short name the forenames that it may stand for. Raises RuleFault as `titles` does."""
    found: dict[str, set[str]] = {}
    for line in (*lines_of("short-names"), *lines_of("pet-names")):
        forename, _, shorts = line.partition("\t")
        for short in shorts.split():
            found.setdefault(short.casefold(), set()).add(forename.strip().casefold())
    return MappingProxyType({short: frozenset(forenames) for short, forenames in found.items()})


@cache
def spellings_of(forename: str) -> tuple[str, ...]:
    """Give the other spellings of a forename in lower case. Raises RuleFault as `titles` does."""
    return tuple(sorted(_spellings().get(forename, ())))


@cache
def _spellings() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in lines_of("forename-spellings"):
        names = frozenset(line.casefold().split())
        for name in names:
            found.setdefault(name, set()).update(names - {name})
    return {name: frozenset(others) for name, others in found.items()}


def lines_of(name: str) -> tuple[str, ...]:
    """Give a list's lines without comments and blank ones. Raises RuleFault where it is missing or empty."""
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
