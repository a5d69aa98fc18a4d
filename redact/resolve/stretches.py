"""Stretches of a text held against each other: what of one lies in no other, and where its name ends."""

from __future__ import annotations

import re
from collections.abc import Iterable

from redact.values.text import Span

__all__ = ["name_alone", "uncovered", "without_stop"]

_STOP = re.compile(r"(?<=[^\W_][^\W_])[.,;:!?]+$")  # the dot of an initial is its own
_POSSESSIVE = re.compile(r"['\u2019]s?$", re.IGNORECASE)


def uncovered(text: str, span: Span, others: Iterable[Span]) -> str:
    """Give what of a stretch lies in none of these."""
    taken = [(one.start, one.end) for one in others if one.overlaps(span)]
    points = range(span.start, span.end)
    return "".join(text[at] for at in points if not any(start <= at < end for start, end in taken))


def name_alone(text: str, span: Span) -> Span:
    """Give the stretch of a name without a possessive at its end."""
    return _without(_POSSESSIVE, text, span)


def without_stop(text: str, span: Span) -> Span:
    """Give a stretch without what ends the sentence."""
    return _without(_STOP, text, span)


def _without(ending: re.Pattern[str], text: str, span: Span) -> Span:
    found = ending.search(text[span.start : span.end])
    return Span(span.passage, span.start, span.start + found.start()) if found and found.start() else span
