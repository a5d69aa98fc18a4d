"""Where a form of somebody's name stands in a document, as the key alone could tell."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from redact.values.text import Span

__all__ = ["Form", "FormHit"]


class Form(Enum):
    """In what form a name stands there, in the words that reports use."""

    WHOLE = "a whole name"
    REVERSED = "a whole name, surname first"
    PART = "a part of a name"
    SHORT = "a usual short form of a forename"
    INITIALS = "initials"
    JOINED = "a name run together, as in an address, a link or a file name"
    BROKEN = "a name broken by a hyphen, a space, a line or a cell"
    SPACED = "a name in spaced letters"
    NEAR = "a spelling a slip or two away from a name, or that sounds like it"
    DIGEST = "a plain hash of a name"
    ENCODED = "a name in a code that anybody can undo"


@dataclass(frozen=True, slots=True)
class FormHit:
    """One form of one person or thing of the key.

    `spans` are half-open code points of the passages that it stands in: several where it goes over the end of
    one. `of` is the id in the key. `sure` is false for what may be an ordinary word, for initials, for short
    forms and near spellings: that is asked about and never dropped.
    """

    spans: tuple[Span, ...]
    of: str
    form: Form
    sure: bool
