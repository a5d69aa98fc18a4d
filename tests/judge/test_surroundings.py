"""Where few words stand around a name, what stands beside its passage tells its place from others."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from redact.judge.surroundings import words_beside
from redact.resolve import resolve
from redact.values.people import Evidence, Label, Mention
from redact.values.text import Document, Format, Location, Part, Passage, Span
from tests.judge.judging_factory import judge_with

Row = tuple[str, ...]


def table(rows: Sequence[Row], block: int = 1) -> list[Passage]:
    """Make the passages of a table, cell by cell."""
    return [
        Passage(f"{block}:{row}:{column}", text, Location(Part.TABLE, "D6", None, block, (row, column)))
        for row, cells in enumerate(rows, 1)
        for column, text in enumerate(cells, 1)
    ]


def prints(passages: list[Passage], word: str = "May") -> list[str]:
    """Give the fingerprints of each passage that is nothing but the word."""
    document = Document("d", "0" * 64, Format.DOCX, tuple(passages), ())
    evidence = Evidence("tests", "1", "mark", "a test")
    found = [
        Mention(Span(passage.id, 0, len(word)), Label.PERSON, 0.9, evidence)
        for passage in passages
        if passage.text == word
    ]
    return [finding.fingerprint for finding in judge_with(document, resolve(found, [document])).findings]


VISITS: list[Row] = [("Month", "Visits"), ("May", "three home visits"), ("June", "none")]
STAFF: list[Row] = [("Name", "Post"), ("May", "health visitor"), ("Odile", "nursery nurse")]


def test_a_month_in_one_table_is_not_a_name_in_another() -> None:
    (month,), (name,) = prints(table(VISITS)), prints(table(STAFF))
    assert month != name
    assert prints(table(VISITS) + table(STAFF, 2)) == [month, name]


def test_a_row_that_moves_keeps_its_fingerprint() -> None:
    moved = [VISITS[0], ("April", "one"), VISITS[2], VISITS[1]]
    assert prints(table(moved)) == prints(table(VISITS))
    assert prints(table(STAFF) + table(VISITS, 2))[1:] == prints(table(VISITS))


def test_a_list_of_single_names_goes_by_its_neighbours() -> None:
    one = [("Odile",), ("May",), ("Rufus",)]
    assert prints(table(one, 2)) == prints(table(one))
    assert prints(table(one)) != prints(table([("March",), ("April",), ("May",)]))


def body(*texts: str, part: Part = Part.BODY, place: str = "D1") -> list[Passage]:
    return [
        Passage(f"{part.value}:{number}", text, Location(part, place, None, number))
        for number, text in enumerate(texts, 1)
    ]


def test_a_line_of_one_word_goes_by_the_lines_beside_it() -> None:
    assert prints(body("Visits by month", "May")) != prints(body("Who lives here", "May"))


def test_a_comment_has_no_neighbour_in_the_body() -> None:
    alone = prints(body("May", part=Part.COMMENT, place="D27"))
    assert prints([*body("Who lives here"), *body("May", part=Part.COMMENT, place="D27")]) == alone


BESIDE = [
    (table(VISITS), 2, ("", "three home visits")),  # the first cell of a row
    (table(VISITS), 3, ("may", "")),  # the last
    (
        table([("a b c", "d e f", "May", "g h i", "j k l")]),
        2,
        ("b c d e f", "g h i j k"),
    ),  # five on each side
    (body("One two.", "May", "Three four."), 1, ("one two", "three four")),
    (body("May"), 0, ("", "")),  # nothing stands beside it
    (body(*(["?"] * 20), "May"), 20, ("", "")),  # nothing with a word within reach
]


@pytest.mark.parametrize(("passages", "at", "words"), BESIDE)
def test_what_stands_beside_a_passage(passages: list[Passage], at: int, words: tuple[str, str]) -> None:
    assert words_beside(passages, at) == words
