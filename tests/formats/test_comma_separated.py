"""Lists of values as other programs write them, and what is none."""

from __future__ import annotations

import pytest

from redact.errors import Damaged, LimitReached
from redact.formats.comma_separated import MAX_BYTES, rows_of

ROWS = (("Name", "Role"), ("Zoë Prowse", "aunt, by marriage"))


@pytest.mark.parametrize(
    "data",
    [
        'Name,Role\r\nZoë Prowse,"aunt, by marriage"\r\n'.encode(),
        'Name,Role\nZoë Prowse,"aunt, by marriage"'.encode("utf-8-sig"),  # as Excel writes UTF-8
        'Name,Role\nZoë Prowse,"aunt, by marriage"'.encode("cp1252"),
        "Name;Role\nZoë Prowse;aunt, by marriage\n;\n".encode(),  # as Excel writes where a comma is a point
        "Name\tRole\nZoë Prowse\taunt, by marriage".encode("utf-16"),
    ],
)
def test_it_is_read(data: bytes) -> None:
    assert rows_of(data) == ROWS


def test_short_rows_are_filled() -> None:
    assert rows_of(b"a,b,c\nd\n\n") == (("a", "b", "c"), ("d", "", ""))
    assert rows_of(b"") == ()


@pytest.mark.parametrize("data", [b"PK\x03\x04\x00\x00", b'Name\n"Anneke'])
def test_what_is_no_list(data: bytes) -> None:
    with pytest.raises(Damaged) as raised:
        rows_of(data)
    assert "Anneke" not in str(raised.value)


def test_too_large() -> None:
    with pytest.raises(LimitReached):
        rows_of(b"a" * (MAX_BYTES + 1))
