"""The kinds of rule: for each, the function that finds its faults and the test of what it judges."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from redact.judge.document_kind import find_kind
from redact.judge.hidden import find_hidden
from redact.judge.identity import covers, find_identities
from redact.judge.subject import Subject
from redact.values.judgement import Finding, Rule, RuleKind
from redact.values.people import Mention
from redact.values.text import Part

__all__ = ["COVERS", "KINDS", "Check", "Covers"]

# Finds every fault of one rule in one document, in reading order.
Check = Callable[[Rule, Subject], tuple[Finding, ...]]

KINDS: Mapping[RuleKind, Check] = MappingProxyType(
    {
        RuleKind.IDENTITY: find_identities,
        RuleKind.DOCUMENT_KIND: find_kind,
        RuleKind.HIDDEN: find_hidden,
    }
)

# The kinds that judge mentions; a mention that no rule of them covers is reported as not judged.
Covers = Callable[[Rule, Mention, Part], bool]
COVERS: Mapping[RuleKind, Covers] = MappingProxyType({RuleKind.IDENTITY: covers})
