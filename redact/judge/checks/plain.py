"""Requirements of the kind `plain`: what makes a text hard to read, the worst places first.

Abbreviations that are not explained where they are first used, sentences of many words, and the reading age
of the whole by the formula of `judge.readability`. What remains: a short sentence of hard words is not found,
and whether the public understands it, a person reads.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from redact.judge.acronyms import acronyms
from redact.judge.checks.given import given_number, given_words
from redact.judge.readability import readability, words_of
from redact.judge.reading import Answer, Reading, at, missing
from redact.judge.subject import Fingerprints
from redact.values.judgement import Finding, Rule
from redact.values.people import Label

__all__ = ["find_hard_to_read"]

_LONGEST_SHOWN = 10  # sentences; whoever has put these right looks for the others
_WORDS_OF_A_SENTENCE = 40
_READING_AGE = 16
_LEAST_WORDS = 100  # of a text too short for a formula
_TAKEN = frozenset(
    {
        Label.PERSON,
        Label.PSEUDONYM,
        Label.POSTCODE,
        Label.CASE_REFERENCE,
        Label.PROFESSIONAL_ID,
        Label.OTHER_ID,
    }
)


def find_hard_to_read(rule: Rule, reading: Reading) -> Answer:
    """Find what makes a document hard to read.

    Params: `longest_sentence` in words, `reading_age` in years, `everyday` abbreviations that need no
    explanation.
    """
    prints = Fingerprints(reading.subject, rule)
    age = _age(rule, reading)
    found = (*_unexplained(rule, reading, prints), *_long(rule, reading, prints), *age)
    return Answer(found, "no sentence is long, and each abbreviation is explained where it is first used")


def _unexplained(rule: Rule, reading: Reading, prints: Fingerprints) -> Iterator[Finding]:
    labels: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for mention, _ in reading.subject.mentions:
        if mention.label in _TAKEN:
            labels[mention.span.passage].append((mention.span.start, mention.span.end))
    spans = {passage: tuple(taken) for passage, taken in labels.items()}
    everyday = frozenset(given_words(rule, "everyday"))
    for one in acronyms(reading.subject.document.passages, spans, everyday):
        if not one.explained:
            times = "once" if one.count == 1 else f"{one.count:,} times"
            because = f"an abbreviation that is used {times} and not explained where it is first used"
            yield at(rule, reading, one.first, because, prints)


def _long(rule: Rule, reading: Reading, prints: Fingerprints) -> Iterator[Finding]:
    """Give the longest sentences of the text that run on for too many words, in reading order."""
    limit = given_number(rule, "longest_sentence", _WORDS_OF_A_SENTENCE)
    sentences = reading.outline.sentences
    long = [(len(words_of(one.text)), -number) for number, one in enumerate(sentences) if _is_prose(one.text)]
    worst = sorted(((words, number) for words, number in long if words > limit), reverse=True)
    for words, number in sorted(worst[:_LONGEST_SHOWN], key=lambda entry: -entry[1]):
        yield at(rule, reading, sentences[-number].span, f"a sentence of {words:,} words", prints)


def _age(rule: Rule, reading: Reading) -> tuple[Finding, ...]:
    limit = given_number(rule, "reading_age", _READING_AGE)
    told = readability([one.text for one in reading.outline.sentences if _is_prose(one.text)])
    if told.words < _LEAST_WORDS or told.age <= limit:
        return ()
    because = (
        f"it is read with ease from the age of {told.age} on (Automated Readability Index {told.grade:.1f}, "
        f"{told.words / told.sentences:.0f} words a sentence), and {limit} is the limit"
    )
    return (missing(rule, reading, because, "age"),)


def _is_prose(text: str) -> bool:
    """Tell whether a line is a sentence, and no heading or entry of a list."""
    return text.rstrip("\"')]\u2019\u201d ").endswith((".", "!", "?"))
