"""The order of reading a spreadsheet, from its bytes to its Document."""

from __future__ import annotations

from redact.errors import LimitReached
from redact.formats.building import DocumentBuilder
from redact.formats.openxml.drawings import read_shapes, read_vml
from redact.formats.openxml.ending import finish, told_for
from redact.formats.openxml.opening import open_package
from redact.formats.openxml.reading import OfficeReading
from redact.formats.sheets.beside import (
    read_comments,
    read_names,
    read_sheet_words,
    read_threads,
    read_words,
)
from redact.formats.sheets.book import Book, Sheet, heading, read_book
from redact.formats.sheets.caches import read_external, read_pivot, read_revisions
from redact.formats.sheets.cells import place_of, read_cells
from redact.formats.sheets.program import EXCEL, S
from redact.formats.word.attributes import gather
from redact.formats.word.charts import read_charts
from redact.formats.word.markup import Element
from redact.formats.word.properties import read_values
from redact.values.text import Document, Part

__all__ = ["read_whole"]

# Parts by the ends of their content types, whose words stand in attributes or in formulas.
_WORDS = (
    ".table+xml",
    ".querytable+xml",
    ".pivottable+xml",
    ".slicer+xml",
    ".slicercache+xml",
    ".timeline+xml",
    ".timelinecache+xml",
    ".namedsheetviews+xml",
    ".usernames+xml",
    ".revisionheaders+xml",
    ".controlproperties+xml",
    ".calcchain+xml",
    ".sheetmetadata+xml",
    ".styles+xml",
)
# Parts that hold values in vocabularies of their own: each text and each word in an attribute is read.
_DATA = (
    (".connections+xml", "X13"),
    (".rdrichvalue+xml", "X10"),
    (".rdrichvaluestructure+xml", "X10"),
    (".rdrichvaluetypes+xml", "X10"),
    (".richstyles+xml", "X10"),
    (".rdarray+xml", "X10"),
    (".rdsupportingpropertybag+xml", "X10"),
    (".rdsupportingpropertybagstructure+xml", "X10"),
    (".volatiledependencies+xml", "X9"),
    (".featurepropertybag+xml", "X16"),
    (".xmlmaps+xml", "D50"),
    (".tablesinglecells+xml", "D50"),
)


def read_whole(data: bytes, builder: DocumentBuilder) -> Document:
    """Read a spreadsheet; see `redact.formats.sheets.read`."""
    reading, oddities = open_package(data, builder, EXCEL)
    builder.file_name()
    try:
        book = read_book(reading)
        for sheet in book.sheets:
            _read_sheet(reading, book, sheet)
        _read_orphans(reading, book)
        _read_caches(reading)
        for text in book.texts.left_over():
            reading.keep(text, Part.HIDDEN_TEXT, "X10")
        _read_beside(reading)
        finish(reading, oddities)
    except RecursionError:
        raise LimitReached("the spreadsheet is nested deeper than any report", EXCEL.remedy) from None
    return told_for(builder.build(), EXCEL)


def _read_sheet(reading: OfficeReading, book: Book, sheet: Sheet) -> None:
    heading(reading, sheet)
    if sheet.member is None or sheet.member in reading.read_parts:
        return
    root = reading.tree(sheet.member)
    read_cells(reading, book, sheet, root, _starts(reading, sheet.member, root))
    for relation in reading.parts.relations.get(sheet.member, ()):
        name = None if relation.external else reading.parts.named(relation.target)
        if name is not None:
            _read_related(reading, name)
    read_sheet_words(reading, root)
    gather(reading, root)


def _starts(reading: OfficeReading, member: str, root: Element) -> frozenset[int]:
    """List the rows at which the file says that a table begins: its tables, and its filter."""
    references = [entry.get("ref") for entry in root.iterfind(S + "autoFilter")]
    for relation in reading.parts.relations.get(member, ()):
        name = None if relation.external else reading.parts.named(relation.target)
        if name is not None and relation.kind == "table":
            references.append(reading.tree(name).get("ref"))
    places = [place_of(reference) for reference in references]
    return frozenset(place[0] for place in places if place is not None)


def _read_related(reading: OfficeReading, name: str) -> None:
    """Read the comments and drawings of a sheet behind its cells."""
    kind = reading.parts.types[name]
    if name in reading.read_parts:
        return
    if kind.endswith(".comments+xml"):
        read_comments(reading, reading.tree(name))
    elif kind.endswith("threadedcomments+xml"):
        read_threads(reading, reading.tree(name))
    elif kind.endswith(".drawing+xml"):
        root = reading.tree(name)
        read_shapes(reading, root)
        gather(reading, root)
    elif kind.endswith(".vmldrawing"):
        read_vml(reading, name)


def _read_orphans(reading: OfficeReading, book: Book) -> None:
    """Read sheets that no tab leads to, and comments and drawings that no sheet leads to."""
    parts = reading.parts
    for name in parts.of_type(".worksheet+xml", ".chartsheet+xml", ".dialogsheet+xml"):
        if name not in reading.read_parts:
            _read_sheet(reading, book, Sheet(len(book.sheets) + 1, "", name, "orphan"))
    for name in parts.of_type(".comments+xml", "threadedcomments+xml", ".drawing+xml", ".vmldrawing"):
        _read_related(reading, name)
    read_charts(reading)


def _read_caches(reading: OfficeReading) -> None:
    parts = reading.parts
    for name in parts.of_type(".pivotcachedefinition+xml"):
        read_pivot(reading, name)
    for name in parts.of_type(".externallink+xml"):
        root = reading.tree(name)
        read_words(reading, root)
        read_external(reading, root)
    for name in parts.of_type(".revisionlog+xml"):
        read_revisions(reading, reading.tree(name))


def _read_beside(reading: OfficeReading) -> None:
    """Read what stands in the workbook's own part and in the parts of its tools."""
    parts = reading.parts
    main = reading.tree(parts.main)
    read_words(reading, main)
    read_names(reading, main)
    for name in parts.of_type("person+xml"):
        read_threads(reading, reading.tree(name))
    for name in parts.of_type(*_WORDS):
        read_sheet_words(reading, reading.tree(name))
    for ending, place in _DATA:
        for name in parts.of_type(ending):
            read_values(reading, reading.tree(name), place)
            reading.data_parts.add(name)
