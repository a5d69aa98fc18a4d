"""Findings laid over the text of a document: which stretches are marked, and the place of each mark.

Findings that share a character become one mark, so that marks never cross and no letter is said twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from redact.values.judgement import Finding, Severity
from redact.values.text import Document

__all__ = ["Mark", "Marks", "key_of", "kind_of", "lay_out"]

_ORDER = {severity: number for number, severity in enumerate(Severity)}  # gravest first


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked stretch: `start` and `end` are half-open code points into its passage's text."""

    id: str
    start: int
    end: int
    findings: tuple[Finding, ...]

    @property
    def severity(self) -> Severity:
        """The gravest of what is found there."""
        return min((finding.severity for finding in self.findings), key=lambda severity: _ORDER[severity])


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one document, by passage and in reading order, and the mark of each finding."""

    by_passage: Mapping[str, tuple[Mark, ...]] = field(repr=False)
    by_finding: Mapping[int, str] = field(repr=False)  # by the finding's identity

    def of(self, passage: str) -> tuple[Mark, ...]:
        """Give the marks of one passage; often none."""
        return self.by_passage.get(passage, ())

    def id_of(self, finding: Finding) -> str | None:
        """Give the id of the mark on which a finding stands; none for something that is missing."""
        return self.by_finding.get(id(finding))


def lay_out(document: Document, findings: Iterable[Finding], number: int) -> Marks:
    """Lay findings over the passages of a document.

    Args:
        number: of the document in its run, 1-based; it keeps the ids of two documents apart.
    """
    spots: dict[str, list[tuple[int, int, Finding]]] = {}
    for finding in findings:
        for span in finding.spans:
            spots.setdefault(span.passage, []).append((span.start, span.end, finding))
    by_passage: dict[str, tuple[Mark, ...]] = {}
    by_finding: dict[int, str] = {}
    made = 0
    for passage in document.passages:
        marks = []
        for start, end, found in _merged(spots.get(passage.id, [])):
            made += 1
            marks.append(Mark(f"d{number}-m{made}", start, min(end, len(passage.text)), found))
            for finding in found:
                by_finding.setdefault(id(finding), marks[-1].id)
        by_passage[passage.id] = tuple(marks)
    return Marks(by_passage, by_finding)


def _merged(spots: list[tuple[int, int, Finding]]) -> list[tuple[int, int, tuple[Finding, ...]]]:
    merged: list[tuple[int, int, tuple[Finding, ...]]] = []
    for start, end, finding in sorted(spots, key=lambda spot: (spot[0], spot[1], spot[2].rule)):
        if merged and start < merged[-1][1]:
            before = merged[-1]
            merged[-1] = (before[0], max(before[1], end), (*before[2], finding))
        else:
            merged.append((start, end, (finding,)))
    return merged


def key_of(finding: Finding) -> str:
    """Give the word by which the page's filter knows a thing: `person-3`, made of its mask alone."""
    return "-".join(finding.masked.strip("[]").replace("?", "untold").lower().split())


def kind_of(finding: Finding) -> str:
    """Give the word by which the page's filter knows a kind: `person`, `date-of-birth`."""
    return (finding.label or "other").lower().replace("_", "-")
