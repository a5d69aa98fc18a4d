"""How hard a text is to read: counts and grades that were worked out by hand, step by step."""

from __future__ import annotations

import pytest

from redact.judge.plain import plain_reading
from redact.judge.readability import readability, words_of
from tests.judge.requirement_factory import document, reading_of

# Sentences; letters and digits, words, sentences; the grade by hand, to three places; the reader's age.
BY_HAND = [
    # 4.71 * 17/6 + 0.5 * 6/2 - 21.43 = 13.345 + 1.5 - 21.43
    (["The cat sat.", "It ran off."], (17, 6, 2), -6.585, 5),
    # "Agencies communicated ineffectively throughout": 8 + 12 + 13 + 10; 4.71 * 43/4 + 2 - 21.43
    (["Agencies communicated ineffectively throughout."], (43, 4, 1), 31.203, 37),
    # 3+6+6+7+3+6+5+4+2+6 letters in 10 words; 4.71 * 4.8 + 5 - 21.43
    (["The worker called because the mother could come in sooner."], (48, 10, 1), 6.178, 12),
]
# Three short texts, and the counts of each of their sentences word by word.
FIRST = (
    "The nurse didn't ring. She wrote a one-off letter on 3 May 2012, and it came back. Nobody asked why.",
    [
        [3, 5, 5, 4],  # The nurse didn't ring
        # She wrote a one-off letter on 3 May 2012 and it came back
        [3, 5, 1, 6, 6, 2, 1, 3, 4, 3, 2, 4, 4],
        [6, 5, 3],  # Nobody asked why
    ],
    # letters and digits: 17 + 44 + 14 = 75; words: 4 + 13 + 3 = 20; sentences: 3
    # 4.71 * 75/20 = 17.6625; 0.5 * 20/3 = 3.3333; 17.6625 + 3.3333 - 21.43 = -0.434; age -0.434 + 5, up: 5
    -0.434,
    5,
)
SECOND = (
    "A multi-agency meeting was held under s.47 on 12.06.09."
    " The council's share was 1,250 pounds and/or 15%.",
    [
        [1, 11, 7, 3, 4, 5, 3, 2, 6],  # A multi-agency meeting was held under s.47 on 12.06.09
        [3, 8, 5, 3, 4, 6, 3, 2, 2],  # The council's share was 1,250 pounds and or 15
    ],
    # letters and digits: 42 + 36 = 78; words: 9 + 9 = 18; sentences: 2
    # 4.71 * 78/18 = 20.41; 0.5 * 18/2 = 4.5; 20.41 + 4.5 - 21.43 = 3.48; age 3.48 + 5, up: 9
    3.48,
    9,
)
THIRD = (
    "Practitioners consistently underestimated the cumulative significance of repeated non-attendance,"
    " e.g. at Dr. Hale's clinic, notwithstanding information that was available.",
    [
        # Practitioners consistently underestimated the cumulative significance of repeated non-attendance
        # e.g at Dr Hale's clinic notwithstanding information that was available
        [13, 12, 14, 3, 10, 12, 2, 8, 13, 2, 2, 2, 5, 6, 15, 11, 4, 3, 9],
    ],
    # letters: 146; words: 19; sentences: 1
    # 4.71 * 146/19 = 36.1926; 0.5 * 19 = 9.5; 36.1926 + 9.5 - 21.43 = 24.263; age 24.263 + 5, up: 30
    24.263,
    30,
)


@pytest.mark.parametrize(("sentences", "counts", "grade", "age"), BY_HAND)
def test_the_grade_is_the_one_worked_out_by_hand(
    sentences: list[str], counts: tuple[int, int, int], grade: float, age: int
) -> None:
    found = readability(sentences)
    assert (found.characters, found.words, found.sentences) == counts
    assert found.grade == pytest.approx(grade, abs=0.001)
    assert found.age == age


@pytest.mark.parametrize(("text", "letters", "grade", "age"), [FIRST, SECOND, THIRD])
def test_a_whole_text_has_the_figures_worked_out_by_hand(
    text: str, letters: list[list[int]], grade: float, age: int
) -> None:
    read = plain_reading(reading_of(document(f"# Report\n{text}")))
    assert (read.words, read.sentences) == (sum(map(len, letters)), len(letters))
    assert readability([text]).characters == sum(map(sum, letters))
    assert read.grade == pytest.approx(grade, abs=0.001)
    assert read.age == age


def test_a_text_without_words_has_no_grade() -> None:
    assert readability(["...", "", "_____"]).grade == 0.0


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("It wasn't a one-off of 1,250 pounds.", 6 + 1),
        ("On 01/02/2015 he and/or she came", 9),  # a slash parts
        ("Signed ________", 1),  # a line to write on is no word
        ("multi\u2013agency", 2),  # a dash parts, a hyphen does not
        ("the children\u2019s e.g. s.47", 4),
    ],
)
def test_what_is_one_word(text: str, number: int) -> None:
    assert len(words_of(text)) == number
