"""The kind `anywhere`: as `present`, in any of the documents of some kinds that are given together."""

from __future__ import annotations

from collections.abc import Sequence

from redact.judge.checks.faults import Fault, findings_of
from redact.judge.checks.given import given_values
from redact.judge.checks.present import Seen, look_for, wanted_of
from redact.judge.reading import Answer, Reading
from redact.values.judgement import DocumentKind, Finding, Outcome, Rule
from redact.values.text import Span

__all__ = ["find_anywhere"]


def find_anywhere(rule: Rule, readings: Sequence[Reading]) -> Answer:
    """Look for each wanted thing in the documents of the rule's kinds; one of them must have it.

    Params: those of `present`, and `kinds`.
    """
    kinds = given_values(rule, "kinds", DocumentKind)
    ours = [reading for reading in readings if not kinds or reading.settings.kind in kinds]
    if not ours:
        wanted = " or ".join(kind.value for kind in kinds)
        return Answer(seen=f"no document of the kind {wanted} was given", outcome=Outcome.NOT_APPLICABLE)
    wanted_things = wanted_of(rule)
    told: list[str] = []
    where: list[Span] = []
    findings: list[Finding] = []
    for name, phrases in wanted_things.wanted.items():
        best: tuple[Reading, Seen] | None = None
        for reading in ours:
            seen = look_for(reading.outline, phrases, wanted_things)
            if best is None or (seen.found, seen.rank) > (best[1].found, best[1].rank):
                best = reading, seen
            if seen.found:
                break
        assert best is not None  # noqa: S101 - there is a document
        reading, seen = best
        if seen.found:
            told.append(f"{name}: {seen.because}")
            where += [seen.span] if seen.span else []
        else:
            findings += findings_of(rule, reading, [Fault(f"{name}: {seen.because}", seen.span)])
    return Answer(tuple(findings), "; ".join(told), where=tuple(where))
