"""What a requirement is held against: one document with who is in it, and for whom it is checked."""

from __future__ import annotations

from dataclasses import dataclass, field

from redact.judge.once import Once
from redact.judge.outline import Outline
from redact.judge.subject import Fingerprints, Subject
from redact.values.fingerprint import fingerprint
from redact.values.judgement import Finding, Outcome, Rule, Settings
from redact.values.text import Location, Part, Span

__all__ = ["Answer", "Reading", "at", "missing"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One document, read whole, with its mentions; `settings.kind` is what it is judged as."""

    subject: Subject = field(repr=False)
    settings: Settings
    # Shared by the copies of this value, and where a call says so by all that it makes of its documents.
    once: Once = field(default_factory=Once, repr=False, compare=False)

    @property
    def outline(self) -> Outline:
        """Give the headings, sentences and tables of the document."""
        return self.once.outline(self.subject.document)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a requirement comes to in a document.

    `seen` says in our own words where what is wanted stands; it is the reason of a verdict without findings.
    `where` are its places. `outcome` is set where the answer is neither pass nor fail: the document has
    nothing of the kind (not applicable), or it could not be judged (not run); `seen` says why.
    """

    findings: tuple[Finding, ...] = ()
    seen: str = ""
    outcome: Outcome | None = None
    where: tuple[Span, ...] = ()


def missing(rule: Rule, reading: Reading, because: str, what: str = "") -> Finding:
    """Make the finding that something is not in the document; it has no span.

    Args:
        because: our own words, never the document's.
        what: tells one missing thing from another of the same rule.
    """
    subject = reading.subject
    kind = subject.kind.value if subject.kind else ""
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        label=None,
        masked="",
        text="",
        entity=None,
        message=rule.message,
        hint=rule.hint,
        because=because,
        score=1.0,
        # Of this very file: an exception for one agency's report is none for another's.
        fingerprint=fingerprint(
            subject.secret, "finding", [rule.id, "missing", kind, what, subject.document.sha256]
        ),
        location=Location(Part.BODY),
        spans=(),
    )


def at(rule: Rule, reading: Reading, span: Span, because: str, prints: Fingerprints) -> Finding:
    """Make the finding that something stands, or is wrong, in one place.

    Args:
        because: our own words, never the document's.
        prints: of this rule and document, called in reading order.
    """
    subject = reading.subject
    passage = subject.passages[span.passage]
    start = subject.starts.get(passage.id)
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        label=None,
        masked="",
        text=passage.text[span.start : span.end],
        entity=None,
        message=rule.message,
        hint=rule.hint,
        because=because,
        score=1.0,
        fingerprint=prints.at(span),
        location=passage.locate(span.start, span.end),
        spans=(span,),
        document_span=None if start is None else (start + span.start, start + span.end),
        headings=passage.headings,
    )
