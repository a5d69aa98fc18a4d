"""What the rules found, and the answer: may this be published."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from redact.values.decided import Decided, Effect
from redact.values.rules import (
    Audience,
    DocumentKind,
    Edition,
    How,
    Mode,
    Rule,
    Rulebook,
    RuleKind,
    Settings,
    Severity,
    SourceStatus,
)
from redact.values.text import Location, Span

__all__ = [
    "Audience",
    "BundleJudgement",
    "DocumentKind",
    "Edition",
    "Finding",
    "How",
    "Judgement",
    "Mode",
    "Outcome",
    "Provenance",
    "Readiness",
    "Rule",
    "RuleKind",
    "Rulebook",
    "Settings",
    "Severity",
    "SourceStatus",
    "Verdict",
]


class Readiness(Enum):
    """The answer. There is no "safe"."""

    READY = "ready"
    NOT_READY = "not_ready"
    CANNOT_TELL = "cannot_tell"


class Outcome(Enum):
    """One rule's result."""

    PASS = "pass"  # noqa: S105 - an outcome, not a password
    FAIL = "fail"
    NEEDS_A_PERSON = "needs_a_person"
    NOT_RUN = "not_run"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault in one place.

    `spans` is empty for something that is missing. `masked` and `because` hold no word of the document;
    `text` does, and is left out of every report unless names are shown.
    `document_span` is half-open, in code points of `Document.text()`; none for what is not in that text.
    """

    rule: str
    severity: Severity
    label: str | None
    masked: str
    text: str = field(repr=False)
    entity: str | None
    message: str
    hint: str
    because: str
    score: float
    fingerprint: str
    location: Location
    spans: tuple[Span, ...]
    document_span: tuple[int, int] | None = None
    headings: tuple[str, ...] = field(default=(), repr=False)

    @property
    def untold(self) -> bool:
        """Tell whether it is an identity of which it could not be told whose it is."""
        return self.label is not None and self.entity is None and bool(self.spans)

    @property
    def thing(self) -> str:
        """What counts as one thing in a report: an entity, all that are untold, else the finding alone."""
        return self.entity or (self.masked if self.untold else self.fingerprint)

    def stops(self, decided: Decided | None) -> bool:
        """Tell whether it stops *ready*, with what was decided on it.

        A note stops only where somebody has decided that it is to be changed.
        """
        if decided is None or decided.effect is Effect.OPEN:
            return self.severity is not Severity.NOTE
        return decided.effect is Effect.TO_CHANGE


@dataclass(frozen=True, slots=True)
class Verdict:
    """One rule's result on one document; `where` are the places of what a requirement wants."""

    rule: str
    outcome: Outcome
    because: str
    source: str
    findings: tuple[Finding, ...] = ()
    sentence: str | None = None
    where: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the answer rests on; the same, in one case, gives the same Judgement byte for byte."""

    document_sha256: str
    rules_digest: str
    model_digest: str | None
    tool_version: str
    settings_digest: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """The answer for one document. `blocking` says in our own words what stops *ready*.

    `decided` says of each finding and gap on which somebody has decided what that comes to.
    """

    readiness: Readiness
    verdicts: tuple[Verdict, ...]
    blocking: tuple[str, ...]
    provenance: Provenance
    decided: tuple[Decided, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings of all verdicts, in the order of the document."""
        found = [finding for verdict in self.verdicts for finding in verdict.findings]
        return tuple(sorted(found, key=lambda finding: (finding.document_span or (1 << 60, 0), finding.rule)))

    @property
    def decisions(self) -> dict[str, Decided]:
        """What was decided, by fingerprint."""
        return {decided.fingerprint: decided for decided in self.decided}


@dataclass(frozen=True, slots=True)
class BundleJudgement:
    """The answer of the rules that need several documents, for all documents of one call together.

    `blocking` says in our own words what stops *ready*. `decided` is as of a Judgement. The first span of a
    finding, and its `document_span`, are of the document in which it is seen first.
    """

    readiness: Readiness
    verdicts: tuple[Verdict, ...]
    blocking: tuple[str, ...]
    decided: tuple[Decided, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings of all verdicts, rule by rule."""
        return tuple(finding for verdict in self.verdicts for finding in verdict.findings)

    @property
    def decisions(self) -> dict[str, Decided]:
        """What was decided, by fingerprint."""
        return {decided.fingerprint: decided for decided in self.decided}
