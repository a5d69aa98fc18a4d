"""Gold: for every marked mention of a story, where our own reader finds its words in the written file.

The words of a file and of its story are compared letter by letter and digit by digit, without spaces,
hyphens and signs, because a PDF has its own line ends. A block whose words cannot be found stops the build.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from corpus.sample.story import Block, Mark, Story, Text
from redact.values.text import Document, Format, Part, Passage

__all__ = ["GoldMention", "gold_of"]

_RUNNING = (("header", Part.HEADER), ("footer", Part.FOOTER))
_PROPERTIES = (("title", Part.PROPERTY), ("author", Part.PROPERTY))


@dataclass(frozen=True, slots=True)
class GoldMention:
    """One mention in one file. `span` is half-open code points of `redact text`; none in the file's name."""

    document: str
    part: str
    quote: str
    label: str
    who: str
    way: str
    must: str
    span: tuple[int, int] | None

    def as_json(self) -> dict[str, Any]:
        """The same as plain values."""
        return asdict(self)


def gold_of(story: Story, document: Document, file: str) -> tuple[GoldMention, ...]:
    """Find every mark of a story in the document that was read from its file.

    Raises:
        ValueError: words of the story cannot be found in the document.
    """
    # The author of a report is found once as its property and once as the author of each comment.
    return tuple(dict.fromkeys(_Finder(story, document, file).all()))


class _Finder:
    def __init__(self, story: Story, document: Document, file: str) -> None:
        self._story, self._document, self._file = story, document, file
        self._starts = document.starts()
        self._body = _Letters(
            [p for p in document.passages if p.location.part in (Part.BODY, Part.TABLE) and not p.focus]
        )

    def all(self) -> Iterator[GoldMention]:
        for mark in self._story.file.marks:
            yield self._made(Part.FILE_NAME, self._story.file.plain[mark.start : mark.end], mark, None)
        for field, part in _PROPERTIES + _RUNNING:
            yield from self._in_part(getattr(self._story, field), part)
        at = 0
        for block in self._story.blocks:
            for text in block.texts():
                found, at = self._in_body(text, block, at)
                yield from found
            if block.comment is not None and self._document.format is Format.DOCX:
                author, _, words = block.comment
                yield from self._in_part(author, Part.PROPERTY)
                yield from self._in_part(words, Part.COMMENT)

    def _in_body(self, text: Text, block: Block, at: int) -> tuple[list[GoldMention], int]:
        """Find a text at or after position `at` of the body's letters; gives where it ended."""
        wanted = _letters(text.kept)
        start = self._body.text.find(wanted, at)
        if start < 0:
            raise ValueError(f"{self._file}: the words of a {block.kind} are not where they should be")
        found: list[GoldMention] = []
        for mark in text.marks:
            change = text.change_at(mark)
            if change:
                found += self._changed(text, mark, change)
                continue
            before = len(_letters(text.plain[: mark.start])) - _deleted_before(text, mark)
            length = len(_letters(text.plain[mark.start : mark.end]))
            passage, first, end = self._body.span(start + before, length)
            span = self._span(
                passage, *_with_signs(passage.text, first, end, text.plain[mark.start : mark.end])
            )
            found.append(
                self._made(Part.TABLE if block.kind == "table" else Part.BODY, self._quote(span), mark, span)
            )
        return found, start + len(wanted)

    def _changed(self, text: Text, mark: Mark, change: str) -> Iterator[GoldMention]:
        part = Part.TRACKED_DELETION if change == "-" else Part.TRACKED_INSERTION
        if self._document.format is Format.DOCX:
            yield from self._in_part(Text(text.pieces, (mark,)), part)

    def _in_part(self, text: Text, part: Part) -> Iterator[GoldMention]:
        """Find the words in every passage of a part: a running line stands on each page."""
        for mark in text.marks:
            words = text.plain[mark.start : mark.end]
            places = [
                (passage, at)
                for passage in self._document.passages
                if (at := passage.text.find(words)) >= 0
                and passage.locate(at, at + len(words)).part is part
                and not passage.apart
            ]
            if not places:
                raise ValueError(f"{self._file}: a mention is not in its {part.value}")
            for passage, at in places:
                yield self._made(part, words, mark, self._span(passage, at, at + len(words)))

    def _span(self, passage: Passage, start: int, end: int) -> tuple[int, int]:
        base = self._starts[passage.id]
        return base + start, base + end

    def _quote(self, span: tuple[int, int]) -> str:
        return self._document.text()[span[0] : span[1]]

    def _made(self, part: Part, quote: str, mark: Mark, span: tuple[int, int] | None) -> GoldMention:
        return GoldMention(
            self._file, part.value, quote, mark.label, mark.who, mark.way, mark.must.value, span
        )


class _Letters:
    """The letters and digits of passages in a row, each with its place."""

    def __init__(self, passages: list[Passage]) -> None:
        self._places = [
            (passage, at)
            for passage in passages
            for at, letter in enumerate(passage.text)
            if letter.isalnum() and passage.locate(at, at + 1).part is not Part.TRACKED_DELETION
        ]
        self.text = "".join(passage.text[at] for passage, at in self._places)

    def span(self, start: int, length: int) -> tuple[Passage, int, int]:
        """Give the passage and the half-open code points in it of `length` letters from `start` on."""
        first, last = self._places[start], self._places[start + length - 1]
        if first[0] is not last[0]:
            raise ValueError("a mention runs over two passages")
        return first[0], first[1], last[1] + 1


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def _with_signs(text: str, start: int, end: int, words: str) -> tuple[int, int]:
    """Take in the signs with which the marked words begin or end, where the text has them too."""
    before = words[: next(at for at, letter in enumerate(words) if letter.isalnum())]
    after = words[len(words.rstrip(")].,;:!?'’")) :]
    if before and text[:start].endswith(before):
        start -= len(before)
    return start, end + len(after) if after and text[end:].startswith(after) else end


def _deleted_before(text: Text, mark: Mark) -> int:
    at = gone = 0
    for piece in text.pieces:
        if piece.change == "-" and at < mark.start:
            gone += len(_letters(piece.text))
        at += len(piece.text)
    return gone
