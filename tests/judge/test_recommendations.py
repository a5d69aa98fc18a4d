"""Recommendations in lists, in tables, in paragraphs of their own, in prose; and what only speaks of them."""

from __future__ import annotations

import pytest

from redact.judge.outline import Outline, outline_of
from redact.judge.recommendations import actions_of, recommendations_of
from redact.run.rule_examples import documents_of
from tests.judge.judging_factory import SECRET, make_rule


def outline(text: str) -> Outline:
    ((_, document),) = documents_of(text, make_rule(), SECRET)
    return outline_of(document)


def texts(text: str) -> list[str]:
    return [one.text for one in recommendations_of(outline(text))]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        # each with its own word, in the section and outside
        ("# Recommendations\nRecommendation 1: The trust should x y z.\nRecommendation 2: The board"
         " must a b.", 2),
        ("# Analysis\nSome text.\nRecommendation 4 - The police should do this.", 1),
        ("# Analysis\nRecommendation 2 The trust should write to the school.\nText.", 1),
        ("# Recommendations\nR1. The trust should give each visit a page.\nR2. The school should keep a"
         " list.", 2),
        # a heading each, with the words under it
        ("# Recommendations\n## Recommendation 1\nThe trust should x y z.\nThis is why.\n##"
         " Recommendation 2\n"
         "The board should a b c.", 2),
        ("# Recommendations\n## Recommendation 1: Supervision\nThe trust should give supervision weekly.", 1),
        # numbered, with an introduction, with sub-points, with the reason behind each
        ("# 8 Recommendations\nThe panel makes the following recommendations:\n1. The trust gives a page.\n"
         "2. The board asks each partner to use one form.\n3. Schools keep a list of visitors.", 3),
        ("# 9 Recommendations\n9.1 The panel makes these recommendations to the board.\n"
         "9.2 The health trust should give every visit a page.\n9.3 Police officers should go upstairs.", 2),
        ("# Recommendations\n1. The trust should give every visit a page, including:\n- the date\n"
         "- the name of the worker\n2. The school should keep a list.", 2),
        ("# Recommendations\n1. The trust should give every visit a page.\nThe reason is that nobody"
         " should have"
         " to look for it.\n2. The school should keep a list.", 2),
        ("RECOMMENDATIONS\n1. The trust should give every visit a page.\n2. The school should keep a"
         " list.", 2),
        # one agency for several points
        ("# Recommendations\nThe health trust should:\n- give every visit a page\n- write one form for"
         " all visits\n"
         "The police should:\n- send a letter to the school", 3),
        # prose
        ("# Recommendations\nThe board should review how partners share what they know.\nThis matters much.\n"
         "Midwives must ask about partners at each visit.", 2),
        ("# Recommendations\nEnsure that all staff know the policy on bruises.\nThe trust needs to give"
         " time.", 2),
        ("# Conclusions and Recommendations\nThe panel has drawn its lessons.\n10.1 The panel concluded"
         " that nobody"
         " knew.\n10.2 The board should ask partners for one form.", 1),
        # a table
        ("# Recommendations\n| No. | Recommendation | Lead |\n| 1 | The clinic rings the school | Head |\n"
         "| 2 | Visitors carry the chart | Nurse |", 2),
        # what only speaks of them
        ("| Recommendation no. | Action | Lead |\n| 1 | Ring the school within days | Head |", 0),
        ("# Recommendations\nNo recommendations are made to this agency.", 0),
        ("# Contents\nRecommendations ........ 12\nRecommendation 1: Supervision ..... 13\n#"
         " Introduction\nText.", 0),
        ("# Progress on previous recommendations\n1. The trust should give a page.\n# Recommendations\n"
         "1. The board should do it.", 1),
        ("# Analysis\nRecommendation 4 of the earlier report was accepted.", 0),
        ("# Analysis\nThe board accepted recommendation 3: it had been made before.", 0),
    ],
)  # fmt: skip
def test_recommendations_are_read_as_their_readers_count_them(text: str, number: int) -> None:
    assert len(texts(text)) == number


def test_the_agency_of_a_list_stands_before_each_of_its_points() -> None:
    assert texts(
        "# Recommendations\nThe trust should:\n(a) write to the school\n(b) ring the nurse weekly"
    ) == [
        "The trust should write to the school",
        "The trust should ring the nurse weekly",
    ]


def test_the_heading_says_for_whom_it_is() -> None:
    found = recommendations_of(
        outline(
            "# Recommendations\n## Multi-agency recommendations\n1. The board should do it.\n"
            "## Single agency recommendations\n1. The trust should do it now."
        )
    )
    assert [one.shared for one in found] == [True, False]


def test_an_action_is_read_from_its_own_column_where_there_is_one() -> None:
    plan = "| Recommendation | Action | Lead |\n| One form for all visits | Write and print it | Head |"
    assert [one.text for one in actions_of(outline(plan))] == ["Write and print it"]
    assert [one.text for one in actions_of(outline(plan.replace("Action", "Progress")))] == [
        "One form for all visits"
    ]


def test_no_word_is_in_the_repr() -> None:
    (one,) = recommendations_of(outline("# Recommendations\n1. Mr Osgood should write to the school."))
    assert "sgood" not in repr(one)
