from __future__ import annotations

import pytest

from corpus.scoring.covering import covers, mask, outcomes
from corpus.scoring.values import Hit, Rank
from tests.corpus.scoring.scored import hit, mention, read

TEXT = "Kayleigh O'Brien, 14 Tanner Row, was seen in May."


@pytest.mark.parametrize(
    ("quote", "under", "found"),
    [
        ("Kayleigh O'Brien", ["Kayleigh O'Brien"], True),  # one finding over it
        ("Kayleigh O'Brien", ["Kayleigh", "O'Brien"], True),  # two, the space between under none
        ("Kayleigh O'Brien", ["Kayleigh", "O", "Brien"], True),  # nor need the apostrophe be
        ("Kayleigh O'Brien", ["Kayleigh O'Brien, 14"], True),  # a finding that is longer
        ("Kayleigh O'Brien", ["Kayleigh"], False),  # half of it
        ("Kayleigh O'Brien", ["Kayleigh O'Brie"], False),  # one letter is left
        ("14 Tanner Row", ["Tanner Row"], False),  # a digit is left
        ("14 Tanner Row", ["14", "Tanner", "Row"], True),
        ("Kayleigh", [], False),
        (", ", [", "], False),  # nothing but signs is covered by nothing
    ],
)
def test_a_mention_is_covered_when_every_letter_and_digit_is(
    quote: str, under: list[str], found: bool
) -> None:
    start = TEXT.index(quote)
    marked = mask(len(TEXT), [hit(TEXT, words) for words in under])
    assert covers(marked, TEXT, (start, start + len(quote))) is found


def test_a_finding_beyond_the_text_marks_what_is_in_it() -> None:
    assert bytes(mask(4, [Hit(-2, 1, "block", "PERSON", 1.0), Hit(3, 9, "ask", "PERSON", 1.0)])) == bytes(
        [1, 0, 0, 1]
    )


@pytest.mark.parametrize(
    ("severities", "rank"),
    [
        (("block", "block"), Rank.NAME),
        (("block", "ask"), Rank.CHECK),  # some of it is only asked about
        (("ask", "ask"), Rank.CHECK),
        (("block", "note"), Rank.MISSED),  # a note stops nothing
        (("note", "note"), Rank.MISSED),
    ],
)
def test_the_rank_is_that_of_the_weakest_finding(severities: tuple[str, str], rank: Rank) -> None:
    hits = [hit(TEXT, words, each) for words, each in zip(("Kayleigh", "O'Brien"), severities, strict=True)]
    (outcome,) = outcomes(TEXT, [mention(TEXT, "Kayleigh O'Brien")], read(*hits))
    assert outcome.rank is rank


@pytest.mark.parametrize(
    ("hits", "near", "left"),
    [
        ([hit(TEXT, "Kayleigh")], (), "partly"),
        ([hit(TEXT, "Kayleigh O'Brien", "note")], (), "noted"),
        ([], ((0, 4),), "near"),
        ([], ((40, 44),), "nothing"),
    ],
)
def test_it_is_told_how_near_a_missed_mention_was(
    hits: list[Hit], near: tuple[tuple[int, int], ...], left: str
) -> None:
    (outcome,) = outcomes(TEXT, [mention(TEXT, "Kayleigh O'Brien")], read(*hits, near=near))
    assert (outcome.rank, outcome.left) == (Rank.MISSED, left)


@pytest.mark.parametrize(
    ("label", "by", "severity", "detected", "rank"),
    [
        ("DATE", "DATE", "note", True, Rank.MISSED),  # noted: detected, and stops nothing
        ("DATE", "DATE_OF_BIRTH", "block", True, Rank.NAME),  # of the same family
        ("DATE", "PERSON", "ask", False, Rank.CHECK),  # stopped for another reason
        ("PERSON", "PERSON", "block", True, Rank.NAME),
    ],
)
def test_detection_is_told_apart_from_stopping(
    label: str, by: str, severity: str, detected: bool, rank: Rank
) -> None:
    (outcome,) = outcomes(TEXT, [mention(TEXT, "May", label)], read(hit(TEXT, "May", severity, by)))
    assert (outcome.detected, outcome.rank) == (detected, rank)


def test_what_stays_is_no_mention_to_find() -> None:
    assert outcomes(TEXT, [mention(TEXT, "Kayleigh", stays=True)], read()) == ()
