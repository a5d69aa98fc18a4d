"""The order of reading a Word document, from its bytes to its Document."""

from __future__ import annotations

from dataclasses import replace

from redact.errors import LimitReached
from redact.formats.building import DocumentBuilder
from redact.formats.word.access import access_of, locked
from redact.formats.word.attributes import gather
from redact.formats.word.beside import custom_data, read_data, read_properties_and_styles
from redact.formats.word.binding import read_bindings
from redact.formats.word.charts import read_charts
from redact.formats.word.inventory import report_unread
from redact.formats.word.marking import refuse_marked
from redact.formats.word.markup import REMEDY, W, asides
from redact.formats.word.other_attributes import read_other_attributes
from redact.formats.word.package import Package, unpack
from redact.formats.word.parts import lay_out
from redact.formats.word.placing import paper_of
from redact.formats.word.properties import read_links, read_member_names
from redact.formats.word.reading import Reading
from redact.formats.word.story import Spot, Story
from redact.formats.word.styles import Styles, read_styles
from redact.formats.word.tracing import trace_all
from redact.formats.word.unlocking import is_locked, unlock
from redact.values.text import Document, Pages, Part

__all__ = ["read_texts", "read_whole"]

# Content types by their ends, in reading order: the parts with paragraphs after the body.
_STORIES = (
    ("header+xml", Part.HEADER, "D17"),
    ("footer+xml", Part.FOOTER, "D17"),
    ("footnotes+xml", Part.FOOTNOTE, "D16"),
    ("endnotes+xml", Part.ENDNOTE, "D16"),
    (".comments+xml", Part.COMMENT, "D27"),
    ("document.glossary+xml", Part.HIDDEN_TEXT, "D37"),
)
# Parts without paragraphs: their texts stand in attributes, and any other text in them is left over.
_ATTRIBUTES_ONLY = (
    ".styles+xml",
    "styleswitheffects+xml",
    ".settings+xml",
    ".websettings+xml",
    ".fonttable+xml",
    ".numbering+xml",
    ".theme+xml",
    ".themeoverride+xml",
    ".commentsextended+xml",
    ".commentsids+xml",
    ".commentsextensible+xml",
    ".people+xml",
    ".diagramcolors+xml",
    ".diagramstyle+xml",
    ".diagramlayout+xml",
    ".chartstyle+xml",
    ".chartcolorstyle+xml",
)


def read_whole(data: bytes, builder: DocumentBuilder) -> Document:
    """Read a Word document; see `redact.formats.word.read`."""
    was_locked = is_locked(data)
    if was_locked:
        data = unlock(data, builder.request.password)
    package = unpack(data)
    reading, pages = read_texts(package, builder)
    trace_all(reading)
    report_unread(reading, package.oddities)
    document = builder.build(pages=pages, paging=Pages.NONE if pages is None else Pages.ABOUT)
    return replace(document, access=locked() if was_locked else access_of(reading, document))


def read_texts(package: Package, builder: DocumentBuilder) -> tuple[Reading, int | None]:
    """Read all texts of a package that is no longer locked, and nothing of what is no text.

    Returns: the reading, for whoever has to find the elements again, and the number of pages where Word left
    its marks.

    Raises: as `redact.formats.word.read` does.
    """
    reading = Reading(lay_out(package), builder)
    refuse_marked(reading.parts)
    builder.file_name()
    try:
        pages = _read_stories(reading)
        _read_beside(reading)
    except RecursionError:
        raise LimitReached("the document is nested deeper than any report", REMEDY) from None
    reading.flush()
    return reading, pages


def _read_stories(reading: Reading) -> int | None:
    """Read everything with paragraphs. Returns: the number of pages, where Word left its marks."""
    parts = reading.parts
    root = reading.tree(parts.main)
    reading.paper = paper_of(root)
    marked = next(root.iter(W + "lastRenderedPageBreak"), None) is not None
    reading.page = 1 if marked else None
    known: dict[str | None, Styles] = {}
    Story(reading, parts.main, _styles_of(reading, parts.main, known)).read(root, Spot(Part.BODY, "D1"))
    pages, reading.page = reading.page, None
    reading.paragraph = None
    gather(reading, root)
    for ending, part, place in _STORIES:
        for name in parts.of_type(ending):
            tree = reading.tree(name)
            Story(reading, name, _styles_of(reading, name, known)).read(tree, Spot(part, place))
            gather(reading, tree)
    read_charts(reading)  # those that no paragraph anchors, and what Word keeps of a diagram besides
    return pages


def _styles_of(reading: Reading, name: str, known: dict[str | None, Styles]) -> Styles:
    """Find the styles of a part: its own (building blocks have their own), else those of the document.

    `known` keeps what was read: every header would read all styles again.
    """
    parts = reading.parts
    own = parts.related(name, "styles") or parts.related(parts.main, "styles")
    if own not in known:
        theme = parts.related(parts.main, "theme")
        known[own] = read_styles(reading.tree(own) if own else None, reading.tree(theme) if theme else None)
    return known[own]


def _read_beside(reading: Reading) -> None:
    """Read what stands beside the text: names in settings, properties, data, links, comments in the XML."""
    parts = reading.parts
    read_properties_and_styles(reading, _ATTRIBUTES_ONLY)
    read_bindings(reading)
    read_data(reading, custom_data(reading))
    for name in parts.members:
        if name.lower().endswith((".rels", "[content_types].xml")):
            reading.tree(name)
    for name, root in reading.trees().items():
        if name not in reading.data_parts:
            read_other_attributes(reading, root)
    read_links(reading)
    read_member_names(reading)
    for name in reading.trees():
        if name in reading.read_parts:
            for text in asides(parts.members[name]):
                reading.later(text, Part.PROPERTY, "D68")
