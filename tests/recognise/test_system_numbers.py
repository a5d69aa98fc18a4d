"""Numbers that local systems and hospitals give to a person."""

from __future__ import annotations

import pytest

from tests.recognise.number_tables import numbers_in

FOUND = (
    # hospitals
    ("Hospital number: H123456", "H123456", "CASE_REFERENCE"),  # its words
    ("MRN 04567890", "04567890", "CASE_REFERENCE"),  # its word
    ("the patient, RXX1234567, was seen", "RXX1234567", "CASE_REFERENCE"),  # near a patient
    ("Hospital no.\t1234567", "1234567", "CASE_REFERENCE"),  # a table's label
    ("K number K123456", "K123456", "CASE_REFERENCE"),  # its words
    ("1234567 (hospital number)", "1234567", "CASE_REFERENCE"),  # its words behind it
    ("Unit number for Child K: 765432", "765432", "CASE_REFERENCE"),  # words between
    ("PAS number 123 456 78", "123 456 78", "CASE_REFERENCE"),  # in groups
    # local systems
    ("LCS 9999999", "9999999", "CASE_REFERENCE"),  # directly behind its name
    ("Mosaic ID 0000123", "0000123", "CASE_REFERENCE"),  # with a word for a number
    ("RiO number: 1234567", "1234567", "CASE_REFERENCE"),  # a health system
    ("EMIS No.\t54321", "54321", "CASE_REFERENCE"),  # a table's label
    ("1234567 (SystmOne)", "1234567", "CASE_REFERENCE"),  # its name behind it
    ("client id 4471", "4471", "CASE_REFERENCE"),  # words for a person
    ("service user no. 99812", "99812", "CASE_REFERENCE"),  # words for a person
    ("CareFirst ref P12345", "P12345", "CASE_REFERENCE"),  # a letter before it
    ("Our ref: CS/AB/00417", "CS/AB/00417", "CASE_REFERENCE"),  # a file
)
LEFT = (
    "the hospital saw 123456 in the year",  # a count
    "The unit number of beds was 20.",  # too short
    "12345678 was the total",  # no words
    "hospital admissions rose to 12345",  # a count
    "the patient was born in 2009",  # a year
    "wards 12 and 14",  # counts
    "Mosaic was introduced in 2015.",  # a year
    "EMIS holds 10000 patients.",  # a count
    "RiO 2009",  # a year
    "Case number 3 of the sample",  # too short
    "12345 was the total",  # no words
    "our reference group met on 12/03/2009",  # a date
    "Our ref: 12/03/2009",  # a date
)


@pytest.mark.parametrize(("text", "value", "label"), FOUND)
def test_it_is_found(text: str, value: str, label: str) -> None:
    assert (value, label) in numbers_in(text)


@pytest.mark.parametrize("text", LEFT)
def test_it_is_left_alone(text: str) -> None:
    assert numbers_in(text) == []
