"""Plain text and Markdown → Document, the text exactly as it stands in the file.

`Document.text()` is the decoded file without its byte order mark, line ends as they are, so a place in a
report is a place in the file. Read as UTF-8, as UTF-16 where a byte order mark says so, and else as the
Windows encoding cp1252 if each byte has a letter there. What remains: a text in another old encoding
(Mac Roman, Latin-2) is read with wrong letters in place of its accented ones.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from redact.errors import Damaged
from redact.formats.building import DocumentBuilder
from redact.values.text import Document, Format, Location, Part

__all__ = ["decode", "read", "recognises"]

LONGEST_PASSAGE = 100_000  # characters; a longer stretch without a blank line is not a paragraph
_CHARACTERS_A_PAGE = 3_000  # as `Progress` counts pages of files that have none
_SEARCHED = 20_000  # characters before the limit in which a good place to split is looked for

_SAVE_AS_TEXT = "Open it in the program that made it, save it as plain text in UTF-8, and check that file."

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_LINE_END = re.compile(r"[\r\n]+\Z")
_HEADING = re.compile(r"(?P<mark> {0,3}(?P<hashes>#{1,6})[ \t]+)(?=\S)")
# Where to split what is too long, best first: an end of a sentence at a line end, a line end, an end of a
# sentence, a space. A name may stand across any of them, so the later ones are taken only where needed.
_SPLITS = tuple(
    re.compile(pattern)
    for pattern in (
        r"[.!?:;][\"')\u201d\u2019]*[ \t]*[\r\n]+",
        r"[\r\n]+",
        r"[.!?][\"')\u201d\u2019]*[ \t]+",
        r"\s+",
    )
)


def recognises(data: bytes) -> bool:
    """Tell whether the bytes can be read as text: decodable, and without NUL characters."""
    try:
        decode(data)
    except Damaged:
        return False
    return True


def read(data: bytes, builder: DocumentBuilder) -> Document:
    """Read a text file: one passage a paragraph, paragraphs being parted by blank lines.

    In Markdown a line that begins with # is a heading, and a passage of its own.

    Raises Damaged for bytes that are not text and for a file that holds no text.
    """
    text = decode(data)
    if not text.strip():
        raise Damaged(
            "the file holds no text", "Check that it is the right file, and that it was saved whole."
        )
    done = page = 0
    for start, end, level in _paragraphs(text, headings=builder.format is Format.MD):
        if not text[start:end].strip():  # white space left over from a split: it goes into the next lead
            continue
        location = Location(Part.BODY, block=builder.next_block(Part.BODY))
        builder.passage(
            text[start:end], location, lead=text[done:start], heading_level=level, under_headings=True
        )
        done = end
        if end // _CHARACTERS_A_PAGE > page:
            page = end // _CHARACTERS_A_PAGE
            builder.request.progress(page, len(text) // _CHARACTERS_A_PAGE + 1)
    builder.file_name()
    return builder.build(tail=text[done:])


def decode(data: bytes) -> str:
    """Decode a text file by its byte order mark, as UTF-8, or else as cp1252.

    Raises Damaged for bytes that none of them knows, and for NUL characters, which no text holds.
    """
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            text = data.decode("utf-16")
        else:
            text = _decode_bytes(data)
    except UnicodeDecodeError:
        raise Damaged(
            "the file is not text, or is text in an encoding that we do not read", _SAVE_AS_TEXT
        ) from None
    if "\0" in text:
        raise Damaged("the file is not text: it holds NUL characters", _SAVE_AS_TEXT)
    return text


def _decode_bytes(data: bytes) -> str:
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        if data.startswith(codecs.BOM_UTF8):
            raise
        return data.decode("cp1252")


def _paragraphs(text: str, *, headings: bool) -> Iterator[tuple[int, int, int | None]]:
    """Give each paragraph as half-open code points of `text`, with the level of a heading or None.

    The line end that closes a paragraph is not part of it.
    """
    start = end = None
    for line in _LINE.finditer(text):
        blank = not line[0].strip()
        heading = _HEADING.match(line[0]) if headings else None
        if (blank or heading) and start is not None and end is not None:
            yield from ((first, last, None) for first, last in _split(text, start, end))
            start = None
        if blank:
            continue
        end = line.end() - _line_end_length(line[0])
        if heading:
            yield line.start() + heading.end("mark"), end, len(heading["hashes"])
        elif start is None:
            start = line.start()
    if start is not None and end is not None:
        yield from ((first, last, None) for first, last in _split(text, start, end))


def _line_end_length(line: str) -> int:
    ending = _LINE_END.search(line)
    return len(ending[0]) if ending else 0


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split a paragraph that is too long; white space at a split belongs to neither side."""
    while end - start > LONGEST_PASSAGE:
        last, first = _split_place(text, start, start + LONGEST_PASSAGE)
        yield start, last
        start = first
    yield start, end


def _split_place(text: str, start: int, limit: int) -> tuple[int, int]:
    """Find where the part before a split ends and the part after it begins; both after `start`."""
    low = max(start + 1, limit - _SEARCHED)
    for pattern in _SPLITS:
        found = list(pattern.finditer(text, low, limit))
        if found:
            match = found[-1]
            return match.start() + len(match[0].rstrip()), match.end()
    return limit, limit
