"""Who stands beside a role of the review and is no author of it, and the author in nearly the same place."""

from __future__ import annotations

import pytest

from redact.values.people import Standing
from tests.recognise.recognise_factory import mentions_by
from tests.recognise.standing_factory import standings_of

TITLE = "Serious Case Review: Child K\n\n"
NAMES = ("Harriet Osgoode", "Tom Vesey", "Ines Quillham")

# A text, and who in it is author or chair; each other one of NAMES is somebody of the case or of an agency.
BESIDE: list[tuple[str, set[str]]] = [
    # a colon behind a role that somebody is told to, seen by, met with
    ("Emails to overview author: Tom Vesey 3/4, Ines Quillham 5/4", set()),
    ("Seen by Independent Reviewer: Tom Vesey (father), Ines Quillham (mother)", set()),
    ("Meeting with the lead reviewer: Tom Vesey", set()),
    ("Report by the independent author: Harriet Osgoode", {"Harriet Osgoode"}),
    ("From the Independent Chair: Harriet Osgoode", {"Harriet Osgoode"}),
    ("Signature of Independent Author: Harriet Osgoode", {"Harriet Osgoode"}),
    # a comma that ends what was said before
    ("With the agreement of the independent chair, Tom Vesey came with a friend. SCR panel 4.", set()),
    ("Told to the Overview Author, Tom Vesey said, in May.", set()),
    ("The lead reviewer, Harriet Osgoode, came too.", {"Harriet Osgoode"}),
    # a role that stands before its own name as a title does
    ("As to Tom Vesey, Independent Chair Harriet Osgoode wished it noted.", {"Harriet Osgoode"}),
    ("For Ines Quillham, independent author Ms Harriet Osgoode asked for more.", {"Harriet Osgoode"}),
    ("Harriet Osgoode, Independent Chair Anytown LSCB", {"Harriet Osgoode"}),
    ("Harriet Osgoode, Independent Chair Quern Consulting", {"Harriet Osgoode"}),
    # a label behind the value of another one
    ("Review: Tom Vesey  Reviewer: Ms Harriet Osgoode", set()),
    ("Review: Tom Vesey  Lead Reviewer: Harriet Osgoode  Place: Anytown", {"Harriet Osgoode"}),
    ("Review: Tom Vesey | Lead Reviewer: Harriet Osgoode", {"Harriet Osgoode"}),
    ("Harriet Osgoode, Independent Chair: welcome to all. Tom Vesey: thanks.", {"Harriet Osgoode"}),
    # what follows the name is no entry
    ("SCR author - Tom Vesey chronology attached", set()),
    ("SCR author - Harriet Osgoode of Anytown", {"Harriet Osgoode"}),
    ("Independent Chair: vacant until May; Tom Vesey (Vice Chair, Police) acting", set()),
    ("Independent Chair: Mrs Harriet Osgoode; Tom Vesey (Vice Chair, Police)", {"Harriet Osgoode"}),
    ("Overview author: emails from Tom Vesey and Ines Quillham", set()),
    # others in the same row
    ("Independent Chair - Harriet Osgoode, Tom Vesey - Police, Ines Quillham - Health", {"Harriet Osgoode"}),
    ("Lead reviewers: Harriet Osgoode, Tom Vesey", {"Harriet Osgoode", "Tom Vesey"}),
    ("PA to the Chair: Tom Vesey", set()),
    ("Letter to the Board. Chair: Harriet Osgoode", {"Harriet Osgoode"}),
    ("Adviser to the independent author: Tom Vesey", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "offices"), BESIDE)
def test_whoever_stands_beside_a_role_is_not_always_its_holder(text: str, offices: set[str]) -> None:
    for name in (each for each in NAMES if each in text):
        assert (standings_of(TITLE + text, name, NAMES) == {Standing.OFFICE}) == (name in offices), name


def test_who_prepared_a_report_for_a_board_may_be_an_agencys_author() -> None:
    text = (
        "Prepared for the Serious Case Review Panel of Quillham LSCB by Ms Harriet Osgoode, who knew nobody."
    )
    for title in ("Overview Report", "Individual Management Review"):
        assert standings_of(f"{title}\n\n{text}\n\nMay 2012", "Harriet Osgoode") == {Standing.PARTICIPANT}


def test_a_board_behind_the_label_of_a_baby_is_nobodys_name() -> None:
    text = "An ambulance was called for Baby R. Fessport{} met within the month."
    assert mentions_by("kinship", text.format(" Safeguarding Children Board")) == []
    assert [found for found, _ in mentions_by("kinship", text.format(""))] == ["Fessport"]


@pytest.mark.parametrize(
    "text",
    [
        "Harriet Osgoode\nIndependent Chair, West Quillham Safeguarding Children's Board",
        "Independent Chair, Quillham and West Quillham Local Safeguarding Children Board\nMay",
        "Harriet Osgoode, Independent Chair of West Quillham Safeguarding Children Partnership",
    ],
)
def test_the_place_of_a_board_behind_a_role_is_nobodys_name(text: str) -> None:
    assert Standing.OFFICE not in standings_of(TITLE + text, "West Quillham")
    assert standings_of(
        TITLE + "Independent Author Anna Osgoode Safeguarding Consultant", "Anna Osgoode"
    ) == {Standing.OFFICE}
