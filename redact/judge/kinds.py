"""The kinds of rule that one document is held against: what finds their faults, and what they judge.

The kinds that need several documents are in `bundle`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from redact.judge.document_kind import find_kind
from redact.judge.hidden import find_hidden
from redact.judge.identity import covers, find_identities
from redact.judge.labels import find_labels
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
        RuleKind.LABELS: find_labels,
    }
)

# The kinds that judge mentions; a mention that no rule of them covers is reported as not judged. Of a mention
# they look at its label, its standing and its score alone.
Covers = Callable[[Rule, Mention, Part], bool]
COVERS: Mapping[RuleKind, Covers] = MappingProxyType({RuleKind.IDENTITY: covers})
