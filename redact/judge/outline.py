"""What a document is made of: headings with what stands under them, sentences, tables.

A heading is known by its style, or by its looks: a short line, numbered or not, with text under it; the label
of a row in a form too. The lines of a list of contents are neither headings nor text. Made once a document:
`Reading.outline`. What remains: a heading of a whole sentence without a style is read as text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from redact.judge.lines import Line, lines_of
from redact.judge.phrases import Phrase, close, words_of
from redact.judge.roles import Role, roles_of
from redact.judge.sentences import sentences
from redact.judge.tables import Table, tables_of
from redact.values.text import Document, Span

__all__ = ["Outline", "Section", "Sentence", "outline_of"]

# What stands where text should be written: it says nothing.
_PLACEHOLDER = re.compile(
    r"""\s*(?: [\[<\u00ab{(][^\])>\u00bb}]*[\])>\u00bb}]\s*[.:]?\s*$
        | (?:please\s+)?(?:click|tap|insert|enter|type|delete\s+as)\b
        | [\W_xX]*$ )""",
    re.VERBOSE | re.IGNORECASE,
)
# Short sentences in place of what should be written.
_NOT_YET = re.compile(
    r"""\s*(?: to\s+be\s+(?:completed|confirmed|added|inserted|written|agreed) | to\s+follow | tb[ca] | n/?a
        | not\s+(?:applicable|known|completed|done) | none | nil | awaiting | awaited | pending | blank
        | (?:as|see)\s+above
        | this\s+section\s+(?:is|was|has|will|should|must|needs?)\b
          (?=.*\b(?:not|blank|empty|complet|insert)) )""",
    re.VERBOSE | re.IGNORECASE,
)
_FEW = 10  # words
# In the headings of sections that hold questions: elsewhere a question is a form's, and no answer.
_ASKING = frozenset(("terms", "scope", "questions", "enquiry", "inquiry", "issues"))


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the text, by half-open code points of its passage; `line` is the number of its line.

    `says_nothing` is of one that only holds the place of what should be written, or asks for it.
    """

    passage: str
    start: int
    end: int
    text: str = field(repr=False)
    words: tuple[str, ...] = field(repr=False)
    line: int
    page: int | None = None
    says_nothing: bool = False

    @property
    def span(self) -> Span:
        """Give where it stands."""
        return Span(self.passage, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, the sections inside it too.

    `first` and `last` are half-open numbers of sentences, `line` is the number of the heading's line and
    `end` that of the first line behind the section. `cell` says that the heading is the label of a row.
    """

    title: Line
    level: int
    first: int
    last: int
    own_words: int
    line: int
    end: int
    cell: bool = False

    @property
    def span(self) -> Span:
        """Give where the heading stands."""
        return Span(self.title.passage, self.title.start, self.title.end)


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings, sentences, tables and lines of contents of one document, in reading order."""

    lines: tuple[Line, ...] = field(repr=False)
    roles: tuple[Role, ...]
    sections: tuple[Section, ...] = field(repr=False)
    sentences: tuple[Sentence, ...] = field(repr=False)
    tables: tuple[Table, ...] = field(repr=False)
    contents: tuple[Line, ...] = field(repr=False)
    _of_sentences: _Index = field(repr=False)
    _of_titles: _Index = field(repr=False)
    _of_contents: _Index = field(repr=False)

    def saying(self, phrase: Phrase) -> Iterator[tuple[int, Sentence, int, int]]:
        """Give the sentences that hold a phrase: their numbers, and which of their words, half-open."""
        for number in self._of_sentences.candidates(phrase):
            found = phrase.search(self.sentences[number].words)
            if found:
                yield number, self.sentences[number], *found

    def titled(self, phrase: Phrase) -> Iterator[Section]:
        """Give the sections whose heading holds a phrase, letter by letter."""
        for number in self._of_titles.candidates(phrase):
            if phrase.search(self.sections[number].title.words):
                yield self.sections[number]

    def headed(self, phrase: Phrase) -> Iterator[tuple[Section, int, int]]:
        """Give the sections whose heading holds a phrase, slips forgiven, and which words do."""
        for number in self._of_titles.candidates(phrase, nearly=True):
            found = phrase.search_nearly(self.sections[number].title.words, close)
            if found:
                yield self.sections[number], *found

    def in_contents(self, phrase: Phrase) -> Span | None:
        """Say which line of the list of contents holds a phrase; none where none does."""
        for number in self._of_contents.candidates(phrase, nearly=True):
            line = self.contents[number]
            if phrase.search_nearly(line.words, close):
                return Span(line.passage, line.start, line.end)
        return None

    def said_in(self, section: Section) -> tuple[Sentence, ...]:
        """Give the sentences under a heading."""
        return self.sentences[section.first : section.last]


class _Index:
    """In which texts a word stands; prefixes and slips are looked up once each."""

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        self._in: dict[str, set[int]] = {}
        for number, words in enumerate(texts):
            for word in words:
                if word in self._in:
                    self._in[word].add(number)
                else:
                    self._in[word] = {number}
        self._words = sorted(self._in)
        self._looked: dict[tuple[str, bool], set[int]] = {}

    def candidates(self, phrase: Phrase, *, nearly: bool = False) -> list[int]:
        """Give the texts that hold some word of each part of a phrase, in order."""
        found: set[int] | None = None
        for part in phrase.parts:
            if not part:
                continue
            here: set[int] = set()
            for wanted in part:
                here |= self._having(wanted, nearly)
            found = here if found is None else found & here
            if not found:
                return []
        return sorted(found or ())

    def _having(self, wanted: str, nearly: bool) -> set[int]:
        if not nearly and not wanted.endswith("*"):
            return self._in.get(wanted, set())
        kept = self._looked.get((wanted, nearly))
        if kept is None:
            kept = set()
            for word in self._like(wanted):
                kept |= self._in[word]
            self._looked[wanted, nearly] = kept
        return kept

    def _like(self, wanted: str) -> Iterator[str]:
        if not wanted.endswith("*"):
            yield from (word for word in self._words if word[0] == wanted[0] and close(wanted, word))
            return
        at = bisect_left(self._words, wanted[:-1])
        while at < len(self._words) and self._words[at].startswith(wanted[:-1]):
            yield self._words[at]
            at += 1


def outline_of(document: Document) -> Outline:
    """Make the outline of a document."""
    lines = tuple(lines_of(document))
    tables = tables_of(lines)
    roles = roles_of(lines, tables)
    said, spans = _sentences(lines, roles)
    sections = tuple(_sections(lines, roles, said, spans))
    contents = tuple(line for line, role in zip(lines, roles, strict=True) if role is Role.CONTENTS)
    return Outline(
        lines,
        roles,
        sections,
        said,
        tables,
        contents,
        _Index([one.words for one in said]),
        _Index([one.title.words for one in sections]),
        _Index([one.words for one in contents]),
    )


def _sentences(
    lines: Sequence[Line], roles: Sequence[Role]
) -> tuple[tuple[Sentence, ...], Mapping[int, int]]:
    """Give the sentences, and for each line the number of the first that stands in it or behind it."""
    found: list[Sentence] = []
    begins: dict[int, int] = {}
    for number, (line, role) in enumerate(zip(lines, roles, strict=True)):
        begins[number] = len(found)
        if role is not Role.TEXT:
            continue
        for start, end in sentences(line.text):
            text = line.text[start:end]
            words = tuple(words_of(text))
            if words:
                at = line.start
                nothing = _says_nothing(text, words)
                found.append(
                    Sentence(line.passage, at + start, at + end, text, words, number, line.page, nothing)
                )
    begins[len(lines)] = len(found)
    return tuple(found), begins


def _says_nothing(text: str, words: Sequence[str]) -> bool:
    if text.endswith("?") or _PLACEHOLDER.match(text):
        return True
    return len(words) <= _FEW and _NOT_YET.match(text) is not None


def _sections(
    lines: Sequence[Line], roles: Sequence[Role], said: Sequence[Sentence], begins: Mapping[int, int]
) -> Iterator[Section]:
    counted, asked = [0], [0]
    for sentence in said:
        number = len(sentence.words)
        question = sentence.text.endswith("?")
        counted.append(counted[-1] + (0 if sentence.says_nothing else number))
        asked.append(asked[-1] + (number if question else 0))
    levels = [_level(line, role) for line, role in zip(lines, roles, strict=True)]
    for number, level in enumerate(levels):
        if level is None:
            continue
        line = lines[number]
        end = number + 1
        while end < len(lines) and not _closes(line, level, roles[number], lines[end], levels[end]):
            end += 1
        first, last = begins[number + 1], begins[end]
        own = counted[last] - counted[first]
        if _ASKING & {*line.words}:
            own += asked[last] - asked[first]
        yield Section(line, level, first, last, own, number, end, roles[number] is Role.LABEL)


def _closes(line: Line, level: int, role: Role, other: Line, other_level: int | None) -> bool:
    if role is Role.LABEL:
        if line.cell is None or other.cell is None:
            return True
        return (other.block, other.cell[0]) != (line.block, line.cell[0])
    return other_level is not None and other_level <= level


def _level(line: Line, role: Role) -> int | None:
    if role is Role.LABEL:
        return 10
    if role is not Role.HEADING:
        return None
    if line.level is not None:
        return max(line.level, len(line.number))  # 2.1 stands under 2, though both have one style
    if line.number:
        return min(6, len(line.number))
    return 7 if line.capitals else 8 if line.numbered else 9
