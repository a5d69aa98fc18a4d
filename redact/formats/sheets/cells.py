"""The cells of one sheet, row by row: what each shows, what it holds besides, and what hides it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from redact.errors import Damaged, LimitReached
from redact.formats.openxml.reading import OfficeReading
from redact.formats.sheets.book import Book, Sheet, discard, rich_text
from redact.formats.sheets.numbers import plain, show
from redact.formats.sheets.program import EXCEL, S
from redact.formats.sheets.tables import Filled, Tables
from redact.formats.word.markup import Element, number
from redact.values.text import Location, Part

__all__ = ["place_of", "read_cells", "strings_in"]

MAX_CELLS = 200_000  # with something in them, in all sheets; a chronology has some ten thousand
MAX_COLUMNS = 16_384
MAX_ROWS = 1_048_576
_REFERENCE = re.compile(r"^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_STRING = re.compile(r'"((?:[^"]|"")*)"')
# Who types a telephone number into a cell gets a number, and its nought is gone; it is read with it too.
_LOST_NOUGHT = re.compile(r"^(?:[1237][0-9]{9}|1[0-9]{8})$")
_CELL_KEYS = frozenset({"r", "s", "t", "cm", "vm", "ph"})
_UNSTORED = "formulas whose results are not stored in the file"
_SAVE_IN_EXCEL = "Open it in Excel, save it there, which works them out, and check that."
_ERRORS = ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!")


@dataclass(frozen=True, slots=True)
class _Content:
    """What one cell shows, what it holds besides, its formula, and how it is said."""

    shown: str = ""
    full: str = ""
    spoken: str = ""
    formula: str = ""
    is_text: bool = False
    unstored: bool = False


def place_of(reference: str | None) -> tuple[int, int] | None:
    """Turn `B3` into (3, 2), row and column from 1; None for what is no cell."""
    match = _REFERENCE.match(reference or "")
    if match is None:
        return None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - 64
    row = int(match[2])
    return (row, column) if 0 < row <= MAX_ROWS and column <= MAX_COLUMNS else None


def strings_in(formula: str) -> list[str]:
    """List the words in quotation marks of a formula."""
    found = [said.replace('""', '"') for said in _STRING.findall(formula)]
    return [said for said in found if sum(letter.isalnum() for letter in said) > 1]


def read_cells(
    reading: OfficeReading, book: Book, sheet: Sheet, root: Element, starts: frozenset[int]
) -> None:
    """Read the cells of a sheet.

    Args:
        root: of the sheet's part; its rows are taken out of it once they are read.
        starts: rows at which the file says that a table begins.

    Raises LimitReached for more cells than any report, Damaged for a cell outside of the sheet.
    """
    data = root.find(S + "sheetData")
    if data is not None:
        _Cells(reading, book, sheet, _hidden_columns(root), Tables(starts)).read(data)


class _Cells:
    """The walk over one sheet."""

    def __init__(
        self, reading: OfficeReading, book: Book, sheet: Sheet, columns: frozenset[int], tables: Tables
    ) -> None:
        self._reading = reading
        self._book = book
        self._sheet = sheet
        self._hidden = columns
        self._tables = tables
        self._block = 0
        self._unstored: list[str] = []

    def read(self, data: Element) -> None:
        row_number = 0
        for row in list(data.iterchildren(S + "row")):
            row_number = number(row.get("r"), row_number + 1, least=1, most=MAX_ROWS)
            self._row(row, row_number)
            if all(set(cell.attrib) <= _CELL_KEYS for cell in row):
                discard(self._reading, row)
        if self._unstored:
            here = Location(Part.TABLE, "X6", None, self._block)
            self._reading.builder.gap(here, _UNSTORED, _SAVE_IN_EXCEL, "\n".join(self._unstored).encode())

    def _row(self, row: Element, row_number: int) -> None:
        cells: list[tuple[int, str | None, _Content]] = []
        column = 0
        for cell in row.iterchildren(S + "c"):
            column = _column(cell, column)
            content = self._content(cell)
            if content.unstored:
                self._unstored.append(content.formula)
            if content != _Content():
                cells.append((column, cell.get("s"), content))
        filled = [
            Filled(column, content.shown, content.is_text, self._book.look(style).bold)
            for column, style, content in cells
            if content.shown.strip()
        ]
        if filled and self._tables.begins(row_number, filled):
            self._block = self._reading.builder.next_block(Part.TABLE)
        hidden = self._sheet.hidden or ("X4" if _is_hidden(row) else None)
        for index, (column, style, content) in enumerate(cells):
            self._reading.begin_cell(first=index == 0, used=True)
            self._cell((row_number, column), style, content, hidden)
        if cells:
            self._reading.break_line()

    def _cell(self, at: tuple[int, int], style: str | None, content: _Content, hidden: str | None) -> None:
        if self._reading.builder.count > MAX_CELLS:
            raise LimitReached(
                f"the spreadsheet has more than {MAX_CELLS:,} cells", "Split it, and check each of its parts."
            )
        hidden = hidden or ("X4" if at[1] in self._hidden else None)
        unseen = hidden or ("X5" if self._book.look(style).unseen else None)
        block = self._block or self._reading.builder.next_block(Part.TABLE)
        self._reading.paragraph_at(content.shown, Location(Part.TABLE, "X1", None, block, at), unseen)
        if not content.is_text and _LOST_NOUGHT.match(content.shown):
            self._reading.paragraph_at(
                f"0{content.shown}", Location(Part.TABLE, "X1", None, block, at), unseen
            )
        full = "X14" if content.shown.strip() else "X5"
        self._reading.paragraph_at(content.full, Location(Part.TABLE, "X1", None, block, at), hidden or full)
        self._reading.paragraph_at(content.spoken, Location(Part.TABLE, "D19", None, block, at), hidden)
        said = "\n".join(strings_in(content.formula))
        self._reading.paragraph_at(said, Location(Part.FIELD, "X6", None, block, at), hidden)

    def _content(self, cell: Element) -> _Content:
        value = formula = ""
        inline = ("", "")
        has_formula = False
        for child in cell:
            if child.tag == S + "v":
                value = self._reading.take(child)
            elif child.tag == S + "f":
                formula, has_formula = self._reading.take(child), True
            elif child.tag == S + "is":
                inline = rich_text(self._reading, child)
        # An empty result that is stored is one of text.
        unstored = has_formula and not value and not inline[0] and cell.get("t") != "str"
        shown, full, spoken, is_text = self._shown(cell, value, inline)
        return _Content(shown, full, spoken, formula, is_text, unstored)

    def _shown(self, cell: Element, value: str, inline: tuple[str, str]) -> tuple[str, str, str, bool]:
        kind = cell.get("t", "n")
        if kind == "inlineStr" or inline[0]:
            return inline[0], value, inline[1], True
        if not value:
            return "", "", "", False
        if kind == "s":
            text, spoken = self._book.texts.text(value.strip())
            return *self._as_text(cell, text), spoken, True
        if kind == "str":
            return *self._as_text(cell, value), "", True
        if kind == "b":
            return ("TRUE" if value.strip() == "1" else "FALSE"), "", "", False
        if kind == "e" and value in _ERRORS:
            return "", "", "", False
        try:
            amount = float(value)
        except ValueError:  # a date in ISO form, or what should have been a number
            return value, "", "", False
        shown = show(amount, self._book.look(cell.get("s")).code, from_1904=self._book.from_1904)
        digits = value.strip().lstrip("-")
        # More than fifteen digits are cut where a text is read as a number; the file holds all of them.
        whole = digits if digits.isdigit() and len(digits) > 15 and digits != plain(amount) else shown.full
        return shown.text, whole, "", False

    def _as_text(self, cell: Element, text: str) -> tuple[str, str]:
        """Give what a text cell shows, and what a format of four sections hides: `;;;`."""
        code = self._book.look(cell.get("s")).code
        return ("", text) if code.count(";") == 3 and code.endswith(";") and '"' not in code else (text, "")


def _column(cell: Element, before: int) -> int:
    reference = cell.get("r")
    if reference is None:
        place: tuple[int, int] | None = (1, before + 1)
    else:
        place = place_of(reference)
    if place is None or place[1] > MAX_COLUMNS:
        raise Damaged("the spreadsheet is damaged: a cell stands nowhere on its sheet", EXCEL.remedy)
    return place[1]


def _is_hidden(row: Element) -> bool:
    return row.get("hidden", "0") in ("1", "true") or row.get("ht", "") in ("0", "0.0")


def _hidden_columns(root: Element) -> frozenset[int]:
    """List the columns that are hidden or have no width, from any number of overlapping ranges."""
    change = [0] * (MAX_COLUMNS + 2)
    for column in root.iterfind(f"{S}cols/{S}col"):
        narrow = column.get("width", "") in ("0", "0.0")
        if column.get("hidden", "0") in ("1", "true") or narrow:
            first = number(column.get("min"), 1, least=1, most=MAX_COLUMNS)
            last = number(column.get("max"), first, least=first, most=MAX_COLUMNS)
            change[first] += 1
            change[last + 1] -= 1
    return frozenset(column for column, depth in enumerate(accumulate(change)) if depth > 0)
