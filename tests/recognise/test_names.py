"""What is read as a name at a place, and in the value of a field."""

from __future__ import annotations

import pytest

from redact.recognise.names import names_in, read_name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Harte said", "Anna Harte"),
        ("Anna-Marie O'Brien", "Anna-Marie O'Brien"),
        ("J. A. Harte", "J. A. Harte"),  # initials belong to it
        ("Anna K. Harte", "Anna K. Harte"),
        ("Anna de la Vesey", "Anna de la Vesey"),  # small words inside
        ("Anna de", "Anna"),  # and not at the end
        ("Harte's sister", "Harte"),  # without the possessive
        ("Anna Harte Social Worker", "Anna Harte"),  # a post ends it
        ("Anna Harte School Nurse", "Anna Harte"),
        ("Anna Harte  Briefing by: Tom", "Anna Harte"),  # behind two spaces the next label
        ("Anna  Harte: no", "Anna  Harte"),  # one word is no label
        ("Harte Lane School", None),  # an agency is none
        ("White British", None),
        ("Young Person", None),
        ("Grace Harte", "Grace Harte"),
        ("Grace", "Grace"),
        ("K.", None),  # initials alone
        ("Mother", None),
        ("SW1", None),
        ("Harte1", None),
        ("anna", None),
        ("", None),
    ],
)
def test_a_name_is_read(text: str, expected: str | None) -> None:
    name = read_name(text, 0, len(text))
    assert (text[name.start : name.end] if name else None) == expected


@pytest.mark.parametrize(
    ("text", "several", "expected"),
    [
        ("Anna Harte, Tom Vesey", True, ["Anna Harte", "Tom Vesey"]),
        ("Anna, Tom and Ida", True, ["Anna", "Tom", "Ida"]),
        ("HARTE, Anna; VESEY, Tom", True, ["HARTE, Anna", "VESEY, Tom"]),
        ("Harte, Anna", False, ["Harte, Anna"]),
        ("Harte, Anna", True, ["Harte", "Anna"]),  # two people, or one: both words are covered
        ("Anna Harte, 14 Tanner Row, Anytown", False, ["Anna Harte"]),  # an address follows
        ("Anna Harte (formerly Quill)", False, ["Anna Harte", "Quill"]),
        ("1. Anna Harte\n2. Tom Vesey", True, ["Anna Harte", "Tom Vesey"]),
        ("Dr Anna Harte / Mrs Vesey", True, ["Anna Harte", "Vesey"]),
        ("Anna Harte - Health Visitor", True, ["Anna Harte"]),
        ("KW, LSCB, N/A, Not known", True, []),
        ("Social Worker, GP", True, []),
    ],
)
def test_the_names_of_a_value_are_read(text: str, several: bool, expected: list[str]) -> None:
    assert [text[name.start : name.end] for name in names_in(text, 0, len(text), several=several)] == expected
