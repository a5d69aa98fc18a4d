"""Rules of the kind `hidden`: something stands in a place of the file that its readers do not see.

What stands in one paragraph, comment or text box is one finding, and so is all that stands beside the text in
one place of the catalogue. A name in such a place makes the finding block, whatever the rule says: nobody who
reads the document will ever see it to take it out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from redact.judge.subject import Subject
from redact.values.fingerprint import fingerprint
from redact.values.folding import fold
from redact.values.judgement import Finding, Rule, Severity
from redact.values.places import PLACES
from redact.values.text import Location, Part, Passage, Span

__all__ = ["find_hidden", "stands_in"]

_SHOWN = 200  # characters of the text that the owner of the case sees; the rest stands in the document

# What stands beside the text as a list of small things, whatever number its reader gives each.
_LISTS = frozenset(
    {Part.PROPERTY, Part.LINK, Part.BOOKMARK, Part.FIELD, Part.LIST_LABEL, Part.OUTLINE, Part.ALT_TEXT}
    | {Part.FORM_FIELD, Part.IMAGE}
)

_Key = tuple[object, ...]


@dataclass(slots=True)
class _Group:
    """What one finding is made of: where it begins, its stretches of text, and what is no text."""

    location: Location
    passage: Passage | None = field(repr=False)
    spans: list[Span] = field(default_factory=list)
    texts: list[str] = field(default_factory=list, repr=False)
    prints: list[str] = field(default_factory=list)
    traces: Counter[str] = field(default_factory=Counter)


def find_hidden(rule: Rule, subject: Subject) -> tuple[Finding, ...]:
    """Find what stands in the rule's places, in reading order; what is no text comes last.

    Params: `places`, ids of the catalogue; `parts` (all).
    """
    groups: dict[_Key, _Group] = {}
    for passage, location, span in _stretches(rule, subject):
        if not any(sign.isalnum() for sign in passage.text[span.start : span.end]):
            continue  # a white space in white hides nothing
        group = groups.setdefault(_key(location), _Group(location, passage))
        group.spans.append(span)
        group.texts.append(passage.text[span.start : span.end])
    for trace in subject.document.traces:
        if stands_in(rule, trace.location):
            group = groups.setdefault(_key(trace.location), _Group(trace.location, None))
            group.prints.append(trace.fingerprint)
            group.traces[trace.what] += 1
    seen: Counter[tuple[str, ...]] = Counter()
    return tuple(_finding(rule, subject, group, seen) for group in groups.values())


def stands_in(rule: Rule, location: Location) -> bool:
    """Tell whether a place of the file is one that the rule judges."""
    places, parts = rule.params.get("places"), rule.params.get("parts")
    named = isinstance(places, tuple) and location.place in places
    return named and (not isinstance(parts, tuple) or location.part in parts)


def _stretches(rule: Rule, subject: Subject) -> Iterator[tuple[Passage, Location, Span]]:
    places = rule.params.get("places")
    if not isinstance(places, tuple) or subject.places.isdisjoint(places):
        return  # as of nearly all rules: a document has few of all places
    for passage in subject.document.passages:
        own = passage.location
        if stands_in(rule, own):
            # Of the paragraph as it was before a deletion, only what was deleted is hidden.
            for start, end in passage.focus or ((0, len(passage.text)),):
                yield passage, own, Span(passage.id, start, end)
            continue
        for region in passage.regions:
            inside = Location(region.part, region.place or own.place, own.page, own.block, own.cell)
            if stands_in(rule, inside) and region.start < region.end:
                yield passage, inside, Span(passage.id, region.start, region.end)


def _key(location: Location) -> _Key:
    """Say what belongs together: a paragraph, a page where no paragraph is known, all of a list."""
    if location.part in _LISTS:
        return location.place, location.part
    page = location.page if location.block is None else None
    return location.place, location.part, location.block, location.cell, page


def _finding(rule: Rule, subject: Subject, group: _Group, seen: Counter[tuple[str, ...]]) -> Finding:
    named = sum(any(span.overlaps(own) for own in group.spans) for span in subject.blocked)
    first = group.spans[0] if group.spans else None
    at = None if first is None else subject.starts.get(first.passage)
    text = " ".join(" ".join(group.texts).split())
    return Finding(
        rule=rule.id,
        severity=Severity.BLOCK if named else rule.severity,
        label=None,
        masked=f"[{PLACES.get(group.location.place or '', group.location.part.value)}]",
        text=text if len(text) <= _SHOWN else text[:_SHOWN] + "\u2026",
        entity=None,
        message=rule.message,
        hint=rule.hint,
        because=_because(group, named),
        score=1.0,
        fingerprint=_fingerprint(rule, subject, group, seen),
        location=group.location,
        spans=tuple(group.spans),
        document_span=None if at is None or first is None else (at + first.start, at + first.end),
        headings=group.passage.headings if group.passage else (),
    )


def _because(group: _Group, named: int) -> str:
    """Say how much it is, and whether names stand in it; no word of the document, no length of one."""
    said = []
    if group.spans:
        said.append(_count(len(group.spans), "piece") + " of text")
    said += [what if number == 1 else f"{what} ({number:,} times)" for what, number in group.traces.items()]
    if named:
        names = _count(named, "name or identifier", "names or identifiers")
        said.append(f"{names} found in it, which {'goes' if named == 1 else 'go'} with it")
    return "; ".join(said)


def _fingerprint(rule: Rule, subject: Subject, group: _Group, seen: Counter[tuple[str, ...]]) -> str:
    """Hash what stands there and which of equal ones it is: never the page, nor the paragraph's number."""
    words = [" ".join(fold(text).text.split()) for text in group.texts]
    place = group.location
    context = (rule.id, str(place.place), place.part.value, *words, *sorted(group.prints))
    seen[context] += 1
    return fingerprint(subject.secret, "finding", [*context, str(seen[context])])


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
