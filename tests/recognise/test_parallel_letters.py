"""Letters of a known name among other people's letters in one construct, and offices there."""

from __future__ import annotations

import pytest

from tests.recognise.recognise_factory import mentions_by

_PEOPLE = "Mr Gus Orr, Mr Karl Levy and Mrs Ida Parr came.\n\n"
_NURSE = "Mr Gil Pugh, Mr Karl Levy and Mrs Ida Parr came.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (_PEOPLE + "Difference of view: GO level 3, KL level 4, nobody level 5.", ["GO"]),
        (_PEOPLE + "KL 20 minutes, no reply\nGO 40 minutes", ["GO"]),
        (_PEOPLE + "KL attended. GO attended.", ["GO"]),
        (_PEOPLE + "NBV KL. All present.\n\nNBV GO. Nobody present.", ["GO"]),
        (_PEOPLE + "KL to reword it; GO to reword it", ["GO"]),
        (_NURSE + "KL level 4, IP level 4, GP level 2.", ["GP"]),  # an office's, behind two others
    ],
)
def test_letters_in_the_construct_of_others_are_asked_about(text: str, expected: list[str]) -> None:
    found = [each for each in mentions_by("parallel-letters", text) if each[0] in expected]
    assert [covered for covered, _ in found] == expected
    assert all(each.score < 0.6 for _, each in found)


@pytest.mark.parametrize(
    "text",
    [
        _PEOPLE + "GO level 3, nobody level 5.",  # alone in its construct
        "Mr Karl Levy came.\n\nGO level 3, KL level 4.",  # nobody's letters
        _PEOPLE + "KL attended. The GO attended.",
        _PEOPLE + "by KL and by GO",  # where anything may stand
        _NURSE + "KL level 4, GP level 2.",  # an office's, behind one other
        _NURSE + "KL to ring, IP to ring, GP to ring.",
    ],
)
def test_other_letters_are_left_alone(text: str) -> None:
    assert mentions_by("parallel-letters", text) == []
