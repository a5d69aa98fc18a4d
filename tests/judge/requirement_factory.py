"""What a requirement says of a small document, written as the examples of rules are."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from redact.judge.reading import Answer, Reading
from redact.judge.requirements import REQUIREMENTS
from redact.judge.subject import subject_of
from redact.judge.together import TOGETHER
from redact.resolve import resolve
from redact.run.rule_examples import documents_of
from redact.values.judgement import Rule, RuleKind, Settings, Severity
from redact.values.people import Evidence, Label, Mention, Resolution
from redact.values.text import Document, Span
from tests.judge.judging_factory import SECRET, make_rule

__all__ = ["answer_of", "document", "faults_of", "reading_of", "rule_of", "together_of"]


def document(example: str) -> Document:
    """Read one document in the notation of `run.rule_examples`."""
    return documents_of(textwrap.dedent(example).strip("\n"), make_rule(), SECRET)[0][1]


def rule_of(kind: RuleKind, **params: object) -> Rule:
    """Make a rule of a kind of requirement."""
    return make_rule(kind=kind, severity=Severity.ASK, params=params)


def reading_of(document: Document, *names: str) -> Reading:
    """Read a document in which some names stand."""
    mentions = [
        Mention(
            Span(passage.id, at, at + len(name)),
            Label.PERSON,
            0.9,
            Evidence("tests", "1", "mark", "it is marked"),
        )
        for passage in document.passages
        for name in names
        for at in [passage.text.find(name)]
        if at >= 0
    ]
    resolution = resolve(mentions, [document]) if mentions else Resolution(())
    return Reading(subject_of(document, resolution, SECRET), Settings())


def answer_of(kind: RuleKind, example: str | Document, *names: str, **params: object) -> Answer:
    """Hold a requirement against a document."""
    read = document(example) if isinstance(example, str) else example
    return REQUIREMENTS[kind](rule_of(kind, **params), reading_of(read, *names))


def faults_of(kind: RuleKind, example: str | Document, *names: str, **params: object) -> list[str]:
    """Give the reasons of the findings."""
    return [finding.because for finding in answer_of(kind, example, *names, **params).findings]


def together_of(kind: RuleKind, example: str, **params: object) -> Answer:
    """Hold a requirement for several documents against those of an example."""
    rule = rule_of(kind, **params)
    read = documents_of(textwrap.dedent(example).strip("\n"), rule, SECRET)
    readings: Sequence[Reading] = [
        Reading(subject_of(one, Resolution(()), SECRET, kind), Settings(kind=kind)) for kind, one in read
    ]
    return TOGETHER[rule.kind](rule, readings)
