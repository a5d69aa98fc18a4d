"""What may be the id of a case, and what is said of it."""

from __future__ import annotations

import pytest

from redact.values.case import Case, is_case_id, may_be_a_name


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("K7", True),
        ("2026-014_b.2", True),  # every sign that is allowed
        ("a" * 40, True),
        ("a" * 41, False),
        ("", False),
        ("Case 7", False),  # a space must be quoted in a shell
        ("../K7", False),  # a way out of the folder
        ("-K7", False),  # an option
        (".K7", False),  # hidden
        ("K7.", False),  # Windows drops the dot
        ("nul", False),  # a device of Windows
        ("COM1.2", False),
        ("K7\n", False),
        ("Fälle7", False),  # not the same bytes on every file system
    ],
)
def test_an_id_is_safe_in_a_file_name(text: str, answer: bool) -> None:
    assert is_case_id(text) is answer


def test_a_case_has_such_an_id() -> None:
    with pytest.raises(ValueError, match="1 to 40 letters"):
        Case("../elsewhere")


@pytest.mark.parametrize(("text", "answer"), [("K7", False), ("2026-014", False), ("Millbrook", True)])
def test_an_id_without_a_digit_may_be_a_name(text: str, answer: bool) -> None:
    assert may_be_a_name(text) is answer


def test_the_place_of_the_key_is_in_no_repr() -> None:
    assert "Brackenthwaite" not in repr(Case("K7", key="C:/Brackenthwaite/k7.redactkey"))
