"""The kinds of requirement: what a document must hold, or may not, under an edition or a board's procedure.

Each is one small function of a rule and a document that gives an `Answer`. Requirements for several documents
are in `together`. A statement that only a person can make is in neither: it always needs a person.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from redact.judge.checks.access import find_barriers
from redact.judge.checks.answered import find_answered
from redact.judge.checks.columns import find_columns
from redact.judge.checks.count import judge_count
from redact.judge.checks.date_form import find_date_form
from redact.judge.checks.forbidden import judge_forbidden
from redact.judge.checks.panel import find_panel
from redact.judge.checks.plain import find_hard_to_read
from redact.judge.checks.precision import judge_precision
from redact.judge.checks.present import find_present
from redact.judge.checks.role_lines import judge_role_lines
from redact.judge.checks.sections import find_sections
from redact.judge.checks.together import judge_together
from redact.judge.checks.wording import judge_wording
from redact.judge.reading import Answer, Reading
from redact.values.judgement import Outcome, Rule, RuleKind, Verdict

__all__ = ["REQUIREMENTS", "Requirement", "verdict_of"]

Requirement = Callable[[Rule, Reading], Answer]

REQUIREMENTS: Mapping[RuleKind, Requirement] = MappingProxyType(
    {
        RuleKind.PRESENT: find_present,
        RuleKind.SECTIONS: find_sections,
        RuleKind.COLUMNS: find_columns,
        RuleKind.ANSWERED: find_answered,
        RuleKind.PANEL: find_panel,
        RuleKind.DATE_FORM: find_date_form,
        RuleKind.PLAIN: find_hard_to_read,
        RuleKind.ACCESS: find_barriers,
        RuleKind.FORBIDDEN: judge_forbidden,
        RuleKind.WORDING: judge_wording,
        RuleKind.COUNT: judge_count,
        RuleKind.PRECISION: judge_precision,
        RuleKind.TOGETHER: judge_together,
        RuleKind.ROLE_LINES: judge_role_lines,
    }
)


def verdict_of(rule: Rule, answer: Answer) -> Verdict:
    """Turn an answer into the rule's verdict; what passes and has a sentence still needs a person."""
    if answer.findings:
        number = len(answer.findings)
        because = "found in 1 place" if number == 1 else f"found in {number:,} places"
        if all(not finding.spans for finding in answer.findings):
            because = "; ".join(dict.fromkeys(finding.because for finding in answer.findings))
        return Verdict(rule.id, Outcome.FAIL, because, rule.source, answer.findings, rule.sentence)
    outcome = answer.outcome or (Outcome.NEEDS_A_PERSON if rule.sentence else Outcome.PASS)
    because = answer.seen or "nothing of the kind stands in what was read"
    return Verdict(rule.id, outcome, because, rule.source, sentence=rule.sentence, where=answer.where)
