"""Dates of death, dates from which a birth can be counted out, ages; and what only looks like them."""

from __future__ import annotations

import pytest

from redact.values.people import Label
from tests.recognise.recognise_factory import found, table_document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Child K died on 4 May 2009 at home.", "4 May 2009"),
        ("Child K died, aged 14 months, on 4 May 2009.", "4 May 2009"),
        ("He died in hospital on the 4th of May 2009.", "4th of May 2009"),
        ("He died on 4th May.", "4th May"),  # the year stands elsewhere
        ("Date of death: 04.05.09", "04.05.09"),
        ("D.O.D. 4/5/09", "4/5/09"),
        ("Deceased: 04-05-2009", "04-05-2009"),
        ("stillborn on 4 May 2009", "4 May 2009"),
        ("was found dead on Monday, 4 May 2009", "Monday, 4 May 2009"),
        ("was certified dead at 02.10 on 4 May 2009", None),  # a time between: an exact date
        ("passed away on Boxing Day 2007", "Boxing Day 2007"),
        ("the death of her son on 4 May 2009", "4 May 2009"),
        ("On 4 May 2009 the baby sadly died.", "4 May 2009"),
        ("4 May 2009 (DOD)", "4 May 2009"),
        ("On 4 May 2009, the day she died, HV1 rang.", "4 May 2009"),
        ("was murdered on 4 May 2009", "4 May 2009"),
        ("dod 4 May\n2009", "4 May\n2009"),
    ],
)
def test_a_date_of_death_is_found(text: str, expected: str | None) -> None:
    assert found(text, Label.DATE_OF_DEATH) == ([] if expected is None else [expected])
    assert len(found(text, Label.DATE_OF_DEATH) + found(text, Label.DATE)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Child K died in May 2009.",
        "Her father had died; she was seen on 4 May 2009.",
        "The inquest into the death of Child K was held on 4 May 2010.",
        "The review of the death began on 4 May 2010.",
        "The deadline was 4 May 2010.",
        "On 4 May 2009 the panel heard that many had died.",
        "Notification of a death was reported on 4 May 2009.",
        "He was born on 4 May 2009 and died.",
    ],
)
def test_no_other_date_beside_a_death_is_called_one_of_death(text: str) -> None:
    assert found(text, Label.DATE_OF_DEATH) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("EDD 12/03/09", "12/03/09"),
        ("E.D.D: 12th March 2009", "12th March 2009"),
        ("her estimated date of delivery (12 March 2009)", "12 March 2009"),
        ("the expected delivery date of 12.03.09", "12.03.09"),
        ("The unborn baby was due on 12 March.", "12 March"),
        ("She was pregnant and due on 12 March 2009.", "12 March 2009"),
        ("the mother's due date was in March 2009", "March 2009"),
        ("aged 3 years 2 months on 4 May 2009", "4 May 2009"),
        ("aged three years and two months as at 04.05.09", "04.05.09"),
        ("He was 14 months old when seen on 4 May 2009.", "4 May 2009"),
        ("On 4 May 2009 the 14-month-old child was weighed.", "4 May 2009"),
        ("On 4 May 2009 HV1 saw Child K, aged five weeks.", "4 May 2009"),
        ("On 4 May 2009, her fifth birthday, they moved.", "4 May 2009"),
        ("her fifth birthday was 4 May 2009", "4 May 2009"),
        ("her fifth birthday (4 May 2009)", "4 May 2009"),
        ("She turned 5 on 4 May 2009.", "4 May 2009"),
        ("On 4 May 2009, three days after the birth, HV1 came.", "4 May 2009"),
        ("HV1 came three days after his birth on 4 May 2009.", "4 May 2009"),
    ],
)
def test_a_date_that_gives_a_birth_away_is_found(text: str, expected: str) -> None:
    assert found(text, Label.DATE_OF_BIRTH) == [expected]
    assert expected not in found(text, Label.DATE)


@pytest.mark.parametrize(
    "text",
    [
        "The report was due on 4 May 2013.",
        "An answer was expected by 4 May 2013.",
        "aged 3 on 4 May 2009",  # a year is left open
        "a three-year-old boy on 4 May 2009",
        "Child K was aged 14 months. On 4 May 2009 the panel met.",
        "On 4 May 2009, after 14 months of waiting",
        "From 4 May 2009 and until her fifth birthday they moved.",
        "She turned to SW1 on 4 May 2009.",
        "On 4 May 2009, three days after the visit, HV1 came.",
    ],
)
def test_other_dates_give_no_birth_away(text: str) -> None:
    assert found(text, Label.DATE_OF_BIRTH) == []
    assert len(found(text, Label.DATE)) == 1


def test_the_due_date_of_an_action_is_no_expected_birth() -> None:
    document = table_document(
        [["Recommendation", "Lead", "Due Date"], ["See the child", "Health", "04.05.13"]]
    )
    assert found(document, Label.DATE_OF_BIRTH) == []
    assert found(document, Label.DATE) == ["04.05.13"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("aged 3 years 2 months", ["3 years 2 months"]),
        ("aged 3", ["3"]),
        ("(aged three)", ["three"]),
        ("aged about 14 months", ["14 months"]),
        ("a 14-month-old girl", ["14-month-old"]),
        ("a 14 month old girl", ["14 month old"]),
        ("a four-year-old boy", ["four-year-old"]),
        ("was 3 years old", ["3 years old"]),
        ("At 5 weeks she smiled", ["5 weeks"]),
        ("at six months he sat", ["six months"]),
        ("at 5 weeks of age", ["5 weeks of age"]),
        ("Age: 7", ["7"]),
        ("Age (years): 7", ["7"]),
        ("a 7 y/o and a 9 yr old", ["7 y/o", "9 yr old"]),
        ("aged 3;2", ["3;2"]),
        ("aged 2\u00bd", ["2\u00bd"]),
        ("aged two and a half", ["two and a half"]),
        ("three children aged 4, 6 and 9", ["4, 6 and 9"]),
        ("twins aged 13", ["13"]),
        ("at the age of seventeen", ["seventeen"]),
        ("for her fifth birthday", ["fifth birthday"]),
        ("on his 1st birthday", ["1st birthday"]),
        ("soon after she turned fifteen", ["fifteen"]),
        ("She was fifteen when they met", ["fifteen"]),
        ("Mother (19), Father (24)", ["19", "24"]),
        ("aged 19 and\npregnant", ["19"]),
    ],
)
def test_an_age_is_found_in_every_wording(text: str, expected: list[str]) -> None:
    assert found(text, Label.AGE) == expected


@pytest.mark.parametrize(
    "text",
    [
        "in her thirties, in his late teens, a teenager",  # bands
        "aged 16-18, aged 16 to 18, aged 5 and over, aged 16+",
        "under the age of 18, over the age of 16, until the age of 18",
        "aged under five, aged between 3 and 7",
        "16-year-olds and 15-17 year olds",
        "children under 3 years old, more than 2 years old",
        "34/40, 38+4, 3/52, 6/12, 120/80, 24/7",  # clinical
        "at 34 weeks gestation, at 12 weeks pregnant, at 38+4",
        "a two-week-old fracture, a 3-year-old report, a ten year old house",  # things
        "3 years ago, 14 months later, a six week delay",
        "reviewed at 6 week intervals",
        "page 3, stage 2, image 7, Working Together 2015",
        "the mean age 31, a reading age of 7",
        "until their 18th birthday",
        "turned away 3 families, turned one down, turned 3 times",
        "it was one when nobody asked",
        "section (34), see (12)",
    ],
)
def test_what_is_no_age_of_one_person_is_left_alone(text: str) -> None:
    assert found(text, Label.AGE) == []


def test_an_age_in_a_table_is_found_by_its_header() -> None:
    assert found(table_document([["Child", "Age"], ["Child K", "7"], ["Child L", "4"]]), Label.AGE) == [
        "7",
        "4",
    ]
