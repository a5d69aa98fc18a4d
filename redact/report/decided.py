"""What people have decided, for every report: apart from what is open, with who and when.

Who decides is a worker on the review and is named; of the document there is no word in here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from redact.report.whereabouts import Whereabouts
from redact.report.wording import printable
from redact.values.checking import Checked
from redact.values.decided import Decided, Effect
from redact.values.decisions import Answer, Decision
from redact.values.judgement import Finding, Severity
from redact.values.text import Gap

__all__ = [
    "ANSWER_TITLES",
    "CLEARED_TITLE",
    "OPEN_TITLE",
    "Judged",
    "Left",
    "decided_of",
    "decision_as_json",
    "left_of",
    "said_by",
]

Json = dict[str, object]

CLEARED_TITLE = "Decided"
OPEN_TITLE = "Decided, and open all the same"
ANSWER_TITLES = {
    Answer.MISTAKEN: "Mistaken: not what it was taken for",
    Answer.KEEP: "Stays",
    Answer.EXCEPTION: "Stays by an exception of two people",
    Answer.LOOKED_AT: "Could not be read, and somebody has looked at it",
    Answer.CHANGE: "To be changed",
}


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding or gap on which somebody has decided: where it stands, what it is, what it comes to."""

    where: str
    what: str
    decided: Decided


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of a document's findings and gaps when what decisions have cleared is taken away.

    `to_change` are the fingerprints on which was decided that something is to be changed.
    """

    findings: tuple[Finding, ...]
    gaps: tuple[Gap, ...]
    to_change: frozenset[str] = frozenset()

    def weighing(self, severity: Severity) -> list[Finding]:
        """Give the findings of one weight but for those that only a decision to change keeps open."""
        found = [finding for finding in self.findings if finding.severity is severity]
        if severity is Severity.BLOCK:
            return found
        return [finding for finding in found if finding.fingerprint not in self.to_change]

    def to_be_changed(self) -> list[Finding]:
        """Give those that would block nothing, and are to be changed as was decided."""
        return [
            finding
            for finding in self.findings
            if finding.severity is not Severity.BLOCK and finding.fingerprint in self.to_change
        ]


def left_of(checked: Checked) -> Left:
    """Take from what was found in a document what is cleared by decisions."""
    if checked.document is None or checked.judgement is None:
        return Left((), () if checked.document is None else checked.document.gaps)
    decided = checked.judgement.decided
    cleared = {one.fingerprint for one in decided if one.effect is Effect.CLEARED}
    return Left(
        tuple(one for one in checked.judgement.findings if one.fingerprint not in cleared),
        tuple(gap for gap in checked.document.gaps if gap.fingerprint not in cleared),
        frozenset(one.fingerprint for one in decided if one.effect is Effect.TO_CHANGE),
    )


def decided_of(checked: Checked, places: Whereabouts) -> tuple[Judged, ...]:
    """Give what was decided of one document, in its order, findings before gaps."""
    if checked.document is None or checked.judgement is None:
        return ()
    by = checked.judgement.decisions
    found = [
        Judged(places.of_finding(finding), finding.masked or finding.message, by[finding.fingerprint])
        for finding in checked.judgement.findings
        if finding.fingerprint in by
    ]
    missed = [
        Judged(places.of_gap(gap), gap.what, by[gap.fingerprint])
        for gap in checked.document.gaps
        if gap.fingerprint in by
    ]
    return (*found, *missed)


def said_by(decisions: Sequence[Decision]) -> list[str]:
    """Say of each decision who has given it, when, and why, in one line each."""
    return [_said_by(decision) for decision in decisions]


def decision_as_json(decided: Decided | None) -> Json | None:
    """Write what was decided on one thing as the reports for programs hold it."""
    if decided is None:
        return None
    return {
        "effect": decided.effect.value,
        "answer": decided.answer.value if decided.answer else None,
        "because": decided.because,
        "by": [
            {
                "answer": decision.answer.value,
                "reason": decision.reason.value,
                "reference": decision.reference,
                "who": decision.who,
                "when": _when(decision),
                "expires": decision.expires.isoformat() if decision.expires else None,
                "signed": decision.signature is not None,
            }
            for decision in decided.decisions
        ],
    }


def _said_by(decision: Decision) -> str:
    reference = f" ({decision.reference})" if decision.reference else ""
    until = f", until {decision.expires.isoformat()}" if decision.expires else ""
    signed = "" if decision.signature else ", not signed"
    day = decision.when.date().isoformat()
    reason = decision.reason.value
    return f"{decision.answer.value}: {reason}{reference}, {printable(decision.who)}, {day}{until}{signed}"


def _when(decision: Decision) -> str:
    return decision.when.replace(tzinfo=None).isoformat() + "Z"
