"""The workbook itself: its sheets in order, the texts that cells share, and how cells look."""

from __future__ import annotations

from dataclasses import dataclass, field

from redact.errors import Damaged
from redact.formats.openxml.reading import OfficeReading
from redact.formats.sheets.looks import Look, read_looks
from redact.formats.sheets.program import EXCEL, S
from redact.formats.word.markup import Element, R, local
from redact.values.text import Location, Part, Region

__all__ = ["Book", "SharedTexts", "Sheet", "discard", "heading", "read_book", "rich_text"]

_SHOWN = ("", "visible")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet in the order of its tabs: `member` is its part, `state` how it is hidden, or nothing."""

    number: int
    name: str = field(repr=False)
    member: str | None
    state: str

    @property
    def hidden(self) -> str | None:
        """The place of everything on it, where the sheet is hidden."""
        return "X3" if self.state else None


class SharedTexts:
    """The texts that cells share: each is noted when a cell shows it."""

    def __init__(self, texts: list[tuple[str, str]]) -> None:
        self._texts = texts
        self._shown: set[int] = set()

    def text(self, index: str) -> tuple[str, str]:
        """Give the text of that number and how it is pronounced, where the file says so.

        Raises Damaged for a number that no text has: the cell would show nothing, and hold something.
        """
        if not index.isascii() or not index.isdigit() or int(index[:9]) >= len(self._texts):
            raise Damaged("the spreadsheet is damaged: a cell names a text that is not there", EXCEL.remedy)
        self._shown.add(int(index[:9]))
        return self._texts[int(index[:9])]

    def left_over(self) -> list[str]:
        """List the texts that no cell shows."""
        return [
            text
            for number, pair in enumerate(self._texts)
            if number not in self._shown
            for text in pair
            if text
        ]


@dataclass(frozen=True, slots=True)
class Book:
    """What is read before the first sheet."""

    sheets: tuple[Sheet, ...]
    texts: SharedTexts = field(repr=False)
    looks: tuple[Look, ...]
    from_1904: bool

    def look(self, index: str | None) -> Look:
        """Give the format of a cell."""
        if not index or not index.isascii() or not index.isdigit() or int(index[:9]) >= len(self.looks):
            return Look()
        return self.looks[int(index[:9])]


def read_book(reading: OfficeReading) -> Book:
    """Read the list of sheets, the shared texts and the formats of cells."""
    root = reading.tree(reading.parts.main)
    sheets: list[Sheet] = []
    for entry in root.iterfind(f"{S}sheets/{S}sheet"):
        state = entry.get("state", "")
        member = reading.parts.target(reading.parts.main, entry.get(R + "id"))
        reading.note(entry.get("name", ""))
        sheets.append(Sheet(len(sheets) + 1, entry.get("name", ""), member, "" if state in _SHOWN else state))
    properties = root.find(S + "workbookPr")
    from_1904 = properties is not None and properties.get("date1904", "0") in ("1", "true")
    return Book(tuple(sheets), _shared(reading), read_looks(reading), from_1904)


def rich_text(reading: OfficeReading, holder: Element) -> tuple[str, str]:
    """Join a text over its runs, and how it is pronounced (a second reading, in its own words)."""
    text: list[str] = []
    spoken: list[str] = []
    for element in holder.iter(S + "t"):
        parent = element.getparent()
        of_sound = parent is not None and local(parent) == "rPh"
        (spoken if of_sound else text).append(reading.take(element))
    return "".join(text), "".join(spoken)


def discard(reading: OfficeReading, element: Element) -> None:
    """Take an element out of its tree when all text in it was read: a large file would be walked again."""
    parent = element.getparent()
    for below in element.iter():
        unread = (below.text or "").strip() and not reading.took(below)
        if unread or (below.tail or "").strip():
            return
    if parent is not None:
        parent.remove(element)


def heading(reading: OfficeReading, sheet: Sheet) -> None:
    """Add the name of a sheet, which heads its cells."""
    regions = (Region(0, len(sheet.name), Part.HIDDEN_TEXT, "X3"),) if sheet.state and sheet.name else ()
    location = Location(Part.BODY, "X2", None, reading.builder.next_block(Part.BODY))
    if sheet.state:
        hidden = Location(Part.HIDDEN_TEXT, "X3", None, location.block)
        reading.builder.trace(hidden, "a hidden sheet", sheet.name.encode())
    reading.emit(sheet.name, location, heading_level=1, regions=regions, under_headings=True)


def _shared(reading: OfficeReading) -> SharedTexts:
    name = reading.parts.related(reading.parts.main, "sharedStrings")
    if name is None:
        return SharedTexts([])
    root = reading.tree(name)
    texts = [rich_text(reading, item) for item in root.iterfind(S + "si")]
    for item in list(root.iterfind(S + "si")):
        if len(item) == 1 and len(item[0]) == 0 and not item.attrib and reading.took(item[0]):
            discard(reading, item)
    return SharedTexts(texts)
