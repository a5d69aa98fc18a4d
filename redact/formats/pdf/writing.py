"""Pages of lines → passages: running headers and footers, headings, paragraphs, cells of tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redact.formats.building import DocumentBuilder
from redact.formats.pdf.layout import Paragraph, by_angle, in_columns, line_pitch, paragraphs
from redact.formats.pdf.lines import Line, PageLines
from redact.formats.pdf.readings import Reading, after_a_drop_cap, over_the_turn, readings
from redact.formats.pdf.running import PageParts, part_pages
from redact.formats.pdf.tables import Table
from redact.values.text import Location, Part, Region

__all__ = ["ReadPage", "write_pages"]

_LARGER = 1.12  # times the body's size, and it is a heading
_LONGEST_HEADING = 250  # characters
_NUMBERED = re.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+\S|(?:section|part|chapter|appendix)\s", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ReadPage:
    """One page as it was read: its lines, and the ruled tables around some of them."""

    lines: PageLines
    tables: tuple[Table, ...] = ()


# Of one page: paragraphs in reading order, or a table with the paragraphs of each of its cells.
_Cells = dict[tuple[int, int], list[Paragraph]]
_Block = Paragraph | _Cells


def write_pages(pages: Sequence[ReadPage], builder: DocumentBuilder) -> None:
    """Hand every page's text to the builder in reading order."""
    parts = part_pages([page.lines for page in pages], [page.tables for page in pages])
    blocks = [list(_blocks(part.body, page.tables)) for page, part in zip(pages, parts, strict=True)]
    writer = _Writer(builder, _HeadingSizes(blocks))
    for number, (page, part, found) in enumerate(zip(pages, parts, blocks, strict=True), start=1):
        writer.page(number, page, part, found)


def _blocks(lines: Sequence[Line], tables: Sequence[Table]) -> Iterator[_Block]:
    for group in by_angle(lines):
        pitch = line_pitch(group)
        for run in _runs(group, tables):
            if isinstance(run, dict):
                yield {cell: list(paragraphs(inside, pitch)) for cell, inside in sorted(run.items())}
            else:
                yield from paragraphs(in_columns(run), pitch)


def _runs(
    lines: Sequence[Line], tables: Sequence[Table]
) -> Iterator[list[Line] | dict[tuple[int, int], list[Line]]]:
    """Part lines into runs outside tables and the cells of each table, where the table begins."""
    order: list[list[Line] | dict[tuple[int, int], list[Line]]] = []
    cells: dict[int, dict[tuple[int, int], list[Line]]] = {}
    for line in lines:
        for at, cell, piece in _placed(line, tables):
            if at is None or cell is None:
                if not order or isinstance(order[-1], dict):
                    order.append([])
                order[-1].append(piece)  # type: ignore[union-attr]
                continue
            if at not in cells:
                cells[at] = {}
                order.append(cells[at])
            cells[at].setdefault(cell, []).append(piece)
    yield from order


def _placed(line: Line, tables: Sequence[Table]) -> Iterator[tuple[int | None, tuple[int, int] | None, Line]]:
    for at, table in enumerate(tables):
        pieces = table.pieces(line)
        if any(cell for cell, _ in pieces):
            yield from ((at if cell else None, cell, piece) for cell, piece in pieces)
            return
    yield None, None, line


class _HeadingSizes:
    """Which paragraphs are headings, judged by the letter sizes of the whole document."""

    def __init__(self, pages: Sequence[Sequence[_Block]]) -> None:
        letters: Counter[float] = Counter()
        for block in (block for page in pages for block in page):
            if isinstance(block, Paragraph):
                letters[round(block.size * 2) / 2] += len(block.text)
        body = letters.most_common(1)[0][0] if letters else 0.0
        self._sizes = sorted((size for size in letters if size > body * _LARGER), reverse=True)

    def level(self, paragraph: Paragraph) -> int | None:
        """Give the 1-based level of a heading; None for anything else."""
        if len(paragraph.text) > _LONGEST_HEADING or not any(letter.isalpha() for letter in paragraph.text):
            return None
        size = round(paragraph.size * 2) / 2
        if size in self._sizes:
            return min(6, self._sizes.index(size) + 1)
        numbered = _NUMBERED.match(paragraph.text)
        if numbered and paragraph.bold and not paragraph.text.rstrip().endswith((".", ",", ";")):
            return min(6, len(self._sizes) + 1 + (numbered["number"] or "").count("."))
        return None


class _Writer:
    """Writes page after page, and remembers what a page turn parts."""

    def __init__(self, builder: DocumentBuilder, headings: _HeadingSizes) -> None:
        self._builder = builder
        self._headings = headings
        self._repeated: set[tuple[Part, str, tuple[Region, ...]]] = set()
        self._before: tuple[Paragraph, Location] | None = None
        self._spaces_typed = False
        self._first = True

    def page(self, number: int, page: ReadPage, parts: PageParts, blocks: Sequence[_Block]) -> None:
        words = [word for line in page.lines.lines for word in line.words[1:]]
        self._spaces_typed = sum(word.made for word in words) * 2 <= len(words)
        self._running(number, Part.HEADER, parts.header)
        turned = True
        for block in blocks:
            if isinstance(block, Paragraph):
                self._body(number, block, turned=turned)
                turned = False
            else:
                self._table(number, block)
                self._before = None
        self._running(number, Part.FOOTER, parts.footer)

    def _running(self, number: int, part: Part, lines: Sequence[Line]) -> None:
        for paragraph in paragraphs(lines, line_pitch(lines)):
            if (part, paragraph.text, paragraph.regions) in self._repeated:
                continue
            self._repeated.add((part, paragraph.text, paragraph.regions))
            location = Location(part, page=number, block=self._builder.next_block(part))
            self._passage(paragraph, location, repeated=True)

    def _body(self, number: int, paragraph: Paragraph, *, turned: bool) -> None:
        location = Location(Part.BODY, page=number, block=self._builder.next_block(Part.BODY))
        level = self._headings.level(paragraph)
        if self._before and level is None:
            before, where = self._before
            reading = after_a_drop_cap(before, paragraph)
            if reading is None and (turned or _jumps(before, paragraph)):
                reading = over_the_turn(before, paragraph)
            if reading:
                self._other(reading, where)
        self._passage(paragraph, location, level=level, under_headings=True)
        self._before = (paragraph, location)

    def _table(self, number: int, cells: _Cells) -> None:
        block = self._builder.next_block(Part.TABLE)
        for cell, inside in cells.items():
            for paragraph in inside:
                location = Location(Part.TABLE, page=number, block=block, cell=cell)
                self._passage(paragraph, location, under_headings=True)

    def _passage(
        self,
        paragraph: Paragraph,
        location: Location,
        *,
        level: int | None = None,
        under_headings: bool = False,
        repeated: bool = False,
    ) -> None:
        self._builder.passage(
            paragraph.text,
            location,
            lead="" if self._first else "\n",
            heading_level=level,
            regions=paragraph.regions,
            breaks=paragraph.breaks,
            repeated=repeated,
            under_headings=under_headings,
        )
        self._first = False
        for reading in readings(paragraph, spaces_typed=self._spaces_typed):
            self._other(reading, location)

    def _other(self, reading: Reading, location: Location) -> None:
        """Give another reading; it is no part of the document's own text, which would say things twice."""
        self._builder.passage(
            reading.text,
            location,
            focus=reading.focus,
            breaks=reading.breaks,
            under_headings=True,
            apart=True,
        )


def _jumps(before: Paragraph, after: Paragraph) -> bool:
    """Tell whether the text goes on higher up: at the top of the next column."""
    above, line = before.lines[-1], after.lines[0]
    return above.angle == line.angle and line.y > above.y + line.size
