"""Text in charts and SmartArt: titles, labels, categories, cached cells, text in shapes."""

from __future__ import annotations

import re

from redact.formats.word.attributes import gather
from redact.formats.word.markup import A, Element, elements, local
from redact.formats.word.reading import Reading
from redact.values.text import Location, Part

__all__ = ["paragraph_text", "read_chart", "read_charts", "read_diagram", "read_drawing"]

_NUMBER = re.compile(r"^[-+]?[0-9.,]+(?:[eE][-+]?[0-9]+)?%?$")
# What a chart's number formats and cell ranges hold when no person named anything: no words in quotes, no
# sheet but Sheet1.
_FORMATS = re.compile(r"^(?:General|Standard|[#0,.%\\$£€ ;:()_*@?/\-+EeHhMmSsDdYy\[\]]+)$")
_RANGE = re.compile(
    r"^\(?(?:'?(?:Sheet|Table|Tabelle|local-table)\s?[0-9]*'?[.!]?)?[$A-Z0-9:.!,;]*\)?$|^_xlchart\.v[0-9.]+$"
)


def paragraph_text(reading: Reading, paragraph: Element) -> str:
    """Join the text of an `a:p` over its runs; a line break is a line end."""
    pieces = []
    for element in elements(paragraph):
        if element.tag == A + "br":
            pieces.append("\n")
        elif local(element) == "t":
            pieces.append(reading.take(element))
    return "".join(pieces)


def read_charts(reading: Reading) -> None:
    """Read all charts and diagrams of the package that were not read yet, and names in them."""
    parts = reading.parts
    for name in parts.of_type(".chart+xml", ".chartex+xml", ".chartshapes+xml"):
        if name not in reading.read_parts:
            read_chart(reading, name)
        gather(reading, reading.tree(name))
    for name in parts.of_type(".diagramdata+xml"):
        if name not in reading.read_parts:
            read_diagram(reading, name)
        gather(reading, reading.tree(name))
    said = {
        "".join(paragraph_text(reading, paragraph).split())
        for name in parts.of_type(".diagramdata+xml")
        for paragraph in reading.tree(name).iter(A + "p")
    }
    for name in parts.of_type(".diagramdrawing+xml"):
        read_drawing(reading, name, said)
        gather(reading, reading.tree(name))


def read_chart(reading: Reading, name: str) -> None:
    """Read a chart or the shapes drawn on one; figures of one series are one passage, a number a line."""
    location = Location(Part.CHART, "D20", reading.page, reading.builder.next_block(Part.CHART))
    figures: list[str] = []
    inside_paragraph: set[Element] = set()
    for element in elements(reading.tree(name)):
        if element in inside_paragraph:
            continue
        if element.tag == A + "p":
            reading.emit(paragraph_text(reading, element), location)
            inside_paragraph.update(elements(element))
            continue
        text = reading.take(element).strip()
        if _NUMBER.match(text):
            figures.append(text)
        elif text and not _said_by_nobody(local(element), text):
            reading.emit(text, location)
        if local(element) in ("ser", "numCache", "lvl") and figures:
            reading.emit("\n".join(figures), location)
            figures.clear()
    reading.emit("\n".join(figures), location)


def read_diagram(reading: Reading, name: str) -> None:
    """Read the data of a diagram (SmartArt)."""
    location = Location(Part.DIAGRAM, "D21", reading.page, reading.builder.next_block(Part.DIAGRAM))
    for paragraph in reading.tree(name).iter(A + "p"):
        reading.emit(paragraph_text(reading, paragraph), location)


def read_drawing(reading: Reading, name: str, said: set[str]) -> None:
    """Read the drawing that Word keeps of a diagram, where it says something that the data does not."""
    location = Location(Part.DIAGRAM, "D21", None, reading.builder.next_block(Part.DIAGRAM))
    for paragraph in reading.tree(name).iter(A + "p"):
        text = paragraph_text(reading, paragraph)
        if "".join(text.split()) not in said:
            reading.emit(text, location)


def _said_by_nobody(name: str, text: str) -> bool:
    if name == "formatCode":
        return _FORMATS.match(text) is not None
    return name in ("f", "sqref") and _RANGE.match(text) is not None
