"""The checks of numbers against examples that were published, and one changed digit against each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.recognise.checksums import (
    is_cro_number,
    is_iban,
    is_learner_number,
    is_luhn,
    is_pnc_number,
    is_pupil_number,
)

HOLDS = (
    (is_pupil_number, "B801200005001"),  # the example of the department's own guide
    (is_pupil_number, "R999999926001"),  # computed by its rule
    (is_pupil_number, "Z80199992601A"),  # a temporary one: its last letter counts
    (is_learner_number, "9276308686"),  # the statistics agency's example
    (is_learner_number, "1000000019"),  # computed
    (is_learner_number, "123 456 7899"),  # in groups
    (is_pnc_number, "2003/0011985X"),  # the hub's example
    (is_pnc_number, "20/7654321T"),  # two digits of the year
    (is_pnc_number, "03/11985X"),  # the first one, short
    (is_cro_number, "265416/21G"),  # the hub's example
    (is_cro_number, "123456/05Y"),  # computed
    (is_cro_number, "999999/18X"),  # computed
    (is_luhn, "490154203237518"),  # the example of an IMEI in its standard
    (is_luhn, "4111 1111 1111 1111"),  # a card that is kept for tests
    (is_iban, "GB82 WEST 1234 5698 7654 32"),  # the example of the standard
)
FAILS = (
    (is_pupil_number, "B801200005002"),  # one digit changed
    (is_pupil_number, "B80120000500"),  # too short
    (is_pupil_number, "B80120000500S"),  # S is none of its letters
    (is_pupil_number, ""),  # nothing
    (is_learner_number, "9276308687"),  # one digit changed
    (is_learner_number, "0276308686"),  # begins with 0
    (is_learner_number, "927630868"),  # too short
    (is_pnc_number, "2003/0011985Y"),  # another letter
    (is_pnc_number, "2003/00119850X"),  # eight digits
    (is_pnc_number, "2003"),  # no serial number
    (is_cro_number, "265416/21H"),  # another letter
    (is_cro_number, "1265416/21G"),  # seven digits
    (is_cro_number, "/"),  # nothing
    (is_luhn, "490154203237519"),  # one digit changed
    (is_luhn, "000000000000000"),  # all equal
    (is_luhn, ""),  # nothing
    (is_iban, "GB82 WEST 1234 5698 7654 33"),  # one digit changed
    (is_iban, "GB82"),  # too short
)


@pytest.mark.parametrize(("check", "text"), HOLDS)
def test_a_published_example_holds(check: object, text: str) -> None:
    assert check(text) is True  # type: ignore[operator]


@pytest.mark.parametrize(("check", "text"), FAILS)
def test_what_was_changed_fails(check: object, text: str) -> None:
    assert check(text) is False  # type: ignore[operator]


@given(st.integers(0, 10**11 - 1), st.integers(0, 10), st.integers(1, 9))
def test_one_wrong_digit_of_a_pupil_number_is_noticed(number: int, at: int, more: int) -> None:
    digits = f"{number:011d}" + "0"
    letter = next(each for each in "ABCDEFGHJKLMNPQRTUVWXYZ" if is_pupil_number(each + digits))
    wrong = digits[:at] + str((int(digits[at]) + more) % 10) + digits[at + 1 :]
    assert not is_pupil_number(letter + wrong)


@given(st.text(max_size=30))
def test_no_text_breaks_a_check(text: str) -> None:
    for check in (is_pupil_number, is_learner_number, is_pnc_number, is_cro_number, is_luhn, is_iban):
        assert check(text) in (True, False)
