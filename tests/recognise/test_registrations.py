"""Numbers under which professionals are registered."""

from __future__ import annotations

import pytest

from tests.recognise.number_tables import numbers_in

FOUND = (
    # social workers
    ("The social worker (SW99999) called.", "SW99999", "PROFESSIONAL_ID"),  # alone
    ("SW00001", "SW00001", "PROFESSIONAL_ID"),  # nothing beside it
    ("Social Work England: SW123456", "SW123456", "PROFESSIONAL_ID"),  # six digits
    ("SWE registration: SW 123", "SW 123", "PROFESSIONAL_ID"),  # short and apart
    ("registration number sw12345", "sw12345", "PROFESSIONAL_ID"),  # lower case
    ("Registration no.\tSW4444", "SW4444", "PROFESSIONAL_ID"),  # a table's label
    # health professions
    ("HCPC PH123456", "PH123456", "PROFESSIONAL_ID"),  # its register
    ("OT00001 (HCPC)", "OT00001", "PROFESSIONAL_ID"),  # its register behind it
    ("PYL99999, HCPC registered", "PYL99999", "PROFESSIONAL_ID"),  # three letters
    ("HCPC no\tSL012345", "SL012345", "PROFESSIONAL_ID"),  # a table's label
    ("HCPC number: XX 1234", "XX 1234", "PROFESSIONAL_ID"),  # letters that are not in the list
    ("signed PH012345", "PH012345", "PROFESSIONAL_ID"),  # alone, asked about
    # doctors
    ("GMC number 9999999", "9999999", "PROFESSIONAL_ID"),  # its register
    ("(GMC: 0000001)", "0000001", "PROFESSIONAL_ID"),  # in brackets
    ("GMC L123456", "L123456", "PROFESSIONAL_ID"),  # limited registration
    ("9999999 is her GMC number", "9999999", "PROFESSIONAL_ID"),  # its words behind it
    ("Consultant paediatrician (0000001)", "0000001", "PROFESSIONAL_ID"),  # asked about
    ("Dr A, 9999999", "9999999", "PROFESSIONAL_ID"),  # asked about
    # nurses and midwives
    ("NMC PIN 99A9999A", "99A9999A", "PROFESSIONAL_ID"),  # its register
    ("01A2345N was on the form", "01A2345N", "PROFESSIONAL_ID"),  # alone
    ("PIN\t00I0000E", "00I0000E", "PROFESSIONAL_ID"),  # a table's label
    ("pin 00 i 0000 e", "00 i 0000 e", "PROFESSIONAL_ID"),  # apart and lower case
    ("the nurse's PIN was 99L9999Z", "99L9999Z", "PROFESSIONAL_ID"),  # December
    ("Midwife, 98B0001S", "98B0001S", "PROFESSIONAL_ID"),  # beside the profession
    ("GDC 123456", "123456", "PROFESSIONAL_ID"),  # a dentist
    ("NMC PIN 98Y0142E", "98Y0142E", "PROFESSIONAL_ID"),  # an older number
    ("HCPC Reg No. OT 58213", "OT 58213", "PROFESSIONAL_ID"),  # short words between
    ("TRN: 12/34567", "12/34567", "PROFESSIONAL_ID"),  # a teacher
    ("BACP registration 00812345", "00812345", "PROFESSIONAL_ID"),  # a counsellor
    ("SRA ID 458812", "458812", "PROFESSIONAL_ID"),  # a lawyer
    ("ESR assignment number 22417781", "22417781", "PROFESSIONAL_ID"),  # an employee
    ("Crew: PA41207", "PA41207", "PROFESSIONAL_ID"),  # a paramedic
    ("Smartcard UUID 5551 2345 6789", "5551 2345 6789", "PROFESSIONAL_ID"),  # a card
)
LEFT = (
    "GMC no.\t9999 999",  # not its grouping: nothing is made up
    "SW1 and SW12 were seen.",  # labels in use
    "Social worker SW2 left.",  # a label in use beside the words
    "SW1A 1AA",  # a postcode
    "SW1 999 people",  # a district and a count
    "registration of SW in 2012",  # a year
    "the SW team has 12345 cases",  # a count
    "HCPC standards of 2012",  # a year
    "the HCPC wrote on 12 May",  # a day
    "PA 12 and OT 3",  # too short
    "PO Box 1234",  # not a registration
    "CS12 and CH123",  # too short
    "HCPC registered 12345 people",  # a count
    "The GMC wrote in 2009.",  # a year
    "1234567 was the total",  # no words
    "GMC guidance 0-18 years",  # ages
    "Dr Foster 2009",  # a year
    "the consultant saw 12 patients",  # a count
    "GP 123",  # too short
    "99Z9999A",  # Z is no month
    "NMC Code 2015",  # a year
    "PIN 1234",  # a card's
    "the nurse saw 12A and 14B",  # rooms
    "9A9999A",  # one digit
    "midwives in 2009/10",  # a year
)


@pytest.mark.parametrize(("text", "value", "label"), FOUND)
def test_it_is_found(text: str, value: str, label: str) -> None:
    assert (value, label) in numbers_in(text)


@pytest.mark.parametrize("text", LEFT)
def test_it_is_left_alone(text: str) -> None:
    assert numbers_in(text) == []
