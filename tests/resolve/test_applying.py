"""Edits are carried out whole, in any order, and touch nothing else; two that overlap are a fault."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.resolve.applying import apply_edits, moved, rewritings
from redact.values.edits import Edit
from redact.values.text import Location, Part, Passage, Span


def edit(start: int, end: int, replacement: str) -> Edit:
    return Edit(Span("d:1", start, end), replacement, "a name")


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """A text and edits of it that do not overlap, some of which touch."""
    text = draw(st.text(min_size=1, max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=12)))
    chosen = [
        edit(start, end, draw(st.text(max_size=12))) for start, end in pairwise(cuts) if draw(st.booleans())
    ]
    return text, chosen


@given(edited(), st.randoms(use_true_random=False))
def test_the_order_of_edits_does_not_count_and_all_else_is_unchanged(given_: object, order: object) -> None:
    text, edits = given_  # type: ignore[misc]
    expected, done = "", 0
    for one in edits:
        expected += text[done : one.span.start] + one.replacement
        done = one.span.end
    expected += text[done:]
    mixed = list(edits)
    order.shuffle(mixed)  # type: ignore[attr-defined]
    assert apply_edits(text, edits) == apply_edits(text, mixed) == expected


@given(edited())
def test_where_a_place_has_moved_to(given_: tuple[str, list[Edit]]) -> None:
    text, edits = given_
    written = apply_edits(text, edits)
    for at in range(len(text)):
        if not any(one.span.start <= at < one.span.end for one in edits):
            assert written[moved(at, edits)] == text[at]
    assert moved(len(text), edits) == len(written)


@pytest.mark.parametrize(
    "edits",
    [
        [edit(0, 5, "a"), edit(4, 8, "b")],  # they share a letter
        [edit(0, 9, "a"), edit(2, 3, "b")],  # one lies in the other: presidio would drop it without a word
        [edit(2, 3, "a"), edit(2, 3, "a")],  # the same twice
        [edit(8, 12, "a")],  # beyond the text
    ],
)
def test_edits_that_cannot_all_be_carried_out(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="edit"):
        apply_edits("Anneke rang", edits)


def test_neighbours_are_not_joined_and_an_empty_replacement_takes_away() -> None:
    assert apply_edits("Anneke Hartwell rang", [edit(0, 6, "A"), edit(7, 15, "B")]) == "A B rang"
    assert apply_edits("Anneke Hartwell rang", [edit(0, 6, "A"), edit(6, 15, "")]) == "A rang"
    assert apply_edits("nobody", []) == "nobody"


def test_an_edit_of_a_passage_that_is_not_there_is_a_fault() -> None:
    passage = Passage("d:2", "Anneke", Location(Part.BODY))
    with pytest.raises(ValueError, match="not there"):
        rewritings([passage], [edit(0, 6, "A")])
