"""A claim in any reading is a claim on the passage's own characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.recognise.readings import Reading, folded, primary, readings
from redact.values.folding import fold
from redact.values.text import Document, Format, Location, Part, Passage

_ALPHABET = st.sampled_from(
    "abK'Z019 \n\t-_*<>b/.\u2019\u2011\u00a0\u200b\u00ade\u0301\u00e9\u2026\ufb01\u0130\x01\x00"
)
_TEXTS = st.text(_ALPHABET, min_size=1, max_size=40)


def _passage(text: str, *, breaks: tuple[int, ...] = (), part: Part = Part.BODY) -> Passage:
    return Passage("p:1", text, Location(part), breaks=breaks)


def _all(passage: Passage, format: Format = Format.DOCX) -> list[Reading]:
    document = Document("d", "0", format, (passage,), ())
    return [reading for first, further in readings(document) for reading in (first, *further)]


def _spoken(reading: Reading, words: str) -> str | None:
    start = reading.text.find(words)
    span = reading.span(start, start + len(words)) if start >= 0 else None
    return None if span is None else reading.passage.text[span[0] : span[1]]


@given(_TEXTS)
def test_folding_fast_and_slow_agree(text: str) -> None:
    quick, starts, ends = folded(text)
    slow = fold(text.replace("\x00", " ").replace("\x01", " "), case=False)
    assert quick.replace("\t", " ") == slow.text
    for at in range(len(quick)):
        expected = slow.span(at, at + 1)
        assert (
            (at, at + 1) == expected if starts is None or ends is None else (starts[at], ends[at]) == expected
        )


@given(_TEXTS, st.data())
def test_every_stretch_of_every_reading_lies_in_its_passage(text: str, data: st.DataObject) -> None:
    breaks = tuple(sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=3))))
    for reading in _all(_passage(text, breaks=breaks), data.draw(st.sampled_from([Format.TXT, Format.DOCX]))):
        length = len(reading.text)
        start, end = data.draw(st.integers(0, length)), data.draw(st.integers(0, length))
        span = reading.span(start, end)
        if span is not None:
            assert 0 <= span[0] < span[1] <= len(text)


@given(_TEXTS)
def test_no_reading_holds_what_parts_the_pieces_of_a_batch(text: str) -> None:
    assert all("\x00" not in reading.text and "\x01" not in reading.text for reading in _all(_passage(text)))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Mrs O\u2019Brien", "O'Brien", "O\u2019Brien"),  # a curly apostrophe
        ("Ha\u200brte", "Harte", "Ha\u200brte"),  # a zero-width space
        ("AB99\u00a09ZZ", "AB99 9ZZ", "AB99\u00a09ZZ"),  # a space that does not break
        ("01632\u2011960123", "01632-960123", "01632\u2011960123"),  # a hyphen that does not break
        ("Kay-\nleigh", "Kayleigh", "Kay-\nleigh"),  # broken at a line end
        ("Kayleigh-\nMae", "Kayleigh-Mae", "Kayleigh-\nMae"),  # the hyphen was part of the name
        ("Kay-\r\nleigh", "Kayleigh", "Kay-\r\nleigh"),  # as Windows ends its lines
    ],
)
def test_what_hides_a_word_is_read_away(text: str, words: str, expected: str) -> None:
    spoken = [_spoken(reading, words) for reading in _all(_passage(text))]
    assert expected in spoken


def test_markup_of_plain_text_is_read_away_and_kept_elsewhere() -> None:
    passage = _passage("26<sup>th</sup> **March** SCR\\_admin")
    assert primary(passage, Format.MD).text == "26th March SCR_admin"
    assert primary(passage, Format.DOCX).text == passage.text


def test_a_dropped_hyphen_is_also_read_as_kept() -> None:
    first, restored = _all(_passage("Anna KayleighMae left", breaks=(13,)))
    assert first.text == "Anna KayleighMae left"
    assert restored.text == "Anna Kayleigh-Mae left"
    assert _spoken(restored, "Kayleigh-Mae") == "KayleighMae"
    assert _spoken(restored, "Anna") is None  # no news: the first reading has it


def test_a_file_name_is_also_read_with_spaces() -> None:
    spoken = [_spoken(each, "AB99 9ZZ") for each in _all(_passage("IMR_AB99_9ZZ.docx", part=Part.FILE_NAME))]
    assert spoken == [None, "AB99_9ZZ"]


@pytest.mark.parametrize(
    ("text", "place", "read"),
    [
        ('QUOTE "Kay Smith"', "D44", '      "Kay Smith"'),  # else Quote would be her forename
        ("XE", "D44", "  "),
        ("Kay Smith", "D44", "Kay Smith"),  # a code that stands in no field may be anything
        ("QUOTED Smith", "D44", "QUOTED Smith"),
        ('QUOTE "Kay Smith"', "D1", 'QUOTE "Kay Smith"'),
    ],
)
def test_the_word_that_begins_the_code_of_a_field_is_no_name(text: str, place: str, read: str) -> None:
    assert primary(Passage("p:1", text, Location(Part.FIELD, place)), Format.DOCX).text == read


def test_an_empty_stretch_is_none() -> None:
    reading = primary(_passage("abc"), Format.DOCX)
    assert reading.span(1, 1) is None
    assert reading.span(2, 9) is None
