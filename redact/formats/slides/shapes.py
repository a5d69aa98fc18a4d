"""The shapes of one slide in the order in which they are drawn: text, tables, and what hides a shape."""

from __future__ import annotations

from dataclasses import dataclass, replace

from redact.formats.openxml.drawings import hidden_object
from redact.formats.openxml.reading import OfficeReading
from redact.formats.slides.program import P
from redact.formats.word.charts import paragraph_text
from redact.formats.word.markup import MC, A, Element, R, local, number
from redact.values.text import Location, Part

__all__ = ["Slide", "read_shapes"]

_TITLES = ("title", "ctrTitle")
MAX_COLUMNS = 1_000


@dataclass(frozen=True, slots=True)
class Slide:
    """Where text of a slide goes: its part and place, its number, and what hides all of it."""

    source: str
    part: Part
    place: str
    page: int | None = None
    hidden: str | None = None
    size: tuple[int, int] = (0, 0)


def read_shapes(reading: OfficeReading, parent: Element, slide: Slide) -> None:
    """Read every shape at and below `parent`; a shape of a kind that we do not know is walked into."""
    for child in parent:
        inside = replace(slide, hidden=slide.hidden or hidden_object(child) or _off_the_slide(child, slide))
        if child.tag == P + "sp":
            _shape(reading, child, inside)
        elif child.tag == A + "tbl":
            _table(reading, child, inside)
        elif child.tag == A + "p":
            _paragraph(reading, child, inside)
        elif child.tag == MC + "AlternateContent":
            _alternate(reading, child, inside)
        else:
            _note_picture(reading, child, inside)
            read_shapes(reading, child, inside)


def _shape(reading: OfficeReading, shape: Element, slide: Slide) -> None:
    holder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    if holder is not None and slide.part is Part.HEADER:
        slide = replace(slide, hidden=slide.place)  # of a master: no slide shows what its placeholders say
    is_title = holder is not None and holder.get("type") in _TITLES and slide.part is Part.BODY
    for paragraph in shape.iter(A + "p"):
        _paragraph(reading, paragraph, slide, heading_level=1 if is_title else None)
    for fill in shape.iter(A + "blip"):
        _note_picture(reading, fill, slide)


def _paragraph(
    reading: OfficeReading, paragraph: Element, slide: Slide, *, heading_level: int | None = None
) -> None:
    text = paragraph_text(reading, paragraph)
    if text.strip():
        block = reading.builder.next_block(slide.part)
        where = Location(slide.part, slide.place, slide.page, block)
        reading.paragraph_at(text, where, slide.hidden, heading_level=heading_level)


def _table(reading: OfficeReading, table: Element, slide: Slide) -> None:
    part = Part.TABLE if slide.part is Part.BODY else slide.part
    block = reading.builder.next_block(part)
    for row_number, row in enumerate(table.iterfind(A + "tr"), 1):
        for column, cell in enumerate(row.iterfind(A + "tc"), 1):
            reading.begin_cell(first=column == 1, used=True)
            covered = cell.get("hMerge") in ("1", "true") or cell.get("vMerge") in ("1", "true")
            place = "D7" if covered else "D6"
            for paragraph in cell.iter(A + "p"):
                text = paragraph_text(reading, paragraph)
                where = Location(part, place, slide.page, block, (row_number, min(column, MAX_COLUMNS)))
                reading.paragraph_at(text, where, slide.hidden)
        reading.break_line()


def _alternate(reading: OfficeReading, element: Element, slide: Slide) -> None:
    """Read the first version of a drawing, and every other one that says something else."""
    versions = list(element)
    said = _words(versions[0]) if versions else ""
    for index, version in enumerate(versions):
        if index and _words(version) == said:
            for below in version.iter():
                if local(below) == "t":
                    reading.take(below)
        else:
            read_shapes(reading, version, replace(slide, place="D9") if index else slide)


def _words(element: Element) -> str:
    texts = [below.text or "" for below in element.iter() if local(below) == "t"]
    return "".join("".join(texts).split())


def _note_picture(reading: OfficeReading, element: Element, slide: Slide) -> None:
    """Remember on which slide a picture stands, for the gap that it will be."""
    for below in element.iter(A + "blip"):
        name = reading.parts.target(slide.source, below.get(R + "embed"))
        if name is not None and slide.page is not None:
            reading.picture_pages.setdefault(name, slide.page)


def _off_the_slide(shape: Element, slide: Slide) -> str | None:
    """Give the place of an object that lies wholly beside the slide; None for one that can be seen."""
    if slide.size == (0, 0) or local(shape) not in ("sp", "pic", "graphicFrame", "cxnSp", "grpSp"):
        return None
    frame = next((below for below in shape.iter(A + "xfrm", P + "xfrm")), None)
    offset = frame.find(A + "off") if frame is not None else None
    extent = frame.find(A + "ext") if frame is not None else None
    if offset is None or extent is None:
        return None
    left, top = (_signed(offset.get(axis)) for axis in ("x", "y"))
    width, height = (number(extent.get(side), 0, most=10**9) for side in ("cx", "cy"))
    beside = left >= slide.size[0] or top >= slide.size[1] or left + width <= 0 or top + height <= 0
    return "D31" if beside else None


def _signed(text: str | None) -> int:
    text = (text or "").strip()
    size = number(text.lstrip("-"), 0, most=10**9)
    return -size if text.startswith("-") else size
