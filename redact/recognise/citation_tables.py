"""Authors in a table of studies: the column "Author" beside one of years, or "Author (year)".

The author of an entry of a chronology is a worker: a table with a column of documents, entries or agencies is
none of studies, nor is one whose years are dates. A column "Who did it here" is of the people of the case,
whatever year stands behind them. What remains: a table of studies without years.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redact.recognise import regex
from redact.recognise.grids import Cell, Grid, Slice, View
from redact.recognise.names import stop_words
from redact.recognise.readings import Reading
from redact.recognise.reference_lists import AUTHOR
from redact.recognise.reference_records import A_RECORD
from redact.recognise.zones import Zone
from redact.values.people import Standing

__all__ = ["author_columns", "case_columns", "is_in_a_cell", "is_of_the_case_column"]

_KIND = r"(?:(?:lead|first|main|principal)[ ])?authors?(?:\(s\))?|researchers?"
_AUTHORS = regex.compile(rf"(?:{_KIND}|stud(?:y|ies)|source|reference|citation|paper)[:*]?", regex.IGNORECASE)
_WITH_YEAR = regex.compile(
    rf"(?:{_KIND}|stud(?:y|ies)|source|reference|citation|paper)[ ]?[(,/&]?[ ]?(?:and[ ])?(?:year"
    rf"|date)\)?[:*]?",
    regex.IGNORECASE,
)
_YEARS = regex.compile(
    r"(?:(?:publication|pub\.?)[ ])?(?:years?|date)(?:[ ](?:of[ ]publication|published))?[:*]?",
    regex.IGNORECASE,
)
_OF_A_RECORD = regex.compile(
    r"\b(?:documents?|entr(?:y|ies)|records?|agenc(?:y|ies)|roles?|actions?|events?|births?|d\.?o\.?b"
    r"|time|designation"
    r"|status|signed|file|visit|contact|statement|exhibit|bundle)\b",
    regex.IGNORECASE,
)
_YEAR = regex.compile(
    r"(?:c\.?[ ]?)?(?:19|20)\d\d[a-z]?(?:[,;/-][ ]?(?:19|20)?\d\d[a-z]?)*|n\.?d\.?|undated|in press"
    r"|forthcoming"
)
_A_YEAR = regex.compile(r"(?:19|20)\d\d[a-z]?")
_NAME = regex.compile(rf"(?<![\p{{L}}\p{{N}}'-]){AUTHOR}")
_BECAUSE = "a name in the column of authors of a table of studies"
# Headers of columns that say what people of the case did beside what the books say.
_OF_THE_CASE = regex.compile(
    r"who[ ](?:did|does|was)\b[^.\n]{0,40}|who,?[ ](?:and[ ])?when"
    r"|(?:\p{L}+[ ]){0,4}(?:here|locally|in[ ](?:this|our)[ ](?:case|family|review))"
    r"|(?:our[ ])?(?:workers?|practitioners?|professionals?|staff)(?:[ ](?:involved|named|in[ ]the[ ]case))?",
    regex.IGNORECASE,
)
# "Who said it", "What research says": of the books.
_SAID = regex.compile(
    r"\b(?:said|says?|wrote|writes|found|argues?|argued|cited|quoted|published|research\p{L}*|books?|literature"
    r"|stud(?:y|ies)|theory|authors?|source)\b",
    regex.IGNORECASE,
)
_LONGEST = 120  # characters of a header or of the names of one study


def author_columns(view: View) -> Iterator[Zone]:
    """Find the authors in the tables of one document, one zone for each name."""
    for grid in view.grids:
        column = _column(grid)
        cells = (cell for cell in grid.cells.values() if column is not None and cell.column == column)
        for cell in cells:
            if cell.row != grid.first_row and not A_RECORD.search(_row(grid, cell.row)):
                yield from _names(cell)


def case_columns(view: View) -> Iterator[Slice]:
    """Give the cells below headers that tell who of the case did something: "Who did it here"."""
    for grid in view.grids:
        headers = [cell for (row, _), cell in grid.cells.items() if row == grid.first_row]
        told = {
            each.column
            for each in headers
            if len(headers) > 1 and _OF_THE_CASE.fullmatch(each.text) and not _SAID.search(each.text)
        }
        for cell in grid.cells.values():
            if cell.column in told and cell.row != grid.first_row:
                yield from cell.slices


def is_of_the_case_column(zone: Zone, cells: Sequence[Slice]) -> bool:
    """Tell whether a name that looks cited stands in such a cell, and not as sure authors do."""
    if zone.standing is not Standing.CITED or not zone.careful:
        return False
    return is_in_a_cell(zone.reading, zone.start, cells)


def is_in_a_cell(reading: Reading, start: int, cells: Sequence[Slice]) -> bool:
    """Tell whether a code point of a reading's text stands in one of some cells."""
    return any(each.reading is reading and each.start <= start < each.end for each in cells)


def _column(grid: Grid) -> int | None:
    """Give the column of authors; None where the table is none of studies."""
    headers = [cell for (row, _), cell in grid.cells.items() if row == grid.first_row]
    if len(headers) < 2 or any(_OF_A_RECORD.search(cell.text) for cell in headers):
        return None
    for header in headers:
        below = [cell for cell in grid.cells.values() if cell.column == header.column and cell is not header]
        if _WITH_YEAR.fullmatch(header.text) and below and all(_A_YEAR.search(cell.text) for cell in below):
            return header.column
    years = [cell.column for cell in headers if _YEARS.fullmatch(cell.text)]
    authors = [cell.column for cell in headers if _AUTHORS.fullmatch(cell.text)]
    if not years or not authors:
        return None
    below = [cell for cell in grid.cells.values() if cell.column == years[0] and cell.row != grid.first_row]
    return authors[0] if below and all(_YEAR.fullmatch(cell.text) for cell in below) else None


def _row(grid: Grid, row: int) -> str:
    return " | ".join(cell.text for (at, _), cell in grid.cells.items() if at == row)


def _names(cell: Cell) -> Iterator[Zone]:
    for piece in cell.slices:
        if len(piece.text) > _LONGEST:
            continue
        for match in _NAME.finditer(piece.reading.text, piece.start, piece.end):
            start, end = match.span("author")
            if not any(word.casefold() in stop_words() for word in match["author"].split()):
                yield Zone(
                    piece.reading,
                    start,
                    end,
                    Standing.CITED,
                    "column of authors",
                    _BECAUSE,
                    None,
                    surname=True,
                )
