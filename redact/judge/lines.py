"""The lines of a document that a reader sees, each with what it looks like: short, numbered, of a contents.

Headers and footers, notes, comments, what was deleted and what is hidden are no lines. A paragraph of
several lines is parted where its lines end on purpose, and where a list of contents was read as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from redact.judge.phrases import words_of
from redact.values.text import Document, Format, Part, Passage

__all__ = ["MOST_WORDS", "Line", "is_field", "lines_of"]

_PARTS = frozenset((Part.BODY, Part.TABLE, Part.TEXT_BOX))
# Stretches of other parts that a reader sees where they stand.
_SEEN = frozenset((Part.TRACKED_INSERTION, Part.TEXT_BOX, Part.TABLE, Part.LIST_LABEL, Part.BODY))
_FIELD = "D14"  # the result of a field; a list of contents is one

MOST_WORDS = 12  # of a heading without a style
_MOST_LETTERS = 110
_STOPPED_WORDS = 3  # of a numbered heading that ends in a full stop
_NUMBER = re.compile(
    r"""\s*(?: (?:section|part|chapter|appendix|annexe?|schedule|question|q)\s*
               (?:\d{1,2}(?:\.\d{1,2})*|[A-Z]|[IVX]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten)
               \b [.):]? (?:\s*[-\u2013\u2014:]\s*|\s+|$)
             | (?:\d{1,2}(?:\.\d{1,2}){0,4}\.?\)? | \(?(?:[a-zA-Z]|[ivxIVX]{1,5})[.)] | \(\d{1,2}\))
               [\s:\u2013-]+ )""",
    re.VERBOSE | re.IGNORECASE,
)
_DIGITS = re.compile(r"\d{1,2}(?:\.\d{1,2})*")
_LEADER = re.compile(
    r"(?:\.{3,}|(?:[ ]\.){3,}|\u2026+|_{4,}|\u00b7{3,}|-{4,}|\t|[ ]{3,})[\s.\u2026]*(?:page\s*|p\.?\s*)?"
    r"(?:\d{1,3}|[ivx]{1,5})(?=\s|$)",
    re.IGNORECASE,
)
_DOTS = re.compile(r"[ ]*(?:\.{5,}|\u2026{2,}|_{4,})\s*\Z")
_BULLET = re.compile(r"\s*(?:(?:[-\u2013*]|o)[ \t]+|[\u2022\u25aa\u25cf\u25cb\u25a0\uf0b7\uf0a7]\s*)\S")
# How headings and bold words are written in plain text.
_HASHES = re.compile(r"\s{0,3}(#{1,6})\s+")
_DRESS = re.compile(r"^[\s*_#]+|</?[a-zA-Z]{1,6}>|[\s*_]+$")
_FIELD_OF_A_FORM = re.compile(r"[^:\n]{1,80}:\s*\S")
_TITLE_BEHIND = re.compile(r"(?<=[a-z)][.!?])[ ][A-Z0-9][^.!?:;,]*[^\s.!?:;,]\Z")
_TITLE_INSIDE = re.compile(
    r"(?<=[a-z)])[ ](?=(?:(?:Appendix|Annexe?|Section|Chapter)[ ][A-Z0-9]{1,2}[:.]?"
    r"|\d{1,2}(?:\.\d{1,2})+\.?)[ ][A-Z])"
)
_TITLE_BEHIND_WORDS = 7
_LABEL_WORDS = 6  # of the field of a form
_SUFFIX = re.compile(r"[ \t]+(?:page[ ]*)?\d{1,3}\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of a passage that is read as one: a line on its own, or a paragraph.

    `start` and `end` are half-open code points of the passage's text, of which `text` is what is seen.
    `level` is that of its style; `number` its own number, `words` those behind that. `block` is the number
    of its table, where it stands in a `cell`. `dotted` is of one that ends in dots, with no number.
    """

    passage: str
    start: int
    end: int
    text: str = field(repr=False)
    words: tuple[str, ...] = field(repr=False)
    level: int | None = None
    number: tuple[int, ...] = ()
    numbered: bool = False
    short: bool = False
    capitals: bool = False
    bullet: bool = False
    contents: bool = False
    dotted: bool = False
    from_field: bool = False
    page: int | None = None
    block: int | None = None
    cell: tuple[int, int] | None = None


def lines_of(document: Document) -> Iterator[Line]:
    """Give the lines that a reader sees, in reading order."""
    width = _width(document)
    for passage in document.passages:
        if _is_read(passage):
            text = _seen(passage)
            for start, end in _parted(text, passage, width, document.format):
                yield _line(passage, text, start, end)


def is_field(line: Line) -> bool:
    """Tell whether a line is a field of a form, "Label: value"."""
    label = line.text.partition(":")[0]
    return _FIELD_OF_A_FORM.match(line.text) is not None and len(label.split()) <= _LABEL_WORDS


def _is_read(passage: Passage) -> bool:
    if passage.apart or passage.repeated or passage.focus:
        return False
    return passage.location.part in _PARTS or passage.read_from_a_picture


def _seen(passage: Passage) -> str:
    """Give the passage's text with blanks for every stretch that its reader does not see."""
    text = passage.text
    for region in passage.regions:
        if region.part not in _SEEN and region.place != _FIELD and region.part is not Part.LINK:
            hidden = text[region.start : region.end]
            text = text[: region.start] + re.sub(r"\S", " ", hidden) + text[region.end :]
    return text


def _parted(text: str, passage: Passage, width: int, format_: Format) -> Iterator[tuple[int, int]]:
    if format_ is Format.PDF:
        for start, end in _pieces(text, width):
            for first, last in pairwise((start, *_joined_headings(text, start, end), end)):
                yield from _trimmed(text, first, last)
    elif passage.heading_level is not None and len(text) <= 2 * _MOST_LETTERS:
        yield from _trimmed(text, 0, len(text))  # a heading of two lines is one
    else:
        yield from _pieces(text, width)


def _joined_headings(text: str, start: int, end: int) -> list[int]:
    """Find where headings begin that were read with what stands before them, as pages of a PDF are."""
    if end - start <= _MOST_LETTERS:
        return [match.start() for match in _TITLE_INSIDE.finditer(text, start, end)]
    match = _TITLE_BEHIND.search(text, end - _MOST_LETTERS, end)
    return [match.start()] if match and len(match[0].split()) <= _TITLE_BEHIND_WORDS else []


def _width(document: Document) -> int:
    """Give the length at which lines were broken, in a text of many; 0 where they end where they should."""
    lengths = [
        len(line)
        for passage in document.passages
        if "\n" in passage.text and not passage.apart
        for line in passage.text.split("\n")[:-1]
    ]
    return max(lengths, default=0) if lengths and max(lengths) <= 130 else 0


def _pieces(text: str, width: int) -> Iterator[tuple[int, int]]:
    if "\n" not in text and not _LEADER.search(text):
        if text.strip():
            yield 0, len(text)
        return
    ends = [match.end() for match in re.finditer(r"[^\n]*(?:\n|$)", text) if match[0]]
    start = line = 0
    for end in ends:
        following = text[end : text.find("\n", end) if "\n" in text[end:] else len(text)]
        if end == len(text) or not _wraps(text[line:end], following, width):
            yield from _contents_lines(text, start, end)
            start = end
        line = end


def _wraps(line: str, following: str, width: int) -> bool:
    """Tell whether a line ends only because the next word had no room."""
    after = following.strip()
    if not after or not line.strip() or _BULLET.match(following):
        return False
    if (
        _LEADER.search(line.rstrip())
        or line.rstrip().endswith(("...", "\u2026", "___"))
        or (_NUMBER.match(following) and not after[0].islower())
    ):
        return False
    if after[0].islower():
        return True
    full = len(line.rstrip()) + 1 + len(after.split()[0]) > width
    return bool(width) and full and len(line) > 45


def _contents_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part what was read as one paragraph after each page number of a list of contents."""
    at = start
    for match in _LEADER.finditer(text, start, end):
        if any(letter.isalpha() for letter in text[at : match.start()]):
            yield from _trimmed(text, at, match.end())
            at = match.end()
    yield from _trimmed(text, at, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _line(passage: Passage, whole: str, start: int, end: int) -> Line:
    text = whole[start:end]
    location = passage.location
    leader = _LEADER.search(text)
    contents = leader is not None and not text[leader.end() :].strip() and location.cell is None
    dots = None if contents or ":" in text else _DOTS.search(text)
    cut = leader.start() if leader and contents else dots.start() if dots else len(text)
    title = _DRESS.sub("", text[:cut])
    number = _NUMBER.match(title)
    from_field = any(
        region.place == _FIELD and region.start <= start and end <= region.end for region in passage.regions
    )
    if from_field and not contents:
        title = _SUFFIX.sub("", title)
    words = tuple(words_of(title[number.end() :] if number else title)) or tuple(words_of(title))
    digits = _DIGITS.match(number[0].strip()) if number else None
    hashes = _HASHES.match(text)
    level = passage.heading_level or (len(hashes[1]) if hashes else None)
    return Line(
        passage.id,
        start,
        end,
        text,
        words,
        level=level if len(words) <= 2 * MOST_WORDS else None,
        number=tuple(int(piece) for piece in digits[0].split(".")) if digits else (),
        numbered=number is not None,
        dotted=dots is not None,
        short=dots is None and _is_short(title, title[number.end() :] if number else title, words),
        capitals=title.isupper() and sum(map(str.isalpha, title)) > 3,
        bullet=_BULLET.match(text) is not None,
        contents=contents,
        from_field=from_field,
        page=location.page,
        block=location.block if location.cell else None,
        cell=location.cell,
    )


def _is_short(title: str, behind: str, words: Sequence[str]) -> bool:
    """Tell whether a line may be a heading by its looks; `behind` is what stands behind its number."""
    plain = title.strip()
    if len(words) <= _STOPPED_WORDS and behind is not title:  # "2. Methodology."
        plain, behind = plain.removesuffix("."), behind.rstrip().removesuffix(".")
    if not 0 < len(words) <= MOST_WORDS or len(plain) > _MOST_LETTERS or not any(map(str.isalpha, plain)):
        return False
    if "\t" in behind.strip() or "___" in title or "..." in title:
        return False  # a row of a table without lines, or a field of a form
    return not (plain.endswith((".", ";", ",")) or plain[0].islower() or _FIELD_OF_A_FORM.match(behind))
