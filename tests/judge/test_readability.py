"""How hard a text is to read: counts and grades that were worked out by hand."""

from __future__ import annotations

import pytest

from redact.judge.readability import readability

# Sentences; letters and digits, words, sentences; the grade by hand, to three places; the reader's age.
BY_HAND = [
    # 4.71 * 17/6 + 0.5 * 6/2 - 21.43 = 13.345 + 1.5 - 21.43
    (["The cat sat.", "It ran off."], (17, 6, 2), -6.585, 5),
    # "Agencies communicated ineffectively throughout": 8 + 12 + 13 + 10; 4.71 * 43/4 + 2 - 21.43
    (["Agencies communicated ineffectively throughout."], (43, 4, 1), 31.203, 37),
    # 3+6+6+7+3+6+5+4+2+6 letters in 10 words; 4.71 * 4.8 + 5 - 21.43
    (["The worker called because the mother could come in sooner."], (48, 10, 1), 6.178, 12),
]


@pytest.mark.parametrize(("sentences", "counts", "grade", "age"), BY_HAND)
def test_the_grade_is_the_one_worked_out_by_hand(
    sentences: list[str], counts: tuple[int, int, int], grade: float, age: int
) -> None:
    found = readability(sentences)
    assert (found.characters, found.words, found.sentences) == counts
    assert found.grade == pytest.approx(grade, abs=0.001)
    assert found.age == age


def test_a_text_without_words_has_no_grade() -> None:
    assert readability(["...", ""]).grade == 0.0


def test_numbers_and_joined_words_are_one_word_each() -> None:
    assert readability(["It wasn't a one-off of 1,250 pounds."]).words == 7
