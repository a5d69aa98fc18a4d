"""Names in real tables; fields in lines are in the recogniser's own examples."""

from __future__ import annotations

import pytest

from redact.values.people import Label
from tests.recognise.recognise_factory import found, table_document

FORM = [
    ["Name of child", "Anna Harte"],
    ["Address", "14 Tanner Row"],
    ["Ethnicity", "White British"],
    ["GP", "Dr Vesey"],
]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (FORM, ["Anna Harte", "Vesey"]),  # a form: labels to the left
        ([["Role", "Name"], ["Social Worker", "Ida Quill"], ["GP", "Tom Vesey"]], ["Ida Quill", "Tom Vesey"]),
        ([["Staff involved"], ["Ida Quill\nTom Vesey"]], ["Ida Quill", "Tom Vesey"]),  # two in one cell
        ([["Siblings", "Nia; Tom and Ida"]], ["Nia", "Tom", "Ida"]),
        ([["Mother:", "N/A"], ["Father:", "Not known"]], []),
        ([["Child", "Child K"], ["Mother", "Parent 1"]], []),  # labels in use
        ([["Name", "Name"], ["Anna Harte", "Tom Vesey"]], ["Anna Harte", "Tom Vesey"]),
        ([["Author", "", "Ida Quill"]], ["Ida Quill"]),  # an empty cell between
        ([["Lead", "Due date"], ["Head of Service", "1 May 2009"], ["Team Manager", "2 May 2009"]], []),
        ([["Name", "Agency"], ["LSCB", "Council"], ["Relevant agency", "Police"]], []),
        ([["Lead", "Due"], ["Named Nurse", "June 2010"]], []),  # the month in which it is due
        ([["Lead", "Due"], ["Named Nurse", "June"], ["Social Worker", "June Harte"]], ["June", "June Harte"]),
        # forenames that are days, and what is on then
        ([["Name", "Post"], ["Sunday Hope", "Nurse"], ["Ida Vesey", "Clerk"]], ["Sunday Hope", "Ida Vesey"]),
        ([["Father", "Friday Rook"], ["Contact", "Monday Morning"]], ["Friday Rook"]),
        ([["Lead", "Monday Club"], ["Name", "Tuesday"]], []),
        ([["Children", "Sunday Hope, Ida Vesey"]], ["Sunday Hope", "Ida Vesey"]),
        # words of headers that are names too: in a form, and at the head of a column
        ([["Child", "Faith"], ["Mother", "Ida Vesey"]], ["Faith", "Ida Vesey"]),
        ([["Child", "Faith"]], ["Faith"]),
        ([["Name", "Faith"], ["Ida Vesey", "none"]], ["Ida Vesey"]),
        ([["Forename", "Surname", "Fee"], ["Ida", "Vesey", "none"]], ["Ida", "Vesey"]),
        # the headers of a table of officers
        ([["Rank", "Name", "Collar"], ["PC", "Ida Vesey", "1829"]], ["Ida Vesey"]),
        ([["Post", "Body"], ["Designated Nurse", "Anytown Clinical Trust"]], []),  # a panel's table
        ([["Post", "Body"], ["Designated Nurse", "Vesey (Anytown Clinical Trust)"]], ["Vesey"]),
    ],
)
def test_names_in_tables(rows: list[list[str]], expected: list[str]) -> None:
    assert found(table_document(rows), Label.PERSON) == expected
