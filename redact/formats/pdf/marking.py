"""The marks of hidden words, carried from the words of lines into the text of their paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redact.formats.pdf.lines import Line, Mark
from redact.values.text import Region

__all__ = ["regions_of"]


def regions_of(text: str, lines: Sequence[tuple[Line, int]], wide: float) -> tuple[Region, ...]:
    """Give the marked stretches of a paragraph; those of one place that only white space parts are one.

    Args:
        text: of the paragraph.
        lines: of the paragraph, with the offset at which each begins in it.
        wide: a gap of so many font sizes stands in the text as one tab.
    """
    found: list[Region] = []
    for line, start in lines:
        for at, mark in _marks(line, wide):
            low, high = start + at + mark.start, min(len(text), start + at + mark.end)
            last = found[-1] if found else None
            alike = last is not None and (last.part, last.place) == (mark.part, mark.place)
            if last is not None and alike and not text[last.end : low].strip():
                found[-1] = Region(last.start, high, mark.part, mark.place)
            elif low < high:
                found.append(Region(low, high, mark.part, mark.place))
    return tuple(found)


def _marks(line: Line, wide: float) -> Iterator[tuple[int, Mark]]:
    """Give each mark of a line, with the offset of its word in the text that has tabs for wide gaps."""
    if not any(word.marks for word in line.words):
        return
    shift = 0
    for before, word in zip((None, *line.words), line.words, strict=False):
        if before is not None and word.x0 - before.x1 > wide * line.size:
            shift += 1 - (word.start - before.end)
        for mark in word.marks:
            yield word.start + shift, mark
