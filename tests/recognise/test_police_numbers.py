"""Numbers of officers, crimes, incidents and people on police files."""

from __future__ import annotations

import pytest

from tests.recognise.number_tables import numbers_in

FOUND = (
    # officers
    ("PC 1234 attended", "1234", "PROFESSIONAL_ID"),  # behind a rank
    ("DS 4412QQ", "4412QQ", "PROFESSIONAL_ID"),  # with a borough
    ("PC1234", "1234", "PROFESSIONAL_ID"),  # joined: a label has at most two digits
    ("PC Osgood 9999 wrote", "9999", "PROFESSIONAL_ID"),  # behind the name
    ("DC Harte (4412)", "4412", "PROFESSIONAL_ID"),  # in brackets behind the name
    ("collar number 12", "12", "PROFESSIONAL_ID"),  # short, behind its words
    ("123QQ (collar number)", "123QQ", "PROFESSIONAL_ID"),  # its words behind it
    ("warrant 000000", "000000", "PROFESSIONAL_ID"),  # of the Metropolitan Police
    ("Shoulder no.\t778", "778", "PROFESSIONAL_ID"),  # a table's label
    ("PC 2014 attended", "2014", "PROFESSIONAL_ID"),  # may be a year: asked about
    # crimes and incidents
    ("crime reference 9999999/23", "9999999/23", "CASE_REFERENCE"),  # its words
    ("42/99999/23 was closed", "42/99999/23", "CASE_REFERENCE"),  # alone
    ("Crime no.\t44230099999", "44230099999", "CASE_REFERENCE"),  # a table's label
    ("Log 123 of 04/05/23", "123 of 04/05/23", "CASE_REFERENCE"),  # a log of a day
    ("CAD 4567", "4567", "CASE_REFERENCE"),  # a log
    ("CAD 1234/04MAY23", "1234/04MAY23", "CASE_REFERENCE"),  # its day in another form
    ("Niche occurrence 42230012345", "42230012345", "CASE_REFERENCE"),  # by its system
    ("incident number 0456 for Child K", "0456", "CASE_REFERENCE"),  # a short one
    ("police ref: AB/123/2099", "AB/123/2099", "CASE_REFERENCE"),  # with letters
    # the national computer
    ("PNC 2003/0011985X", "2003/0011985X", "CASE_REFERENCE"),  # its check holds
    ("20/7654321T had convictions", "20/7654321T", "CASE_REFERENCE"),  # two digits of the year
    ("2012/0099999B", "2012/0099999B", "CASE_REFERENCE"),  # alone
    ("PNC ID: 2012/0099999C", "2012/0099999C", "CASE_REFERENCE"),  # mistyped
    ("PNC no. 03/11985x", "03/11985x", "CASE_REFERENCE"),  # short and lower case
    ("PNCID\t2003/0011985X", "2003/0011985X", "CASE_REFERENCE"),  # a table's label
    # criminal records
    ("CRO 123456/05Y", "123456/05Y", "CASE_REFERENCE"),  # its check holds
    ("265416/21G", "265416/21G", "CASE_REFERENCE"),  # alone
    ("CRO: 999999/18Y", "999999/18Y", "CASE_REFERENCE"),  # mistyped
    ("CRO no. SF39/83521J", "SF39/83521J", "CASE_REFERENCE"),  # a small file
    ("CRO\t1234/05a", "1234/05a", "CASE_REFERENCE"),  # short and lower case
    ("fingerprints under 123456/05Y", "123456/05Y", "CASE_REFERENCE"),  # beside fingerprints
    # arrests and prosecutions
    ("ASN 23/01ZD/01/123456X", "23/01ZD/01/123456X", "CASE_REFERENCE"),  # its words
    ("23/01ZD/01/123456X", "23/01ZD/01/123456X", "CASE_REFERENCE"),  # alone
    ("ASN 2301ZD01123456X", "2301ZD01123456X", "CASE_REFERENCE"),  # in one
    ("URN 01ZD1234523", "01ZD1234523", "CASE_REFERENCE"),  # a prosecution
    ("99ZZ0000024", "99ZZ0000024", "CASE_REFERENCE"),  # alone
    ("CPS URN\t99ZZ0000024", "99ZZ0000024", "CASE_REFERENCE"),  # a table's label
)
LEFT = (
    "PC1 and DC 2 attended.",  # labels in use
    "PC A and DS B",  # labels in use
    "a DS 1500 form",  # a form for benefits
    "two PCs and 1234 others",  # a count
    "the PCSO, 12 and the mother",  # no collar number
    "the DC area 2009/10",  # a year
    "the log of 2015 shows",  # a year
    "Incident 3 on 12/03/2009",  # a count of incidents
    "Crime Statistics 2009",  # a year
    "crime fell by 1234567 in ten years",  # a count
    "an incident in 2009",  # a year
    "2008/09 and 2009/10",  # years
    "2012/0099999C is a box",  # the check fails, and no words
    "PNC checks in 2009",  # a year
    "the PNC was searched 12 times",  # a count
    "12/3B",  # a flat
    "2015/16A",  # a year and a letter
    "the PNC 2009/10 report",  # a year
    "265416/21H was on it",  # the check fails, and no words
    "CRO 2009",  # a year
    "the CRO in 2008/09",  # a year
    "34/40 and 38+4",  # weeks
    "99/12A Example Road",  # a flat
    "s.47 120/80",  # a section, a pressure
    "23/01/01",  # a date
    "arrest on 23/01/2012",  # a date
    "ASN 12",  # too short
    "an urn of 12 grains",  # a count
    "9ZZ0000024",  # one digit
    "the summons of 2009",  # a year
)


@pytest.mark.parametrize(("text", "value", "label"), FOUND)
def test_it_is_found(text: str, value: str, label: str) -> None:
    assert (value, label) in numbers_in(text)


@pytest.mark.parametrize("text", LEFT)
def test_it_is_left_alone(text: str) -> None:
    assert numbers_in(text) == []
