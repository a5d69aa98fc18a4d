"""Requirements of the kind `complete`: the documents of a call are all that must be there, and no others.

What remains: a document that is there by its kind and is not finished; other rules look into it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from redact.judge.checks.given import given_lists, given_values
from redact.judge.phrases import compile_phrases
from redact.judge.reading import Answer, Reading, at, missing
from redact.judge.subject import Fingerprints
from redact.values.fingerprint import fingerprint
from redact.values.judgement import DocumentKind, Finding, Outcome, Rule
from redact.values.text import Span

__all__ = ["judge_complete"]

_LEAST_WORDS = 8  # under a heading; fewer say that it follows


def judge_complete(rule: Rule, readings: Sequence[Reading]) -> Answer:
    """Find what is missing in the bundle, and what may not be in it.

    Params: `wanted`, our names with the kinds of which one at least must be there; `unwanted`, kinds of which
    none may; `headings`, wordings of the section of another document that will do for a name. One whose kind
    is not plain might be either: then nothing is said to be as it should.
    """
    kinds = Counter(reading.settings.kind for reading in readings)
    unknown = kinds.pop(None, 0)
    headings = given_lists(rule, "headings")
    found = [
        _missing(rule, readings, name, unknown)
        for name, wanted in _wanted(rule).items()
        if not any(kinds[kind] for kind in wanted) and not _inside(readings, headings.get(name, ()))
    ]
    unwanted = given_values(rule, "unwanted", DocumentKind)
    found += [
        _unwanted(rule, reading, reading.settings.kind)
        for reading in readings
        if reading.settings.kind is not None and reading.settings.kind in unwanted
    ]
    if found:
        return Answer(tuple(found))
    if unknown and unwanted:
        return Answer((), f"{_not_plain(unknown)}: --kind says it", Outcome.NOT_RUN)
    return Answer((), _seen(rule))


def _wanted(rule: Rule) -> dict[str, tuple[DocumentKind, ...]]:
    value = rule.params.get("wanted")
    return dict(value) if isinstance(value, Mapping) else {}


def _inside(readings: Sequence[Reading], headings: tuple[str, ...]) -> bool:
    """Tell whether a document has a section headed so, with something under it."""
    return any(
        section.own_words >= _LEAST_WORDS
        for phrase in compile_phrases(headings)
        for reading in readings
        for section, _, _ in reading.outline.headed(phrase)
    )


def _missing(rule: Rule, readings: Sequence[Reading], name: str, unknown: int) -> Finding:
    because = f"missing: {name}"
    if unknown:
        because += f"; {_not_plain(unknown)}: --kind says it"
    subject = readings[0].subject
    # Of the kinds that were given, not of the files: who has decided that none is needed is asked once.
    kinds = sorted(
        str(reading.settings.kind.value if reading.settings.kind else None) for reading in readings
    )
    print_ = fingerprint(subject.secret, "finding", [rule.id, "missing", name, *kinds])
    return replace(missing(rule, readings[0], because, name), fingerprint=print_)


def _unwanted(rule: Rule, reading: Reading, kind: DocumentKind) -> Finding:
    """Point to the first line of a document that may not be there; it counts for that very file."""
    because = f"it is of the kind {kind.value}"
    finding = missing(rule, reading, because, "unwanted")
    first = next((one for one in reading.subject.document.passages if not one.apart), None)
    if first is None:
        return finding
    span = Span(first.id, 0, len(first.text))
    there = at(rule, reading, span, because, Fingerprints(reading.subject, rule))
    return replace(there, fingerprint=finding.fingerprint)


def _not_plain(number: int) -> str:
    if number == 1:
        return "of one document it is not plain of what kind it is"
    return f"of {number:,} documents it is not plain of what kind they are"


def _seen(rule: Rule) -> str:
    names = tuple(_wanted(rule))
    if not names:
        return "none of the documents is of these kinds"
    return f"there are: {', '.join(names)}"
