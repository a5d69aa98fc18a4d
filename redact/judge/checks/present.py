"""The kind `present`: what a document must hold, under a heading of its own or said in a sentence.

Its words alone are not enough: a line of the list of contents, a heading with nothing under it, a question of
a form and a sentence that says that it was not done are each told with their reason. What remains: a
sentence that has the words and means another thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from redact.judge.checks.faults import Fault, findings_of
from redact.judge.checks.given import given_lists, given_number, given_words
from redact.judge.negation import denied
from redact.judge.outline import Outline, Section, Sentence
from redact.judge.phrases import Phrase, compile_phrases
from redact.judge.reading import Answer, Reading
from redact.values.judgement import Rule
from redact.values.text import Span

__all__ = ["Seen", "Wanted", "find_present", "look_for", "wanted_of"]

LEAST_WORDS = 8  # of a section's own, so that it says something

_NOWHERE = "not said anywhere"
_CONTENTS = "stands only in the table of contents"
_EMPTY = "the section is empty"
_DENIED = "the sentence says that it was not done"
_ASKED = "stands only in a question or an instruction"
_NO_SECTION = "there is no section in which it should stand"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a rule wants of a document: wordings by our own names, and how each may stand there."""

    wanted: Mapping[str, tuple[Phrase, ...]]
    within: tuple[Phrase, ...] = ()
    least_words: int = LEAST_WORDS
    as_heading: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """Where a wanted thing stands, or why it does not: `because`, at `span` where there is one.

    `rank` is how near it came: of several documents, or places, the nearest is told.
    """

    found: bool
    because: str
    span: Span | None = None
    rank: int = 0


def wanted_of(rule: Rule) -> Wanted:
    """Read what a rule of the kinds `present` and `anywhere` wants."""
    return Wanted(
        {name: compile_phrases(wordings) for name, wordings in given_lists(rule, "wanted").items()},
        compile_phrases(given_words(rule, "headings")),
        given_number(rule, "least_words", LEAST_WORDS),
        bool(rule.params.get("as_heading")),
    )


def find_present(rule: Rule, reading: Reading) -> Answer:
    """Look for each wanted thing; each that is not there is a finding.

    Params: `wanted`, and `headings`, `least_words`, `as_heading`.
    """
    wanted = wanted_of(rule)
    seen = {name: look_for(reading.outline, phrases, wanted) for name, phrases in wanted.wanted.items()}
    left = {name: one for name, one in seen.items() if not one.found}
    if not left:
        told = "; ".join(f"{name}: {one.because}" for name, one in seen.items())
        return Answer(seen=told, where=tuple(one.span for one in seen.values() if one.span))
    return Answer(
        findings_of(rule, reading, (Fault(f"{name}: {one.because}", one.span) for name, one in left.items()))
    )


def look_for(outline: Outline, phrases: Sequence[Phrase], how: Wanted) -> Seen:
    """Say where one of some wordings stands in a document, or why none of them does."""
    within = _within(outline, how.within)
    if within == []:
        return Seen(False, _NO_SECTION, rank=1)
    best = Seen(False, _NOWHERE)
    for seen in _looks(outline, phrases, how, within):
        if seen.found:
            return seen
        if seen.rank > best.rank:
            best = seen
    return best


def _looks(
    outline: Outline, phrases: Sequence[Phrase], how: Wanted, within: Sequence[range] | None
) -> Iterator[Seen]:
    for phrase in phrases:
        for section, first, last in outline.headed(phrase):
            if within is None or any(section.first in part for part in within):
                yield _heading(outline, section, phrase, (first, last), how.least_words)
    for phrase in phrases:
        for number, sentence, first, last in outline.saying(phrase):
            if within is None or any(number in part for part in within):
                seen = _sentence(sentence, phrase, first, last)
                if not (how.as_heading and seen.found):
                    yield seen
    for span in filter(None, map(outline.in_contents, phrases)) if within is None else ():
        yield Seen(False, _CONTENTS, span, 2)


def _within(outline: Outline, phrases: Sequence[Phrase]) -> list[range] | None:
    """Give the sentences under the headings inside which a thing must stand; none where anywhere will do."""
    if not phrases:
        return None
    return [
        range(section.first, section.last)
        for phrase in phrases
        for section, first, last in outline.headed(phrase)
    ]


def _heading(outline: Outline, section: Section, phrase: Phrase, place: tuple[int, int], least: int) -> Seen:
    title = " ".join(section.title.words)
    if not phrase.denies and denied(title, *place):
        return Seen(False, _DENIED, section.span, 5)
    least = 1 if section.cell else least
    if section.own_words < least:
        return Seen(False, _EMPTY, section.span, 4)
    said = [sentence for sentence in outline.said_in(section) if not sentence.says_nothing]
    if len(said) <= 2 and said and not phrase.denies and all(_is_denied(one, phrase) for one in said):
        return Seen(False, _DENIED, said[0].span, 5)
    return Seen(True, "under a heading" + _on(section.title.page), section.span)


def _is_denied(sentence: Sentence, phrase: Phrase) -> bool:
    found = phrase.search(sentence.words)
    return found is not None and denied(sentence.text, *found)


def _sentence(sentence: Sentence, phrase: Phrase, first: int, last: int) -> Seen:
    if sentence.says_nothing:
        return Seen(False, _ASKED, sentence.span, 3)
    if not phrase.denies and denied(sentence.text, first, last):
        return Seen(False, _DENIED, sentence.span, 6)
    return Seen(True, "said in a sentence" + _on(sentence.page), sentence.span)


def _on(page: int | None) -> str:
    return "" if page is None else f" on page {page:,}"
