"""A role and a name in one line or two, however they are parted, and whoever else stands beside them."""

from __future__ import annotations

import pytest

from redact.recognise.finding import find_mentions
from redact.recognise.role_names import names_of_line
from redact.values.people import Label, Standing
from tests.recognise.recognise_factory import RULES, found, table_document, text_document, text_of
from tests.recognise.standing_factory import all_standings, standings_of

TITLE = "Serious Case Review: Child K\n\n"

# A text, and those who stand in it as the author or the chair; everybody else of NAMES is a participant.
NAMES = (
    "Harriet Osgoode",
    "Tom Vesey",
    "Ines Quillham",
    "Piotr Tarrant",
    "B. W. Osgoode",
    "R. Vesey",
    "Ada St. Quillham",
    "Noor Christmas",
)
ENTRIES: list[tuple[str, set[str]]] = [
    # what stands between role and name
    ("Independent Author — Harriet Osgoode", {"Harriet Osgoode"}),
    ("Harriet Osgoode — Independent Chair", {"Harriet Osgoode"}),
    ("A word from the Independent Reviewer ~ Harriet Osgoode", {"Harriet Osgoode"}),
    ("Independent Chair . . . . . Revd Harriet Osgoode", {"Harriet Osgoode"}),
    ("Page 2 / Independent author Harriet Osgoode / restricted", {"Harriet Osgoode"}),
    ("(independent overview writer - Harriet Osgoode OBE)", {"Harriet Osgoode"}),
    ("Signature of Independent Author: R. Vesey     Date: 3/12/16", {"R. Vesey"}),
    ("1\t02/03/10\tHarriet Osgoode, Overview Author\tFirst draft", {"Harriet Osgoode"}),
    ("SCR OVERVIEW \t AUTHOR \tB. W. Osgoode", {"B. W. Osgoode"}),
    ("Independent Chair, LSCB Noor Christmas", {"Noor Christmas"}),  # a surname that is a day
    ("Co-lead Reviewer Harriet Osgoode", {"Harriet Osgoode"}),
    ("Chair: Harriet Osgoode - Independent Scrutineer / Chair", {"Harriet Osgoode"}),
    # short forms
    ("SCR Panel - Indep. Chair R. Vesey - Ind. Author Harriet Osgoode", {"R. Vesey", "Harriet Osgoode"}),
    ("Indep. reviewer\tHarriet Osgoode", {"Harriet Osgoode"}),
    # letters and companies between
    ("Harriet Osgoode BA (Hons), DipSW, PQ - SCIE accredited lead reviewer", {"Harriet Osgoode"}),
    ("Harriet Osgoode, Osgoode & Daughter Ltd — Independent Author", {"Harriet Osgoode"}),
    ("B. W. Osgoode, C.Q.S.W., Dip.App.Soc.Studs.\n(Independent Author)", {"B. W. Osgoode"}),
    ("Harriet Osgoode BSc RN RHV\nIndependent Author", {"Harriet Osgoode"}),
    ("Ada St. Quillham\nIndependent Chair, Serious Case Review Panel", {"Ada St. Quillham"}),
    # several
    ("Lead Reviewers Harriet Osgoode (independent) & Tom Vesey (independent)",
     {"Harriet Osgoode", "Tom Vesey"}),
    ("Harriet Osgoode & Tom Vesey\nIndependent Lead Reviewers", {"Harriet Osgoode", "Tom Vesey"}),
    ("Harriet Osgoode and Tom Vesey\n(Independent Lead Reviewers)", {"Harriet Osgoode", "Tom Vesey"}),
    ("LEAD REVIEWERS: Harriet Osgoode / Tom Vesey", {"Harriet Osgoode", "Tom Vesey"}),
    ("Lead Reviewers\nHarriet Osgoode, Osgoode Consulting\nTom Vesey\nSecretary: Ines Quillham",
     {"Harriet Osgoode", "Tom Vesey"}),
    # above and below
    ("Name (print) Harriet Osgoode\nCapacity: Independent Overview Author", {"Harriet Osgoode"}),
    ("Signed by the Chair of the Board\n\nTom Vesey\nIndependent Chair, Holme Vale LSCB", {"Tom Vesey"}),
    ("THE INDEPENDENT SCRUTINEER'S NOTE\nTom Vesey\nIndependent Scrutineer", {"Tom Vesey"}),
    ("OVERVIEW AUTHORS\nHarriet Osgoode\nTom Vesey\nDESIGNATED NURSE\nInes Quillham",
     {"Harriet Osgoode", "Tom Vesey"}),
    # whose the role is, where others stand beside it
    ("Harriet Osgoode - Independent Author - Tom Vesey - Health", {"Harriet Osgoode"}),
    ("Harriet Osgoode\tIndependent Author\tTom Vesey\tDesignated Nurse", {"Harriet Osgoode"}),
    ("Lead Reviewer\tHarriet Osgoode\tPanel Chair\tTom Vesey", {"Harriet Osgoode", "Tom Vesey"}),
    ("Overview Author: Harriet Osgoode; Designated Nurse: Tom Vesey", {"Harriet Osgoode"}),
    ("Lead Reviewer: Harriet Osgoode and Tom Vesey (Police)", {"Harriet Osgoode"}),
    ("Tom Vesey (Health) and Harriet Osgoode, Lead Reviewers", {"Harriet Osgoode"}),
    ("Panel: Harriet Osgoode (independent chair); Tom Vesey (CSC); Ines Quillham (Police)",
     {"Harriet Osgoode"}),
    ("Harriet Osgoode and Tom Vesey\nIndependent Author", set()),  # one of them; who cannot be told
    ("Sara Oye, Tom Vesey\nTeam Manager", set()),
    ("Independent Chair's PA: Tom Vesey", set()),
    ("Independent author's line manager, Tom Vesey", set()),
    ("Health Overview Report Author - Tom Vesey, Designated Nurse", set()),  # an agency's
    ("Health Overview Author: Tom Vesey\nOverview Author: Harriet Osgoode", {"Harriet Osgoode"}),
    ("IMR author: Tom Vesey\nOverview author: Harriet Osgoode", {"Harriet Osgoode"}),
    ("Independent Reviewing Officer - Tom Vesey", set()),
    ("Independent Domestic Violence Adviser ~ Tom Vesey", set()),
    ("Team Manager\nTom Vesey\nIndependent Author\nHarriet Osgoode", {"Harriet Osgoode"}),
    ("Tom Vesey\nTeam Manager\nHarriet Osgoode\nIndependent Author", {"Harriet Osgoode"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "offices"), ENTRIES)
def test_a_role_is_of_the_name_that_its_entry_joins_it_to(text: str, offices: set[str]) -> None:
    for name in (each for each in NAMES if each in text):
        standings = standings_of(TITLE + text, name, NAMES)
        assert (standings == {Standing.OFFICE}) == (name in offices), name
        assert standings


# A role that no agency has stays one in a paper of an agency; a role that agencies have too does not.
PAPERS: list[tuple[str, bool]] = [
    ("Individual Management Review\n\nFor the Independent Overview Author (Harriet Osgoode)", True),
    ("Individual Management Review\n\nIndependent author: Harriet Osgoode", False),
    ("Individual Management Review\n\nAuthor: Harriet Osgoode", False),
    ("Health chronology - prepared for overview author Harriet Osgoode", True),
    ("Health chronology - prepared by Harriet Osgoode", False),
    ("Role\tWho\nChair of Panel, independent\tHarriet Osgoode\nIMR - Health\tTom Vesey", False),
    ("Independent Chair of Panel\tHarriet Osgoode\nOverview Author\tTom Vesey\nIMR - Health\tAnn", True),
    ("SCR panel, action log\nIndependent Chair: Harriet Osgoode", True),  # no log of a case
    ("Case notes, log\nIndependent author: Harriet Osgoode", False),
    ("Adoption Panel minutes\nIndependent Chair of the Panel: Harriet Osgoode", False),
    ("Review of care plan, LAC\nAuthor of report: Harriet Osgoode, social worker", False),
    ("Conference, 12 March\nChair: Harriet Osgoode (Independent Chair)", False),
]


@pytest.mark.parametrize(("text", "stays"), PAPERS)
def test_what_the_paper_is_decides_for_roles_that_agencies_have_too(text: str, stays: bool) -> None:
    assert (standings_of(text, "Harriet Osgoode") == {Standing.OFFICE}) == stays


def test_the_first_row_of_a_table_heads_no_column_where_it_names_somebody() -> None:
    rows = [["SCR overview", "Independent author", "Harriet Osgoode"], ["Health IMR", "Tom Vesey", "Trust"]]
    names = ("Harriet Osgoode", "Tom Vesey")
    assert all_standings(table_document(rows), names) == [
        ("Harriet Osgoode", "office"),
        ("Tom Vesey", "participant"),
    ]


def test_a_forename_alone_in_a_list_of_the_panel_is_found() -> None:
    text = "Review team\nHarriet Osgoode - Named Midwife\nGrace - Housing Options\nHousing Options"
    assert found(text)[:2] == ["Harriet Osgoode", "Grace"]


LINES: list[tuple[str, list[str]]] = [
    ("Ada Osgoode, MSc (Econ), RSW; Tom Vesey OBE", ["Ada Osgoode", "Tom Vesey"]),
    ("Ada Osgoode LL.B, Dip SW", ["Ada Osgoode"]),
    ("Bea Certain MBChB MRCPsych", ["Bea Certain"]),  # a surname that begins like letters
    ("Christine Dipper", ["Christine Dipper"]),
    ("Noor Christmas", ["Noor Christmas"]),
    ("Designated Nurse", []),
    ("Serious Case Review", []),
    ("Ada Osgoode, Head of Service", []),  # a post is no part of it
    ("Ada Osgoode (Police)", []),
    ("Ada Osgoode, DI Vesey", ["Ada Osgoode", "Vesey"]),  # a rank is no letters
    ("Ada Osgoode's report", []),
]


@pytest.mark.parametrize(("line", "names"), LINES)
def test_a_line_of_names_is_one_and_no_more(line: str, names: list[str]) -> None:
    assert [line[item.start : item.end] for item in names_of_line(line, 0, len(line))] == names


COMPANIES: list[tuple[str, str, bool]] = [
    ("Independent Author: Harriet Osgoode (Osgoode Learning Ltd)", "Osgoode Learning Ltd", True),
    ("Independent Author: Harriet Osgoode\n\nFor Osgoode Consulting Ltd", "Osgoode Consulting Ltd", True),
    # somebody of the case bears the surname, or it is no company of theirs
    (
        "Independent Author: Harriet Osgoode\n\nHer mother Ann Osgoode works for Osgoode Roofing Ltd.",
        "Osgoode Roofing Ltd",
        False,
    ),
    ("Independent Author: Harriet Osgoode\n\nHe works for Vesey Roofing Ltd.", "Vesey Roofing Ltd", False),
]


@pytest.mark.parametrize(("text", "company", "is_known"), COMPANIES)
def test_a_company_called_after_a_reviewer_is_one_that_the_public_may_know(
    text: str, company: str, is_known: bool
) -> None:
    document = text_document(TITLE + text)
    bodies = [
        each
        for each in find_mentions([document], recognisers=RULES)
        if each.label is Label.ORGANISATION and company in text_of([document], each)
    ]
    assert bodies
    assert all((each.standing is Standing.PUBLIC) == is_known for each in bodies)


def test_a_body_that_begins_with_a_reviewers_name_begins_in_the_next_line() -> None:
    text = "Independent Reviewer - Harriet Osgoode\nLOCAL SAFEGUARDING PRACTICE REVIEW: FAMILY R"
    document = text_document(text)
    for each in find_mentions([document], recognisers=RULES):
        if each.label is Label.ORGANISATION:
            assert "Osgoode" not in text_of([document], each)
