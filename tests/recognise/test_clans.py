"""Names that speech shows: a crowd, somebody told of twice, somebody asleep."""

from __future__ import annotations

import pytest

from redact.recognise.clans import RECOGNISER


def _found(text: str) -> list[str]:
    return [text[claim.start : claim.end] for claim in RECOGNISER.find(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Caller Blames the Heneghans lot for the Fire.", ["Heneghans"]),  # a crowd
        ("It was the Heneghans' lot again.", ["Heneghans"]),  # as their own
        ("He owes Money to the O'Dowda clan.", ["O'Dowda"]),  # with an apostrophe
        ("the Harris mob came round", ["Harris"]),  # a common surname
        ("\u201cJunior he never cried.\u201d", ["Junior"]),  # told again by "he"
        ("She said so. Rosie, she went to her nan.", ["Rosie"]),  # behind a comma
        ("Home visit 10am. Blessing upstairs with a cold.", ["Blessing"]),  # where she is
        ("Grace poorly, seen by GP.", ["Grace"]),  # how she is
    ],
)
def test_a_name(text: str, names: list[str]) -> None:
    assert _found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Parked on the Asda lot until ten.",  # a shop's
        "The Youth lot and the Older lot came.",  # a kind of people
        "the Heneghan lot of furniture",  # things
        "Yesterday he was late; Often she had a cough.",  # words for time and manner
        "June she was well. Autumn, he went to Leeds.",  # times
        "She saw Rosie he said.",  # no beginning
        "Bathroom upstairs. Baby asleep. Mum poorly.",  # rooms, kin
        "Everybody asleep. Nobody in bed.",  # no names
    ],
)
def test_no_name(text: str) -> None:
    assert _found(text) == []
