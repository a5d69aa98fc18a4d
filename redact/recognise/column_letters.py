"""Initials in a column of people: "SW/SD" below "Allocated", "GL" among names, "CB 12:15" below "Given".

A column is one of people where its heading asks for somebody, or where more of its cells begin with a name
than not. Two or three capitals at the beginning of such a cell, several joined too, are asked about; those of
an office, a body or a code only where a name of the documents begins with them. So are those of a mark in a
column of exhibits, "SN/1 bib". What remains: a column of letters that no heading explains and in which nobody
is named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser
from redact.recognise.defined_letters import is_explained_here
from redact.recognise.grids import Cell, Grid, View
from redact.recognise.letters_of_names import letters_of
from redact.recognise.names import is_short_form, stop_words
from redact.recognise.row_letters import codes
from redact.recognise.taken import Place, Taken, people_where_free, taken_by
from redact.recognise.told_codes import codes_told
from redact.values.people import Evidence, Label, Mention, Standing

__all__ = ["RECOGNISER"]

_ASKED = 0.42
_LEAST_SCORE = 0.6  # of a name that makes its column one of people
_DONE = (
    r"(?:raised|allocated|assigned|given|taken|seen|found|seized|sealed|signed|countersigned|entered|reported"
    r"|requested|written|drafted|typed|completed|recorded|prepared|administered|prescribed|witnessed|actioned"
    r"|checked|done|owned|led|put|held|logged|added|changed|made|told|informed|sent|received|rung|read)"
)
_ASKS = regex.compile(
    rf"(?:{_DONE}[ ](?:by|to)(?:[ ]whom)?|{_DONE}|(?:by|to)[ ]whom|by|who|whom|owner|lead|staff|worker"
    r"|keyworker|nurse|witness|prescriber|assessor|author|interviewer|person|officer"
    r"|responsible|person[ ]responsible|actions?[ ](?:by|for)|on[ ](?:duty|call|shift)|early|late|night"
    r"|cover|lead[ ]officer|initials?[ ]of[ ]\p{L}+)[ ]?[:?]?",
    regex.IGNORECASE,
)
_EXHIBITS = regex.compile(r"exhibits?(?:[ ](?:no|number|ref|mark)s?)?\.?|marks?", regex.IGNORECASE)
_MARK = regex.compile(r"[ ]*(?P<one>\p{Lu}{2,3})(?=[/_ -]?\d)")
_ONE = r"(?:\p{Lu}{2,3}|\p{Lu}\.[ ]?\p{Lu}\.?|\p{Lu}{1,2}-\p{Lu}{1,2})"
_BEGINS = regex.compile(
    rf"[ ]*(?:rec'?d[ ]|per[ ]|by[ ])?(?P<one>{_ONE})(?:[ ]?[/&+,][ ]?(?P<one>{_ONE}))*"
    r"(?=[ ]*(?:$|\n|[ ]\d|[(,;]|[ ]+(?:on|by|from|with|at|for|then|until)\b))"
)


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    known = frozenset(letters_of(views, mentions, (Standing.PARTICIPANT, Standing.PANEL)))
    people = taken_by(each for each in mentions if each.label is Label.PERSON and each.score >= _LEAST_SCORE)
    taken = taken_by(mentions)
    for view in views:
        told = codes_told(view).letters if view.grids else frozenset[str]()
        for grid in view.grids:
            for column in _of_people(grid, people):
                places = [place for cell in column for place in _in_cell(cell, known, told)]
                yield from people_where_free(places, taken, _ASKED, _EVIDENCE)
            marks = [place for cell in grid.cells.values() for place in _of_marks(grid, cell)]
            yield from people_where_free(marks, taken, _ASKED, _OF_A_MARK)


def _of_people(grid: Grid, people: Taken) -> Iterator[list[Cell]]:
    """Give the columns that hold people, each without its heading."""
    columns: dict[int, list[Cell]] = defaultdict(list)
    for (_, column), cell in sorted(grid.cells.items()):
        columns[column].append(cell)
    for cells in columns.values():
        asks = _ASKS.fullmatch(cells[0].text.strip(" *")) is not None
        named = sum(_is_named(cell, people) for cell in cells)
        if asks and cells[0].row == grid.first_row:
            yield cells[1:]
        elif named > 1 and 2 * named > len(cells):
            yield cells


def _is_named(cell: Cell, people: Taken) -> bool:
    piece = cell.slices[0]
    start = piece.start + len(piece.text) - len(piece.text.lstrip())
    span = piece.reading.span(start, start + 1)
    return span is not None and people.touches(piece.reading.passage.id, *span)


def _in_cell(cell: Cell, known: frozenset[str], told: frozenset[str]) -> Iterator[Place]:
    for piece in cell.slices:
        found = _BEGINS.match(piece.reading.text, piece.start, piece.end)
        for start, end in found.spans("one") if found is not None else ():
            letters = piece.reading.text[start:end]
            if is_explained_here(piece.reading.text, start, end):
                continue
            if _plain(letters) in known or not _is_code(letters, told):
                yield piece.reading, start, end


def _of_marks(grid: Grid, cell: Cell) -> Iterator[Place]:
    """Give the letters of whoever hands in an exhibit, at the beginning of its mark: "SN/1 bib"."""
    header = grid.header_of(cell)
    if header is None or _EXHIBITS.fullmatch(header.text.strip(" :*")) is None:
        return
    for piece in cell.slices:
        found = _MARK.match(piece.reading.text, piece.start, piece.end)
        if found is not None:
            yield piece.reading, *found.span("one")


def _plain(letters: str) -> str:
    return letters.replace(".", "").replace(" ", "").replace("-", "")


def _is_code(letters: str, told: frozenset[str]) -> bool:
    plain = letters.casefold()
    return plain in told or plain in codes() or plain in stop_words() or is_short_form(letters)


_EVIDENCE = Evidence("column-letters", "1", "letters in a column", "letters in a column of people")

_OF_A_MARK = Evidence("column-letters", "1", "letters of a mark", "letters of a mark in a column of exhibits")

RECOGNISER = FollowUpRecogniser(
    name="column-letters",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Task\tRaised by\tFor\nA9\tQL\tnotes\nA2\tQL\tvisit\n", ("QL", "QL")),
        Example("Drug\tGiven\tDose\nCalpol\tQB/QW\t5 ml\nPiriton\tQB (alone)\t2 ml\n", ("QB", "QW", "QB")),
        Example("Exhibit\tFound by\nSN/1 bib\tMrs Newton\nQB2 mug\tditto\n", ("SN", "QB")),
        Example("Nurse: Sian Whitlock\n\nTask\tOwner\nnotes\tSW\n", ("SW",)),
    ),
    near_misses=(
        "Task\tOwner\nnotes\tSW\nvisit\tHV\n",
        "Task\tResult\nnotes\tQL\nvisit\tQB\n",
        "Form\tSeen\nDASH\tYES\nCAF\tN/A\n",
    ),
)
