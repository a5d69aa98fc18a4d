"""What `restore` answers of each file: whether it is the original text, and what was left as it was.

No text of a document is part of any `repr`. Into a report go counts, words of ours and places.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from redact.errors import ExitStatus
from redact.values.anonymising import Spotted
from redact.values.edits import Edit
from redact.values.text import Span

__all__ = ["Left", "NamesBack", "RestoreRun", "Restored", "Way", "Why"]


class Way(Enum):
    """How a file was restored."""

    EXACT = "exact"  # by the record of its changes: the original text
    PSEUDONYMS = "pseudonyms"  # the full name of each person for their pseudonym


class Why(Enum):
    """Why a label was left, in the words that reports use."""

    SHARED = "two people of the key have or had this label"
    UNKNOWN = "nobody of the key has this label"
    NAMELESS = "the key has no full name for this label"
    SEVERAL = "the label stands for several people, or is a part of a longer one"
    ADDRESS = "a label in an address, a link or a name of a program"
    PICTURE = "a label in a picture"


@dataclass(frozen=True, slots=True)
class NamesBack:
    """What is to be written for labels: edits that do not overlap, of whom, and the labels that are left."""

    edits: tuple[Edit, ...]
    people: tuple[str, ...]
    left: tuple[tuple[Span, Why], ...]


@dataclass(frozen=True, slots=True)
class Left:
    """A label that was left, where, and why."""

    spotted: Spotted
    why: Why


@dataclass(frozen=True, slots=True)
class Restored:
    """One restored file: its number in the call, the name that we gave it, and its account.

    `because` says in words of ours why it was not restored exactly; none where it was. `names` counts the
    places in which a name was put back.
    """

    number: int
    name: str = field(repr=False)
    way: Way
    because: str | None
    names: int
    people: int
    left: tuple[Left, ...] = ()


@dataclass(frozen=True, slots=True)
class RestoreRun:
    """The outcome of one `restore`: every file was written."""

    files: tuple[Restored, ...]

    @property
    def status(self) -> ExitStatus:
        """What the process answers: 1 where a label was left."""
        return ExitStatus.FINDINGS if any(one.left for one in self.files) else ExitStatus.READY
