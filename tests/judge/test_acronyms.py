"""Abbreviations: which count as one, and what explains them."""

from __future__ import annotations

import pytest

from redact.judge.acronyms import acronyms
from redact.values.text import Location, Part, Passage

KNOWN = frozenset({"NHS"})

EXPLAINED = [
    # text, the abbreviations in it, each with whether it is explained
    ("The Local Safeguarding Children Board (LSCB) met. The LSCB agreed.", {"LSCB": True}),
    ("The CAMHS team met.", {"CAMHS": False}),
    ("CAMHS (Child and Adolescent Mental Health Services) met.", {"CAMHS": True}),  # "and" has no letter
    ("The Multi-Agency Safeguarding Hub (MASH) took it.", {"MASH": True}),
    ("The Emergency Duty Team (MASH) took it.", {"MASH": False}),  # its letters are others
    ("The SCRs were read.", {"SCR": False}),  # a plural is the same
    ("MASH: the hub to which referrals go", {"MASH": True}),  # a line of a list of terms
    ("CCG stands for a group of practices.", {"CCG": True}),
    ("In part IV the NHS wrote.", {}),  # a Roman number, and what everybody knows
    ("INDIVIDUAL MANAGEMENT REVIEW OF THE LSCB", {}),  # a heading in capitals
    ("Its A&E saw them.", {"A&E": False}),
    ("See www.EXAMPLE.org or form-ABC.", {}),  # parts of addresses and of longer words
]


def passage(text: str, part: Part = Part.BODY, cell: tuple[int, int] | None = None) -> Passage:
    return Passage("p", text, Location(part, cell=cell))


@pytest.mark.parametrize(("text", "wanted"), EXPLAINED)
def test_an_abbreviation_is_explained_or_not(text: str, wanted: dict[str, bool]) -> None:
    found = acronyms([passage(text)], {}, KNOWN)
    assert {one.letters: one.explained for one in found} == wanted


def test_it_is_told_where_it_is_first_used_and_how_often() -> None:
    (found,) = acronyms([passage("The MASH met. The MASH wrote.")], {}, KNOWN)
    assert (found.first.start, found.first.end, found.count, found.explained) == (4, 8, 2, False)


def test_a_table_of_terms_explains_wherever_it_stands() -> None:
    used = Passage("a", "The MASH met.", Location(Part.BODY))
    term = Passage("b", "MASH", Location(Part.TABLE, block=1, cell=(2, 1)))
    assert acronyms([used, term], {}, KNOWN)[0].explained
    elsewhere = Passage("b", "MASH", Location(Part.TABLE, block=1, cell=(2, 2)))
    assert not acronyms([used, elsewhere], {}, KNOWN)[0].explained


def test_an_explanation_after_the_first_use_comes_too_late() -> None:
    late = "The MASH met. The Multi-Agency Safeguarding Hub (MASH) wrote."
    assert not acronyms([passage(late)], {}, KNOWN)[0].explained


def test_labels_of_people_are_none() -> None:
    assert acronyms([passage("MGM rang.")], {"p": ((0, 3),)}, KNOWN) == ()
