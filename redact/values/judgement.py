"""Rules, what they found, and the answer: may this be published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from redact.values.decided import Decided, Effect
from redact.values.text import Location, Span

__all__ = [
    "Audience",
    "BundleJudgement",
    "DocumentKind",
    "Edition",
    "Finding",
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
    "Verdict",
]


class Severity(Enum):
    """How much a finding weighs: it stops *ready*, it asks for a decision, it is said."""

    BLOCK = "block"
    ASK = "ask"
    NOTE = "note"


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


class Edition(Enum):
    """Editions of Working Together, named as the rulebook's folders are."""

    WT2006 = "wt2006"
    WT2010 = "wt2010"
    WT2010B = "wt2010b"  # with the ministerial letter of 10 June 2010
    WT2013 = "wt2013"
    WT2015 = "wt2015"
    WT2018 = "wt2018"
    WT2023 = "wt2023"


class DocumentKind(Enum):
    """Kinds of document of a case; OTHER is judged by the strictest profile."""

    IMR = "imr"
    CHRONOLOGY = "chronology"
    OVERVIEW = "overview"
    SUMMARY = "summary"
    ACTION_PLAN = "action-plan"
    TERMS_OF_REFERENCE = "terms-of-reference"
    FORM = "form"
    LETTER = "letter"
    RESPONSE = "response"
    COMPANION = "companion"
    GUIDANCE = "guidance"
    BLANK_TEMPLATE = "blank-template"
    OTHER = "other"


class Audience(Enum):
    """Who will read the document."""

    PANEL = "panel"
    OFSTED = "ofsted"
    NATIONAL_PANEL = "national-panel"
    FAMILY = "family"
    PUBLIC = "public"


class Mode(Enum):
    """How the review is published."""

    FULL = "full"
    SUMMARY_ONLY = "summary-only"
    ANONYMOUS = "anonymous"
    IMPROVEMENTS_ONLY = "improvements-only"
    NOT_PUBLISHED = "not-published"


class RuleKind(Enum):
    """The kinds of check that code knows; each has one function in `judge.KINDS`."""

    IDENTITY = "identity"
    DOCUMENT_KIND = "document-kind"
    HIDDEN = "hidden"
    LABELS = "labels"
    BUNDLE = "bundle"  # held against all documents of a call together


@dataclass(frozen=True, slots=True)
class Rule:
    """One requirement, from YAML, never built in code.

    `applies_to`, `audience` and `mode` list the values for which the rule holds; empty means every one.
    `finds` are invented sentences in which the rule must find a fault, `allows` sentences in which not; of
    a rule of the kind `hidden` each begins with a place: "D27: Ask her mother."; of the kind `bundle` each
    holds several documents, parted by " || ".
    """

    id: str
    kind: RuleKind
    severity: Severity
    title: str
    message: str
    hint: str
    why: str
    source: str
    params: Mapping[str, object]
    finds: tuple[str, ...]
    allows: tuple[str, ...]
    edition: tuple[Edition, ...] = ()
    applies_to: tuple[DocumentKind, ...] = ()
    audience: tuple[Audience, ...] = ()
    mode: tuple[Mode, ...] = ()
    sentence: str | None = None


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
    """One rule's result on one document."""

    rule: str
    outcome: Outcome
    because: str
    source: str
    findings: tuple[Finding, ...] = ()
    sentence: str | None = None


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


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules, in the order of their ids, and a digest of the files they came from."""

    rules: tuple[Rule, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What is checked for whom. None means: not stated; an unstated kind is judged by every rule."""

    edition: Edition | None = None
    kind: DocumentKind | None = None
    audience: Audience = Audience.PUBLIC
    mode: Mode = Mode.FULL
    board: str | None = None
