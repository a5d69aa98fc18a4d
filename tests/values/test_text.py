"""Passages, spans and the one text that document offsets count in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.values.text import Document, Format, Location, Part, Passage, Region, Span

BODY = Location(Part.BODY, "D1", None, 1)


def test_a_span_needs_a_stretch() -> None:
    with pytest.raises(ValueError, match="0 <= start < end"):
        Span("p", 3, 3)


@pytest.mark.parametrize(
    ("other", "overlaps", "contains"),
    [
        (Span("p", 2, 5), True, True),
        (Span("p", 0, 3), True, False),
        (Span("p", 6, 8), False, False),  # half-open: they touch and share nothing
        (Span("q", 2, 5), False, False),
    ],
)
def test_spans(other: Span, overlaps: bool, contains: bool) -> None:
    span = Span("p", 2, 6)
    assert (span.overlaps(other), span.contains(other)) == (overlaps, contains)


def test_a_stretch_stands_in_its_innermost_region() -> None:
    regions = (Region(0, 20, Part.FIELD, "D14"), Region(5, 10, Part.TRACKED_INSERTION, "D15"))
    passage = Passage("p", "x" * 30, BODY, regions=regions)
    assert passage.locate(6, 8).part is Part.TRACKED_INSERTION
    assert passage.locate(12, 14) == Location(Part.FIELD, "D14", None, 1)
    assert passage.locate(25, 26) is BODY


def test_nothing_of_the_text_is_in_a_repr() -> None:
    passage = Passage("p", "Kestrelia", BODY, lead="Wintergreen", headings=("Marlowe",))
    document = Document("d", "0" * 64, Format.TXT, (passage,), ())
    assert not any(name in repr(document) + repr(passage) for name in ("Kestrelia", "Wintergreen", "Marlowe"))


@given(st.lists(st.tuples(st.text(max_size=3), st.text(min_size=1, max_size=8), st.booleans()), max_size=8))
def test_starts_point_into_the_text(pieces: list[tuple[str, str, bool]]) -> None:
    passages = tuple(
        Passage(f"p{number}", text, BODY, lead=lead, apart=apart)
        for number, (lead, text, apart) in enumerate(pieces)
    )
    document = Document("d", "0" * 64, Format.TXT, passages, (), tail="")
    text, starts = document.text(), document.starts()
    for passage in passages:
        if passage.apart:
            assert passage.id not in starts
        else:
            at = starts[passage.id]
            assert text[at : at + len(passage.text)] == passage.text
