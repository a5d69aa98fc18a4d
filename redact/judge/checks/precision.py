"""Requirements of the kind `precision`: a date, a time, an age or a place is told more finely than it may be.

Dates of the review itself (its period, its meetings, the day of a report) may stand. What remains: what no
recogniser has found, but for times of the clock, which are read here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from redact.judge.checks.given import given_values
from redact.judge.reading import Answer, Reading, at
from redact.judge.subject import Fingerprints
from redact.values.judgement import Rule
from redact.values.people import Label, Mention, Standing
from redact.values.requirements import Fineness, Precise
from redact.values.text import Part, Span

__all__ = ["fineness_of_age", "judge_precision", "times_in"]

_OF_THE_REVIEW = 0.6  # below this a date is not of the family's life, or is told by a holiday without a year
_DATES = frozenset({Label.DATE, Label.DATE_OF_BIRTH, Label.DATE_OF_DEATH})
_ADDRESSES = frozenset({Label.ADDRESS, Label.POSTCODE})
_PLACES = _ADDRESSES | {Label.PLACE}
_ELSEWHERE = frozenset({Part.HEADER, Part.FOOTER, Part.PROPERTY, Part.FILE_NAME})
_ORDER = {fineness: number for number, fineness in enumerate(Fineness)}
_TIME = re.compile(
    r"""(?<![\w.:/\u00a3$,-])(?:
      (?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:\s?(?:hrs?|hours|[ap]\.?m\b\.?))?
    | (?:[01]?\d|2[0-3])[.:]?[0-5]\d\s?(?:hrs?|hours|[ap]\.?m)\b\.?
    | (?:1[0-2]|0?[1-9])\s?[ap]\.?m\b\.?
    | (?:1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\so'?\u2019?clock
    | (?:half|quarter)\s(?:past|to)\s
      (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})
    )(?![\w:/]|\.\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_AROUND = 80  # characters on each side
_PERIOD = re.compile(
    r"\breview(?:ed|s)?\b[^.]{0,80}\b(?:period|time)\b[^.]{0,40}\b(?:from|between)\b"
    r"|\bperiod\b[^.]{0,40}\breview\b[^.]{0,40}\b(?:from|between|is|was)\b",
    re.IGNORECASE,
)
_RATIO = re.compile(r"\bratios?\s(?:\w+\s){0,2}$|\bto\sstaff\s$", re.IGNORECASE)
_FINE = (
    (Fineness.HOUR, re.compile(r"hours?\b|hrs?\b", re.IGNORECASE)),
    (Fineness.DAY, re.compile(r"days?\b", re.IGNORECASE)),
    (Fineness.WEEK, re.compile(r"w(?:ee)?ks?\b", re.IGNORECASE)),
    (Fineness.MONTH, re.compile(r"m(?:on)?ths?\b|\d;\d|\u00bd|half|quarter|\d\.\d", re.IGNORECASE)),
    # On one day of a year a birthday is.
    (Fineness.DAY, re.compile(r"birthday", re.IGNORECASE)),
)
_SAID = {
    Fineness.MINUTE: "a time of the clock",
    Fineness.HOUR: "an hour",
    Fineness.DAY: "a day",
    Fineness.WEEK: "a week",
    Fineness.MONTH: "a month",
    Fineness.YEAR: "a year of age",
}


def judge_precision(rule: Rule, reading: Reading) -> Answer:
    """Find what is told more finely than `finest`; each place is one finding.

    Params: `what`, of date, time, age and place; `finest`, the finest that may stand.
    """
    finest = rule.params.get("finest")
    if not isinstance(finest, Fineness):
        return Answer()
    prints = Fingerprints(reading.subject, rule)
    what = given_values(rule, "what", Precise)
    found = sorted(_too_fine(reading, what, finest), key=_in_order(reading))
    return Answer(tuple(at(rule, reading, span, because, prints) for span, because in found))


def fineness_of_age(text: str) -> Fineness:
    """Say how fine the wording of an age is; in years where it names no smaller unit."""
    return next((fineness for fineness, pattern in _FINE if pattern.search(text)), Fineness.YEAR)


def times_in(text: str) -> Iterator[tuple[int, int]]:
    """Find times of the clock, half-open code points of `text`."""
    for match in _TIME.finditer(text):
        if not _RATIO.search(text, max(0, match.start() - 20), match.start()):
            yield match.span()


def _in_order(reading: Reading) -> Callable[[tuple[Span, str]], tuple[int, int]]:
    order = reading.subject.order
    return lambda found: (order[found[0].passage], found[0].start)


def _too_fine(reading: Reading, what: tuple[Precise, ...], finest: Fineness) -> Iterator[tuple[Span, str]]:
    for mention, _ in reading.subject.mentions:
        fineness = _fineness(reading, mention, what, finest)
        if fineness and reading.subject.part(mention) not in _ELSEWHERE:
            yield mention.span, f"{fineness} is told, and no more than {_may(finest)} may be"
    if Precise.TIME in what and _ORDER[finest] > _ORDER[Fineness.MINUTE]:
        for passage in reading.subject.document.passages:
            if passage.location.part in _ELSEWHERE:
                continue
            for start, end in times_in(passage.text):
                yield (
                    Span(passage.id, start, end),
                    f"a time of the clock is told, and no more than {_may(finest)} may be",
                )


def _sets_the_period(reading: Reading, mention: Mention) -> bool:
    """Tell a date of the sentence that says from when to when the review looks."""
    text = reading.subject.passage(mention).text
    around = text[max(0, mention.span.start - _AROUND) : mention.span.end + _AROUND]
    return mention.label is Label.DATE and _PERIOD.search(around) is not None


def _may(finest: Fineness) -> str:
    article = "an" if finest in (Fineness.HOUR, Fineness.AREA) else "a"
    return f"{article} {finest.value}"


def _fineness(reading: Reading, mention: Mention, what: tuple[Precise, ...], finest: Fineness) -> str:
    """Say what is told too finely by a mention; an empty text where nothing is."""
    if mention.label in _DATES and Precise.DATE in what:
        day = mention.label is not Label.DATE or mention.score >= _OF_THE_REVIEW
        day = day and not _sets_the_period(reading, mention)
        return _SAID[Fineness.DAY] if day and _ORDER[Fineness.DAY] < _ORDER[finest] else ""
    if mention.label is Label.AGE and Precise.AGE in what:
        passage = reading.subject.passage(mention)
        fineness = fineness_of_age(passage.text[mention.span.start : mention.span.end])
        return f"an age to {_SAID[fineness]}" if _ORDER[fineness] < _ORDER[finest] else ""
    if mention.label in _PLACES and Precise.PLACE in what and mention.standing is Standing.PARTICIPANT:
        fine = mention.label in _ADDRESSES or finest is Fineness.AREA
        return "a place by its name" if fine else ""
    return ""
