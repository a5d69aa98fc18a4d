"""One text, and the name that is read out of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.resolve.names import Form, read_name, spelled

# Text, form, forename (or initial), names between, surname (or the one part, or the letters), title.
READ = [
    ("Harriet Osgood", Form.FULL, "harriet", (), "osgood", ""),
    ("Mary   Ann\nOsgood", Form.FULL, "mary", ("ann",), "osgood", ""),
    ("Osgood, Harriet", Form.FULL, "harriet", (), "osgood", ""),
    ("Osgood, Harriet Jane", Form.FULL, "harriet", ("jane",), "osgood", ""),
    ("Osgood, Harriet, Mrs", Form.FULL, "harriet", (), "osgood", "mrs"),  # title at the end
    ("Osgood, Dr Harriet", Form.FULL, "harriet", (), "osgood", "dr"),
    ("OSGOOD Harriet", Form.FULL, "harriet", (), "osgood", ""),
    ("O\u2019DOWD Sean", Form.FULL, "sean", (), "o'dowd", ""),
    ("McALEER, Mary-Kate", Form.FULL, "mary-kate", (), "mcaleer", ""),
    ("HARRIET OSGOOD", Form.FULL, "harriet", (), "osgood", ""),
    ("Detective Sergeant Harriet Osgood", Form.FULL, "harriet", (), "osgood", "detective sergeant"),
    ("PC 123 Osgood", Form.SINGLE, "", (), "osgood", "pc"),  # a collar number is no name
    ("Osgood (Mrs)", Form.SINGLE, "", (), "osgood", "mrs"),
    ("little Jane Osgood", Form.FULL, "jane", (), "osgood", ""),
    ("Jan van der Berg", Form.FULL, "jan", (), "van der berg", ""),
    ("van der Berg", Form.SINGLE, "", (), "van der berg", ""),
    ("\u00d3 D\u00e1laigh", Form.SINGLE, "", (), "o dalaigh", ""),
    ("\u0141ukasz Wr\u00f3bel", Form.FULL, "lukasz", (), "wrobel", ""),
    ("'Osgood'", Form.SINGLE, "", (), "osgood", ""),
    ("Osgood\u2019s", Form.SINGLE, "", (), "osgood", ""),
    ("James'", Form.SINGLE, "", (), "james", ""),
    ("Mr. Osgood", Form.SINGLE, "", (), "osgood", "mr"),
    ("H. Osgood", Form.INITIAL_LAST, "h", (), "osgood", ""),
    ("H Osgood", Form.INITIAL_LAST, "h", (), "osgood", ""),
    ("J.Osgood", Form.INITIAL_LAST, "j", (), "osgood", ""),
    ("Dr J.P. O'Hara", Form.INITIAL_LAST, "j", (), "o'hara", "dr"),
    ("Osgood, H.", Form.INITIAL_LAST, "h", (), "osgood", ""),
    ("Kate M.", Form.FIRST_INITIAL, "kate", (), "m", ""),
    ("K.O.", Form.INITIALS, "", (), "ko", ""),
    ("K. O-R.", Form.INITIALS, "", (), "kor", ""),
    ("K O-R", Form.INITIALS, "", (), "kor", ""),
    ("KOR", Form.INITIALS, "", (), "kor", ""),
    ("ko", Form.INITIALS, "", (), "ko", ""),
    ("The Osgoods", Form.FAMILY, "", (), "osgoods", ""),
    ("DI", Form.INITIALS, "", (), "di", ""),  # nothing but a title may be initials
    ("---", Form.OTHER, "", (), "---", ""),
]


@pytest.mark.parametrize(("text", "form", "first", "between", "last", "title"), READ)
def test_what_is_read(
    text: str, form: Form, first: str, between: tuple[str, ...], last: str, title: str
) -> None:
    name = read_name(text)
    assert (name.form, name.first, name.between, name.last, name.title) == (form, first, between, last, title)


def test_digits_that_were_read_for_letters_are_letters_and_others_are_not() -> None:
    assert (spelled("0'Donnel1"), spelled("123")) == ("o'donnell", "123")


@given(st.text(max_size=40))
def test_any_text_is_read_and_whole_names_have_both_parts(text: str) -> None:
    name = read_name(text)
    assert (name.form is not Form.FULL) or (name.first and name.last)
    assert name == read_name(text)
