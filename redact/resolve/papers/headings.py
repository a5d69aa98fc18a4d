"""What the headings and field labels of a case's own papers say of the cells beneath or beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from redact.resolve.lists import kinship, lines_of

__all__ = ["NAMING", "Heading", "heading_of", "relation_of"]

NAMING = frozenset({"name", "forename", "surname"})
_FIELDS = NAMING | {"middle", "known-as", "maiden", "nickname", "label", "relation", "role", "born", "other"}
_NUMBERED = re.compile(r"[ ]?\(?\d{1,2}\)?$")
_SIDES = (
    "maternal",
    "paternal",
    "half",
    "step",
    "foster",
    "great",
    "older",
    "younger",
    "elder",
    "late",
    "former",
    "ex",
)
_OWN = frozenset(
    {"child", "subject", "subject child", "baby", "parent", "partner", "lodger", "friend", "neighbour"}
)


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading announces, and whose field it is where it says so ("name of mother")."""

    field: str
    of: str | None = None


def heading_of(text: str) -> Heading | None:
    """Give what a cell announces as a heading or label; None for one that is neither."""
    return _headings().get(_plain(text)) or _headings().get(_NUMBERED.sub("", _plain(text)))


def relation_of(text: str) -> str | None:
    """Give a cell's word for a relative ("Maternal Grandmother (MGM)") in lower case; None without one."""
    said = _NUMBERED.sub("", _plain(re.sub(r"\(.*?\)", " ", text)))
    bare = said.replace("-", " ").removeprefix("the ").strip()
    words = bare.split()
    while words and words[0] in _SIDES:
        words = words[1:]
    core = " ".join(words).removeprefix("mother's ").removeprefix("father's ").removeprefix("child's ")
    return said if core and (core in kinship() or core in _OWN) else None


def _plain(text: str) -> str:
    said = " ".join(text.replace("’", "'").casefold().split())
    return said.replace("(s)", "").strip(" :*?.-_")


@cache
def _headings() -> dict[str, Heading]:
    found: dict[str, Heading] = {}
    for line in lines_of("paper-headings"):
        entry, _, kind = line.partition("\t")
        field, _, of = kind.strip().partition(" ")
        if field not in _FIELDS:
            raise ValueError(f"the list paper-headings has a field that is none: {field}")
        found[_plain(entry)] = Heading(field, of or None)
    return found
