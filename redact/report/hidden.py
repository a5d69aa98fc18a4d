"""Findings of what a reader of the report does not see: told apart from the rest, in every report."""

from __future__ import annotations

from collections.abc import Sequence

from redact.report.wording import ascii_words
from redact.values.checking import CheckRun
from redact.values.judgement import Finding, Rule, RuleKind, Severity

__all__ = [
    "HIDDEN_TITLE",
    "HIDDEN_TITLES",
    "advice_words",
    "apart",
    "hidden_means",
    "hidden_rules",
    "how_much",
]

HIDDEN_TITLE = "Hidden in the file"
_MEANS = "Nobody who reads the pages sees these, and everybody who gets the file has them."
_NAMED = "A name in one of them is listed above too, and goes with it."
HIDDEN_TITLES = {
    Severity.BLOCK: "Hidden, with a name or identifier in it: to take out before this is published",
    Severity.ASK: "Hidden. To decide: take it out, or record why it stays",
    Severity.NOTE: "Hidden. To know: it stops nothing",
}


# Kinds whose faults are words that others take the place of.
_WRITTEN_INSTEAD = (RuleKind.IDENTITY, RuleKind.DOCUMENT_KIND, RuleKind.LABELS, RuleKind.BUNDLE)


def hidden_rules(run: CheckRun) -> frozenset[str]:
    """Give the ids of the rules on hidden places."""
    return frozenset(rule.id for rule in run.rules if rule.kind is RuleKind.HIDDEN)


def apart(findings: Sequence[Finding], rules: frozenset[str]) -> tuple[list[Finding], list[Finding]]:
    """Part findings into those on what everybody reads, and those of the hidden rules; their order stays."""
    hidden = [finding for finding in findings if finding.rule in rules]
    return [finding for finding in findings if finding.rule not in rules], hidden


def hidden_means(findings: Sequence[Finding]) -> str:
    """Say what the hidden findings of a document have in common."""
    named = any(finding.severity is Severity.BLOCK for finding in findings)
    return f"{_MEANS} {_NAMED}" if named else _MEANS


def how_much(finding: Finding) -> str:
    """Say in our own words what stands in a hidden place, and how much of it."""
    return ascii_words(finding.because)


def advice_words(rule: Rule) -> str:
    """Say what the hint of a rule is about: a sentence to write, or a thing to take out."""
    if rule.kind is RuleKind.HIDDEN:
        return "How to take it out"
    return "What to write instead" if rule.kind in _WRITTEN_INSTEAD else "What to do"
