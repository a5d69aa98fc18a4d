"""How the name model and the rules are joined: what the lists take back, and whose word holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from redact.recognise.finding import find_mentions
from redact.recognise.name_model import _is_none, _whole, _with_surname, _without_honours
from redact.recognise.overlap import settle
from redact.recognise.repeat_edges import with_letters
from redact.values.people import Label, Standing
from tests.recognise.recognise_factory import text_document, text_of


@pytest.mark.parametrize(
    ("text", "is_name", "expected"),
    [
        ("mo", True, True),  # somebody's mother, in notes
        ("FOB", True, True),  # the same in capitals
        ("Mo", True, False),  # a name
        ("QA", True, False),  # two capitals are asked about: somebody's letters, perhaps
        ("QA", False, True),  # not where they are only possible
        ("TOR", False, True),  # what is only possible, in capitals
        ("LEE", True, False),  # a surname in a log
        ("A.B.", True, False),  # with full stops
        ("Milton Keynes", False, True),  # a place of two words
        ("Milton Keynes", True, False),  # likely: it is asked about
        ("Kent", False, True),  # of one word, and only possible
        ("Kent", True, False),  # likely: it is a surname too
        ("Kayleigh", False, False),
    ],
)
def test_what_the_lists_take_back(text: str, is_name: bool, expected: bool) -> None:
    assert _is_none(text, is_name=is_name) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Harte OBE", "Anna Harte"),
        ("Anna Harte, BA", "Anna Harte"),
        ("Anna Harte", "Anna Harte"),
        ("OBE", "OBE"),  # alone it is whatever the model says
    ],
)
def test_letters_of_honours_are_no_part_of_a_name(text: str, expected: str) -> None:
    assert text[: _without_honours(text, 0, len(text))] == expected


@pytest.mark.parametrize(
    ("text", "claimed", "expected"),
    [
        ("Harte, A. (2011)", "A.", "Harte, A."),
        ("Quill, B. and O'Harte, A.B. (2011)", "A.B.", "O'Harte, A.B."),
        ("Harte, A.B. (2011)", "Harte, A.", "Harte, A.B."),
        ("Harte, A.B. (2011)", "B.", "Harte, A.B."),
        ("De Harte, A. B. 2011", "A.", "De Harte, A. B."),
        ("Signed A.H.", "A.H.", "A.H."),  # nobody's surname stands before them
        ("the team, K.", "K.", "K."),  # nor here
        ("Harte A.", "A.", "A."),  # without a comma a name before them ends
        ("Harte, Anna", "Anna", "Anna"),  # no initials
        ("Done, A.H. reports that it works", "A.H.", "A.H."),  # an ordinary word is nobody's surname
        ("Read and agreed. Signed, A.H.", "A.H.", "A.H."),
        ("Harte, A. Quill", "Harte", "Harte"),  # they may be the next one's
        ("Harte, A. Quill", "A. Quill", "A. Quill"),
    ],
)
def test_initials_alone_are_those_of_the_surname_before_them(text: str, claimed: str, expected: str) -> None:
    start = text.rindex(claimed)
    low, high = _with_surname(text, start, start + len(claimed))
    assert text[low:high] == expected


@pytest.mark.parametrize(
    ("text", "claimed", "expected"),
    [
        ("to Ray Foster-Lynch, then", "Lynch", "Foster-Lynch"),
        ("to Foster-Lynch", "Foster-Lynch", "Foster-Lynch"),
        ("a one-Harte band", "Harte", "Harte"),  # no name before the hyphen
        ("by MASH-Harte", "Harte", "Harte"),
        ("Seen - Harte", "Harte", "Harte"),
    ],
)
def test_half_of_a_name_with_a_hyphen_is_all_of_it(text: str, claimed: str, expected: str) -> None:
    start = text.rindex(claimed)
    assert text[_whole(text, start) : start + len(claimed)] == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("told Kayleigh B that", "Kayleigh", "Kayleigh B"),
        ("told Brandreth K. Then", "Brandreth", "Brandreth K."),
        ("told K Brandreth that", "Brandreth", "K Brandreth"),
        ("told kayleigh b that", "kayleigh", "kayleigh b"),
        ("gave Kayleigh a bun", "Kayleigh", "Kayleigh"),  # an article, and no letter of hers
        ("told Kayleigh X that", "Kayleigh", "Kayleigh"),  # not her letter
        ("told Kayleigh B12 shots", "Kayleigh", "Kayleigh"),  # a number behind it
    ],
)
def test_a_letter_beside_a_name(text: str, name: str, expected: str) -> None:
    start = text.index(name)
    low, high = with_letters(text, start, start + len(name), {"k", "b"})
    assert text[low:high] == expected


def test_a_position_holds_for_its_own_stretch_only() -> None:
    document = text_document("Child: Anna Harte came.")
    one = next(each for each in find_mentions([document]) if text_of([document], each) == "Anna Harte")
    cited = replace(one, standing=Standing.CITED, score=0.7)
    longer = replace(one, span=replace(one.span, end=one.span.end + 5), score=0.8)
    (left,) = settle([cited, longer], {})
    assert (left.standing, left.score, left.label) == (Standing.PARTICIPANT, 0.8, Label.PERSON)
    assert one.evidence.recogniser == "fields"
    shorter = replace(one, span=replace(one.span, end=one.span.end - 6))
    assert [each.standing for each in settle([cited, shorter], {})] == [
        Standing.CITED,
        Standing.PARTICIPANT,
    ]
