"""One letter for somebody whom no document names, and letters of labels, lists and things."""

from __future__ import annotations

import pytest

from tests.recognise.recognise_factory import mentions_by


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nan rang: is V's brother still there?", ["V"]),  # owns kin
        ("A's dad came to the gate.", ["A"]),
        ("18.02\tHe said W was asleep and N had to cook.", ["W", "N"]),  # behind "said", and who had to
        ("Quiet day. L sat in. It was L who wrote the form. It says: L.", ["L", "L", "L"]),
        ("Lives w/ partner D. Asked her about D, who left.", ["D", "D"]),
        ("Her uncle, T, came.", ["T"]),
        ("Little B ate two bowls.", ["B"]),
        ("The keys are with next door.\nta G x", ["G"]),
        ("See you Friday\nJ xx", ["J"]),
        ("Who is there? Her, K, K's dad.", ["K", "K"]),
    ],
)
def test_a_letter_where_only_somebody_can_stand_is_asked_about(text: str, expected: list[str]) -> None:
    found = mentions_by("single-letters", text)
    assert [covered for covered, _ in found] == expected
    assert all(each.score < 0.6 for _, each in found)


@pytest.mark.parametrize(
    "text",
    [
        "Child V was seen. V's brother rang, and she said V was out.",  # a label in use
        "Parents D and E came. Lives with partner D.",
        "The boy is called W in this report. They said W was asleep.",  # a label that the paper gives
        "The mother (T) came. T's dad did not, and she said T was out.",
        "They said M was out. F had to cook.",  # mother and father, as notes shorten them
        "She said I was late. Vitamin D was given. Plan B had to do.",
        "Group T's chairs. Section S applied to grade C.",
        "S.17 money. Form B asks who cares. Option C is cheaper.",
        "Blood group O. Hepatitis B was told of.",
        "It was marked A, B, C and D.",
    ],
)
def test_other_letters_are_left_alone(text: str) -> None:
    assert mentions_by("single-letters", text) == []
