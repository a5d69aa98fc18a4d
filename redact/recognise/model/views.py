"""A whole document for the name model: one text with its tables as rows, and the way back to its passages.

The model reads a paragraph with what stands around it, and a cell with its row. Texts that are no part of
the document's own (its file name) and words that are broken at a line end are read by themselves.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import cast

from redact.recognise.grids import View
from redact.recognise.model.labels import CLASSES, ModelLabel, ModelSpan
from redact.recognise.model.reading import NameModel, UnderWay
from redact.recognise.readings import Reading

__all__ = ["Found", "ahead", "chance", "likely", "read"]

_AHEAD = 1_000_000  # characters; some 500 pages
_CHANCES = "odds of a person, of each word that was read"


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

    text: str = field(repr=False)
    starts: Sequence[int]
    readings: Sequence[Reading]


@dataclass(frozen=True, slots=True)
class _Begun:
    """A document that is being read: its texts, and what is under way."""

    parts: tuple[_Joined, ...]
    under_way: UnderWay


@dataclass(frozen=True, slots=True)
class _Chances:
    """Of one joined text: where each word begins and ends, and the odds that it is a person's."""

    starts: Sequence[int]
    ends: Sequence[int]
    odds: Sequence[float]


def chance(view: View, reading: Reading, start: int, end: int) -> float | None:
    """Say how likely the model held the likeliest word of a stretch to be a person's, when it read the view.

    Args:
        start, end: half-open code points of the reading's text.

    Returns: the odds, 0 to 1; None where the model has not read this.
    """
    kept = cast("dict[int, tuple[_Chances, int]] | None", view.kept.get(_CHANCES))
    place = None if kept is None else kept.get(id(reading))
    if place is None:
        return None
    words, base = place
    first, last = bisect_right(words.ends, base + start), bisect_left(words.starts, base + end)
    return max(words.odds[first:last], default=0.0)


def likely(view: View, least: float) -> Iterator[tuple[Reading, int, int, float]]:
    """Give each word of the first readings that the model held to be a person's with at least those odds.

    Returns: the reading, half-open code points of its text, and the odds; nothing where it has not read.
    """
    kept = cast("dict[int, tuple[_Chances, int]]", view.kept.get(_CHANCES, {}))
    for reading in view.first:
        if id(reading) not in kept:
            continue
        words, base = kept[id(reading)]
        first = bisect_left(words.starts, base)
        for number in range(first, bisect_left(words.starts, base + len(reading.text))):
            if words.odds[number] >= least:
                end = min(words.ends[number] - base, len(reading.text))
                yield reading, words.starts[number] - base, end, words.odds[number]


def read(model: NameModel, views: Sequence[View]) -> Iterator[tuple[View, Found]]:
    """Read documents in one pass each; a view that was read before is not read again.

    Returns: what was found, document by document, with the document's view; a name that reaches over two
    passages once in each of them.
    """
    for view in views:
        key = _key(model)
        kept = view.kept.get(key)
        if not isinstance(kept, tuple):
            begun = kept if isinstance(kept, _Begun) else _begin(model, view)
            with begun.under_way as under_way:
                answers = under_way.read()
                view.kept[_CHANCES] = dict(_chances(begun.parts, under_way))
            kept = view.kept[key] = tuple(_all_back(begun.parts, answers))
        for each in cast(tuple[Found, ...], kept):
            yield view, each


@contextmanager
def ahead(model: NameModel, views: Sequence[View]) -> Iterator[None]:
    """Read documents in the background, until this is left; `read` waits for what was begun.

    The first documents only, up to a bound: all that is being read lies in the memory.
    """
    key, length = _key(model), 0
    try:
        for view in views:
            if length < _AHEAD:
                view.kept[key] = begun = _begin(model, view)
                length += sum(len(joined.text) for joined in begun.parts)
        yield
    finally:
        for view in views:
            if isinstance(left := view.kept.get(key), _Begun):
                left.under_way.stop()
                del view.kept[key]


def _key(model: NameModel) -> str:
    return f"name model {model.digest}"


def _begin(model: NameModel, view: View) -> _Begun:
    parts = tuple(_parts(view))
    return _Begun(parts, model.begin([joined.text for joined in parts]))


def _chances(parts: Sequence[_Joined], under_way: UnderWay) -> Iterator[tuple[int, tuple[_Chances, int]]]:
    """Keep the odds of every word by the reading that holds it; the view holds its readings as long."""
    first = CLASSES.index(f"B-{ModelLabel.PERSON}")
    by_text = {
        text: _Chances(
            [word.start for word in words],
            [word.end for word in words],
            (odds[:, first] + odds[:, first + 1]).tolist(),
        )
        for text, words, odds in under_way.odds()
    }
    for joined in parts:
        for reading, base in zip(joined.readings, joined.starts, strict=True):
            yield id(reading), (by_text[joined.text], base)


def _all_back(parts: Sequence[_Joined], answers: Sequence[Sequence[ModelSpan]]) -> Iterator[Found]:
    for joined, said in zip(parts, answers, strict=True):
        for span in said:
            yield from _back(joined, span)


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
