"""Say where something stands, in the way in which people look for it: section, paragraph, row, column.

No word of the document is part of an answer unless names are shown: a section is named by its number.
A heading's leading number counts as one only where it carries on the numbering before it, since
"12 Example Lane" and "12.3.09" begin with numbers that tell of the family.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from redact.report.part_words import INSIDE, PARTS, PROPERTIES
from redact.report.wording import ordinal, printable
from redact.values.judgement import Finding
from redact.values.text import Document, Format, Gap, Location, Pages, Part, Passage, Span

__all__ = ["Whereabouts", "survey"]

_HEADING_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4})[.):]?(?:\s|$)")
_LINE_END = re.compile(r"\r\n|\r|\n")
_LARGEST_STEP = 3  # headings that the reader did not take for headings leave holes in the numbering


@dataclass(frozen=True, slots=True)
class _Spot:
    """The place of a passage in the flow: its section, and its paragraph there (0: the heading itself)."""

    section: str
    title: str = field(repr=False)
    paragraph: int


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The places of one document. Made by `survey`; every answer is one line of words."""

    document: Document = field(repr=False)
    passages: Mapping[str, Passage] = field(repr=False)
    spots: Mapping[str, _Spot] = field(repr=False)
    hosts: Mapping[str, Passage] = field(repr=False)  # of a deletion, the passage it was taken from
    body_blocks: tuple[tuple[int, str], ...] = field(repr=False)
    line_starts: tuple[int, ...] = field(repr=False)
    show_names: bool = False

    def of_finding(self, finding: Finding) -> str:
        """Say where a finding stands; "the whole document" for something that stands in no one place."""
        if not finding.spans:
            return self.of_location(finding.location)
        return self.of_stretch(finding.spans[0], finding.location, finding.document_span)

    def of_stretch(self, span: Span, location: Location, document_span: tuple[int, int] | None) -> str:
        """Say where a stretch of a passage stands, with its line or its page.

        Args:
            location: of the stretch, which may stand in another part than its passage.
            document_span: of the stretch, in code points of the document's text; none where it is no part.
        """
        passage = self.passages.get(span.passage)
        if passage is None:
            return self._of_location(location)
        if self.line_starts and document_span is not None:
            return f"line {bisect_right(self.line_starts, document_span[0]):,}"
        where = self._of_passage(passage)
        inner = location.part
        if inner is not passage.location.part:
            where += f", in {INSIDE.get(inner, f'a {inner.value}')}"
        return where + self._page(passage.location, where)

    def of_span(self, span: Span) -> str:
        """Say where a stretch of a passage stands; nothing where it is another document's."""
        passage = self.passages.get(span.passage)
        if passage is None:
            return ""
        begin = self.document.starts().get(span.passage) if self.line_starts else None
        inside = None if begin is None else (begin + span.start, begin + span.end)
        return self.of_stretch(span, passage.locate(span.start, span.end), inside)

    def of_passage(self, passage: Passage) -> str:
        """Say where a passage stands, without its page."""
        return self._of_passage(passage)

    def of_gap(self, gap: Gap) -> str:
        """Say where something stands that could not be read."""
        return self._of_location(gap.location)

    def of_location(self, location: Location) -> str:
        """Say where something stands that is in no passage; "the whole document" where that has no place."""
        return "the whole document" if location == Location(Part.BODY) else self._of_location(location)

    def _of_passage(self, passage: Passage) -> str:
        if passage.id in self.hosts:
            return f"{self._of_passage(self.hosts[passage.id])}, in a {passage.location.part.value}"
        spot = self.spots.get(passage.id)
        if passage.location.part is not Part.BODY:
            within = f" ({self._section(spot)})" if spot and spot.section and passage.headings else ""
            return self._part(passage.location) + within
        if spot is None:
            return self._part(passage.location)
        place = f"paragraph {spot.paragraph:,}" if spot.paragraph else "heading"
        if place == "heading" and spot.section.endswith(place):
            return self._section(spot)
        return ", ".join(filter(None, (self._section(spot), place)))

    def _of_location(self, location: Location) -> str:
        in_body = location.part is Part.BODY
        where = self._of_block(location.block) if in_body else self._part(location)
        page = self._page(location, where)
        return where + page if where else page.removeprefix(", ") or "the document"

    def _of_block(self, block: int | None) -> str:
        """Place a block of the body by the last passage that is not behind it."""
        at = bisect_right(self.body_blocks, (block, "\U0010ffff")) if block is not None else 0
        if not at:
            return ""
        number, passage = self.body_blocks[at - 1]
        if number == block:
            return self._of_passage(self.passages[passage])
        spot = self.spots[passage]
        return self._section(spot) or f"after paragraph {spot.paragraph:,}"

    def _part(self, location: Location) -> str:
        words, numbered = PARTS[location.part]
        if location.part is Part.PROPERTY:
            words = PROPERTIES.get(location.place or "", words)
        where = f"{words} {location.block:,}" if numbered and location.block is not None else words
        if location.cell is None:
            return where
        row, column = location.cell
        if self.document.format is Format.XLSX:
            return f"{where}, cell {_letters(column)}{row}"
        return f"{where}, row {row:,}, column {column:,}"

    def _section(self, spot: _Spot) -> str:
        if self.show_names and spot.title:
            return f'{spot.section} "{printable(spot.title)}"'
        return spot.section

    def _page(self, location: Location, where: str) -> str:
        said = where.startswith(("page ", "slide "))
        if location.page is None or self.document.paging is Pages.NONE or said:
            return ""
        about = "about " if self.document.paging is Pages.ABOUT else ""
        unit = "slide" if self.document.format is Format.PPTX else "page"
        return f", {about}{unit} {location.page:,}"


def survey(document: Document, *, show_names: bool = False) -> Whereabouts:
    """Walk through a document once and note where each passage stands.

    Args:
        show_names: name sections by their headings' text too.
    """
    flow = [passage for passage in document.passages if not passage.apart]
    numbers = _section_names([p for p in flow if _is_heading(p)])
    spots: dict[str, _Spot] = {}
    section, title, paragraph, page = "", "", 0, None
    by_page = document.paging is Pages.EXACT and not numbers
    for passage in flow:
        if _is_heading(passage):
            section, has_own_number = numbers[passage.id]
            title, paragraph = _title(passage.text, has_own_number), 0
        elif passage.location.part is Part.BODY:
            if by_page and passage.location.page != page:
                page, paragraph = passage.location.page, 0
                unit = "slide" if document.format is Format.PPTX else "page"
                section = f"{unit} {page:,}" if page else ""
            paragraph += 1
        spots[passage.id] = _Spot(section, title, paragraph)
    return Whereabouts(
        document,
        {passage.id: passage for passage in document.passages},
        spots,
        _hosts(flow),
        _body_blocks(flow),
        _line_starts(document),
        show_names,
    )


def _letters(column: int) -> str:
    """Name a column of a sheet as its head does: A, B … Z, AA, AB …"""
    name = ""
    while column > 0:
        column, letter = divmod(column - 1, 26)
        name = chr(65 + letter) + name
    return name


def _hosts(flow: list[Passage]) -> dict[str, Passage]:
    """Find for each tracked deletion the passage before it that is the same paragraph as it now reads."""
    hosts: dict[str, Passage] = {}
    before: Passage | None = None
    for passage in flow:
        here = passage.location
        if here.part is not Part.TRACKED_DELETION:
            before = passage
        elif before and (here.block, here.cell) == (before.location.block, before.location.cell):
            hosts[passage.id] = before
    return hosts


def _is_heading(passage: Passage) -> bool:
    return passage.heading_level is not None and passage.location.part is Part.BODY


def _title(text: str, has_own_number: bool) -> str:
    """Take from a heading's text the number by which it is named already."""
    words = " ".join(text.split())
    return words if not has_own_number else _HEADING_NUMBER.sub("", words, count=1).strip() or words


def _section_names(headings: list[Passage]) -> dict[str, tuple[str, bool]]:
    """Name each heading, and tell whether by its own number: "section 4.3".

    A heading without one is named by its place: "section 7" where no heading has a number, else
    "7th heading", since there may be another section 7.
    """
    own: dict[str, str] = {}
    before: tuple[int, ...] = (0,)
    for heading in headings:
        match = _HEADING_NUMBER.match(heading.text.strip())
        number = tuple(int(piece) for piece in match[1].split(".")) if match else ()
        if match and _carries_on(before, number) and not re.search(r"(?:^|\.)0\d", match[1]):
            before = number
            own[heading.id] = f"section {match[1]}"
    named: dict[str, tuple[str, bool]] = {}
    for place, heading in enumerate(headings, 1):
        by_place = f"{ordinal(place)} heading" if own else f"section {place:,}"
        named[heading.id] = (own.get(heading.id, by_place), heading.id in own)
    return named


def _carries_on(before: tuple[int, ...], number: tuple[int, ...]) -> bool:
    """Tell whether `number` can follow `before` in one numbering: 4.2 then 4.3, 4.2.1, 5 or 5.1."""
    shared = 0
    while shared < min(len(before), len(number)) and before[shared] == number[shared]:
        shared += 1
    if shared == len(number):
        return False
    step = number[shared] - (before[shared] if shared < len(before) else 0)
    # A first child may be 4.0; a step of nothing anywhere else goes backwards.
    first = 0 if shared == len(before) else 1
    return first <= step <= _LARGEST_STEP and all(piece <= 1 for piece in number[shared + 1 :])


def _body_blocks(flow: list[Passage]) -> tuple[tuple[int, str], ...]:
    blocks = [(p.location.block, p.id) for p in flow if p.location.part is Part.BODY]
    return tuple(sorted((block, passage) for block, passage in blocks if block is not None))


def _line_starts(document: Document) -> tuple[int, ...]:
    """Give the offsets at which lines begin, for files that people open in an editor; else none."""
    if document.format not in (Format.TXT, Format.MD):
        return ()
    return (0, *(match.end() for match in _LINE_END.finditer(document.text())))
