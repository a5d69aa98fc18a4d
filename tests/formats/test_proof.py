"""What a copy must not hold: found in its bytes in any form, told by place, and never what stays in sight."""

from __future__ import annotations

import zlib

import pytest

from redact.formats.building import DocumentBuilder, Request, no_progress
from redact.formats.proof import left_over, needles_of, search
from redact.values.cleaning import Cleaned, Needle, Removed
from redact.values.people import Evidence, Label, Mention
from redact.values.text import Document, Format, Location, Part, Region, Span

SEEN = frozenset({"D1", "D6"})
COMMENT = Location(Part.COMMENT, "D27")
BODY = Location(Part.BODY, "D1")


def document(*texts: tuple[str, Location], regions: tuple[Region, ...] = ()) -> Document:
    builder = DocumentBuilder(Request("Review of Orla.docx", b"s"), sha256="0", format=Format.DOCX)
    builder.file_name()
    for text, location in texts:
        builder.passage(text, location, regions=regions)
    return builder.build()


def a_copy(**fields: object) -> Cleaned:
    return Cleaned(Format.DOCX, b"", (), **fields)  # type: ignore[arg-type]


def mention(read: Document, words: str) -> Mention:
    for passage in read.passages:
        at = passage.text.find(words)
        if at >= 0 and not passage.apart:
            span = Span(passage.id, at, at + len(words))
            return Mention(span, Label.PERSON, 1.0, Evidence("r", "1", "p", "b"))
    raise AssertionError(words)


def words_looked_for(read: Document, *mentions: Mention, copy: Cleaned | None = None) -> set[str]:
    return {" ".join(needle.words) for needle in needles_of(read, mentions, SEEN, copy or a_copy())}


def test_runs_of_three_words_that_stood_only_out_of_sight_are_looked_for() -> None:
    read = document(("The child was seen at home.", BODY), ("The child was at school.", COMMENT))
    assert words_looked_for(read) == {"child was at", "was at school", "review of orla", "of orla docx"}


def test_two_words_are_looked_for_as_a_whole_and_numbers_are_not() -> None:
    read = document(("Orla Wintergreen", COMMENT), ("10 20 30 40", COMMENT))
    assert words_looked_for(read) == {"orla wintergreen", "review of orla", "of orla docx"}


def test_an_identifier_out_of_sight_is_looked_for_by_itself_unless_it_stands_in_sight_too() -> None:
    read = document(("Seen by Kestrelia.", BODY), ("by Mortimer", COMMENT), ("by Kestrelia", COMMENT))
    hidden = [mention(read, "Mortimer"), mention(read, "Kestrelia")]
    found = words_looked_for(read, *hidden)
    assert "mortimer" in found
    assert "kestrelia" not in found


def test_a_hidden_stretch_of_a_paragraph_is_out_of_sight() -> None:
    region = Region(4, 30, Part.HIDDEN_TEXT, "D28")
    read = document(("Now Mortimer lived over there. It ended.", BODY), regions=(region,))
    assert "mortimer lived over" in words_looked_for(read)
    assert "it ended" not in words_looked_for(read)


def test_places_that_stay_are_in_sight() -> None:
    read = document(("Mortimer with a dog", Location(Part.ALT_TEXT, "D47")))
    kept = Removed(Location(Part.ALT_TEXT, "D47"), 1, "alternative texts")
    assert "mortimer with a" in words_looked_for(read)
    assert "mortimer with a" not in words_looked_for(read, copy=a_copy(kept=(kept,)))


def test_what_the_cleaner_took_is_looked_for_and_what_it_made_is_not() -> None:
    taken = a_copy(taken=("Orla at the fair\nby night again",), made=frozenset({"by night again"}))
    found = words_looked_for(document(), copy=taken)
    assert {"orla at the", "at the fair"} <= found
    assert "by night again" not in found
    assert "fair by night" not in found


NEEDLES = (
    Needle(("mortimer",), COMMENT, identifier=True),
    Needle(("was", "at", "school"), COMMENT, identifier=False),
)


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"nothing of it", 0),
        (b"<a>Mortimer</a>", 1),
        (b"<a>He was at <b>school</b></a>", 1),
        (b"\x00\xff" + zlib.compress(b"Mortimer was at school"), 2),
        # a word within a word is another word
        (b"<a>Mortimers Cross</a>", 0),
        # eight letters by chance in a picture are no chance
        (b"\xff\xd8\xffMortimer\x00", 1),
    ],
)
def test_bytes_are_searched(content: bytes, found: int) -> None:
    leaks = search(content, NEEDLES, frozenset(), no_progress)
    assert len(leaks) == found
    assert all(leak.location == COMMENT for leak in leaks)
    assert not [leak for leak in leaks if "ortimer" in repr(leak) or "school" in repr(leak)]


def test_a_short_word_is_not_looked_for_where_any_bytes_would_hold_it() -> None:
    short = (Needle(("orla",), COMMENT, identifier=True),)
    assert len(search(b"<a>Orla</a>", short, frozenset(), no_progress)) == 1
    assert search(b"\xff\xd8\xff orla \x00", short, frozenset(), no_progress) == ()


def test_a_value_that_the_cleaner_made_is_no_leak() -> None:
    font = (Needle(("times", "new", "roman"), COMMENT, identifier=False),)
    assert search(b"<a f='Times New Roman'/>", font, frozenset({"Times New Roman"}), no_progress) == ()
    assert len(search(b"<a>Times New Roman</a>", font, frozenset({"Times New Roman"}), no_progress)) == 1


def test_what_the_reader_finds_out_of_sight_in_a_copy_is_a_leak() -> None:
    builder = DocumentBuilder(Request("x.docx", b"s"), sha256="0", format=Format.DOCX)
    builder.file_name()
    builder.passage("in sight", BODY)
    builder.passage("Style1", Location(Part.PROPERTY, "D51"))
    builder.passage("in sight, but for", BODY, regions=(Region(0, 2, Part.HIDDEN_TEXT, "D28"),))
    builder.passage("a comment", COMMENT)
    builder.trace(Location(Part.PROPERTY, "D55"), "numbers of editing sessions", b"1")
    leaks = left_over(builder.build(), SEEN, a_copy(made=frozenset({"Style1"})))
    assert [leak.location.place for leak in leaks] == ["D28", "D27", "D55"]


def test_nothing_of_a_text_is_in_a_repr() -> None:
    needle = Needle(("orla",), COMMENT, identifier=True)
    copy = Cleaned(Format.DOCX, b"orla", (), taken=("orla",), made=frozenset({"orla"}))
    assert "orla" not in repr(needle) + repr(copy)
