"""Ages beside somebody, and in other wordings; everybody is invented."""

from __future__ import annotations

import pytest

from redact.values.people import Label
from tests.recognise.recognise_factory import found

FOUND = [
    ("Mrs Harte, 34, rang.", ["34"]),  # between commas
    ("Miss Harte (9) and Miss Quill (10 months) came.", ["9", "10 months"]),  # in brackets
    ("Mrs Harte is 34. Mr Quill was 41 and ill.", ["34", "41"]),  # behind is and was
    ("Mum was 17, and dad, 24, had left.", ["17", "24"]),  # kin
    ("He will be 16 in June.", ["16"]),  # what will be
    ("The couple, both 19, lived with his gran (61).", ["19", "61"]),  # both of them
    ("three children (9, 6 and 1)", ["9, 6 and 1"]),  # a list in brackets
    ("She was only fifteen.", ["fifteen"]),  # in words
    ("when she was seven her father left", ["seven"]),  # a clause with when
    ("Child K (4) and Mother (22) moved.", ["4", "22"]),  # labels in use
    ("The baby - 10 months - was seen.", ["10 months"]),  # between dashes
    ("a boy of eleven, and a girl of 14.", ["eleven", "14"]),  # of
    ("A 10/12 old infant; baby (6/52); aged 4/12", ["10/12", "6/52", "4/12"]),  # as clinicians write
    ("34F, brought in; triage: 4 months boy", ["34F", "4 months"]),  # with the sex
    ("Age at incident: 10 months", ["10 months"]),  # words between
    ("Ages of children: 8, 3 and 7 weeks", ["8, 3 and 7 weeks"]),  # a list
    ("From the age of 12 he went missing.", ["12"]),  # from an age on
    ("The child lived for two months.", ["two months"]),  # a life
    ("Standby call. 9 years 7 months, not breathing.", ["9 years 7 months"]),  # nobody beside it
    ("She is in Year 9.", ["Year 9"]),  # a class
]
LEFT = [
    "She was 3 times late, he was 20 minutes early, they were 4 of the 9.",
    "Her mother, 3 weeks later, rang. The baby was 6 weeks overdue.",
    "HV1 (2) called; the child (see page 3) was seen.",
    "Young people from the age of 16 to 18; over 3 years 6 months",
    "sentenced to 2 years 6 months, after 1 year and 2 months",
    "In Year 2 of the plan and Year 1 to 3",
    "They were seen 24/7, at 34/40, 120/80 and 10/12/2009.",
    "The mother was one of many, and he was one when asked.",
    "the child of the two, a man of the four",
]


@pytest.mark.parametrize(("text", "ages"), FOUND)
def test_an_age_beside_somebody_is_noted(text: str, ages: list[str]) -> None:
    assert found(text, Label.AGE) == ages


@pytest.mark.parametrize("text", LEFT)
def test_other_numbers_are_no_ages(text: str) -> None:
    assert found(text, Label.AGE) == []
