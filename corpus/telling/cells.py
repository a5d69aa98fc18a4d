"""Names over cells: tables in which forename and surname stand in two columns.

Systems of schools, the police and health keep them apart, and a table that is copied from one tells a
person's full name over two neighbouring cells. In the gold each part is a mention of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from corpus.cases.values import Person
from corpus.telling.drawing import Block, one_table
from corpus.telling.scene import Bit, Document, Mark
from corpus.telling.slots import named

__all__ = ["OVER_CELLS", "over_cells"]

# Of tables with a column of full names. Most tables of minutes and reviews have one column; what is copied
# from a system has two. Often enough that every run of ten cases has some.
OVER_CELLS = 0.3
_FEWEST = 2  # full names in the column: one alone is a field of a form, not a table of people
_HEADS = (("Forename", "Surname"), ("First name", "Last name"), ("First name", "Surname"))
_OF_PEOPLE = re.compile(r"\b(?:names?|who|persons?|people|members?|staff|attend\w*|present)\b", re.IGNORECASE)
# Forms of a full name: the forms of the parts, in their order.
_PARTS = {
    "full": ("first", "last"), "tfull": ("first", "last"), "rolefull": ("first", "last"),
    "lastfirst": ("lastcaps", "first"), "lastfirst2": ("last", "first"),
}  # fmt: skip
Cell = tuple[Bit, ...]


def over_cells(blocks: Sequence[Block], document: Document, rng: Random) -> list[Block]:
    """Part the column of names in some tables of people."""
    told: list[Block] = []
    for table in _tables(blocks):
        column = _column_of_names(table, document)
        if column is not None and rng.random() < OVER_CELLS:
            told += _parted(table, column, rng.choice(_HEADS), document)
        else:
            told += table
    return told


def _tables(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Give the rows of each table together, and everything else one by one."""
    rows: list[Block] = []
    for block in blocks:
        if rows and not one_table(rows[-1], block):
            yield rows
            rows = []
        rows.append(block)
    if rows:
        yield rows


def _column_of_names(table: Sequence[Block], document: Document) -> int | None:
    """Find the first column of full names, all in one order; None where there is none.

    Below a head, the head must say that the column is one of people: of the actions of a plan the holders
    are named too, but nobody keeps those in two columns.
    """
    if table[0].kind != "row":
        return None
    head = table[0] if _is_head(table[0]) else None
    for column in range(len(table[0].cells)):
        if head is not None and not _OF_PEOPLE.search("".join(text for text, _ in head.cells[column])):
            continue
        halves = [_halves(block.cells[column], document) for block in table if column < len(block.cells)]
        orders = [_order(pair) for pair in halves if pair is not None]
        if len(orders) >= _FEWEST and len(set(orders)) == 1:
            return column
    return None


def _parted(
    table: Sequence[Block], column: int, heads: tuple[str, str], document: Document
) -> Iterator[Block]:
    """Part a column in every row of a table; what is no full name stands in the first of the two cells."""
    pairs = [_halves(block.cells[column], document) if column < len(block.cells) else None for block in table]
    order = next(_order(pair) for pair in pairs if pair is not None)
    forename, surname = (((head, None),) for head in heads)
    head = (surname, forename) if order else (forename, surname)
    for number, (block, pair) in enumerate(zip(table, pairs, strict=True)):
        if column < len(block.cells):
            other = head if not number and _is_head(block) else (block.cells[column], ())
            cells = (*block.cells[:column], *(pair or other), *block.cells[column + 1 :])
            yield replace(block, cells=cells)
        else:
            yield block


def _is_head(block: Block) -> bool:
    return all(mark is None for cell in block.cells for _, mark in cell)


def _order(pair: tuple[Cell, Cell]) -> bool:
    """Whether the surname comes first."""
    mark = pair[0][-1][1]
    return mark is not None and mark.form != "first"


def _halves(cell: Cell, document: Document) -> tuple[Cell, Cell] | None:
    """Part a cell that holds a full name and at most a title before it; None of any other cell."""
    if not cell or any(mark is not None for _, mark in cell[:-1]):
        return None
    text, mark = cell[-1]
    person = document.case.people.get(mark.who) if mark is not None else None
    if mark is None or person is None or mark.label != "PERSON" or mark.form not in _PARTS:
        return None
    first, second = (_part(person, form, mark, document) for form in _PARTS[mark.form])
    if first is None or second is None or text not in (f"{first[0]} {second[0]}", f"{first[0]}, {second[0]}"):
        return None
    return (*cell[:-1], first), (second,)


def _part(person: Person, form: str, whole: Mark, document: Document) -> Bit | None:
    """Tell a part of a name."""
    for text, mark in named(person, form, document.names) or ():
        if mark is not None:
            hard = dict.fromkeys((*mark.hard, *(each for each in whole.hard if each != "word"), "broken"))
            return text, replace(mark, stays=whole.stays, hard=tuple(hard))
    return None
