"""What has changed since an earlier report of the case, for every report; it stands before all else.

What is gone is told by its rule and part alone: of the earlier report no word is taken over.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from redact.report.whereabouts import Whereabouts, survey
from redact.report.wording import ascii_words, count, listed, short_print
from redact.values.checking import CheckRun
from redact.values.judgement import Finding
from redact.values.since import BETWEEN, Since, ToldDocument, ToldThing

__all__ = ["SinceGroup", "since_as_json", "since_groups", "since_lines", "since_remarks", "since_title"]

Json = dict[str, object]

_GUESSED = "by what was found in it, since the name of its file is another"
_WIDTH = 79  # an old console has 80 columns
_SHOWN = 20  # places of one group
_NOT_LOOKED_AT = "Not looked at: the document was not given, or could not be read"


@dataclass(frozen=True, slots=True)
class SinceGroup:
    """Things with one fate, each as where it stands and what it is; `listed` where it is worth a list."""

    title: str
    things: tuple[tuple[str, str], ...]
    listed: bool


def since_title(since: Since) -> str:
    """Count in one line what is new, gone and still open."""
    new = len(since.new) + len(since.in_new_documents)
    gone, still = len(since.gone), len(since.still_open)
    return f"Since the earlier report: {new:,} new, {gone:,} gone, {still:,} still open"


def since_groups(run: CheckRun, since: Since, names: Sequence[str]) -> list[SinceGroup]:
    """Say of each thing that has changed where it stands and what it is; nothing of a group that is empty.

    Args:
        names: what the documents are called in this report, in their order.
    """
    here = _Here(run, names)
    again = "Open now, and not open in the earlier report"
    in_new = "New, in a document that the earlier report does not hold"
    groups = [
        SinceGroup("New", here.told(since.new), True),
        SinceGroup(in_new, here.told(since.in_new_documents), True),
        SinceGroup(again, here.told(since.open_again), True),
        SinceGroup("Gone", _before(since, since.gone), True),
        SinceGroup("Still open", here.told(since.still_open), False),
        SinceGroup("Decided since", _before(since, since.decided), False),
        SinceGroup(_NOT_LOOKED_AT, _before(since, since.not_looked_at), True),
    ]
    return [group for group in groups if group.things]


def since_remarks(since: Since, names: Sequence[str]) -> list[str]:
    """Say what must be known to read the comparison: what else differs, and which documents were guessed."""
    remarks = []
    if since.differs:
        differs = listed(list(since.differs))
        remarks.append(f"Made with another: {differs}. Some of what is new or gone may come from that.")
    for now, then in since.renamed:
        remarks.append(
            f"{names[now]} is taken for {since.earlier[then].name} of the earlier report, {_GUESSED}."
        )
    return remarks


def since_lines(run: CheckRun, since: Since, names: Sequence[str], *, everything: bool = False) -> list[str]:
    """Write the comparison as lines for a terminal.

    Args:
        everything: list every place, also of what is still open.
    """
    lines = [since_title(since)]
    lines += [line for remark in since_remarks(since, names) for line in _wrapped(ascii_words(remark))]
    for group in since_groups(run, since, names):
        lines.append(f"  {group.title} ({count(len(group.things), 'place')})")
        shown = group.things if everything else group.things[:_SHOWN] if group.listed else ()
        lines += [f"    {where}  {ascii_words(what)}" for where, what in shown]
        if group.listed and len(shown) < len(group.things):
            lines.append(f"    and {count(len(group.things) - len(shown), 'more place')}")
    return lines


def since_as_json(run: CheckRun, since: Since) -> Json:
    """Write the comparison for programs."""
    now = [ToldDocument(name) for name in (*(checked.name for checked in run.documents), BETWEEN)]
    return {
        "differs": list(since.differs),
        "renamed": [
            {"document": now[own].name, "earlier": since.earlier[then].name} for own, then in since.renamed
        ],
        "new": [_thing(thing, now) for thing in since.new],
        "new_in_new_documents": [_thing(thing, now) for thing in since.in_new_documents],
        "open_again": [_thing(thing, now) for thing in since.open_again],
        "still_open": [_thing(thing, now) for thing in since.still_open],
        "gone": [_thing(thing, since.earlier) for thing in since.gone],
        "decided": [_thing(thing, since.earlier) for thing in since.decided],
        "not_looked_at": [_thing(thing, since.earlier) for thing in since.not_looked_at],
    }


# ------------------------------------------------------------------ private


class _Here:
    """Finds in the run what was told of it."""

    def __init__(self, run: CheckRun, names: Sequence[str]) -> None:
        self._run = run
        self._names = names
        self._known: dict[int, tuple[Whereabouts, tuple[Finding, ...]]] = {}

    def told(self, things: Sequence[ToldThing]) -> tuple[tuple[str, str], ...]:
        return tuple(self._told(thing) for thing in things)

    def _told(self, thing: ToldThing) -> tuple[str, str]:
        if thing.document == len(self._run.documents):
            bundle = self._run.bundle
            masked = bundle.findings[thing.number].masked if bundle is not None else ""
            return BETWEEN, f"{masked}, {_what(thing)}" if masked else _what(thing)
        checked = self._run.documents[thing.document]
        name = f"{self._names[thing.document]}: " if len(self._run.documents) > 1 else ""
        if checked.document is None or checked.judgement is None:
            return name, _what(thing)  # a thing is told of nothing else
        if thing.document not in self._known:  # both take a while, and there may be thousands of things
            self._known[thing.document] = survey(checked.document), checked.judgement.findings
        places, findings = self._known[thing.document]
        if thing.is_gap:
            gap = checked.document.gaps[thing.number]
            return name + places.of_gap(gap), f"not read: {gap.what}"
        finding = findings[thing.number]
        masked = f"{finding.masked}, " if finding.masked else ""
        return name + places.of_finding(finding), f"{masked}{_what(thing)}"


def _before(since: Since, things: Sequence[ToldThing]) -> tuple[tuple[str, str], ...]:
    told = []
    for thing in things:
        page = f", page {thing.page:,}" if thing.page is not None else ""
        several = len(since.earlier) > len(("the only document", BETWEEN))
        name = f"{since.earlier[thing.document].name}: " if several else ""
        told.append((f"{name}{thing.part}{page}", f"{_what(thing)} ({short_print(thing.fingerprint)})"))
    return tuple(told)


def _what(thing: ToldThing) -> str:
    return "not read" if thing.is_gap else f"rule {thing.rule}"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)


def _thing(thing: ToldThing, documents: Sequence[ToldDocument]) -> Json:
    return {
        "of": "gap" if thing.is_gap else "finding",
        "document": documents[thing.document].name,
        "number": thing.number,
        "fingerprint": thing.fingerprint,
        "rule": thing.rule,
        "severity": thing.severity.value if thing.severity else None,
        "part": thing.part,
    }
