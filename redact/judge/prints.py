"""The fingerprints of identities in a document, before anything is judged, for what was said of one place."""

from __future__ import annotations

from collections import defaultdict

from redact.judge.applying import why_not
from redact.judge.identity import find_identities
from redact.judge.subject import subject_of
from redact.values.judgement import Rulebook, RuleKind, Settings
from redact.values.people import Label, Resolution
from redact.values.text import Document, Span

__all__ = ["prints_of"]


def prints_of(
    document: Document, resolution: Resolution, rulebook: Rulebook, *, settings: Settings, secret: bytes
) -> dict[tuple[Span, Label], tuple[str, ...]]:
    """Give for each identity of a document the fingerprints that its findings will have, rule by rule.

    Args:
        resolution: of this document, or of several; whose a mention is says nothing here.
        settings: with the kind that the document is judged as.
    """
    subject = subject_of(document, resolution, secret, settings.kind)
    found: dict[tuple[Span, Label], list[str]] = defaultdict(list)
    for rule in rulebook.rules:
        if rule.kind is RuleKind.IDENTITY and why_not(rule, settings) is None:
            for finding in find_identities(rule, subject):
                found[finding.spans[0], Label(finding.label)].append(finding.fingerprint)
    return {place: tuple(prints) for place, prints in found.items()}
