"""What mentions cover, against asking each of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redact.recognise.taken import taken_by
from redact.values.people import Evidence, Label, Mention
from redact.values.text import Span

_PLACES = st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda pair: (pair[0], pair[0] + pair[1]))


def _mention(place: tuple[int, int]) -> Mention:
    return Mention(Span("a", *place), Label.PERSON, 0.9, Evidence("titles", "1", "title", "said"))


@given(st.lists(_PLACES, max_size=8), _PLACES)
def test_a_place_is_touched_where_any_mention_overlaps_it(
    places: list[tuple[int, int]], asked: tuple[int, int]
) -> None:
    taken = taken_by(map(_mention, places))
    assert taken.touches("a", *asked) == any(low < asked[1] and asked[0] < high for low, high in places)
    assert not taken.touches("b", *asked)


@given(st.lists(_PLACES, max_size=8), _PLACES)
def test_a_place_that_one_mention_holds_is_held_and_what_is_held_is_covered(
    places: list[tuple[int, int]], asked: tuple[int, int]
) -> None:
    taken = taken_by(map(_mention, places))
    covered = {at for low, high in places for at in range(low, high)}
    if any(low <= asked[0] and asked[1] <= high for low, high in places):
        assert taken.holds("a", *asked)
    if taken.holds("a", *asked):
        assert set(range(*asked)) <= covered
