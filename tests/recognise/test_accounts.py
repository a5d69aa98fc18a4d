"""Numbers of bank accounts, cards, rent and tenancies."""

from __future__ import annotations

import pytest

from tests.recognise.number_tables import numbers_in

FOUND = (
    ("00-00-00 00000000", "00-00-00 00000000", "ACCOUNT"),  # both parts
    ("00-00-00, account no. 00000000", "00-00-00, account no. 00000000", "ACCOUNT"),  # words between
    ("Sort code 00-00-00", "00-00-00", "ACCOUNT"),  # its words
    ("sort code\t00 00 00", "00 00 00", "ACCOUNT"),  # a table's label
    ("account number: 00000000", "00000000", "ACCOUNT"),  # its words
    ("a/c 0000 0000", "0000 0000", "ACCOUNT"),  # in groups
    ("IBAN GB82 WEST 1234 5698 7654 32", "GB82 WEST 1234 5698 7654 32", "ACCOUNT"),  # its check holds
    ("card 4111 1111 1111 1111", "4111 1111 1111 1111", "ACCOUNT"),  # a card
    ("4111-1111-1111-1111", "4111-1111-1111-1111", "ACCOUNT"),  # a card, alone
    ("Rent account\tHB/000123/9", "HB/000123/9", "ACCOUNT"),  # a table's label
    ("tenancy reference 0099123", "0099123", "ACCOUNT"),  # its words
    ("council tax account number: 555000111", "555000111", "ACCOUNT"),  # its words
    ("housing ref ZZ-12345", "ZZ-12345", "ACCOUNT"),  # letters and digits
)
LEFT = (
    "01-02-03 was the day",  # a date
    "on 01-02-03 she had 12 visits",  # a date
    "the account of 2009",  # a year
    "Her account was 3 pages long.",  # another account
    "12345678 was the total",  # no words
    "4111 1111 1111 1112",  # the check fails
    "tenancy from 2009",  # a year
    "the tenancy began on 12/03/2009",  # a date
    "tenancy 12/03/2009",  # a date directly behind
    "rent of 450 a month",  # money
    "the account given on 12 May",  # an account that was told
    "GB82 WEST 1234 5698 7654 33",  # the check fails
)


@pytest.mark.parametrize(("text", "value", "label"), FOUND)
def test_it_is_found(text: str, value: str, label: str) -> None:
    assert (value, label) in numbers_in(text)


@pytest.mark.parametrize("text", LEFT)
def test_it_is_left_alone(text: str) -> None:
    assert numbers_in(text) == []
