"""What has the form of an identifier and was left alone, with the reason why.

Only forms that a recogniser knows are here, in the text as it stands; what a table's label has turned into a
finding is none. What remains: a number without a form of its own (five digits) is no near miss of anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redact.recognise.claims import Claim, Recogniser, TextRecogniser
from redact.recognise.readings import Reading, primary
from redact.recognise.register import RECOGNISERS
from redact.values.people import Evidence, Mention, NearMiss
from redact.values.text import Document, Span

__all__ = ["find_near_misses"]

_NO_WORDS = "; no words that go with it stand beside it"


def find_near_misses(
    documents: Sequence[Document],
    mentions: Sequence[Mention],
    *,
    recognisers: tuple[Recogniser, ...] = RECOGNISERS,
) -> tuple[NearMiss, ...]:
    """Find what was nearly a mention, in reading order; one for each stretch, none where a mention stands.

    Args:
        mentions: all that were found in the same documents.
        recognisers: who looks; of equal stretches the earlier one's reason is given.

    Returns: empty where nothing came near. Spans are half-open code points of their passage's text.
    """
    taken: dict[str, list[Span]] = {}
    for each in mentions:
        taken.setdefault(each.span.passage, []).append(each.span)
    found: list[NearMiss] = []
    for document in documents:
        for passage in document.passages:
            reading = primary(passage, document.format)
            found.extend(_outside(_in_reading(reading, recognisers), taken.get(passage.id, [])))
    return tuple(found)


def _in_reading(reading: Reading, recognisers: Sequence[Recogniser]) -> Iterator[NearMiss]:
    for recogniser in recognisers:
        if isinstance(recogniser, TextRecogniser) and any(map(str.isdecimal, reading.text)):
            for claim in recogniser.find(reading.text):
                span = reading.span(claim.start, claim.end) if claim.score == 0.0 else None
                if span is not None:
                    evidence = Evidence(recogniser.name, recogniser.version, claim.pattern, _reason(claim))
                    yield NearMiss(Span(reading.passage.id, *span), claim.label, evidence)


def _reason(claim: Claim) -> str:
    return claim.because + _NO_WORDS if claim.near else claim.because


def _outside(found: Iterator[NearMiss], taken: Sequence[Span]) -> list[NearMiss]:
    """Keep the longest of those that overlap, and none that overlaps a mention."""
    kept: list[NearMiss] = []
    for each in sorted(found, key=lambda one: (one.span.start - one.span.end, one.span.start)):
        spans = [*taken, *(one.span for one in kept)]
        if not any(each.span.start < span.end and span.start < each.span.end for span in spans):
            kept.append(each)
    return sorted(kept, key=lambda one: one.span.start)
