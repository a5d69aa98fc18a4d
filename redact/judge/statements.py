"""The statements of a summary held against the report that it is taken from.

Of each sentence its months, ages, counted things and labels must stand in the report, and near one another
most of its words. What remains: a sentence that is made of the report's own words and says the opposite.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from redact.judge.dates import dates_in, latest_year
from redact.judge.outline import Outline, Sentence
from redact.judge.reading import Reading
from redact.judge.stems import NUMBERS, STOP, stem
from redact.values.folding import fold
from redact.values.people import Label, Mention
from redact.values.text import Span

__all__ = ["Known", "known_of", "told_newly"]

_TOGETHER = 6  # sentences of a report that are read as one place
_LEAST = 4  # words that say something; a shorter sentence is not judged
_COVERED = 0.41  # of a sentence's words, each weighed, in one place of the report
_UNKNOWN = 1.5  # the weight of a word that the report does not have: another word for the same, perhaps
_ABOUT_ITSELF = re.compile(
    r"\b(?:this|the)\s(?:executive\s)?summary\b|\bthis\s(?:review|report|document)\b|\boverview\sreport\b",
    re.IGNORECASE,
)
# Under these headings a summary says what the report says elsewhere, or nowhere.
_PROCESS = frozenset(
    (
        "introduction",
        "process",
        "panel",
        "membership",
        "methodology",
        "recommendations",
        "action",
        "plan",
        "contents",
        "glossary",
        "foreword",
        "references",
        "purpose",
    )
)
_COUNTED = re.compile(r"^(?:\d{1,4}|" + "|".join(NUMBERS) + r")$")
_NOT_COUNTED = frozenset(
    ("section", "chapter", "page", "paragraph", "appendix", "no", "number", "part", "act")
)
_PEOPLE = frozenset(stem(word) for word in ("child", "mother", "father", "family", "year", "month"))
# What only a summary counts.
_SUMMED_UP = frozenset(
    stem(word)
    for word in (
        "chance",
        "opportunity",
        "point",
        "reason",
        "theme",
        "lesson",
        "finding",
        "agency",
        "question",
        "area",
        "key",
        "main",
        "missed",
        "issue",
        "factor",
        "service",
        "organisation",
        "recommendation",
        "way",
    )
)
_AGE = re.compile(r"\d+|" + "|".join(NUMBERS), re.IGNORECASE)
_UNIT = re.compile(r"(year|month|week|day|hour)|(?:y/?o)\b|(birthday)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Known:
    """What a report says: its months, ages, labels and numbers, and in which places its words stand."""

    months: frozenset[tuple[int, int]] = field(repr=False)
    ages: frozenset[tuple[str, str]] = field(repr=False)
    labels: frozenset[str] = field(repr=False)
    numbers: Mapping[str, tuple[frozenset[str], ...]] = field(repr=False)
    places: Mapping[str, frozenset[int]] = field(repr=False)
    total: int

    def covering(self, stems: Sequence[str]) -> frozenset[int]:
        """Give the places of the report in which enough of the stems stand, each weighed."""
        weights = {one: self._weigh(one) for one in stems}
        found: dict[int, float] = defaultdict(float)
        for one, weight in weights.items():
            for place in self.places.get(one, ()):
                found[place] += weight
        least = _COVERED * sum(weights.values())
        return frozenset(place for place, weight in found.items() if weight >= least)

    def beside(self, number: str) -> tuple[frozenset[str], ...]:
        """Give what the sentences say in which a number stands."""
        return self.numbers.get(number, ())

    def _weigh(self, one: str) -> float:
        if one not in self.places:
            return _UNKNOWN
        return 1.0 + math.log((self.total + 1) / (len(self.places[one]) + 1))


def known_of(readings: Sequence[Reading]) -> Known:
    """Gather what the reports say."""
    months: set[tuple[int, int]] = set()
    ages: set[tuple[str, str]] = set()
    labels: set[str] = set()
    numbers: dict[str, list[frozenset[str]]] = defaultdict(list)
    places: dict[str, set[int]] = defaultdict(set)
    total = 0
    for reading in readings:
        outline = reading.outline
        months |= {month for passage in reading.subject.document.passages for month in _months(passage.text)}
        for mention, _ in reading.subject.mentions:
            if mention.label is Label.AGE:
                ages |= set(_ages(_text(reading, mention)))
            elif mention.label is Label.PSEUDONYM:
                labels.add(_plain(_text(reading, mention)))
        lines = [sentence.words for sentence in outline.sentences]
        for number, words in enumerate(lines):
            half = total + number // (_TOGETHER // 2)
            stems = frozenset(stem(word) for word in words if word not in STOP)
            for one in stems:
                # Each sentence is in two places that overlap, so that none is cut in its middle.
                places[one] |= {half, half + 1}
                if one.isdigit():
                    numbers[one].append(stems)
        total += len(lines) // (_TOGETHER // 2) + 3
    beside = {number: tuple(sentences) for number, sentences in numbers.items()}
    where = {word: frozenset(numbers) for word, numbers in places.items()}
    return Known(frozenset(months), frozenset(ages), frozenset(labels), beside, where, total)


def told_newly(reading: Reading, known: Known) -> Iterator[tuple[Span, str]]:
    """Find the sentences that say what the reports do not, with the reason in our own words."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention, _ in reading.subject.mentions:
        mentions[mention.span.passage].append(mention)
    process = _process(reading.outline)
    for number, sentence in enumerate(reading.outline.sentences):
        if sentence.says_nothing:
            continue
        inside = [one for one in mentions.get(sentence.passage, ()) if sentence.span.contains(one.span)]
        reasons = list(_facts(reading, sentence, inside, known))
        if not reasons and number not in process and not _ABOUT_ITSELF.search(sentence.text):
            reasons += _unsaid(sentence, known)
        if reasons:
            yield sentence.span, "; ".join(reasons)


def _facts(reading: Reading, sentence: Sentence, mentions: Sequence[Mention], known: Known) -> Iterator[str]:
    if any(month not in known.months for month in _months(sentence.text)):
        yield "a month of it is not told there"
    ages = [age for one in mentions if one.label is Label.AGE for age in _ages(_text(reading, one))]
    if any(age not in known.ages for age in ages):
        yield "an age in it is not told there"
    labels = [_plain(_text(reading, one)) for one in mentions if one.label is Label.PSEUDONYM]
    if any(label not in known.labels for label in labels):
        yield "a label in it is not used there"


def _unsaid(sentence: Sentence, known: Known) -> Iterator[str]:
    """Say whether no place of the report says such a thing, or each with another number."""
    stems = list(dict.fromkeys(stem(word) for word in sentence.words if word not in STOP))
    if len(stems) < _LEAST:
        return
    places = known.covering(stems)
    if not places:
        yield "nothing like it is said in one place there"
        return
    said = {*stems} - _PEOPLE
    for thing, number in _counted(sentence.words):
        if thing not in _SUMMED_UP and not any(said & one - {number} for one in known.beside(number)):
            yield "a number in it is not told there"


def _process(outline: Outline) -> frozenset[int]:
    return frozenset(
        number
        for section in outline.sections
        if _PROCESS & {*section.title.words} and not section.cell
        for number in range(section.first, section.last)
    )


def _months(text: str) -> Iterator[tuple[int, int]]:
    for told in dates_in(text, latest_year(text)):
        yield told.first.year, told.first.month


def _ages(text: str) -> Iterator[tuple[str, str]]:
    number, unit = _AGE.search(text), _UNIT.search(text)
    if number is not None:
        digits = NUMBERS.get(number[0].lower(), number[0])
        yield digits, (unit[1] or "year").lower() if unit else "year"


def _counted(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give each counted thing with its number: "four visits", "three of the children" as child 3."""
    for at, word in enumerate(words[:-1]):
        if not _COUNTED.match(word) or (at and words[at - 1] in _NOT_COUNTED):
            continue
        number = NUMBERS.get(word, word)
        if number in ("0", "1") or (len(number) == 4 and number[:2] in ("19", "20")):
            continue
        thing = next((one for one in words[at + 1 : at + 3] if one not in STOP and one.isalpha()), None)
        if thing is not None and not _COUNTED.match(thing):
            yield stem(thing), number


def _text(reading: Reading, mention: Mention) -> str:
    return reading.subject.passage(mention).text[mention.span.start : mention.span.end]


def _plain(text: str) -> str:
    return " ".join(fold(text).text.replace("'s", "").split())
