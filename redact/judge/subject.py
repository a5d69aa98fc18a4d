"""What a rule is held against: one document, and the mentions that stand in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from redact.judge.surroundings import context_of
from redact.values.fingerprint import fingerprint
from redact.values.judgement import DocumentKind, Rule
from redact.values.labels import LabelFault
from redact.values.people import Entity, Mention, Resolution
from redact.values.text import Document, Part, Passage, Span

__all__ = ["Fingerprints", "Subject", "subject_of"]


@dataclass(frozen=True, slots=True)
class Subject:
    """One document with its mentions in reading order; `entity` of a mention is none where unresolved.

    `kind` is what it is judged as; none where that is not plain. `starts` is the offset of each passage in
    the document's text, in code points, `order` its number. `places` are those of the catalogue in which any
    text of the document stands. `blocked` are the spans of the names and identifiers that block. `labels` are
    the faults of labels that begin in this document.
    """

    document: Document
    mentions: tuple[tuple[Mention, Entity | None], ...]
    passages: Mapping[str, Passage] = field(repr=False)
    starts: Mapping[str, int] = field(repr=False)
    order: Mapping[str, int] = field(repr=False)
    places: frozenset[str | None] = field(repr=False)
    secret: bytes = field(repr=False)
    kind: DocumentKind | None = None
    blocked: tuple[Span, ...] = ()
    labels: tuple[LabelFault, ...] = ()

    def passage(self, mention: Mention) -> Passage:
        """Give the passage in which the mention stands."""
        return self.passages[mention.span.passage]

    def part(self, mention: Mention) -> Part:
        """Say in which part of the file the mention stands."""
        return self.passage(mention).locate(mention.span.start, mention.span.end).part


class Fingerprints:
    """Makes the fingerprints of one rule's findings in one document; call it in reading order."""

    def __init__(self, subject: Subject, rule: Rule) -> None:
        self._subject = subject
        self._rule = rule
        self._seen: Counter[tuple[str, ...]] = Counter()

    def of(self, mention: Mention) -> str:
        """Hash rule, part, the folded words around the span, and which of equal ones it is.

        Never the page, nor any offset: text that has moved keeps its decision.
        """
        return self.at(mention.span)

    def at(self, span: Span) -> str:
        """Hash the same of a stretch that is no mention."""
        passages = self._subject.document.passages
        passage = self._subject.passages[span.passage]
        part = passage.locate(span.start, span.end).part.value
        around = context_of(passages, self._subject.order[span.passage], span.start, span.end)
        context: tuple[str, ...] = (self._rule.id, part, *around)
        self._seen[context] += 1
        return fingerprint(self._subject.secret, "finding", [*context, str(self._seen[context])])


def subject_of(
    document: Document, resolution: Resolution, secret: bytes, kind: DocumentKind | None = None
) -> Subject:
    """Pick from a resolution of many documents what stands in this one, in reading order."""
    order = {passage.id: number for number, passage in enumerate(document.passages)}
    found: list[tuple[Mention, Entity | None]] = [
        (mention, entity)
        for entity in resolution.entities
        for mention in entity.mentions
        if mention.span.passage in order
    ]
    found += [(mention, None) for mention in resolution.unresolved if mention.span.passage in order]
    found.sort(
        key=lambda pair: (
            order[pair[0].span.passage],
            pair[0].span.start,
            pair[0].span.end,
            pair[0].label.value,
        )
    )
    return Subject(
        document,
        tuple(found),
        {passage.id: passage for passage in document.passages},
        document.starts(),
        order,
        frozenset(_places(document)),
        secret,
        kind,
    )


def _places(document: Document) -> Iterator[str | None]:
    for passage in document.passages:
        yield passage.location.place
        yield from (region.place for region in passage.regions if region.place)
