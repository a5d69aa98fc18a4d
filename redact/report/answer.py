"""The last lines of a report: the answer in one line, and the one thing to do next.

There is no "safe" and no praise: the best answer is that nothing is open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from redact.report.bundle import left_between
from redact.report.decided import left_of
from redact.report.only import only_words
from redact.report.wording import READINESS_WORDS, ascii_words, count, listed
from redact.values.checking import Checked, CheckRun
from redact.values.judgement import BundleJudgement, Finding, Judgement, Outcome, Readiness, Severity

__all__ = ["Tally", "answer_line", "next_step", "tally"]

_JUDGED = (Outcome.PASS, Outcome.FAIL, Outcome.NEEDS_A_PERSON)


@dataclass(frozen=True, slots=True)
class Tally:
    """What stands open in some documents. `blocking` counts places, `things` the different things there.

    `to_change` counts what would be open to decision, and is to be changed as was decided; `decided` what is
    open no longer, `looked_at` the gaps among it.
    """

    blocking: int
    things: int
    asked: int
    noted: int
    gaps: int
    not_run: int
    to_sign: int
    rules: int
    unread: int
    unjudged: int
    untold: int = 0
    to_change: int = 0
    decided: int = 0
    looked_at: int = 0

    def open(self) -> list[str]:
        """Say each thing that stops *ready*, gravest first; of a ready document an empty list."""
        things = f" ({self.things:,} different)" if self.things != self.blocking else ""
        said = [
            (self.blocking, count(self.blocking, "finding that blocks", "findings that block") + things),
            (self.asked, f"{self.asked:,} to decide"),
            (self.to_change, f"{self.to_change:,} to change, as decided"),
            (self.untold, f"{count(self.untold, 'name')} that could be several people's"),
            (self.gaps, count(self.gaps, "gap")),
            (self.not_run, count(self.not_run, "rule") + " not run"),
            (self.unread, count(self.unread, "document") + " not read"),
            (self.unjudged, count(self.unjudged, "document") + " not judged"),
        ]
        return [words for number, words in said if number]


def tally(documents: Sequence[Checked], bundle: BundleJudgement | None = None) -> Tally:
    """Count over documents what was found, what was not read and what was not judged.

    Args:
        bundle: what was judged of all of them together.
    """
    judgements: list[Judgement | BundleJudgement] = [one.judgement for one in documents if one.judgement]
    judgements += [bundle] if bundle else []
    outcomes = [verdict.outcome for judgement in judgements for verdict in judgement.verdicts]
    left = [*(left_of(checked) for checked in documents), left_between(bundle)]
    findings = [finding for one in left for finding in one.findings]
    blocking = [finding for one in left for finding in one.weighing(Severity.BLOCK)]
    gaps = sum(len(one.gaps) for one in left)
    looked_at = (
        sum(len(checked.document.gaps) for checked in documents if checked.document is not None) - gaps
    )
    return Tally(
        blocking=len(blocking),
        things=len({(finding.rule, finding.thing) for finding in blocking}),
        asked=sum(len(one.weighing(Severity.ASK)) for one in left),
        noted=sum(len(one.weighing(Severity.NOTE)) for one in left),
        gaps=gaps,
        not_run=outcomes.count(Outcome.NOT_RUN),
        to_sign=outcomes.count(Outcome.NEEDS_A_PERSON),
        rules=len({v.rule for j in judgements for v in j.verdicts if v.outcome in _JUDGED}),
        untold=len({finding.spans for finding in findings if finding.untold}),
        unread=sum(checked.document is None for checked in documents),
        unjudged=sum(checked.document is not None and checked.judgement is None for checked in documents),
        to_change=sum(len(one.to_be_changed()) for one in left),
        decided=sum(len(judgement.findings) for judgement in judgements) - len(findings) + looked_at,
        looked_at=looked_at,
    )


def answer_line(run: CheckRun) -> str:
    """Give the answer of a run in one line."""
    counted = tally(run.documents, run.bundle)
    answer = READINESS_WORDS[run.readiness].capitalize()
    if run.readiness is Readiness.READY:
        read = "read completely"
        if counted.looked_at:
            read += f" but for {count(counted.looked_at, 'gap')} that somebody has looked at"
        parts = [
            read,
            f"judged completely by {count(counted.rules, 'rule')}",
            "no unresolved finding of the rules listed",
        ]
        parts += [count(counted.noted, "note")] if counted.noted else []
        parts += [f"{counted.decided:,} decided"] if counted.decided else []
    elif run.only:
        parts = [*counted.open(), only_words(run)]
    else:
        parts = counted.open() or _own_words(run) or ["nothing was checked"]
    if counted.to_sign:
        parts.append(count(counted.to_sign, "statement") + " still to be signed")
    return f"{answer}: {', '.join(parts)}."


def next_step(run: CheckRun, names: Sequence[str]) -> str:
    """Say the one thing to do next: a file that was not read first, then findings, then gaps.

    Args:
        names: what the documents are called in this report, in their order.
    """
    for checked, name in zip(run.documents, names, strict=True):
        if checked.error is not None and checked.error.remedy:
            which = f"for {name}: " if len(names) > 1 else ""
            return which + ascii_words(checked.error.remedy)
    first = _first_finding(run)
    if first is not None:
        return f"redact explain {first.rule}"
    counted = tally(run.documents, run.bundle)
    if counted.to_change:
        return 'change what stands under "To change, as was decided", and check again.'
    if counted.gaps:
        return 'look at each place under "Could not be read", do what it says there, and check again.'
    if counted.untold and run.key is not None and run.key.revision is not None:
        return "say who is meant where [person ?] stands: redact review --terminal with the documents."
    if counted.untold:
        return "see who is meant where [person ?] stands, write it so that it is told, and check again."
    if counted.not_run:
        return 'see under "Could not be judged" what is missing, and check again.'
    if run.readiness is Readiness.READY:
        return "somebody who knows the case reads it once more before it is published."
    return "the whole check, without --only." if run.only else "redact doctor"


def _first_finding(run: CheckRun) -> Finding | None:
    left = [*(left_of(checked) for checked in run.documents), left_between(run.bundle)]
    for severity in (Severity.BLOCK, Severity.ASK):
        for one in left:
            for finding in one.weighing(severity):
                return finding
    return None


def _own_words(run: CheckRun) -> list[str]:
    """What the judgements themselves say stands in the way, each reason once."""
    said = [words for checked in run.documents if checked.judgement for words in checked.judgement.blocking]
    said += run.bundle.blocking if run.bundle else ()
    return [listed([ascii_words(words) for words in dict.fromkeys(said)])] if said else []
