"""Dates of birth that only a name beside them tells, and those in further wordings; all invented."""

from __future__ import annotations

import pytest

from redact.values.people import Label
from tests.recognise.recognise_factory import found

FOUND = [
    ("Miss Harte (01/02/2003) was seen in 2014.", ["01/02/2003"]),  # in brackets
    ("Seen in 2014:\nMiss Harte 01.02.03\nMrs Harte 04.05.83", ["01.02.03", "04.05.83"]),  # a list
    ("Reviewed in 2014. Miss Harte; 01.02.03; F", ["01.02.03"]),  # a field of its own
    ("DOB 04052009, dob: 040509", ["04052009", "040509"]),  # run together
    ("date-of-birth: 2009-05-04 (b 04.05.09)", ["2009-05-04", "04.05.09"]),  # with hyphens, a bare b
    ("Nominal: HARTE/LEE 01021983", ["01021983"]),  # as a log has it
    ("Suspect: Lee Harte, 01/02/83", ["01/02/83"]),  # a field of the police
    ("She will be 18 on 4 May 2027.", ["4 May 2027"]),  # counted forward
    ("LSCS 04.05.09 at 02:14, live infant", ["04.05.09"]),  # a delivery
    ("Delivered at term on 04/05/2009.", ["04/05/2009"]),  # a delivery
]
LEFT = [
    "Signed: Mrs Harte (12.03.2014), in 2014",  # the day of a signature
    "Mrs Harte rang (01/02/2003) in 2014.",  # no name directly before it
    "The letter was delivered on Monday; the delivery plan of 4 May 2009 was late.",
    "DOB on file 123456, dob 99119999",  # no days
    "HARTE 12345678",  # not a day
]


@pytest.mark.parametrize(("text", "dates"), FOUND)
def test_a_date_beside_somebody_or_a_delivery_is_one_of_birth(text: str, dates: list[str]) -> None:
    assert found(text, Label.DATE_OF_BIRTH) == dates


@pytest.mark.parametrize("text", LEFT)
def test_other_dates_are_none_of_birth(text: str) -> None:
    assert found(text, Label.DATE_OF_BIRTH) == []
