from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.telling.stretches import Edit, Stretch, Written, edited


@st.composite
def changes(draw: st.DrawFn) -> tuple[Written, list[Edit], list[str]]:
    """Words, some of them marked, with edits inside the words and inside the gaps."""
    words = draw(st.lists(st.text("abcz", min_size=1, max_size=6), min_size=1, max_size=8))
    text, stretches, edits, wanted = "", [], [], []
    for word in words:
        gap = draw(st.text(" .", max_size=2))
        text += gap
        start, end = len(text), len(text) + len(word)
        new = word
        if draw(st.booleans()):
            at = draw(st.integers(0, len(word) - 1))
            old = draw(st.integers(1, len(word) - at))
            told = draw(st.text("xy", min_size=1, max_size=3))
            edits.append(Edit(start + at, old, told))
            new = word[:at] + told + word[at + old :]
        text += word
        stretches.append(Stretch(start, end, word))
        wanted.append(new)
    return Written(text, tuple(stretches)), edits, wanted


@given(changes())
def test_stretches_follow_their_words(made: tuple[Written, list[Edit], list[str]]) -> None:
    written, edits, wanted = made
    new = edited(written, edits)
    assert [new.text[stretch.start : stretch.end] for stretch in new.stretches] == wanted


def test_what_is_put_in_at_a_border_is_outside() -> None:
    new = edited(Written("ab", (Stretch(0, 1, "a"), Stretch(1, 2, "b"))), [Edit(1, 0, "-")])
    assert new.text == "a-b"
    assert [(stretch.start, stretch.end) for stretch in new.stretches] == [(0, 1), (2, 3)]


def test_a_space_lost_before_a_name_is_not_the_names() -> None:
    new = edited(Written("Ms Ward", (Stretch(3, 7, "Ward"),)), [Edit(2, 1, "")])
    assert new.text[slice(2, 6)] == "Ward"
    assert (new.stretches[0].start, new.stretches[0].end) == (2, 6)


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        edited(Written("abc", ()), [Edit(0, 2, "x"), Edit(1, 1, "y")])
