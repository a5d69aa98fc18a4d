"""Days of a birth that one paper tells, in all the forms in which the others hold them; all invented."""

from __future__ import annotations

import pytest

from redact.values.people import Label
from tests.recognise.recognise_factory import found, mentions_by

_TOLD = "Ida Harte, DOB 14.02.2007\n\n"
AGAIN = [
    ("seen 14/02/07 at the clinic", ["14/02/07"]),  # with other marks
    ("the day (2007-02-14) in the export", ["2007-02-14"]),  # as programs write it
    ("on 14th February 2007 at noon", ["14th February 2007"]),  # in words
    ("the label 99123456714.02.07 sealed", ["14.02.07"]),  # behind the digits of a number
    ("ZZ/12/09-14.02.07-A, harte.14.02.07.docx", ["14.02.07", "14.02.07"]),  # within other numbers and names
    ("her card says l4.02.07", ["l4.02.07"]),  # with a slip of the scanner
]
OTHERS = [
    "seen 15/02/07 at the clinic",  # the day after
    "version 1.14.02.07 of the form",  # a part of a longer number
    "in February 2007",  # what should be written
]
NEAR = [
    ("label=Quilham14.02.07", ["Quilham"]),  # a word that runs into it
    ("*Quilham*14.02.07*", ["Quilham"]),  # parted by the sign of a bar code
    ("asked the school re ih 14.02.07, no reply", ["ih"]),  # small letters of somebody
]
NOBODY = [
    "dob14.02.07, BORN14.02.07",  # labels
    "her day is 14.02.07, given as 14.02.07",  # small words
    "14.02.07|PRESENT",  # the next field
]


@pytest.mark.parametrize(("text", "days"), AGAIN)
def test_the_day_of_a_birth_is_found_in_every_form(text: str, days: list[str]) -> None:
    assert found(_TOLD + text, Label.DATE_OF_BIRTH)[1:] == days


@pytest.mark.parametrize("text", OTHERS)
def test_other_days_are_no_birth(text: str) -> None:
    assert found(_TOLD + text, Label.DATE_OF_BIRTH) == ["14.02.2007"]


@pytest.mark.parametrize(("text", "names"), NEAR)
def test_what_is_written_to_such_a_day_is_asked_about(text: str, names: list[str]) -> None:
    assert [value for value, _ in mentions_by("names-at-births", _TOLD + text)] == names


@pytest.mark.parametrize("text", NOBODY)
def test_labels_beside_such_a_day_are_nobody(text: str) -> None:
    assert mentions_by("names-at-births", _TOLD + text) == []
