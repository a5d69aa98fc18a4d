"""Requirements of the kind `forbidden`: a phrase, a mark or what lies in a place may not stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from redact.judge.checks.fillings import FILLINGS
from redact.judge.checks.given import given_values, given_words
from redact.judge.checks.lines import Line, Seen, lines_of, seen_in
from redact.judge.checks.markings import MARKINGS
from redact.judge.checks.marks import Mark
from redact.judge.checks.within import Sections, phrases_in
from redact.judge.hidden import find_hidden
from redact.judge.phrases import compile_phrases
from redact.judge.reading import Answer, Reading, at
from redact.judge.subject import Fingerprints
from redact.values.judgement import Finding, Rule
from redact.values.requirements import MarkName
from redact.values.text import Document, Part, Span

__all__ = ["MARKS", "Marked", "find_marks", "judge_forbidden"]

MARKS = MappingProxyType({**MARKINGS, **FILLINGS})


@dataclass(frozen=True, slots=True)
class Marked:
    """One mark: the places in which it stands, more than one only in a line that runs over the pages."""

    name: MarkName
    spans: tuple[Span, ...]
    running: str | None = field(repr=False)

    @property
    def because(self) -> str:
        """Say what it is, in our own words."""
        said = MARKS[self.name].because
        return said if len(self.spans) == 1 else f"{said}, on {len(self.spans):,} pages or in as many places"


def judge_forbidden(rule: Rule, reading: Reading) -> Answer:
    """Find what the rule forbids; each place is one finding.

    Params: `phrases`, `marks`, `places`, of which one at least is given; `headings`, `except_headings` (the
    sections in which phrases and marks are looked for, and those in which they may stand).
    """
    prints = Fingerprints(reading.subject, rule)
    marks = given_values(rule, "marks", MarkName)
    allowed = Sections(reading, given_words(rule, "headings"), given_words(rule, "except_headings"))
    found = [
        (marked.spans, marked.because)
        for marked in find_marks(reading.subject.document, marks)
        if allowed.hold(marked.spans[0])
    ]
    for span in phrases_in(reading, compile_phrases(given_words(rule, "phrases"))):
        if allowed.hold(span) and not any(span.overlaps(other) for spans, _ in found for other in spans):
            found.append(((span,), "a wording that may not stand here"))
    findings = [_finding(rule, reading, spans, because, prints) for spans, because in found]
    places = [place for name in marks for place in MARKS[name].places]
    return Answer((*findings, *_in_places(rule, reading, (*given_words(rule, "places"), *places))))


def find_marks(document: Document, names: tuple[MarkName, ...]) -> Iterator[Marked]:
    """Find the marks in a document, in reading order mark by mark; of two at one place the first."""
    taken: set[tuple[str, int]] = set()
    seen = tuple(seen_in(document)) if names else ()
    for name in names:
        running: dict[str, list[Span]] = {}
        found: list[Marked] = []
        for line, span in _written(seen, MARKS[name], fields=name is MarkName.MERGE_FIELD):
            letters = {(span.passage, offset) for offset in range(span.start, span.end)}
            if letters & taken:
                continue
            taken |= letters
            key = f"{line.passage.location.part.value} {line.text.strip()}" if line.running else None
            if key is None:
                found.append(Marked(name, (span,), None))
            elif key in running:
                running[key].append(span)
            else:
                running[key] = [span]
                found.append(Marked(name, (span,), key))
        yield from (
            one if one.running is None else replace(one, spans=tuple(running[one.running])) for one in found
        )


def _written(seen: Sequence[Seen], mark: Mark, *, fields: bool) -> Iterator[tuple[Line, Span]]:
    for line in lines_of(seen, mark.gate, fields=fields):
        own: list[tuple[int, int]] = []
        for pattern in mark.patterns[line.where]:
            for match in pattern.finditer(line.text):
                name = next(one for one in ("mark", "mark2") if match.groupdict().get(one))
                start, end = match.span(name)
                if not any(start < other_end and other < end for other, other_end in own):
                    own.append((start, end))
        for start, end in sorted(own):
            span = line.span(start, end)
            if line.passage.locate(span.start, span.end).part is not Part.TRACKED_DELETION:
                yield line, span


def _finding(
    rule: Rule, reading: Reading, spans: tuple[Span, ...], because: str, prints: Fingerprints
) -> Finding:
    finding = at(rule, reading, spans[0], because, prints)
    return finding if len(spans) == 1 else replace(finding, spans=spans)


def _in_places(rule: Rule, reading: Reading, places: tuple[str, ...]) -> tuple[Finding, ...]:
    if not places:
        return ()
    named = tuple(dict.fromkeys(places))
    found = find_hidden(
        replace(rule, params=MappingProxyType({"places": named})), replace(reading.subject, blocked=())
    )
    return tuple(found)
