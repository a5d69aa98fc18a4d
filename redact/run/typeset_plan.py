"""What of a PDF is planned for: the words that come into the new file, each in the passage that is set.

What a reader does not see is left out of the new file, so nobody is asked whose name it is. And where the
reader gave a second reading (a name that goes on over a page, letters that stand apart), what was found in it
is brought back to the passages that it is another reading of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from redact.errors import WrongType
from redact.formats.pdf.retypeset.letters import bare
from redact.formats.pdf.retypeset.pieces import ON_THE_PAGE
from redact.run.page_turns import Joined, joined
from redact.values.anonymising import Claim, Plan
from redact.values.text import Document, Format, Passage, Span
from redact.values.verifying import MarkedHit

__all__ = ["Whole"]


class Whole:
    """A document as it is planned for: of a PDF what is set, its paragraphs whole; any other as it is."""

    def __init__(self, document: Document) -> None:
        self._plain = document.format is not Format.PDF
        self._joined = Joined(document, {}) if self._plain else joined(_set_only(document))
        self.document = self._joined.document
        self._readings = {one.id: one for one in self.document.passages if one.apart}
        self._set = {one.id: one for one in self.document.passages if not one.apart}

    def claims(self, claims: Sequence[Claim]) -> Sequence[Claim]:
        """Give what the check has found in the document, as it is found in this one.

        Raises:
            WrongType: a name stands in words that can be read in two ways, and the new file would show the
                other.
        """
        if self._plain:
            return claims
        found = [(one, self._of(one.spans, name=one.name and not one.cleared)) for one in claims]
        return [replace(claim, spans=spans) for claim, spans in found if spans]

    def hits(self, hits: Sequence[MarkedHit]) -> Sequence[MarkedHit]:
        """Give of the forms that were found in this document those that are set.

        Raises:
            WrongType: as `claims`.
        """
        if self._plain:
            return hits
        found = [(one, self._of(one.hit.spans, name=one.hit.sure, whole=True)) for one in hits]
        return [replace(one, hit=replace(one.hit, spans=spans)) for one, spans in found if spans]

    def back(self, made: Plan) -> Plan:
        """Give a plan for this document as one for that which was read."""
        return made if self._plain else self._joined.back(made)

    def _of(self, spans: Sequence[Span], *, name: bool, whole: bool = False) -> tuple[Span, ...]:
        """Give the stretches that are set and seen for those that were found; none where nothing of it is.

        Args:
            whole: they were found where paragraphs are whole.
        """
        given: list[Span] = []
        for span in spans:
            reading = self._readings.get(span.passage)
            if reading is None:
                there = span if whole else self._joined.there(span)
                given += [there] if there is not None else []
            elif any(start < span.end and span.start < end for start, end in reading.focus):
                own = self._brought_back(reading, span)
                if own is None and name:
                    raise WrongType(
                        f"the words of page {reading.location.page} can be read in two orders, "
                        "and a name stands in one of them",
                        "Take the Word document it was made from, and make a new PDF from the result.",
                    )
                given += [own] if own is not None else []
        return tuple(dict.fromkeys(span for span in given if self._is_seen(span)))

    def _brought_back(self, reading: Passage, span: Span) -> Span | None:
        """Find a stretch of another reading in the passage that it is a reading of."""
        first, last = len(bare(reading.text[: span.start])), len(bare(reading.text[: span.end]))
        for base in self._set.values():
            if base.location != reading.location:
                continue
            letters = [at for at, letter in enumerate(base.text) if bare(letter)]
            start = bare(base.text).find(bare(reading.text))
            if start >= 0 and first < last:
                return Span(base.id, letters[start + first], letters[start + last - 1] + 1)
        return None

    def _is_seen(self, span: Span) -> bool:
        """Tell whether anything of a stretch is seen on the page."""
        passage = self._set[span.passage]
        hidden = {at for region in passage.regions for at in range(region.start, region.end)}
        return any(at not in hidden for at in range(span.start, span.end) if not passage.text[at].isspace())


def _set_only(document: Document) -> Document:
    """Set apart every passage that does not come into the new file."""
    return replace(document, passages=tuple(map(_apart, document.passages)))


def _apart(passage: Passage) -> Passage:
    stays = passage.apart or (passage.location.part in ON_THE_PAGE and passage.location.page)
    return passage if stays else replace(passage, apart=True, focus=())
