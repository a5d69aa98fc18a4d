"""The kinds of requirement for all documents of a call: what the bundle must hold, and how it agrees.

Each is one small function of a rule and the documents that gives an `Answer`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from redact.judge.checks.anywhere import find_anywhere
from redact.judge.checks.complete import judge_complete
from redact.judge.checks.period import judge_period
from redact.judge.checks.reference import judge_reference
from redact.judge.checks.traceable import judge_traceable
from redact.judge.reading import Answer, Reading
from redact.values.judgement import Rule, RuleKind

__all__ = ["TOGETHER", "Together"]

Together = Callable[[Rule, Sequence[Reading]], Answer]

TOGETHER: Mapping[RuleKind, Together] = MappingProxyType(
    {
        RuleKind.ANYWHERE: find_anywhere,
        RuleKind.REFERENCE: judge_reference,
        RuleKind.COMPLETE: judge_complete,
        RuleKind.TRACEABLE: judge_traceable,
        RuleKind.PERIOD: judge_period,
    }
)
