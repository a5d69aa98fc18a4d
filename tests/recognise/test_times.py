"""Months, seasons and days, and people who are called as they are."""

from __future__ import annotations

import pytest

from redact.recognise.times import is_day, is_time


def _is_time(text: str) -> bool:
    before, _, rest = text.partition("[")
    word, _, behind = rest.partition("]")
    return is_time(before + word + behind, len(before), len(before + word))


@pytest.mark.parametrize(
    "text",
    [
        "supervised [Mon] to Sat at the pharmacy",  # before another day
        "Mon to [Sat] at the pharmacy",  # behind another day
        "Late\t[Sat]\tSun",  # headers of a rota
        "May and [June] were quiet",  # behind another month
        "in [August] and again",  # behind a word for time
        "[May] 2009 was warm",  # before a year
        "Brain Gym, Weds; Street Dance, [Mon].",  # in a list of days that goes on over other words
        "two hours, Mon and Thurs; Ida, one hour,\n[Sat]; Rosa, monthly",  # over the end of a line
        "Tues and Thurs; duty cover [Mon].",  # behind a word in small letters
        "collected from the chemist [Tue-Sat]",  # a range in one word
        "open [Mon\u2013Thurs]",  # with a dash
        "Oct (elbow), [Dec] (chin)",  # behind another month, and what happened then
        "[Mar] to Jul, then none",  # before another month
        "seen in [Jan] and again",  # behind a word for time
        "[Dec] 2011 was quiet",  # before a year
    ],
)
def test_a_time(text: str) -> None:
    assert _is_time(text)


@pytest.mark.parametrize(
    "text",
    [
        "[Mon] said that she was tired",  # Mon alone is somebody, perhaps
        "Told [Sun] and Kayleigh",  # beside a name
        "[June] and Kayleigh left",  # a forename
        "spoke to [May] about it",  # a forename behind a verb
        "[Kayleigh] 2009",  # no word for a time
        "Seen by Ida on Weds: Wong, [Sun], Lee",  # a surname among others, whatever day it was
        "On Weds [Mon] said so.",  # somebody, perhaps
        "Told [Dec] and Jan.",  # beside a month that may be somebody too
        "Oct: [Jan] rang.",  # no month follows
        "[Dec] (chin), Kayleigh (elbow)",  # beside a name
    ],
)
def test_what_may_be_somebody(text: str) -> None:
    assert not _is_time(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Nursery run\tIda\t[Th], F", True),
        ("Swim\tM, [W], Th", True),
        ("[Mo], We", True),
        ("Children\t[Mo], Su", False),  # two children, perhaps
        ("Children\t[M], T, W", False),  # three children, perhaps
        ("Swim\t[M], F", False),  # the mother and the father
        ("Swim\t[Th], Ida", False),
    ],
)
def test_letters_of_days_fill_a_cell(text: str, day: bool) -> None:
    before, _, rest = text.partition("[")
    word, _, behind = rest.partition("]")
    assert is_day(before + word + behind, len(before), len(before + word)) is day
