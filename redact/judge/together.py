"""The kinds of requirement for all documents of a call: what the bundle must hold, and how it agrees.

Each is one small function of a rule and the documents that gives an `Answer`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from redact.judge.reading import Answer, Reading
from redact.values.judgement import Rule, RuleKind

__all__ = ["TOGETHER", "Together"]

Together = Callable[[Rule, Sequence[Reading]], Answer]

TOGETHER: Mapping[RuleKind, Together] = MappingProxyType({})
