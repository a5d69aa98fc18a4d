"""What the case's own papers say of who is who: family tables, staff lists, naming tables, request forms.

They hold names, so nothing of them but counts is in a `repr`. Doubts are in words of ours.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from redact.values.key import KeyName

__all__ = ["Paper", "PaperKind", "PaperPerson"]


class PaperKind(Enum):
    """What sort of table it is."""

    FAMILY = "family table"
    STAFF = "staff list"
    NAMING = "naming table"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class PaperPerson:
    """One person as one row, one column or one block of fields tells of them.

    `label` is the pseudonym that the paper gives; `relation` what the person is to the child, in lower case
    ("mother"; "child" for the child itself); `row` is 1-based within the table. `doubts` say in our own
    words what could not be read of it, and hold no word of the paper.
    """

    row: int
    names: tuple[KeyName, ...] = field(repr=False)
    label: str | None = field(default=None, repr=False)
    relation: str | None = field(default=None, repr=False)
    roles: tuple[str, ...] = field(default=(), repr=False)
    born: date | None = field(default=None, repr=False)
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """One table of one file: `number` is 1-based among the tables of it that tell of people.

    `sha256` is the digest of the file. `rows` are all of the table's cells, so that what was taken over can
    be held against it later. `passed` are the columns, from 1, whose heading says nothing that is known.
    """

    kind: PaperKind
    number: int
    sha256: str
    rows: tuple[tuple[str, ...], ...] = field(repr=False)
    people: tuple[PaperPerson, ...]
    passed: tuple[int, ...] = ()
