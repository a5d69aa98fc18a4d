"""How hard a document is to read: the figures of the whole, and the places where it is hardest.

Sentences are those of the prose: a line without a full stop counts from eight words on, in a list or a table
too; headings, contents and lists of terms are none. A sentence is hard that is long, has a reading age above
that of a grown-up's newspaper, several passive verbs or several words of the trade. What remains: a short
sentence of plain words that nobody can make sense of.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from redact.judge.acronyms import acronyms
from redact.judge.checks.given import given_lists, given_words
from redact.judge.glossary import Glossary, glossary_of
from redact.judge.jargon import Jargon, jargon_in, our_jargon
from redact.judge.once import Once
from redact.judge.outline import Outline
from redact.judge.passives import passives
from redact.judge.phrases import words_of as folded_words_of
from redact.judge.readability import Readability, readability
from redact.judge.reading import Reading
from redact.judge.subject import subject_of
from redact.values.judgement import Rule, Rulebook, RuleKind, Settings
from redact.values.people import Mention, Resolution
from redact.values.plain import Abbreviation, HardSentence, JargonWord, PassiveChain, PlainReading
from redact.values.text import Document, Span

__all__ = ["plain_of", "plain_reading", "prose_ahead"]

_WORST = 20  # sentences; whoever has put these right looks for the others
_LONG = 30  # words of a sentence
_LEAST_LINE = 8  # words of a line without a full stop that counts as a sentence
_HARD_AGE = 18  # years
_LEAST_AGED = 12  # words; of a shorter sentence the formula says nothing
_ROW = 3  # passive sentences in a row
_LEAST_TOLD = 50  # words; of fewer nobody can tell the language
_EVERYDAY_SHARE = 0.015  # of all words: terse case notes have more than 0.02, other languages next to none
# None of them is a word of Welsh, Polish, French, German or Romanian that is as frequent.
_EVERYDAY = frozenset(
    {"the", "of", "and", "that", "with", "were", "from", "she", "they", "his", "this", "which"}
)
# What a reason weighs, in words of length.
_WEIGHT_OF_A_PASSIVE = 8
_WEIGHT_OF_A_TRADE_WORD = 5
_FULL_STOP = (".", "!", "?")
_CLOSING = "\"')]\u2019\u201d "
# A full stop before a small letter, as where nothing has a capital; "approx. ten" and "i.e. ten" are none.
_SMALL_START = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+(?=[^\W\d_])")
_SHORTENED = re.compile(
    r"\b(?:approx|para|paras|incl|esp|viz|chap|vol|sec|sch|reg|regs|art|fig|nos|ref|tel|ext|ibid|prof|insp|supt"
    r"|sgt|cllr|revd|mrs|min|max|mins|hrs|yrs|dept|gov|appt|app)\.$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Prose:
    """What the text of a document alone says: its lists of terms, its sentences, the words of the trade."""

    glossary: Glossary
    pieces: tuple[_Piece, ...] = field(repr=False)
    trade: Sequence[Jargon] = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Piece:
    """One sentence as it is counted: from `start` on in the outline's sentence of the number `of`."""

    of: int
    start: int
    span: Span
    counts: Readability
    passives: int
    text: str = field(repr=False)


def plain_of(
    document: Document,
    mentions: Sequence[Mention] = (),
    rulebook: Rulebook | None = None,
    once: Once | None = None,
) -> PlainReading:
    """Say what makes a document hard to read, by the rule of the kind `plain` that was held against it.

    Where none was, it is the first one that the rulebook has.

    Args:
        once: what the call has read of its documents already.
        mentions: of this document, or of several with this one among them; names and labels of people are no
            abbreviations. Without them labels are known by their looks.

    Raises: as `plain_reading` does.
    """
    once = once or Once()
    if (already := once.plain_already(document)) is not None:
        return already
    rules = rulebook.rules if rulebook else ()
    rule = next((one for one in rules if one.kind is RuleKind.PLAIN), None)
    subject = subject_of(document, Resolution((), tuple(mentions)), b"")
    return plain_reading(Reading(subject, Settings(), once), rule)


def plain_reading(reading: Reading, rule: Rule | None = None) -> PlainReading:
    """Say what makes a document hard to read, the worst places first.

    Args:
        rule: of the kind `plain`, whose params add abbreviations that everybody knows and words of the trade.

    Raises:
        RuleFault: a word list is missing or broken.
    """
    document, id_ = reading.subject.document, rule.id if rule else ""
    return reading.once.plain(document, id_, lambda: _read(reading, rule))


def prose_ahead(document: Document, rule: Rule, once: Once) -> None:
    """Read what `plain_reading` of the same call will need and what depends on no mention."""
    _prose(document, rule, once)


def _prose(document: Document, rule: Rule | None, once: Once) -> _Prose:
    def made() -> _Prose:
        outline = once.outline(document)
        glossary = glossary_of(outline)
        added = given_lists(rule, "jargon") if rule else {}
        trade = jargon_in(outline, our_jargon(added), but_for=glossary.sentences)
        return _Prose(glossary, tuple(_pieces(outline, glossary)), trade)

    return once.of(document, ("prose", rule.id if rule else ""), made)


def _read(reading: Reading, rule: Rule | None) -> PlainReading:
    prose = _prose(reading.subject.document, rule, reading.once)
    glossary, pieces, trade = prose.glossary, prose.pieces, prose.trade
    whole = Readability(
        sum(one.counts.characters for one in pieces),
        sum(one.counts.words for one in pieces),
        len(pieces),
    )
    return PlainReading(
        reading.subject.document.id,
        whole.words,
        whole.sentences,
        whole.grade,
        whole.age,
        _worst(pieces, trade),
        _abbreviations(reading, glossary, given_words(rule, "everyday") if rule else ()),
        _trade_words(reading, trade),
        sum(one.passives > 0 for one in pieces),
        tuple(_chains(pieces)),
        _is_english(pieces),
    )


def _is_english(pieces: Sequence[_Piece]) -> bool:
    words = [word for piece in pieces for word in folded_words_of(piece.text)]
    everyday = sum(word in _EVERYDAY for word in words)
    return len(words) < _LEAST_TOLD or everyday >= len(words) * _EVERYDAY_SHARE


def _pieces(outline: Outline, glossary: Glossary) -> Iterator[_Piece]:
    for number, sentence in enumerate(outline.sentences):
        if number in glossary.sentences:
            continue
        for start, end in _parts(sentence.text):
            text = sentence.text[start:end]
            counts = readability([text])
            if not counts.words or not (_is_stopped(text) or counts.words >= _LEAST_LINE):
                continue
            at = sentence.start + start
            span = Span(sentence.passage, at, at + len(text))
            folded = sentence.words if (start, end) == (0, len(sentence.text)) else folded_words_of(text)
            yield _Piece(number, start, span, counts, passives(folded), text)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Part what was read as one sentence because the next begins with a small letter."""
    start = 0
    for match in _SMALL_START.finditer(text):
        if not _SHORTENED.search(text, max(0, match.start() - 9), match.start()):
            yield start, match.start()
            start = match.end()
    yield start, len(text)


def _is_stopped(text: str) -> bool:
    return text.rstrip(_CLOSING).endswith(_FULL_STOP)


def _worst(pieces: Sequence[_Piece], trade: Sequence[Jargon]) -> tuple[HardSentence, ...]:
    by_sentence: dict[int, list[Jargon]] = defaultdict(list)
    for one in trade:
        by_sentence[one.sentence].append(one)
    hard = []
    for piece in pieces:
        inside = by_sentence.get(piece.of, ())
        words = sum(piece.start <= one.start < piece.start + len(piece.text) for one in inside)
        hard += [_hard(piece, words)] if _is_hard(piece, words) else []
    return tuple(sorted(hard, key=lambda one: -one.hard)[:_WORST])


def _is_hard(piece: _Piece, trade: int) -> bool:
    counts = piece.counts
    return (
        counts.words > _LONG
        or (counts.words >= _LEAST_AGED and counts.age > _HARD_AGE)
        or piece.passives > 1
        or trade > 1
    )


def _hard(piece: _Piece, trade: int) -> HardSentence:
    weight = (
        piece.counts.words
        + _WEIGHT_OF_A_PASSIVE * max(0, piece.passives - 1)
        + _WEIGHT_OF_A_TRADE_WORD * trade
    )
    return HardSentence(piece.span, piece.counts.words, piece.counts.age, piece.passives, trade, weight)


def _chains(pieces: Sequence[_Piece]) -> Iterator[PassiveChain]:
    """Give the sentences of two passive verbs or more, and three passive ones in a row of one paragraph."""
    row: list[_Piece] = []
    for piece in (*pieces, None):
        if piece is not None and piece.passives and (not row or row[-1].span.passage == piece.span.passage):
            row.append(piece)
            continue
        yield from _of_a_row(row)
        row = [piece] if piece is not None and piece.passives else []


def _of_a_row(row: Sequence[_Piece]) -> Iterator[PassiveChain]:
    if len(row) >= _ROW:
        span = Span(row[0].span.passage, row[0].span.start, row[-1].span.end)
        yield PassiveChain(span, len(row), sum(one.passives for one in row))
        return
    for one in row:
        if one.passives > 1:
            yield PassiveChain(one.span, 1, one.passives)


def _abbreviations(reading: Reading, glossary: Glossary, everyday: Sequence[str]) -> tuple[Abbreviation, ...]:
    subject = reading.subject
    mentions = [mention for mention, _ in subject.mentions]
    found = acronyms(subject.document, reading.outline, glossary.lines, mentions, everyday)
    return tuple(Abbreviation(one.letters, one.first, one.explained, one.count) for one in found)


def _trade_words(reading: Reading, trade: Sequence[Jargon]) -> tuple[JargonWord, ...]:
    by_wording: dict[str, list[Jargon]] = {}
    for one in trade:
        by_wording.setdefault(one.wording.id, []).append(one)
    found = []
    for several in by_wording.values():
        sentence = reading.outline.sentences[several[0].sentence]
        span = Span(sentence.passage, sentence.start + several[0].start, sentence.start + several[0].end)
        found.append(JargonWord(span, several[0].wording.plain, len(several)))
    return tuple(found)
