"""Text in drawings of sheets and slides: shapes, groups, tables, charts, diagrams, old VML shapes."""

from __future__ import annotations

from redact.errors import Damaged
from redact.formats.openxml.reading import OfficeReading
from redact.formats.word import charts
from redact.formats.word.attributes import gather
from redact.formats.word.markup import A, Element, V, elements, local
from redact.values.text import Location, Part

__all__ = ["hidden_object", "read_shapes", "read_vml"]

HIDDEN_OBJECT = "X17"


def hidden_object(element: Element) -> str | None:
    """Give the place of an object that is switched off in the list of objects; None for one that is shown.

    Args:
        element: a shape, picture, group or frame of a drawing.
    """
    for child in element:
        if local(child).startswith("nv"):
            for own in child:
                if local(own) == "cNvPr" and own.get("hidden") in ("1", "true"):
                    return HIDDEN_OBJECT
    return None


def read_shapes(reading: OfficeReading, root: Element, *, hidden: str | None = None) -> None:
    """Read every paragraph in the shapes of a drawing of a sheet, one passage each."""
    for child in root:
        inside = hidden or hidden_object(child)
        if child.tag == A + "p":
            text = charts.paragraph_text(reading, child)
            if text.strip():
                block = reading.builder.next_block(Part.TEXT_BOX)
                reading.paragraph_at(text, Location(Part.TEXT_BOX, "D8", reading.page, block), inside)
        else:
            read_shapes(reading, child, hidden=inside)


def read_vml(reading: OfficeReading, name: str) -> None:
    """Read an old drawing: text in its boxes, and the settings of controls that hold words.

    Old versions of Excel write tags of web pages that are never closed; such a part stays unread, a Gap.
    """
    try:
        root = reading.tree(name)
    except Damaged:
        return
    for shape in root.iter(V + "shape", V + "rect", V + "roundrect", V + "oval", V + "group"):
        for box in shape.iter(V + "textbox"):
            text = "".join(_texts(reading, box))
            if text.strip():
                block = reading.builder.next_block(Part.TEXT_BOX)
                reading.paragraph_at(" ".join(text.split()), Location(Part.TEXT_BOX, "D8", None, block))
        for below in elements(shape):
            if "office:excel" in str(below.tag):
                words = reading.take(below)
                if any(letter.isalpha() for letter in words):
                    reading.later(words, Part.FORM_FIELD, "D42")
    gather(reading, root)


def _texts(reading: OfficeReading, box: Element) -> list[str]:
    pieces = []
    for element in elements(box):
        pieces.append(reading.take(element))
        if element is not box and element.tail:
            pieces.append(element.tail)
            element.tail = None
        if local(element) in ("br", "div", "p"):
            pieces.append("\n")
    return pieces
