"""Open places that the names around and in them settle: a claim across two names is no third person.

What remains: a name that nobody has told, made of words that others bear, is somebody else's and stays open.
"""

from __future__ import annotations

from collections.abc import Sequence

from redact.resolve.marking_names import Mark, Say, SureForm, told_of
from redact.resolve.settling import Known, is_whole
from redact.resolve.stretches import name_alone, uncovered
from redact.values.text import Span

__all__ = ["uncontested"]

_ENDS = frozenset("\n\t")


def uncontested(marks: list[Mark], forms: Sequence[SureForm], text: str, known: Known) -> list[Mark]:
    """Leave out what is open and lies, letter for letter, in names that are told.

    Args:
        marks: of the claims of one passage.
        forms: what the search has found in it, the widest first.
    """
    kept = []
    for mark in marks:
        span = name_alone(text, mark.span)
        if mark.say is Say.OPEN and (_is_hers(span, marks, text) or _in_pieces(span, forms, text, known)):
            continue
        kept.append(mark)
    return kept


def _is_hers(span: Span, marks: Sequence[Mark], text: str) -> bool:
    """Tell whether a stretch lies in names that the check claims and that are all one person's."""
    hers = [one for one in marks if one.say is Say.HERS and one.span.overlaps(span)]
    return len({one.of for one in hers}) == 1 and _is_covered(text, span, [one.span for one in hers])


def _in_pieces(span: Span, forms: Sequence[SureForm], text: str, known: Known) -> bool:
    """Tell whether a stretch is nothing but names that are told: whole ones, and one word in its own line.

    Two single words are somebody of whom nobody has heard: the forename of one, the surname of another.
    """
    pieces: list[Span] = []
    for form in forms:
        if span.contains(form.span) and not any(one.overlaps(form.span) for one in pieces):
            say, of = told_of(form, text, known)
            if say is Say.HERS and of in form.owners:
                pieces.append(form.span)
    single = [one for one in pieces if not is_whole(text[one.start : one.end])]
    parted = all(_at_ends(text, span, one) for one in single)
    return len(pieces) > 1 >= len(single) and parted and _is_covered(text, span, pieces)


def _at_ends(text: str, span: Span, piece: Span) -> bool:
    """Tell whether a line or a column ends on each side of a piece, or the stretch does."""
    before, behind = text[span.start : piece.start], text[piece.end : span.end]
    starts = not before or before[-1] in _ENDS
    return starts and (not behind or behind[0] in _ENDS)


def _is_covered(text: str, span: Span, others: Sequence[Span]) -> bool:
    return not any(letter.isalnum() for letter in uncovered(text, span, others))
