"""Pseudonyms → full names: what is written into a document that is to be read with the names in it.

A label is known as it is written, or all in capitals. One that two people have or had is nobody's, and one
that is a part of a longer label is another's. What remains: a label that is an ordinary word ("Mother") gets
the name wherever it is written with its capital.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from redact.values.edits import Edit
from redact.values.key import Key, KeyName, KeyPerson, KeyThing, NameKind
from redact.values.restoring import NamesBack, Why
from redact.values.text import Document, Part, Passage, Span

__all__ = ["full_name", "names_back"]

_FULL = (NameKind.LEGAL, NameKind.KNOWN_AS, NameKind.MAIDEN)
_WHY = "the full name of a pseudonym"
_BEFORE, _BEHIND = r"(?<![\w@_\\-])", r"(?!\w)(?!-\w)(?!['\u2019]\w{2})"
_NO_POSTCODE = r"(?![ \u00a0]?\d[A-Za-z]{2}\b)"  # SW1 2AB is where somebody lives
_AND_MORE = re.compile(
    r"(?:,?[ \u00a0]and[ \u00a0]|,[ ]|[ ]&[ ]|/)(?:[A-Z]\d{0,2}|\d{1,2})(?!\w)"
)  # Child A and B
_TOKEN_BEFORE, _TOKEN_BEHIND = re.compile(r"\S*$"), re.compile(r"\S*")
_ADDRESS = re.compile(r"@|://|www\.|\\", re.IGNORECASE)
_NO_NAMES = frozenset((Part.BOOKMARK, Part.FIELD, Part.LINK))


def full_name(entry: KeyPerson | KeyThing) -> str | None:
    """Give the name by which somebody is put back: the first legal one of two words at least.

    Else the first of two words by which they are or were known, else the first that is no slip.
    """
    names: tuple[KeyName, ...] = entry.names
    whole = [name for name in names if len(name.text.split()) > 1]
    for kind in _FULL:
        for name in whole:
            if name.kind is kind:
                return name.text
    odd = (NameKind.MISSPELLING, NameKind.INITIALS)
    return next((name.text for name in names if name.kind not in odd), None)


def names_back(document: Document, key: Key, labels: Iterable[Span]) -> NamesBack:
    """Say what is written for the labels of a document.

    Args:
        labels: every stretch of it that reads as a label, whether the key has it or not.

    Returns: edits that do not overlap, by passage and place; and the labels that are left, with the reason.
    """
    known = _labels(key)
    entries: dict[str, KeyPerson | KeyThing] = {one.id: one for one in key.people}
    entries |= {one.id: one for one in key.things}
    by_passage: defaultdict[str, list[Span]] = defaultdict(list)
    for span in labels:
        by_passage[span.passage].append(span)
    edits: list[Edit] = []
    people: dict[str, None] = {}
    left: list[tuple[Span, Why]] = []
    for passage in document.passages:
        if passage.apart:
            continue
        seen: list[Span] = []
        for span, of in _known(passage, known):
            seen.append(span)
            name = full_name(entries[next(iter(of))]) if len(of) == 1 else None
            why = _why_not(passage, span, by_passage[passage.id], of, name)
            if why is not None or name is None:
                left.append((span, why or Why.NAMELESS))
                seen += [one for one in by_passage[passage.id] if why is Why.SEVERAL and one.contains(span)]
                continue
            edits.append(Edit(span, name, _WHY))
            people[next(iter(of))] = None
        left += [(span, Why.UNKNOWN) for span in _others(by_passage[passage.id], seen, passage.text)]
    return NamesBack(tuple(edits), tuple(people), tuple(left))


# ------------------------------------------------------------------ private


@dataclass(frozen=True, slots=True)
class _Labels:
    """All labels of a key: as they are written, whose each is (folded), and how they are found in a text."""

    written: frozenset[str] = field(repr=False)
    owners: Mapping[str, frozenset[str]] = field(repr=False)
    pattern: re.Pattern[str] | None = field(repr=False)


def _labels(key: Key) -> _Labels:
    everybody: tuple[KeyPerson | KeyThing, ...] = (*key.people, *key.things)
    here = {one.id for one in everybody}
    found: defaultdict[str, set[str]] = defaultdict(set)
    given = [(one.pseudonym, one.id) for one in everybody if one.pseudonym is not None]
    given += [(one.pseudonym, one.of) for one in key.retired if one.of in here]
    # "the family" is what a name was made general to: wherever it stands, it stays.
    given = [(label, of) for label, of in given if any(sign.isupper() or sign.isdigit() for sign in label)]
    for label, of in given:
        found[_one_line(label).casefold()].add(of)
    words = [r"[\s\u00a0_]+".join(map(re.escape, label.split())) for label in found]
    longest = "|".join(sorted(words, key=len, reverse=True))
    pattern = re.compile(rf"{_BEFORE}(?:{longest}){_BEHIND}{_NO_POSTCODE}", re.IGNORECASE) if words else None
    owners = {label: frozenset(of) for label, of in found.items()}
    return _Labels(frozenset(_one_line(label) for label, _ in given), owners, pattern)


def _one_line(label: str) -> str:
    return " ".join(label.replace("_", " ").split())


def _known(passage: Passage, labels: _Labels) -> Iterator[tuple[Span, frozenset[str]]]:
    """Give each place of a label of the key, and whose it is."""
    if labels.pattern is None:
        return
    for match in labels.pattern.finditer(passage.text):
        said = _one_line(match[0])
        if said in labels.written or said.isupper():
            yield Span(passage.id, match.start(), match.end()), labels.owners[said.casefold()]


def _why_not(
    passage: Passage, span: Span, labels: Iterable[Span], of: frozenset[str], name: str | None
) -> Why | None:
    wider = [one for one in labels if one.contains(span) and one != span]
    if any(one.start < span.start or _AND_MORE.match(passage.text, span.end, one.end) for one in wider):
        return Why.SEVERAL
    if len(of) > 1:
        return Why.SHARED
    if passage.location.part is Part.IMAGE:
        return Why.PICTURE
    before = _TOKEN_BEFORE.findall(passage.text[: span.start])[0]
    behind = _TOKEN_BEHIND.match(passage.text, span.end)
    token = before + passage.text[span.start : span.end] + (behind[0] if behind else "")
    part = passage.locate(span.start, span.end).part
    if part in _NO_NAMES or passage.location.part in _NO_NAMES or "_" in token or _ADDRESS.search(token):
        return Why.ADDRESS
    return None if name is not None else Why.NAMELESS


def _others(labels: Iterable[Span], seen: Sequence[Span], text: str) -> Iterator[Span]:
    """Give each label that no label of the key is, and of "Child A and SW9" the second."""
    for span in labels:
        ends = [one.end for one in seen if one.overlaps(span)]
        rest = max(ends, default=span.start)
        if not ends:
            yield span
        elif any(sign.isalnum() for sign in text[rest : span.end]):
            yield Span(span.passage, rest, span.end)
