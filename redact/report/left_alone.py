"""What looked like an identifier and was left alone (`--explain`), for every report, and as lines of text.

What is said of it are the rule's own words. The document's own stand in `text`, which a report shows only
where names are asked for.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass, field

from redact.report.grouping import grouped
from redact.report.whereabouts import Whereabouts
from redact.report.wording import ascii_words, count, printable
from redact.values.people import Label, NearMiss
from redact.values.text import Document, Location, Passage, Span

__all__ = ["NOTHING_NEAR", "LeftAlone", "left_alone", "left_alone_lines"]

NOTHING_NEAR = "Nothing else nearly matched."
_WIDTH = 79  # an old console has 80 columns


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """One near miss in its document; `document_span` counts in the document's text, none outside it."""

    label: Label
    because: str
    location: Location
    span: Span
    document_span: tuple[int, int] | None
    text: str = field(repr=False)

    @property
    def sentences(self) -> str:
        """Say what it was not taken for, and why."""
        because = ascii_words(self.because)
        return f"Not taken for: {self.label.words}. {because[:1].upper()}{because[1:]}."


def left_alone(near_misses: Iterable[NearMiss], document: Document) -> tuple[LeftAlone, ...]:
    """Pick the near misses of one document out of those of any; in their order, each once.

    Of a passage that repeats another, only what touches what is new in it.
    """
    passages = {passage.id: passage for passage in document.passages}
    starts = document.starts()
    picked = []
    for each in near_misses:
        passage = passages.get(each.span.passage)
        if passage is None or not _is_news(passage, each.span):
            continue
        start, end = each.span.start, each.span.end
        begin = starts.get(passage.id)
        picked.append(
            LeftAlone(
                each.label,
                each.evidence.because,
                passage.locate(start, end),
                each.span,
                (begin + start, begin + end) if begin is not None else None,
                passage.text[start:end],
            )
        )
    return tuple(picked)


def _is_news(passage: Passage, span: Span) -> bool:
    if not passage.focus:
        return True
    # An empty focus is a place where something was taken out: what it parted is news.
    return any(span.start < max(end, start + 1) and start < span.end for start, end in passage.focus)


def left_alone_lines(left: tuple[LeftAlone, ...], places: Whereabouts, *, names: bool = False) -> list[str]:
    """Say of one document what came near, why it was left alone, and where it stands.

    Args:
        left: of the document whose places are given.
        names: quote what stands there; for the owner's own screen only.

    Returns: lines, the first one blank.
    """
    lines = ["", f"  Looked at and left alone ({count(len(left), 'place')})"]
    if not left:
        return [*lines, f"    {NOTHING_NEAR}"]
    for said, group in grouped(left, lambda one: one.sentences):
        lines += textwrap.wrap(
            said, _WIDTH, initial_indent=" " * 4, subsequent_indent=" " * 6, break_on_hyphens=False
        )
        for one in group:
            quoted = f'  "{printable(one.text)}"' if names else ""
            lines.append(f"      {places.of_stretch(one.span, one.location, one.document_span)}{quoted}")
    return lines
