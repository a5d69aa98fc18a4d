"""Text and Markdown, cleaned: what nobody sees goes, what is read stays as it stands."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.errors import Damaged
from redact.formats.building import Request
from redact.formats.plain_cleaning import clean
from redact.values.cleaning import Cleaned, CleaningOptions
from redact.values.text import Format

SECRET = b"s" * 32


def cleaned(content: bytes | str, name: str = "note.txt") -> Cleaned:
    data = content.encode() if isinstance(content, str) else content
    answer = clean(data, Request(name=name, secret=SECRET), CleaningOptions())
    assert isinstance(answer, Cleaned)
    return answer


def text_of(content: bytes | str, name: str = "note.txt") -> str:
    return cleaned(content, name).content.decode()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("The panel met twice.\n", "The panel met twice.\n"),
        ("Kay\u200bleigh\u00ad \u2060Ash\ufeffdown\n", "Kayleigh Ashdown\n"),  # nothing is drawn for these
        ("\u202enwodhsA\u202c \u2066x\u2069\u200e\n", "nwodhsA x\n"),  # directions of writing
        (
            "one\x00two".replace("\x00", "\x07") + "\x1b[31m\n",
            "onetwo[31m\n",
        ),  # a bell, colours of a terminal
        ("a\U000e0041\U000e0042b\n", "ab\n"),  # tags that spell letters
        ("a\U000e0101b x\ufe0fy ☎\ufe0f\n", "ab xy ☎\ufe0f\n"),  # a picture keeps its form
        ("Ｋａｙ 𝐋𝐞𝐢𝐠𝐡 ﬁnd ①\n", "Kay Leigh find ①\n"),  # a number in a ring is no letter
        ("½ ™ m² ª\n", "½ ™ m² ª\n"),
        ("می\u200cخواهم 👩\u200d👧\n", "می\u200cخواهم 👩\u200d👧\n"),  # joiners that serve what is seen
        ("José Zoë Łukasz Siân\n", "José Zoë Łukasz Siân\n"),
        ("one   \ntwo\t\t\n", "one\ntwo\n"),  # spaces at line ends may spell a message
        ("one\x0ctwo\u2028three\n", "one\ntwo\nthree\n"),
        ("end" + "\n" * 400 + "below\n", "end\n\n\nbelow\n"),
        ("left" + " " * 300 + "right\n", "left    right\n"),
        ("a\n\n\nb\n", "a\n\n\nb\n"),
        ("Name        Role        Date\n", "Name        Role        Date\n"),  # a table by spaces
    ],
)
def test_what_is_read_stays(source: str, expected: str) -> None:
    assert text_of(source) == expected


@pytest.mark.parametrize(
    "content",
    [
        codecs.BOM_UTF8 + "Zoë\r\n".encode(),
        "Zoë\r\n".encode("utf-16"),
        "Zoë\r\n".encode("cp1252"),
    ],
)
def test_every_encoding_becomes_utf_8_and_line_ends_stay(content: bytes) -> None:
    assert cleaned(content).content == "Zoë\r\n".encode()


def test_what_went_is_counted() -> None:
    copy = cleaned("a\u200b\u200bb \u202e\x07 ｃ\n" + "\n" * 30 + "z\n")
    assert {entry.what.split(";")[0]: entry.count for entry in copy.removed} == {
        "characters that draw nothing": 2,
        "directions of writing": 1,
        "control characters": 1,
        "letters in unusual forms, which are plain ones now": 1,
        "long runs of empty lines": 1,
    }


def test_words_that_mix_alphabets_are_counted_and_stay() -> None:
    source = "K\u0430yleigh met Лена in Ελλάδα.\n"  # a Cyrillic letter among Latin ones; two whole words
    copy = cleaned(source)
    assert copy.content.decode() == source
    assert [(entry.what, entry.count) for entry in copy.standing] == [("words that mix alphabets", 1)]


MARKDOWN = """---
author: Kayleigh
---
# Overview

Text <!-- ask Kayleigh --> goes on, with [a link][one] and [a box](x).

[//]: # (Kayleigh drafted this)
[one]: https://example.org "Title"
[^1]: A footnote.

```
<!-- shown as it stands -->
[//]: # (also shown)
```

Two spaces\x20\x20
break <b>a line</b>.
<!-- never closed Kayleigh
"""


def test_markdown_loses_what_no_page_shows() -> None:
    copy = cleaned(MARKDOWN, "note.md")
    text = copy.content.decode()
    assert copy.format is Format.MD
    assert "Kayleigh" not in text
    assert text.startswith("# Overview")
    for kept in (
        "[one]: https://example.org",
        "[^1]: A footnote.",
        "<!-- shown",
        "(also shown)",
        "spaces  \n",
    ):
        assert kept in text
    assert [(entry.what, entry.count) for entry in copy.standing] == [("tags of HTML", 2)]
    assert len(copy.taken) == 4
    assert "Kayleigh" not in repr(copy)


def test_plain_text_has_no_comments() -> None:
    source = "---\nx: y\n---\n<!-- seen -->\n"
    assert text_of(source) == source
    assert cleaned(source).format is Format.TXT


def test_what_is_no_text_is_damaged() -> None:
    with pytest.raises(Damaged):
        cleaned(b"\x00\x01")


@given(st.text(max_size=200))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    source = text.replace("\0", "").encode("utf-8", "replace")
    once = cleaned(source, "note.md").content
    assert cleaned(once, "note.txt").content == cleaned(cleaned(once, "note.txt").content, "note.txt").content


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126), max_size=200))
def test_plain_letters_are_never_touched(text: str) -> None:
    line = text.strip()
    assert "".join(text_of(line + "\n").split()) == "".join(line.split())
