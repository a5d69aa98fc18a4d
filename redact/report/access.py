"""Whether everybody can open and follow a document, need by need: for every report. All words are our own."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from redact.report.grouping import grouped
from redact.report.json_places import Json, place
from redact.report.whereabouts import Whereabouts
from redact.report.wording import ascii_words, count, listed
from redact.values.access import Access, AccessNeed, Barrier
from redact.values.text import Document

__all__ = [
    "NEED_WORDS",
    "SAYS_NOTHING",
    "TITLE",
    "Need",
    "access_as_json",
    "access_lines",
    "met_words",
    "needs",
    "title",
]

TITLE = "Whether everybody can open and follow it"
SAYS_NOTHING = "The format of the file says nothing of it."
# What is needed, and what is said of a need that is not met.
NEED_WORDS = {
    AccessNeed.TITLE: "a title in the properties of the file",
    AccessNeed.LANGUAGE: "the language, which decides how it is read out",
    AccessNeed.HEADINGS: "headings that are headings, and not bold lines",
    AccessNeed.HEADING_ORDER: "headings in order, with no level left out",
    AccessNeed.HEADER_ROWS: "tables whose head is marked as one",
    AccessNeed.ALT_TEXT: "pictures with a description",
    AccessNeed.LINK_TEXT: "links that say where they lead",
    AccessNeed.TAGGED: "a structure that programs can read out (tags)",
    AccessNeed.TITLE_SHOWN: "the title in the window, and not the name of the file",
    AccessNeed.BOOKMARKS: "bookmarks to find one's way",
    AccessNeed.READING_ORDER: "an order in which it is read out",
    AccessNeed.FONT_TEXT: "letters that a program can read out",
}
_WIDTH = 79  # an old console has 80 columns
_PLACES_SHOWN = 3  # of one reason


@dataclass(frozen=True, slots=True)
class Need:
    """One need that is not met: by each reason the places, in reading order."""

    need: AccessNeed
    reasons: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def words(self) -> str:
        """What is needed."""
        return NEED_WORDS[self.need]

    @property
    def places(self) -> int:
        """Count the places."""
        return sum(len(where) for _, where in self.reasons)


def needs(access: Access, places: Whereabouts) -> tuple[Need, ...]:
    """Give the needs that are not met, in the order of the list of needs."""
    made = []
    for need in AccessNeed:
        own = [barrier for barrier in access.barriers if barrier.need is need]
        if own:
            by = grouped(own, lambda barrier: barrier.because)
            reasons = tuple((why, tuple(_where(one, places) for one in same)) for why, same in by)
            made.append(Need(need, reasons))
    return tuple(made)


def title(access: Access) -> str:
    """Say in a heading how many of the needs that were judged are not met."""
    missed = len({barrier.need for barrier in access.barriers})
    return f"{TITLE} ({missed:,} of {count(len(access.judged), 'need')} not met)"


def met_words(access: Access) -> str:
    """Name the needs that are met; empty where none is."""
    missed = {barrier.need for barrier in access.barriers}
    return listed([_short(need) for need in access.judged if need not in missed])


def access_lines(access: Access, places: Whereabouts, *, everything: bool = False) -> list[str]:
    """Say of one document, for a terminal, what stands in the way of people who do not see it.

    Args:
        everything: list every place.

    Returns: lines, the first one blank.
    """
    lines = ["", f"  {title(access)}"]
    for need in needs(access, places):
        lines += _wrapped(f"Needed: {need.words} ({count(need.places, 'place')})", 4)
        for why, where in need.reasons:
            shown = where if everything else where[:_PLACES_SHOWN]
            more = f"; and {count(len(where) - len(shown), 'more place')}" if len(where) > len(shown) else ""
            lines += _wrapped(f"{ascii_words(why)}: {'; '.join(shown)}{more}", 6)
    met = met_words(access)
    lines += _wrapped(f"Met: {met}.", 4) if met else []
    for need_, why in access.unjudged:
        lines += _wrapped(f"Not judged: {_short(need_)}: {ascii_words(why)}", 4)
    return lines


def access_as_json(access: Access, document: Document) -> Json:
    """Write for programs what a document was judged on, and what stands in the way."""
    return {
        "judged": [need.value for need in access.judged],
        "barriers": [
            {
                "need": one.need.value,
                "because": one.because,
                **place(one.location, document),
                "passage": one.span.passage if one.span else None,
                "span": [one.span.start, one.span.end] if one.span else None,
            }
            for one in access.barriers
        ],
        "unjudged": [{"need": need.value, "because": why} for need, why in access.unjudged],
    }


# ------------------------------------------------------------------ private


def _where(barrier: Barrier, places: Whereabouts) -> str:
    if barrier.span is None:
        return places.of_location(barrier.location)
    return places.of_span(barrier.span) or places.of_location(barrier.location)


def _short(need: AccessNeed) -> str:
    return need.value.replace("-", " ")


def _wrapped(text: str, indent: int) -> list[str]:
    first = " " * indent
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=first + "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
