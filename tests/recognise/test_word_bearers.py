"""Names that are ordinary words where only a bearer stands, and the words themselves there."""

from __future__ import annotations

import pytest

from tests.recognise.recognise_factory import mentions_by


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("grace (sister) stayed, a time of grace was agreed", ["grace"]),
        ("page (OT) has not rung", ["page"]),
        ("wednesday (mum) in bed", ["wednesday"]),
        ("They saw gran, May. Her weight fell.", ["May"]),
        ("An uncle, Sunday, brings the rent each Sunday.", ["Sunday"]),
        ("Will to ask by Tuesday.", ["Will"]),
        ("Will's manager has the last say.", ["Will"]),
        ("Will Will please look?", ["Will"]),
        ("Can you let Church know?", ["Church"]),
        ("Gay agreed with him. May asked for a bottle.", ["Gay", "May"]),
        ("Dad came; will did not.", ["will"]),
        ("joy says there is no joy. told joy today", ["joy", "joy"]),
        ("seen hope at home, in hope of news", ["hope"]),
        ("They fought at Wednesday A. over it.", ["Wednesday A."]),
        ('The lady next door, "Blessing or some such", rang.', ["Blessing"]),
        ("The perp. Strange, on bail.", ["Strange"]),
        ("She picks them up from church.\nFaith", ["Faith"]),
    ],
)
def test_a_bearer_of_a_word_is_asked_about(text: str, expected: list[str]) -> None:
    found = mentions_by("word-bearers", text)
    assert [covered for covered, _ in found] == expected
    assert all(each.score < 0.6 for _, each in found)


@pytest.mark.parametrize(
    "text",
    [
        "Will she ask? May he go? Will is a strong word. May is wet.",
        "Seen on Wednesday (mum), and the page (OT) was blank. The bill (dad) is paid.",
        "Wednesday (mum), Friday (dad)",  # a plan of contact
        "Wednesday rang mum. Contact with mum, Tuesday and Friday.",
        "She lives with gran, May 2009, and saw her gran, who was well.",
        "hope to see her. Hope to ring her on Friday.",
        "Ward said no bed. Card left with times. Head told staff. Baby cried.",
        "She said so. They said that she told them.",
        "mo told fa. ward rang. mum says no",
        "A home of grace, faith and hope. No joy. Mark on cheek. Bill to be paid.",
        "The word is love, and\nhope said it all to whoever wanted it.\n\nSee page 4 (OT).",
        "Vitamin D. was given. Plan B. was not.",
        "In the spring. Summer",
    ],
)
def test_the_word_itself_is_left_alone(text: str) -> None:
    assert mentions_by("word-bearers", text) == []
