"""Abbreviations: which count as one, where each is first used, and what explains them."""

from __future__ import annotations

import pytest

from redact.judge.acronyms import Acronym, acronyms
from redact.judge.glossary import glossary_of
from redact.judge.outline import outline_of
from redact.values.people import Evidence, Label, Mention
from redact.values.text import Document, Format, Location, Part, Passage, Span
from tests.judge.requirement_factory import document

# The text, and each abbreviation in it with whether it is explained, in the order of their first use.
EXPLAINED: list[tuple[str, dict[str, bool]]] = [
    ("The Local Safeguarding Children Board (LSCB) met. The LSCB agreed.", {"LSCB": True}),
    ("The CAMHS team met.", {"CAMHS": False}),
    ("CAMHS (Child and Adolescent Mental Health Services) met.", {"CAMHS": True}),  # "and" has no letter
    ("The Multi-Agency Safeguarding Hub (MASH) took it.", {"MASH": True}),
    ("The Emergency Duty Team (MASH) took it.", {"MASH": False}),  # its letters are others
    ("The SCRs were read.", {"SCR": False}),  # a plural is the same
    ("MASH: the hub to which referrals go", {"MASH": True}),  # a line of a list of terms
    ("MASH: no contact in that year", {"MASH": False}),  # a line of a form
    ("CCG stands for a group of practices.", {"CCG": True}),
    ("In part IV the NHS wrote.", {"NHS": True}),  # a Roman number, and what everybody knows
    ("INDIVIDUAL MANAGEMENT REVIEW OF THE LSCB", {"LSCB": False}),  # in a heading in capitals too
    ("See www.EXAMPLE.org and report-ABC-17.", {}),  # an address and a reference number
    ("A non-LAC child met CAMHS/CSC.", {"LAC": False, "CAMHS": False, "CSC": False}),
    ("The police marked it NFA'd; NFAs followed.", {"NFA": False}),
    ("The N.F.A. was written, and CAMHS' view.", {"N.F.A.": False, "CAMHS": False}),
    ("The LADOs and a CiN plan; SystmOne has it.", {"LADO": False, "CiN": False}),
    ("A PhD and a CIC/CiC plan.", {"PhD": True, "CIC": False}),  # no Roman number, and one thing
    ("SW1 rang GP2, HV B, MGM, PGF and Child AB, and AB came.", {}),  # labels of people
    ("It MUST NOT be closed. DRAFT of the plan.", {}),  # words in capitals for stress
    ("Who went? The WHO said so. WHO WAS SEEN?", {"WHO": False}),
    ("Postcode BS1 4XX; XXXX rang.", {}),
    ("The Marac heard it, and camhs did not.", {"Marac": False, "camhs": False}),  # written as words
    ("The A & E doctor saw him.", {"A & E": True}),
    ("The domestic homicide review/safeguarding adult review (DHR/SAR).", {"DHR": True, "SAR": True}),
    ("The Local Safeguarding Children Board, known as the LSCB, met.", {"LSCB": True}),
    ("The local authority designated officer (or 'LADO') rang.", {"LADO": True}),
    ("The LSCB, the Local Safeguarding Children Board, met.", {"LSCB": True}),
    ("The MASH met. The Multi-Agency Safeguarding Hub (MASH) wrote.", {"MASH": False}),  # too late
]


def found_in(text: str | Document, *mentions: Mention) -> tuple[Acronym, ...]:
    read = document(text) if isinstance(text, str) else text
    outline = outline_of(read)
    return acronyms(read, outline, glossary_of(outline).lines, mentions, ())


@pytest.mark.parametrize(("text", "wanted"), EXPLAINED)
def test_an_abbreviation_is_explained_or_not(text: str, wanted: dict[str, bool]) -> None:
    assert {one.letters: one.explained for one in found_in(text)} == wanted


def test_it_is_told_where_it_is_first_used_and_how_often() -> None:
    (found,) = found_in("The MASH met. The MASH wrote.")
    assert (found.first.start, found.first.end, found.count, found.explained) == (4, 8, 2, False)


# A document, and whether CAMHS is explained in it.
ELSEWHERE = [
    ("CAMHS met.\n| Term | Meaning |\n| CAMHS | Child and Adolescent Mental Health Services |", True),
    ("CAMHS met.\n| Agency | Report |\n| CAMHS | received in May |", False),
    ("CAMHS met.\n# Glossary\n| CAMHS | a service for the young |", True),
    ("CAMHS met.\n# Abbreviations used\nCAMHS - a service for the young", True),
    ("# CAMHS\nChild and Adolescent Mental Health Services (CAMHS) met.", True),  # a heading explains nothing
    ("CAMHS met.\n- Child and Adolescent Mental Health Services \u2013 CAMHS", False),
    ("5 CAMHS ........ 12\n6 Police ........ 14\n# Report\nCAMHS met.", False),
    ("the worker rang. she wrote to camhs and waited. nobody came that day. " * 4, False),
]


@pytest.mark.parametrize(("text", "explained"), ELSEWHERE)
def test_a_list_of_terms_explains_wherever_it_stands(text: str, explained: bool) -> None:
    (found,) = found_in(text)
    assert found.explained is explained


def noted(note: str) -> Document:
    passages = (
        Passage("a", "The CAMHS team met.", Location(Part.BODY)),
        Passage("b", note, Location(Part.FOOTNOTE)),
    )
    return Document("d" * 12, "0" * 64, Format.DOCX, passages, ())


@pytest.mark.parametrize(
    ("note", "explained"),
    [
        ("Child and Adolescent Mental Health Services", True),
        ("CAMHS: Child and Adolescent Mental Health Services.", True),
        ("The team was then two people.", False),
    ],
)
def test_a_footnote_explains(note: str, explained: bool) -> None:
    (found,) = found_in(noted(note))
    assert (found.first.passage, found.explained) == ("a", explained)


@pytest.mark.parametrize(
    ("text", "label", "span", "wanted"),
    [
        ("KM rang.", Label.PERSON, (0, 2), []),  # initials of somebody
        ("DC Osgood rang.", Label.PERSON, (0, 9), ["DC"]),  # a rank before a name
        ("SW rang.", Label.PSEUDONYM, (0, 2), ["SW"]),
        ("QX rang.", Label.PSEUDONYM, (0, 2), []),
        ("HX12 QRS came.", Label.VEHICLE, (0, 8), []),
    ],
)
def test_names_and_numbers_of_people_are_none(
    text: str, label: Label, span: tuple[int, int], wanted: list[str]
) -> None:
    read = document(text)
    mention = Mention(Span(read.passages[0].id, *span), label, 0.9, Evidence("tests", "1", "mark", "marked"))
    assert [one.letters for one in found_in(read, mention)] == wanted
