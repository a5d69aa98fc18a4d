"""The end of every reading of a workbook or of slides: what stands beside the text, and what was not read."""

from __future__ import annotations

import re
from dataclasses import replace

from redact.formats.openxml.opening import Program
from redact.formats.openxml.reading import OfficeReading
from redact.formats.word.attributes import gather, plain_value
from redact.formats.word.inventory import report_unread
from redact.formats.word.markup import Element, asides, elements, local
from redact.formats.word.other_attributes import read_other_attributes
from redact.formats.word.package import Oddity
from redact.formats.word.properties import read_links, read_member_names, read_properties, read_values
from redact.formats.word.tracing import trace_all
from redact.values.text import Document, Part

__all__ = ["finish", "told_for"]

_PROPERTIES = (
    ("core-properties+xml", "D57"),
    ("extended-properties+xml", "D58"),
    ("custom-properties+xml", "D59"),
)
_VALUES = (("customxmlproperties+xml", "D50"), ("classificationlabels+xml", "D60"))
# Parts of layout and style: what a person may have written in them stands in attributes.
_ATTRIBUTES_ONLY = (
    ".theme+xml",
    ".themeoverride+xml",
    ".diagramcolors+xml",
    ".diagramstyle+xml",
    ".diagramlayout+xml",
    ".chartstyle+xml",
    ".chartcolorstyle+xml",
)
# Numbers, ids and names of properties that drawings write as text.
_POSITIONS = frozenset({"col", "colOff", "row", "rowOff", "posOffset", "tableStyleId", "attrName"})
_ANIMATED = re.compile(r"^(?:ppt_[a-z]+|style\.[A-Za-z.]+|r|(?:fill|stroke)\.?[a-z]+|xshear|scale|image)$")


def finish(reading: OfficeReading, oddities: tuple[Oddity, ...]) -> None:
    """Read properties, custom data, links and names of parts, add what was kept, and report what is left."""
    _read_values(reading)
    for name in reading.parts.members:
        if name.lower().endswith((".rels", "[content_types].xml")):
            reading.tree(name)
    for name, root in reading.trees().items():
        if name not in reading.data_parts:
            read_other_attributes(reading, root)
            _take_positions(reading, root)
    read_links(reading)
    read_member_names(reading)
    for name in reading.trees():
        for text in asides(reading.parts.members[name]):
            reading.later(text, Part.PROPERTY, "D68")
    reading.flush()
    trace_all(reading)
    report_unread(reading, oddities)


def told_for(document: Document, program: Program) -> Document:
    """Name the program in what is to be done about gaps: the list of parts that it comes from is Word's."""
    gaps = tuple(
        replace(
            gap, what=gap.what.replace("Word", program.name), remedy=gap.remedy.replace("Word", program.name)
        )
        for gap in document.gaps
    )
    return replace(document, gaps=gaps)


def _read_values(reading: OfficeReading) -> None:
    """Read the properties and the data that a package of any program may hold."""
    parts = reading.parts
    for name in parts.of_type(*_ATTRIBUTES_ONLY):
        gather(reading, reading.tree(name))
    for ending, place in _PROPERTIES:
        for name in parts.of_type(ending):
            read_properties(reading, reading.tree(name), place)
    data = [(name, place) for ending, place in _VALUES for name in parts.of_type(ending)]
    for name, place in data + [(name, "D50") for name in _custom_data(reading)]:
        read_values(reading, reading.tree(name), place)
        reading.data_parts.add(name)


def _take_positions(reading: OfficeReading, root: Element) -> None:
    for element in elements(root):
        text = (element.text or "").strip()
        if local(element) in _POSITIONS and (plain_value(text) or _ANIMATED.match(text)):
            reading.take(element)


def _custom_data(reading: OfficeReading) -> list[str]:
    parts = reading.parts
    found = {
        parts.named(relation.target)
        for relations in parts.relations.values()
        for relation in relations
        if relation.kind == "customXml" and not relation.external
    }
    return sorted(name for name in found if name is not None and name not in reading.read_parts)
