"""Passive verbs, and what only looks like one."""

from __future__ import annotations

import pytest

from redact.judge.passives import passives
from redact.judge.phrases import words_of

PASSIVES = [
    ("The child was seen.", 1),
    ("The child was subsequently seen at home.", 1),
    ("The child was not, however, seen.", 1),
    ("He had been being watched.", 1),
    ("She was told that it would be sent.", 2),
    ("The visit wasn\u2019t recorded.", 1),  # the apostrophe of a word processor
    ("The form is to be completed by the nurse.", 1),
    ("The child was seen, weighed and discharged.", 1),  # one "to be"
    ("She was re-referred to the team.", 1),
    ("They were both later arrested.", 1),
    ("It's been agreed.", 1),
    ("The plan was undermined by delay.", 1),
    ("A form was used.", 1),
    ("He was known by another name.", 1),
    ("He was frightened by the noise.", 1),
    # how somebody is, and what is no participle
    ("She was tired, and he is married.", 0),
    ("The father was known to the police.", 0),
    ("He was unaccompanied.", 0),
    ("He was used to noise.", 0),
    ("She was a talented child, and it was indeed late.", 0),
    ("The mother was in need, and it was a hundred yards.", 0),
    ("The child was born in spring.", 0),
    ("The house was cold and cluttered.", 0),
    ("He was going to see her; they were at home.", 0),
    ("Its findings told nobody.", 0),
]


@pytest.mark.parametrize(("text", "number"), PASSIVES)
def test_passive_verbs_are_counted(text: str, number: int) -> None:
    assert passives(words_of(text)) == number
