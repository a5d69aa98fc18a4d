"""The lines of a document as a reader of marks sees them: folded in their own case, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from redact.judge.checks.marks import Where
from redact.values.folding import Folded, fold
from redact.values.text import Document, Part, Passage, Span

__all__ = ["Line", "Seen", "lines_of", "seen_in"]

_COVER = 14  # passages of the body in which a cover stands: logo, board, title, author, date, marking
_TITLE = 140  # characters; a longer line is a sentence
# What no reader of the pages sees has rules of its own, and a comment may say "draft" as it likes.
_UNSEEN = frozenset(
    {Part.TRACKED_DELETION, Part.COMMENT, Part.HIDDEN_TEXT, Part.UNDER_A_BOX, Part.EMBEDDED_FILE}
    | {Part.ATTACHMENT, Part.LINK, Part.BOOKMARK, Part.LIST_LABEL, Part.ALT_TEXT}
)
_MARGINS = frozenset({Part.HEADER, Part.FOOTER, Part.FILE_NAME, Part.PROPERTY})
_BODY = frozenset({Part.BODY, Part.TEXT_BOX})
_WATERMARK = "D10"
_DASHES = str.maketrans({"\u2014": "-", "\u2015": "-", "\u2022": "-"})
# In the name of a file each word stands alone, and its ending behind a full stop.
_OF_A_NAME = str.maketrans("_ ", "||")
_ENDING = re.compile(r"\.(?=\w{2,5}$)")
# A bracket that goes on in the next line: in plain text and in a pdf.
_BROKEN = re.compile(r"[\[(<\u00ab{][^\])>\u00bb}\n]{0,80}\n[^\])>\u00bb}\n]{0,80}[\])>\u00bb}]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a passage: its folded text, where it stands, and the way back to the passage."""

    passage: Passage
    text: str = field(repr=False)
    where: Where
    start: int  # of the line in the folded text
    folded: Folded = field(repr=False)

    @property
    def running(self) -> bool:
        """Tell whether it stands on page after page, as a header does."""
        return self.passage.repeated or self.passage.location.part in (Part.HEADER, Part.FOOTER)

    def span(self, start: int, end: int) -> Span:
        """Give the stretch `text[start:end]` as code points of the passage."""
        return Span(self.passage.id, *self.folded.span(self.start + start, self.start + end))


@dataclass(frozen=True, slots=True)
class Seen:
    """A passage that a reader of the pages sees, in small letters too, and whether the cover holds it."""

    passage: Passage
    on_the_cover: bool
    small: str = field(repr=False)


def seen_in(document: Document) -> Iterator[Seen]:
    """Give the passages of a document that may hold marks, in reading order."""
    covers = 0
    for passage in document.passages:
        part = passage.location.part
        on_the_cover = part in _BODY and covers < _COVER
        covers += on_the_cover
        if part not in _UNSEEN:
            yield Seen(passage, on_the_cover, f" {passage.text}".lower().replace("\n", " "))


def lines_of(seen: Iterable[Seen], gate: tuple[str, ...], *, fields: bool = False) -> Iterator[Line]:
    """Give the lines of every passage that holds something of the gate, in reading order.

    Args:
        gate: in small letters; a text in which none of it stands is not folded.
        fields: whether the codes of fields are read too.
    """
    for one in seen:
        if one.passage.location.part is Part.FIELD and not fields:
            continue
        if any(piece in one.small for piece in gate):
            yield from _lines(one.passage, on_the_cover=one.on_the_cover)


def _lines(passage: Passage, *, on_the_cover: bool) -> Iterator[Line]:
    folded = fold(passage.text, case=False)
    text = folded.text.translate(_DASHES)
    if passage.location.part is Part.FILE_NAME:
        text = _ENDING.sub("|", text.translate(_OF_A_NAME))
    if "\n" in text:
        text = _BROKEN.sub(lambda match: match[0].replace("\n", " "), text)
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield Line(passage, line, _where(passage, line, on_the_cover), at, folded)
        at += len(line) + 1


def _where(passage: Passage, line: str, on_the_cover: bool) -> Where:
    location = passage.location
    if location.part in _MARGINS or location.place == _WATERMARK or passage.repeated:
        return Where.MARGIN
    if location.cell is not None and location.cell[0] > 1:
        return Where.CELL
    short = len(line) <= _TITLE and not line.rstrip().endswith((".", ";", ","))
    if passage.heading_level is not None or (on_the_cover and short):
        return Where.TITLE
    return Where.LINE
