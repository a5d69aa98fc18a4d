"""Addresses, whole and in part, in the wordings of reviews; all invented."""

from __future__ import annotations

import pytest

from redact.recognise.finding import find_mentions
from redact.values.people import Label
from tests.recognise.recognise_factory import RULES, found, table_document, text_document, text_of

WHOLE = [
    ("14 Tanner Row, Anytown, ZZ99 3VZ", "14 Tanner Row, Anytown"),  # on one line
    ("She lived at 14 Tanner Row, Anytown ZZ99 3VZ until May.", "14 Tanner Row, Anytown"),  # no comma
    ("14 Tanner Row\nAnytown\nAnyshire\nZZ99 3VZ", "14 Tanner Row\nAnytown\nAnyshire"),  # lines
    ("14, Tanner Row, Nether Anytown, Anyshire, AB99 9ZZ", "14, Tanner Row, Nether Anytown, Anyshire"),
    ("Flat 3, 12 Tanner Row, Anytown, BX9 9ZZ", "Flat 3, 12 Tanner Row, Anytown"),  # a flat
    ("Flat 2, Elm Court, 9 Mill Lane, Anytown, BX9 9ZZ", "Flat 2, Elm Court, 9 Mill Lane, Anytown"),
    ("Flat 2, 87 The Crescent, Mill Wood, Anytown, ZZ99 3VZ", "Flat 2, 87 The Crescent, Mill Wood, Anytown"),
    ("14 Tanner Cbase, Quill Bank, Anytown, ZZ99\n3VZ", "14 Tanner Cbase, Quill Bank, Anytown"),  # slips
    ("Flat 8, l6 Tanner Court, Mill Va1e, ZZ99 3VZ", "Flat 8, l6 Tanner Court, Mill Va1e"),
    ("property: 66 main street, millfield, anytown, zz99 3vz", "66 main street, millfield, anytown"),
    ("Rose Cottage, Mill Lane, Anytown, ZZ99 3VZ", "Rose Cottage, Mill Lane, Anytown"),  # a house
    ("The Willows, Mill Lane, Anytown, ZZ99 3VZ", "The Willows, Mill Lane, Anytown"),
    ("Larkrise Lane, Anytown, postcode ZZ99 3VZ", "Larkrise Lane, Anytown"),  # a street and a postcode
    ("7 ST MARY'S ROAD, ANYTOWN, ZZ99 3VZ", "7 ST MARY'S ROAD, ANYTOWN"),  # capitals
    ("22 Anytown-on-Sea Road, Anytown ab99 9zz", "22 Anytown-on-Sea Road, Anytown"),  # small letters behind
]
SURE = [
    ("They lived at 12 Tanner Row.", "12 Tanner Row"),
    ("12a Tanner Row was searched.", "12a Tanner Row"),
    ("at 12A Tanner Row", "12A Tanner Row"),
    ("at 12-14 Tanner Row", "12-14 Tanner Row"),
    ("at 12/14 Tanner Row", "12/14 Tanner Row"),
    ("at No. 12 Tanner Row", "No. 12 Tanner Row"),
    ("at number 12 Tanner Row", "number 12 Tanner Row"),
    ("at 12, Tanner Row", "12, Tanner Row"),
    ("numbers 12 and 14 Tanner Row", "numbers 12 and 14 Tanner Row"),
    ("at Flat 3, 12 Tanner Row", "Flat 3, 12 Tanner Row"),
    ("at Flat 3/12 Tanner Row", "Flat 3/12 Tanner Row"),
    ("at Flat 3B 12 Tanner Row", "Flat 3B 12 Tanner Row"),
    ("at flat 3, 12 Tanner Row", "flat 3, 12 Tanner Row"),
    ("in Flat 2 Elm Court", "Flat 2 Elm Court"),
    ("in Flat B, Elm House", "Flat B, Elm House"),
    ("Apartment 5 The Maltings", "Apartment 5 The Maltings"),
    ("Room 6, Larkrise House", "Room 6, Larkrise House"),
    ("Top floor flat, 12 Tanner Row", "Top floor flat, 12 Tanner Row"),
    ("Basement Flat, 12 Tanner Row", "Basement Flat, 12 Tanner Row"),
    ("Rose Cottage, Mill Lane", "Rose Cottage, Mill Lane"),
    ("Elm Tree Farm, Larkrise Road", "Elm Tree Farm, Larkrise Road"),
    ("The Willows, Mill Lane", "The Willows, Mill Lane"),
    ("The Old Forge, Mill Lane", "The Old Forge, Mill Lane"),
    ("at 3 Elm Close", "3 Elm Close"),
    ("at 3 The Green", "3 The Green"),
    ("What was life like at 157 The Crescent?", "157 The Crescent"),
    ("new patient check, 157 The Crescent. Notes to follow", "157 The Crescent"),
    ("now 157 the crescent, anytown", "157 the crescent"),
    ("now flat 2, elm heights, tanner row, anytown, zz99 3vz", "flat 2, elm heights, tanner row, anytown"),
    ("addr: flat 2, elm point, 9 tanner row, anytown, zz99 3vz", "flat 2, elm point, 9 tanner row, anytown"),
    ("at 1 Church Lane", "1 Church Lane"),
    ("at 40 High Street", "40 High Street"),
    ("at 40 Old School Lane", "40 Old School Lane"),
    ("at 6 St. Anne's Terrace", "6 St. Anne's Terrace"),
    ("at 6 St Anne\u2019s Terrace", "6 St Anne\u2019s Terrace"),
    ("at 6 Harte-Vesey Crescent", "6 Harte-Vesey Crescent"),
    ("at 6 Bishop of Ely Road", "6 Bishop of Ely Road"),
    ("at 6 Lord Quill Avenue", "6 Lord Quill Avenue"),
    ("at 6 Tanner St", "6 Tanner St"),
    ("at 6 Mill Hill Rd", "6 Mill Hill Rd"),
    ("at 6 Elm Gdns", "6 Elm Gdns"),
    ("at 6 Weavers End", "6 Weavers End"),
    ("at 6 Harte Fields", "6 Harte Fields"),
    ("12 TANNER ROW WAS EMPTY", "12 TANNER ROW"),
    ("she lives at 12 tanner row with him", "12 tanner row"),
    ("her address, 7 mill hill lane", "7 mill hill lane"),
    ("12 Tanner\nRow", "12 Tanner\nRow"),  # broken between words
    ("12\u00a0Tanner\u00a0Row", "12\u00a0Tanner\u00a0Row"),  # odd spaces
    ("She lived at 12 Larkrise.", "12 Larkrise"),  # no word for a street
    ("Address: 12 Tanner Row", "12 Tanner Row"),
    ("(12 Tanner Row)", "12 Tanner Row"),
    ("at 1066 Tanner Row", "1066 Tanner Row"),
]
PARTIAL = [
    ("the flat in Tanner Row", "Tanner Row"),
    ("He lived in Mill Lane then.", "Mill Lane"),
    ("a house on Larkrise Road", "Larkrise Road"),
    ("Mill Lane was closed.", "Mill Lane"),
    ("the Tanner Row flat", "Tanner Row"),
    ("the address in Elm Close", "Elm Close"),
    ("the tenancy of Larkrise Drive", "Larkrise Drive"),
    ("found at Elm Court", "Elm Court"),
    ("They lived in Larkrise House.", "Larkrise House"),
    ("She stayed at Rose Cottage.", "Rose Cottage"),
    ("They lived at The Willows.", "The Willows"),
    ("the Larkrise estate", "Larkrise estate"),
    ("on the Larkrise Estate", "Larkrise Estate"),
    ("the Larkrise housing estate", "Larkrise housing estate"),
    ("the Larkrise and Elm estates", "Larkrise and Elm estates"),
    ("near Larkrise Park", "Larkrise Park"),
    ("They lived at number 12.", "number 12"),
    ("the corner of Weaver Street", "Weaver Street"),
    ("seen in Martin Larkin Way", "Martin Larkin Way"),
    ("Attended Mill Lane at night", "Mill Lane"),  # the first word of a sentence
]
MISSES = [
    "The Crown Court heard it.",
    "in the High Court",
    "3 High Court judges",
    "to Family Court",
    "HIGH COURT",
    "a Place of Safety order",
    "the Green Paper",
    "3 Green Papers",
    "The Strategic Way Forward",
    "4 The Way Forward",
    "Road Traffic Act 1988",
    "a road traffic accident",
    "Every Child Matters Way",
    "in this way and in close contact",
    "A Close Look at practice",
    "the drive for change",
    "It is 10 minutes drive away.",
    "2 years down the road",
    "the first 3 in a row",
    "a house for 4 people",
    "a safe place for 3 days",
    "The family moved in 2009.",
    "They moved to another town in 2009.",
    "He lived at home in March 2010.",
    "Child K lived with Parent 2.",
    "She lived in Anytown.",
    "his mother, A12 and the baby",
    "on the A303 and the M62",
    "section 47 and section 17",
    "The care plan for A1 was late.",
    "He visited at 12 Noon.",
    "the Estate Agent and the real estate",
    "the housing estate and the council estate",
    "in the High Street",  # every town has one
    "at the Town Hall",
    "the Street Outreach Team",
    "Children's Homes",
    "flat 2 was empty",
    "Table 3 Road Safety",
    "PLACE OF BIRTH",
    "THE WAY FORWARD",
    "the White Paper",
    "KEY LINES OF ENQUIRY 3 CLOSE WORKING",
    "The House of Lords",
    "Mr Street came.",
    "Mrs Close and Ms Lane came.",
]


def addresses(text: str) -> list[tuple[str, float]]:
    document = text_document(text)
    return [
        (text_of([document], each), each.score)
        for each in find_mentions([document], recognisers=RULES)
        if each.label is Label.ADDRESS
    ]


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_a_whole_address_is_one_mention_up_to_its_postcode(text: str, expected: str) -> None:
    assert [(text_, score >= 0.6) for text_, score in addresses(text)] == [(expected, True)]
    assert len(found(text, Label.POSTCODE)) == 1


@pytest.mark.parametrize(("text", "expected"), SURE)
def test_a_number_and_a_street_are_sure(text: str, expected: str) -> None:
    assert [(text_, score >= 0.6) for text_, score in addresses(text)] == [(expected, True)]


@pytest.mark.parametrize(("text", "expected"), PARTIAL)
def test_a_street_alone_is_asked_about(text: str, expected: str) -> None:
    assert [(text_, score < 0.6) for text_, score in addresses(text)] == [(expected, True)]


@pytest.mark.parametrize("text", MISSES)
def test_what_only_looks_like_an_address_is_left_alone(text: str) -> None:
    assert addresses(text) == []


def test_every_address_of_a_list_is_found() -> None:
    text = "They moved from 3 Mill Lane to Flat 2 Elm Court, then to 14 The Green, and back to Tanner Row."
    assert found(text, Label.ADDRESS) == ["3 Mill Lane", "Flat 2 Elm Court", "14 The Green", "Tanner Row"]


def test_a_town_behind_a_street_is_asked_about_by_itself() -> None:
    """It may be a person: what swallowed a name would keep it from being looked for elsewhere."""
    assert addresses("at 12 Tanner Row, Anytown.") == [("12 Tanner Row", 0.9), ("Anytown", 0.5)]
    text = "at 12 Tanner Row, Mrs Quillfeather.\n\nThen Quillfeather came."
    assert found(text, Label.PERSON) == ["Quillfeather", "Quillfeather"]


def test_a_name_in_a_street_does_not_become_a_person() -> None:
    text = "Mrs Tanner came.\n\nShe lived at 12 Tanner Row."
    assert found(text, Label.ADDRESS) == ["12 Tanner Row"]
    assert found(text, Label.PERSON) == ["Tanner"]


def test_addresses_in_tables() -> None:
    rows = [["Address", "12 Tanner Row"], ["Previous address", "Flat 2, Elm Court"]]
    assert found(table_document(rows), Label.ADDRESS) == ["12 Tanner Row", "Flat 2, Elm Court"]
