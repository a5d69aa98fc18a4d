"""Words that a picture's reader joined or set apart are found, and said to be read from a picture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.formats.building import DocumentBuilder, Request
from redact.recognise.finding import _view, find_mentions
from redact.recognise.from_pictures import parted_and_closed, seen_without_spaces
from redact.recognise.readings import primary
from redact.values.people import Evidence, Label, Mention
from redact.values.text import Document, Format, Location, Part, Passage, Span


def document_of(*texts: str, place: str = "D23", body: str = "") -> Document:
    """Make a document whose passages were read from pictures, behind one paragraph of its body."""
    builder = DocumentBuilder(Request("", b"test"), sha256="0" * 64, format=Format.DOCX)
    builder.passage(body, Location(Part.BODY, "D1", None, 1))
    for text in texts:
        builder.passage(text, Location(Part.IMAGE, place))
    return builder.build()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("KarenOkafor", "Karen Okafor"),  # a small letter meets a capital
        ("mother,Karen", "mother, Karen"),  # a mark meets a letter
        ("on3March1985", "on 3 March 1985"),
        ("born on3March", "born on 3 March"),
        ("K a r e n", "Karen"),  # letters set apart
        ("9 9 9 1 2 3 4 5 6 7", "9991234567"),
        ("999 12 34 567", "9991234567"),
        ("writetokaren@example.orgNow", None),  # an address of the network is left whole
        ("Karen Okafor was here", None),
    ],
)
def test_a_passage_is_parted_or_closed(text: str, read: str | None) -> None:
    passage = document_of(text).passages[0]
    found = [reading.text for reading in parted_and_closed(primary(passage, Format.DOCX))]
    assert (read in found) if read else found == []


@given(st.text(alphabet="aB3 ,.K9\n", max_size=40))
def test_every_letter_of_a_reading_stands_where_it_says(text: str) -> None:
    for passage in document_of(text).passages:
        first = primary(passage, Format.DOCX)
        for reading in parted_and_closed(first):
            for at, letter in enumerate(reading.text):
                span = reading.span(at, at + 1)
                assert span is not None
                assert letter == " " or passage.text[span[0] : span[1]] == letter


def test_other_passages_have_no_further_readings() -> None:
    body = document_of(body="KarenOkafor").passages[0]
    beside = document_of("KarenOkafor", place="D62").passages[0]
    for passage in (body, beside):
        assert list(parted_and_closed(primary(passage, Format.DOCX))) == []


def test_what_was_joined_is_found_and_said_to_be_from_a_picture() -> None:
    document = document_of("HerNHSnumber is9991234004", "Writeto 07700900123today")
    found = {each.label: each.evidence.because for each in find_mentions([document])}
    assert {Label.NHS_NUMBER, Label.PHONE} <= set(found)
    assert all(because.endswith("; read from a picture") for because in found.values())


def test_a_name_of_the_text_is_found_in_joined_words() -> None:
    document = document_of("thekarenokaforhouse", body="The mother, Karen Okafor, was seen.")
    body, image = (passage.id for passage in document.passages)
    known = [each for each in find_mentions([document]) if each.span.passage == body]
    found = list(seen_without_spaces([_view(document)], known))
    assert [(each.span, each.label) for each in found] == [(Span(image, 3, 14), Label.PERSON)]
    assert "elsewhere" in found[0].evidence.because


def test_a_short_name_is_not_looked_for_within_words() -> None:
    document = document_of("planning", body="The aunt, Anni, was seen.")
    known = [mention_of(document.passages[0], "Anni")]
    assert list(seen_without_spaces([_view(document)], known)) == []


def mention_of(passage: Passage, text: str) -> Mention:
    """Make a mention of a person."""
    start = passage.text.index(text)
    return Mention(
        Span(passage.id, start, start + len(text)), Label.PERSON, 0.9, Evidence("x", "1", "x", "x")
    )


def test_nothing_changes_without_pictures() -> None:
    document = document_of(body="The mother, Karen Okafor, was seen.")
    assert all("picture" not in each.evidence.because for each in find_mentions([document]))
