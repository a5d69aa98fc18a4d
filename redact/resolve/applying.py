"""Carry out edits: each passage is handed to presidio's anonymizer with an operator of our own.

Presidio drops one of two edits that overlap and joins neighbours; here the first is a fault, and the second
must not happen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from redact.values.edits import Edit, Rewriting
from redact.values.text import Passage

if TYPE_CHECKING:
    from presidio_anonymizer import AnonymizerEngine

__all__ = ["apply_edits", "moved", "rewritings"]

_OPERATOR = "redact-written"


def rewritings(passages: Iterable[Passage], edits: Iterable[Edit]) -> tuple[Rewriting, ...]:
    """Give each passage that is edited, in the order of the passages; the order of the edits does not count.

    Raises:
        ValueError: two edits overlap, or one stands in no passage.
    """
    by_passage: defaultdict[str, list[Edit]] = defaultdict(list)
    for edit in edits:
        by_passage[edit.span.passage].append(edit)
    found = []
    for passage in passages:
        own = by_passage.pop(passage.id, [])
        if own:
            ordered = _in_order(own)
            found.append(Rewriting(passage.id, passage.text, ordered, apply_edits(passage.text, ordered)))
    if by_passage:
        raise ValueError(f"{len(by_passage)} edited passages are not there")
    return tuple(found)


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Write every edit into one text; all that stands outside of them is unchanged.

    Args:
        edits: of one passage, in any order; their spans are half-open code points of `text`.

    Raises:
        ValueError: two edits overlap, or one reaches beyond the text.
    """
    from presidio_anonymizer.entities import OperatorConfig, RecognizerResult

    ordered = _in_order(edits)
    if not ordered:
        return text
    if ordered[-1].span.end > len(text):
        raise ValueError("an edit reaches beyond its text")
    # A kind of its own for each edit: those of one kind that touch are joined.
    kinds = [f"EDIT_{number}" for number in range(len(ordered))]
    written = _engine().anonymize(
        text,
        [
            RecognizerResult(kind, edit.span.start, edit.span.end, 1.0)
            for kind, edit in zip(kinds, ordered, strict=True)
        ],
        {
            kind: OperatorConfig(_OPERATOR, {"written": edit.replacement})
            for kind, edit in zip(kinds, ordered, strict=True)
        },
        merge_entities_with_spaces=False,
    )
    return str(written.text)


def moved(offset: int, edits: Sequence[Edit]) -> int:
    """Say where a code point of the text before stands after the edits; one inside of an edit at its end."""
    by = 0
    for edit in edits:
        if edit.span.end <= offset:
            by += len(edit.replacement) - (edit.span.end - edit.span.start)
        elif edit.span.start < offset:
            return edit.span.start + by + len(edit.replacement)
    return offset + by


def _in_order(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    ordered = tuple(sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)))
    for before, after in pairwise(ordered):
        if before.span.passage != after.span.passage:
            raise ValueError("edits of several passages are carried out in one")
        if after.span.start < before.span.end:
            raise ValueError("two edits overlap")
    return ordered


@cache
def _engine() -> AnonymizerEngine:
    from presidio_anonymizer import AnonymizerEngine
    from presidio_anonymizer.operators import Operator, OperatorType

    class Written(Operator):
        """Writes what the edit says, whatever stood there."""

        def operate(self, text: str, params: dict[str, Any] | None = None) -> str:
            return str((params or {})["written"])

        def validate(self, params: dict[str, Any] | None = None) -> None:
            if not isinstance((params or {}).get("written"), str):
                raise ValueError("an edit writes a text")

        def operator_name(self) -> str:
            return _OPERATOR

        def operator_type(self) -> OperatorType:
            return OperatorType.Anonymize

    engine = AnonymizerEngine()  # type: ignore[no-untyped-call]
    engine.add_anonymizer(Written)
    return engine
