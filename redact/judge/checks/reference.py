"""Requirements of the kind `reference`: all documents of a call bear the same reference number of the review.

The number is read where a label says that it is one ("Our ref:", "SCR reference no."), and is then looked for
in every document, its headers and the names of the files too. What remains: a number without any label.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from redact.judge.checks.given import given_number
from redact.judge.reading import Answer, Reading, at, missing
from redact.judge.subject import Fingerprints
from redact.values.folding import fold
from redact.values.judgement import Finding, Rule
from redact.values.text import Document, Part, Passage, Span

__all__ = ["judge_reference", "references_in"]

_LABEL = re.compile(
    r"\b(?:(?:our|your|case|scr|lcspr|review|board|panel|serious\scase\sreview|unique|file|lscb|\w{2,8}scb)\s)?"
    r"(?:ref(?:erence)?(?:\s(?:no|number|code|id))?|(?:scr|case|review|lcspr)\s(?:no|number|id))\b\.?"
    r"\s*(?:[:#=-]\s*|is\s|\s)\s*(?P<value>(?=[\w/.-]*\d)\w[\w]*(?:\s?[/.-]\s?\w+|\s\d[\w/.-]*){0,5})"
)
_LABEL_CELL = re.compile(
    r"^\W*(?:[\w']+\s){0,4}(?:ref(?:erence)?(?:\s(?:no|number|code|id))?|(?:scr|case|review|lcspr)\s(?:no|number|id))"
    r"\W*$"
)
_VALUE_CELL = re.compile(r"^\s*(?=.*\d)[\w/. -]{2,30}\s*$")
_NOT_OURS = re.compile(r"\b(?:crime|incident|cad|court|police|nhs|hospital|pnc|cro|asset|invoice)\b\W*$")
_JOINTS = re.compile(r"[\W_]+")
_UNSEEN = frozenset({Part.TRACKED_DELETION, Part.COMMENT, Part.HIDDEN_TEXT, Part.UNDER_A_BOX})


@dataclass(frozen=True, slots=True)
class _Read:
    """What one document says: its labelled numbers with their places, and its whole text without joints."""

    labelled: Mapping[str, Span] = field(repr=False)
    text: str = field(repr=False)

    def __contains__(self, number: str) -> bool:
        return f" {number} " in self.text


def judge_reference(rule: Rule, readings: Sequence[Reading]) -> Answer:
    """Find the documents that do not bear the number of the others.

    Params: `least`, how many numbers they must have in common (one where it is left out).
    """
    read = [_read(reading.subject.document) for reading in readings]
    chosen = _chosen(read)
    if not chosen:
        return Answer((missing(rule, readings[0], "none of the documents bears a reference number", "none"),))
    found: list[Finding] = []
    seen = ""
    for number in chosen[: given_number(rule, "least", 1)]:
        without = [(reading, one) for reading, one in zip(readings, read, strict=True) if number not in one]
        seen = (
            f"{len(readings) - len(without):,} of {len(readings):,} documents bear the same reference number"
        )
        found += [_finding(rule, reading, one, number, seen) for reading, one in without]
    return Answer(tuple(found), seen)


def references_in(document: Document) -> Iterator[tuple[str, Span]]:
    """Find the numbers behind a label that says that they are references, without their joints.

    Offsets are half-open code points of the passage.
    """
    label: Passage | None = None
    for passage in document.passages:
        if passage.location.part in _UNSEEN or passage.apart:
            continue
        folded = fold(passage.text)
        if label is not None and _VALUE_CELL.match(folded.text) and _beside(label, passage):
            yield _joined(folded.text), Span(passage.id, *folded.span(*_trimmed(folded.text)))
        in_a_cell = passage.location.cell is not None
        label = passage if in_a_cell and _LABEL_CELL.match(folded.text) else None
        if "ref" not in folded.text and " no" not in folded.text and "number" not in folded.text:
            continue
        for match in _LABEL.finditer(folded.text):
            if not _NOT_OURS.search(folded.text, max(0, match.start() - 20), match.start()):
                yield _joined(match["value"]), Span(passage.id, *folded.span(*match.span("value")))


def _beside(label: Passage, passage: Passage) -> bool:
    one, other = label.location, passage.location
    return (
        other.cell is not None
        and one.cell is not None
        and (one.block, one.cell[0])
        == (
            other.block,
            other.cell[0],
        )
    )


def _trimmed(text: str) -> tuple[int, int]:
    return len(text) - len(text.lstrip()), len(text.rstrip())


def _joined(text: str) -> str:
    return " ".join(_JOINTS.sub(" ", text).split())


def _read(document: Document) -> _Read:
    labelled: dict[str, Span] = {}
    for value, span in references_in(document):
        labelled.setdefault(value, span)
    texts = (_joined(fold(one.text).text) for one in document.passages if one.location.part not in _UNSEEN)
    return _Read(labelled, f" {' | '.join(texts)} ")


def _chosen(read: Sequence[_Read]) -> list[str]:
    """Give the numbers that a label names, those first that stand in most documents."""
    values = dict.fromkeys(value for one in read for value in one.labelled)
    counts = Counter({value: sum(value in one for one in read) for value in values})
    return sorted(values, key=lambda value: (-counts[value], -len(value)))


def _finding(rule: Rule, reading: Reading, one: _Read, chosen: str, seen: str) -> Finding:
    other = next((span for value, span in one.labelled.items() if _alike(value, chosen)), None)
    if other is None:
        return missing(rule, reading, f"{seen}; this one has none", "other")
    prints = Fingerprints(reading.subject, rule)
    finding = at(rule, reading, other, f"{seen}; in this one another stands", prints)
    return replace(finding, score=1.0)


def _alike(value: str, chosen: str) -> bool:
    """Tell whether both are of one form, letters for letters and digits for digits."""

    def form(text: str) -> str:
        return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "0", text))

    return form(value) == form(chosen)
