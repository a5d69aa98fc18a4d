"""Whole names of which a part looks like another word: small words, posts, days, figures of a scanner."""

from __future__ import annotations

import pytest

from redact.recognise.finding import find_mentions
from redact.recognise.letter_places import has_bearer_behind
from redact.recognise.scanned_initials import initials_by_surname, with_scanned_initial
from redact.recognise.surname_particles import with_particles
from redact.values.people import Label
from tests.recognise.recognise_factory import found, text_document, text_of


@pytest.mark.parametrize(
    ("before", "rest", "small"),
    [
        ("Form by ", "Riabhaich", "Mac an "),
        ("Neither ", "Cadhain", "\u00d3 "),
        ("told ", "Dijk", "van "),
        ("shared with ", "Wamwere", "wa "),
        ("Legal ", "Bh\u00e0ird", "Mac a' "),
        ("though ", "Zayed", "A. bin "),
        ("I spoke to ", "Carmo", "Do "),
        ("told ", "Cyr", "St "),
        ("STATEMENT OF ", "HARTE", "LORD "),
        ("told ", "Harte", ""),
        ("Omar had ten ", "Harte", ""),
        ("with an ", "Harte", ""),
        ("the DI ", "Harte", ""),
    ],
)
def test_the_small_words_of_a_surname_belong_to_it(before: str, rest: str, small: str) -> None:
    text = f"{before}{small}{rest} came."
    start = len(before) + len(small)
    assert text[with_particles(text, start) : start] == small


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("chaired by 5. Harte today", "5. "),
        ("0. Quern\tschool", "0. "),
        ("chaired by 1. Harte today", ""),  # nobody whose letter is like a one
        ("paid 15. Harte came", ""),
        ("para 2.5. Harte came", ""),
        ("chaired by 5. Vesey today", ""),
    ],
)
def test_a_figure_is_an_initial_where_somebody_has_it(text: str, taken: str) -> None:
    initials = initials_by_surname(["Sahra Harte", "Omar Quern", "Vesey"])
    start = next(text.index(name) for name in ("Harte", "Quern", "Vesey") if name in text)
    begin = with_scanned_initial(text, start, start + 5, initials)
    assert text[begin:start] == taken


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Mother: Karen Friend\n\nMs Clarity Last\n\nDear Ms Clarity Last,",
            ["Karen Friend"] + 2 * ["Clarity Last"],
        ),
        ("Child: Karen Judge", ["Karen Judge"]),
        ("Child: Zyta Nurse", ["Zyta"]),  # a post, behind a word that is no listed forename
        ("Mrs Harte Last seen at noon", ["Harte"]),
        ("Mother: White English, aged 30", []),
        ("Name: Karen Telephone", ["Karen"]),
        ("Mother: Karen Harte Last", ["Karen Harte"]),
    ],
)
def test_a_surname_that_is_another_word_ends_a_name(text: str, names: list[str]) -> None:
    assert found(text, Label.PERSON) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Karen Foster, her aunt, told us so.", "Karen Foster"),
        ("Karen Foster told us. She said that Foster left the flat.", "Foster left"),
        ("Then she met Brandreth, Amina Foster and the nurse.", "Amina Foster"),
        ("Message from Tempest to Amina: moved address.", "Tempest"),
        ("The carer is Umulkheyr Nyong'o. Seen Brandreth and Nyong'o again.", "Nyong'o"),
        ("Child: Sujata Last\n\nSujata Last rang. Met Primrose Last b. 6.4.44 at home.", "Primrose Last"),
        ("Nurse: Clara Odd\n\nAn hour for five. Action CO: chronology.", "CO"),
        ('Mother: Sana Gill\n\n"SG2" is a letter.', "SG"),
        ("Nurse: Sana Gill\n\nT-shirt, exhibit SG/2. Her phone: SG/3.", "SG/3"),
    ],
)
def test_what_the_lists_leave_out_is_found(text: str, name: str) -> None:
    document = text_document(text)
    covered = [False] * (len(text) + 1)
    for each in find_mentions([document]):
        if each.label is Label.PERSON:
            passage = next(one for one in document.passages if one.id == each.span.passage)
            base = text.index(passage.text)
            covered[base + each.span.start : base + each.span.end] = [True] * (
                each.span.end - each.span.start
            )
            assert text_of([document], each) in text
    start = text.rindex(name)
    first = name.split(" left")[0].split("/")[0]
    assert all(covered[at] for at in range(start, start + len(first)) if text[at] != " ")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr Foo rang. Foo and Saab are to be seen apart.", "Saab"),
        ("Mother: Ida Badger\n\nIda Badger rang. Then the Badgers moved house.", "Badger"),
        ("Speech therapy (North Ndiwa), on the list since autumn.", "North Ndiwa"),
        ("PO Goodluck Friend rang. Goodluck Friend wrote. They phoned to Friend 08:30.", "Friend 08"),
    ],
)
def test_a_word_that_somebody_shows_is_found(text: str, name: str) -> None:
    document = text_document(text)
    spans = [each.span for each in find_mentions([document]) if each.label is Label.PERSON]
    passage = document.passages[-1]
    start = passage.text.rindex(name)
    assert any(s.passage == passage.id and s.start <= start < s.end for s in spans)


def test_brands_beside_each_other_are_nobody() -> None:
    text = "Gwen opened Docman, sighed, and rang Amina. Put together from Northgate and Civica and a shoebox."
    document = text_document(text)
    named = {text_of([document], each) for each in find_mentions([document]) if each.label is Label.PERSON}
    assert named == {"Gwen", "Amina"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Key: GP Glynis Purdie.", True),
        ("Here GP the partner, and", True),
        ("The GP is her mother.", True),
        ("GP Anna Purdie rang.", False),
        ("GP the day before.", False),
        ("GP the mother said so", False),
    ],
)
def test_letters_whose_bearer_stands_behind_them(text: str, told: bool) -> None:
    start = text.index("GP")
    assert has_bearer_behind(text, start, start + 2) is told


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Ms Di Harte came.\n\nThen Di rang, and a visit to Di was made.", 2),
        ("Name: Harte, Di\n\nThen Di rang.", 1),
        ("Mr Ben Harte came.\n\nBen rang.", 1),
        ("Ms Di Harte came.\n\nThe DI rang.", 0),
    ],
)
def test_a_forename_that_is_a_small_word_too_is_found_again(text: str, times: int) -> None:
    document = text_document(text)
    later = [passage.id for passage in document.passages if not passage.text.startswith(("M", "N"))]
    spans = [each.span for each in find_mentions([document]) if each.label is Label.PERSON]
    assert sum(span.passage in later for span in spans) == times
