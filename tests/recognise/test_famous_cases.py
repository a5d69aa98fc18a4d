"""Published cases in training, and chairs of inquiries who are quoted; whoever bears such a name is found."""

from __future__ import annotations

import pytest

from redact.values.people import Standing
from tests.recognise.standing_factory import standings_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Much has been said since Finley Boden about the word stable.", "Finley Boden"),
        ("After Finley Boden it was said that no one would forget.", "Finley Boden"),
        ("Lunch is at one. Slide 9: Khyra Ishaq. Slide 10: questions.", "Khyra Ishaq"),
        ("Training note on the back: Khyra Ishaq, what was not shared. Ring to book.", "Khyra Ishaq"),
        ("Tyra Henry is still taught on the joint course in its second week.", "Tyra Henry"),
        ("The papers compared this matter with Jasmine Beckford and the panel does not.", "Jasmine Beckford"),
        ("Since Monckton reported, every force has kept such a flag.", "Monckton"),
        ("David Norgrove put it in plainer words than these: delay harms.", "David Norgrove"),
        ("The front sheet quotes David Norgrove and the Act.", "David Norgrove"),
    ],
)
def test_a_published_case_stays_where_it_is_taught_or_quoted(text: str, name: str) -> None:
    assert standings_of(text, name) == {Standing.PUBLIC}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Training attended: Tyra Henry, Level 3, in the spring.", "Tyra Henry"),
        ("Session 2: Tyra Henry, social worker, on thresholds.", "Tyra Henry"),
        ("Agenda item 4: Khyra Ishaq, d.o.b. 12.3.2009, to be looked at.", "Khyra Ishaq"),
        ("Slide 3: Khyra Ishaq\n\nKhyra Ishaq was seen at home by the nurse.", "Khyra Ishaq"),
        ("Khyra Ishaq said that her brother was asleep.", "Khyra Ishaq"),
        ("Khyra Ishaq was said to be hungry and cold.", "Khyra Ishaq"),
        ("Monckton reported him missing at nine.", "Monckton"),
        ("Since Monckton reported the noise, the flat has been quiet.", "Monckton"),
        ("David Norgrove asked the health visitor to call.", "David Norgrove"),
    ],
)
def test_whoever_of_the_case_bears_such_a_name_is_found(text: str, name: str) -> None:
    assert standings_of(text, name) == {Standing.PARTICIPANT}
