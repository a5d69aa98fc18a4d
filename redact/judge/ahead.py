"""What judging reads of documents whoever stands in them, read while the name model still looks for names."""

from __future__ import annotations

from collections.abc import Sequence

from redact.judge.jigsaw.telling import Telling
from redact.judge.once import Once
from redact.judge.plain import prose_ahead
from redact.values.judgement import Rulebook, RuleKind
from redact.values.text import Document

__all__ = ["read_ahead"]


def read_ahead(documents: Sequence[Document], rulebook: Rulebook, once: Once) -> None:
    """Read the headings, sentences and phrases of documents into `once`, for the rules of the same call."""
    plain = [rule for rule in rulebook.rules if rule.kind is RuleKind.PLAIN]
    telling = Telling(rulebook.jigsaw.phrases) if rulebook.jigsaw is not None else None
    for document in documents:
        if any(rule.is_requirement for rule in rulebook.rules):
            once.outline(document)
        for rule in plain:
            prose_ahead(document, rule, once)
        if telling is not None:
            telling.places(document, once)
