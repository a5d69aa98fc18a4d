"""A whole document for the name model: one text with its tables as rows, and the way back to its passages.

The model reads a paragraph with what stands around it, and a cell with its row. Texts that are no part of
the document's own (its file name) and words that are broken at a line end are read by themselves.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redact.recognise.grids import View
from redact.recognise.model.labels import ModelSpan
from redact.recognise.model.reading import NameModel
from redact.recognise.readings import Reading

__all__ = ["Found", "read"]


@dataclass(frozen=True, slots=True)
class Found:
    """What the model says of a stretch of one reading: half-open code points of the reading's text."""

    reading: Reading
    start: int
    end: int
    says: ModelSpan


@dataclass(frozen=True, slots=True)
class _Joined:
    """Readings joined to one text; `starts` are the places of their texts in it."""

    text: str
    starts: Sequence[int]
    readings: Sequence[Reading]


def read(model: NameModel, views: Sequence[View]) -> Iterator[tuple[View, Found]]:
    """Read documents in one pass each.

    Returns: what was found, document by document, with the document's view; a name that reaches over two
    passages once in each of them.
    """
    parts = [(view, joined) for view in views for joined in _parts(view)]
    answers = model.read([joined.text for _, joined in parts])
    for (view, joined), said in zip(parts, answers, strict=True):
        for span in said:
            for found in _back(joined, span):
                yield view, found


def _parts(view: View) -> Iterator[_Joined]:
    own = [reading for reading in view.first if not reading.passage.apart]
    yield _joined(own)
    for reading in view.first:
        if reading.passage.apart:
            yield _joined([reading])
    for reading in view.further:
        yield _joined([reading])


def _joined(readings: Sequence[Reading]) -> _Joined:
    parts: list[str] = []
    starts: list[int] = []
    at = 0
    before: Reading | None = None
    for reading in readings:
        lead = _between(before, reading)
        starts.append(at + len(lead))
        parts += [lead, reading.text]
        at += len(lead) + len(reading.text)
        before = reading
    return _Joined("".join(parts), starts, readings)


def _between(before: Reading | None, reading: Reading) -> str:
    if before is None:
        return ""
    place, last = reading.passage.location, before.passage.location
    if place.cell is None or last.cell is None or (place.part, place.block) != (last.part, last.block):
        return "\n\n"
    if place.cell == last.cell:
        return "\n"
    return "\t" if place.cell[0] == last.cell[0] else "\n"


def _back(joined: _Joined, span: ModelSpan) -> Iterator[Found]:
    number = max(0, bisect_right(joined.starts, span.start) - 1)
    while number < len(joined.starts) and joined.starts[number] < span.end:
        reading, base = joined.readings[number], joined.starts[number]
        start, end = max(span.start - base, 0), min(span.end - base, len(reading.text))
        if any(letter.isalnum() for letter in reading.text[start:end]):
            yield Found(reading, start, end, span)
        number += 1
