"""Rules as SARIF describes them: the driver's list of what it looks for, and how much each weighs."""

from __future__ import annotations

from redact.report.hidden import advice_words
from redact.values.judgement import Rule, Severity

__all__ = ["LEFT_ALONE", "LEFT_ALONE_RULE", "LEVELS", "descriptor"]

Json = dict[str, object]

LEVELS = {Severity.BLOCK: "error", Severity.ASK: "warning", Severity.NOTE: "note"}
LEFT_ALONE = "left-alone"  # no rule of the rulebook: what `--explain` tells
LEFT_ALONE_RULE: Json = {
    "id": LEFT_ALONE,
    "shortDescription": {"text": "Looked at and left alone"},
    "fullDescription": {
        "text": "It has the form of an identifier and was not taken for one. Nothing needs to be done."
    },
    "defaultConfiguration": {"level": "none"},
}


def descriptor(rule: Rule) -> Json:
    """Describe one rule: what it finds, why it matters, and where it is from."""
    paragraphs = [
        rule.message,
        f"{advice_words(rule)}: {rule.hint}",
        f"Why it matters: {rule.why}",
        f"Source: {rule.source}",
    ]
    if rule.sentence:
        paragraphs.append(f"What a person signs: {rule.sentence}")
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.message},
        "help": {"text": "\n\n".join(paragraphs)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"severity": rule.severity.value, "source": rule.source},
    }
