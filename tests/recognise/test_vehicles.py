"""Registration marks of vehicles, and what presidio takes for them."""

from __future__ import annotations

import pytest

from tests.recognise.number_tables import numbers_in

FOUND = (
    ("a silver car, ZZ99 ZZZ, was seen", "ZZ99 ZZZ", "VEHICLE"),  # letters not in use, beside a car
    ("AB12 CDE", "AB12 CDE", "VEHICLE"),  # alone
    ("AB12CDE was outside", "AB12CDE", "VEHICLE"),  # joined
    ("Reg: A123 BCD", "A123 BCD", "VEHICLE"),  # before 2001
    ("A123BCD", "A123BCD", "VEHICLE"),  # alone: asked about
    ("ABC 123D", "ABC 123D", "VEHICLE"),  # before 1983: asked about
    ("number plate ab12 cde", "ab12 cde", "VEHICLE"),  # lower case
    ("Vehicle reg\tA1 BCD", "A1 BCD", "VEHICLE"),  # short, a table's label
    ("car registration QQZ 1234", "QQZ 1234", "VEHICLE"),  # without a date
    ("VRM 1 QQ", "1 QQ", "VEHICLE"),  # without a date, short
    ("ANPR showed QQ51 QQZ at 10pm", "QQ51 QQZ", "VEHICLE"),  # beside cameras
    ("a van (AB12 CDE)", "AB12 CDE", "VEHICLE"),  # in brackets
)
LEFT = (
    "his mother, A12 and the baby",  # presidio: A12 and
    "Mother (M12 and Father) drove to the A303",  # presidio: M12 and; a road beside driving
    "her mother told Child B1 and the carer",  # presidio: B1 and
    "The care plan for A1 was agreed.",  # presidio: A1 was
    "Child A2 and S47 enquiries",  # a label and a section
    "A123 AND THE NHS",  # capitals
    "IN THE CAR A12 AND M25",  # capitals beside a car
    "SW1A 1AA",  # a postcode
    "the A303 and the M62",  # roads
    "the car cost 1234 pounds",  # money
    "registration under S47",  # a section
    "drove on 12 May 2009",  # a date
    "AB12 cde",  # half of it in lower case, and no words
    "MAY 2009 and JUN 2010",  # months
)


@pytest.mark.parametrize(("text", "value", "label"), FOUND)
def test_it_is_found(text: str, value: str, label: str) -> None:
    assert (value, label) in numbers_in(text)


@pytest.mark.parametrize("text", LEFT)
def test_it_is_left_alone(text: str) -> None:
    assert numbers_in(text) == []
