"""Numbers of courts and tribunals, and citations of judgments."""

from __future__ import annotations

import pytest

from tests.recognise.number_tables import numbers_in

FOUND = (
    # family courts
    ("Case no. ZC20C00123", "ZC20C00123", "CASE_REFERENCE"),  # its words
    ("ZW99C99999", "ZW99C99999", "CASE_REFERENCE"),  # alone
    ("QQ21P00001 began", "QQ21P00001", "CASE_REFERENCE"),  # a private law case
    ("care proceedings zc 20 c 00123", "zc 20 c 00123", "CASE_REFERENCE"),  # apart and lower case
    ("Case number\tZC20C00123", "ZC20C00123", "CASE_REFERENCE"),  # a table's label
    ("(ZC20Z00001)", "ZC20Z00001", "CASE_REFERENCE"),  # an adoption
    # other courts
    ("T20999999 at the Crown Court", "T20999999", "CASE_REFERENCE"),  # the Crown Court
    ("FD99P99999", "FD99P99999", "CASE_REFERENCE"),  # the High Court
    ("CA-2099-000123", "CA-2099-000123", "CASE_REFERENCE"),  # the Court of Appeal
    ("B4/2099/2092", "B4/2099/2092", "CASE_REFERENCE"),  # its old form
    ("PA/00001/2099", "PA/00001/2099", "CASE_REFERENCE"),  # a tribunal
    ("Court reference\tABC/1234/99", "ABC/1234/99", "CASE_REFERENCE"),  # a table's label
    ("inquest ref: 0001234/AB", "0001234/AB", "CASE_REFERENCE"),  # a coroner
    # citations
    ("[2099] EWFC 999 (B)", "[2099] EWFC 999 (B)", "CASE_REFERENCE"),  # a family court
    ("Re X [2099] EWHC 123 (Fam)", "[2099] EWHC 123 (Fam)", "CASE_REFERENCE"),  # the High Court
    ("(2099) EWCOP 12", "(2099) EWCOP 12", "CASE_REFERENCE"),  # round brackets
    ("see [2099] UKSC 99", "[2099] UKSC 99", "CASE_REFERENCE"),  # law: asked about
    ("[2099] EWCA Civ 12", "[2099] EWCA Civ 12", "CASE_REFERENCE"),  # law: asked about
    ("[2099] 1 FLR 123", "[2099] 1 FLR 123", "CASE_REFERENCE"),  # a law report: asked about
)
LEFT = (
    "section 31 of the Children Act 1989",  # a statute
    "Family Court form C110A",  # a form
    "the order of 12/03/2009",  # a date
    "the Family Court in 2014",  # a year
    "a C2 and a C1A application",  # forms
    "ZC20 and C00123",  # halves
    "Court of Appeal 2009",  # a year
    "T1 and T2 in [2015]",  # labels and a year
    "the Crown Court sat on 12 May 2009",  # a date
    "T12345",  # too short
    "CA-2009 form",  # too short
    "PA/1/2009",  # too short
    "the EWFC in 2014",  # a year
    "[2014] and [2015]",  # years
    "EWHC 123",  # no year
    "Brandon (2009) 12",  # an author
    "[12] UKSC",  # no year
    "ISBN 978 1 4473 1234 5",  # a book
)


@pytest.mark.parametrize(("text", "value", "label"), FOUND)
def test_it_is_found(text: str, value: str, label: str) -> None:
    assert (value, label) in numbers_in(text)


@pytest.mark.parametrize("text", LEFT)
def test_it_is_left_alone(text: str) -> None:
    assert numbers_in(text) == []
