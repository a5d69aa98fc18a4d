"""Faults of a requirement, with or without a place, and the findings made of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from redact.judge.reading import Reading, at, missing
from redact.judge.subject import Fingerprints
from redact.values.judgement import Finding, Rule
from redact.values.text import Span

__all__ = ["Fault", "findings_of"]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, in our own words; `span` is where, none where something is not there at all."""

    because: str
    span: Span | None = None


def findings_of(rule: Rule, reading: Reading, faults: Iterable[Fault]) -> tuple[Finding, ...]:
    """Make the findings: what is not there first, in the order given, then the others in reading order."""
    told = list(dict.fromkeys(faults))
    found = [missing(rule, reading, fault.because, fault.because) for fault in told if fault.span is None]
    placed = [(fault.span, fault.because) for fault in told if fault.span is not None]
    if placed:
        order = reading.subject.order
        prints = Fingerprints(reading.subject, rule)
        placed.sort(key=lambda one: (order[one[0].passage], one[0].start, one[0].end, one[1]))
        found += [at(rule, reading, span, because, prints) for span, because in placed]
    return tuple(found)
