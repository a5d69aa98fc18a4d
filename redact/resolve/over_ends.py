"""A whole name that goes over the end of a paragraph or of a cell: "Anneke" and, in the next one, "Hartwell".

Nothing but the end may stand between, and neither half may belong to another name in its own paragraph. In
cells beside each other each half is the name; over the end of a paragraph the label is written once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from redact.values.anonymising import Replaced
from redact.values.edits import Edit
from redact.values.forms import Form
from redact.values.text import Passage, Span
from redact.values.verifying import MarkedHit

__all__ = ["Over", "names_over_ends", "written_once"]

_WHOLE = frozenset({Form.WHOLE, Form.REVERSED, Form.BROKEN})


@dataclass(frozen=True, slots=True)
class Over:
    """A whole name in several passages: its stretches, whose it is, and how it reads without the ends."""

    spans: tuple[Span, ...]
    of: str
    text: str = field(repr=False)


def names_over_ends(hits: Sequence[MarkedHit], passages: Mapping[str, Passage]) -> tuple[Over, ...]:
    """Find the names that go over an end; of those that share a stretch none is certain, and none is given.

    Args:
        passages: those of the document by id, in their order.
    """
    order = {of: number for number, of in enumerate(passages)}
    found = [
        Over(one.hit.spans, one.hit.of, _text(one.hit.spans, passages))
        for one in hits
        if len(one.hit.spans) > 1
        and one.hit.sure
        and one.hit.form in _WHOLE
        and all(_goes_on(*pair, one.hit.form, passages, order) for pair in pairwise(one.hit.spans))
    ]
    if not found:
        return ()
    bearers: defaultdict[Span, set[Span]] = defaultdict(set)
    for over in found:
        for span in over.spans:
            bearers[span] |= {*over.spans}
    inside = [one.hit.spans[0] for one in hits if len(one.hit.spans) == 1]
    return tuple(
        over
        for over in found
        if not any(
            len(bearers[span]) > len(over.spans)
            or any(wider.overlaps(span) and not span.contains(wider) for wider in inside)
            for span in over.spans
        )
    )


def written_once(
    replaced: Sequence[Replaced], names: Sequence[Over], passages: Mapping[str, Passage]
) -> list[Replaced]:
    """Leave out the label that the second half of a name would get, where the first half has it."""
    by_span = {(one.edit.span, one.of): number for number, one in enumerate(replaced)}
    written = list(replaced)
    for over in names:
        if passages[over.spans[0].passage].location.cell != passages[over.spans[-1].passage].location.cell:
            continue
        first = any(
            one.of == over.of and one.edit.span.contains(over.spans[0]) and one.edit.replacement
            for one in replaced
        )
        rest = [by_span.get((span, over.of)) for span in over.spans[1:]]
        for number in rest if first and None not in rest else ():
            if number is not None:
                edit = written[number].edit
                text = passages[edit.span.passage].text
                if text[edit.span.end :].startswith(("'", "\u2019")):
                    continue  # nothing could bear the possessive
                end = (
                    edit.span.end + len(text[edit.span.end :]) - len(text[edit.span.end :].lstrip(" \u00a0"))
                )
                gone = Edit(replace(edit.span, end=end), "", "the rest of a name that begins before it")
                written[number] = replace(written[number], edit=gone)
    return written


def _goes_on(
    one: Span, other: Span, form: Form, passages: Mapping[str, Passage], order: Mapping[str, int]
) -> bool:
    """Tell whether a stretch ends its paragraph or cell and the other begins the one behind it."""
    if one.passage not in passages or other.passage not in passages:
        return False
    before, behind = passages[one.passage], passages[other.passage]
    here, there = before.location, behind.location
    beside = here.cell == there.cell or (
        here.cell is not None and there.cell is not None and here.cell[0] == there.cell[0]
    )
    return (
        order[other.passage] == order[one.passage] + 1
        and (here.part, here.place) == (there.part, there.place)
        and (here.cell is None or here.block == there.block)
        and beside
        and _is_open(before.text[one.end - 1], form)
        and not before.text[one.end :].strip()
        and not behind.text[: other.start].strip()
    )


def _is_open(last: str, form: Form) -> bool:
    """Tell whether a name goes on behind its last sign: no sentence ends, or a surname with its comma."""
    return last.isalnum() or (last == "," and form is Form.REVERSED)


def _text(spans: Sequence[Span], passages: Mapping[str, Passage]) -> str:
    pieces = (
        passages[span.passage].text[span.start : span.end] for span in spans if span.passage in passages
    )
    return " ".join(" ".join(pieces).split())
