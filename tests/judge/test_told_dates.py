"""Days and months in a text, as days of the calendar."""

from __future__ import annotations

import pytest

from redact.judge.dates import dates_in, latest_year


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("on 1 March 2019", ["2019-03-01"]),
        ("the 26th of March 2015", ["2015-03-26"]),
        ("May 4th, 2009", ["2009-05-04"]),
        ("2019-03-04", ["2019-03-04"]),
        ("01-Jan-2009", ["2009-01-01"]),
        ("12/05/2003", ["2003-05-12"]),  # days first
        ("03.06.10 and 04.07.98", ["2010-06-03", "1998-07-04"]),  # up to the last year that it can be
        ("in May 2009", ["2009-05-01..2009-05-31"]),
        ("02/2008", ["2008-02-01..2008-02-29"]),
        ("from 1 March to 30 June 2020", ["2020-03-01", "2020-06-30"]),  # the first has the second's year
        ("March to June 2020", ["2020-03-01..2020-03-31", "2020-06-01..2020-06-30"]),
        ("31.02.10", []),  # no such day
        ("section 4.1.12 of the policy", []),
        ("120/80, 34/40 and 6/12", []),
        ("Working Together 2015", []),
        ("the 4th", []),
    ],
)
def test_dates_are_read(text: str, told: list[str]) -> None:
    found = [
        f"{one.first}" if one.first == one.last else f"{one.first}..{one.last}"
        for one in dates_in(text, 2012)
    ]
    assert found == told


def test_a_date_says_where_it_stands() -> None:
    text = "Seen on 03.06.10."
    (one,) = dates_in(text, 2012)
    assert text[one.start : one.end] == "03.06.10"


def test_the_last_year_is_one_that_is_written_in_full() -> None:
    assert latest_year("In 2009 and 2011, on 03.06.14") == 2011
    assert latest_year("On 03.06.14") is None
