"""What is kept of a file that was rewritten gives it back, and is little more than what was written over."""

from __future__ import annotations

import hashlib
import random
import re
from itertools import pairwise
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redact.errors import KeyDamaged, WrongUse
from redact.formats import undoing
from redact.formats.building import Request
from redact.formats.cleaners import read_copy
from redact.formats.rewriting import rewriter_of
from redact.formats.undoing import apart, put_together, undo_content, undoing_of
from redact.formats.word.package import unpack
from redact.resolve.applying import rewritings
from redact.values.edits import Edit
from redact.values.text import Format, Span
from redact.values.undoing import Undoing
from tests.formats.word.package_factory import make_docx
from tests.run.anonymise_factory import everywhere, runs

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


def test_of_two_files_that_have_nothing_in_common_all_is_kept_and_soon() -> None:
    lot = random.Random(1)
    before, after = lot.randbytes(3_000_000), lot.randbytes(1_000_000)
    assert apart(before, after) == (before,)


def test_what_would_be_too_much_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "visit.txt"
    path.write_bytes(TEXT)
    monkeypatch.setattr(undoing, "_MOST", 100)
    assert undoing_of(str(path), hashlib.sha256(TEXT).hexdigest(), b"other", Format.TXT, quiet) == ()


def test_pieces_of_another_file_are_refused() -> None:
    with pytest.raises(KeyDamaged):
        undo_content(b"short", (Undoing("", ((0, 99),)),), Format.TXT, quiet)


def test_a_file_that_was_changed_meanwhile_is_another(tmp_path: Path) -> None:
    path = tmp_path / "visit.txt"
    path.write_bytes(b"before")
    assert undoing_of(str(path), hashlib.sha256(b"before").hexdigest(), b"after", Format.TXT, quiet)
    with pytest.raises(WrongUse):
        undoing_of(str(path), hashlib.sha256(b"other").hexdigest(), b"after", Format.TXT, quiet)


def there_and_back(content: bytes, name: str, format: Format, folder: Path) -> tuple[bytes, bytes]:
    """Write a document anew with other words for names, and undo it; gives both."""
    request = Request(name, bytes(32))
    document = read_copy(content, request, format, quiet)
    edits = [
        Edit(Span(one.id, *found.span()), "Parent 1", "a name")
        for one in document.passages
        if not one.apart
        for found in re.finditer(r"Anneke Hartwell|Zo\u00eb|<Lunde> & \"Co\"", one.text)
    ]
    own = rewritings(document.passages, edits)
    new = rewriter_of(format).function()(content, request, own)
    path = folder / name
    path.write_bytes(content)
    undoings = undoing_of(str(path), hashlib.sha256(content).hexdigest(), new, format, quiet)
    return new, undo_content(new, undoings, format, quiet)


WORDS = (
    *("Anneke Hartwell", "Zo\u00eb", '<Lunde> & "Co"', "rang."),
    *("\u2019s sister", "caf\u00e9", "\u2013", ""),
)
LINE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
SENTENCES = st.lists(LINE, min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(
    lines=SENTENCES,
    ending=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
    format=st.sampled_from([Format.TXT, Format.MD]),
)
def test_a_text_is_made_again_byte_for_byte(
    lines: list[str], ending: str, encoding: str, format: Format, tmp_path_factory: pytest.TempPathFactory
) -> None:
    content = (ending * 2).join(["A visit", *lines]).encode(encoding)
    _, again = there_and_back(content, f"visit.{format.value}", format, tmp_path_factory.getbasetemp())
    assert again == content


@settings(max_examples=40, deadline=None)
@given(lines=SENTENCES, seed=st.integers(0, 99))
def test_a_word_document_is_made_again_part_by_part(
    lines: list[str], seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    lot = random.Random(seed)
    paragraphs = []
    for line in ["A visit", *lines]:
        cuts = sorted(lot.sample(range(len(line) + 1), k=min(3, len(line))))
        pieces = [line[start:end] for start, end in pairwise([0, *cuts, len(line)])]
        paragraphs.append(runs(*map(escape, pieces), bold=lot.randint(-1, 3)))
    content = make_docx(None, "".join(paragraphs))
    new, again = there_and_back(content, "visit.docx", Format.DOCX, tmp_path_factory.getbasetemp())
    assert unpack(again).members == unpack(content).members
    if any("Anneke Hartwell" in line for line in lines):
        assert unpack(new).members != unpack(content).members


def test_every_part_of_a_word_document_is_made_again(tmp_path: Path) -> None:
    content = everywhere()
    new, again = there_and_back(content, "visit.docx", Format.DOCX, tmp_path)
    assert unpack(again).members == unpack(content).members
    changed = {name for name, data in unpack(new).members.items() if data != unpack(content).members[name]}
    assert {"word/document.xml", "word/header1.xml", "word/comments.xml", "docProps/core.xml"} <= changed
