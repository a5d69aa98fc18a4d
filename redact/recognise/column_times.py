"""Months and seasons that stand alone in a column of dates: "August | SCH | Closed", "Mar | All | Why?".

A column is one of dates where more than half of its cells hold a date, and one of them a figure, a feast or a
month that nobody is called by.
What remains: a table of one row.
"""

from __future__ import annotations

from collections import defaultdict

from redact.recognise import regex
from redact.recognise.grids import Slice, View

__all__ = ["times_of_columns"]

_LEAST = 3  # cells of a column
# May, June or Dec may be somebody; Mar and Jul are only taken for it.
_TIME = regex.compile(
    r"(?:(?P<name>April|May|June|August|Spring|Summer|Autumn|Winter|Jan|Dec)|Feb|Mar|Apr|Jul|Aug|Sept?|Oct|Nov)",
    regex.IGNORECASE,
)
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_DATE = regex.compile(
    rf"(?:c\.?|circa|by|from|early|mid|late|end|approx\.?)?[ ]*(?:\d{{1,2}}[./-]\d{{1,2}}(?:[./-]\d{{2,4}})?"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)?[ ])?{_MONTH}(?:[ ']+\d{{2,4}})?|(?:19|20)\d\d"
    r"|(?:Easter|Christmas|Xmas|New[ ]Year|half[ ]term|Spring|Summer|Autumn|Winter|Wk|Week|Term|Q)"
    r"(?:[ ]*\d{1,4})?)(?:[ ,-].{0,20})?",
    regex.IGNORECASE,
)
_KEPT = "times of columns"


def times_of_columns(view: View) -> frozenset[tuple[str, int]]:
    """Give where such words stand in one document: the passage and the code point of each."""
    kept = view.kept.get(_KEPT)
    if not isinstance(kept, frozenset):
        view.kept[_KEPT] = kept = _found(view)
    return kept


def _found(view: View) -> frozenset[tuple[str, int]]:
    found: set[tuple[str, int]] = set()
    for grid in view.grids:
        columns: dict[int, list[Slice]] = defaultdict(list)
        for (row, column), cell in grid.cells.items():
            if row != grid.first_row or _DATE.fullmatch(cell.text):
                columns[column] += cell.slices[:1]
        for pieces in columns.values():
            matches = [_TIME.fullmatch(piece.text.strip()) for piece in pieces]
            times = [piece for piece, match in zip(pieces, matches, strict=True) if match is not None]
            dates = sum(_DATE.fullmatch(piece.text.strip()) is not None for piece in pieces)
            others = dates - sum(match is not None and match["name"] is not None for match in matches)
            # A column of months alone may be one of girls: "April", "June", "May".
            if times and len(pieces) >= _LEAST and others and 2 * dates > len(pieces):
                for piece in times:
                    low = piece.start + len(piece.text) - len(piece.text.lstrip())
                    span = piece.reading.span(low, piece.end)
                    if span is not None:
                        found.add((piece.reading.passage.id, span[0]))
    return frozenset(found)
