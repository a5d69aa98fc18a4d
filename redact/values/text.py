"""What was read from one file: its text in passages, and the gaps where text could not be read.

Offsets are half-open code-point offsets into one passage's `text`. A passage is never edited.
No text is part of any `repr`: a value may be logged by accident.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from redact.values.access import Access

__all__ = ["Document", "Format", "Gap", "Location", "Pages", "Part", "Passage", "Region", "Span", "Trace"]


class Part(Enum):
    """The part of a file in which text stands; the words a reader sees in reports."""

    BODY = "body"
    TABLE = "table"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    COMMENT = "comment"
    TRACKED_DELETION = "tracked deletion"
    TRACKED_INSERTION = "tracked insertion"
    HIDDEN_TEXT = "hidden text"
    TEXT_BOX = "text box"
    CHART = "chart"
    DIAGRAM = "diagram"
    ALT_TEXT = "alt text"
    PROPERTY = "property"
    LINK = "link"
    BOOKMARK = "bookmark"
    FIELD = "field"
    LIST_LABEL = "list label"
    EMBEDDED_FILE = "embedded file"
    ANNOTATION = "annotation"
    ATTACHMENT = "attachment"
    OUTLINE = "outline"
    FORM_FIELD = "form field"
    LAYER = "layer"
    UNDER_A_BOX = "under a box"
    IMAGE = "image"
    FILE_NAME = "file name"

    __hash__ = object.__hash__  # there is one of each: its place will do, and is ten times as quick


class Format(Enum):
    """The kinds of file that are read."""

    DOCX = "docx"
    PDF = "pdf"
    TXT = "txt"
    MD = "md"
    XLSX = "xlsx"
    PPTX = "pptx"
    DOC = "doc"
    ODT = "odt"
    RTF = "rtf"


class Pages(Enum):
    """How far the page numbers of a document can be believed."""

    EXACT = "exact"  # the file has pages (pdf)
    ABOUT = "about"  # Word left marks where its pages broke when it was last saved
    NONE = "none"


# Places of the pixels of a picture or of a scanned page; others of pictures hold what their files say.
_PIXELS = frozenset({"D23", "P34"})


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one passage: `start` and `end` are half-open code points into `Passage.text`."""

    passage: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start} and {self.end}")

    def overlaps(self, other: Span) -> bool:
        """Tell whether both share at least one character."""
        return self.passage == other.passage and self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether every character of `other` is in this span."""
        return self.passage == other.passage and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Location:
    """Where a person would look.

    `place` is an id of the catalogue of hiding places (D1 …, P1 …). `page` is 1-based. `block` is the
    1-based number of the paragraph or table within its part; all cells of one table share it (a nested
    table has its own). `cell` is the 1-based (row, column) within that table.
    """

    part: Part
    place: str | None = None
    page: int | None = None
    block: int | None = None
    cell: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a passage that stands in another part: a tracked insertion, a field, hidden words.

    `start` and `end` are half-open code points into the passage's text.
    """

    start: int
    end: int
    part: Part
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """The smallest text read as one piece: a paragraph, a cell's paragraph, a property, a file name.

    `lead` is the text that stands in the whole document's text between the passage before and this one.
    `headings` are the headings above it, outermost first. `regions` are stretches in other parts.
    `focus`, when not empty, says that the text repeats another passage (the paragraph before a tracked
    deletion was made) and only what touches a focus, half-open code points, is news.
    `breaks` are offsets into `text` at which a hyphen at a line end was dropped: the other reading keeps it.
    `apart` marks a text that is not part of the document's own text (its file name).
    """

    id: str
    text: str = field(repr=False)
    location: Location
    lead: str = field(default="\n", repr=False)
    headings: tuple[str, ...] = field(default=(), repr=False)
    heading_level: int | None = None
    regions: tuple[Region, ...] = ()
    focus: tuple[tuple[int, int], ...] = ()
    breaks: tuple[int, ...] = ()
    repeated: bool = False  # a running header, footer or page number of a pdf
    apart: bool = False

    @property
    def read_from_a_picture(self) -> bool:
        """Tell whether the text was read from the pixels of a picture, where words may be wrong or joined."""
        return self.location.part is Part.IMAGE and self.location.place in _PIXELS

    def locate(self, start: int, end: int) -> Location:
        """Say where `text[start:end]` stands: in the innermost region it touches, else in the passage."""
        if not self.regions:
            return self.location
        touched = [region for region in self.regions if region.start < end and start < region.end]
        if not touched:
            return self.location
        inner = min(touched, key=lambda region: (region.end - region.start, region.start))
        own = self.location
        return Location(inner.part, inner.place or own.place, own.page, own.block, own.cell)


@dataclass(frozen=True, slots=True)
class Gap:
    """Something known to be in the file that could not be read; it stops *ready*.

    `what` and `remedy` are our own words, never the document's. `fingerprint` is a keyed hash of the
    bytes that were not read (of a picture, of its decoded pixels).
    """

    location: Location
    what: str
    remedy: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Trace:
    """Something in the file that a reader does not see, besides its text: a revision, a macro, an identifier.

    `location.place` is its id in the catalogue of hiding places. `what` is our own words, never the
    document's. `fingerprint` is a keyed hash of what it is made of.
    """

    location: Location
    what: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Document:
    """One input file, read whole: every part is in `passages` or in `gaps`.

    `id` is 12 hex digits of a keyed hash. `pages` is the number of pages, where the file says it, and
    `paging` how far it can be believed. `tail` closes the document's text. `access` is what the file says of
    its structure for those who do not see it; none where its format says nothing of it.
    """

    id: str
    sha256: str
    format: Format
    passages: tuple[Passage, ...] = field(repr=False)
    gaps: tuple[Gap, ...]
    pages: int | None = None
    paging: Pages = Pages.NONE
    tail: str = field(default="\n", repr=False)
    traces: tuple[Trace, ...] = ()
    access: Access | None = None

    @property
    def words(self) -> int:
        """Count the words of the text that a reader sees (not of the file name)."""
        return sum(len(passage.text.split()) for passage in self.passages if not passage.apart)

    def text(self) -> str:
        """Join the passages in reading order: what `redact text` prints, and what document spans count in."""
        parts = [passage.lead + passage.text for passage in self.passages if not passage.apart]
        return "".join(parts) + self.tail

    def starts(self) -> dict[str, int]:
        """Give the offset in `text()`, in code points, at which each passage's text begins."""
        found: dict[str, int] = {}
        at = 0
        for passage in self.passages:
            if passage.apart:
                continue
            at += len(passage.lead)
            found[passage.id] = at
            at += len(passage.text)
        return found
