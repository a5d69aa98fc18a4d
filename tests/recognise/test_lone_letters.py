"""One letter, or two apart, for somebody whom the documents name; more examples stand with the recogniser."""

from __future__ import annotations

import pytest

from redact.recognise import lone_letters, surname_behind
from tests.recognise.recognise_factory import mentions_by

_PEOPLE = "Mother: Karen Harte\n\nFather: Omar Abu Zaid\n\nWorker: Chance Quill\n\n"


@pytest.mark.parametrize(
    ("text", "odds", "expected"),
    [
        ("K was tidy. O was not.", 0.0, ["K"]),  # O is no letter of a name here
        ("She slept. K. cried, and K's arm was sore.", 0.0, ["K.", "K"]),
        ("Child K was seen. K left.", 0.0, []),  # a label in use
        ("Group K's room, vitamin K was given.", 0.0, []),
        ("D was seen.", 0.0, []),  # nobody's
        ("The plan of K H was used.", 0.05, ["K H"]),  # the model thinks it possible
        ("The plan of K H was used.", 0.01, []),
        ("K H was seen.", 0.01, ["K H"]),  # it does what somebody does
        ("Block K H North", 0.9, []),
    ],
)
def test_letters_stand_for_somebody_where_somebody_may_stand(
    text: str, odds: float, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lone_letters, "chance", lambda *_: odds)
    assert [covered for covered, _ in mentions_by("lone-letters", _PEOPLE + text)] == expected


@pytest.mark.parametrize(
    ("text", "odds", "expected"),
    [
        ("Then ABU ZAID left.", 0.0, ["ABU ZAID"]),
        ("Rowan Quill left.", 0.2, ["Rowan Quill"]),  # a forename that is a word too
        ("Rowan Quill left.", 0.001, []),
        ("Then 0'Quill left.", 0.0, ["0'Quill"]),  # a scanner's O
        ("Will Quill come?", 0.9, []),  # a question
        ("DI Quill left.", 0.9, []),  # a rank
    ],
)
def test_what_belongs_before_a_name_is_a_part_of_it(
    text: str, odds: float, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surname_behind, "chance", lambda *_: odds)
    assert [covered for covered, _ in mentions_by("name-edges", _PEOPLE + text)] == expected
