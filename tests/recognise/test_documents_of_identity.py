"""Numbers of passports, licences, permits, prisoners, vetting and properties."""

from __future__ import annotations

import pytest

from tests.recognise.number_tables import numbers_in

FOUND = (
    # drivers
    ("SAMPL801019QX9AB", "SAMPL801019QX9AB", "OTHER_ID"),  # alone
    ("licence EXAMP752205A99ZZ", "EXAMP752205A99ZZ", "OTHER_ID"),  # a woman's
    ("LEE99911302J98QX", "LEE99911302J98QX", "OTHER_ID"),  # a short surname
    ("driver number sampl801019qx9ab", "sampl801019qx9ab", "OTHER_ID"),  # lower case
    ("SAMPL 801019 QX 9AB", "SAMPL 801019 QX 9AB", "OTHER_ID"),  # apart
    ("Licence no.\t12345678", "12345678", "OTHER_ID"),  # of Northern Ireland
    # passports
    ("Passport no. 999999999", "999999999", "OTHER_ID"),  # its words
    ("passport 000000001", "000000001", "OTHER_ID"),  # its word
    ("123456789 (passport)", "123456789", "OTHER_ID"),  # its word behind it
    ("Passport number\tZZ1234567", "ZZ1234567", "OTHER_ID"),  # another country's
    ("travel document 123 456 789", "123 456 789", "OTHER_ID"),  # in groups
    ("his passport was found, and 999999999 was read out", "999999999", "OTHER_ID"),  # near by
    # the Home Office
    ("Home Office reference A9999999", "A9999999", "CASE_REFERENCE"),  # its words
    ("Z0000001/002", "Z0000001/002", "CASE_REFERENCE"),  # with a dependant
    ("GWF099999999", "GWF099999999", "CASE_REFERENCE"),  # a visa
    ("UAN 3434-0000-0000-0001", "3434-0000-0000-0001", "CASE_REFERENCE"),  # an application
    ("BRP ZZ1234567", "ZZ1234567", "OTHER_ID"),  # a permit
    ("NASS ref 99/01/12345", "99/01/12345", "CASE_REFERENCE"),  # support
    ("ARC number\tA 9999999", "A 9999999", "CASE_REFERENCE"),  # a table's label
    # prisoners, vetting, properties
    ("HMP Anytown, A9999ZZ", "A9999ZZ", "CASE_REFERENCE"),  # a prisoner
    ("A0001AA", "A0001AA", "CASE_REFERENCE"),  # alone
    ("NOMIS number ab1234", "ab1234", "CASE_REFERENCE"),  # the old form
    ("DBS 001999999999", "001999999999", "OTHER_ID"),  # a certificate
    ("disclosure number: 0019 9999 9999", "0019 9999 9999", "OTHER_ID"),  # in groups
    ("UPRN\t100099999999", "100099999999", "OTHER_ID"),  # a property
    ("UPRN 10000000001", "10000000001", "OTHER_ID"),  # eleven digits
    ("property reference: 000000000001", "000000000001", "OTHER_ID"),  # its words
    ("the UPRN is 42", "42", "OTHER_ID"),  # a short one
)
LEFT = (
    "CHILDREN1989ACT",  # a word and a year
    "SAMPL809919QX9AB",  # month 99
    "SAMPL801419QX9AB",  # day 41
    "licence of 2009",  # a year
    "the DVLA wrote on 12/03/2009",  # a date
    "a licence for 12345 homes",  # a count
    "999999999 was the sum",  # no words
    "the passport of 2009",  # a year
    "passport checks: 1200 in 2015",  # counts
    "two passports and 12 visas",  # counts
    "a passport to 2020",  # a year
    "ID cards in 2009",  # a year
    "A9999999 is a part",  # no words
    "NASS from 12/03/2009",  # a date
    "The Home Office published it in 2013.",  # a year
    "visa rules of 2012",  # a year
    "3434-0000-0000-0001 was printed",  # no words, and no card's check
    "GWF and UAN",  # no numbers
    "A99ZZ",  # too short
    "HMP 2009",  # a year
    "prison from 2009 to 2012",  # years
    "DBS checks rose to 12 in 2015",  # a count and a year
    "001999999999 was the sum",  # no words
    "the CRB was renamed in 2012",  # a year
    "a property of 1000000",  # a price
    "property in Example Road 12",  # an address
    "100099999999 boxes",  # no words
)


@pytest.mark.parametrize(("text", "value", "label"), FOUND)
def test_it_is_found(text: str, value: str, label: str) -> None:
    assert (value, label) in numbers_in(text)


@pytest.mark.parametrize("text", LEFT)
def test_it_is_left_alone(text: str) -> None:
    assert numbers_in(text) == []
