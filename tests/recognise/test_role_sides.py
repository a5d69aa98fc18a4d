"""A role in a line of its own is of the name above it or below it, and nobody's where that is open."""

from __future__ import annotations

import pytest

from redact.values.people import Standing
from tests.recognise.standing_factory import standings_of

TITLE = "Terms of reference of the serious case review\n\n"
NAMES = ("Sara Oyelaran", "Tom Vesey", "Anna Harte", "Piotr Nowak")
# The text, and of whom the role is.
OWNED: list[tuple[str, set[str]]] = [
    ("Designated Nurse\nSara Oyelaran\nIndependent Author\nTom Vesey\n", {"Tom Vesey"}),
    ("Sara Oyelaran\nDesignated Nurse\nTom Vesey\nIndependent Author\n", {"Tom Vesey"}),
    ("Designated Nurse\n\nSara Oyelaran\n\nIndependent Author\n\nTom Vesey\n", {"Tom Vesey"}),
    (
        "Panel\n\nSara Oyelaran\n\nDesignated Nurse\n\nTom Vesey\n\nIndependent Author\n\nAnna Harte\n\n"
        "Independent Chair\n\nPiotr Nowak\n\nHead of Service\n",
        {"Tom Vesey", "Anna Harte"},
    ),
    ("Present: Piotr Nowak, Sara Oyelaran\nIndependent chair: Anna Harte\n", {"Anna Harte"}),
    ("Designated Nurse: Sara Oyelaran\nIndependent Author: Tom Vesey\n", {"Tom Vesey"}),
    ("Sara Oyelaran\nIndependent Author: Tom Vesey\nPiotr Nowak\n", {"Tom Vesey"}),
    ("Anna Harte, Independent Chair\nSara Oyelaran\nPiotr Nowak, Head of Service\n", {"Anna Harte"}),
    ("Sara Oyelaran\nIndependent Author\nTom Vesey\n", set()),  # whose, nobody can tell
    ("Prepared by Tom Vesey\nIndependent Author\nMarch 2012\n", {"Tom Vesey"}),
    ("Tom Vesey\nIndependent Author\n\nThe review was asked for in May.\n", {"Tom Vesey"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "owners"), OWNED)
def test_a_role_of_its_own_line_is_one_names(text: str, owners: set[str]) -> None:
    stays = {
        name
        for name in NAMES
        if name in text and standings_of(TITLE + text, name, NAMES) == {Standing.OFFICE}
    }
    assert stays == owners
