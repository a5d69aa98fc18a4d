"""How hard a document is to read, and where it is hardest."""

from __future__ import annotations

from dataclasses import dataclass, field

from redact.values.text import Span

__all__ = ["Abbreviation", "HardSentence", "JargonWord", "PassiveChain", "PlainReading"]


@dataclass(frozen=True, slots=True)
class HardSentence:
    """One sentence that is hard to read: words, reading age, passive verbs, words of the trade.

    `hard` orders sentences, the hardest highest; it is a count of reasons and length, and no grade.
    """

    span: Span
    words: int
    age: int
    passives: int
    jargon: int
    hard: int


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation where it is first used; `letters` is a word of the document.

    `explained` is also of one that everybody knows (NHS), which needs no explanation.
    """

    letters: str = field(repr=False)
    first: Span
    explained: bool
    count: int


@dataclass(frozen=True, slots=True)
class JargonWord:
    """A word of the trade, where it first stands, how often, and the plain words of our list for it."""

    first: Span
    plain: str
    count: int


@dataclass(frozen=True, slots=True)
class PassiveChain:
    """A sentence with two passive verbs or more, or three passive sentences and more in a row of a paragraph.

    `span` runs from the first of the sentences to the end of the last.
    """

    span: Span
    sentences: int
    passives: int


@dataclass(frozen=True, slots=True)
class PlainReading:
    """What makes one document hard to read; `document` is its id.

    Counts are of prose alone: no headings, no cells of tables without a sentence. `worst` begins with the
    hardest sentence. `chains` stand in reading order. `english` is false of a text in another language, or of
    so few everyday words that no measure holds: its figures mean nothing.
    """

    document: str
    words: int
    sentences: int
    grade: float
    age: int
    worst: tuple[HardSentence, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    jargon: tuple[JargonWord, ...] = ()
    passive_sentences: int = 0
    chains: tuple[PassiveChain, ...] = ()
    english: bool = True
