"""The end of every reading of a workbook or of slides: what stands beside the text, and what was not read."""

from __future__ import annotations

import re
from dataclasses import replace

from redact.formats.openxml.opening import Program
from redact.formats.openxml.reading import OfficeReading
from redact.formats.word.attributes import plain_value
from redact.formats.word.beside import custom_data, read_data, read_properties_and_styles
from redact.formats.word.inventory import report_unread
from redact.formats.word.markup import Element, asides, elements, local
from redact.formats.word.other_attributes import read_other_attributes
from redact.formats.word.package import Oddity
from redact.formats.word.properties import read_links, read_member_names
from redact.formats.word.tracing import trace_all
from redact.values.text import Document, Part

__all__ = ["finish", "told_for"]

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
    read_properties_and_styles(reading, _ATTRIBUTES_ONLY)
    read_data(reading, [name for name in custom_data(reading) if name not in reading.read_parts])
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


def _take_positions(reading: OfficeReading, root: Element) -> None:
    for element in elements(root):
        text = (element.text or "").strip()
        if local(element) in _POSITIONS and (plain_value(text) or _ANIMATED.match(text)):
            reading.take(element)
