"""A CleanRun in words or as JSON: what was taken out and where, what stays, what may be missed.

No word of the document and no path is in it, whatever is asked for.
"""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Sequence

from redact.report.answer import answer_line
from redact.report.wording import FORMAT_WORDS, ascii_words, count, listed
from redact.values.access import AccessNeed
from redact.values.checking import CheckRun
from redact.values.cleaning import CleanRun, Refusal, Removed
from redact.values.judgement import Finding, Severity
from redact.values.people import Label
from redact.version import __version__

__all__ = ["SCHEMA", "as_json", "as_text"]

SCHEMA = "redact-clean/1"

_COUNT_WIDTH = 7
_LINE_WIDTH = 79
# What is said of a copy that people who do not see it cannot follow, since cleaning took out what they need.
_NEEDED = {
    AccessNeed.TITLE: (
        "The copy has no title, which is read out first: give it one that names nobody, "
        "with --title or in Word under File, Info, Title."
    ),
    AccessNeed.ALT_TEXT: (
        "A picture in it has no description: write one that names nobody, or keep those that "
        "are there with --keep-alt-text."
    ),
    AccessNeed.TAGGED: (
        "The copy has no tags, which programs need to read it out: clean the Word document that it was "
        "made from, and make the PDF for publication of that."
    ),
}
_SECTIONS = (
    ("removed", "Taken out"),
    ("kept", "Kept, as you asked: checked like the text"),
    ("standing", "Still hidden in it: take it out in the program that made the document"),
    ("lost", "Not carried over, and perhaps seen: look whether the copy needs it"),
)


def as_text(run: CleanRun) -> str:
    """Write the account for a person, with the answer and the next step at its end."""
    lines: list[str] = []
    if run.refusal is not None:
        lines += [f"No copy was made: {run.refusal.what}.", *_entries(run.refusal.because)]
        lines += ["", f"Next: {run.refusal.remedy}"]
    elif run.cleaned is not None and run.checked is not None:
        for name, title in _SECTIONS:
            entries: Sequence[Removed] = getattr(run.cleaned, name)
            if entries:
                lines += [title, *_entries(entries), ""]
        if not run.cleaned.removed:
            lines += ["Nothing had to be taken out.", ""]
        lines += ["The copy was read back, and nothing that was taken out is in its bytes."]
        lines += [f"{words}." for words in still_standing(run.checked)]
        lines += [f"The copy, {FORMAT_WORDS[run.cleaned.format]}: {answer_line(run.checked)}"]
        lines += _for_everybody(run.checked)
        lines += [f"Next: {_next(run)}"]
    lines.append(f"exit status {int(run.status)}: {run.status.words}")
    return "\n".join(_wrapped(line) for line in lines) + "\n"


def as_json(run: CleanRun) -> str:
    """Write the account for a program: the schema `redact-clean/1`, sorted keys, the same bytes each time."""
    cleaned, refusal = run.cleaned, run.refusal
    whole: dict[str, object] = {
        "schema": SCHEMA,
        "tool": {"version": __version__},
        "status": int(run.status),
        "written": cleaned is not None,
        "refusal": None if refusal is None else _refusal(refusal),
        "copy": None if run.checked is None else _copy(run.checked),
    }
    for name, _ in _SECTIONS:
        whole[name] = [] if cleaned is None else [_entry(entry) for entry in getattr(cleaned, name)]
    return json.dumps(whole, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def still_standing(checked: CheckRun) -> list[str]:
    """Say what of the visible text names somebody, which no cleaning changes; nothing where nothing does."""
    names, others = _open(checked)
    said = [count(names, "name")] if names else []
    said += [count(others, "other identifier")] if others else []
    if not said:
        return []
    return [f"{listed(said)} still {'stands' if names + others == 1 else 'stand'} in the text"]


def _open(checked: CheckRun) -> tuple[int, int]:
    """Count the findings of names, and those of other identifiers, that stop *ready*."""
    findings: list[Finding] = [
        finding
        for document in checked.documents
        if document.judgement is not None
        for finding in document.judgement.findings
        if finding.severity is not Severity.NOTE and finding.label is not None
    ]
    labels = Counter(finding.label for finding in findings)
    names = labels[Label.PERSON.value]
    return names, len(findings) - names


def _next(run: CleanRun) -> str:
    cleaned, checked = run.cleaned, run.checked
    if cleaned is not None and (cleaned.standing or cleaned.lost):
        return "do what is said above in the program that made the document, and clean it again."
    if checked is not None and _open(checked) != (0, 0):
        return "redact check COPY says where they stand and what to write instead."
    if checked is not None and any(
        document.document and document.document.gaps for document in checked.documents
    ):
        return "redact check COPY says what could not be read: look at it yourself."
    return "somebody who knows the case reads the copy once more before it is published."


def _for_everybody(checked: CheckRun) -> list[str]:
    """Say what the copy still needs so that everybody can follow it."""
    missing = {
        barrier.need
        for one in checked.documents
        if one.document is not None and one.document.access is not None
        for barrier in one.document.access.barriers
    }
    return [words for need, words in _NEEDED.items() if need in missing]


def _wrapped(line: str) -> str:
    """Break a line of ours for a console of 80 columns; an entry hangs under its own words."""
    if line.startswith(" "):
        return textwrap.fill(line, _LINE_WIDTH, subsequent_indent=" " * (_COUNT_WIDTH + 4))
    return textwrap.fill(ascii_words(line), _LINE_WIDTH)


def _entries(entries: Sequence[Removed]) -> list[str]:
    return [
        f"{entry.count:>{_COUNT_WIDTH},}  {ascii_words(entry.what)} ({_where(entry)})" for entry in entries
    ]


def _where(entry: Removed) -> str:
    page = f", page {entry.location.page}" if entry.location.page else ""
    place = f", {entry.location.place}" if entry.location.place else ""
    return f"{entry.location.part.value}{page}{place}"


def _entry(entry: Removed) -> dict[str, object]:
    location = entry.location
    return {
        "part": location.part.value,
        "place": location.place,
        "page": location.page,
        "count": entry.count,
        "what": entry.what,
    }


def _refusal(refusal: Refusal) -> dict[str, object]:
    return {
        "what": refusal.what,
        "remedy": refusal.remedy,
        "because": [_entry(entry) for entry in refusal.because],
    }


def _copy(checked: CheckRun) -> dict[str, object]:
    names, others = _open(checked)
    (document,) = checked.documents
    read = document.document
    return {
        "format": read.format.value if read else None,
        "sha256": read.sha256 if read else None,
        "readiness": checked.readiness.value,
        "status": int(checked.status),
        "names": names,
        "other_identifiers": others,
        "gaps": len(read.gaps) if read else 0,
    }
