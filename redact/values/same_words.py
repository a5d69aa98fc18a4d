"""Two readings of one text held against each other: what is allowed for, and what is different.

The words themselves are `repr=False`: they are shown to the user's own terminal, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from redact.values.text import Span

__all__ = ["Allowed", "Comparison", "Difference", "Differs"]


class Allowed(Enum):
    """Why something may stand otherwise on the printed page than in the Word file; each is counted.

    The value is its name in facts and in JSON.
    """

    RUNNING_TEXT = "running-text"  # a head or foot, as often as there are pages
    HEAD_NOT_PRINTED = "head-not-printed"  # of a first page, or of even pages, where the file has none
    PAGE_NUMBER = "page-number"
    LIST_MARK = "list-mark"  # a number or a bullet that Word keeps apart from the text
    CONTENTS_PAGE = "contents-page"  # the number behind an entry of the table of contents, and its dots
    LINE_END_HYPHEN = "line-end-hyphen"
    BROKEN_WORD = "broken-word"  # a space in a word, or none between two, where a line or a cell ends
    NOTE_PLACE = "note-place"  # a footnote or an endnote
    NOTE_MARK = "note-mark"  # its number, in the text and before it
    BOX_PLACE = "box-place"  # a text box
    TABLE_ORDER = "table-order"  # cells read in another order, within one table
    TABLE_HEADING = "table-heading"  # the heading of a table, once more on the next page
    LIGATURE = "ligature"  # one sign for two letters, or a letter made of two signs
    QUOTES = "quotes"
    DASHES = "dashes"
    CAPITALS = "capitals"  # set in capitals by its style
    SIGN = "sign"  # of a font of symbols: a tick, an arrow

    @property
    def words(self) -> str:
        """The rule as a screen names it."""
        return _WORDS[self]


_WORDS = {
    Allowed.RUNNING_TEXT: "running heads and feet",
    Allowed.HEAD_NOT_PRINTED: "running heads that are on no page",
    Allowed.PAGE_NUMBER: "page numbers",
    Allowed.LIST_MARK: "numbers and bullets of lists",
    Allowed.CONTENTS_PAGE: "page numbers in the table of contents",
    Allowed.LINE_END_HYPHEN: "hyphens at line ends",
    Allowed.BROKEN_WORD: "words parted or joined where a line ends",
    Allowed.NOTE_PLACE: "the place of notes",
    Allowed.NOTE_MARK: "numbers of notes",
    Allowed.BOX_PLACE: "the place of text boxes",
    Allowed.TABLE_ORDER: "the order in which a table is read",
    Allowed.TABLE_HEADING: "headings of tables on every page",
    Allowed.LIGATURE: "letters joined in one sign",
    Allowed.QUOTES: "the form of quotation marks",
    Allowed.DASHES: "the form of dashes",
    Allowed.CAPITALS: "words set in capitals",
    Allowed.SIGN: "signs of a font of symbols",
}


class Differs(Enum):
    """In what way a place differs."""

    CHANGED = "changed"
    MISSING = "missing"  # from what is published
    ADDED = "added"  # in what is published
    MOVED = "moved"  # the same words stand in another place


@dataclass(frozen=True, slots=True)
class Difference:
    """One stretch of words that differs: how many, which they are on each side, and where.

    Of what is missing or added the span of the other side is the word before which it would stand.
    """

    kind: Differs
    words: int
    word: str = field(default="", repr=False)
    published: str = field(default="", repr=False)
    word_span: Span | None = None
    published_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of holding a Word file against what is published of it.

    `words` and `published` count the words that were compared. `allowed` counts, rule by rule, how often
    it was made use of. `apart` counts words that are in no text of a page (comments, properties, hidden
    words, pictures): they are compared with nothing, and looked at by the check of each file.
    """

    words: int
    published: int
    differences: tuple[Difference, ...] = ()
    allowed: Mapping[Allowed, int] = field(default_factory=lambda: MappingProxyType({}))
    apart: int = 0

    @property
    def same(self) -> bool:
        """Tell whether no word differs; of no words at all nothing can be said."""
        return not self.differences and bool(self.words)
