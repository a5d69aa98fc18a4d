"""The author and the chair in brackets behind their panel's name, greeted, in a grid and signing remarks."""

from __future__ import annotations

import pytest

from redact.values.people import Standing
from tests.recognise.standing_factory import all_standings, standings_of

_PANEL = "Combined chronology of agency contact\n\nPrepared for: Serious Case Review Panel"


@pytest.mark.parametrize(
    "brackets",
    [
        "(chair, A. Harte; author, T. Osgoode)",
        "(author, T. Osgoode; chair, A. Harte)",
        "(independent chair: Ada Harte, overview author: Tom Osgoode)",
    ],
)
def test_both_are_named_in_brackets_behind_the_reviews_panel(brackets: str) -> None:
    for name in ("Harte", "Osgoode"):
        found = standings_of(f"{_PANEL} {brackets}", name, _names(brackets))
        assert found == {Standing.OFFICE}


def _names(brackets: str) -> tuple[str, ...]:
    return ("A. Harte", "T. Osgoode") if "A. Harte" in brackets else ("Ada Harte", "Tom Osgoode")


@pytest.mark.parametrize(
    "line",
    [
        "Prepared for: Housing Panel (chair, A. Harte; author, T. Osgoode)",
        "Prepared for: Residents' Group (chair, A. Harte; author, T. Osgoode)",
        "Prepared for: Governors' Panel (chair, A. Harte; author, T. Osgoode)",
        "Prepared for: Serious Case Review Panel (mother, A. Harte; author, T. Osgoode)",
        "Prepared for: Serious Case Review Panel (chair of governors, A. Harte; IMR author, T. Osgoode)",
    ],
)
def test_who_chairs_and_writes_elsewhere_is_found(line: str) -> None:
    text = f"Combined chronology of agency contact\n\n{line}"
    assert Standing.OFFICE not in standings_of(text, "A. Harte", ("A. Harte", "T. Osgoode"))


_BOTH = f"{_PANEL} (chair, A. Harte; author, T. Osgoode)\n\n"


def test_the_row_of_full_names_below_is_theirs() -> None:
    names = ("Ada Harte", "Tom Osgoode", "A. Harte", "T. Osgoode")
    for name in names[:2]:
        assert standings_of(f"{_BOTH}Full names\tAda Harte, Tom Osgoode\n", name, names) == {Standing.OFFICE}


@pytest.mark.parametrize(
    "row",
    [
        "Family\tAda Harte, Tom Osgoode\n",
        "Full names\tAda Harte, Tom Osgoode, Ida Quill\n",
        "Full names\tIda Quill, Tom Osgoode\n",
        "Full names\tWilla Harte, Tom Osgoode\n",
        "Full names\tAda Harte\n",
        "Present\n\nFull names\tAda Harte, Ida Quill\n",
    ],
)
def test_a_row_that_holds_others_is_not_theirs(row: str) -> None:
    names = ("Ada Harte", "Willa Harte", "Tom Osgoode", "Ida Quill", "A. Harte", "T. Osgoode")
    for name in ("Ida Quill", "Willa Harte"):
        assert Standing.OFFICE not in standings_of(_BOTH + row, name, names)
    if "Family" in row:
        assert Standing.OFFICE not in standings_of(_BOTH + row, "Ada Harte", names)


_TO = "Anytown Safeguarding Children Board\n\nTo: Tom Osgoode, Independent Author\n"
_CASE = "\n\nSerious Case Review: Ida Quill\n\nPlease call. Ms Osgoode, who lives next door, rang."


@pytest.mark.parametrize("greeting", ["Dear Mr Osgoode", "Dear Tom,", "Dear Tom Osgoode"])
def test_whom_a_letter_to_the_author_greets_is_the_author(greeting: str) -> None:
    found = all_standings(f"{_TO}\n{greeting}{_CASE}", ("Tom Osgoode", "Tom"))
    assert [standing for _, standing in found[:2]] == ["office", "office"]
    assert found[-1] == ("Osgoode", "participant")


@pytest.mark.parametrize(
    "head",
    [
        "To: Tom Osgoode, Social Worker\n",
        "To: Tom Osgoode, author of the agency's own review\n",
        "To: Tom Osgoode, Chair of Governors\n",
        "To: Tom Osgoode, IMR author\n",
        "To: Ada Harte, Independent Author\n",
        "To: Ada Harte, Independent Author\nCc: Bram Osgoode, father\n",
    ],
)
def test_whom_another_letter_greets_is_found(head: str) -> None:
    text = f"Anytown Safeguarding Children Board\n\n{head}\nDear Mr Osgoode{_CASE}"
    assert Standing.OFFICE not in standings_of(text, "Mr Osgoode")


_KEY = "Overview report of the serious case review\n\nInitials\tPerson\tPost\n"


def test_letters_before_the_authors_name_are_the_authors() -> None:
    rows = "IQ\tIda Quill\thealth visitor\nTO\tTom Osgoode\tindependent author of the overview\n"
    assert standings_of(_KEY + rows, "TO", ("Tom Osgoode", "TO", "IQ")) == {Standing.OFFICE}
    assert Standing.OFFICE not in standings_of(_KEY + rows, "IQ", ("Tom Osgoode", "TO", "IQ"))
    for others in (
        "IQ\tTom Osgoode\tindependent author of the overview\n",
        "IQ\tIda Quill\tauthor of the IMR\n",
    ):
        assert Standing.OFFICE not in standings_of(_KEY + others, "IQ", ("Tom Osgoode", "IQ"))


_DECLARED = (
    "Serious Case Review\n\nIndependent author: Tom Osgoode\n\nDate\tEntry\tRemarks\n"
    "01.02.15\tIda seen at home by police.\t"
)


@pytest.mark.parametrize("remark", ["*No comment. Osgoode*", "*Shared. Good. Osgoode concurs.*"])
def test_the_author_signs_a_remark_in_a_row_of_the_case(remark: str) -> None:
    asked = "Q. Is the report out? A. Osgoode will say.\n\n"
    for text in (_DECLARED + remark + "\n", asked + _DECLARED + remark + "\n"):
        assert all_standings(text, _NAMES)[-1] == ("Osgoode", "office")


_NAMES = ("Tom Osgoode", "A. Osgoode", "Osgoode")


@pytest.mark.parametrize("remark", ["*No comment. Osgoode rang.*", "*Ida rang, and so did Osgoode*"])
def test_who_acts_in_a_remark_is_found_where_another_bears_the_name(remark: str) -> None:
    for other in ("Lodger: A. Osgoode", "Neighbour: Ida Osgoode"):
        text = f"{other}\n\n{_DECLARED}{remark}\n"
        assert all_standings(text, (*_NAMES, "Ida Osgoode"))[-1] == ("Osgoode", "participant")


@pytest.mark.parametrize(
    "other", ["Lodger: A. Osgoode", "Neighbour: Ida Osgoode", "Is it done? A. Osgoode rang from his flat."]
)
def test_nobody_signs_as_the_author_where_another_bears_the_name(other: str) -> None:
    text = f"{other}\n\n{_DECLARED}*No comment. Osgoode*\n"
    assert all_standings(text, (*_NAMES, "Ida Osgoode"))[-1] == ("Osgoode", "participant")


def test_an_entry_of_a_management_review_behind_the_chair_is_its_own() -> None:
    line = "Independent Chair: Ada Harte. Management review, health: Ida Quill (not for publication)."
    text = f"Serious Case Review\n\nNotes for the press\n\n{line}"
    assert standings_of(text, "Ada Harte", ("Ada Harte", "Ida Quill")) == {Standing.OFFICE}
    assert Standing.OFFICE not in standings_of(text, "Ida Quill", ("Ada Harte", "Ida Quill"))
    other = text.replace("Independent Chair: Ada Harte. M", "M").replace(
        "health:", "health, independent author:"
    )
    assert Standing.OFFICE not in standings_of(other, "Ida Quill", ("Ida Quill",))


def test_a_sentence_over_two_lines_tells_of_the_author() -> None:
    text = (
        "Serious Case Review\n\nIndependent author: Tom Osgoode\n\nOnce would do, said\nOsgoode. We agreed."
    )
    assert Standing.PARTICIPANT in standings_of(text, "Osgoode", ("Tom Osgoode", "Osgoode"))


_PRESENT = "SCR Panel - meeting 5\n\nPresent:\n\nAda Harte (Independent Chair)\n\nIda Quill\n\n"


def test_the_scanners_independent_is_a_role_too() -> None:
    text = _PRESENT.replace("Independent", "lndependent")
    assert standings_of(text, "Ada Harte", ("Ada Harte", "Ida Quill")) == {Standing.OFFICE}
    assert Standing.OFFICE not in standings_of(text, "Ida Quill", ("Ada Harte", "Ida Quill"))


def test_the_whole_name_before_its_bare_role_is_the_chairs_and_nobody_elses() -> None:
    group = "Steering group: {} (Chair), Tom Vesey, Bram Osgoode\n"
    names = ("Ada Harte", "Ida Quill", "Willa Harte", "Tom Vesey", "Bram Osgoode")
    assert all_standings(_PRESENT + group.format("Ada Harte"), names)[-3] == ("Ada Harte", "office")
    for other in ("Ida Quill", "Willa Harte"):
        text = _PRESENT + "Residents' group: " + group.format(other).partition(": ")[2]
        assert all_standings(text, names)[-3] == (other, "participant")
