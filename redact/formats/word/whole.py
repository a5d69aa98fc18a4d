"""The order of reading a Word document, from its bytes to its Document."""

from __future__ import annotations

from redact.errors import LimitReached
from redact.formats.building import DocumentBuilder
from redact.formats.word import charts
from redact.formats.word.attributes import gather
from redact.formats.word.binding import read_bindings
from redact.formats.word.inventory import report_unread
from redact.formats.word.marking import refuse_marked
from redact.formats.word.markup import REMEDY, A, W, asides
from redact.formats.word.other_attributes import read_other_attributes
from redact.formats.word.package import unpack
from redact.formats.word.parts import lay_out
from redact.formats.word.placing import paper_of
from redact.formats.word.properties import read_links, read_member_names, read_properties, read_values
from redact.formats.word.reading import Reading
from redact.formats.word.story import Spot, Story
from redact.formats.word.styles import Styles, read_styles
from redact.formats.word.tracing import trace_all
from redact.formats.word.unlocking import is_locked, unlock
from redact.values.text import Document, Pages, Part

__all__ = ["read_whole"]

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
_PROPERTIES = (
    ("core-properties+xml", "D57"),
    ("extended-properties+xml", "D58"),
    ("custom-properties+xml", "D59"),
)
_VALUES = (("customxmlproperties+xml", "D50"), ("classificationlabels+xml", "D60"))


def read_whole(data: bytes, builder: DocumentBuilder) -> Document:
    """Read a Word document; see `redact.formats.word.read`."""
    if is_locked(data):
        data = unlock(data, builder.request.password)
    package = unpack(data)
    reading = Reading(lay_out(package), builder)
    refuse_marked(reading.parts)
    builder.file_name()
    try:
        pages = _read_stories(reading)
        _read_beside(reading)
    except RecursionError:
        raise LimitReached("the document is nested deeper than any report", REMEDY) from None
    reading.flush()
    trace_all(reading)
    report_unread(reading, package.oddities)
    return builder.build(pages=pages, paging=Pages.NONE if pages is None else Pages.ABOUT)


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
    _read_drawings(reading)
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


def _read_drawings(reading: Reading) -> None:
    """Read the charts and diagrams that no paragraph anchors, and what Word keeps of a diagram besides."""
    parts = reading.parts
    for name in parts.of_type(".chart+xml", ".chartex+xml", ".chartshapes+xml"):
        if name not in reading.read_parts:
            charts.read_chart(reading, name)
        gather(reading, reading.tree(name))
    for name in parts.of_type(".diagramdata+xml"):
        if name not in reading.read_parts:
            charts.read_diagram(reading, name)
        gather(reading, reading.tree(name))
    said = {
        "".join(charts.paragraph_text(reading, paragraph).split())
        for name in parts.of_type(".diagramdata+xml")
        for paragraph in reading.tree(name).iter(A + "p")
    }
    for name in parts.of_type(".diagramdrawing+xml"):
        charts.read_drawing(reading, name, said)
        gather(reading, reading.tree(name))


def _read_beside(reading: Reading) -> None:
    """Read what stands beside the text: names in settings, properties, data, links, comments in the XML."""
    parts = reading.parts
    for name in parts.of_type(*_ATTRIBUTES_ONLY):
        gather(reading, reading.tree(name))
    for ending, place in _PROPERTIES:
        for name in parts.of_type(ending):
            read_properties(reading, reading.tree(name), place)
    read_bindings(reading)
    data = [(name, place) for ending, place in _VALUES for name in parts.of_type(ending)]
    for name, place in data + [(name, "D50") for name in _custom_data(reading)]:
        read_values(reading, reading.tree(name), place)
        reading.data_parts.add(name)
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


def _custom_data(reading: Reading) -> list[str]:
    """Find the custom XML data: parts that a relationship of that kind leads to."""
    parts = reading.parts
    found = {
        parts.named(relation.target)
        for relations in parts.relations.values()
        for relation in relations
        if relation.kind == "customXml" and not relation.external
    }
    return sorted(name for name in found if name is not None)
