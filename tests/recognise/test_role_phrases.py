"""The role of the author, the chair, the reviewer or the facilitator beside a name, in any order."""

from __future__ import annotations

import pytest

from redact.values.people import Standing
from tests.recognise.standing_factory import standings_of

TITLE = "Local Child Safeguarding Practice Review\n\n"
OFFICE = [
    "The author, Harriet Osgoode, is independent.",  # a bare role in a text of a review
    "The lead reviewers were Harriet Osgoode and Tom Vesey.",
    "Harriet Osgoode was appointed as independent lead reviewer.",
    "The panel was chaired by Harriet Osgoode.",
    "The overview report was written by Dr Harriet Osgoode.",
    "Our overview author is to be Harriet Osgoode.",
    "Both practitioner events were facilitated by Harriet Osgoode.",
    "I, Harriet Osgoode, am an independent reviewer.",
    "Report Author: Harriet Osgoode OBE",
    "Panel Chair\tHarriet Osgoode",
    "Reviewer: Harriet Osgoode",
    "Foreword by the independent chair, Harriet Osgoode",
    "Foreword by Harriet Osgoode, Independent Chair",
    "Overview Report by Harriet Osgoode",
    "A serious case review chaired by Harriet Osgoode",
    "The review was chaired by Harriet Osgoode, former Director of Social Services.",
    "They spoke with Harriet Osgoode (independent co-facilitator).",
    "| Lead Reviewer | Harriet Osgoode |",  # cells of a line that bars part
    "Reviewer 1: Harriet Osgoode\tReviewer 2: Tom Vesey",  # two labels in one line
    "Name of author: Harriet Osgoode",
    "Independent Chair/Author: Harriet Osgoode",
    "Report prepared by: Harriet Osgoode, Example Consulting Ltd",
    "This report has been written by:\n\nHarriet Osgoode\nIndependent Consultant",
    "Independently authored by Harriet Osgoode",
    "Independent Overview Report Writer\nHarriet Osgoode, MA, CQSW",  # letters behind the name
    "Reviewing team:\n\tHarriet Osgoode, Lead Reviewer (external)",  # no word in small letters
    "concerning\nChild K\nby\nHarriet Osgoode",  # on a cover
    "Facilitated by Harriet Osgoode (independent)",
    "Harriet Osgoode (HO), Author; Tom Vesey (TV), Health",  # letters between name and role
    "Harriet Osgoode\nIndependent Scrutineer",
    "The Board commissioned Harriet Osgoode to undertake this review.",  # told in other words
    "Harriet Osgoode was appointed to chair the Serious Case Review Panel.",
    "Name\tRole\tAgency\nHarriet Osgoode\tIndependent Chair\tIndependent",  # the role behind the name
    "Signed: Harriet Osgoode\nIndependent Chair of the Serious Case Review Panel",
    "Written by Harriet Osgoode for the Anytown Safeguarding Children Board",
    "Case\tLead reviewer\tPanel chair\nChild K\tHarriet Osgoode\tTom Vesey",  # a column of reviewers
]


@pytest.mark.parametrize("text", OFFICE)
def test_a_role_of_the_review_stays(text: str) -> None:
    assert standings_of(TITLE + text, "Harriet Osgoode") == {Standing.OFFICE}


PARTICIPANT = [
    "The Board commissioned Harriet Osgoode to undertake training.",  # no review
    "The court appointed Harriet Osgoode to write a parenting assessment.",
    "Harriet Osgoode was asked to lead the review of the care plan.",
    "The Board commissioned Harriet Osgoode, social worker, to write a case review.",
    "Author: Harriet Osgoode, Social Worker",  # of an assessment
    "Harriet Osgoode, who chaired the review panel, thanked all.",  # the role is not named
    "The adoption panel was chaired by Harriet Osgoode.",  # another panel
    "The medication review was carried out by Harriet Osgoode.",
    "The report to court was written by Harriet Osgoode.",
    "The manager asked Harriet Osgoode to undertake a section 47 enquiry.",
    "Harriet Osgoode led the team.",
    "Harriet Osgoode, chair of governors, rang.",
    "Harriet Osgoode, facilitator of the parenting course, rang.",
    "Harriet Osgoode, independent domestic violence adviser, rang.",
    "The independent chair of the conference, Harriet Osgoode, dissented.",
    "At the conference the plan changed. The independent chair, Harriet Osgoode, thought it weak.",
    "MARAC chair Harriet Osgoode asked for a marker.",
    "Harriet Osgoode, author of the letter, was found.",
    "About the author\nHarriet Osgoode is an independent consultant.",  # told of in prose
    "About the author\nHarriet Osgoode was born in May.",
    "Foreword by Harriet Osgoode ........ 2",  # of whom no role is told: a minister writes one too
    "I enclose the report written for us by Harriet Osgoode.",  # a letter's prose
    "With this letter come two copies of the Overview Report by Ms Harriet Osgoode.",
    "This summary stands beside the full Overview Report by Harriet Osgoode and says less.",
    "Foreword by the chair\nHarriet Osgoode died in May.",  # the next line is a sentence
    "Statement by Harriet Osgoode, mother.",
    "Facilitated by Harriet Osgoode (social worker)",
    "Statement of independence\nHarriet Osgoode was born in May.",
    "Case\tReviewer\tChair\nChild K\tHarriet Osgoode\tTom Vesey",  # of whatever reviews
    "I, Harriet Osgoode, make this statement.",
    "Serious case review chaired by Harriet Osgoode, Head of Service, Anytown Council",  # an agency's officer
    "This review was led by Harriet Osgoode (Designated Nurse).",
    "A rapid review chaired by Harriet Osgoode met within fifteen days.",  # one before this one
    "An earlier case review written by Harriet Osgoode found the same.",
    "Fostering panel minutes\nPanel chair: Harriet Osgoode",
    "Governors' disciplinary panel\nChair of the panel: Harriet Osgoode",
    "Single agency report\nReport author: Harriet Osgoode",
]


@pytest.mark.parametrize("text", PARTICIPANT)
def test_a_role_of_the_case_is_a_finding(text: str) -> None:
    assert standings_of(TITLE + text, "Harriet Osgoode") == {Standing.PARTICIPANT}


@pytest.mark.parametrize(
    "text",
    [
        "Reviewer: Harriet Osgoode",
        "The author, Harriet Osgoode, was late.",
        "Investigating officer and report author: Harriet Osgoode",
        "Individual management review\n\nThe independent author, Harriet Osgoode, was late.",
    ],
)
def test_a_bare_role_is_nothing_where_no_review_is_spoken_of(text: str) -> None:
    assert standings_of(text, "Harriet Osgoode") == {Standing.PARTICIPANT}
