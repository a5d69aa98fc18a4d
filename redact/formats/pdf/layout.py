"""Lines of a page → paragraphs in reading order, without splitting what a reader reads as one.

When in doubt lines are joined: two paragraphs in one passage do no harm, a name over two passages is
missed. A line end where the next word would still have had room stays a line end; any other becomes a
space, and a hyphen before it goes, its offset kept.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from redact.formats.pdf.lines import Line
from redact.formats.pdf.marking import regions_of
from redact.values.text import Region

__all__ = ["Paragraph", "by_angle", "in_columns", "line_pitch", "paragraphs"]

MAX_PARAGRAPH = 20_000  # characters; a longer one is layout that we do not understand
_USUAL_PITCH = 1.2  # baseline to baseline, in font sizes
_WIDE_GAP = 2.0  # font sizes; wider than a space of justified text, so a column or a tab
_SENTENCE_END = re.compile(r"\w{4,}[\"')\]\u2019\u201d]*[.!?][\"')\]\u2019\u201d]*\Z|\d\.\Z")
_ITEM = re.compile(
    r"[\u2022\u25cf\u25aa\u25e6\u2023\uf0b7\uf0a7\ue00c\u2013-]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s"
)
_LETTER = re.compile(r"\w", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that are read as one. `breaks` are offsets into `text` where a hyphen was dropped.

    `regions` are its stretches that are hidden or set apart.
    """

    text: str = field(repr=False)
    breaks: tuple[int, ...]
    size: float
    bold: bool
    lines: tuple[Line, ...]
    regions: tuple[Region, ...] = ()


def by_angle(lines: Sequence[Line]) -> list[list[Line]]:
    """Part the lines by the way they run, the way of most letters first, order kept within each."""
    groups: dict[int, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.angle, []).append(line)
    return sorted(groups.values(), key=lambda group: -sum(len(line.text) for line in group))


def line_pitch(lines: Iterable[Line]) -> float:
    """Measure the usual distance of baselines, in font sizes; 1.2 where there is nothing to measure."""
    previous: Line | None = None
    found = []
    for line in lines:
        if previous is not None and 0.7 < (ratio := (previous.y - line.y) / line.size) < 3.2:
            found.append(ratio)
        previous = line
    return min(3.0, max(1.1, median(found))) if len(found) > 3 else _USUAL_PITCH


def in_columns(lines: Sequence[Line]) -> list[Line]:
    """Put lines that run across two columns of prose into the order in which they are read.

    Only where three or more lines in a row leave the same gutter free, with prose on both sides; what is
    not sure stays as it is, each row a line of its own.
    """
    result: list[Line] = []
    at = 0
    while at < len(lines):
        run = _column_run(lines, at)
        if run is None:
            result.append(lines[at])
            at += 1
            continue
        last, gutter = run
        sides = [_divide(line, gutter) for line in lines[at:last]]
        result += [left for left, _ in sides if left] + [right for _, right in sides if right]
        at = last
    return result


def paragraphs(lines: Sequence[Line], pitch: float) -> Iterator[Paragraph]:
    """Join lines, in the order given, into paragraphs.

    Args:
        pitch: the usual distance of baselines in font sizes, from `line_pitch`.
    """
    margins = _right_margins(lines)
    group: list[Line] = []
    length = 0
    for line in lines:
        ends = group and (length > MAX_PARAGRAPH or _parts(group[-1], line, pitch, margins[id(group[-1])]))
        if ends:
            yield _join(group, margins)
            group, length = [], 0
        group.append(line)
        length += len(line.text)
    if group:
        yield _join(group, margins)


# ------------------------------------------------------------------ columns


def _gaps(line: Line) -> list[tuple[float, float]]:
    """Give the wide gaps of a line, as (from, to)."""
    pairs = zip(line.words, line.words[1:], strict=False)
    return [(left.x1, right.x0) for left, right in pairs if right.x0 - left.x1 > _WIDE_GAP * line.size]


def _column_run(lines: Sequence[Line], start: int) -> tuple[int, tuple[float, float]] | None:
    for low, high in _gaps(lines[start]):
        last = start + 1
        left, right = low, high
        while last < len(lines) and (shared := _shared_gap(lines[last], left, right)):
            left, right = shared
            last += 1
        run = lines[start:last]
        if len(run) >= 3 and _prose(run, left, right):
            return last, (left, right)
    return None


def _shared_gap(line: Line, low: float, high: float) -> tuple[float, float] | None:
    for left, right in _gaps(line):
        if min(high, right) - max(low, left) > line.size:
            return max(low, left), min(high, right)
    return None


def _prose(run: Sequence[Line], low: float, high: float) -> bool:
    """Tell whether both sides of a gutter hold sentences rather than the cells of a table."""
    sides = [_divide(line, (low, high)) for line in run]
    left = median(len(side.text) for side, _ in sides if side)
    right = median(len(side.text) for _, side in sides if side)
    return min(left, right) >= 25


def _divide(line: Line, gutter: tuple[float, float]) -> tuple[Line | None, Line | None]:
    middle = sum(gutter) / 2
    at = sum(1 for word in line.words if word.x0 < middle)
    left = line.part(0, at) if at else None
    right = line.part(at, len(line.words)) if at < len(line.words) else None
    return left, right


# ------------------------------------------------------------------ paragraphs


def _right_margins(lines: Sequence[Line]) -> dict[int, float]:
    """For each line, by its identity, how far right the lines of its column reach."""
    reach: dict[int, float] = {}
    for line in lines:
        column = round(line.x0 / 36)  # half an inch: indents of one column fall together
        reach[column] = max(reach.get(column, 0.0), line.x1)
    margins = {}
    for line in lines:
        column = round(line.x0 / 36)
        margins[id(line)] = max(reach.get(column + step, 0.0) for step in (-1, 0))
    return margins


def _same_row(above: Line, line: Line) -> bool:
    return abs(above.y - line.y) < 0.5 * max(above.size, line.size) and line.x0 >= above.x1 - 0.5 * line.size


def _deliberate(above: Line, line: Line, margin: float) -> bool:
    """Tell whether the first word of `line` would have had room on the line above it."""
    if not line.words or above.hyphen:
        return False
    first = line.words[0]
    return above.x1 + (first.x1 - first.x0) + 0.6 * line.size < margin


def _parts(above: Line, line: Line, pitch: float, margin: float) -> bool:
    """Tell whether a paragraph ends between two lines."""
    if _same_row(above, line):
        return False
    if above.hyphen:
        return False
    down = above.y - line.y
    if down < 0 or down > 1.25 * pitch * max(above.size, line.size):
        return True
    if not 0.85 < line.size / above.size < 1.18:
        return True
    if line.x0 > above.x1 + line.size or above.x0 > line.x1 + line.size:
        return True
    deliberate = _deliberate(above, line, margin)
    if deliberate and (_SENTENCE_END.search(above.text) or _ITEM.match(line.text)):
        return True
    return deliberate and above.bold != line.bold


def _join(group: list[Line], margins: dict[int, float]) -> Paragraph:
    pieces = [_tabbed(group[0])]
    length = len(pieces[0])
    breaks = []
    starts = [0]
    for above, line in itertools.pairwise(group):
        text = _tabbed(line)
        dropped = _hyphen_before(above, pieces[-1], text)
        if dropped:
            pieces[-1] = pieces[-1][: len(pieces[-1]) - (dropped - 1)]
            length -= dropped - 1
            breaks.append(length)
            glue = ""
        else:
            glue = _glue(above, line, margins[id(above)])
        pieces += [glue, text]
        starts.append(length + len(glue))
        length += len(glue) + len(text)
    if group[-1].hyphen:
        pieces.append("-")  # nothing follows it here
    longest = max(group, key=lambda line: len(line.text))
    text = "".join(pieces)
    regions = regions_of(text, list(zip(group, starts, strict=True)), _WIDE_GAP)
    return Paragraph(text, tuple(breaks), longest.size, longest.bold, tuple(group), regions)


def _hyphen_before(above: Line, before: str, after: str) -> int:
    """Tell whether a hyphen between two lines is dropped: 0 if not, else 1 + its characters in `before`."""
    if not after[:1].isalnum():
        return 0
    if above.hyphen:
        return 1 if before[-1:].isalnum() else 0
    if before.endswith(("-", "\u2010", "\u00ad")) and before[-2:-1].isalnum():
        return 2
    return 0


def _glue(above: Line, line: Line, margin: float) -> str:
    if above.hyphen:
        return "-"  # a dash at a line end: kept as it stood
    if _same_row(above, line):
        gap = line.x0 - above.x1
        if gap > _WIDE_GAP * line.size:
            return "\t"
        return " " if gap > 0.15 * line.size else ""
    if "\t" in _tabbed(above) or "\t" in _tabbed(line) or _deliberate(above, line, margin):
        return "\n"
    return " "


def _tabbed(line: Line) -> str:
    """Give the line's text, with a tab in place of a space that is as wide as one."""
    gaps = [
        (left.end, right.start)
        for left, right in zip(line.words, line.words[1:], strict=False)
        if right.x0 - left.x1 > _WIDE_GAP * line.size
    ]
    text = line.text
    for start, end in reversed(gaps):
        text = text[:start] + "\t" + text[end:]
    return text
