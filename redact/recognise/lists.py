"""Word lists from `rules/lists`: one entry a line, or several parted by spaces in lists of single words.

Every file begins with comment lines that name its source. What remains: a word that is missing from a
list is not known to the recogniser that reads it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from redact.errors import RuleFault
from redact.resources import rules_folder

__all__ = ["entries", "kinds", "words"]


@cache
def entries(name: str, folder: Path | None = None) -> tuple[str, ...]:
    """Read a list of phrases, one a line, comments and blank lines left out.

    Args:
        folder: where `name`.txt lies; the shipped lists when none is given.

    Raises:
        RuleFault: the list is missing or holds nothing; without it names would pass unseen.
    """
    path = (folder or rules_folder() / "lists") / f"{name}.txt"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError:
        raise RuleFault(
            f"the word list {name} is missing",
            "Install redact again from its wheel, or from a complete checkout.",
        ) from None
    found = tuple(line.rstrip() for line in lines if line.strip() and not line.startswith("#"))
    if not found:
        raise RuleFault(f"the word list {name} is empty", "Restore the file under rules/lists.")
    return found


@cache
def words(name: str, folder: Path | None = None) -> frozenset[str]:
    """Read a list of single words, in lower case; several may stand on a line.

    Raises RuleFault as `entries` does.
    """
    return frozenset(word.casefold() for line in entries(name, folder) for word in line.split())


@cache
def kinds(name: str, folder: Path | None = None) -> Mapping[str, str]:
    """Read a list whose lines are an entry, a tab and its kind.

    Raises:
        RuleFault: as `entries` does, and for a line without a kind.
    """
    found: dict[str, str] = {}
    for line in entries(name, folder):
        entry, tab, kind = line.partition("\t")
        if not tab or not kind.strip():
            raise RuleFault(
                f"a line of the word list {name} has no kind", "Write the entry, a tab, and its kind."
            )
        found[entry.strip()] = kind.strip()
    return MappingProxyType(found)
