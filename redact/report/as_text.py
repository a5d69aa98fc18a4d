"""A CheckRun for the terminal: what was found, where, what to write instead, and the answer.

It is ASCII, without colour, 80 columns wide but for long places. Names stay behind their masks, and
nothing of a document is quoted, unless names are asked for; then the first line says so.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, field

from redact.report.answer import Tally, answer_line, next_step, tally
from redact.report.bundle import bundle_lines
from redact.report.decided import decided_lines, decided_of, left_of
from redact.report.grouping import grouped
from redact.report.hidden import HIDDEN_TITLE, HIDDEN_TITLES, apart, hidden_means, hidden_rules, how_much
from redact.report.jigsaw_text import jigsaw_lines
from redact.report.left_alone import left_alone, left_alone_lines
from redact.report.neutral import neutral_lines
from redact.report.parts import document_lines
from redact.report.requirements import asked, asked_lines, first_words
from redact.report.since import since_lines
from redact.report.small_print import pseudonyms_of, small_print
from redact.report.whereabouts import Whereabouts, survey
from redact.report.wording import (
    FORMAT_WORDS,
    READINESS_WORDS,
    SEVERITY_TITLES,
    ascii_words,
    count,
    printable,
    short_digest,
    short_print,
)
from redact.values.checking import Checked, CheckRun
from redact.values.judgement import Finding, Outcome, Readiness, Severity
from redact.values.text import Document, Gap, Pages

__all__ = ["render"]

_WIDTH = 79  # an old console has 80 columns
_WHERE_WIDTH = 46  # places that are longer push their mask to the right
_PLACES_SHOWN = 5  # of one gap
_NAMES_WARNING = "This output contains real names."
_REPEATS = "more place"
_HOW_TO_SEE_ALL = "Places that repeat are counted; with --all each is listed."


@dataclass(frozen=True, slots=True)
class _Choices:
    names: bool
    paths: bool
    everything: bool
    prints: bool = False  # in a case, where they can be decided about
    called: Mapping[str, str] = field(default_factory=dict, repr=False)  # pseudonyms by the ids of entities


def render(
    run: CheckRun, *, show_names: bool = False, show_paths: bool = False, everything: bool = False
) -> str:
    """Write a run for a terminal, with a line end at its end.

    Args:
        show_names: say the names and headings themselves; for the owner's own screen only.
        show_paths: name each document by the path that the user typed.
        everything: list every place, where a thing stands in many.
    """
    called = pseudonyms_of(run)
    choices = _Choices(show_names, show_paths, everything, prints=run.case is not None, called=called)
    blocks = [[_NAMES_WARNING]] if show_names else []
    blocks += [_wrapped(words) for words in first_words(run)]
    names = [_name(checked, choices) for checked in run.documents]
    if run.since is not None:
        blocks.append(since_lines(run, run.since, names, everything=everything))
    blocks += [_document(checked, run, choices) for checked in run.documents]
    together = bundle_lines(run, show_names=show_names, everything=everything)
    blocks += [together] if together else []
    identify = jigsaw_lines(run, names, show_names=show_names, everything=everything)
    blocks += [identify] if identify else []
    if len(run.documents) > 1:
        blocks.append(_summary(run, choices))
    repeats = any(_REPEATS in line for block in blocks for line in block)
    blocks.append([_HOW_TO_SEE_ALL, *small_print(run)] if repeats else small_print(run))
    step = next_step(run, names)
    blocks.append([*_wrapped(answer_line(run)), *_wrapped(f"Next: {step}", hang=6)])
    lines = "\n\n".join("\n".join(block) for block in blocks)
    return f"{lines}\nexit status {int(run.status)}: {run.status.words}\n"


# ------------------------------------------------------------------ one document


def _document(checked: Checked, run: CheckRun, choices: _Choices) -> list[str]:
    name = _name(checked, choices)
    if checked.document is None or checked.judgement is None:
        return [f"{name}: {_unanswered(checked)}", *_error(checked)]
    places = survey(checked.document, show_names=choices.names)
    left = left_of(checked)
    lines = [
        f"{name}: {READINESS_WORDS[checked.judgement.readiness]}",
        *_facts(checked.document, len(left.gaps)),
        *_kind(checked),
    ]
    seen, hidden = apart(left.undecided(), hidden_rules(run))
    for severity in Severity:
        findings = [finding for finding in seen if finding.severity is severity]
        if findings:
            lines += ["", *_severity(severity, findings, places, choices)]
    lines += _hidden(hidden, places, choices)
    if left.gaps:
        lines += ["", *_gaps(left.gaps, places, choices)]
    lines += decided_lines(decided_of(checked, places), everything=choices.everything)
    requirements = asked(checked.judgement.verdicts, run.rules, places.of_span)
    lines += asked_lines(requirements, run.settings, everything=choices.everything)
    not_run = [v for v in checked.judgement.verdicts if v.outcome is Outcome.NOT_RUN]
    if not_run:
        lines += ["", f"  Could not be judged ({len(not_run):,})"]
        for verdict in not_run:
            lines += _wrapped(f"{verdict.rule}: {ascii_words(verdict.because)}", indent=4, hang=2)
    if run.explained:
        near = left_alone(run.near_misses, checked.document)
        lines += left_alone_lines(near, places, names=choices.names)
    if run.neutral is not None:
        lines += neutral_lines(run.neutral, places, everything=choices.everything)
    return lines + document_lines(run, places, show_names=choices.names, everything=choices.everything)


def _name(checked: Checked, choices: _Choices) -> str:
    return printable(checked.path) if choices.paths else checked.name


def _unanswered(checked: Checked) -> str:
    return f"{READINESS_WORDS[Readiness.CANNOT_TELL]}, it was not {'judged' if checked.document else 'read'}"


def _error(checked: Checked) -> list[str]:
    if checked.error is None:
        return []
    lines = _wrapped(f"error: {ascii_words(checked.error.what)}", indent=2, hang=7)
    if checked.error.remedy:
        lines += _wrapped(f"hint: {ascii_words(checked.error.remedy)}", indent=2, hang=6)
    return lines


def _facts(document: Document, open_gaps: int) -> list[str]:
    pages = count(document.pages, "page") if document.pages is not None else ""
    if document.paging is Pages.NONE:
        pages = ""
    elif document.paging is Pages.ABOUT and pages:
        pages = f"about {pages}"
    read = f"read with {count(len(document.gaps), 'gap')}" if document.gaps else "read completely"
    if open_gaps < len(document.gaps):
        read += f" ({len(document.gaps) - open_gaps:,} looked at)"
    facts = [FORMAT_WORDS[document.format], pages, count(document.words, "word"), read]
    return _wrapped(f"{', '.join(filter(None, facts))} (sha256 {short_digest(document.sha256)})", indent=2)


# ------------------------------------------------------------------ findings


def _severity(
    severity: Severity, findings: list[Finding], places: Whereabouts, choices: _Choices
) -> list[str]:
    """One heading, then the findings by what they are, so that each advice is said once."""
    lines = [f"  {SEVERITY_TITLES[severity]} ({count(len(findings), 'place')})"]
    for (rule, message, hint), group in grouped(findings, lambda f: (f.rule, f.message, f.hint)):
        lines += _wrapped(f"{ascii_words(message)} (rule {rule})", indent=4, hang=2)
        if hint:
            lines += _wrapped(f"what to do: {ascii_words(hint)}", indent=6, hang=2)
        lines += _occurrences(group, places, choices)
    return lines


def _occurrences(findings: list[Finding], places: Whereabouts, choices: _Choices) -> list[str]:
    """One line for each thing with its first place, or one for each place where everything is wanted."""
    rows: list[tuple[str, str]] = []
    for _, same in grouped(findings, lambda finding: finding.thing):
        shown = same if choices.everything else same[:1]
        for finding in shown:
            more = len(same) - 1 if finding is same[0] and not choices.everything else 0
            rows.append((places.of_finding(finding), _what(finding, choices) + _more(more)))
    width = min(max(len(where) for where, _ in rows), _WHERE_WIDTH)
    return [f"      {where:<{width}}  {what}" for where, what in rows]


def _hidden(findings: list[Finding], places: Whereabouts, choices: _Choices) -> list[str]:
    """One heading for what no reader sees, then by weight; of each place, how much stands there."""
    if not findings:
        return []
    lines = [
        "",
        f"  {HIDDEN_TITLE} ({count(len(findings), 'place')})",
        *_wrapped(hidden_means(findings), indent=2),
    ]
    for severity in Severity:
        own = [finding for finding in findings if finding.severity is severity]
        lines += ["", f"  {HIDDEN_TITLES[severity]} ({count(len(own), 'place')})"] if own else []
        for (rule, message, hint), group in grouped(own, lambda f: (f.rule, f.message, f.hint)):
            lines += _wrapped(f"{ascii_words(message)} (rule {rule})", indent=4, hang=2)
            lines += _wrapped(f"what to do: {ascii_words(hint)}", indent=6, hang=2)
            shown = group if choices.everything else group[:_PLACES_SHOWN]
            for finding in shown:
                said = f"{places.of_finding(finding)}: {how_much(finding)}{_print(finding, choices)}"
                lines += _wrapped(said, indent=6, hang=2)
                if choices.names and finding.text:
                    lines.append(f'        "{printable(finding.text)}"')
            if len(group) > len(shown):
                lines.append(f"      and {count(len(group) - len(shown), _REPEATS)}")
    return lines


def _what(finding: Finding, choices: _Choices) -> str:
    words = f' "{printable(finding.text)}"' if choices.names and finding.text else ""
    called = choices.called.get(finding.entity or "")
    known = f" {printable(called)}" if called else ""
    masked = finding.masked or ("" if finding.label else ascii_words(finding.because))
    return f"{masked}{known}{words}{_print(finding, choices)}"


def _print(thing: Finding | Gap, choices: _Choices) -> str:
    return f"  {short_print(thing.fingerprint)}" if choices.prints else ""


def _more(number: int) -> str:
    return f"  and {count(number, _REPEATS)}" if number else ""


# ------------------------------------------------------------------ what is missing


def _gaps(missed: tuple[Gap, ...], places: Whereabouts, choices: _Choices) -> list[str]:
    lines = [f"  Could not be read ({count(len(missed), 'gap')}): look at these yourself"]
    for (what, remedy), group in grouped(missed, lambda gap: (gap.what, gap.remedy)):
        number = f" ({len(group):,} of them)" if len(group) > 1 else ""
        lines += _wrapped(ascii_words(what) + number, indent=4, hang=2)
        if remedy:
            lines += _wrapped(f"what to do: {ascii_words(remedy)}", indent=6, hang=2)
        where = list(dict.fromkeys(f"{places.of_gap(gap)}{_print(gap, choices)}" for gap in group))
        shown = where if choices.everything else where[:_PLACES_SHOWN]
        lines += [f"      {place}" for place in shown]
        if len(where) > len(shown):
            lines.append(f"      and {count(len(where) - len(shown), _REPEATS)}")
    return lines


def _kind(checked: Checked) -> list[str]:
    """Say what it was judged as, where that was not asked for."""
    if checked.kind is None or checked.kind_because == "stated by the user":
        return []
    because = (
        f"judged as: {checked.kind.value}, because {ascii_words(checked.kind_because)}; --kind says otherwise"
    )
    return _wrapped(because, indent=2)


# ------------------------------------------------------------------ several documents


def _summary(run: CheckRun, choices: _Choices) -> list[str]:
    names = [_name(checked, choices) for checked in run.documents]
    width = max(map(len, names))
    lines = [f"All {len(names):,} documents"]
    for name, checked in zip(names, run.documents, strict=True):
        lines += [f"  {name:<{width}}  {_short_answer(checked)}"]
    return lines


def _short_answer(checked: Checked) -> str:
    if checked.judgement is None:
        return _unanswered(checked)
    counted: Tally = tally([checked])
    answer = READINESS_WORDS[checked.judgement.readiness]
    said = counted.open()
    if checked.judgement.readiness is not Readiness.READY and said:
        return f"{answer}: {', '.join(said)}"
    return answer


# ------------------------------------------------------------------ lines


def _wrapped(text: str, *, indent: int = 0, hang: int = 0) -> list[str]:
    """Break a text into lines; those after the first are `hang` columns further in."""
    first = " " * indent
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=first + " " * hang,
        break_long_words=False,
        break_on_hyphens=False,
    )
