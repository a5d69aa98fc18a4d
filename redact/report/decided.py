"""What people have decided, for every report: apart from what is open, with who and when.

Who decides is a worker on the review and is named; of the document there is no word in here.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from redact.report.grouping import grouped
from redact.report.whereabouts import Whereabouts
from redact.report.wording import ascii_words, count, printable
from redact.values.checking import Checked
from redact.values.decided import Decided, Effect
from redact.values.decisions import Decision
from redact.values.judgement import Finding, Severity
from redact.values.text import Gap

__all__ = [
    "EFFECT_TITLES",
    "Judged",
    "Left",
    "decided_lines",
    "decided_of",
    "decision_as_json",
    "left_of",
    "said_by",
    "said_by_one",
    "suppressions",
    "word_as_json",
]

Json = dict[str, object]

EFFECT_TITLES = {
    Effect.TO_CHANGE: "To change, as was decided",
    Effect.OPEN: "Decided, and open all the same",
    Effect.CLEARED: "Decided, and open no longer",
}
_WIDTH = 79  # an old console has 80 columns
_PLACES_SHOWN = 5


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
        return [finding for finding in self.undecided() if finding.severity is severity]

    def undecided(self) -> list[Finding]:
        """Give the findings but for those that only a decision to change keeps open, in their order."""
        return [
            finding
            for finding in self.findings
            if finding.severity is Severity.BLOCK or finding.fingerprint not in self.to_change
        ]

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


def decided_lines(decided: Sequence[Judged], *, everything: bool = False) -> list[str]:
    """Say what was decided of one document as lines for a terminal; each that says the same once.

    Args:
        everything: list every place.

    Returns: lines, the first of each section blank; none where nobody has decided anything.
    """
    lines = []
    for effect, title in EFFECT_TITLES.items():
        own = [one for one in decided if one.decided.effect is effect]
        lines += ["", f"  {title} ({count(len(own), 'place')})"] if own else []
        for (because, said), same in grouped(own, _words_of):
            lines += _wrapped(because[:1].upper() + because[1:] + ".", 4)
            lines += [line for words in said for line in _wrapped(ascii_words(words), 6)]
            shown = same if everything else same[:_PLACES_SHOWN]
            lines += [f"      {one.where}  {ascii_words(one.what)}" for one in shown]
            if len(same) > len(shown):
                lines.append(f"      and {count(len(same) - len(shown), 'more place')}")
    return lines


def said_by(decided: Decided) -> list[str]:
    """Say of each decision who has given it, when, and why, in one line each."""
    return [said_by_one(decision, holds=decision.holds_on(decided.day)) for decision in decided.decisions]


def said_by_one(decision: Decision, *, holds: bool) -> str:
    """Say in one line who has decided what, when, why, and until when."""
    reference = f" ({decision.reference})" if decision.reference else ""
    until = ""
    if decision.expires is not None:
        until = f", {'until' if holds else 'ended on'} {decision.expires.isoformat()}"
    signed = "" if decision.signature else ", not signed"
    day, reason = decision.when.date().isoformat(), decision.reason.value
    return f"{decision.answer.value}: {reason}{reference}, {printable(decision.who)}, {day}{until}{signed}"


def word_as_json(decision: Decision, *, holds: bool) -> Json:
    """Write one person's word as the reports for programs hold it."""
    return {
        "answer": decision.answer.value,
        "reason": decision.reason.value,
        "reference": decision.reference,
        "who": decision.who,
        "when": decision.when.replace(tzinfo=None).isoformat() + "Z",
        "expires": decision.expires.isoformat() if decision.expires else None,
        "holds": holds,
        "signed": decision.signature is not None,
    }


def decision_as_json(decided: Decided | None) -> Json | None:
    """Write what was decided on one thing as the reports for programs hold it."""
    if decided is None:
        return None
    return {
        "effect": decided.effect.value,
        "answer": decided.answer.value if decided.answer else None,
        "because": decided.because,
        "by": [word_as_json(one, holds=one.holds_on(decided.day)) for one in decided.decisions],
    }


def suppressions(decided: Decided | None) -> Json:
    """Write what has cleared a finding as SARIF knows it; nothing where none has."""
    if decided is None or decided.effect is not Effect.CLEARED:
        return {}
    return {
        "suppressions": [
            {
                "kind": "external",
                "status": "accepted",
                "justification": decision.reason.value,
                "properties": word_as_json(decision, holds=True),
            }
            for decision in decided.decisions
            if decision.holds_on(decided.day)
        ]
    }


def _words_of(one: Judged) -> tuple[str, tuple[str, ...]]:
    return one.decided.because, tuple(said_by(one.decided))


def _wrapped(text: str, indent: int) -> list[str]:
    first = " " * indent
    return textwrap.wrap(
        text, _WIDTH, initial_indent=first, subsequent_indent=first + "  ", break_on_hyphens=False
    )
