"""Names before a year in a text that cites much: where it tells of a life, they are nobody's authors."""

from __future__ import annotations

import pytest

from redact.values.people import Standing
from tests.recognise.standing_factory import standings_of

CITES = (
    "Quill and Lisle (2009) found that. Harte (2006) shows that. Sidcup et al. (2016) found. As Munroe (2011)"
    " argues, this holds.\n\n"
)
NAMES = ("Osgoode", "Merovel")

LIVES = [
    "She was at nursery with Osgoode and Merovel (2011).",
    "The flat was shared by Osgoode and Merovel (2011).",
    "In the home were Osgoode and Merovel (2012).",
    "At contact were Osgoode and Merovel (2012).",
    "Also known: Osgoode (2012), Merovel (2014).",
    "Nobody asked Osgoode and Merovel (2012) what they wanted.",
    "Osgoode and Merovel (2012) drew a picture.",
    "Osgoode and Merovel (2012) found the door open.",
    "The plan for Osgoode and Merovel (2012) was the same.",
    "The order on Osgoode and Merovel (2012) was made in May.",
    "The social worker (Osgoode, 2012) left, as did the midwife (Merovel, 2013).",
]
WORKS = [
    "Osgoode and Merovel (2011) argue that an account is where one begins.",
    "This has been found elsewhere (Osgoode, 2012; Merovel, 2013).",
    "As Osgoode and Merovel (2012) have it, silence is no consent.",
    "Social workers (Osgoode and Merovel, 2012) are seldom asked, as research shows.",
]


@pytest.mark.parametrize("text", LIVES)
def test_whoever_lives_in_a_sentence_is_no_author(text: str) -> None:
    for name in NAMES:
        assert Standing.CITED not in standings_of(CITES + text, name, NAMES), name


@pytest.mark.parametrize("text", WORKS)
def test_an_author_in_nearly_the_same_place_stays_one(text: str) -> None:
    for name in NAMES:
        assert standings_of(CITES + text, name, NAMES) == {Standing.CITED}, name
