"""Open places that the names around and in them settle: a claim across two names is no third person.

And the other way round: a name of which the documents leave open whose it is leaves its forms open too. What
remains: a name that nobody has told, made of words that others bear, is somebody else's and stays open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from redact.resolve.marking_names import Mark, Say, SureForm, told_of
from redact.resolve.settling import Known, is_whole, words_of
from redact.resolve.stretches import name_alone, uncovered
from redact.values.anonymising import Why
from redact.values.text import Passage, Span

__all__ = ["names_of_two", "of_either", "uncontested"]

_ENDS = frozenset("\n\t")
_SIGNS = re.compile(r"%20|[_.%/\\]")


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


def names_of_two(
    marks: Iterable[Mark], passages: Mapping[str, Passage], known: Known
) -> frozenset[frozenset[str]]:
    """Give the words of the whole names that the documents leave open, and that are not all one person's.

    Args:
        marks: of all claims of a document.
        passages: of that document, by id.
    """
    said: defaultdict[frozenset[str], set[str | None]] = defaultdict(set)
    for mark in marks:
        if mark.shared and mark.say in (Say.OPEN, Say.HERS):
            text = passages[mark.span.passage].text[mark.span.start : mark.span.end]
            said[frozenset(words_of(text))].add(mark.of)
    for link in known.key.links:  # somebody has said of one place that it is another's
        if link.fingerprint is not None and link.of is not None and is_whole(link.text):
            _, alone = known.settled(link.text, None)
            said[frozenset(words_of(link.text))] |= {link.of, alone or link.of}
    return frozenset(words for words, of in said.items() if None in of or len(of) > 1)


def of_either(
    marks: Sequence[Mark], form: SureForm, text: str, names: Iterable[frozenset[str]], known: Known
) -> Mark | None:
    """Leave a form open that the search alone has found, and that two may bear; none where it is settled.

    Args:
        names: as `names_of_two` gives them.
    """
    if form.told is not None or form.stays or any(mark.span.overlaps(form.span) for mark in marks):
        return None
    spelled = text[form.span.start : form.span.end]
    words = frozenset(words_of(_SIGNS.sub(" ", spelled)))
    if not any(words and words <= name for name in names):
        return None
    if len(words) == 1 and told_of(form, text, known)[0] is not Say.OPEN:
        return None  # somebody has said whose this spelling is
    return Mark(form.span, Say.OPEN, why=Why.SHARED, choices=form.choices)


# ------------------------------------------------------------------ private


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
