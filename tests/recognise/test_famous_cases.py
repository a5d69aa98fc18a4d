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
        # A topic: what the sentence tells is another's.
        ("Like Tyra Henry, the boy was seen often and looked at rarely.", "Tyra Henry"),
        ("After Daniel Pelka, a national message went out about hunger.", "Daniel Pelka"),
        ("By the standards of Khyra Ishaq, the home was quiet.", "Khyra Ishaq"),
        ("A newspaper clipping about Finley Boden was found in her letter to the school.", "Finley Boden"),
        ('"I do not want another Daniel Pelka in my drawer," she said at the school.', "Daniel Pelka"),
        ("Because of Khyra Ishaq. Because it is Tuesday and there is a visit at two.", "Khyra Ishaq"),
        ("Previous reviews of national note: Star Hobson.", "Star Hobson"),
        ("Has anything been learned since Monckton?", "Monckton"),
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
        # What is done about whoever is known is done about no topic.
        ("A referral about Tyra Henry was received from the nursery.", "Tyra Henry"),
        ("Concerns about Tyra Henry were raised by the doctor.", "Tyra Henry"),
        ("The meeting about Khyra Ishaq was short and nobody wrote.", "Khyra Ishaq"),
        ("Bruises on Khyra Ishaq were seen by the nurse.", "Khyra Ishaq"),
        ("The room of Daniel Pelka was bare and cold.", "Daniel Pelka"),
        ("After Peter Connelly, a lodger, visited, the child cried.", "Peter Connelly"),
        ("Like Tyra Henry, her cousin, she was small.", "Tyra Henry"),
        ("She told the worker about Tyra Henry at the clinic.", "Tyra Henry"),
        ("The health visitor focused on Daniel Pelka and his weight.", "Daniel Pelka"),
        ("The nurse stood beside Daniel Pelka in the ward.", "Daniel Pelka"),
        ("Because of Peter Connelly she left the home.", "Peter Connelly"),
        ("Reports on Daniel Pelka from the school were late.", "Daniel Pelka"),
        ("Other cases: Tyra Henry, on leave.", "Tyra Henry"),
        ("Other reviews: Tyra Henry, on the fourth.", "Tyra Henry"),
        ("Star Hobson learning mentor rang her mother.", "Star Hobson"),
        ("They spoke about Daniel Pelka at school.", "Daniel Pelka"),
        ("The doctor asked about Khyra Ishaq.", "Khyra Ishaq"),
    ],
)
def test_whoever_of_the_case_bears_such_a_name_is_found(text: str, name: str) -> None:
    assert standings_of(text, name) == {Standing.PARTICIPANT}


def test_whoever_shares_one_word_with_a_published_child_is_another() -> None:
    told = "Lessons of Tyra Henry are used in the second half of the day."
    for other in ("Tyra Harte", "Henry Harte"):
        call = f"Mother: {other}\n\n{other.split()[0]} asked that it be added.\n\n{told}"
        names = ("Tyra Henry", other, other.split()[0])
        assert standings_of(call, "Tyra Henry", names) == {Standing.PUBLIC}


def test_whoever_bears_its_forename_alone_may_be_that_child() -> None:
    call = "Child: Tyra\n\nLessons of Tyra Henry are used in the second half of the day."
    assert standings_of(call, "Tyra Henry", ("Tyra Henry", "Tyra")) == {Standing.PARTICIPANT}


_TABLE = "Slide 2: Tyra Henry. Slide 3: Rikki Neave.\n\nTheme\tElsewhere\tHere\n"


def test_a_cell_of_a_table_that_compares_cases_stays_and_a_persons_row_is_his() -> None:
    compared = _TABLE + "Child hidden from view\tDaniel Pelka\tKayleigh was seen daily\n"
    assert standings_of(compared, "Daniel Pelka") == {Standing.PUBLIC}
    for row in ("Child\tDaniel Pelka\tseen daily\n", "Seen\tDaniel Pelka\tborn 12/03/2009\n"):
        assert standings_of(_TABLE + row, "Daniel Pelka") == {Standing.PARTICIPANT}
