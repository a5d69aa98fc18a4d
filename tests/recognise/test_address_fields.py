"""Addresses in fields, lines and tables; all invented."""

from __future__ import annotations

import pytest

from redact.values.people import Label
from tests.recognise.recognise_factory import found, table_document


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["Address", "The Willows, Anytown"]], ["The Willows, Anytown"]),
        ([["Home address:", "The Willows\nAnytown\nZZ99 3VZ"]], ["The Willows", "Anytown"]),  # lines
        ([["Address", "12 Tanner Row, Anytown, ZZ99 3VZ"]], ["12 Tanner Row, Anytown"]),
        ([["Name", "Address"], ["Anna Harte", "Larkrise, Anytown"]], ["Larkrise, Anytown"]),  # a column
        ([["Address", "Dates"], ["3 Elm Bank", "2005"], ["Larkrise", "2007"]], ["3 Elm Bank", "Larkrise"]),
        ([["Previous addresses", "The Willows, Anytown; Larkrise, Anytown"]],
         ["The Willows, Anytown", "Larkrise, Anytown"]),
        ([["Town", "Anytown"], ["Place of birth", "Anyville"]], ["Anytown", "Anyville"]),
        ([["Address", "Mrs Quill, The Willows, Anytown"]], ["The Willows, Anytown"]),  # not her name
    ],
)  # fmt: skip
def test_addresses_in_tables(rows: list[list[str]], expected: list[str]) -> None:
    assert found(table_document(rows), Label.ADDRESS) == expected


@pytest.mark.parametrize(
    "rows",
    [
        [["Address", "Not known"]],
        [["Address", "N/A"], ["Postcode", ""]],
        [["Address", "As above"]],
        [["Address", "Withheld"]],
        [["Name", "Address", "Ethnicity"], ["", "", ""]],  # an empty form
        [["Address", "Date of birth"], ["Ethnicity", "School"]],
        [["E-mail address", "Anytown"]],
    ],
)
def test_empty_forms_hold_no_address(rows: list[list[str]]) -> None:
    assert found(table_document(rows), Label.ADDRESS) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Address: Larkrise, Anytown", ["Larkrise, Anytown"]),
        ("Address - Larkrise, Anytown", ["Larkrise, Anytown"]),
        ("2. Current address: Larkrise, Anytown", ["Larkrise, Anytown"]),
        ("Address: The Willows,\nAnytown\nZZ99 3VZ", ["The Willows", "Anytown"]),
        ("Address:\nLarkrise\n\nThe child was seen.", ["Larkrise"]),  # the first line, and no sentence
        ("Name: Anna Harte\nAddress: Larkrise\nDate: 1 May", ["Larkrise"]),
        ("Address:\nThe child was seen at home.", []),
        ("Address: her mother's", []),
        ("Moved to: Larkrise", ["Larkrise"]),
    ],
)
def test_addresses_behind_and_below_labels(text: str, expected: list[str]) -> None:
    assert found(text, Label.ADDRESS) == expected


def test_a_person_at_an_address_is_still_looked_for() -> None:
    text = "Address: c/o Mrs Quillfeather, The Willows, Anytown\n\nThen Quillfeather came."
    assert found(text, Label.PERSON) == ["Quillfeather", "Quillfeather"]
    assert found(text, Label.ADDRESS) == ["The Willows, Anytown"]
