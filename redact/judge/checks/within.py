"""Where phrases stand in a document, and whether a stretch is in a section under some heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redact.judge.checks.wordspans import span_of_words
from redact.judge.phrases import Phrase, compile_phrases, words_of
from redact.judge.reading import Reading
from redact.values.text import Part, Span

__all__ = ["Sections", "phrases_in"]

_BESIDE = frozenset({Part.HEADER, Part.FOOTER, Part.FOOTNOTE, Part.ENDNOTE})


class Sections:
    """Tells which stretches are looked at: those under some headings, or those not under others."""

    def __init__(
        self, reading: Reading, wanted: tuple[str, ...] = (), left_out: tuple[str, ...] = ()
    ) -> None:
        self._wanted = _lines_under(reading, wanted) if wanted else None
        self._left_out = _lines_under(reading, left_out) if left_out else frozenset()

    @property
    def found(self) -> bool:
        """Tell whether there is any section that is wanted, or none is."""
        return self._wanted is None or bool(self._wanted)

    def hold(self, span: Span) -> bool:
        """Tell whether a stretch is one of them."""
        if self._wanted is not None and not _touches(span, self._wanted):
            return False
        return not _touches(span, self._left_out)


def phrases_in(reading: Reading, phrases: Sequence[Phrase]) -> Iterator[Span]:
    """Find phrases in what a reader sees: text, headings, headers and footers, notes; each place once.

    Whether a sentence denies them does not matter: the words stand there.
    """
    if not phrases:
        return
    found = {span for phrase in phrases for span in _in_the_text(reading, phrase)}
    for passage in reading.subject.document.passages:
        if passage.location.part in _BESIDE:
            words = words_of(passage.text)
            for phrase in phrases:
                for first, last in phrase.everywhere(words):
                    found.add(Span(passage.id, *span_of_words(passage.text, first, last)))
    order = reading.subject.order
    taken: Span | None = None
    for span in sorted(found, key=lambda one: (order[one.passage], one.start, -one.end)):
        if taken is None or not taken.overlaps(span):
            yield span
            taken = span


def _in_the_text(reading: Reading, phrase: Phrase) -> Iterator[Span]:
    outline = reading.outline
    for _, sentence, _, _ in outline.saying(phrase):
        for first, last in phrase.everywhere(sentence.words):
            low, high = span_of_words(sentence.text, first, last)
            yield Span(sentence.passage, sentence.start + low, sentence.start + high)
    for section in outline.titled(phrase):
        yield section.span


def _touches(span: Span, lines: frozenset[tuple[str, int, int]]) -> bool:
    return any(
        passage == span.passage and start < span.end and span.start < end for passage, start, end in lines
    )


def _lines_under(reading: Reading, headings: tuple[str, ...]) -> frozenset[tuple[str, int, int]]:
    """Give the sentences of the sections under these headings, without the headings."""
    outline = reading.outline
    return frozenset(
        (sentence.passage, sentence.start, sentence.end)
        for phrase in compile_phrases(headings)
        for section, _, _ in outline.headed(phrase)
        for sentence in outline.said_in(section)
    )
