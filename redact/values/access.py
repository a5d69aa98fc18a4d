"""Whether everybody can open and follow a document: what a file says of its own structure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from redact.values.text import Location, Span

__all__ = ["Access", "AccessNeed", "Barrier"]


class AccessNeed(Enum):
    """What a document that is published needs, so that people who do not see it can follow it."""

    TITLE = "title"
    LANGUAGE = "language"
    HEADINGS = "headings"  # real ones, not bold lines
    HEADING_ORDER = "heading-order"  # no level is left out
    HEADER_ROWS = "header-rows"  # a table says which row is its head
    ALT_TEXT = "alt-text"
    LINK_TEXT = "link-text"  # a link says where it leads
    TAGGED = "tagged"
    TITLE_SHOWN = "title-shown"  # and not the file's name
    BOOKMARKS = "bookmarks"
    READING_ORDER = "reading-order"
    FONT_TEXT = "font-text"  # letters that a program can read out


@dataclass(frozen=True, slots=True)
class Barrier:
    """A need that is not met in one place; `span` is none where nothing stands. `because`: in our words."""

    need: AccessNeed
    location: Location
    because: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Access:
    """What was seen of a file: what it was judged on, what stands in the way, and what could not be judged.

    A need of `judged` without a barrier is met. `unjudged` gives each other need with the reason.
    """

    judged: tuple[AccessNeed, ...]
    barriers: tuple[Barrier, ...] = ()
    unjudged: tuple[tuple[AccessNeed, str], ...] = ()
