"""Copies of data that no sheet need show: caches of pivot tables and of other workbooks, old revisions.

A pivot table keeps all the rows that it was made from, also after their sheet was deleted or filtered: the
classic way in which a published table names everybody in it.
"""

from __future__ import annotations

from redact.errors import LimitReached
from redact.formats.openxml.reading import OfficeReading
from redact.formats.sheets.book import discard
from redact.formats.sheets.cells import MAX_CELLS, place_of
from redact.formats.sheets.program import S
from redact.formats.word.markup import Element, elements, local, number
from redact.values.text import Location, Part

__all__ = ["read_external", "read_pivot", "read_revisions"]

_VALUES = frozenset({"s", "n", "d", "b", "e", "m"})


def read_pivot(reading: OfficeReading, name: str) -> None:
    """Read one cache of a pivot table as the table that it was made from: names of fields, then each row.

    Raises LimitReached for more values than any report holds.
    """
    root = reading.tree(name)
    reading.keep(root.get("refreshedBy"), Part.PROPERTY, "D40")
    for source in root.iter(S + "worksheetSource"):
        for attribute in ("name", "sheet"):
            reading.keep(source.get(attribute), Part.HIDDEN_TEXT, "X8")
    fields = list(root.iter(S + "cacheField"))
    block = reading.builder.next_block(Part.HIDDEN_TEXT)
    for column, field in enumerate(fields, 1):
        text = " ".join(dict.fromkeys(filter(None, (field.get("name"), field.get("caption")))))
        reading.begin_cell(first=column == 1, used=True)
        reading.paragraph_at(text, Location(Part.HIDDEN_TEXT, "X8", None, block, (1, column)))
        reading.keep(field.get("formula"), Part.FIELD, "X8")
        reading.note(field.get("name", ""))
    items = [_items(field) for field in fields]
    records = reading.parts.related(name, "pivotCacheRecords")
    shown, last = _records(reading, records, items, block) if records else ({}, 1)
    for column, values in enumerate(items, 1):
        rest = [value for index, value in enumerate(values) if index not in shown.get(column, ()) and value]
        for row, value in enumerate(rest, last + 1):
            _guard(reading)
            reading.break_line()
            reading.paragraph_at(value, Location(Part.HIDDEN_TEXT, "X8", None, block, (row, column)))
    for element in list(root.iter(S + "sharedItems", S + "groupItems")):
        element.clear()


def read_external(reading: OfficeReading, root: Element) -> None:
    """Read what the file keeps of another workbook's cells."""
    for data in list(root.iter(S + "sheetData")):
        block = reading.builder.next_block(Part.HIDDEN_TEXT)
        for cell in data.iter(S + "cell"):
            _guard(reading)
            text = "".join(reading.take(value) for value in cell.iter(S + "v"))
            where = Location(Part.HIDDEN_TEXT, "X9", None, block, place_of(cell.get("r")))
            reading.break_line()
            reading.paragraph_at(text, where)
        discard(reading, data)
    for value in root.iter(S + "val"):
        text = reading.take(value)
        if text.strip():
            reading.keep(text, Part.HIDDEN_TEXT, "X9")


def read_revisions(reading: OfficeReading, root: Element) -> None:
    """Read the history that a shared workbook keeps: what cells held before."""
    for cell in root.iter(S + "oc", S + "nc", S + "ndxf", S + "odxf"):
        texts = [reading.take(below) for below in elements(cell) if local(below) in ("v", "t", "f")]
        text = "\n".join(filter(None, texts))
        was = local(cell) == "oc"
        part, place = (Part.TRACKED_DELETION, "D25") if was else (Part.TRACKED_INSERTION, "D15")
        where = Location(part, place, None, reading.builder.next_block(part), place_of(cell.get("r")))
        _guard(reading)
        reading.break_line()
        reading.paragraph_at(text, where)


def _items(field: Element) -> list[str]:
    shared = field.find(S + "sharedItems")
    own = [_value(item) for item in shared if local(item) in _VALUES] if shared is not None else []
    groups = field.iterfind(f"{S}fieldGroup/{S}groupItems/*")
    return own + [_value(item) for item in groups if local(item) in _VALUES]


def _records(
    reading: OfficeReading, name: str, items: list[list[str]], block: int
) -> tuple[dict[int, set[int]], int]:
    """Read the rows of a cache. Returns: for each column which of its items a row shows; the last row."""
    shown: dict[int, set[int]] = {}
    row = 1
    root = reading.tree(name)
    for row, record in enumerate(root.iterchildren(S + "r"), 2):
        for column, entry in enumerate(record, 1):
            text = _value(entry)
            if local(entry) == "x" and column <= len(items):
                index = number(entry.get("v"), -1, least=-1)
                known = 0 <= index < len(items[column - 1])
                text = items[column - 1][index] if known else ""
                shown.setdefault(column, set()).add(index)
            _guard(reading)
            reading.begin_cell(first=column == 1, used=True)
            reading.paragraph_at(text, Location(Part.HIDDEN_TEXT, "X8", None, block, (row, column)))
        reading.break_line()
    for record in list(root.iterchildren(S + "r")):
        discard(reading, record)
    return shown, row


def _value(entry: Element) -> str:
    """Give a value of a cache as text; a date without its time of day, when it has none."""
    value = " ".join(filter(None, (entry.get("v"), entry.get("c"))))
    if local(entry) == "d":
        date = value.removesuffix("T00:00:00")
        pieces = date.split("-")
        return "/".join(reversed(pieces)) if len(pieces) == 3 and all(p.isdigit() for p in pieces) else date
    return "" if local(entry) in ("m", "e", "b") else value


def _guard(reading: OfficeReading) -> None:
    if reading.builder.count > MAX_CELLS:
        raise LimitReached(
            f"the spreadsheet has more than {MAX_CELLS:,} cells", "Split it, and check each of its parts."
        )
