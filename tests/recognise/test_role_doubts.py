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
    # a role of one person behind two
    ("Kept for Tom Vesey and Harriet Osgoode (chair)", {"Harriet Osgoode"}),
    ("Tom Vesey and Harriet Osgoode, Independent Chair, met her.", {"Harriet Osgoode"}),
    ("Present: Tom Vesey, Harriet Osgoode (Independent Chair and Author)", {"Harriet Osgoode"}),
    ("Tom Vesey and Harriet Osgoode, independent chair and author", {"Tom Vesey", "Harriet Osgoode"}),
    # an author of another paper
    ("Tom Vesey, author of the agency's own review, had no line management of Ines Quillham.", set()),
    ("4 May 2011\tCore assessment, Tom Vesey\tAuthor of that report, not of this", set()),
    ("Harriet Osgoode, author of this report, lives far away.", {"Harriet Osgoode"}),
    ("IMR\tAuthor\tCountersigned by\nHealth\tTom Vesey\tInes Quillham", set()),
    ("Interview plan: Tom leads, TV second chair, Ines Quillham on monitor.", set()),
    # more signs between a role and its name
    ("independent author = Harriet Osgoode. agency author = Tom Vesey", {"Harriet Osgoode"}),
    ("Countersigned: Harriet Osgoode\nIndependent Chair of Anytown LSCB", {"Harriet Osgoode"}),
    ("Harriet Osgoode\nChair, Anytown Safeguarding Children Board", {"Harriet Osgoode"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "offices"), BESIDE)
def test_whoever_stands_beside_a_role_is_not_always_its_holder(text: str, offices: set[str]) -> None:
    for name in (each for each in NAMES if each in text):
        assert (standings_of(TITLE + text, name, NAMES) == {Standing.OFFICE}) == (name in offices), name


def test_a_cover_that_names_an_agencys_report_too_is_still_the_overviews() -> None:
    cover = "An overview report written by\n\nHarriet Osgoode\n\nwith an agency report by\n\nTom Vesey\n\n"
    text = TITLE + cover + "Ines Quillham, Lead Reviewer"
    assert standings_of(text, "Ines Quillham", NAMES) == {Standing.OFFICE}
    assert standings_of(text, "Tom Vesey", NAMES) == {Standing.PARTICIPANT}


def test_a_member_who_says_whom_she_knew_is_no_author() -> None:
    for deed in ("knew Ines Quillham at college", "was her social worker", "have read this"):
        text = f"Independent author and panel: declarations\n\nI, Tom Vesey, {deed}."
        assert standings_of(text, "Tom Vesey", NAMES) == {Standing.PARTICIPANT}
    text = "Independent author: declaration\n\nI, Harriet Osgoode, declare that I know none of them."
    assert standings_of(text, "Harriet Osgoode", NAMES) == {Standing.OFFICE}


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
