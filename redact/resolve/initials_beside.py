"""Initials that stand beside the name: in the row of a table, or as those of a comment's author.

Word keeps an author's initials beside the name. What remains: initials in a sentence, which are asked about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace

from redact.resolve.over_ends import Over
from redact.values.forms import Form
from redact.values.key import Key
from redact.values.text import Passage
from redact.values.verifying import MarkedHit

__all__ = ["with_initials"]

_AUTHORS = "D40"
_NAMES = frozenset({Form.WHOLE, Form.REVERSED, Form.BROKEN})


def with_initials(
    hits: Sequence[MarkedHit], passages: Mapping[str, Passage], key: Key
) -> tuple[list[MarkedHit], list[Over]]:
    """Take initials that fill a cell for hers whose whole name stands in the row; of two for nobody's.

    Returns: all hits, those initials among them as sure ones, and each of those as the whole name.
    """
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    named: defaultdict[Hashable, set[str]] = defaultdict(set)
    for one in hits:
        passage = passages.get(one.hit.spans[0].passage)
        beside = _beside(passage) if passage is not None else None
        if passage is None or beside is None:
            continue
        if one.hit.sure and one.hit.form in _NAMES:
            named[beside].add(one.hit.of)
        elif one.hit.form is Form.INITIALS and _fills(one, passage):
            bearers[passage.id].add(one.hit.of)
    told = {}
    for of, own in bearers.items():
        theirs = own & named[_beside(passages[of])]
        if len(theirs) == 1:
            told[of] = next(iter(theirs))
    names = {one.id: one.names[0].text for one in key.people if one.names}
    found = [replace(one, hit=replace(one.hit, sure=True)) if _is_told(one, told) else one for one in hits]
    whole = [Over(one.hit.spans, one.hit.of, names[one.hit.of]) for one in found if _is_told(one, told)]
    return found, whole


def _beside(passage: Passage) -> Hashable:
    """Say with which passages one stands together; none for one that stands alone."""
    here = passage.location
    if here.place == _AUTHORS:
        return _AUTHORS
    return None if here.cell is None else (here.part, here.block, here.cell[0])


def _fills(one: MarkedHit, passage: Passage) -> bool:
    """Tell whether a passage holds nothing but a find."""
    span = one.hit.spans[0]
    rest = passage.text[: span.start] + passage.text[span.end :]
    return len(one.hit.spans) == 1 and not rest.strip(" .()")


def _is_told(one: MarkedHit, told: Mapping[str, str]) -> bool:
    return one.hit.form is Form.INITIALS and told.get(one.hit.spans[0].passage) == one.hit.of
