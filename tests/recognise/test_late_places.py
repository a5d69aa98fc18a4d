"""Towns that were taken for people, behind what stands before places."""

from __future__ import annotations

import pytest

from redact.recognise.grids import View
from redact.recognise.late_places import towns_as_places
from redact.recognise.readings import readings
from redact.values.people import Evidence, Label, Mention
from redact.values.text import Span
from tests.recognise.recognise_factory import text_document


def _claims(text: str, *claims: tuple[str, str]) -> list[tuple[str, Label]]:
    """Give the words of the claims that are left, each with its label."""
    document = text_document(text)
    views = [View(document, tuple(first for first, _ in readings(document)), (), ())]
    made = []
    for marked, by in claims:
        before, _, word = marked.rpartition("|")
        passage = next(each for each in document.passages if before + word in each.text)
        at = passage.text.index(before + word) + len(before)
        span = Span(passage.id, at, at + len(word))
        made.append(Mention(span, Label.PERSON, 0.5, Evidence(by, "1", "p", "why")))
    texts = {passage.id: passage.text for passage in document.passages}
    left = towns_as_places(views, made)
    return [(texts[each.span.passage][each.span.start : each.span.end], each.label) for each in left]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("They had a week at Filey.", "Filey"),  # behind a preposition
        ("It was a paper given in the spring, Harrogate.", "Harrogate"),  # behind a comma
        ("He wrote reviews for Filey and Harrogate.", "and |Harrogate"),  # the second of two
        ("They went to Filey or Benidorm each year.", "or |Benidorm"),  # behind "or"
        ("Next of kin: aunt, Kaunas.", "Kaunas"),  # abroad
        ("Snow had closed the Woodhead and most schools.", "Woodhead"),  # behind an article
    ],
)
def test_a_town_is_asked_about_as_a_place(text: str, claim: str) -> None:
    assert _claims(text, (claim, "mid-sentence")) == [(claim.rpartition("|")[2], Label.PLACE)]


@pytest.mark.parametrize(
    ("text", "claim", "by"),
    [
        ("They spoke to Filey about it.", "Filey", "mid-sentence"),  # nothing shows a place
        ("At Filey said the nurse.", "Filey", "fields"),  # a rule shows somebody
        ("It was at Filey's request.", "Filey", "name-model"),  # somebody's
        ("The child, of Quillby, slept.", "Quillby", "name-model"),  # in no list
        ("In June they met at Selby.", "June", "name-model"),  # a forename
    ],
)
def test_what_may_be_somebody_stays_a_person(text: str, claim: str, by: str) -> None:
    assert _claims(text, (claim, by)) == [(claim, Label.PERSON)]


def test_a_town_whose_name_somebody_bears_stays_a_person() -> None:
    text = "Child: Tom Whitby\n\nThen a letter came from Whitby."
    left = _claims(text, ("Tom Whitby", "fields"), ("from |Whitby", "name-model"))
    assert left == [("Tom Whitby", Label.PERSON), ("Whitby", Label.PERSON)]
