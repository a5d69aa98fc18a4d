"""Requirements of the kind `plain`: what makes a text hard to read, the worst places first.

Sentences of many words, chains of passive verbs, words of the trade with plain ones for them, abbreviations
that are not explained where they are first used, and the reading age of the whole; `judge.plain` finds them.
What remains: whether the public understands it, a person reads.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.judge.checks.given import given_number
from redact.judge.plain import plain_reading
from redact.judge.reading import Answer, Reading, at, missing
from redact.judge.subject import Fingerprints
from redact.values.judgement import Finding, Outcome, Rule
from redact.values.plain import PlainReading
from redact.values.text import Span

__all__ = ["find_hard_to_read"]

_MOST_SHOWN = 10  # sentences of a kind; whoever has put these right looks for the others
_WORDS_OF_A_SENTENCE = 40
_READING_AGE = 16
_OTHER_LANGUAGE = "the text does not read as English, for which alone sentences and words are measured"
_LEAST_WORDS = 100  # of a text too short for a formula


def find_hard_to_read(rule: Rule, reading: Reading) -> Answer:
    """Find what makes a document hard to read.

    Params: `longest_sentence` in words, `reading_age` in years; `everyday` abbreviations that need no
    explanation and `jargon`, plain words with the wordings for which they stand, both beside our lists.
    """
    read = plain_reading(reading, rule)
    if not read.english:
        return Answer(seen=_OTHER_LANGUAGE, outcome=Outcome.NOT_RUN)
    places = (*_long(rule, read), *_chains(read), *_jargon(read), *_unexplained(read))
    findings = (*_findings(rule, reading, places), *_age(rule, reading, read))
    return Answer(findings, "no sentence is long, and each abbreviation is explained where it is first used")


def _findings(rule: Rule, reading: Reading, places: tuple[tuple[Span, str], ...]) -> Iterator[Finding]:
    """Make one finding of each place, in reading order: fingerprints count those that look alike."""
    reasons: dict[Span, list[str]] = {}
    for span, because in places:
        reasons.setdefault(span, []).append(because)
    order = reading.subject.order
    prints = Fingerprints(reading.subject, rule)
    for span in sorted(reasons, key=lambda one: (order[one.passage], one.start, one.end)):
        yield at(rule, reading, span, ", with ".join(reasons[span]), prints)


def _long(rule: Rule, read: PlainReading) -> Iterator[tuple[Span, str]]:
    """Give the longest sentences of the worst ones."""
    limit = given_number(rule, "longest_sentence", _WORDS_OF_A_SENTENCE)
    long = sorted((one for one in read.worst if one.words > limit), key=lambda one: -one.words)
    yield from ((one.span, f"a sentence of {one.words:,} words") for one in long[:_MOST_SHOWN])


def _chains(read: PlainReading) -> Iterator[tuple[Span, str]]:
    for one in sorted(read.chains, key=lambda one: -one.passives)[:_MOST_SHOWN]:
        if one.sentences == 1:
            yield one.span, f"{one.passives} passive verbs in one sentence"
        else:
            yield one.span, f"{one.sentences:,} sentences in a row with a passive verb"


def _jargon(read: PlainReading) -> Iterator[tuple[Span, str]]:
    for one in read.jargon:
        yield one.first, f"a word of the trade, used {_times(one.count)}; in plain words: {one.plain}"


def _unexplained(read: PlainReading) -> Iterator[tuple[Span, str]]:
    for one in read.abbreviations:
        if not one.explained:
            used = f"an abbreviation that is used {_times(one.count)}"
            yield one.first, f"{used} and not explained where it is first used"


def _age(rule: Rule, reading: Reading, read: PlainReading) -> tuple[Finding, ...]:
    limit = given_number(rule, "reading_age", _READING_AGE)
    if read.words < _LEAST_WORDS or read.age <= limit:
        return ()
    because = (
        f"it is read with ease from the age of {read.age} on (Automated Readability Index {read.grade:.1f}, "
        f"{read.words / read.sentences:.0f} words a sentence), and {limit} is the limit"
    )
    return (missing(rule, reading, because, "age"),)


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number:,} times"
