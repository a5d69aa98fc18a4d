"""Dates of birth in tables, by a header above or by a row that tells of a family; all invented."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from redact.values.people import Label
from tests.recognise.recognise_factory import found, table_document

Rows = Sequence[Sequence[str]]
HEADER = ["Name", "Relation", "Born"]
FOUND: list[tuple[Rows, list[str]]] = [
    ([HEADER, ["A Harte", "mother", "1.2.83"], ["I Harte", "child", "4.5.09"]], ["1.2.83", "4.5.09"]),
    ([["Name", "DOB"], ["Anna Harte", "1 February 1983"]], ["1 February 1983"]),
    ([["Name", "d.o.b."], ["A. Harte", "01/02/83"]], ["01/02/83"]),
    ([["Household"], ["Name", "Date of Birth:"], ["A. Harte", "01/02/83"]], ["01/02/83"]),  # a title above
    ([["Name", "DOB / EDD"], ["A. Harte", "01/02/83"]], ["01/02/83"]),
    ([["HARTE Anna", "mother's former partner", "01.02.83"]], ["01.02.83"]),  # no header at all
    ([["Child 2", "HARTE Ida", "04.05.09", "White British"]], ["04.05.09"]),
    ([["HARTE, Ida", "04.05.09", "same mother", "Larkrise Nursery"]], ["04.05.09"]),
    ([["Person", "Born"], ["Ida Harte", "04.O5.09"]], ["04.O5.09"]),  # a letter read for a digit
]  # fmt: skip
LEFT_ALONE: list[Rows] = [
    [["Date", "Source", "Event"], ["04.05.09", "Mother", "Anna Harte rang."]],  # a chronology
    [["Name", "Relation", "Date seen"], ["Anna Harte", "mother", "04.05.09"]],
    [["Name", "Relation", "Interviewed"], ["Anna Harte", "mother", "04.05.09"]],
    [["Action", "Owner", "Deadline"], ["Share the plan", "Anna Harte", "04.05.09"]],
    [["Anna Harte", "04.05.09", "telephone call to mother"]],  # a cell of more than a relation
    [["Mother", "04.05.09", "rang the duty team"]],  # no name
]


@pytest.mark.parametrize(("rows", "expected"), FOUND)
def test_a_date_of_birth_is_found(rows: Rows, expected: list[str]) -> None:
    assert found(table_document(rows), Label.DATE_OF_BIRTH) == expected


@pytest.mark.parametrize("rows", LEFT_ALONE)
def test_another_date_is_left_alone(rows: Rows) -> None:
    assert found(table_document(rows), Label.DATE_OF_BIRTH) == []
