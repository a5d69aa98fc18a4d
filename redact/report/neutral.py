"""Suggested wording that does not tell a sex (`--neutral`), as lines of text and for other programs.

The words are those of our own list (he, daughter, sister), so none of them says anything of a document.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping

from redact.report.grouping import grouped
from redact.report.whereabouts import Whereabouts
from redact.report.wording import ascii_words, count
from redact.values.edits import Suggestion
from redact.values.text import Document

__all__ = ["neutral_as_json", "neutral_lines"]

_WIDTH = 79  # an old console has 80 columns
_PLACES_SHOWN = 3
_MEANS = (
    "Suggested only: nothing is changed, and it stops nothing. Take up what is said of a child, and leave "
    "what is said of a grown-up whose sex may be known."
)

Json = dict[str, object]


def neutral_lines(
    suggestions: Iterable[Suggestion], places: Whereabouts, *, everything: bool = False
) -> list[str]:
    """Say of one document which of its words tell a sex, what may stand for each, and where.

    Args:
        suggestions: of any documents; those of the one whose places are given are told.

    Returns: lines, the first one blank.
    """
    own, starts = _of(suggestions, places.document), places.document.starts()
    lines = ["", f"  Words that tell whether it is a boy or a girl ({count(len(own), 'place')})"]
    lines += _wrapped(_MEANS if own else "There are none in the text.", 4)
    for (word, instead, why), same in grouped(own, lambda one: (_word(one, places), *_said(one))):
        lines += _wrapped(f"{word}: {f'write {instead}; ' if instead else ''}{ascii_words(why)}", 4)
        shown = same if everything else same[:_PLACES_SHOWN]
        lines += [f"      {_where(one, places, starts)}" for one in shown]
        if len(same) > len(shown):
            lines.append(f"      and {count(len(same) - len(shown), 'more place')}")
    return lines


def neutral_as_json(suggestions: Iterable[Suggestion], document: Document) -> list[Json]:
    """Write the suggestions of one document as the report for programs holds them."""
    passages = {passage.id: passage for passage in document.passages}
    starts = document.starts()
    written: list[Json] = []
    for one in _of(suggestions, document):
        span, begin = one.span, starts.get(one.span.passage)
        written.append(
            {
                "word": passages[span.passage].text[span.start : span.end].casefold(),
                "instead": one.instead.casefold(),
                "because": one.why,
                "passage": span.passage,
                "span": [span.start, span.end],
                "document_span": [begin + span.start, begin + span.end] if begin is not None else None,
            }
        )
    return written


def _of(suggestions: Iterable[Suggestion], document: Document) -> list[Suggestion]:
    here = {passage.id for passage in document.passages}
    return [one for one in suggestions if one.span.passage in here]


def _word(one: Suggestion, places: Whereabouts) -> str:
    text = places.passages[one.span.passage].text[one.span.start : one.span.end]
    return ascii_words(text.casefold())


def _said(one: Suggestion) -> tuple[str, str]:
    return one.instead.casefold(), one.why


def _where(one: Suggestion, places: Whereabouts, starts: Mapping[str, int]) -> str:
    passage = places.passages[one.span.passage]
    begin = starts.get(passage.id)
    span = None if begin is None else (begin + one.span.start, begin + one.span.end)
    return places.of_stretch(one.span, passage.locate(one.span.start, one.span.end), span)


def _wrapped(text: str, indent: int) -> list[str]:
    first = " " * indent
    return textwrap.wrap(
        text, _WIDTH, initial_indent=first, subsequent_indent=first + "  ", break_on_hyphens=False
    )
