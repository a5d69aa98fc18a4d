"""Paragraphs of a PDF that go on over the end of a page or a column, read as one, and parted again.

A name may begin on one page and end on the next. So what is planned is planned for the whole paragraph; then
each edit is brought back to the passages that it touches: what is written stands where the name begins.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from redact.formats.pdf.retypeset.letters import bare
from redact.values.anonymising import Plan, Replaced
from redact.values.edits import Edit
from redact.values.text import Document, Part, Passage, Span
from redact.values.verifying import MarkedHit

__all__ = ["Joined", "joined"]

_HYPHENS = ("-", "\u2010", "\u00ad")


@dataclass(frozen=True, slots=True)
class _Share:
    """A passage within a joined one: where it begins there, and how many of its code points are there."""

    passage: Passage
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Joined:
    """A document whose paragraphs are whole, and how they were joined: by the id of the first passage."""

    document: Document = field(repr=False)
    shares: Mapping[str, tuple[_Share, ...]] = field(repr=False)

    def there(self, span: Span) -> Span | None:
        """Give a stretch of the parted document in the joined one; None for nothing but a dropped hyphen."""
        for first, shares in self.shares.items():
            for share in shares:
                if share.passage.id == span.passage:
                    end = min(span.end, share.length)
                    if span.start >= end:
                        return None
                    return Span(first, share.start + span.start, share.start + end)
        return span

    def back(self, made: Plan) -> Plan:
        """Give a plan for the joined document as one for the parted one."""
        return replace(
            made,
            replaced=tuple(own for one in made.replaced for own in self._edits(one)),
            unsettled=tuple(
                replace(one, span=own) for one in made.unsettled for own in self._spans(one.span)
            ),
            left=tuple(own for span in made.left for own in self._spans(span)),
            asked=tuple(self._asked(one) for one in made.asked),
        )

    def _asked(self, one: MarkedHit) -> MarkedHit:
        spans = tuple(own for span in one.hit.spans for own in self._spans(span))
        return replace(one, hit=replace(one.hit, spans=spans))

    def _spans(self, span: Span) -> Iterator[Span]:
        shares = self.shares.get(span.passage)
        if shares is None:
            yield span
            return
        for share in shares:
            start, end = max(span.start - share.start, 0), min(span.end - share.start, share.length)
            if start < end:
                yield Span(share.passage.id, start, end)

    def _edits(self, one: Replaced) -> Iterator[Replaced]:
        spans = list(self._spans(one.edit.span))
        texts = {share.passage.id: share.passage.text for share in self.shares.get(one.edit.span.passage, ())}
        for number, span in enumerate(spans):
            end = span.end
            if number + 1 < len(spans):
                end = len(texts[span.passage])  # with the hyphen behind it
            elif number:
                end += 1 if texts[span.passage][end : end + 1] == " " else 0
            written = "" if number else one.edit.replacement
            edit = Edit(Span(span.passage, span.start, end), written, one.edit.why)
            yield replace(one, edit=edit)


def joined(document: Document) -> Joined:
    """Join the paragraphs of which the reader says that they may go on."""
    body = [one for one in document.passages if one.location.part is Part.BODY and not one.apart]
    after = {one.id: following for one, following in itertools.pairwise(body)}
    turns = {
        one.id: after[one.id]
        for reading in document.passages
        if reading.apart and reading.focus
        for one in body
        if one.location == reading.location and one.id in after and _goes_on(reading, one, after[one.id])
    }
    shares = {first.id: tuple(_shares(first, turns)) for first in _firsts(body, turns)}
    gone = {share.passage.id for own in shares.values() for share in own[1:]}
    passages = tuple(
        _together(shares[one.id]) if one.id in shares else one
        for one in document.passages
        if one.id not in gone
    )
    return Joined(replace(document, passages=passages), shares)


def _goes_on(reading: Passage, one: Passage, following: Passage) -> bool:
    """Tell whether a second reading is of the end of one passage and the beginning of the next."""
    said = bare(reading.text)
    return said not in bare(one.text) and said in bare(one.text) + bare(following.text)


def _firsts(body: Iterable[Passage], turns: Mapping[str, Passage]) -> Iterator[Passage]:
    later = {one.id for one in turns.values()}
    yield from (one for one in body if one.id in turns and one.id not in later)


def _shares(first: Passage, turns: Mapping[str, Passage]) -> Iterator[_Share]:
    at, passage = 0, first
    while True:
        following = turns.get(passage.id)
        length = len(passage.text)
        if following is not None and _broken(passage.text, following.text):
            length -= 1
        yield _Share(passage, at, length)
        if following is None:
            return
        at += length + (0 if length < len(passage.text) else 1)
        passage = following


def _broken(text: str, following: str) -> bool:
    return text.endswith(_HYPHENS) and text[-2:-1].isalnum() and following[:1].isalnum()


def _together(shares: Sequence[_Share]) -> Passage:
    text = ""
    for share in shares:
        text = text.ljust(share.start) + share.passage.text[: share.length]
    regions = tuple(
        replace(region, start=share.start + region.start, end=share.start + min(region.end, share.length))
        for share in shares
        for region in share.passage.regions
        if region.start < share.length
    )
    breaks = tuple(share.start + at for share in shares for at in share.passage.breaks)
    return replace(shares[0].passage, text=text, regions=regions, breaks=breaks)
