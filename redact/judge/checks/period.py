"""Requirements of the kind `period`: the dates of some documents lie in the period that others set.

What is told of the time before, under a heading of the background, is only noted: a review may need it. Days
of birth, of the review itself and of laws and guidance are passed over. What remains: a day told without its
year, and a period that its document does not say in one sentence or one row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from redact.judge.checks.given import given_values
from redact.judge.dates import Told, dates_in, latest_year
from redact.judge.outline import Outline
from redact.judge.reading import Answer, Reading, at
from redact.judge.subject import Fingerprints
from redact.values.judgement import DocumentKind, Finding, Outcome, Rule, Severity
from redact.values.people import Label
from redact.values.text import Document, Span

__all__ = ["Period", "judge_period", "period_of"]

_OF_THE_REVIEW = 0.6  # below this a date is one of the review itself, or is told by another day
_BIRTHS = frozenset({Label.DATE_OF_BIRTH})
_PERIOD = re.compile(
    r"\b(?:periods?|time\s?(?:frame|scale|span|period|line)s?|timescale|scope|dates?\s(?:covered|of\sthe\sreview)"
    r"|covers?|covered|covering|under\sreview|review\sdates?|review\b(?=.{0,80}\b(?:from|between))"
    r"|(?:looks?|looking)\sat\sthe\s(?:time|months|years))\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*(?:,\s*)?(?:to|until|till|up\sto|and|-|\u2013|\u2014|through|ending)", re.IGNORECASE
)
_OPEN = re.compile(r"\s*(?:to|until|till|up\sto|-|\u2013|\u2014|onwards?)(?!\w)", re.IGNORECASE)
_BETWEEN_MOST = 30  # characters between the two ends of a period
_BACKGROUND = frozenset(
    (
        "background",
        "history",
        "historical",
        "context",
        "family",
        "antecedents",
        "previous",
        "earlier",
        "prior",
    )
)
_REVIEW_WORDS = (
    "methodology method recommendations recommendation action actions plan references bibliography terms"
    " author authors signature signed declaration interviews lessons progress process"
)
_ABOUT_THE_REVIEW = frozenset(_REVIEW_WORDS.split())
_PAPERS = re.compile(
    r"\b(?:act|guidance|working\stogether|polic(?:y|ies)|procedures?|protocol|published|publication|inspect\w*"
    r"|ofsted|report(?:ed)?\s(?:was\s)?(?:completed|written|published)|this\s(?:report|review|chronology)"
    r"|interview\w*|panel|imr|version|updated|born|birth|d\.?o\.?b)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both in it; an open end has none. `span` is where it is set."""

    first: date
    last: date | None
    span: Span

    def holds(self, told: Told) -> bool:
        """Tell whether some day of what is told lies in it."""
        return told.last >= self.first and (self.last is None or told.first <= self.last)


def judge_period(rule: Rule, readings: Sequence[Reading]) -> Answer:
    """Find the dates outside the period, each with the place in which the period is set.

    Params: `from`, the kinds of document that set it; `to`, the kinds that keep to it.
    """
    setting = given_values(rule, "from", DocumentKind)
    kept = [one for one in readings if one.settings.kind in given_values(rule, "to", DocumentKind)]
    sets = [one for one in readings if one.settings.kind in setting]
    if not sets or not kept:
        wanted = " or ".join(kind.value for kind in setting)
        because = (
            f"no document of the kind {wanted} was given" if not sets else "no document is to keep to it"
        )
        return Answer((), because, Outcome.NOT_APPLICABLE)
    period = next(filter(None, (period_of(one.outline) for one in sets)), None)
    if period is None:
        return Answer((), "no period with both its ends could be read", Outcome.NOT_RUN)
    found = [finding for one in kept for finding in _outside(rule, one, period)]
    return Answer(tuple(found), "every date that was read lies in the period")


def period_of(outline: Outline) -> Period | None:
    """Read the period of a review: a sentence, a row or a section that says from when to when."""
    headed = _headings(outline)
    best: tuple[int, Period] | None = None
    for number, sentence in enumerate(outline.sentences):
        told = list(dates_in(sentence.text))
        for place, one in enumerate(told):
            between = sentence.text[one.end : one.end + _BETWEEN_MOST]
            other = told[place + 1] if place + 1 < len(told) else None
            if other is not None and (other.start - one.end > _BETWEEN_MOST or other.last < one.first):
                other = None
            if other is None and not (_OPEN.match(between) and _PERIOD.search(sentence.text)):
                continue
            if other is not None and not _BETWEEN.match(between):
                continue
            rank = 2 * bool(_PERIOD.search(headed[number])) + bool(_PERIOD.search(sentence.text))
            rank += 1 if other is not None else 0
            end = one.end if other is None else other.end
            span = Span(sentence.passage, sentence.start + one.start, sentence.start + end)
            if rank > (best[0] if best else 1):
                best = rank, Period(one.first, None if other is None else other.last, span)
    return best[1] if best else None


def _headings(outline: Outline) -> list[str]:
    """Give for each sentence the headings above it in one line, the labels of rows among them."""
    found = [""] * len(outline.sentences)
    for section in outline.sections:
        for number in range(section.first, section.last):
            found[number] += " | " + section.title.text
    return found


def _outside(rule: Rule, reading: Reading, period: Period) -> Iterator[Finding]:
    outline, document = reading.outline, reading.subject.document
    headings = _headings(outline)
    passed_over = _passed_over(reading)
    latest = _latest(document, period)
    prints = Fingerprints(reading.subject, rule)
    in_tables = {
        outline.lines[at].passage for table in outline.tables for at in range(table.first, table.last)
    }
    for passage, start, text, above in _told(outline, headings):
        words = {word for heading in above.casefold().split("|") for word in heading.split()}
        for told in dates_in(text, latest):
            span = Span(passage, start + told.start, start + told.end)
            if period.holds(told) or any(span.overlaps(other) for other in passed_over.get(passage, ())):
                continue
            after = period.last is not None and told.first > period.last
            in_a_row = passage in in_tables
            if not in_a_row and (_PAPERS.search(text) or (after and not above)):
                continue
            if after and words & _ABOUT_THE_REVIEW:
                continue
            yield _finding(rule, reading, span, period, prints, words)


def _told(outline: Outline, headings: Sequence[str]) -> list[tuple[str, int, str, str]]:
    """Give each sentence, and each label of a row, with its passage, its place there and its headings.

    They come in reading order.
    """
    found = [
        (sentence.line, (sentence.passage, sentence.start, sentence.text, headings[number]))
        for number, sentence in enumerate(outline.sentences)
    ]
    found += [
        (section.line, (section.title.passage, section.title.start, section.title.text, ""))
        for section in outline.sections
        if section.cell
    ]
    return [told for _, told in sorted(found, key=lambda entry: entry[0])]


def _finding(
    rule: Rule, reading: Reading, span: Span, period: Period, prints: Fingerprints, words: set[str]
) -> Finding:
    finding = at(rule, reading, span, "it lies outside the period that the review is about", prints)
    finding = replace(finding, spans=(span, period.span))
    if words & _BACKGROUND:
        because = "it lies outside the period, in a section on what went before"
        return replace(finding, severity=Severity.NOTE, because=because)
    return finding


def _passed_over(reading: Reading) -> Mapping[str, list[Span]]:
    """Give the days of birth, and the dates of the review itself, by passage."""
    found: dict[str, list[Span]] = {}
    for mention, _ in reading.subject.mentions:
        of_the_review = mention.label is Label.DATE and mention.score < _OF_THE_REVIEW
        if mention.label in _BIRTHS or of_the_review:
            found.setdefault(mention.span.passage, []).append(mention.span)
    return found


def _latest(document: Document, period: Period) -> int:
    """Give the last year that two figures can mean: of the period, or the last that is written in full."""
    years = [latest_year(passage.text) for passage in document.passages]
    known = [year for year in years if year is not None]
    last = period.last.year if period.last else period.first.year
    return max([*known, last]) + 1
