"""What cells show of a number, and what they hold besides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.formats.sheets.numbers import literals, show


@pytest.mark.parametrize(
    ("value", "code", "shown", "full"),
    [
        (40605, "dd/mm/yyyy", "03/03/2011", ""),  # a date of birth
        (40605, "d-mmm", "3-Mar", "03/03/2011"),  # shown without its year, which the file holds
        (40605, "mmm-yy", "Mar-11", "03/03/2011"),  # shown without its day
        (40605.5, "dd/mm/yyyy hh:mm", "03/03/2011 12:00", ""),  # the second mm are minutes
        (40605.5, "h:mm AM/PM", "12:00 PM", "03/03/2011"),  # only the time is shown
        (0.25, "h:mm", "6:00", ""),  # a time without a day
        (40605, "[$-809]dddd, d mmmm yyyy;@", "Thursday, 3 March 2011", ""),  # with a language
        (59, "dd/mm/yyyy", "28/02/1900", ""),  # before the day that Excel made up
        (61, "dd/mm/yyyy", "01/03/1900", ""),  # and behind it
        (9991234567, "000 000 0000", "999 123 4567", ""),  # an NHS number kept as a number
        (9991234567, "General", "9991234567", ""),
        (42, "General", "42", ""),
        (0.00012, "0.00E+00", "0.00012", ""),
        (9.991234567e9, "0", "9991234567", ""),
        (7700900123, "00000 000000", "07700 900123", ""),  # a telephone number with its nought
        (7700900123, '"0"0000 000000', "07700 900123", ""),
        (7700900123, "[<=9999999]000-0000;00000-000000", "07700-900123", ""),  # by its size
        (1234567, "#,##0", "1,234,567", ""),
        (1234567, "#,##0,", "1,235", "1234567"),  # shown in thousands
        (12, ";;;", "", "12"),  # switched off
        (-5, "0;(0)", "(5)", ""),
        (0.256, "0%", "26%", ""),
        (1, '"Karen"', "Karen", "1"),  # a name written by the format itself
        (3, "# ?/?", "3", ""),
        (1e300, "dd/mm/yyyy", "1e+300", ""),  # no day at all
        (-3, "dd/mm/yyyy", "-3", ""),
    ],
)
def test_a_number_is_shown_as_excel_shows_it(value: float, code: str, shown: str, full: str) -> None:
    found = show(value, code)
    assert (found.text, found.full) == (shown, full)


def test_days_counted_from_1904() -> None:
    assert show(39143, "dd/mm/yyyy", from_1904=True).text == "03/03/2011"


@given(st.floats(allow_nan=True, allow_infinity=True), st.text(max_size=30))
def test_any_number_in_any_format_is_shown_or_held(value: float, code: str) -> None:
    found = show(value, code)
    assert isinstance(found.text, str)
    assert isinstance(found.full, str)


@given(
    st.integers(min_value=0, max_value=10**15 - 1), st.sampled_from(["0", "General", "#", "00000000", "@"])
)
def test_no_digit_of_a_whole_number_is_lost(value: int, code: str) -> None:
    assert show(value, code).text.lstrip("0") == str(value).lstrip("0")


def test_words_of_a_format() -> None:
    assert literals('"for Karen Okafor" 0;"no"') == ["for Karen Okafor"]
