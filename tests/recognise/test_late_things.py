"""Claims of people that fall when all has spoken: inside known things, and words known as things'."""

from __future__ import annotations

import pytest

from redact.recognise.grids import View
from redact.recognise.late_things import not_in_known_things, without_things
from redact.recognise.readings import readings
from redact.values.people import Evidence, Label, Mention
from redact.values.text import Span
from tests.recognise.recognise_factory import text_document


def _left(text: str, word: str, by: str, label: Label = Label.PERSON) -> bool:
    """Tell whether the claim of the first such word is left by what falls late."""
    document = text_document(text)
    views = [View(document, tuple(first for first, _ in readings(document)), (), ())]
    passage = next(each for each in document.passages if word in each.text)
    at = passage.text.index(word)
    claim = Mention(Span(passage.id, at, at + len(word)), label, 0.5, Evidence(by, "1", "p", "why"))
    return without_things(views, [claim]) == [claim]


@pytest.mark.parametrize(
    ("text", "word", "by"),
    [
        ("On offer: Mellow Parenting and more.", "Mellow Parenting", "posts"),  # whoever claims it
        ("Bill for a cooker, £179.99, Comet.", "Comet", "mid-sentence"),  # only its look
        ("Leisure: bingo, toast, Provident, blankets.", "Provident", "mid-sentence"),  # among things
        ("The Merlin history was lost.", "Merlin", "openers"),  # a system's noun
        ("Seen with Hb 9.8 that day.", "Hb", "mid-sentence"),  # clipped
        ("Money went on Weetabix again.", "Weetabix", "unlisted"),  # a plain word that does nothing
        ("It was paid by LAS then.", "LAS", "unlisted"),  # capitals of a body
        ("She wants anon but gave it.", "anon", "unlisted"),  # a small word of records
        ("Moved to Operation Sandpiper in May.", "Sandpiper", "name-model"),  # an operation's name
        ("Moved to Operation Sandpiper in May.", "Operation Sandpiper", "name-model"),  # all of it
        ("NG in situ. Tired.", "NG", "unlisted"),  # two letters of a tube
        ("Father has PR for both.", "PR", "unlisted"),  # what is had
    ],
)
def test_a_claim_of_a_thing_falls(text: str, word: str, by: str) -> None:
    assert not _left(text, word, by)


@pytest.mark.parametrize(
    ("text", "word", "by"),
    [
        ("They saw Comet at home.", "Comet", "mid-sentence"),  # nothing shows the seller
        ("Weetabix said that she was tired.", "Weetabix", "unlisted"),  # a person's verb
        ("They found Weetabix's aunt.", "Weetabix", "unlisted"),  # somebody's aunt
        ("It was Mr Tumble again.", "Tumble", "titles"),  # somebody may be called as a thing is
        ("Social worker: William Hill, Duty.", "William Hill", "fields"),
        ("The Merlin history was lost.", "Merlin", "fields"),  # a form shows whom it asks for
        ("They saw RK and LAS there.", "LAS", "unlisted"),  # letters in a list with others
        ("After the Operation Hazel slept.", "Hazel", "mid-sentence"),  # a forename
        ("After the Operation Heneghan said so.", "Heneghan", "mid-sentence"),  # somebody who acts
        ("Seen by PR for both.", "PR", "unlisted"),  # nothing is had
    ],
)
def test_what_may_be_somebody_is_left(text: str, word: str, by: str) -> None:
    assert _left(text, word, by)


@pytest.mark.parametrize("word", ["Thomas Cook", "Cook"])
def test_what_somebody_may_be_called_too_is_asked_about(word: str) -> None:
    document = text_document("They went on to Thomas Cook then.")
    view = View(document, tuple(first for first, _ in readings(document)), (), ())
    passage = document.passages[0]
    at = passage.text.index(word)
    claim = Mention(
        Span(passage.id, at, at + len(word)), Label.PERSON, 0.8, Evidence("name-model", "1", "p", "why")
    )
    assert [each.score for each in not_in_known_things([view], [claim])] == [0.4]


def test_only_people_fall_in_known_things() -> None:
    assert _left(
        "On offer: Mellow Parenting and more.", "Mellow Parenting", "organisations", Label.ORGANISATION
    )


def test_without_a_claim_nothing_falls() -> None:
    assert not_in_known_things([], []) == []
