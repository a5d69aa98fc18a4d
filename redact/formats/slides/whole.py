"""The order of reading a presentation, from its bytes to its Document."""

from __future__ import annotations

from redact.errors import LimitReached
from redact.formats.building import DocumentBuilder
from redact.formats.openxml.drawings import read_vml
from redact.formats.openxml.ending import finish, told_for
from redact.formats.openxml.opening import open_package
from redact.formats.openxml.reading import OfficeReading
from redact.formats.slides.program import POWERPOINT, P
from redact.formats.slides.shapes import Slide, read_shapes
from redact.formats.word.attributes import gather
from redact.formats.word.charts import paragraph_text, read_charts
from redact.formats.word.markup import A, Element, R, elements, local, number
from redact.values.text import Document, Location, Pages, Part

__all__ = ["read_whole"]

# What masters and layouts say by themselves: where a text is to be put.
_PROMPTS = frozenset(
    [
        "Click to edit Master title style",
        "Click to edit Master text styles",
        "Click to edit Master subtitle style",
        "Edit Master text styles",
        "Second level",
        "Third level",
        "Fourth level",
        "Fifth level",
        "Click icon to add picture",
        "Click to add title",
        "Click to add text",
        "\u2039#\u203a",
    ]
)
_MADE_ON = (
    (".slidemaster+xml", "X21"),
    (".slidelayout+xml", "X21"),
    (".notesmaster+xml", "X21"),
    (".handoutmaster+xml", "X21"),
)
_BESIDE = (
    ".commentauthors+xml",
    "powerpoint.authors+xml",
    ".tags+xml",
    ".presprops+xml",
    ".viewprops+xml",
    ".tablestyles+xml",
    ".changesinfo+xml",
    ".revisioninfo+xml",
)


def read_whole(data: bytes, builder: DocumentBuilder) -> Document:
    """Read a presentation; see `redact.formats.slides.read`."""
    reading, oddities = open_package(data, builder, POWERPOINT)
    builder.file_name()
    try:
        main = reading.tree(reading.parts.main)
        slides = _slides(reading, main)
        for page, name in enumerate(slides, 1):
            _slide(reading, name, page, _size(main))
            builder.request.progress(page, len(slides))
        _read_rest(reading)
        finish(reading, oddities)
    except RecursionError:
        raise LimitReached("the presentation is nested deeper than any report", POWERPOINT.remedy) from None
    return told_for(builder.build(pages=len(slides), paging=Pages.EXACT), POWERPOINT)


def _slides(reading: OfficeReading, main: Element) -> list[str]:
    """List the slides in the order of the show."""
    wanted = [
        reading.parts.target(reading.parts.main, entry.get(R + "id"))
        for entry in main.iterfind(f"{P}sldIdLst/{P}sldId")
    ]
    return list(dict.fromkeys(name for name in wanted if name is not None))


def _size(main: Element) -> tuple[int, int]:
    size = main.find(P + "sldSz")
    if size is None:
        return 0, 0
    return number(size.get("cx"), 0, most=10**9), number(size.get("cy"), 0, most=10**9)


def _slide(reading: OfficeReading, name: str, page: int | None, size: tuple[int, int]) -> None:
    root = reading.tree(name)
    hidden = "X19" if page is None or root.get("show", "1") in ("0", "false") else None
    reading.page = page
    read_shapes(reading, root, Slide(name, Part.BODY, "X18", page, hidden, size))
    gather(reading, root)
    for relation in reading.parts.relations.get(name, ()):
        member = None if relation.external else reading.parts.named(relation.target)
        if member is not None and member not in reading.read_parts:
            _related(reading, member, page, hidden)
    reading.page = None


def _related(reading: OfficeReading, name: str, page: int | None, hidden: str | None) -> None:
    """Read the notes and comments of a slide behind it."""
    kind = reading.parts.types[name]
    if kind.endswith(".notesslide+xml"):
        root = reading.tree(name)
        read_shapes(reading, root, Slide(name, Part.HIDDEN_TEXT, "X20", page))
        gather(reading, root)
    elif kind.endswith("comments+xml"):
        _comments(reading, reading.tree(name), page)


def _comments(reading: OfficeReading, root: Element, page: int | None) -> None:
    """Read comments of the old form, which are one text, and of the new, which are paragraphs."""
    for element in elements(root):
        text = ""
        if element.tag == P + "text":
            text = reading.take(element)
        elif element.tag == A + "p":
            text = paragraph_text(reading, element)
        if text.strip():
            block = reading.builder.next_block(Part.COMMENT)
            reading.paragraph_at(text, Location(Part.COMMENT, "D27", page, block))


def _read_rest(reading: OfficeReading) -> None:
    """Read slides that no show leads to, what slides are made on, and the people and tags of the file."""
    parts = reading.parts
    for name in parts.of_type(".slide+xml"):
        if name not in reading.read_parts:
            _slide(reading, name, None, (0, 0))
    for name in parts.of_type(".notesslide+xml", "comments+xml"):
        if name not in reading.read_parts:
            _related(reading, name, None, None)
    read_charts(reading)
    for name in parts.of_type(".vmldrawing"):
        read_vml(reading, name)
    for ending, place in _MADE_ON:
        for name in parts.of_type(ending):
            _take_prompts(reading, reading.tree(name))
            read_shapes(reading, reading.tree(name), Slide(name, Part.HEADER, place))
            gather(reading, reading.tree(name))
    for name in (parts.main, *parts.of_type(*_BESIDE)):
        _names(reading, reading.tree(name))


def _take_prompts(reading: OfficeReading, root: Element) -> None:
    """Leave out what masters say by themselves: where text goes, the day, the number of a slide."""
    for text in root.iter(A + "t"):
        holder = text.getparent()
        is_field = holder is not None and holder.tag == A + "fld"
        if is_field or (text.text or "").strip() in _PROMPTS:
            reading.take(text)
            text.text = None


def _names(reading: OfficeReading, root: Element) -> None:
    """Keep the names that people gave to shows and sections, the values of tags, and who commented."""
    for element in elements(root):
        name = local(element)
        if name in ("cmAuthor", "author"):
            for attribute in ("name", "initials", "userId"):
                reading.keep(element.get(attribute), Part.PROPERTY, "D41" if attribute == "userId" else "D40")
        elif name in ("custShow", "section"):
            reading.keep(element.get("name"), Part.PROPERTY, "X16")
        elif name == "tag":
            for attribute in ("name", "val"):
                reading.keep(element.get(attribute), Part.PROPERTY, "D54")
