"""The state of one reading: where text goes, which page it is on, and which text was taken.

Every element whose text a reader takes is noted (`took`). What is left at the end was not read, and
becomes a Gap: that is how an element that nobody thought of cannot hide a name.
"""

from __future__ import annotations

from collections.abc import Sequence

from redact.formats.building import DocumentBuilder
from redact.formats.word.markup import Element, parse
from redact.formats.word.parts import Parts
from redact.formats.word.placing import Paper
from redact.values.text import Location, Part, Region

__all__ = ["CHARACTERS_A_PAGE", "Reading"]

CHARACTERS_A_PAGE = 3_000


class Reading:
    """Joins the package that is read and the builder that collects; one for each document."""

    def __init__(self, parts: Parts, builder: DocumentBuilder) -> None:
        self.parts = parts
        self.builder = builder
        self.page: int | None = None
        self.paper = Paper()
        self.files_inside = 0
        self.picture_pages: dict[str, int] = {}
        self.read_parts: set[str] = set()
        self.data_parts: set[str] = set()  # read value by value, whatever their vocabulary
        self.paragraph: Element | None = None  # that the walk is in, of the body or a table
        self.anchors: dict[str, Element] = {}  # that paragraph by the number of each passage
        # Of what elements a passage is made, by its number: each piece of its text, and where it stands.
        self.sources: dict[str, Sequence[tuple[str, Element | None]]] = {}
        self._trees: dict[str, Element] = {}
        self._taken: set[Element] = set()
        self._later: list[tuple[str, Location]] = []
        self._said: set[tuple[str, str]] = set()
        self._said_anywhere: set[str] = set()
        self._lead = ""
        self._characters = 0
        self._pages_told = 0

    def tree(self, name: str) -> Element:
        """Parse a member once, and note that it is one of those that are read."""
        if name not in self._trees:
            self._trees[name] = parse(self.parts.members[name])
        self.read_parts.add(name)
        return self._trees[name]

    def trees(self) -> dict[str, Element]:
        """Give all members parsed so far by name."""
        return dict(self._trees)

    def take(self, element: Element) -> str:
        """Give an element's text, and note that it was read."""
        self._taken.add(element)
        return element.text or ""

    def took(self, element: Element) -> bool:
        """Tell whether an element's text was read."""
        return element in self._taken

    def break_line(self) -> None:
        """Begin a new line before the next passage."""
        self._lead = "\n" if self._characters else ""

    def begin_cell(self, *, first: bool, used: bool) -> None:
        """Set what stands before a cell: a tab for each cell since the last text in this row."""
        if first:
            self.break_line()
        else:
            self._lead = "\t" if used else self._lead + "\t"

    def emit(
        self,
        text: str,
        location: Location,
        *,
        heading_level: int | None = None,
        regions: tuple[Region, ...] = (),
        focus: tuple[tuple[int, int], ...] = (),
        under_headings: bool = False,
        sources: Sequence[tuple[str, Element | None]] = (),
    ) -> bool:
        """Add one passage in reading order. Returns whether there was any text in it."""
        if not text.strip():
            return False
        self.builder.passage(
            text,
            location,
            lead=self._lead,
            heading_level=heading_level,
            regions=regions,
            focus=focus,
            under_headings=under_headings,
        )
        if self.paragraph is not None:
            self.anchors[str(self.builder.count)] = self.paragraph
        if sources:
            self.sources[str(self.builder.count)] = sources
        self._characters += len(text)
        self.break_line()
        self._tell()
        return True

    def later(self, text: str | None, part: Part, place: str, *, page: int | None = None) -> None:
        """Keep a text that stands beside the text (a name, a link) for the end; each is said once a place."""
        if not text or not text.strip() or (place, text) in self._said:
            return
        self._said.add((place, text))
        self.note(text)
        self._later.append((text, Location(part, place, page)))

    def note(self, text: str) -> None:
        """Note that the value of an attribute was read, so that it is not read again."""
        self._said_anywhere.add(" ".join(text.split()))

    def said(self, text: str) -> bool:
        """Tell whether this text, but for its white space, was read from an attribute."""
        return " ".join(text.split()) in self._said_anywhere

    def flush(self) -> None:
        """Add everything that was kept for the end, in the order in which it was met."""
        for text, location in self._later:
            self.emit(text, location)
        self._later.clear()

    def _tell(self) -> None:
        pages = self._characters // CHARACTERS_A_PAGE
        if pages > self._pages_told:
            self._pages_told = pages
            self.builder.request.progress(pages, None)
