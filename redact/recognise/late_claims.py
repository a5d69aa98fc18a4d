"""What is claimed behind `standing`, in positions that it holds, and what reaches out of a label in use.

A surname of the case is looked for everywhere, and found in citations too: "Harte and Quill (2009)" stays
where the position holds. So do the letters beside an author in an entry: "Harte PT (2010)" are no initials of
the case. A name that begins within a label ("Baby W", and below it another row) gives up what the label
covers. What remains: letters that another word parts from their name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from redact.recognise import regex
from redact.recognise.carried import HELD
from redact.recognise.grids import View
from redact.recognise.standing import standing_in
from redact.recognise.zones import Placed
from redact.values.people import Label, Mention, Standing
from redact.values.text import Span

__all__ = ["late_claims"]

_IN_USE = 0.84  # of a label that is surely one
_LEAST_LETTERS = 2
_LETTERS = regex.compile(r"(?:\p{Lu}\.?[ -]?){1,3}")
_BESIDE = regex.compile(r",?[ ]?")
_BEFORE_NAME = regex.compile(r"[ ]?")


def late_claims(views: Sequence[View], mentions: Sequence[Mention]) -> list[Mention]:
    """Give the mentions again, of people with the standing of the position that holds all of them."""
    held = cast(Mapping[str, Sequence[Placed]], views[0].kept.get(HELD, {})) if views else {}
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    labels: dict[str, list[Span]] = defaultdict(list)
    for each in mentions:
        if each.label is Label.PSEUDONYM and each.score >= _IN_USE:
            labels[each.span.passage].append(each.span)
    found: list[Mention] = []
    for each in mentions:
        text = texts[each.span.passage]
        kept = _beside_labels(each, labels.get(each.span.passage, ()), text)
        if kept is not None:
            found.append(_placed(kept, held.get(each.span.passage, ()), text))
    return found


def _beside_labels(mention: Mention, labels: Sequence[Span], text: str) -> Mention | None:
    """Cut what a label covers off the beginning of a name; None where no more than a letter is left."""
    span = mention.span
    label = next((each for each in labels if each.start < span.start < each.end < span.end), None)
    if label is None or mention.label is not Label.PERSON:
        return mention
    start = next((at for at in range(label.end, span.end) if text[at].isalpha()), span.end)
    if sum(letter.isalpha() for letter in text[start : span.end]) < _LEAST_LETTERS:
        return None
    return replace(mention, span=replace(span, start=start))


def _placed(mention: Mention, held: Sequence[Placed], text: str) -> Mention:
    if not held or mention.label is not Label.PERSON or mention.standing is not Standing.PARTICIPANT:
        return mention
    standing = standing_in(mention, held, text)
    if standing is None and any(_are_its_letters(mention, each, text) for each in held):
        standing = Standing.CITED
    return mention if standing is None else replace(mention, standing=standing)


def _are_its_letters(mention: Mention, place: Placed, text: str) -> bool:
    """Tell whether a mention is the letters directly beside a cited name: "Harte, A.B.", "A. Harte"."""
    span = mention.span
    if place.zone.standing is not Standing.CITED or not _LETTERS.fullmatch(text, span.start, span.end):
        return False
    if place.span.end <= span.start:
        return _BESIDE.fullmatch(text, place.span.end, span.start) is not None
    return _BEFORE_NAME.fullmatch(text, span.end, place.span.start) is not None
