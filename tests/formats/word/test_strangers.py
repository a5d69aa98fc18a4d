"""Words in bytes that nobody reads: in XML, other markup, base64, between other bytes; noise is left."""

from __future__ import annotations

import base64
import random

import pytest

from redact.formats.word.strangers import MAX_CHARACTERS, decoded, path_like, without_paths, words_in

WIDE = "Rowan Elm".encode("utf-16-le")
COMPRESSED = random.Random(7).randbytes(200_000)


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"<a><b>Rowan Elm</b></a>", ["Rowan Elm"]),
        (b'<a who="Rowan Elm"/>', ["Rowan Elm"]),
        (b"<p>Ro<r>wan</r> Elm</p>", ["Rowan Elm"]),  # a paragraph is one piece
        (b"<a>Ro<r>wan</r> Elm</a>", ["Rowan Elm"]),  # and so is text between elements
        (b"<a><!-- Rowan Elm --></a>", ["Rowan Elm"]),
        (b"<si><r><t>Rowan</t></r><r><t> Elm</t></r></si>", ["Rowan Elm"]),
        (b"Rowan Elm\r\nand others", ["Rowan Elm", "and others"]),
        (b"\0\1Rowan Elm\0\xff\0", ["Rowan Elm"]),
        (b"\0\1\2" + WIDE + b"\xff\xff\xfe", ["Rowan Elm"]),
        ("\0\1Zoë Müller\0\2".encode(), ["Zoë Müller"]),
        ("\0\1Zoë Müller\0\2".encode("latin-1"), ["Zoë Müller"]),
        (b"<html><body>Rowan<br>Elm</body>", ["Rowan", "Elm"]),
        (b'<img alt="Rowan Elm">', ["Rowan Elm"]),
        (b"<b>Rowan &amp; Elm</b><br>", ["Rowan & Elm"]),
        (b"{\\rtf1\\ansi Ro{\\b wan} Elm\\par x}", ["Rowan Elm"]),
        (f'<a v="{base64.b64encode(WIDE).decode()}"/>'.encode(), ["Rowan Elm"]),
    ],
)
def test_words_are_found(content: bytes, found: list[str]) -> None:
    assert [word for word in found if word in words_in(content)] == found


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 100, bytes(range(256)) * 4, b"<a v='1.5'/>", b"----======----"]
)
def test_where_there_are_none_nothing_is_found(content: bytes) -> None:
    assert [word for word in words_in(content) if "Rowan" in word or " " in word] == []


@pytest.mark.parametrize(("length", "most"), [(90_000, 40), (200_000, 4)])
def test_compressed_bytes_give_little_noise(length: int, most: int) -> None:
    assert len(words_in(COMPRESSED[:length])) <= most


def test_a_word_in_many_compressed_bytes_is_found() -> None:
    assert "written by Rowan Ashdown" in "\n".join(words_in(COMPRESSED + b"\0written by Rowan Ashdown\0"))


def test_much_text_is_cut_off() -> None:
    lines = "\n".join(f"Rowan Elm number {number}" for number in range(100_000))
    assert sum(map(len, words_in(lines.encode()))) <= MAX_CHARACTERS


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (base64.b64encode(b"Rowan Elm, a child").decode(), ["Rowan Elm, a child"]),
        (base64.b64encode(WIDE).decode(), ["Rowan Elm"]),
        ("Rowan", []),
        ("RowanElm", []),  # a word that might be base64
        ("not base64!", []),
    ],
)
def test_base64_is_undone(text: str, found: list[str]) -> None:
    assert decoded(text) == found


@pytest.mark.parametrize(
    ("text", "paths", "rest"),
    [
        ("C:\\Users\\Rowan\\note.txt", ["C:\\Users\\Rowan\\note.txt"], ""),
        ("see \\\\server\\Rowan Elm\\a.doc", ["\\\\server\\Rowan Elm\\a.doc"], "see"),
        (f"/{'Users'}/rowan/a.doc", [f"/{'Users'}/rowan/a.doc"], ""),  # of a Mac
        ("and/or", [], "and/or"),
        ("at 10:30 a.m.", [], "at 10:30 a.m."),
    ],
)
def test_paths_are_told_from_other_words(text: str, paths: list[str], rest: str) -> None:
    assert path_like(text) == paths
    assert without_paths(text) == rest
