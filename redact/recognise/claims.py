"""What a recogniser is, and what it hands over: claims on stretches of a text, with the reason.

There are three sorts. A *text recogniser* sees one piece of folded text at a time (`frame.py` runs them). A
*document recogniser* sees a whole document with its tables. A *follow-up recogniser* sees all documents and
every mention found before it. Each is a frozen value in its own module, called RECOGNISER, with examples of
what it finds and of what it must leave alone.

`pattern` and `because` are words of the rule, never of the document: they are printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace

from redact.recognise import regex
from redact.recognise.grids import View
from redact.recognise.readings import Reading
from redact.values.people import Evidence, Label, Mention
from redact.values.text import Span

__all__ = [
    "CELL_END",
    "Anchor",
    "Claim",
    "DocumentRecogniser",
    "Example",
    "FollowUpRecogniser",
    "Recogniser",
    "Shape",
    "TextRecogniser",
    "claims_of",
    "mention",
]

CELL_END = "\x01"  # stands in a piece between a table's label and the cell that it labels


_FROM_A_PICTURE = "; read from a picture"


@dataclass(frozen=True, slots=True)
class Claim:
    """A stretch of a piece of text, half-open code points into that piece.

    `score` holds where the stretch stands alone, `near` where one of the recogniser's phrases stands
    beside it. A claim with score 0 is made only beside a phrase; one with both 0 is a near miss.
    """

    start: int
    end: int
    label: Label
    score: float
    near: float
    pattern: str
    because: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """What is cheap to look for and is in every match of a costly pattern.

    The costly pattern is tried only from `before` code points before an anchor to `after` behind it; both
    must be longer than any match may reach there.
    """

    pattern: regex.Pattern[str]
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Shape:
    """One pattern of a recogniser, with the score that it earns alone and beside a phrase.

    The groups called `value` are what is claimed, each of their repeats; without one, the whole match.
    `needs` is cheap to look for and stands in every match of a shape that begins with a date.
    """

    name: str
    pattern: regex.Pattern[str]
    score: float
    near: float
    because: str
    anchor: Anchor | None = None
    needs: regex.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A text with what is found in it. Paragraphs are parted by blank lines, cells of a row by tabs."""

    text: str
    finds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextRecogniser:
    """Finds claims in one piece of folded text. `phrases` raise a claim from `score` to `near`."""

    name: str
    version: str
    labels: tuple[Label, ...]
    find: Callable[[str], Iterable[Claim]]
    examples: tuple[Example, ...] = field(repr=False)
    near_misses: tuple[str, ...] = field(repr=False)
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentRecogniser:
    """Finds mentions in one document, with its tables.

    `begin` starts what is slow for all documents of a call in the background, until it is left.
    """

    name: str
    version: str
    labels: tuple[Label, ...]
    find: Callable[[View], Iterable[Mention]]
    examples: tuple[Example, ...] = field(repr=False)
    near_misses: tuple[str, ...] = field(repr=False)
    begin: Callable[[Sequence[View]], AbstractContextManager[None]] | None = None


@dataclass(frozen=True, slots=True)
class FollowUpRecogniser:
    """Finds mentions in all documents from the mentions found before.

    `ahead` finds out what is slow and needs no mentions, and keeps it in the views: there is time for it
    while the name model reads. What it does not find out is found out when it is needed.
    """

    name: str
    version: str
    labels: tuple[Label, ...]
    find: Callable[[Sequence[View], Sequence[Mention]], Iterable[Mention]]
    examples: tuple[Example, ...] = field(repr=False)
    near_misses: tuple[str, ...] = field(repr=False)
    ahead: Callable[[Sequence[View]], object] | None = None


Recogniser = TextRecogniser | DocumentRecogniser | FollowUpRecogniser


def claims_of(text: str, label: Label, shapes: Iterable[Shape]) -> Iterator[Claim]:
    """Claim every match of every shape; offsets are half-open code points of `text`."""
    for shape in shapes:
        for match in _matches(text, shape):
            spans = match.spans("value") if "value" in match.re.groupindex else [match.span()]
            for start, end in spans:
                if start < end:
                    yield Claim(start, end, label, shape.score, shape.near, shape.name, shape.because)


def _matches(text: str, shape: Shape) -> Iterator[regex.Match[str]]:
    if shape.anchor is None:
        yield from shape.pattern.finditer(text)
        return
    low = high = 0
    for hit in shape.anchor.pattern.finditer(text):
        start, end = hit.start() - shape.anchor.before, hit.end() + shape.anchor.after
        if start > high:
            yield from shape.pattern.finditer(text, low, high)
            low = start
        high = max(high, end)
    yield from shape.pattern.finditer(text, max(low, 0), high)


def mention(
    reading: Reading, start: int, end: int, label: Label, score: float, evidence: Evidence
) -> Mention | None:
    """Turn a stretch of a reading, half-open code points of its text, into a mention in its passage.

    Returns None for a stretch that the reading does not own: outside its body, or no news.
    """
    span = reading.span(start, end)
    if span is None:
        return None
    if reading.passage.read_from_a_picture and not evidence.because.endswith(_FROM_A_PICTURE):
        evidence = replace(evidence, because=evidence.because + _FROM_A_PICTURE)
    return Mention(Span(reading.passage.id, *span), label, score, evidence)
