"""Dates of birth in tables: under a header above, and in a row with a person and who they are to the child.

The header may stand anywhere above its column, as in a form that begins anew for each adult. A row counts
when a cell holds a name, another nothing but words such as "maternal aunt" or "Child 2", and a third nothing
but a date, unless the date's column says what else it is of. What remains: a row of names and dates alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.claims import DocumentRecogniser, Example, mention
from redact.recognise.dates import DATE, SLIPPED
from redact.recognise.grids import Cell, Grid, View
from redact.recognise.lists import kinds
from redact.values.people import Evidence, Label, Mention

__all__ = ["RECOGNISER"]

_NAME = "births-in-tables"
_VERSION = "1"
_REASONS = {
    "column": (0.95, "a date in a column whose header asks for dates of birth"),
    "row": (0.8, "a date in a row with a name and a word for a relation"),
}
_LONGEST = 45  # characters of a cell that holds a date, a name or a relation and nothing else
_DATE = regex.compile(rf"[\s*(]*(?P<value>{DATE}|{SLIPPED})[\s*),.]*")
_HEADER = regex.compile(
    r"[\s*(]*(?:d[. ]{0,2}o[. ]{0,2}b\.?s?|d/o/b|dates? of births?|birth ?dates?|born(?: on)?|birthday)"
    r"[\s*):.?]*(?:\(?(?:or|/|and)? ?(?:e\.?d\.?d\.?|age|expected date of delivery)\)?[\s:]*)?",
    regex.IGNORECASE,
)
_HEADER_OF_WORDS = regex.compile(r"[^\d]{1,45}")
# What else a column of dates may be of; where it has such a header, a row is no family's.
_OTHER = regex.compile(
    r"(?i:dates?|when|due|by|deadline|target|seen|visit\p{L}*|contact|moved|died|death|dod|from|to|start\p{L}*"
    r"|end\p{L}*|complet\p{L}*|meeting|event|review\p{L}*|period|interview\p{L}*|sent|received|signed)(?!\p{L})"
)
_PERSON = regex.compile(r"\p{Lu}(?:[\p{L}'-]|\.)*+(?:[ ,]{1,2}[\p{L}'.-]++|[ ]\([\p{L}' -]++\)){0,5}+")
_WORD = regex.compile(r"\p{L}[\p{L}'-]*")
_RELATION_WORDS = frozenset(
    {
        "maternal", "paternal", "half", "step", "twin", "same", "elder", "eldest", "older", "younger",
        "youngest", "former", "ex", "partner", "husband", "wife", "boyfriend", "girlfriend", "friend",
        "neighbour", "lodger", "child", "subject", "baby", "sibling", "sib", "parent", "adult", "carer",
        "relative", "young", "person", "index", "unborn", "great", "of", "the", "to", "his", "her", "and",
        "mgm", "mgf", "pgm", "pgf", "first", "second", "new", "other",
    }
)  # fmt: skip
_WHO = _RELATION_WORDS - {"of", "the", "to", "his", "her", "and", "new", "other", "first", "second", "same",
                          "young", "former", "great"}  # fmt: skip


def _find(view: View) -> Iterator[Mention]:
    for grid in view.grids:
        yield from _grid(grid)


def _grid(grid: Grid) -> Iterator[Mention]:
    rows: dict[int, list[Cell]] = defaultdict(list)
    for cell in grid.cells.values():
        rows[cell.row].append(cell)
    headers: dict[int, str] = {}  # the last header above, by column
    for number in sorted(rows):
        row = sorted(rows[number], key=lambda cell: cell.column)
        dates = [cell for cell in row if _is_date(cell)]
        for cell in dates:
            header = headers.get(cell.column, "")
            if _HEADER.fullmatch(header):
                yield from _made(cell, "column")
            elif not _OTHER.search(header) and _tells_a_family(row, cell):
                yield from _made(cell, "row")
        for cell in row:
            if len(cell.text) <= _LONGEST and _HEADER_OF_WORDS.fullmatch(cell.text) and not dates:
                headers[cell.column] = cell.text


def _is_date(cell: Cell) -> bool:
    return len(cell.text) <= _LONGEST and _DATE.fullmatch(cell.text) is not None


def _made(cell: Cell, pattern: str) -> Iterator[Mention]:
    score, because = _REASONS[pattern]
    for piece in cell.slices:
        match = _DATE.fullmatch(piece.text)
        if match is None:
            continue
        start, end = (piece.start + at for at in match.span("value"))
        evidence = Evidence(_NAME, _VERSION, pattern, because)
        made = mention(piece.reading, start, end, Label.DATE_OF_BIRTH, score, evidence)
        if made is not None:
            yield made


def _tells_a_family(row: list[Cell], date: Cell) -> bool:
    """Tell whether a row has, besides its date, a name to its left and a relation."""
    named = any(cell.column < date.column and _is_person(cell.text) for cell in row)
    return named and any(cell is not date and _is_relation(cell.text) for cell in row)


def _is_person(text: str) -> bool:
    return len(text) <= _LONGEST and _PERSON.fullmatch(text) is not None and not _is_relation(text)


def _is_relation(text: str) -> bool:
    """Tell whether a cell holds a word for a relative, and nothing but such words."""
    if not text or len(text) > _LONGEST:
        return False
    parts = [part.removesuffix("'s") for part in _WORD.findall(text.casefold())]
    every = [piece for part in parts for piece in part.split("-")]
    return any(_is_relative(piece) for piece in (*parts, *every)) and all(
        piece in _RELATION_WORDS or _is_relative(piece) for piece in every
    )


def _is_relative(word: str) -> bool:
    return word in _WHO or word in kinds("kinship")


RECOGNISER = DocumentRecogniser(
    name=_NAME,
    version=_VERSION,
    labels=(Label.DATE_OF_BIRTH,),
    find=_find,
    examples=(
        Example("Of K\tKin\nName\tBorn on\nA Harte\t1.2.83\nI Harte\t4 May 2009", ("1.2.83", "4 May 2009")),
        Example("Family\tof K\nName\tD.O.B.\nA Harte\t01/02/83\nB Harte\t04/05/09", ("04/05/09",)),
        Example("HARTE Anna\tmother\t1 February 1983\tWhite British", ("1 February 1983",)),
        Example("Child 1\tHARTE Ida\t04.05.09\nChild 2\tHARTE Bea\t24.O1.03", ("04.05.09", "24.O1.03")),
        Example("Anna Harte\t01.02.83\tmother's former partner\taged 30", ("01.02.83",)),
    ),
    near_misses=(
        "Date\tSource\tEvent\n04.05.09\tMother\tAnna Harte rang.",
        "Name\tDate seen\tRelation\nAnna Harte\t04.05.09\tmother",
        "Action\tOwner\tDate\nShare the plan\tAnna Harte\t04.05.09",
        "Anna Harte\t04.05.09\tphone call to mother",
        "Mother\t04.05.09\trang the duty team",
        "Name\tRole\tInterviewed\nAnna Harte\tParent\t04.05.09",
    ),
)  # fmt: skip
