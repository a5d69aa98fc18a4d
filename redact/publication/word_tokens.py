"""A document → the words that stand on its pages, in their order, each with the way back to its place.

A word is a run of letters and digits; every other sign that prints something is one of its own, so a space
before a comma is no difference and a comma that is missing is one. Letters are spelt in one way (ligatures,
quotation marks, dashes), and what was folded is known, since each such rule is counted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import regex

from redact.values.folding import fold
from redact.values.text import Document, Format, Part, Passage, Region

__all__ = ["PRINTED", "Text", "Token", "is_number", "is_word", "text_of"]

# What is on a page. All else (comments, properties, hidden words, what was read from a picture) stands apart.
PRINTED = frozenset(
    (Part.BODY, Part.TABLE, Part.HEADER, Part.FOOTER, Part.FOOTNOTE, Part.ENDNOTE, Part.TEXT_BOX)
)
_DRAWN = frozenset((Part.CHART, Part.DIAGRAM))
_UNSEEN = frozenset(
    (Part.HIDDEN_TEXT, Part.UNDER_A_BOX, Part.TRACKED_DELETION, Part.COMMENT, Part.LAYER, Part.ANNOTATION)
)
_FIELD_CODE = "D44"
_HYPHEN = "\0"  # set in where a hyphen at a line end was dropped
_PIECE = regex.compile(
    rf"[\p{{L}}\p{{M}}\p{{N}}\p{{Cf}}{_HYPHEN}]*[\p{{L}}\p{{N}}][\p{{L}}\p{{M}}\p{{N}}\p{{Cf}}{_HYPHEN}]*|(\S)\1*"
)
_DOUBLE_QUOTES = str.maketrans(dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02", '"'))
_DASHES = str.maketrans(dict.fromkeys("\u2014\u2015\u2e3a\u2e3b", "-"))


@dataclass(frozen=True, slots=True)
class Token:
    """One word, or one sign.

    `key` is its spelling, by which it is compared; `raw` how the file has it. `passage` is the number of its
    passage in the document, `start` and `end` half-open code points into that passage's text. `first` and
    `last` say that it begins or ends its passage. `hyphens` are offsets into `key` where the printed line
    ended in a hyphen. `field` says that a program sets it in: a page number, a date.
    """

    key: str = field(repr=False)
    raw: str = field(repr=False)
    passage: int
    start: int
    end: int
    first: bool = False
    last: bool = False
    hyphens: tuple[int, ...] = ()
    field: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """The words of one document, by what they stand in.

    `flow` is the text itself with its tables, `notes` and `boxes` hold one list of words for each passage,
    `heads` those of running heads and feet, `drawn` the words of charts and diagrams. `apart` counts the
    words that are on no page.
    """

    document: Document
    flow: tuple[Token, ...] = field(repr=False)
    notes: tuple[tuple[Token, ...], ...] = field(default=(), repr=False)
    boxes: tuple[tuple[Token, ...], ...] = field(default=(), repr=False)
    heads: tuple[tuple[Token, ...], ...] = field(default=(), repr=False)
    drawn: tuple[Token, ...] = field(default=(), repr=False)
    apart: int = 0

    @property
    def words(self) -> int:
        """Count the words, without signs."""
        groups: tuple[Sequence[Token], ...] = (self.flow, *self.notes, *self.boxes, *self.heads)
        return sum(is_word(one.key) for group in groups for one in group)

    def at(self, token: Token) -> Passage:
        """Give the passage in which a word stands."""
        return self.document.passages[token.passage]


@lru_cache(maxsize=1 << 16)
def is_word(key: str) -> bool:
    """Tell whether a spelling is of letters or digits."""
    return any(character.isalnum() for character in key)


def is_number(key: str) -> bool:
    """Tell whether a spelling is a number alone."""
    return key.isdigit()


def text_of(document: Document) -> Text:
    """Part the words of a document by what they stand in."""
    groups: dict[str, list[tuple[Token, ...]]] = {
        "flow": [],
        "notes": [],
        "boxes": [],
        "heads": [],
        "drawn": [],
    }
    apart = 0
    for number, passage in enumerate(document.passages):
        group = _group(passage, document.format)
        if group is None:
            apart += 0 if passage.apart or passage.focus else len(passage.text.split())
            continue
        tokens, hidden = _tokens(number, passage)
        apart += hidden
        if tokens:
            groups[group].append(tokens)
    flow = tuple(token for tokens in groups["flow"] for token in tokens)
    drawn = tuple(token for tokens in groups["drawn"] for token in tokens)
    beside = {name: tuple(groups[name]) for name in ("notes", "boxes", "heads")}
    return Text(document, flow, drawn=drawn, apart=apart, **beside)


# ------------------------------------------------------------------ private


def _group(passage: Passage, format: Format) -> str | None:
    part = passage.location.part
    if passage.apart or passage.focus or passage.read_from_a_picture:
        return None
    if part in _DRAWN:
        return "drawn"
    if part not in PRINTED:
        return None
    if format is Format.PDF:
        return "heads" if passage.repeated else "flow"
    if part in (Part.HEADER, Part.FOOTER):
        return "heads"
    if part in (Part.FOOTNOTE, Part.ENDNOTE):
        return "notes"
    return "boxes" if part is Part.TEXT_BOX else "flow"


def _tokens(number: int, passage: Passage) -> tuple[tuple[Token, ...], int]:
    """Give the words of a passage that are seen, and how many are not."""
    text, places = _with_hyphens(passage)
    unseen = [region for region in passage.regions if _is_unseen(region)]
    set_in = [region for region in passage.regions if region.part is Part.FIELD and not _is_unseen(region)]
    found, hidden = [], 0
    for match in _PIECE.finditer(text):
        start, end = places[match.start()], places[match.end() - 1] + 1
        if _within(unseen, start, end):
            hidden += 1
            continue
        found.append((match[0], start, end, _within(set_in, start, end)))
    return tuple(_made(number, found)), hidden


def _made(number: int, found: Sequence[tuple[str, int, int, bool]]) -> Iterator[Token]:
    spelt = [(one, _spelt(one[0].replace(_HYPHEN, ""))) for one in found]
    spelt = [(one, key) for one, key in spelt if key]  # what prints nothing is no sign
    for index, ((raw, start, end, set_in), key) in enumerate(spelt):
        hyphens = _hyphens_of(raw) if _HYPHEN in raw else ()
        yield Token(
            key,
            raw.replace(_HYPHEN, ""),
            number,
            start,
            end,
            first=index == 0,
            last=index == len(spelt) - 1,
            hyphens=hyphens,
            field=set_in,
        )


def _hyphens_of(raw: str) -> tuple[int, ...]:
    pieces = raw.split(_HYPHEN)
    ends, at = [], 0
    for piece in pieces[:-1]:
        at += len(_spelt(piece))
        ends.append(at)
    return tuple(ends)


def _with_hyphens(passage: Passage) -> tuple[str, Sequence[int]]:
    """Mark where a hyphen at a line end was dropped; between two digits it is put back, since nobody parts
    a number there.

    Returns: the text, and for each of its positions the offset in the passage's own.
    """
    text = passage.text
    if not passage.breaks:
        return text, range(len(text))
    letters: list[str] = []
    places: list[int] = []
    breaks = frozenset(passage.breaks)
    for at, letter in enumerate(text):
        if at in breaks and at:
            digits = letter.isdigit() and text[at - 1].isdigit()
            letters.append("-" if digits else _HYPHEN)
            places.append(at)
        letters.append(letter)
        places.append(at)
    return "".join(letters), places


def _spelt(raw: str) -> str:
    if raw.isascii():
        return "'" if raw == "`" else raw
    return fold(raw.translate(_DOUBLE_QUOTES).translate(_DASHES), case=False).text


def _is_unseen(region: Region) -> bool:
    return region.part in _UNSEEN or (region.part is Part.FIELD and region.place == _FIELD_CODE)


def _within(regions: Collection[Region], start: int, end: int) -> bool:
    return any(region.start <= start and end <= region.end for region in regions)
