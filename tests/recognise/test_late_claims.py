"""What repeats, letters and rows claim where a position or a label in use stands."""

from __future__ import annotations

import pytest

from redact.recognise.carried_signs import is_told
from redact.recognise.grids import View
from redact.recognise.late_claims import late_claims
from redact.values.people import Evidence, Label, Mention, Standing
from redact.values.text import Passage, Span
from tests.recognise.recognise_factory import text_document, text_of
from tests.recognise.standing_factory import people_with_model

EVIDENCE = Evidence("repeats", "1", "part of a name", "a name of the tests")


def test_letters_beside_an_author_are_nobodys_of_the_case() -> None:
    text = (
        "Mother: Priya Tarrant\nPT was tired, and PT slept.\n\nReferences\n\n"
        "Osgoode PT (2010), Drift and delay. Anytown: Example Press."
    )
    document, found = people_with_model(text, ("Osgoode",))
    below = {
        text_of([document], each): each.standing
        for each in found
        if each.span.passage == document.passages[-1].id
    }
    assert {below["Osgoode"], below["PT"]} == {Standing.CITED}
    above = [each for each in found if each.span.passage == document.passages[0].id]
    assert {each.standing for each in above} == {Standing.PARTICIPANT}


def test_a_part_of_a_double_name_stands_as_all_of_it() -> None:
    text = (
        "Mother: Kayleigh Maliki-Osgoode\nMs Maliki-Osgoode came.\n\nReferences\n\n"
        "Al-Maliki-Osgoode, S. and Vesey, R. (1989) What it knew. Anytown: Example Press."
    )
    document, found = people_with_model(text, ("Al",))  # the model holds the first part alone
    below = [each for each in found if each.span.passage == document.passages[-1].id]
    assert below
    assert {each.standing for each in below} == {Standing.CITED}


@pytest.mark.parametrize(
    ("text", "label", "name", "left"),
    [
        ("child\tBaby W\nYordanka Harte\tsister", "Baby W", "W\nYordanka Harte", "Yordanka Harte"),
        ("what became of Adult C. A trial is to be held", "Adult C", "C. A", None),
        ("asked about Child K. Z.P. did not", "Child K", "K. Z.P.", "Z.P."),
        ("then Baby Wren Harte came", "Baby W", "Baby Wren Harte", "Baby Wren Harte"),  # around a label
    ],
)
def test_a_name_gives_up_what_a_label_covers(text: str, label: str, name: str, left: str | None) -> None:
    document = text_document(text)
    passage = document.passages[0]
    found = [
        Mention(_span(passage, label), Label.PSEUDONYM, 0.85, EVIDENCE),
        Mention(_span(passage, name), Label.PERSON, 0.8, EVIDENCE),
    ]
    kept = late_claims([View(document, (), (), ())], found)
    assert found[0] in kept
    people = [each for each in kept if each.label is Label.PERSON]
    assert [text_of([document], each) for each in people] == ([left] if left else [])


def test_nothing_is_made_of_nothing() -> None:
    assert late_claims((), []) == []


def _span(passage: Passage, words: str) -> Span:
    start = passage.text.index(words)
    return Span(passage.id, start, start + len(words))


def test_the_line_that_says_to_whom_a_letter_goes_tells_nothing() -> None:
    text = "To Mr Tom Vesey, and to whoever else reads this"
    start = text.index("Tom")
    assert not is_told(text, start, start + 8)
    told = "I wrote to Mr Tom Vesey and asked him to read this."
    start = told.index("Tom")
    assert is_told(told, start, start + 8)
