"""Laws, methods, conditions and bodies that are called after somebody: nobody is named by them.

`rules/lists/eponyms.txt` holds them whole. Capitals in mid-sentence are no name there; what a title or a
repeat claims there stands as cited. A field, a post or kinship beside the words still shows a participant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

import regex

from redact.recognise.grids import View
from redact.recognise.lists import entries
from redact.recognise.readings import folded
from redact.values.people import Label, Mention, Standing
from redact.values.text import Span

__all__ = ["without_eponyms"]

_GUESSES = frozenset({"mid-sentence"})
_NAMES = frozenset({"titles", "repeats", "standing"})


def without_eponyms(views: Sequence[View], mentions: Sequence[Mention]) -> list[Mention]:
    """Give the mentions again: of a person inside an eponym as cited, and without mere guesses there."""
    spans: dict[str, list[Span]] = {}
    # Only where somebody is claimed: the pattern is long.
    claimed = {each.span.passage for each in mentions if each.evidence.recogniser in _GUESSES | _NAMES}
    for view in views:
        for reading in view.first:
            if reading.passage.id not in claimed:
                continue
            for match in _pattern().finditer(reading.text):
                span = reading.span(*match.span())
                if span is not None:
                    spans.setdefault(reading.passage.id, []).append(Span(reading.passage.id, *span))
    return [kept for each in mentions for kept in _judged(each, spans.get(each.span.passage, ()))]


def _judged(mention: Mention, eponyms: Sequence[Span]) -> Iterator[Mention]:
    inside = mention.label is Label.PERSON and any(span.contains(mention.span) for span in eponyms)
    if not inside:
        yield mention
    elif mention.evidence.recogniser in _NAMES:
        yield replace(mention, standing=Standing.CITED)
    elif mention.evidence.recogniser not in _GUESSES:
        yield mention


@cache
def _pattern() -> regex.Pattern[str]:
    every = sorted({folded(entry)[0] for entry in entries("eponyms")}, key=lambda entry: (-len(entry), entry))
    return regex.compile(
        r"(?<![\p{L}\p{N}'-])(?:" + "|".join(map(regex.escape, every)) + r")(?![\p{L}\p{N}])"
    )
