"""Rules of the kind `labels`: a label in use shows what it should hide, or is not one person's."""

from __future__ import annotations

from redact.judge.subject import Fingerprints, Subject
from redact.values.judgement import Finding, Rule
from redact.values.labels import LabelFault
from redact.values.people import Entity, Label, Mention

__all__ = ["find_labels", "judged_faults"]


def find_labels(rule: Rule, subject: Subject) -> tuple[Finding, ...]:
    """Find every fault of labels that the rule judges, one finding for each, in reading order.

    Params: `faults`. The finding stands at the first label; its other spans are further places, which may be
    in other documents. A label itself is no secret, and yet nothing of it is said: the place is named.
    """
    faults = judged_faults(rule, subject.labels)
    if not faults:
        return ()
    prints = Fingerprints(subject, rule)
    labels = {mention.span: (mention, entity) for mention, entity in subject.mentions if _is_label(mention)}
    return tuple(
        _finding(rule, subject, fault, *labels[fault.spans[0]], prints=prints)
        for fault in faults
        if fault.spans[0] in labels
    )


def judged_faults(rule: Rule, faults: tuple[LabelFault, ...]) -> tuple[LabelFault, ...]:
    """Choose the faults that a rule judges; their order stays."""
    kinds = rule.params.get("faults")
    return tuple(fault for fault in faults if isinstance(kinds, tuple) and fault.kind in kinds)


def _is_label(mention: Mention) -> bool:
    return mention.label is Label.PSEUDONYM


def _finding(
    rule: Rule,
    subject: Subject,
    fault: LabelFault,
    mention: Mention,
    entity: Entity | None,
    *,
    prints: Fingerprints,
) -> Finding:
    passage, span = subject.passage(mention), mention.span
    at = subject.starts.get(passage.id)
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        label=mention.label.value,
        masked=entity.mask if entity else "",
        text=passage.text[span.start : span.end],
        entity=entity.id if entity else None,
        message=rule.message,
        hint=rule.hint,
        because=fault.because,
        score=mention.score,
        fingerprint=prints.of(mention),
        location=passage.locate(span.start, span.end),
        spans=fault.spans,
        document_span=None if at is None else (at + span.start, at + span.end),
        headings=passage.headings,
    )
