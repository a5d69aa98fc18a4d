"""What makes a document hard to read, the worst places first: for every report.

A sentence, an abbreviation and a word of the trade are words of the document: they stand in `text` alone,
which a report shows only where names are asked for. The plain words are those of our list.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field

from redact.report.json_places import Json, further
from redact.report.whereabouts import Whereabouts
from redact.report.wording import ascii_words, count, listed, printable
from redact.values.checking import CheckRun
from redact.values.plain import HardSentence, PassiveChain, PlainReading
from redact.values.text import Document, Span

__all__ = [
    "ABBREVIATIONS",
    "CHAINS",
    "JARGON",
    "SENTENCES",
    "TITLE",
    "Hard",
    "hard_words",
    "nothing_hard",
    "plain_as_json",
    "plain_lines",
    "reading_of",
    "summary",
]

TITLE = "Plain English"
SENTENCES = "The hardest sentences"
CHAINS = "Passives in a row, so that nobody is said to act"
ABBREVIATIONS = "Abbreviations that are not explained where they are first used"
JARGON = "Words of the trade that have plainer ones"
_NOTHING_HARD = "No sentence is hard, and each abbreviation is explained where it is first used."
_NO_SENTENCE = "No sentence was found that could be measured."
_NOT_ENGLISH = "It does not read as English, for which alone sentences and words are measured."
_WIDTH = 79  # an old console has 80 columns
_SHOWN = 3  # of each list
_LEAST_WORDS = 100  # of a text too short for a formula
_LAST_OF_SCHOOL = 18  # years of age


@dataclass(frozen=True, slots=True)
class Hard:
    """One place: where it is, and what makes it hard, in our words."""

    where: str
    said: str
    text: str = field(repr=False)


def reading_of(run: CheckRun, document: Document) -> PlainReading | None:
    """Give how hard a document is to read; none where nobody has looked."""
    return next((one for one in run.plain or () if one.document == document.id), None)


def nothing_hard(reading: PlainReading) -> str:
    """Say what it means that nothing hard was found: nothing at all where nothing could be measured."""
    if not reading.english:
        return _NOT_ENGLISH
    return _NOTHING_HARD if reading.sentences or reading.abbreviations or reading.jargon else _NO_SENTENCE


def summary(reading: PlainReading) -> str:
    """Count in one sentence what was read, and say how hard it is as a whole."""
    said = [f"{count(reading.words, 'word')} in {count(reading.sentences, 'sentence')}"]
    if not reading.english:
        return said[0]
    if reading.words >= _LEAST_WORDS:
        said.append(f"{_read_with_ease(reading.age)} (Automated Readability Index {reading.grade:.1f})")
    if reading.passive_sentences:
        passive = count(reading.passive_sentences, "sentence")
        said.append(f"{passive} in which nobody is said to do what is done")
    return "; ".join(said)


def hard_words(reading: PlainReading, places: Whereabouts) -> tuple[tuple[str, tuple[Hard, ...]], ...]:
    """Give what is hard under its headings, the worst sentences first; an empty heading is left out."""
    if not reading.english:
        return ()
    sentences = [_hard(one.span, _why(one), places) for one in reading.worst]
    abbreviations = [
        _hard(one.first, f"used {_times(one.count)}", places)
        for one in reading.abbreviations
        if not one.explained
    ]
    jargon = [
        _hard(one.first, f"write: {one.plain} (used {_times(one.count)})", places) for one in reading.jargon
    ]
    chains = [_hard(one.span, _chain(one), places) for one in reading.chains]
    lists = ((SENTENCES, sentences), (CHAINS, chains), (ABBREVIATIONS, abbreviations), (JARGON, jargon))
    return tuple((title, tuple(found)) for title, found in lists if found)


def plain_lines(
    reading: PlainReading, places: Whereabouts, *, show_names: bool = False, everything: bool = False
) -> list[str]:
    """Say of one document, for a terminal, what makes it hard to read.

    Args:
        show_names: quote the sentences and words, for the owner's own screen only.
        everything: list every place.

    Returns: lines, the first one blank.
    """
    lines = ["", f"  {TITLE}", *_wrapped(f"{summary(reading)}.", 4)]
    found = hard_words(reading, places)
    for title, hard in found:
        lines.append(f"    {title} ({len(hard):,})")
        shown: Sequence[Hard] = hard if everything else hard[:_SHOWN]
        for one in shown:
            lines += _wrapped(f"{one.where}: {ascii_words(one.said)}", 6)
            lines += _wrapped(f'"{printable(one.text)}"', 8) if show_names else []
        if len(hard) > len(shown):
            lines.append(f"      and {count(len(hard) - len(shown), 'more place')}")
    return lines if found else [*lines, *_wrapped(nothing_hard(reading), 4)]


def plain_as_json(reading: PlainReading, document: Document, show_names: bool) -> Json:
    """Write for programs what makes a document hard to read."""
    passages = {passage.id: passage for passage in document.passages}

    def at(span: Span) -> Json:
        passage = passages[span.passage]
        words = {"text": passage.text[span.start : span.end]} if show_names else {}
        return {**words, **further(span, passage, document)}

    return {
        "words": reading.words,
        "sentences": reading.sentences,
        "grade": round(reading.grade, 2),
        "age": reading.age,
        "english": reading.english,
        "passive_sentences": reading.passive_sentences,
        "worst": [
            {
                "words": one.words,
                "age": one.age,
                "passives": one.passives,
                "jargon": one.jargon,
                "hard": one.hard,
                **at(one.span),
            }
            for one in reading.worst
        ],
        "abbreviations": [
            {"explained": one.explained, "count": one.count, **at(one.first)} for one in reading.abbreviations
        ],
        "chains": [
            {"sentences": one.sentences, "passives": one.passives, **at(one.span)} for one in reading.chains
        ],
        "jargon": [{"plain": one.plain, "count": one.count, **at(one.first)} for one in reading.jargon],
    }


# ------------------------------------------------------------------ private


def _why(one: HardSentence) -> str:
    said = [count(one.words, "word")]
    said += [count(one.passives, "passive")] if one.passives else []
    said += [f"{count(one.jargon, 'word')} of the trade"] if one.jargon else []
    return f"{listed(said)}; {_read_from(one.age)}"


def _chain(one: PassiveChain) -> str:
    return f"{count(one.passives, 'passive')} in {count(one.sentences, 'sentence')}"


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number:,} times")


def _hard(span: Span, said: str, places: Whereabouts) -> Hard:
    passage = places.passages.get(span.passage)
    return Hard(places.of_span(span), said, passage.text[span.start : span.end] if passage else "")


def _wrapped(text: str, indent: int) -> list[str]:
    first = " " * indent
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=first + "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _read_from(age: int) -> str:
    """Say for whom a sentence is; no school goes on beyond eighteen."""
    return f"read from the age of {age} on" if age <= _LAST_OF_SCHOOL else "harder than what school ends with"


def _read_with_ease(age: int) -> str:
    if age <= _LAST_OF_SCHOOL:
        return f"read with ease from the age of {age} on"
    return "harder to read than what school ends with"
