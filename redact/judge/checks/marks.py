"""Where a mark of a document stands, and how one is written.

A mark stands where a mark stands: in a header, on the cover, in a line of its own, in brackets. The same word
in a sentence ("a confidential counselling service", "the first draft of the plan") is none. It errs towards
sentences: what a mark says in the middle of a paragraph and in small letters is not found.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

__all__ = ["ALL", "ANY_CASE", "TOP", "Mark", "Row", "Where", "make_mark"]


class Where(Enum):
    """Where a line stands: what is a mark in one place is a word in another."""

    MARGIN = "margin"  # a header, a footer, a watermark, the file's name, its title
    TITLE = "title"  # a heading, or a line of the cover
    LINE = "line"  # a line of the body
    CELL = "cell"  # of a table, below its first row

    __hash__ = object.__hash__


ALL = tuple(Where)
TOP = (Where.MARGIN, Where.TITLE)
ANY_CASE = re.IGNORECASE
# Where a pattern holds, the pattern with its group `mark`, and its flags.
Row = tuple[tuple[Where, ...], str, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """How one mark is written: patterns for each place of a line, held against folded text in its own case.

    One of `gate`, in small letters, stands in each of them. `places` of the catalogue hold the mark as a
    thing of its own.
    """

    gate: tuple[str, ...]
    because: str
    patterns: Mapping[Where, tuple[re.Pattern[str], ...]]
    places: tuple[str, ...] = ()


def make_mark(gate: str, because: str, *rows: Row, places: tuple[str, ...] = ()) -> Mark:
    """Compile what is written as one mark.

    Args:
        gate: what stands in each of them in small letters, parted by `|`.
        because: our own words for it, never the document's.
    """
    by = {
        where: tuple(re.compile(pattern, flags) for wheres, pattern, flags in rows if where in wheres)
        for where in Where
    }
    return Mark(tuple(gate.split("|")) if gate else (), because, MappingProxyType(by), places)
