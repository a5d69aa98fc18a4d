"""The declared author and chair in cells, signatures, labels and footers; a participant there is found."""

from __future__ import annotations

from collections import Counter

import pytest

from redact.recognise.grids import View, grids
from redact.recognise.office_frames import in_frames
from redact.recognise.readings import readings
from redact.recognise.role_lines import role_lines
from redact.values.people import Standing
from tests.recognise.recognise_factory import text_document
from tests.recognise.standing_factory import standings_of

PAPER = (
    "Local Child Safeguarding Practice Review\n\nIndependent Author: Harriet Osgoode\n\n"
    "Independent Chair of the Review Panel: Tom Vesey\n\nOverview Report by Harriet Osgoode\n\n"
    "The review was chaired by Tom Vesey, Independent Chair.\n\n"
)
NAMES = ("Harriet Osgoode", "Osgoode", "Harriet", "Tom Vesey", "Vesey", "Ida Quill", "Quill", "Ida")

FRAMES = [
    ("No\tWhat\tWho\n1\tFinish the draft\tOsgoode\n2\tSend it round\tIda Quill", "Osgoode"),
    ("No\tWhat\tWho\n1\tFinish the draft\tMs Harriet Osgoode", "Harriet Osgoode"),
    ("No\tWhat\tFirst name\tSurname\n1\tFinish the draft\tHarriet\tOsgoode", "Osgoode"),
    ("Review chair Tom Vesey; author Harriet Osgoode; this sheet by Ida Quill", "Harriet Osgoode"),
    ("© Anytown Board. Osgoode, overview author; Vesey, in the chair.", "Vesey"),
    ("in the chair Tom Vesey, author Harriet Osgoode by phone, also Ida Quill", "Harriet Osgoode"),
    ("To all who helped\n\nfrom Tom Vesey, Chair, and Harriet Osgoode, Author", "Tom Vesey"),
    ("Chair: Tom Vesey (Ind.)", "Tom Vesey"),
    ("Signed: Harriet Osgoode, 2 May 2010\nCountersigned: Tom Vesey", "Tom Vesey"),
    ("Copy: Ida Quill; Harriet Osgoode (by email)", "Harriet Osgoode"),
    ("Reviewer: Ms Osgoode harriet.osgoode@review.example.org", "Osgoode"),
    ("The passage is mended.\n\nBest wishes\n\nHarriet Osgoode", "Harriet Osgoode"),
    ("1 May 2010\n\nDear Ms Osgoode\n\nThank you for the draft.", "Osgoode"),
    ("Approved as correct:\n\nTom Vesey\n\nDate: 2 May 2010", "Tom Vesey"),
]


def framed(text: str) -> list[str]:
    """Give the names that stand in frames of a text below the paper's own role lines."""
    of_the_paper = Counter(_in_frames(PAPER))
    return list((Counter(_in_frames(PAPER + text)) - of_the_paper).elements())


def _in_frames(text: str) -> list[str]:
    document = text_document(text)
    first = tuple(each for each, _ in readings(document))
    view = View(document, first, (), tuple(grids(first)))
    zones = in_frames([view], list(role_lines(view)))
    return [zone.reading.text[zone.start : zone.end] for zone in zones]


@pytest.mark.parametrize(("text", "name"), FRAMES)
def test_a_declared_name_stays_in_a_frame(text: str, name: str) -> None:
    assert any(name in found for found in framed(text))


def test_its_standing_is_that_of_an_office() -> None:
    text = "No\tWhat\tWho\n1\tFinish the draft\tOsgoode\n2\tSend it round\tIda Quill"
    assert standings_of(PAPER + text, "Osgoode", NAMES) == {Standing.OFFICE}
    assert standings_of(PAPER + text, "Ida Quill", NAMES) == {Standing.PARTICIPANT}


OTHERS = [
    # nobody declares them
    ("No\tWhat\tWho\n1\tFinish the draft\tIda Quill", "Quill"),
    ("Copy: Ida Quill; Ben Orley (by email)", "Quill"),
    ("The visit is noted.\n\nBest wishes\n\nIda Quill", "Ida"),
    ("Signed: Ida Quill, 2 May 2010", "Quill"),
    ("Reviewer: Ms Quill ida.quill@anytown.example.org", "Quill"),
    ("1 May 2010\n\nDear Ida\n\nThank you for the visit.", "Ida"),
    ("in the chair Ida Quill", "Quill"),
    # the surname, the forename or the letters are another's too
    ("The mother, Ida Osgoode, rang.\n\nNo\tWhat\tWho\n1\tFinish it\tOsgoode", "Osgoode"),
    ("The aunt, Harriet Quill, rang.\n\nDear Harriet\n\nThank you.", "Harriet"),
    ("Helen Orley (HO) rang.\n\nNo\tWhat\tWho\n1\tRing the shop\tHO", "HO"),
    # a forename may be a child's
    ("1 May 2010\n\nDear Harriet\n\nThank you for the picture.", "Harriet"),
    # a post of the case below it, another body's chair
    ("Kind regards\nHarriet Osgoode\nHealth visitor, Anytown Clinic", "Osgoode"),
    ("Tom Vesey (chair) of the tenants rang the police.", "Vesey"),
    # a row of the case, and a sentence
    ("Health visitor\tHarriet Osgoode\tAnytown Clinic", "Osgoode"),
    ("3.3.09\tOsgoode\tno reply", "Osgoode"),
    ("Harriet Osgoode\tmother", "Osgoode"),
    ("Author of the IMR\tHarriet Osgoode", "Osgoode"),
    ("Date\tWho\tWhat\n3 May\tOsgoode\thome visit, child seen", "Osgoode"),
    ("On Tuesday Osgoode rang the school about the child.", "Osgoode"),
    ("The worker told Tom Vesey that it was cold.", "Vesey"),
]


@pytest.mark.parametrize(("text", "name"), OTHERS)
def test_nobody_else_and_nothing_told_is_in_a_frame(text: str, name: str) -> None:
    assert not any(name == found.split()[-1] or name == found for found in framed(text))


def test_one_role_line_declares_nobody() -> None:
    document = text_document("Independent Author: Harriet Osgoode\n\nSigned: Harriet Osgoode, 2 May 2010")
    view = View(document, tuple(each for each, _ in readings(document)), (), ())
    declared = [zone for zone in role_lines(view) if zone.start < 40][:1]
    assert list(in_frames([view], declared)) == []


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("Harriet Osgoode\tmother", "Harriet Osgoode"),
        ("Harriet Osgoode\thealth visitor\tAnytown Clinic", "Harriet Osgoode"),
        ("HV\tOsgoode", "Osgoode"),
        ("Author of the IMR\tHarriet Osgoode", "Harriet Osgoode"),
        ("Chair of governors\tTom Vesey", "Tom Vesey"),
        ("Witness statement of\tHarriet Osgoode", "Harriet Osgoode"),
    ],
)
def test_a_namesake_in_a_row_of_the_case_is_found(row: str, name: str) -> None:
    assert Standing.PARTICIPANT in standings_of(PAPER + row, name, NAMES)


def test_a_row_of_the_panel_is_the_reviews() -> None:
    row = "Harriet Osgoode\tindependent author, once a social worker"
    assert standings_of(PAPER + row, "Harriet Osgoode", NAMES) == {Standing.OFFICE}
