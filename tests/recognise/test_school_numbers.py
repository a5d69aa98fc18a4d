"""Numbers of pupils, learners, schools and registered providers."""

from __future__ import annotations

import pytest

from tests.recognise.number_tables import numbers_in

FOUND = (
    # a pupil's number
    ("UPN: B801200005001", "B801200005001", "CASE_REFERENCE"),  # its words before it
    ("R999999926001 moved schools", "R999999926001", "CASE_REFERENCE"),  # alone: its check holds
    ("Temporary UPN Z80199992601A", "Z80199992601A", "CASE_REFERENCE"),  # a temporary one
    ("UPN B801200005002", "B801200005002", "CASE_REFERENCE"),  # mistyped, behind its words
    ("unique pupil number b801200005001", "b801200005001", "CASE_REFERENCE"),  # lower case
    ("B801 2000 05001 and Z80199992601A", "Z80199992601A", "CASE_REFERENCE"),  # beside one in odd groups
    ("Pupil number\tR999999926001", "R999999926001", "CASE_REFERENCE"),  # a table's label
    ("B801200005002 (UPN)", "B801200005002", "CASE_REFERENCE"),  # mistyped, its word behind it
    # a learner's number
    ("ULN 1000000019", "1000000019", "CASE_REFERENCE"),  # its word
    ("1234567899 (ULN)", "1234567899", "CASE_REFERENCE"),  # its word behind it
    ("unique learner number: 900 000 0121", "900 000 0121", "CASE_REFERENCE"),  # in groups
    ("the college held 9000000121 for her", "9000000121", "CASE_REFERENCE"),  # beside a college
    ("ULN: 1000000018", "1000000018", "CASE_REFERENCE"),  # mistyped
    ("ULN\t9276308686", "9276308686", "CASE_REFERENCE"),  # a table's label
    # a school's number
    ("The school's URN is 599999.", "599999", "OTHER_ID"),  # of the register
    ("(URN 100000)", "100000", "OTHER_ID"),  # in brackets
    ("DfE number 801/9999", "801/9999", "OTHER_ID"),  # authority and school
    ("DfES no. 8019999", "8019999", "OTHER_ID"),  # in one
    ("LAESTAB\t801 9999", "801 9999", "OTHER_ID"),  # a table's label
    ("establishment number for the school: 801/4000", "801/4000", "OTHER_ID"),  # words between
    # a provider's number
    ("EY999999 was inspected", "EY999999", "OTHER_ID"),  # alone
    ("the home, SC000001, closed", "SC000001", "OTHER_ID"),  # alone
    ("Ofsted URN: 2999999", "2999999", "OTHER_ID"),  # its words
    ("Ofsted registration number 299999", "299999", "OTHER_ID"),  # six digits
    ("Childminder registration\tEY 999999", "EY 999999", "OTHER_ID"),  # apart
    ("2999999 (Ofsted number)", "2999999", "OTHER_ID"),  # its words behind it
)
LEFT = (
    "B801200005002 was printed on the box",  # the check fails, and no words
    "A1234 5678 9012 boxes",  # five digits in the first group
    "UPN and ULN are held by the school.",  # words without a number
    "S801200005001 came by post",  # S begins no pupil's number
    "a UPN has 13 characters",  # a count
    "the pupil number rose to 1200 in 2009",  # a count of pupils
    "the college spent 1000000018 on it",  # the check fails
    "1000000019 was the sum",  # it holds, but no words
    "0000000121 of the college",  # begins with 0
    "learners in 2009 and 2010",  # years
    "The ULN guidance of 2013",  # a year
    "the sixth form has 1234567890 books",  # the check fails
    "the school has 801/9999 and 599999",  # no words
    "URN 599999 pupils were counted",  # a count
    "the school number 3",  # too short
    "DfE 2015",  # a year
    "DfE/00123/2015 guidance",  # a publication
    "establishment of 123456 places was planned",  # words too far
    "In 2009 Ofsted visited 123456 homes.",  # a count
    "Ofsted 2015",  # a year
    "SC1 and SC12",  # too short
    "EYFS 2012",  # a framework
    "Ofsted rated 5 of 12 homes.",  # counts
    "VC 10",  # too short
)


@pytest.mark.parametrize(("text", "value", "label"), FOUND)
def test_it_is_found(text: str, value: str, label: str) -> None:
    assert (value, label) in numbers_in(text)


@pytest.mark.parametrize("text", LEFT)
def test_it_is_left_alone(text: str) -> None:
    assert numbers_in(text) == []
