"""Reading the files of the pools.

A file begins with comments (`#`) that name its source and licence. `[section]` begins a section; every other
line is one entry. Entries of names are written

    Mohammed = Muhammad, Mohamed (Mo)      other spellings behind "=", nicknames in brackets
    Kowalski / Kowalska                    a woman's form of a surname behind "/"
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["FOLDER", "Entry", "entries", "header", "sections"]

FOLDER = Path(__file__).parent
_ENTRY = re.compile(
    r"(?P<name>[^=/()]+?)"
    r"(?:\s*/\s*(?P<feminine>[^=/()]+?))?"
    r"(?:\s*=\s*(?P<variants>[^=/()]+?))?"
    r"(?:\s*\((?P<nicks>[^=/()]+?)\))?"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of a file, with what travels with it."""

    name: str
    variants: tuple[str, ...] = ()
    nicks: tuple[str, ...] = ()
    feminine: str = ""

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every spelling of it; these are never in different splits."""
        return (self.name, *self.variants, *self.nicks, *((self.feminine,) if self.feminine else ()))


@cache
def sections(file: str) -> Mapping[str, tuple[str, ...]]:
    """The lines of each section of a file of this folder, as `names/irish.txt`.

    ValueError if a line stands before the first section or a section comes twice.
    """
    found: dict[str, list[str]] = {}
    current: list[str] | None = None
    for number, raw in enumerate((FOLDER / file).read_text(encoding="utf-8").splitlines(), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("[") and line.endswith("]"):
            if line[1:-1] in found:
                raise ValueError(f"{file}, line {number}: this section has been before")
            current = found[line[1:-1]] = []
        elif current is None:
            raise ValueError(f"{file}, line {number}: an entry before any section")
        else:
            current.append(line)
    return {name: tuple(lines) for name, lines in found.items()}


@cache
def entries(file: str, section: str) -> tuple[Entry, ...]:
    """The names of a section. ValueError if a line is no entry, KeyError if there is no such section."""
    return tuple(_entry(line, file) for line in sections(file)[section])


def header(file: str) -> str:
    """The comments with which a file begins: its source and licence."""
    kept = []
    for line in (FOLDER / file).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            break
        kept.append(line[1:].strip())
    return " ".join(kept)


def _entry(line: str, file: str) -> Entry:
    match = _ENTRY.fullmatch(line)
    if match is None:
        raise ValueError(f"{file}: {line!r} is no entry")
    return Entry(
        match["name"], _listed(match["variants"]), _listed(match["nicks"]), (match["feminine"] or "").strip()
    )


def _listed(words: str | None) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(",")) if words else ()
