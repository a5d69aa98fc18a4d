"""`check --only`: parts of the check alone. What is found is told; that something is ready never is.

Whoever writes a summary wants to know ten times a day how it reads. For plain English and accessibility
nobody has to be recognised, so neither the engines nor the model of names are loaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from redact.errors import ExitStatus, worst
from redact.values.checking import Checked, CheckRun
from redact.values.judgement import (
    BundleJudgement,
    Judgement,
    Outcome,
    Readiness,
    Rulebook,
    RuleKind,
    Verdict,
)
from redact.values.people import Mention
from redact.values.plain import PlainReading
from redact.values.text import Document

if TYPE_CHECKING:
    from redact.judge import Once

__all__ = ["PARTS", "looks_at", "part_of", "plain_readings", "recognises", "rules_of"]

# The rules of each part; all others are left out where parts alone are asked for.
_KINDS = {
    "jigsaw": (RuleKind.JIGSAW, RuleKind.TOGETHER, RuleKind.PRECISION),
    "plain": (RuleKind.PLAIN,),
    "access": (RuleKind.ACCESS,),
}
# A rare condition by its name, and a trial in words that a search finds: facts that identify, by their words.
_BY_WORDS = {"jigsaw": ("x-07", "x-09")}
PARTS = tuple(_KINDS)
_BECAUSE = "only a part of the check was asked for"
# What `judge` adds of itself where a rule of ours could not be held against a document.
_OWN = ("unjudged-requirements", "unjudged-board")
_STATUS = {Readiness.NOT_READY: ExitStatus.FINDINGS, Readiness.CANNOT_TELL: ExitStatus.CANNOT_TELL}

_Judged = TypeVar("_Judged", Judgement, BundleJudgement)


def looks_at(only: Sequence[str], part: str) -> bool:
    """Tell whether a part is asked for; where none is named, all are."""
    return not only or part in only


def recognises(only: Sequence[str]) -> bool:
    """Tell whether people and things must be found for what is asked for."""
    return looks_at(only, "jigsaw")


def rules_of(rulebook: Rulebook, only: Sequence[str]) -> Rulebook:
    """Leave in a rulebook the rules of the parts that are asked for."""
    if not only:
        return rulebook
    kinds = {kind for part in only for kind in _KINDS[part]}
    ids = {id_ for part in only for id_ in _BY_WORDS.get(part, ())}
    kept = tuple(rule for rule in rulebook.rules if rule.kind in kinds or rule.id in ids)
    return replace(rulebook, rules=kept, jigsaw=rulebook.jigsaw if recognises(only) else None)


def plain_readings(
    documents: Sequence[Document],
    mentions: Sequence[Mention],
    rulebook: Rulebook,
    only: Sequence[str],
    once: Once,
) -> tuple[PlainReading, ...] | None:
    """Say of each document how hard it is to read; none where that was not asked for.

    Args:
        once: what the call has read of the documents already.

    Raises:
        RuleFault: a word list is missing or broken.
    """
    if not looks_at(only, "plain"):
        return None
    from redact.judge.plain import plain_of

    return tuple(plain_of(document, mentions, rulebook, once) for document in documents)


def part_of(run: CheckRun, only: Sequence[str]) -> CheckRun:
    """Say of a run that parts alone were asked for, so that nothing of it is ready."""
    if not only:
        return run
    bundle = None if run.bundle is None else _partly(run.bundle, run)
    documents = tuple(_checked(one, run) for one in run.documents)
    answers = [one.judgement.readiness for one in documents if one.judgement]
    answers += [bundle.readiness] if bundle else []
    readiness = Readiness.NOT_READY if Readiness.NOT_READY in answers else Readiness.CANNOT_TELL
    return replace(
        run,
        documents=documents,
        bundle=bundle,
        readiness=readiness,
        status=worst([*(one.status for one in documents), _STATUS[readiness]]),
        only=tuple(part for part in PARTS if part in only),
    )


def _checked(one: Checked, run: CheckRun) -> Checked:
    if one.judgement is None:
        return one
    judgement = _partly(one.judgement, run)
    return replace(one, judgement=judgement, status=_STATUS[judgement.readiness])


def _partly(judgement: _Judged, run: CheckRun) -> _Judged:
    """Keep what was asked for; an open finding stands, and without one nobody can tell."""
    ours = {rule.id for rule in run.rules}
    verdicts = tuple(one for one in judgement.verdicts if one.rule in ours or _is_own(one))
    decided = judgement.decisions
    findings = (finding for one in verdicts for finding in one.findings)
    open_ = any(finding.stops(decided.get(finding.fingerprint)) for finding in findings)
    readiness = Readiness.NOT_READY if open_ else Readiness.CANNOT_TELL
    return replace(judgement, readiness=readiness, verdicts=verdicts, blocking=(_BECAUSE,))


def _is_own(verdict: Verdict) -> bool:
    return verdict.outcome is Outcome.NOT_RUN and verdict.rule in _OWN
