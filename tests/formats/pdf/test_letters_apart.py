"""Which letters that stand apart are read as one word."""

from __future__ import annotations

import pytest

from redact.formats.pdf.readings import _letters_together


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("K a y l e i g h", "Kayleigh"),  # letter-spaced
        ("Ka y l e i g h", "Kayleigh"),  # where some stand nearer
        ("K\na\ny", "Kay"),  # one under the other
        ("L S 1 4 A P", "LS14AP"),  # a postcode
        ("0 7 7 0 0 9 0 0 1 2 3", "07700900123"),  # a number
        ("it is to be", None),  # words
        ("R as a", None),  # a label's letter before small words
        ("S o ph ie", "Sophie"),  # the same form in a name
        ("3 of 4", None),  # a page number
        ("1 2 3 4 5 6", None),  # columns
        ("- - -", None),  # a rule
        ("K a", None),  # two may be initials
    ],
)
def test_letters_apart(text: str, expected: str | None) -> None:
    reading = _letters_together(f"about {text} today")
    assert (reading.text if reading else None) == (f"about {expected} today" if expected else None)
    if reading and expected:
        assert reading.focus == ((6, 6 + len(expected)),)
