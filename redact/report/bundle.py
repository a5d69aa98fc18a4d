"""What was found between the documents of one call, for every report: in which of them it stands, and where.

A label in use is no secret, and yet it stands behind its mask here as in every other report.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from redact.report.decided import Judged, Left, decided_lines
from redact.report.grouping import grouped
from redact.report.requirements import asked, asked_lines
from redact.report.whereabouts import Whereabouts, survey
from redact.report.wording import SEVERITY_TITLES, ascii_words, count
from redact.values.checking import Checked, CheckRun
from redact.values.decided import Effect
from redact.values.judgement import BundleJudgement, Finding, Outcome, Severity
from redact.values.text import Passage, Span

__all__ = [
    "Between",
    "between",
    "bundle_lines",
    "decided_between",
    "findings_between",
    "left_between",
    "together_words",
]

_WIDTH = 79  # an old console has 80 columns
_PLACES_SHOWN = 5  # of one finding


@dataclass(frozen=True, slots=True)
class Between:
    """The documents of a call by the ids of their passages, so that a span can be placed."""

    documents: Mapping[str, Checked] = field(repr=False)
    places: Mapping[int, Whereabouts] = field(repr=False)
    starts: Mapping[str, int] = field(repr=False)

    def where(self, finding: Finding) -> list[str]:
        """Say for each place of a finding in which document it is, and where; the first place first."""
        return list(dict.fromkeys(filter(None, map(self.of_span, finding.spans))))

    def of_span(self, span: Span) -> str:
        """Say of one stretch in which document it is, and where; nothing where the document is not known."""
        checked = self.documents.get(span.passage)
        return "" if checked is None else f"{checked.name}, {self.inside(span)}"

    def inside(self, span: Span) -> str:
        """Say where in its document one stretch stands; nothing where the document is not known."""
        passage = self.passage(span)
        if passage is None:
            return ""
        at = self.starts.get(span.passage)
        inside = None if at is None else (at + span.start, at + span.end)
        places = self.places[self.documents[span.passage].number]
        return places.of_stretch(span, passage.locate(span.start, span.end), inside)

    def passage(self, span: Span) -> Passage | None:
        """Give the passage of a stretch; none where its document is not known."""
        checked = self.documents.get(span.passage)
        return None if checked is None else self.places[checked.number].passages[span.passage]


def between(run: CheckRun, *, show_names: bool = False) -> Between:
    """Survey the documents of a call for what stands between them."""
    documents: dict[str, Checked] = {}
    places: dict[int, Whereabouts] = {}
    starts: dict[str, int] = {}
    for checked in run.documents:
        if checked.document is not None:
            documents |= {passage.id: checked for passage in checked.document.passages}
            places[checked.number] = survey(checked.document, show_names=show_names)
            starts |= checked.document.starts()
    return Between(documents, places, starts)


def together_words(run: CheckRun) -> str:
    """Name what holds for no single document of the call."""
    return "All documents together" if len(run.documents) > 1 else "The review as a whole"


def left_between(bundle: BundleJudgement | None) -> Left:
    """Take from what was found between documents what is cleared by decisions."""
    if bundle is None:
        return Left((), ())
    cleared = {one.fingerprint for one in bundle.decided if one.effect is Effect.CLEARED}
    return Left(
        tuple(one for one in bundle.findings if one.fingerprint not in cleared),
        (),
        frozenset(one.fingerprint for one in bundle.decided if one.effect is Effect.TO_CHANGE),
    )


def findings_between(run: CheckRun, checked: Checked) -> list[Finding]:
    """Give what stands between the documents and is seen first in this one."""
    if run.bundle is None or checked.document is None:
        return []
    here = {passage.id for passage in checked.document.passages}
    return [finding for finding in run.bundle.findings if finding.spans and finding.spans[0].passage in here]


def decided_between(run: CheckRun, where: Between) -> tuple[Judged, ...]:
    """Give what was decided on what stands between the documents."""
    if run.bundle is None:
        return ()
    by = run.bundle.decisions
    return tuple(
        Judged("; ".join(where.where(finding)), finding.message, by[finding.fingerprint])
        for finding in run.bundle.findings
        if finding.fingerprint in by
    )


def bundle_lines(run: CheckRun, *, show_names: bool = False, everything: bool = False) -> list[str]:
    """Say what stands between the documents as lines for a terminal.

    Args:
        everything: list every place.

    Returns: none where nothing was found and everything could be judged.
    """
    if run.bundle is None:
        return []
    not_run = [verdict for verdict in run.bundle.verdicts if verdict.outcome is Outcome.NOT_RUN]
    where = between(run, show_names=show_names)
    asked_for = asked(run.bundle.verdicts, run.rules, where.of_span)
    requirements = asked_lines(asked_for, run.settings, everything=everything)
    if not run.bundle.findings and not not_run and not requirements:
        return []
    lines = [together_words(run)]
    left = left_between(run.bundle)
    for severity in Severity:
        found = left.weighing(severity)
        lines += ["", f"  {SEVERITY_TITLES[severity]} ({count(len(found), 'place')})"] if found else []
        for (rule, message, hint), same in grouped(found, lambda one: (one.rule, one.message, one.hint)):
            lines += _wrapped(f"{ascii_words(message)} (rule {rule})", 4)
            lines += _wrapped(f"what to do: {ascii_words(hint)}", 6)
            for finding in same:
                lines += _places(finding, where, everything=everything)
    lines += decided_lines(decided_between(run, where), everything=everything)
    lines += requirements
    if not_run:
        lines += ["", f"  Could not be judged ({len(not_run):,})"]
        lines += [
            line
            for verdict in not_run
            for line in _wrapped(f"{verdict.rule}: {ascii_words(verdict.because)}", 4)
        ]
    return lines


def _places(finding: Finding, where: Between, *, everything: bool) -> list[str]:
    places: Sequence[str] = where.where(finding)
    shown = places if everything else places[:_PLACES_SHOWN]
    masked = f"{finding.masked}: " if finding.masked else ""
    lines = _wrapped(f"{masked}{ascii_words(finding.because)}", 6)
    lines += [f"        {place}" for place in shown]
    if len(places) > len(shown):
        lines.append(f"        and {count(len(places) - len(shown), 'more place')}")
    return lines


def _wrapped(text: str, indent: int) -> list[str]:
    first = " " * indent
    return textwrap.wrap(
        text, _WIDTH, initial_indent=first, subsequent_indent=first + "  ", break_on_hyphens=False
    )
