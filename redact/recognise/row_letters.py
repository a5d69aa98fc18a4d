"""Initials that fill a cell of a dated row: "06.11.08 | GS | Earache", one row of a chronology or many.

Who made an entry stands beside its day, and often no heading says so. Two letters of a cell, or two with full
stops or a hyphen, are asked about where the row begins with a day or a time and no list, key or heading tells
what they are. What remains: three letters, which are a code far more often, and a column of codes that no
list knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser
from redact.recognise.grids import Cell, Grid, View
from redact.recognise.lists import entries, words
from redact.recognise.taken import Taken, people_where_free, taken_by
from redact.recognise.told_codes import codes_told
from redact.values.people import Evidence, Label, Mention

__all__ = ["RECOGNISER", "codes"]

_ASKED = 0.4
_DAY = regex.compile(
    r"(?:(?i:mon|tues?|wed|thurs?|fri|sat|sun)\p{Ll}*\.?[ ])?"
    r"(?:\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?|\d{1,2}(?:st|nd|rd|th)?[ ]\p{L}{3,9}\.?(?:[ ]\d{2,4})?)"
    r"(?:,?[ ]\d{1,2}[.:]\d\d[ ]?(?:[ap]m)?)?|\d{1,2}[.:]\d\d[ ]?(?:[ap]m)?|\d{4}",
)
_LETTERS = regex.compile(r"\p{Lu}\p{Lu}|\p{Lu}\.[ ]?\p{Lu}\.?|\p{Lu}\p{Lu}?-\p{Lu}|\p{Lu}-\p{Lu}\p{Lu}?")
_OF_CODES = regex.compile(
    r"(?i:\b(?:agenc(?:y|ies)|service|source|type|kind|mode|method|code|risk|grade|rag|status|outcome"
    r"|category|level|band|priority|seen|sex|gender|result|legal|class|year|form|team)\b)"
)
_EVIDENCE = Evidence("row-letters", "1", "letters of a dated row", "two letters alone in a row with a day")


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    taken = taken_by(mentions)
    for view in views:
        told = codes_told(view).letters
        for grid in view.grids:
            yield from _in_grid(grid, told, taken)


def _in_grid(grid: Grid, told: frozenset[str], taken: Taken) -> Iterator[Mention]:
    dated: dict[int, bool] = {}
    for (row, _), cell in sorted(grid.cells.items()):
        is_first = row not in dated
        if is_first:
            dated[row] = _DAY.fullmatch(cell.text) is not None
        if is_first or not dated[row] or not _is_letters(cell, told) or _is_of_codes(grid, cell):
            continue
        piece = cell.slices[0]
        start = piece.start + len(piece.text) - len(piece.text.lstrip())
        place = (piece.reading, start, start + len(cell.text))
        yield from people_where_free([place], taken, _ASKED, _EVIDENCE)


def _is_letters(cell: Cell, told: frozenset[str]) -> bool:
    if len(cell.slices) != 1 or _LETTERS.fullmatch(cell.text) is None:
        return False
    plain = cell.text.casefold()
    return plain not in codes() and plain not in told


def _is_of_codes(grid: Grid, cell: Cell) -> bool:
    header = grid.header_of(cell)
    return header is not None and _OF_CODES.search(header.text) is not None


@cache
def codes() -> frozenset[str]:
    """Give the codes, in lower case, of agencies, of kinds of entry and of whatever else fills a cell."""
    listed = (code for name in ("agency-codes", "entry-codes") for code in _entries(name))
    return frozenset(code.casefold() for code in listed) | words("record-abbreviations")


def _entries(name: str) -> Iterator[str]:
    for line in entries(name):
        yield from line.split()


RECOGNISER = FollowUpRecogniser(
    name="row-letters",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("06.11.08\tGS\tEarache, drum red.\n", ("GS",)),
        Example("3 May 2011, 10.15\tT.O.\tEarache, drum red.\n", ("T.O.",)),
        Example("Date\tBy\tNote\n12/1/12\tKR\tEarache, drum red.\n", ("KR",)),
    ),
    near_misses=(
        "06.11.08\tHV\tEarache, drum red.\n",
        "06.11.08\tOV\tEarache, drum red.\n",
        "Date\tType\tNote\n12/1/12\tKR\tEarache, drum red.\n",
        "Ward\tGS\tEarache, drum red.\n",
    ),
)
