"""What goes wrong with real text: slips of the hand, scanned pages, broken names, headings in capitals.

All is drawn from the document's own generator. The rates are set so that each fault is in many documents of
the corpus and in no document are many: a reader should still take the page for an ordinary one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from corpus.cases.mistakes import mistaken
from corpus.telling.drawing import Block
from corpus.telling.names import INITIALS
from corpus.telling.scene import Mark
from corpus.telling.stretches import Edit, Stretch, Written, edited

__all__ = ["SCANNABLE", "planted"]

SLIPS = 0.01  # of mentions by name: what hasty typing does to a name that no spelling checker knows
SCANNED = 0.15  # of documents that agencies keep on paper; with their kinds' share about 1 document in 20
CAPITAL_HEADINGS = 0.15  # of documents: forms with a style of headings in capitals
# In a scanned document, of the letters that are mistaken for others: about one slip in 60 words, and in a
# name more, because names are what the correction of a scanner's program does not know.
_MISREAD, _MISREAD_IN_NAMES = 0.006, 0.03
_SPACES_LOST = 0.002  # of spaces, in a scanned document: about one in 500 words
_SPACES_LOST_IN_NAMES = 0.04
_HYPHENATED = 0.4  # of names that reach over the end of a line and could be parted there
_WIDTHS = range(70, 92)  # letters a line
_SHORTEST_PARTED = 6  # letters of a word that is parted at a line end
_KEPT_TOGETHER = 3  # letters at least on either side of the hyphen

SCANNABLE = frozenset(
    {"letter", "court", "minutes", "statement", "referral", "placement", "request-form", "case-notes"}
)
_MISREADINGS = (
    ("rn", "m"), ("m", "rn"), ("l", "1"), ("l", "I"), ("I", "l"), ("1", "l"), ("O", "0"), ("0", "O"),
    ("cl", "d"), ("h", "b"), ("e", "c"), ("S", "5"), ("vv", "w"), ("li", "h"), ("ii", "n"),
)  # fmt: skip
_LETTERS = re.compile(r"[^\W\d_]{4,}")


def planted(written: Written, kind: str, stage: int, rng: Random) -> Written:
    """Plant what this document is to have."""
    written = _done(written, _slips(written, rng), "slip")
    if rng.random() < CAPITAL_HEADINGS:
        written = _done(written, _capital_headings(written), "")
    if kind in SCANNABLE and stage == 0 and rng.random() < SCANNED:
        written = _done(written, _misread(written, rng), "ocr")
        written = _done(written, _broken(written, rng), "broken")
    return written


def _done(written: Written, edits: Sequence[Edit], hard: str) -> Written:
    """Make the edits and note on each name that one of them touches how it has become hard."""
    if not edits:
        return written
    touched = sorted(edit.start for edit in edits) if hard else []
    stretches = tuple(_noted(stretch, touched, hard) for stretch in written.stretches)
    return edited(Written(written.text, stretches), edits)


def _noted(stretch: Stretch[object], touched: Sequence[int], hard: str) -> Stretch[object]:
    mark = stretch.what
    if not isinstance(mark, Mark) or hard in mark.hard:
        return stretch
    at = bisect_left(touched, stretch.start)
    # An edit at the end of a stretch is behind it, one at its start may be an insertion in front: no name
    # is parted there.
    if at < len(touched) and touched[at] < stretch.end:
        return Stretch(stretch.start, stretch.end, replace(mark, hard=(*mark.hard, hard)))
    return stretch


def _slips(written: Written, rng: Random) -> list[Edit]:
    edits = []
    for stretch in written.of(Mark):
        mark = stretch.what
        if mark.label != "PERSON" or not mark.who or mark.stays:
            continue
        if mark.form in INITIALS | {"user"} or "slip" in mark.hard or rng.random() >= SLIPS:
            continue
        parts = list(_LETTERS.finditer(written.text, stretch.start, stretch.end))
        if parts:
            part = rng.choice(parts)
            edits.append(Edit(part.start(), len(part[0]), mistaken(part[0], rng)))
    return edits


def _capital_headings(written: Written) -> list[Edit]:
    edits = []
    for stretch in written.of(Block):
        if stretch.what.kind == "heading":
            for at in range(stretch.start, stretch.end):
                letter = written.text[at]
                if letter.upper() != letter:
                    edits.append(Edit(at, 1, letter.upper()))
    return edits


def _misread(written: Written, rng: Random) -> list[Edit]:
    """Mistake letters for others and lose spaces."""
    text = written.text
    borders = {place for stretch in written.stretches for place in (stretch.start, stretch.end)}
    inside = _inside_names(written)
    edits: list[Edit] = []
    free = 0
    for at, letter in enumerate(text):
        if at < free or letter in "\n\t":
            continue
        if letter == " ":
            lost = _SPACES_LOST_IN_NAMES if inside[at] else _SPACES_LOST
            if rng.random() < lost and text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha():
                edits.append(Edit(at, 1, ""))
                free = at + 1
            continue
        choices = [(old, new) for old, new in _MISREADINGS if text.startswith(old, at)]
        if choices and rng.random() < (_MISREAD_IN_NAMES if inside[at] else _MISREAD):
            old, new = rng.choice(choices)
            if not any(place in borders for place in range(at + 1, at + len(old))):
                edits.append(Edit(at, len(old), new))
                free = at + len(old)
    return edits


def _inside_names(written: Written) -> bytearray:
    inside = bytearray(len(written.text))
    for stretch in written.of(Mark):
        if stretch.what.label == "PERSON":
            inside[stretch.start : stretch.end] = b"\1" * (stretch.end - stretch.start)
    return inside


def _broken(written: Written, rng: Random) -> list[Edit]:
    """Break paragraphs into lines, now and then inside a name and with a hyphen."""
    width = rng.choice(_WIDTHS)
    inside = _inside_names(written)
    edits: list[Edit] = []
    for stretch in written.of(Block):
        if stretch.what.kind == "paragraph":
            edits += _lines(written.text, (stretch.start, stretch.end), width=width, inside=inside, rng=rng)
    return edits


def _lines(text: str, span: tuple[int, int], *, width: int, inside: bytearray, rng: Random) -> Iterator[Edit]:
    start, end = span
    while end - start > width:
        limit = start + width
        space = text.rfind(" ", start + 1, limit + 1)
        if space < 0:
            return
        word = _word_at(text, limit, end)
        parted = min(limit - 1, word[1] - _KEPT_TOGETHER)
        may = word[1] - word[0] >= _SHORTEST_PARTED and parted - word[0] >= _KEPT_TOGETHER
        if may and word[0] == space + 1 and inside[parted] and rng.random() < _HYPHENATED:
            yield Edit(parted, 0, "-\n")
            start = parted
        else:
            yield Edit(space, 1, "\n")
            start = space + 1


def _word_at(text: str, at: int, end: int) -> tuple[int, int]:
    """Give the word of letters around a place; an empty one where no letter stands."""
    first = last = at
    while first > 0 and text[first - 1].isalpha():
        first -= 1
    while last < end and text[last].isalpha():
        last += 1
    return first, last
