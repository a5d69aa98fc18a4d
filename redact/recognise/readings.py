"""The ways in which a passage is read, each with its way back to the passage.

The first reading is the folded text: curly quotes and odd hyphens made plain, what prints nothing
dropped, light markup of a plain text dropped. Where a word was broken at a line end, or where a file name
joins words by underscores, a second reading covers the place. A claim made in any reading is a claim on
the passage's own code points, so nothing hides behind a zero-width space, a non-breaking hyphen or a
line end. What remains: letters set apart by spaces, and letters of another alphabet that look alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from redact.values.folding import fold
from redact.values.text import Document, Format, Part, Passage

__all__ = ["Reading", "folded", "primary", "readings"]

_AROUND = 120  # characters read again on both sides of a line end; longer than any name or identifier
_TAB = "\ue009"  # stands for a tab while folding, which would make a space of it
# 0 and 1 part the pieces of a batch, so no text may hold them.
_KEPT = {ord("\t"): _TAB, 0: " ", 1: " "}
_NAME_PARTS = frozenset(
    {Part.FILE_NAME, Part.PROPERTY, Part.BOOKMARK, Part.EMBEDDED_FILE, Part.ATTACHMENT, Part.LINK}
)

# Simple markup that would stand inside a date or a name; a tag with attributes may hide an address.
# A star between a figure and another sign is of a bar code: "H1234567*HARTE*01.02.03".
_MARKUP = re.compile(
    r"</?(?:b|i|u|em|strong|sup|sub|small)>|(?<![\d*])\*+(?![\d*])|(?<![\w*])\*+|\*+(?![\w*])"
    r"|\\(?=[_*.\-@+#()\[\]])",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"(?<=\w)-( ?\n[ \t]*)(?=\w)")
# With which word the code of a field begins, beside others that show text of their own (ECMA-376 part 1,
# 17.16.5): read as part of what it shows, "QUOTE" would become somebody's forename.
_CODES, _CODE = (
    "D44",
    re.compile(
        r"""\s*(?:ASK|AUTHOR|COMMENTS|DOCPROPERTY|DOCVARIABLE|FILLIN|HYPERLINK|IF|INCLUDETEXT|INFO|KEYWORDS
      |MACROBUTTON|MERGEFIELD|QUOTE|REF|SET|STYLEREF|SUBJECT|TA|TC|TITLE|USERADDRESS|USERINITIALS|USERNAME
      |XE)(?=[\s"\u201c]|$)""",
        re.VERBOSE,
    ),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text to search and the passage that it reads.

    `starts` and `ends` give, for each position of `text`, the half-open code points of the passage behind
    it; none where position and code point are the same but for `base`. `seams` are offsets into `text`:
    when there are any, only a claim with characters on both sides of one is news.
    """

    passage: Passage = field(repr=False)
    text: str = field(repr=False)
    starts: Sequence[int] | None = field(default=None, repr=False)
    ends: Sequence[int] | None = field(default=None, repr=False)
    base: int = 0
    seams: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Give the half-open code points of the passage behind `text[start:end]`.

        Returns None where the stretch is empty or, in a reading with seams, crosses none.
        """
        if not 0 <= start < end <= len(self.text):
            return None
        if self.seams and not any(start < seam < end for seam in self.seams):
            return None
        if self.starts is None or self.ends is None:
            return self.base + start, self.base + end
        return self.starts[start], self.ends[end - 1]


def readings(document: Document) -> Iterator[tuple[Reading, tuple[Reading, ...]]]:
    """Give, for each passage in order, its first reading and its further ones."""
    for passage in document.passages:
        first = primary(passage, document.format)
        yield first, tuple(_further(first))


def primary(passage: Passage, format: Format) -> Reading:
    """Read a passage folded, letter case and tabs kept; of txt and md without its light markup."""
    text, starts, ends = folded(passage.text)
    if passage.location.place == _CODES and (code := _CODE.match(text)):
        text = " " * code.end() + text[code.end() :]
    reading = Reading(passage, text, starts, ends)
    if format in (Format.TXT, Format.MD) and any(mark in text for mark in "<*\\"):
        return _without(reading, [match.span() for match in _MARKUP.finditer(text)])
    return reading


def folded(text: str) -> tuple[str, tuple[int, ...] | None, tuple[int, ...] | None]:
    """Fold a text as `fold(text, case=False)` does, but keep its tabs.

    Returns: the folded text, and for each position the half-open code points of `text` behind it; two
    times None where these are the positions themselves, which is so for nearly every passage.
    """
    if not _NOT_SIMPLE.search(text):
        return text.translate(_SIMPLE), None, None
    result = fold(text.translate(_KEPT), case=False)
    pairs = [result.span(at, at + 1) for at in range(len(result.text))]
    return result.text.replace(_TAB, "\t"), tuple(pair[0] for pair in pairs), tuple(pair[1] for pair in pairs)


def _simple_characters() -> dict[int, str]:
    """Find the characters that fold one for one, with nothing around them changing that."""
    usual = [
        *range(0x20),
        *range(0x20, 0x180),
        *range(0x2010, 0x2028),
        0x2022,
        0x202F,
        0x2032,
        0x20AC,
        0x2212,
    ]
    table: dict[int, str] = {}
    for code in usual:
        plain = fold(chr(code), case=False).text
        if len(plain) == 1:
            table[code] = plain
    table[ord("\t")] = "\t"
    table[0] = table[1] = " "
    return table


_SIMPLE = _simple_characters()
_NOT_SIMPLE = re.compile("[^" + "".join(re.escape(chr(code)) for code in _SIMPLE) + "]")


def _without(reading: Reading, dropped: list[tuple[int, int]], *, put: str = "") -> Reading:
    """Drop stretches of a reading's text, writing `put` in the place of each."""
    if not dropped:
        return reading
    kept: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for start, end in [*dropped, (len(reading.text), len(reading.text))]:
        kept.append(reading.text[at:start])
        for position in range(at, start):
            first, last = _behind(reading, position)
            starts.append(first)
            ends.append(last)
        if put and start < end:
            kept.append(put)
            first, last = _behind(reading, start)
            starts += [first] * len(put)
            ends += [last] * len(put)
        at = end
    return Reading(reading.passage, "".join(kept), tuple(starts), tuple(ends))


def _behind(reading: Reading, position: int) -> tuple[int, int]:
    if reading.starts is None or reading.ends is None:
        return reading.base + position, reading.base + position + 1
    return reading.starts[position], reading.ends[position]


def _further(first: Reading) -> Iterator[Reading]:
    if first.passage.location.part in _NAME_PARTS and "_" in first.text:
        yield Reading(first.passage, first.text.replace("_", " "), first.starts, first.ends, first.base)
    yield from _broken_lines(first)
    yield from _restored_hyphens(first)
    if first.passage.read_from_a_picture:
        from redact.recognise.from_pictures import parted_and_closed

        yield from parted_and_closed(first)


def _broken_lines(first: Reading) -> Iterator[Reading]:
    """Read each word that is broken at a line end joined, and with its hyphen but no line end."""
    places = [match.span() for match in _BROKEN.finditer(first.text)] if "-" in first.text else []
    for low, high, inside in _windows(places, len(first.text)):
        window = _cut(first, low, high)
        for keep in (0, 1):
            dropped = [(start - low + keep, end - low) for start, end in inside]
            joined = _without(window, dropped)
            seams: list[int] = []
            gone = 0
            for start, end in dropped:
                seams.append(start - gone)
                gone += end - start
            yield Reading(joined.passage, joined.text, joined.starts, joined.ends, 0, tuple(seams))


def _restored_hyphens(first: Reading) -> Iterator[Reading]:
    """Read each hyphen that a reader dropped at a line end as written after all."""
    at = sorted(_positions(first, first.passage.breaks)) if first.passage.breaks else []
    for low, high, inside in _windows([(place, place) for place in at], len(first.text)):
        text: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        cuts = [low, *(place for place, _ in inside), high]
        for number, (start, end) in enumerate(pairwise(cuts)):
            if number:
                # The hyphen stands behind the letter before it: it has no code point of its own.
                before = _behind(first, start - 1)
                text.append("-")
                starts.append(before[0])
                ends.append(before[1])
            text.append(first.text[start:end])
            behind = [_behind(first, position) for position in range(start, end)]
            starts += [pair[0] for pair in behind]
            ends += [pair[1] for pair in behind]
        seams = tuple(place - low + number + 1 for number, (place, _) in enumerate(inside))
        yield Reading(first.passage, "".join(text), tuple(starts), tuple(ends), 0, seams)


def _positions(reading: Reading, offsets: Sequence[int]) -> Iterator[int]:
    """Find where offsets into the passage lie in a reading's text; those at its edges break no word."""
    if reading.starts is None:
        wanted = {offset - reading.base for offset in offsets}
    else:
        index = {start: at for at, start in reversed(list(enumerate(reading.starts)))}
        wanted = {index[offset] for offset in offsets if offset in index}
    yield from (at for at in wanted if 0 < at < len(reading.text))


def _windows(
    places: Sequence[tuple[int, int]], length: int
) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
    """Give stretches around the places, each with the places inside it; near places share a stretch."""
    group: list[tuple[int, int]] = []
    for place in [*places, None]:
        if group and (place is None or place[0] - group[-1][1] > 2 * _AROUND):
            yield max(0, group[0][0] - _AROUND), min(length, group[-1][1] + _AROUND), group
            group = []
        if place is not None:
            group.append(place)


def _cut(reading: Reading, low: int, high: int) -> Reading:
    if reading.starts is None or reading.ends is None:
        return Reading(reading.passage, reading.text[low:high], base=reading.base + low)
    return Reading(reading.passage, reading.text[low:high], reading.starts[low:high], reading.ends[low:high])
