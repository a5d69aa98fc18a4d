"""Plain text and Markdown: the text as it stands in the file, in paragraphs."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.errors import Damaged
from redact.formats import plain
from redact.formats.building import DocumentBuilder, Request
from redact.values.text import Document, Format, Pages, Part

LETTERS = st.characters(exclude_characters="\0", exclude_categories=["Cs"])
TEXTS = st.text(LETTERS) | st.text(st.sampled_from("ab #.-\t\r\n\f\u00a0\u2028\u202e\u200b"), max_size=60)


def read(data: bytes, *, format: Format = Format.TXT, name: str = "") -> Document:
    builder = DocumentBuilder(
        Request(name=name, secret=b"s" * 32), sha256=hashlib.sha256(data).hexdigest(), format=format
    )
    return plain.read(data, builder)


def texts(document: Document) -> list[str]:
    return [passage.text for passage in document.passages]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"Mother of Child A", "Mother of Child A"),  # ASCII
        ("Zoë Ó Briain".encode(), "Zoë Ó Briain"),  # UTF-8
        ("\ufeffZoë".encode(), "Zoë"),  # UTF-8 with a byte order mark
        (b"\xff\xfe" + "Zoë\r\n".encode("utf-16-le"), "Zoë\r\n"),  # UTF-16 as Notepad saves it
        (b"\xfe\xff" + "Zoë".encode("utf-16-be"), "Zoë"),  # UTF-16, the other byte order
        ("the child\u2019s Zoë".encode("cp1252"), "the child\u2019s Zoë"),  # Windows
    ],
)
def test_decodes(data: bytes, expected: str) -> None:
    assert plain.recognises(data)
    assert plain.decode(data) == expected
    assert read(data).text() == expected


@pytest.mark.parametrize(
    "data",
    [
        b"Kayleigh\0Ashdown",  # a NUL stands in no text
        b"caf\x81",  # no letter in cp1252
        "\ufeff".encode() + b"caf\xe9",  # says UTF-8 and is not
        b"\xff\xfea",  # half a character of UTF-16
        b"\xff\xfe\x00\xd8a\x00",  # half a surrogate pair
        b"\xff\xfe\x00\x00a\x00",  # a NUL in UTF-16
    ],
)
def test_refuses_what_is_not_text(data: bytes) -> None:
    assert not plain.recognises(data)
    with pytest.raises(Damaged, match="not text") as caught:
        read(data)
    assert "Kayleigh" not in caught.value.what + caught.value.remedy
    assert caught.value.remedy


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", "\ufeff".encode(), b"\xff\xfe"])
def test_refuses_a_file_without_text(data: bytes) -> None:
    with pytest.raises(Damaged, match="the file holds no text"):
        read(data)


@given(TEXTS, st.sampled_from(Format))
def test_the_text_is_the_file(text: str, format: Format) -> None:
    data = text.encode()
    expected = plain.decode(data)
    if not expected.strip():
        return
    document = read(data, format=format)
    assert document.text() == expected
    for passage_id, start in document.starts().items():
        passage = next(passage for passage in document.passages if passage.id == passage_id)
        assert expected[start : start + len(passage.text)] == passage.text


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_paragraphs_are_parted_by_blank_lines(line_end: str) -> None:
    document = read(line_end.join(["", "Kayleigh", "Ashdown", " \t", "", "  Mother", ""]).encode())
    assert texts(document) == [f"Kayleigh{line_end}Ashdown", "  Mother"]
    assert [passage.location.block for passage in document.passages] == [1, 2]
    assert {passage.location.part for passage in document.passages} == {Part.BODY}
    assert document.pages is None
    assert document.paging is Pages.NONE


def test_headings_of_markdown() -> None:
    source = b"# Review\nChild A\n## Family\n\nMother\n# 2 Services\n#hashtag\n"
    document = read(source, format=Format.MD)
    assert [(passage.text, passage.heading_level, passage.headings) for passage in document.passages] == [
        ("Review", 1, ()),
        ("Child A", None, ("Review",)),
        ("Family", 2, ("Review",)),
        ("Mother", None, ("Review", "Family")),
        ("2 Services", 1, ()),
        ("#hashtag", None, ("2 Services",)),  # not a heading without a space
    ]
    assert document.text() == source.decode()
    assert [passage.heading_level for passage in read(source).passages] == [None, None]  # in .txt # is a sign


def test_the_file_name_is_read_and_is_no_part_of_the_text() -> None:
    document = read(b"Child A", name="Kayleigh Ashdown.txt")
    assert [(one.text, one.location.part, one.apart) for one in document.passages] == [
        ("Child A", Part.BODY, False),
        ("Kayleigh Ashdown.txt", Part.FILE_NAME, True),
    ]
    assert document.text() == "Child A"


def test_front_matter_and_comments_are_text() -> None:
    document = read(b"---\nauthor: Kayleigh Ashdown\n---\n\n<!-- Mrs Tarn -->\n", format=Format.MD)
    assert texts(document) == ["---\nauthor: Kayleigh Ashdown\n---", "<!-- Mrs Tarn -->"]


@pytest.mark.parametrize(
    ("unit", "first_ends_with"),
    [
        ("Kayleigh Ashdown came.\nShe said no\n", "came."),  # at a line end that ends a sentence
        ("Kayleigh Ashdown came\n", "came"),  # at a line end
        ("She came. Kayleigh Ashdown left. ", "."),  # at the end of a sentence
        ("Kayleigh ", "Kayleigh"),  # at a space
        ("x", "x"),  # anywhere, because there must be an end
        (" " * 150_000 + "x", " "),  # more white space than a passage holds
    ],
)
def test_splits_what_is_too_long(unit: str, first_ends_with: str) -> None:
    text = (unit * (250_000 // len(unit) + 1)) + "\n\nend"
    document = read(text.encode())
    assert document.text() == text
    assert len(document.passages) >= 3
    assert all(len(passage.text) <= plain.LONGEST_PASSAGE for passage in document.passages)
    assert texts(document)[0].endswith(first_ends_with)


def test_reports_progress_in_pages_of_characters() -> None:
    told: list[tuple[int, int | None]] = []
    builder = DocumentBuilder(
        Request(name="a.txt", secret=b"s" * 32, progress=lambda done, total: told.append((done, total))),
        sha256="0" * 64,
        format=Format.TXT,
    )
    plain.read(b"a paragraph of words\n\n" * 1_000, builder)
    assert [done for done, _ in told] == [1, 2, 3, 4, 5, 6, 7]
    assert {total for _, total in told} == {8}
