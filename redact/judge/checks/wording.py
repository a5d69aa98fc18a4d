"""Requirements of the kind `wording`: words that should not stand in recommendations, or in a section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redact.judge.checks.given import given_words
from redact.judge.checks.within import Sections, phrases_in
from redact.judge.checks.wordspans import span_of_words
from redact.judge.phrases import Phrase, compile_phrases, words_of
from redact.judge.reading import Answer, Reading, at
from redact.judge.recommendations import recommendations_of
from redact.judge.subject import Fingerprints
from redact.values.judgement import Outcome, Rule
from redact.values.text import Span

__all__ = ["judge_wording"]


def judge_wording(rule: Rule, reading: Reading) -> Answer:
    """Find the words; each place is one finding.

    Params: `words`; `of`, the recommendations alone; `headings`, only the sections under these. A document
    without such a section, or without recommendations, has nothing to be judged.
    """
    phrases = compile_phrases(given_words(rule, "words"))
    prints = Fingerprints(reading.subject, rule)
    if rule.params.get("of"):
        recommendations = recommendations_of(reading.outline)
        if not recommendations:
            return Answer((), "no recommendations were read in it", Outcome.NOT_APPLICABLE)
        because = "such a word stands in a recommendation"
        places = _distinct(
            span
            for one in recommendations
            for whole in one.spans
            for span in _places(reading, whole, phrases)
        )
        return Answer(tuple(at(rule, reading, span, because, prints) for span in places))
    sections = Sections(reading, given_words(rule, "headings"))
    if not sections.found:
        return Answer((), "it has no such section", Outcome.NOT_APPLICABLE)
    found = [span for span in phrases_in(reading, phrases) if sections.hold(span)]
    because = "such a word stands in this section"
    return Answer(tuple(at(rule, reading, span, because, prints) for span in found))


def _places(reading: Reading, whole: Span, phrases: Sequence[Phrase]) -> Iterator[Span]:
    text = reading.subject.passages[whole.passage].text[whole.start : whole.end]
    words = words_of(text)
    found = (span_of_words(text, *place) for phrase in phrases for place in phrase.everywhere(words))
    for low, high in sorted(found):
        yield Span(whole.passage, whole.start + low, whole.start + high)


def _distinct(spans: Iterator[Span]) -> Iterator[Span]:
    taken: list[Span] = []
    for span in spans:
        if not any(span.overlaps(other) for other in taken):
            taken.append(span)
            yield span
