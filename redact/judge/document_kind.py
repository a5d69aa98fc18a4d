"""Rules of the kind `document-kind`: a document of this kind is not for these readers at all."""

from __future__ import annotations

from redact.judge.subject import Subject
from redact.values.fingerprint import fingerprint
from redact.values.judgement import Finding, Rule
from redact.values.text import Location, Part

__all__ = ["find_kind"]


def find_kind(rule: Rule, subject: Subject) -> tuple[Finding, ...]:
    """Give one finding where the document is judged as one of the rule's kinds; it has no span.

    Params: `kinds`. A document whose kind is not plain gives none: what is in it is judged by every rule.
    """
    kinds = rule.params.get("kinds")
    if subject.kind is None or not isinstance(kinds, tuple) or subject.kind not in kinds:
        return ()
    return (
        Finding(
            rule=rule.id,
            severity=rule.severity,
            label=None,
            masked="",
            text="",
            entity=None,
            message=rule.message,
            hint=rule.hint,
            because=f"it is judged as: {subject.kind.value}",
            score=1.0,
            # Of this very file: an exception for one form is none for the other forms of the case.
            fingerprint=fingerprint(
                subject.secret, "finding", [rule.id, subject.kind.value, subject.document.sha256]
            ),
            location=Location(Part.BODY),
            spans=(),
        ),
    )
