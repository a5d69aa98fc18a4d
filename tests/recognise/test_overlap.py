"""What becomes of overlapping mentions; nothing that was covered is left uncovered."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redact.recognise.overlap import settle
from redact.values.people import Evidence, Label, Mention
from redact.values.text import Span

ORDER = {"first": 0, "second": 1}


def _mention(start: int, end: int, label: Label, score: float, by: str = "first") -> Mention:
    return Mention(Span("p:1", start, end), label, score, Evidence(by, "1", "pattern", "because"))


def test_of_the_same_stretch_the_stronger_stays() -> None:
    weak, strong = _mention(0, 10, Label.PHONE, 0.7), _mention(0, 10, Label.NHS_NUMBER, 0.9, "second")
    assert settle([weak, strong], ORDER) == [strong]


def test_of_equals_the_earlier_recogniser_stays() -> None:
    later, earlier = _mention(0, 10, Label.PHONE, 0.9, "second"), _mention(0, 10, Label.NHS_NUMBER, 0.9)
    assert settle([later, earlier], ORDER) == [earlier]


def test_a_longer_likely_mention_swallows_a_shorter_one() -> None:
    postcode, label = _mention(0, 7, Label.POSTCODE, 0.9), _mention(0, 3, Label.PSEUDONYM, 0.95)
    assert settle([label, postcode], ORDER) == [postcode]


def test_a_longer_weak_mention_swallows_no_stronger_one() -> None:
    weak, inner = _mention(0, 20, Label.PERSON, 0.4), _mention(5, 12, Label.NHS_NUMBER, 0.9)
    assert settle([inner, weak], ORDER) == [weak, inner]


def test_of_one_label_the_longer_stays_with_the_higher_score() -> None:
    long, short = _mention(0, 12, Label.PERSON, 0.7), _mention(0, 4, Label.PERSON, 0.9)
    (kept,) = settle([short, long], ORDER)
    assert (kept.span, kept.score) == (long.span, 0.9)


def test_partly_overlapping_mentions_both_stay() -> None:
    left, right = _mention(0, 6, Label.PERSON, 0.9), _mention(4, 9, Label.PERSON, 0.5)
    assert settle([right, left], ORDER) == [left, right]


def test_other_passages_do_not_meet() -> None:
    here = _mention(0, 6, Label.PERSON, 0.9)
    there = Mention(Span("p:2", 0, 6), Label.PERSON, 0.5, here.evidence)
    assert settle([here, there], ORDER) == [here, there]


_MENTIONS = st.builds(
    lambda start, length, label, score: _mention(start, start + length, label, score / 10),
    st.integers(0, 12),
    st.integers(1, 8),
    st.sampled_from([Label.PERSON, Label.PHONE, Label.PSEUDONYM]),
    st.integers(1, 10),
)


@given(st.lists(_MENTIONS, max_size=12))
def test_every_character_that_was_claimed_stays_claimed(mentions: list[Mention]) -> None:
    def covered(some: list[Mention]) -> set[int]:
        return {at for each in some for at in range(each.span.start, each.span.end)}

    kept = settle(mentions, ORDER)
    assert covered(kept) == covered(mentions)
    assert len(kept) == len({(each.span, each.label) for each in kept})


@given(st.lists(_MENTIONS, max_size=8))
def test_the_order_in_which_they_come_does_not_matter(mentions: list[Mention]) -> None:
    # Labels and scores decide; where all of these are equal nothing is left to differ.
    assert settle(mentions, ORDER) == settle(list(reversed(mentions)), ORDER)
