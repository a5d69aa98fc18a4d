"""Running headers, footers and page numbers, known by standing at the same height on many pages.

Nothing is dropped here: the lines of each page are parted into header, body and footer. The risk is a
body line taken for a header; it is read all the same, and only its part is wrong. A table of which only some
lines come again, such as its head, is no running header.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from redact.formats.pdf.lines import Line, PageLines
from redact.formats.pdf.tables import Table

__all__ = ["PageParts", "part_pages"]

_MARGIN = 0.15  # of the page's height: where a header or a footer may stand
_ENOUGH = 3  # pages; fewer in a file of fewer pages
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_HEIGHT_STEP = 4.0  # points; lines of one header differ by less from page to page


@dataclass(frozen=True, slots=True)
class PageParts:
    """The lines of one page: running header, body, running footer."""

    header: tuple[Line, ...]
    body: tuple[Line, ...]
    footer: tuple[Line, ...]


def part_pages(
    pages: Sequence[PageLines], tables: Sequence[Sequence[Table]] | None = None
) -> list[PageParts]:
    """Part the lines of every page. A file of one page has no running lines.

    Args:
        tables: of each page, the ruled tables on it.
    """
    counts: Counter[tuple[bool, str, int]] = Counter()
    for page in pages:
        counts.update({key for line in page.lines for key in _keys(line, page)})
    needed = min(_ENOUGH, max(2, (len(pages) + 1) // 2))
    running = {key for key, count in counts.items() if count >= needed}
    ruled = tables if tables is not None else [()] * len(pages)
    return [_part(page, running, own) for page, own in zip(pages, ruled, strict=True)]


def _part(page: PageLines, running: set[tuple[bool, str, int]], tables: Sequence[Table]) -> PageParts:
    repeated = [line for line in page.lines if any(key in running for key in _keys(line, page))]
    for table in tables if repeated else ():
        inside = [line for line in page.lines if any(cell for cell, _ in table.pieces(line))]
        if any(all(line is not one for one in repeated) for line in inside):
            repeated = [line for line in repeated if all(line is not one for one in inside)]
    if not repeated:
        return PageParts((), page.lines, ())
    body = [line for line in page.lines if not any(line is other for other in repeated) and line.angle == 0]
    highest = max((line.y for line in body), default=0.0)
    lowest = min((line.y for line in body), default=page.height)
    header, footer = [], []
    for line in repeated:
        if line.y >= highest and line.y > page.height / 2:
            header.append(line)
        elif line.y <= lowest and line.y < page.height / 2:
            footer.append(line)
    taken = {id(line) for line in header + footer}
    return PageParts(
        tuple(header), tuple(line for line in page.lines if id(line) not in taken), tuple(footer)
    )


def _keys(line: Line, page: PageLines) -> list[tuple[bool, str, int]]:
    """Give what two running lines share, at two roundings of their height; nothing for a body line."""
    if line.angle or not page.height:
        return []
    top = line.y > page.height * (1 - _MARGIN)
    if not top and line.y > page.height * _MARGIN:
        return []
    # A running line is measured from its own edge, so that pages of two sizes agree.
    height = page.height - line.y if top else line.y
    words = _NUMBER.sub("#", " ".join(line.text.casefold().split()))
    step = height / _HEIGHT_STEP
    return [(top, words, int(step)), (top, words, -1 - int(step + 0.5))]
