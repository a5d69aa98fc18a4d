"""What is kept of a file that was rewritten gives it back, and is little more than what was written over."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.errors import KeyDamaged, WrongUse
from redact.formats.undoing import apart, put_together, undo_content, undoing_of
from redact.values.text import Format
from redact.values.undoing import Undoing

TEXT = "".join(f"On day {number} somebody came and went away again. " for number in range(200)).encode()


def quiet(_done: int, _total: int | None) -> None:
    """Take progress, and do nothing."""


PIECES = (b"a", b"ab" * 20, b"<w:r>" * 9, b"x" * 40)


@given(
    st.lists(st.sampled_from((*PIECES, b"Hartwell")), max_size=30),
    st.lists(st.sampled_from((*PIECES, b"Child K")), max_size=30),
)
def test_any_two_are_taken_apart_and_put_together(before: list[bytes], after: list[bytes]) -> None:
    old, new = b"".join(before), b"".join(after)
    assert put_together(apart(old, new), new) == old


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_bytes_too(before: bytes, after: bytes) -> None:
    assert put_together(apart(before, after), after) == before


def test_what_still_stands_in_the_new_file_is_not_kept() -> None:
    before = TEXT.replace(b"somebody", b"Anneke Hartwell")
    pieces = apart(before, TEXT.replace(b"somebody", b"Parent 1"))
    kept = b"".join(piece for piece in pieces if isinstance(piece, bytes))
    assert put_together(pieces, TEXT.replace(b"somebody", b"Parent 1")) == before
    assert len(kept) < len(before) / 2
    assert apart(TEXT, TEXT) == ((0, len(TEXT)),)


def test_pieces_of_another_file_are_refused() -> None:
    with pytest.raises(KeyDamaged):
        undo_content(b"short", (Undoing("", ((0, 99),)),), Format.TXT, quiet)


def test_a_file_that_was_changed_meanwhile_is_another(tmp_path: Path) -> None:
    path = tmp_path / "visit.txt"
    path.write_bytes(b"before")
    assert undoing_of(str(path), hashlib.sha256(b"before").hexdigest(), b"after", Format.TXT, quiet)
    with pytest.raises(WrongUse):
        undoing_of(str(path), hashlib.sha256(b"other").hexdigest(), b"after", Format.TXT, quiet)
