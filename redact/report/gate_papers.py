"""What came of attaching or publishing files, for a screen: counts and places, words only when asked for."""

from __future__ import annotations

from collections.abc import Sequence

from redact.report.whereabouts import Whereabouts, survey
from redact.report.wording import READINESS_WORDS, count, printable
from redact.values.checking import CheckRun
from redact.values.gate_record import PaperPart
from redact.values.same_words import Comparison, Difference, Differs
from redact.values.text import Document

__all__ = ["check_lines", "comparison_lines", "difference_lines"]

_MOST = 20  # places that are listed of one file
_LONGEST = 120  # characters of words that are shown


def check_lines(parts: Sequence[PaperPart], run: CheckRun) -> list[str]:
    """Say of each file of a check how ready it is, and what stops it."""
    lines = []
    for part, one in zip(parts, run.documents, strict=True):
        judgement = one.judgement
        if judgement is None:
            continue
        stops = f": {', '.join(judgement.blocking)}" if judgement.blocking else ""
        lines.append(f"  {part.words}: {READINESS_WORDS[judgement.readiness]}{stops}")
    if run.bundle is not None and run.bundle.blocking:
        lines.append(f"  between the files: {', '.join(run.bundle.blocking)}")
    return lines


def comparison_lines(part: PaperPart, told: Comparison) -> list[str]:
    """Say how a Word file and what is published of it compare, and what was allowed for."""
    allowed = [f"{rule.words} ({number:,})" for rule, number in told.allowed.items()]
    what = "the same words" if told.same else count(len(told.differences), "place differs", "places differ")
    if not told.words:
        what = "there are no words to compare"
    lines = [f"  {part.words}: {what}, {told.words:,} in the Word file and {told.published:,} published"]
    if allowed:
        lines.append(f"    allowed for: {', '.join(allowed)}")
    return lines


def difference_lines(
    told: Comparison,
    documents: tuple[Document, Document],
    *,
    show_names: bool = False,
    everything: bool = False,
) -> list[str]:
    """List the places that differ, with the words only where names are shown."""
    word, published = (survey(document, show_names=show_names) for document in documents)
    most = len(told.differences) if everything else _MOST
    lines = [_line(one, word, published, show_names=show_names) for one in told.differences[:most]]
    if len(told.differences) > most:
        lines.append(f"    and {len(told.differences) - most:,} more")
    return lines


# ------------------------------------------------------------------ private


def _line(one: Difference, word: Whereabouts, published: Whereabouts, *, show_names: bool) -> str:
    places = []
    if one.published_span is not None:
        places.append(f"{published.of_span(one.published_span)} as published")
    if one.word_span is not None:
        places.append(f"{word.of_span(one.word_span)} of the Word file")
    words = count(one.words, "word", "words")
    line = f"    {one.kind.value}, {words}: {'; '.join(places) or 'the document'}"
    return line if not show_names else line + "".join(f"\n      {said}" for said in _said(one))


def _said(one: Difference) -> list[str]:
    said = []
    if one.word or one.kind is Differs.CHANGED:
        said.append(f"Word file: {_short(one.word)}")
    if one.published or one.kind is Differs.CHANGED:
        said.append(f"published: {_short(one.published)}")
    return said


def _short(words: str) -> str:
    text = printable(words).replace("\n", " ")
    return text if len(text) <= _LONGEST else text[:_LONGEST] + " ..."
